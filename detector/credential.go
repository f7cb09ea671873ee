package detector

import "strings"

// credentialDetector finds what opens something: codes, PINs, passwords, and where
// a key is hidden.
var credentialDetector = Detector{
	Name:  "credential",
	Types: []Type{Credential},
	Gate:  func(t *Text) bool { return len(t.Tokens) > 0 },
	Find:  findCredential,
}

func findCredential(t *Text, _ Context, out []Entity) []Entity {
	if t.Digits >= 3 {
		out = findCodes(t, out)
	}
	if t.has(markDigit) {
		out = findSpokenCodes(t, out)
	}
	if t.Digits > 0 || t.has(markPassword|markTurned|markSecretStem|markDigit) {
		out = findDescribedCodes(t, out)
		out = findPasswords(t, out)
	}
	if t.has(markSide | markPreposition | markFigure) {
		out = findHidingPlaces(t, out)
	}
	return out
}

// codeCues name a code, whatever it opens.
var codeCues = newCues(`code codes pin puk pincode passwort password passwd pw pwd kennwort codewort zahlenschloss zahlencode keypad
	padlock combo combination kombination keysafe lockbox passphrase passcode wlan wifi tresor safe alarm teamviewer entsperren
	entsperrt entsperr unlock unlocks bassword zahlenkombi keycode login nummernschloss tastenfeld combi nummernfeld otp tan pinpad keycard schlüsselrohr alarmaalag`,
	"code pin-nr passwor kennwor schlüsselkasten schlüsseltresor schlüsselbox schlüsselsafe schlüsselkast keysafe zahlenschlos alarmanlage alarmcode tresor wlan tank-pin türcod")

// notCodeCues hold "code" and name no credential.
var notCodeCues = newCues("pins", "barcode qr-code qrcode strichcode farbcode fehlercode dresscode postcode postleit zipcode rabattcode gutscheincode fehlerc farbc vorwahl errorcode steuercode codec decode encod hotelcode buchungsc flugcode ländercode produktc aktionscode bestellcode trackingc sourcecode quellcode unicode zeitcode codename servicecode promoc")

// notCodeWords stand right before "code" and tell that it opens nothing.
var notCodeWords = newCues("plz blitzer engine motor obd dtc date batch fault farbe qr error fehler farb colour color dress zip post bar discount promo tax status product sort country roads road area eir postal service cost job gutschein rabatt voucher booking buchung", "")

// placeCues name what a code opens; they need a code that looks like one.
var placeCues = newCues(`tor tür türe haustür hintertür kellertür hintereingang haupteingang eingang pforte garage gartentor hoftor
	rolltor seitentor schranke schloss container baucontainer baustellentor spind türöffner gate door entry shed locker
	tablet laptop pc handy diensthandy rechner kassenrechner server windows admin zugang account müllraum schuppen padlock
	schlüsselkasten hausmeisterkasten keller truck porta zoom fernzugriff shutter barrier turnstile bollard override scharf unscharf schließfach bootshaus
	lichtschalter kasten box kennung kassensystem türcode key vpn netz schloß klingel`,
	"türe törchen eingang garage schließfach haustür hoftor gartentor rolltor werkstor seitentor spind schließanlage sprechanlage keller")

// codeVerbs say that a number is keyed in.
var codeVerbs = newCues("eintippen eingeben tippen drücken eintippn drück drückst drücke gestellt verdrehen merken nummer knopf drehknopf enter raute stern hash", "")

// figureCues stand before a number that is no code.
var figureCues = newCues(`raum zimmer og eg nr. fach um ab bis seit ca circa rund etwa zirka gegen von vom halle seite wohnung whg we room unit
	bay tisch im jahr jahrgang baujahr fehler error e ral norm din version kw artikel art für macht kostet bestell block rate
	euro £ $ strecke km tag nach vor über unter mind max rechnung auftrag charge lot ticket id user-id
	puls pulse blutdruck dn temperatur temp fehlen fehlt fehlten`, "artikel rechnung auftrag bestell fehler")

// codeUnits follow a number that counts something.
var codeUnits = newCues("ppm mbit mbits mbps gbit kbit kw kva bar psi rpm jahre volt watt grad kwh mhz ghz pts mm cm m km kg l liter euro eur uhr min minuten std stück stk mal leute x tage std kunden hz mb gb seiten blatt netto brutto words times drin übrig offen ft feet foot yards yds inch inches lbs lb pound pounds quid bucks percent guests pax fehlen fehlt fehlten short down missing", "")

// codeDistance is how many words a code may stand away from the word that names it.
const codeDistance = 9

// findCodes looks at every number for a code.
func findCodes(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		c, ok := readCode(t, i)
		if !ok {
			continue
		}
		if why := c.opens(t); why != "" {
			out = append(out, t.span(Credential, c.first, c.last, 0.85, why))
		}
		i = c.last
	}
	return out
}

// opens says why the code is a credential, "" if it is none.
func (c *code) opens(t *Text) string {
	if c.counts(t) {
		return ""
	}
	strong := !c.bold && !c.countsUp(t) && (c.closed && c.digits >= 3 || c.ones && c.digits >= 4 || c.starred(t) || c.keyFirst(t))
	switch {
	case calledOther(t, c.last), c.asked(t), c.replaced(t), c.void(t):
		return ""
	case codeNamed(t, c.first, c.reach(t)) && c.digits >= 3 && !notCodeCues.after(t, c.last, 1) && (!c.year() || c.announced(t) || isCodeWord(t, c.first-1)):
		return "code behind a word for it"
	case strong:
		return "code in the form of a keypad"
	case c.combination(t):
		return "numbers of a combination lock"
	case c.digits >= 4 && c.fits() && c.plain() && !numbering.has(t.wordAt(c.first-1)) && (codeFollows(t, c.last) || c.given(t)):
		return "code before a word for it"
	case c.fits() && placeCues.before(t, c.first, 9) && (c.announced(t) || c.ones) && !c.pieces(t) && !c.built(t):
		return "code for a door or device"
	case c.newNumber(t):
		return "code behind a new number"
	case c.had(t):
		return "code that a door has"
	case c.sameAs(t):
		return "code shared with another door"
	case c.digits == 4 && !c.year() && c.plain() && noted(t, c.last+1):
		return "code acknowledged"
	case codeVerbs.before(t, c.first, 2) && (c.mixed || c.marked), c.digits == 4 && c.plain() && c.keyedIn(t):
		return "code to be keyed in"
	case c.leads(t):
		return "code at the start of an answer"
	case c.boxed(t):
		return "code of a box for keys"
	case c.told(t):
		return "code told as the new one"
	case c.digits == 4 && c.plain() && !c.year() && !c.clock() && c.sinceChange(t):
		return "code that holds since a change"
	case c.digits >= 4 && c.fits() && c.resets(t):
		return "code that resets an alarm"
	case c.digits >= 4 && c.fits() && t.kind(c.last+1) != Symbol && keptSecret(t, c.last):
		return "code that is not to be told on"
	}
	return ""
}

// asked reports "what's the code for Mill Lane 12?", whose number is no answer, and "ist
// der Code 4820?".
func (c *code) asked(t *Text) bool {
	if !t.punct(c.last+1, '?') {
		return false
	}
	start := c.first
	for t.kind(start-1) <= Number {
		start--
	}
	return c.digits == 3 && questionWords.before(t, c.first, 9) || copulas.has(t.wordAt(start)) && isCodeWord(t, c.first-1)
}

var questionWords = newCues("what what's whats which was welche welcher welches wie wer who", "")

// replaced reports "war 1234, jetzt anders", "5678, nicht 1234" and "nicht mehr 1234".
func (c *code) replaced(t *Text) bool {
	w := t.wordAt(c.first - 1)
	if (w == "not" || w == "nicht" || w == "net") && t.punct(c.first-2, ',') || w == "mehr" && negations.has(t.wordAt(c.first-2)) {
		return true
	}
	if next := c.last + 1; copulas.has(t.wordAt(next)) && newWords.has(t.wordAt(next+1)) && t.kind(next+2) == Number {
		return true // 1234 ist neu 5678
	}
	return (w == "war" || w == "was") && changedCues.after(t, c.last, 5)
}

var changedCues = newCues("anders geändert neu changed different", "")

// reach is how many words may stand between the code and the word for it: more
// where the code is announced.
func (c *code) reach(t *Text) int {
	switch bare(t.wordAt(c.first - 1)) {
	case "it", "its", "isch", "lautet", "also", "so", "macht":
		return 2 * codeDistance
	}
	if t.punct(c.first-1, ',') && c.digits == 4 && c.first == c.last && (t.kind(c.last+1) >= Symbol || t.Of(c.first)[0] == '0' && !c.clock()) {
		return 2 * codeDistance // it's the year of the cup, work it out, 1967
	}
	return codeDistance
}

// codeFollows reports a word for a code behind token i, with nothing between but
// words that link them.
func codeFollows(t *Text, i int) bool {
	for j := i + 1; j <= i+5 && t.kind(j) == Word; j++ {
		if isCodeWord(t, j) {
			return !wares.after(t, j, 4)
		}
		if j > i+1 && locks.has(t.Word(j)) && !wares.before(t, j, 1) {
			return true
		}
		if englishDoors.has(t.Word(j)) && (t.wordAt(i+1) == "for" || t.wordAt(i+1) == "on") {
			return true
		}
		if !codeLinks.has(t.Word(j)) {
			return false
		}
	}
	return false
}

// codeLinks may stand between a code and the word for it.
var codeLinks = newCues("ist is isch der die das dr am an im in für fürs beim vorm vom als the for on at our my side neue neu new mein meine unser", "")

// locks are opened by "4820 am Kasten" and "4820 on the lockbox".
var locks = newCues("schloss schloß kasten kastl kästchen lockbox padlock keysafe", "")

// englishDoors are opened by "4590 for the back door".
var englishDoors = newCues("door gate back front shed alarm garage", "")

// wares carry codes of their own, which open nothing.
var wares = newCues("pallet palette karton box label etikett dose verpackung bottle tin lid flasche tube", "")

// counts reports a number with a unit, or behind a word that makes it a figure.
func (c *code) counts(t *Text) bool {
	if c.means(t) || c.machineAlarm(t) {
		return true
	}
	if productCues.before(t, c.first, 1) && !(t.punct(c.first-1, ':') && personalNumbers.before(t, c.first, 4)) || copulas.has(t.wordAt(c.first-1)) && t.wordAt(c.first-2) == "part" || t.kind(c.first-1) == Word && figureCues.has(t.Word(c.first-1)) && !c.marked && !c.opensRoom(t) {
		return true
	}
	if c.diagnosis(t) || c.digits == 4 && clockWords.has(t.wordAt(c.first-1)) && c.value/100 < 24 && c.value%100 < 60 {
		return true
	}
	if t.wordAt(c.first-1) == "in" && c.digits == 3 && !c.marked {
		return true // the safe in 207
	}
	if c.digits == 3 && !c.marked && t.punct(c.first-1, '.') && t.gap(c.first-1) > 0 && t.kind(c.last+1) == Word {
		return true // Alarm was on. 214 needs towels
	}
	if faultCues.after(t, c.last, 1) {
		return true
	}
	next := c.last + 1
	if t.kind(next) == Number && t.gap(c.last) == 1 || t.wordAt(next) == "im" && t.wordAt(next+1) == "monat" {
		return true
	}
	return codeUnits.has(t.wordAt(next)) || t.punct(next, '%') || t.kind(next) == Punct && strings.Contains("€£$", t.Of(next)) ||
		t.kind(c.first-1) == Punct && strings.Contains("€£$", t.Of(c.first-1)) ||
		t.gap(c.last) == 0 && (t.punct(next, '.') || t.punct(next, ',') || t.punct(next, ':') || t.punct(next, '/') || t.isDash(next)) && t.gap(next) == 0 && t.kind(next+1) <= Number && t.Tokens[next+1].Digit
}

// personalNumbers name a code that no product has.
var personalNumbers = newCues("pin puk passwort kennwort password", "")

// faultCues follow the number of a fault.
var faultCues = newCues("fehler error störung fault", "")

// opensRoom reports "Codes: Halle 5678": the room in a list of codes, not its number.
func (c *code) opensRoom(t *Text) bool {
	switch t.wordAt(c.first - 1) {
	case "halle", "raum", "zimmer", "wohnung", "unit", "room", "bay":
		return c.digits >= 4 && codeNamed(t, c.first, codeDistance)
	}
	return false
}

// keyFirst reports "4711, Stern davor": a key pressed before the code.
func (c *code) keyFirst(t *Text) bool {
	w := t.wordAt(c.last + 3)
	return c.digits >= 4 && t.punct(c.last+1, ',') && tailKeys.has(t.wordAt(c.last+2)) && (w == "davor" || w == "vorher" || w == "first")
}

// fits reports a length that locks and devices have.
func (c *code) fits() bool { return c.digits <= 6 && !c.year() || c.marked }

// starred reports "*1408" at the end of a sentence, where no year of birth is meant.
func (c *code) starred(t *Text) bool {
	return t.punct(c.first, '*') && c.digits == 4 && c.last == c.first+1 && !(c.value >= 1900 && c.value <= 2035) &&
		(t.kind(c.last+1) == Break || t.punct(c.last+1, '.') || t.punct(c.last+1, '!'))
}

// year reports four digits that read as a year of our time.
func (c *code) year() bool {
	return c.digits == 4 && c.first == c.last && !c.marked && c.value >= 1980 && c.value <= 2035
}

// plain reports digits in one piece, or in a form that only codes have.
func (c *code) plain() bool { return c.first == c.last || c.ones || c.marked }

// keyedIn reports "gib 1234 ein" and "1234 eintippen".
func (c *code) keyedIn(t *Text) bool {
	switch t.wordAt(c.last + 1) {
	case "eintippen", "eingeben", "eintippn":
		return true
	case "als":
		w := t.wordAt(c.last + 2)
		return w == "zahl" || w == "nummer" || w == "code"
	case "ein":
		w := t.wordAt(c.first - 1)
		return w == "gib" || w == "gebt" || typing.has(w)
	}
	switch t.wordAt(c.first - 2) {
	case "tap", "punch", "key", "type":
		return t.wordAt(c.first-1) == "in"
	case "probier", "probiers", "versuch", "try":
		return t.wordAt(c.first-1) == "die" || t.wordAt(c.first-1) == "mit" || t.wordAt(c.first-1) == "it"
	}
	w := t.wordAt(c.first - 1)
	return w == "eingabe" || w == "try" || (w == "versuch" || w == "probier") && !c.year() && t.kind(c.last+1) >= Punct
}

// announced reports a colon, comma, "mit", "is" and the like right before the code, or
// the word for the door itself.
func (c *code) announced(t *Text) bool {
	if t.punct(c.first-1, ':') || t.punct(c.first-1, '=') || t.punct(c.first-1, ',') && c.digits == 4 {
		return true
	}
	w := bare(t.wordAt(c.first - 1))
	if w == "to" && (changedTo.has(t.wordAt(c.first-2)) || t.wordAt(c.first-2) == "change") {
		return true
	}
	return announcers.has(w) || w != t.wordAt(c.first-1) && placeCues.has(w) || placeCues.has(w) && c.digits >= 4 && (t.kind(c.last+1) >= Punct || t.Of(c.first)[0] == '0') && !(c.digits == 4 && c.value > 0 && c.value < 2400 && c.value%100 == 0)
}

var announcers = newCues("mit is ist isch lautet jetzt auf with still then dann nimmst", "")

// leads reports a code that opens a message as the answer to a question: all of
// its first sentence, or told as a secret.
func (c *code) leads(t *Text) bool {
	if c.first == 0 && c.last == len(t.Tokens)-1 && c.mixed && c.digits >= 3 {
		return true
	}
	if c.digits < 4 || c.digits > 6 || c.year() {
		return false
	}
	next := c.last + 1
	if c.first != 0 {
		return c.closes(t) || c.digits == 4 && c.value%50 != 0 && !c.clock() && c.startsClause(t) && c.handled(t)
	}
	switch {
	case formerly.has(t.wordAt(next)):
		return false
	case secrecy.after(t, c.last, 12), t.punct(0, '#'), c.digits == 4 && t.punct(next, ',') && toBeChanged(t, next), guessed(t, c.last), c.digits == 6 && t.isDash(1) && (t.wordAt(next) == "wars" || t.wordAt(next) == "war's"):
		return true
	case t.punct(next, ',') && c.value%50 != 0 && t.wordAt(next+1) == "same" && t.wordAt(next+2) == "as" && everWords.has(t.wordAt(next+3)):
		return true
	case t.punct(next, ',') && copulas.has(t.wordAt(next+1)) && sameWords.after(t, next, 6):
		return true
	case c.value%50 != 0 && (comparisons.has(t.wordAt(next)) || t.punct(next, ',') && comparisons.has(t.wordAt(next+1))):
		return true
	case t.punct(next, ',') && placeCues.after(t, c.last, 5):
		return true
	case c.digits == 4 && c.value%50 != 0 && c.handled(t):
		return true
	case c.first == c.last && t.size(0) != 4:
		return false
	}
	return t.punct(next, '.') && t.kind(next+1) != Break && (c.value%50 != 0 && c.value/100 != 19 || t.Of(0)[0] == '0') || t.punct(next, ',') && (t.Of(0)[0] == '0' || c.digits == 6)
}

// odd reports digits that are no year, no time of day and no round sum.
func (c *code) odd() bool {
	return c.value%50 != 0 && !c.clock() && (c.value < 1500 || c.value > 2035)
}

// closes reports "Sorry, 4821" and "Ach ja. 4821": a code that ends a message, behind a few
// words that are a sentence or clause of their own.
func (c *code) closes(t *Text) bool {
	return c.first == c.last && c.digits == 4 && !c.mixed && c.odd() && c.first <= 6 && (t.punct(c.first-1, '.') || t.punct(c.first-1, ',')) && t.gap(c.first-1) > 0 &&
		t.kind(c.first-2) == Word && (t.kind(c.last+1) == Break || t.punct(c.last+1, '.') && t.kind(c.last+2) == Break)
}

var everWords = newCues("always ever usual", "")

// startsClause reports that the code opens a sentence, or the message but for what
// opens an answer.
func (c *code) startsClause(t *Text) bool {
	return t.punct(c.first-1, '.') && t.gap(c.first-1) > 0 || t.punct(c.first-1, ',') && c.first <= 6 || c.first <= 2 && answers(t, c.first)
}

// handled reports "4820 then the lever", "A1407 and turn", "1932. Push hard" and
// "6174 geht" behind a code.
func (c *code) handled(t *Text) bool {
	next := c.last + 1
	if working.has(t.wordAt(next)) && t.kind(next+1) != Number && (c.first == 0 || t.kind(next+1) >= Punct) {
		return true
	}
	if t.wordAt(next) == "still" && (t.kind(next+1) >= Symbol || t.punct(next+1, '.')) || worked.has(t.wordAt(next)) && t.kind(next+1) >= Punct {
		return true
	}
	switch t.wordAt(next) {
	case "then", "dann":
		return handling.has(t.wordAt(next+1)) || handles.has(t.wordAt(next+1))
	}
	if t.punct(next, ',') || t.punct(next, '.') || t.wordAt(next) == "and" || t.wordAt(next) == "und" {
		if w := t.wordAt(next + 1); w == "dann" || w == "then" {
			next++
		}
		return handles.has(t.wordAt(next + 1))
	}
	return false
}

// worked end an answer that confirms a code.
var worked = newCues("ging gings worked", "")

// working say that a code still opens.
var working = newCues("geht bleibt funktioniert works", "")

var handles = newCues("push pull turn press drück drücken dreh drehen zieh ziehen", "")

// handling opens what one does with a lock once the code is keyed in.
var handling = newCues("the der den die push pull press lift turn drücken ziehen drehen fest kräftig", "")

// toBeChanged reports "bitte danach ändern" behind token i, as asked of a code that
// was given away.
func toBeChanged(t *Text, i int) bool {
	for j := i + 1; j <= i+8 && t.kind(j) <= Punct; j++ {
		if w := t.wordAt(j); w == "ändern" || w == "change" || w == "changed" {
			return afterwards.before(t, j, 3) || afterwards.after(t, j, 2)
		}
	}
	return false
}

var afterwards = newCues("bitte danach wieder please afterwards after", "")

// sameWords say that a code holds for more than one thing.
var sameWords = newCues("gleich gleiche same identisch", "")

// guessed reports "das kann man raten" and "wieder zumachen" as said behind a code, token i.
func guessed(t *Text, i int) bool {
	for j := i + 1; j <= i+6 && t.kind(j) <= Punct; j++ {
		switch next := t.wordAt(j + 1); t.wordAt(j) {
		case "raten":
			return next == "können" || next == "kenna"
		case "guessed":
			return true
		case "wieder":
			return (next == "zu" || next == "zua") && (t.kind(j+2) >= Punct || t.wordAt(j+2) == "bitte")
		}
	}
	return false
}

// noted reports token i as the word of one who has taken a code down.
func noted(t *Text, i int) bool {
	switch t.wordAt(i) {
	case "noted", "notiert", "gemerkt", "gespeichert":
		return true
	}
	return t.wordAt(i) == "got" && t.wordAt(i+1) == "it"
}

// comparisons open the aid to memory behind a code: "1849 like the gold rush".
var comparisons = newCues("wie wia like", "")

// keptSecret reports "bitte nicht weitersagen" and "gebt das niemandem" behind token i.
func keptSecret(t *Text, i int) bool {
	for j := i + 1; j < len(t.Tokens) && j <= i+16; j++ {
		w, order := t.wordAt(j), secretOrders.has(t.wordAt(j)) && negations.before(t, j, 3)
		if order || noOne.has(w) && (t.wordAt(j+1) == "weiter" || telling.before(t, j, 3)) {
			return true
		}
	}
	return false
}

var (
	noOne        = newCues("keinem niemandem niemanden nobody noone", "")
	telling      = newCues("gebt gib geben sagt sag sagen zeigt zeig verratet verrate tell give show", "")
	secretOrders = newCues("see seen sehen zusehen zuschauen weitersagen weitererzählen weitergeben weiterverraten aufschreiben notieren speichern abspeichern notizheft notizbuch verraten written write share", "")
	negations    = newCues("nicht net ned nit nix not don't dont never keinem niemandem", "")
)

// secrecy are the words with which people tell something that is not to be told on.
var secrecy = newCues("psst merken löschen aufschreiben weitersagen weitergeben verraten vernichten kopf secret remember delete rub wipe wegwischen abwischen geheim gelöscht gespeichert abgespeichert notiert eingespeichert abschließen zuschließen zusperren absperren saved noted", "")

// codeNamed reports a word for a code among so many words before token i on its line.
func codeNamed(t *Text, i, reach int) bool {
	words := 0
	for j := i - 1; j >= 0 && words < reach; j-- {
		switch k := t.kind(j); {
		case k == Break, (t.punct(j, '!') || t.punct(j, '?')) && words > 3 && !copulas.has(t.wordAt(j+1)):
			return false
		case k == Word:
			if isCodeWord(t, j) {
				return true
			}
			words++
		}
	}
	return false
}

// isCodeWord reports that token j names a code which opens something.
func isCodeWord(t *Text, j int) bool {
	w := bare(t.wordAt(j))
	return (codeCues.has(w) || newCombination(t, j)) && !notCodeCues.has(w) && !ofAnotherKind(t, j) && !paints.after(t, j, 3) && !pinned(t, j)
}

// ofAnotherKind reports a word right before token j, but for one between, that tells
// that the code opens nothing: postal code, Farbe und Code.
func ofAnotherKind(t *Text, j int) bool {
	for n := 0; n < 2; n++ {
		if j--; t.isDash(j) {
			j--
		}
		if t.kind(j) != Word {
			return false
		}
		if notCodeWords.has(t.Word(j)) {
			return true
		}
	}
	return false
}

// paints have codes of their own.
var paints = newCues("lackfarbe farbe wandfarbe farbton lack ral colour color paint tint", "")

// newCombination reports "die neue Kombi", without such a word a car or a dish, and
// "neue Zahl".
func newCombination(t *Text, j int) bool {
	switch t.wordAt(j) {
	case "zahl", "ziffern":
		return t.wordAt(j-1) == "neue" || t.wordAt(j-1) == "neuen"
	case "kombi", "kombis":
	default:
		return false
	}
	switch t.wordAt(j - 1) {
	case "neu", "neue", "new", "die", "the", "alte", "gleiche", "same":
		return true
	}
	return false
}

// bare drops the English 's of "the code's 4711".
func bare(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}
