package detector

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// addressDetector finds postal addresses: a street with a house number, with post
// code and town when they follow. A street without number, or a town alone, is none.
var addressDetector = Detector{
	Name:  "address",
	Types: []Type{Address},
	Gate:  func(t *Text) bool { return t.Digits >= 1 },
	Find:  findAddress,
}

func findAddress(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if k := t.Tokens[i]; !k.Digit || k.Kind > Number {
			continue
		}
		if e, last := addressAt(t, i); e.Type != "" {
			out = append(out, e)
			i = last
		}
	}
	return out
}

// addressAt reads the address whose house number or post code is token i.
func addressAt(t *Text, i int) (Entity, int) {
	if imprint(t, i) {
		return Entity{}, 0
	}
	if n, ok := houseNumber(t, i); ok {
		if start, why := streetBefore(t, i, n); why != "" {
			last, _ := placeAfter(t, n)
			return t.span(Address, placeBefore(t, start), last, 0.93, why), last
		}
		if last, why := streetAfter(t, i, n); why != "" {
			last, _ = placeAfter(t, last)
			return t.span(Address, i, last, 0.9, why), last
		}
		if e, last := englishAddress(t, i, n); last > 0 {
			return e, last
		}
	}
	if longNumber(t, i) {
		if e, last := englishAddress(t, i, i); last > 0 {
			return e, last
		}
	}
	if gluedStreet(t, i) {
		last, _ := placeAfter(t, i)
		return t.span(Address, i, last, 0.9, "street with number"), last
	}
	if start, ok := indianAddress(t, i); ok {
		return t.span(Address, start, i, 0.9, "address with Indian post code"), i
	}
	if start, last := flatInBlock(t, i); last > 0 {
		return t.span(Address, start, last, 0.9, "flat in a named building"), last
	}
	if last := mannheimSquare(t, i); last > 0 {
		return t.span(Address, i, last, 0.9, "square of Mannheim with number"), last
	}
	if start, last, why := codedAddress(t, i); why != "" {
		return t.span(Address, start, last, 0.92, why), last
	}
	return Entity{}, 0
}

// gluedEndings end a street whose number is typed without a blank.
var gluedEndings = strings.Fields("straße strasse str gasse weg allee")

// gluedStreet reports "blumenweg12" and "hauptstr7a" in one token, which behind a
// word for a password is one.
func gluedStreet(t *Text, i int) bool {
	w := t.Word(i)
	cut := strings.IndexAny(w, "0123456789")
	return cut > 0 && len(w)-cut <= 4 && numberWithLetter(w[cut:]) && hasEnding(w[:cut], gluedEndings) && !streetNegative.has(w[:cut]) &&
		(i == 0 || t.gap(i-1) > 0) && !codeCues.before(t, i, 9) && !passwordCues.before(t, i, 4)
}

// mannheimSquare reads "Q7, 24" at token i where the town is named, and returns the
// last token, or 0. The centre of Mannheim has squares instead of streets.
func mannheimSquare(t *Text, i int) int {
	w := t.Word(i)
	if len(w) != 2 || w[0] < 'a' || w[0] > 'u' || w[1] < '1' || w[1] > '7' || !strings.Contains(t.Lower, "mannheim") {
		return 0
	}
	j := i + 1
	if t.punct(j, ',') {
		j++
	}
	if j >= len(t.Tokens) || !numberWithLetter(t.Word(j)) {
		return 0
	}
	last, _ := placeAfter(t, j)
	return last
}

// addressCues say that somebody lives or something goes there.
var addressCues = newCues(`adresse adr anschrift wohnt wohn wohne wohnhaft wohnen wohnung lieferung liefern lieferadresse
	privatadresse zuhause paket pakete post brief gezogen umgezogen ziehe adrässe address lives live home deliver
	anlieferung abholung klingel fahrgast kunde kundin kd fam familie frau herr bei hin`, "adresse anschrift umgezogen address lieferung anfahrt")

// imprint reports the legal form of a firm in the words or lines right before token i.
func imprint(t *Text, i int) bool {
	for j, breaks := i-1, 0; j >= 0 && j > i-20 && breaks <= 2; j-- {
		switch t.kind(j) {
		case Break:
			breaks++
		case Word:
			if firmAddressCues.words[t.Word(j)] {
				return true
			}
		}
	}
	return false
}

// firmAddressCues mark the imprint of a firm.
var firmAddressCues = newCues("gmbh kg ohg gbr ltd limited inc plc llc impressum firmensitz hauptsitz filiale", "")

// streetEndings end a street name that needs nothing else.
var streetEndings = strings.Fields(`straße strasse strass straß stroß stross str gasse gass gassl gässle gässli gässchen
	allee alle chaussee meile gassn weg wegle wegli steig stieg twiete damm ufer pfad gürtel zeile kamp promenade redder lände
	platz ring wall markt graben halde steg brücke wäg wg wai gracht straat laan plein`)

// weakEndings end street names and much else: they need a post code, a letter in
// the house number or a word for an address.
var weakEndings = strings.Fields(`hof berg tor feld park anger siedlung garten gärten wiese wiesen bühl rain acker winkel
	heide horst stadt grube brink born brunnen eck hang blick grund tal aue see mühle kai busch holz hain leite point gürtel insel
	kirchhof bruch dorf dörp bach haus höhe reeg enau hölzung hag moor bogen steige diek deich`)

// streetNegative end like a street and are none.
var streetNegative = newCues(`weg platz ring umweg rückweg heimweg hinweg arbeitsweg fluchtweg rettungsweg radweg fußweg
	gehweg rückegasse dauerplatz laufweg ausweg unterweg parkplatz stellplatz sitzplatz sector sektor arbeitsplatz lagerplatz bauplatz liegeplatz
	steckplatz rastplatz campingplatz startplatz standplatz waschplatz ladeplatz spielplatz listenplatz baustraße
	kabelweg verkehrsweg transportweg fahrweg lieferweg anfahrtsweg verfahrweg flohmarkt einstieg ausstieg aufstieg abstieg anstieg umstieg regenbogen ellenbogen ellbogen torbogen fragebogen schlüsselring spannring tortenring backring ehering
	verlobungsring kettenring führungsring serviettenring deckelring boxring montagering
	string waschstraße lackierstraße spülstraße bundesstraße milchstraße rettungsring schwimmring dichtring sprengring ohrring kolbenring gummiring
	abstandsring sicherungsring stützring hering o-ring zeile steg markt supermarkt baumarkt getränkemarkt fachmarkt
	wall graben damm kabelgraben brücke wärmebrücke zahnbrücke arbeitsmarkt weihnachtsmarkt marktplatz-stand stammplatz wechselbrücke ladebrücke hebebrücke`, "äufer rufer mooring halle falle kralle schnalle kristall balle reihenh familienhaus hochhaus kapital gartenhaus ferienhaus parkpl stellpl arbeitspl schlafpl messpl packpl prüfpl ausbildungspl praktikumspl therapiepl sammelpl bedienpl kassenpl laborpl färbepl frisierpl wickelpl schweißpl montagepl verladepl produktionsstr fertigungsstr dichtung kühlh gewächsh treibh parkh krankenh lagerh kesselh maschinenh treppenh pumpenh schlachth duschh sanitärh musterh ator stelpl lötpl")

// bareEndings stand alone behind an adjective or a name: Lange Str., Bonner Talweg.
var bareEndings = newCues("straße strasse str stroß gasse gass gassl allee meile weg platz ring damm ufer chaussee steig pfad gürtel markt wall promenade graben lände", "")

// placeNouns are followed by a number that is no house number.
var placeNouns = newCues(`raum zimmer halle ebene tor gleis regal fach lager stock og eg ug plan abschnitt bau baustelle container werk
	gebäude aufgang box schrank büro tisch punkt seite kapitel schicht woche kw bereich etage objekt wohnung whg team
	kurs klasse gruppe stall bahn bucht reihe los teil jahr wochenende montag dienstag mittwoch donnerstag freitag samstag sonntag
	sonnabend januar februar märz april mai juni juli august september oktober november dezember uhr bauhof werkstatt
	block haus grube we bad küche keller stand linie bus tram abfahrt ausfahrt km kilometer station saal schein auftrag
	position stufe version modell typ platz nr nummer strecke kran bagger maschine presse anlage spind stapler rampe lkw pkw packstation
	tag tage monat januar ende anfang schnitt wert mittel alter schuppen zelt deck ofen kessel pos bahnsteig turm alarm
	code pin tarif lohn gehalt urlaub rest montags rettungspunkt paletten palette boxen rolle fahrt tour kasse terminal
	halbjahr quartal lehrjahr lj hj schritt aufgabe frage antwort kunde kunden sommer winter herbst frühjahr letzten nächsten`, "")

// prepositions open an inverted street name such as Am Anger; with an article where one follows.
var prepositions = newCues("am im zum zur an in auf unter hinter vor bei beim ob über neben zwischen zu hinterm unterm überm vorm achtern achter", "")

var articles = newCues("der dem den die das", "")

// streetAdjectives stand before a street name and belong to it.
var streetAdjectives = newCues("alte alten neue neuen obere oberen untere unteren vordere hintere kleine kleiner großer große lange langen kurze breite hohe mittlere äußere innere lütt grüne alter neuer langer oberer unterer vorderer hinterer mittlerer kurzer breiter hoher äußerer innerer hinteren vorderen mittleren kurzen breiten hohen", "")

// foreignStreets open street names in other languages.
var foreignStreets = newCues("via viale piazza corso rua triq rue chemin avenue impasse quai route calle ul ulica plac strada", "")

// countedUnits follow a figure that counts something and is no house number.
var countedUnits = newCues(`uhr min minuten km m meter cm mm euro eur stück stk leute mann mal std stunden tage wochen kg kilo x
	grad jahre month months personen paletten prozent l liter monate sekunden sek qm lfm meetings hr hrs hour hours kilos lbs mins miles pounds quid people of
	times metres meters days weeks years portion portionen fuß foot feet inch inches zoll fenster türen platten schichten fahrten kunden tonnen säcke sack eimer men women`, "")

// storeys follow a number of their own, or stand before it: Lindenstr. 3 Stock 2.
var storeys = newCues("stock stockwerk etage", "")

// houseNumber reads 12, 12a, 12 a, 3-5, 31/14 and returns its last token.
func houseNumber(t *Text, i int) (last int, ok bool) {
	if i > 0 && t.gap(i-1) == 0 && !t.oneOf(i-1, ".,(:") {
		return 0, false
	}
	if i > 1 && t.gap(i-1) == 0 && t.punct(i-1, '.') && t.kind(i-2) == Number {
		return 0, false
	}
	if !numberWithLetter(t.Word(i)) {
		return 0, false
	}
	last = i
	switch {
	case rangeOfHouses(t, i):
		last = i + 2
		if t.punct(last+1, '/') && t.gap(last) == 0 && t.gap(last+1) == 0 && numberWithLetter(t.wordAt(last+2)) {
			last += 2 // Viennese staircase and door
		}
	case t.kind(i) == Number && t.kind(i+1) == Word && t.size(i+1) == 1 && t.gap(i) == 1 && t.Lower[t.Tokens[i+1].Start] <= 'g' && !articleA(t, i+1):
		last = i + 1
	}
	if t.punct(last+1, ':') && t.gap(last) == 0 && t.kind(last+2) == Number && t.gap(last+1) == 0 ||
		(t.punct(last+1, ',') || t.punct(last+1, '.')) && t.gap(last) == 0 && t.gap(last+1) == 0 && t.kind(last+2) == Number ||
		t.punct(last+1, '%') || t.kind(last+1) == Punct && t.Of(last+1) == "€" ||
		(countedUnits.has(t.wordAt(last+1)) || storeys.has(t.wordAt(last+1)) && t.kind(last+2) != Number) && t.gap(last) <= 1 ||
		t.punct(last+1, '.') && (months[t.wordAt(last+2)] > 0 || t.isDash(last+2)) {
		return 0, false
	}
	return last, true
}

// articleA reports the dialect and English article a before another word.
func articleA(t *Text, i int) bool {
	return t.Word(i) == "a" && t.kind(i+1) == Word && t.gap(i) == 1 && !t.Tokens[i].Upper && !townAt(t, i+1)
}

// numberWithLetter reports one to four digits, not starting with zero, with at
// most one letter up to g: h counts hours, m metres.
func numberWithLetter(w string) bool {
	if n := len(w); n > 1 && w[n-1] >= 'a' && w[n-1] <= 'g' {
		w = w[:n-1]
	}
	return len(w) <= 4 && digitsOnly(w) && w[0] != '0'
}

// streetBefore finds the street whose house number is the tokens i to n, and
// returns its first token.
func streetBefore(t *Text, i, n int) (start int, why string) {
	if t.wordAt(n+1) == "bis" && t.number(n+2) > t.number(n) {
		return 0, "" // a stretch of the street
	}
	j := skipNumberWord(t, i-1)
	if j != i-1 && (pitches.before(t, j+1, 6) || t.kind(n+1) == Word && hasEnding(t.Word(n+1), streetEndings)) || titled(t, j) {
		return 0, "" // Stellplatz am Markt, Nummer 5; Frau Amring 410
	}
	if t.punct(j, '.') && t.gap(j-1) == 0 {
		j--
		if w := t.wordAt(j); !strings.HasSuffix(w, "str") && w != "pl" && w != "g" {
			return 0, ""
		}
	}
	if t.kind(j) != Word || t.Tokens[j].Digit || t.gap(j) > 2 {
		return 0, ""
	}
	w := t.Word(j)
	switch {
	case bareEndings.has(w) && namedBefore(t, j), quay(t, j):
		return nameStart(t, j, 1), "street with number"
	// Buchallee holds "halle", which is no street: the ending does not count.
	case hasEnding(w, streetEndings) && !streetNegative.has(strings.TrimSuffix(w, "allee")) && !(strings.HasSuffix(w, "ring") && gazetteer.Lookup(w).English > 0):
		return nameStart(t, j, 0), "street with number"
	}
	if lastEnglish(t, j) && addressEnds(t, n) {
		return nameStart(t, j, 1), "street with number"
	}
	if k := max(namedAfter(t, j), namedForPerson(t, j, n)); k >= 0 {
		return k, "street named after something, with number"
	}
	if p := postCodeAfter(t, n); placeNouns.has(w) && (p == 0 || t.size(p) == 4 && !townAt(t, p+1)) {
		return 0, ""
	}
	if start, ok := inverted(t, j, n); ok {
		return start, "street with preposition and number"
	}
	return looseStreet(t, j, n)
}

// titled reports a title before the name at token j.
func titled(t *Text, j int) bool {
	return titles.has(t.wordAt(j-1)) || t.punct(j-1, '.') && (t.wordAt(j-2) == "hr" || t.wordAt(j-2) == "fr")
}

// pitches have numbers of their own beside the name of a street.
var pitches = newCues("standplatz taxistand standplätze stellplatz marktstand", "")

// skipNumberWord steps left over "Nr." and "Hausnummer".
func skipNumberWord(t *Text, j int) int {
	k := j
	if t.punct(k, '.') {
		k--
	}
	switch t.wordAt(k) {
	case "nr", "nummer", "hausnummer", "hausnr", "no":
		k--
		if t.punct(k, ',') || t.punct(k, '.') && strings.HasPrefix(t.Word(k+1), "haus") && t.gap(k) > 0 && hasEnding(t.wordAt(k-1), streetEndings) {
			k-- // Rosenstraße. Hausnummer 4
		}
		return k
	}
	return j
}

func hasEnding(w string, endings []string) bool {
	for _, e := range endings {
		if len(w) >= len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// namedBefore reports a name in front of a bare ending at token j: a capitalised
// word, an adjective or a form in -er; a hyphen glues.
func namedBefore(t *Text, j int) bool {
	k := j - 1
	if t.isDash(k) && t.gap(k) == 0 {
		return true
	}
	if t.kind(k) != Word || t.Tokens[k].Digit || t.gap(k) > 1 {
		return false
	}
	w := t.Word(k)
	if strings.HasSuffix(w, "'ll") || strings.HasSuffix(w, "’ll") {
		return false // I'll ring 118
	}
	if t.Word(j) == "platz" && pitchHolders.before(t, j, 4) || prepositions.has(w) || articles.has(w) || addressCues.has(w) && w != "post" {
		return false
	}
	// Before platz a small word in -er must be a town's: "schieber platz 118" is none.
	if streetAdjectives.has(w) || len(w) > 4 && strings.HasSuffix(w, "er") && (t.Tokens[k].Upper || t.Word(j) != "platz" || townAdjective(w)) {
		return true
	}
	if !t.Tokens[k].Upper {
		return false
	}
	switch t.Word(j) {
	case "platz":
		e := gazetteer.Lookup(w)
		return e.First == 0 && !everyday(w) && (e.Surname > 0 || e.Place > 0)
	case "ring", "weg", "markt", "wall":
		return !everyday(w)
	}
	return true
}

// pitchHolders open "Familie Huber Platz 12" of a camping site.
var pitchHolders = newCues("herr herrn frau familie fam", "")

// nameStart returns the first token of a street name that ends with token j:
// hyphens are followed, then so many words, then an adjective or preposition.
func nameStart(t *Text, j, words int) int {
	for {
		switch {
		case t.isDash(j-1) && t.gap(j-1) == 0 && t.gap(j-2) == 0 && t.kind(j-2) == Word:
			j -= 2
			words = 0
		case t.isDash(j-1) && t.gap(j-1) == 0 && t.punct(j-2, '.') && t.kind(j-3) == Word && t.gap(j-3) == 0:
			j -= 3
			words = 0
		case words > 0:
			j--
			words--
		case t.kind(j-1) == Word && t.gap(j-1) == 1 && streetAdjectives.has(t.Word(j-1)):
			j--
		default:
			if k := prepositionBefore(t, j); k >= 0 && t.Tokens[k].Upper {
				return k
			}
			return j
		}
	}
}

// prepositionBefore returns the token of a preposition right before token j, with
// or without article, or -1.
func prepositionBefore(t *Text, j int) int {
	k := j - 1
	if articles.has(t.wordAt(k)) {
		k--
	}
	if k >= 0 && prepositions.has(t.wordAt(k)) && t.gap(k) == 1 {
		return k
	}
	return -1
}

// inverted reads "Am Alten Hafen" before the house number that ends with
// token n. j is the last word of the name.
func inverted(t *Text, j, n int) (start int, ok bool) {
	first := j
	for j-first < 2 && inStreetName(t, first-1) {
		first--
	}
	k := prepositionBefore(t, first)
	if t.size(n) == 4 && t.kind(n) == Number && postCodeAfter(t, n) == 0 || titles.has(t.Word(first)) {
		return 0, false // im Ordner 2021, bei Frau Bauer Puls 80
	}
	if k >= 0 && k == first-1 && t.Word(k) == "auf" && !t.Tokens[k].Upper {
		return 0, false // auf Kippe 3
	}
	if k < 0 || k == first-1 && t.Word(k) == "zu" || namesNoStreet(t.Word(j)) {
		return 0, false
	}
	switch {
	case postCodeAfter(t, n) > 0, lettered(t, n) && t.Tokens[j].Upper && (t.Tokens[k].Upper || !everyday(t.Word(j)) && !articles.has(t.Word(k+1))):
		return k, true
	case !t.Tokens[k].Upper:
		return k, t.size(n) < 4 && (livesCues.before(t, k, 3) && !object(t.Word(j)) || fieldNames.has(t.Word(j)) && namesPlace(t, k, j, n))
	case !t.Tokens[j].Upper:
		return 0, false
	case k > 0 && t.kind(k-1) != Break && t.kind(k-1) != Symbol && !t.oneOf(k-1, ".!?"):
		return k, true
	}
	return k, townFollows(t, n) || addressEnds(t, n) && !object(t.Word(j))
}

// inStreetName reports that word k can stand between the preposition and the last word of
// a street's name, with a blank behind it.
func inStreetName(t *Text, k int) bool {
	if t.kind(k) != Word || t.gap(k) != 1 {
		return false
	}
	w := t.Word(k)
	return (streetAdjectives.has(w) || t.Tokens[k].Upper) && !prepositions.has(w) && !articles.has(w)
}

// namesPlace reports that nothing counted follows the house number n of a street whose
// preposition k is in small letters, so that it is an address: "an der Mühle 4, klingeln"
// and not "in mühle 4".
func namesPlace(t *Text, k, j, n int) bool {
	inside := t.Word(k) == "in" || t.Word(k) == "im"
	return addressEnds(t, n) && (t.Tokens[j].Upper || !inside) || townFollows(t, n) || callCues.after(t, n, 2)
}

// fieldNames are what stands behind a preposition in the names of streets and hardly
// elsewhere before a number.
var fieldNames = newCues(`au aue mühle mühl hang see weiher teich anger rain bühl hain wald heide winkel moos ried leiten point öd hub grub eck egg brunnen
	mühlbach bach dorfbach kirchberg schlossberg weinberg mühlberg sportplatz dorfplatz kirchplatz lindenhof friedhof schloss park stadtpark
	höh höhe breite ebene furt klinge halde steige kapelle kirche linde eiche tanne buche röte lache wiesengrund`, "")

// object reports a noun of the dictionary that no street is named after: what stands
// at the printer, in a folder or in a cell has a number too.
func object(w string) bool {
	return gazetteer.Noun(w) && !fieldNames.has(w) && !landmarks.has(w) && !hasEnding(w, weakEndings) && !hasEnding(w, streetEndings)
}

// landmarks are what streets are named after where they lead.
var landmarks = newCues(`markt marktplatz rathaus dom kloster burg bahnhof hafen stadion spital hospital tor turm mauer hammer hütte schmiede kreuz stein
	fels berg hügel höhen tal grund feld acker wiese moor bruch garten hof gut kamp brink horst busch birke fichte kiefer weide erle esche ahorn
	rose nussbaum apfelbaum kirschbaum quelle born sand lehm kies wehr deich strand ufer insel schleuse ziegelei brauerei gerberei pfarrhof pfarrhaus
	zehnt zehnthof stift amtshaus weide eichen linden buchen tannen birken erlen weiden eschen pappeln kastanien rosen fliederbusch süden norden westen osten`, "")

// callCues tell a visitor what to do at the door.
var callCues = newCues("klingel klingeln klingelt läuten klopfen hinterhaus", "klingel")

// lettered reports a house number whose last token n ends with a letter.
func lettered(t *Text, n int) bool { return isLatin(t.Lower[t.Tokens[n].End-1]) }

// livesCues are the words behind which even a lower-case "am anger 5" is an address.
var livesCues = newCues("wohnt wohne wohnhaft wohnen adresse anschrift wohn umgezogen lieferadresse adrässe", "adresse anschrift")

// addressEnds reports that nothing that is counted follows token n.
func addressEnds(t *Text, n int) bool {
	switch k := n + 1; {
	case t.kind(k) == Break, t.kind(k) == Symbol, t.oneOf(k, ",.;)!?:/"):
		return true
	default:
		w := t.wordAt(k)
		return prepositions.has(w) || floorWords.has(w) || livesCues.has(w) || w == "oben" || w == "unten"
	}
}

// looseStreet decides on a name that no ending marks: a post code must follow, or
// a word for an address precede.
func looseStreet(t *Text, j, n int) (start int, why string) {
	w := t.Word(j)
	start = nameStart(t, j, 0)
	for k := 0; k < 3 && t.kind(start-1) == Word && t.gap(start-1) == 1; k++ {
		if foreignStreets.has(t.Word(start-1)) && t.Tokens[start-1].Upper && t.size(n) < 4 && !prepositions.has(w) {
			return start - 1, "foreign street with number"
		}
		if !t.Tokens[start-1].Upper && t.size(start-1) > 3 {
			break
		}
		start--
	}
	start = nameStart(t, j, 0)
	upper := t.Tokens[j].Upper
	switch {
	case !upper && between(t, start, n) && len(w) > 6 && endsWeakly(w) && nobody(w) && visits.before(t, start, 3):
		return start, "street with number"
	case !upper && !livesCues.before(t, j, 2), t.size(j) < 3, countsStoreys(t, n):
		return 0, ""
	case postCodeAfter(t, n) > 0:
		return start, "name with number, post code and town"
	case weakStreet(t, start, j, n):
		return start, "street with number"
	case livesCues.before(t, start, 2) && addressEnds(t, n) && (upper || !everyday(w)) && !object(w):
		return start, "name with number behind a word for an address"
	case upper && (theShortForm(t, j) || ofTown(t, j, n)):
		return start, "street in short form with number"
	}
	return 0, ""
}

// rangeOfHouses reports 12-14 and 12 / 14a, alike spaced, with the first number at token i.
func rangeOfHouses(t *Text, i int) bool {
	return (t.isDash(i+1) || t.punct(i+1, '/')) && t.gap(i) <= 1 && t.gap(i+1) == t.gap(i) &&
		numberWithLetter(t.wordAt(i+2)) && t.size(i)+t.size(i+2) < 8
}

// namesNoStreet reports a word behind a preposition that ends no name: im die 5, in a 3,
// in der Sparkasse abgeben 100.
func namesNoStreet(w string) bool {
	return articles.has(w) || len(w) < 3 && w != "au" || handedOver(w)
}

// countsStoreys reports that the number before token n+1 counts storeys: Gruber 2. OG,
// Huber 3 Stock.
func countsStoreys(t *Text, n int) bool {
	return storeys.has(t.wordAt(n+1)) || t.punct(n+1, '.') && t.gap(n) == 0 && floorWords.has(t.wordAt(n+2))
}

// endsWeakly reports a word with an ending that streets share with other words.
func endsWeakly(w string) bool { return hasEnding(w, weakEndings) && !streetNegative.has(w) }

// weakStreet reports a street, from token start to j, whose ending other words have as
// well: its number n, the words around it, or an adjective of streets must tell.
func weakStreet(t *Text, start, j, n int) bool {
	w, upper, short := t.Word(j), t.Tokens[j].Upper, t.size(n) < 4
	switch {
	case w == "dorf" && between(t, start, n):
		return true
	case upper && start < j && t.Tokens[start].Upper && streetAdjectives.has(t.Word(start)):
		if slices.Contains(weakEndings, w) || landmarks.has(w) && addressEnds(t, n) && short {
			return true
		}
	}
	if !endsWeakly(w) {
		return false
	}
	if nobody(w) && short && (inThe(t, start-1) && t.size(n) > 1 || upper && addressEnds(t, n)) {
		return true
	}
	return !everyday(w) && (lettered(t, n) || addressCues.before(t, start, 3) || townFollows(t, n) || floorAfter(t, n) > n)
}

// theShortForm reports "im Herrenalber" and "am Roßtäuschen" with the name at token j.
func theShortForm(t *Text, j int) bool {
	w := t.Word(j)
	named := len(w) > 5 && strings.HasSuffix(w, "er") || len(w) > 8 && strings.HasSuffix(w, "schen")
	return named && inThe(t, j-1) && !everyday(w)
}

// ofTown reports "Bremer 84" at the end of a clause: a street named for a town.
func ofTown(t *Text, j, n int) bool {
	w := t.Word(j)
	return townAdjective(w) && !gazetteer.Noun(w) && t.size(n) > 1 && t.size(n) < 4 && addressEnds(t, n) &&
		!titles.has(t.wordAt(j-1)) && !t.isDash(j-1)
}

// townAdjective reports a word such as Bremer that says of what town a thing is.
func townAdjective(w string) bool {
	stem, ok := strings.CutSuffix(w, "er")
	if !ok || gazetteer.Lookup(w).First > 0 || len(stem) < 4 || everyday(w) || regionalDishes.has(w) {
		return false
	}
	for _, end := range [...]string{"", "e", "en"} {
		if e := gazetteer.Lookup(stem + end); e.Place > 0 && !e.Noun && e.German < 4 {
			return true
		}
	}
	return false
}

// regionalDishes are ordered by number.
var regionalDishes = newCues("berliner wiener frankfurter nürnberger thüringer krakauer debrecziner debreziner regensburger hamburger cheeseburger pfälzer linzer lyoner", "")

// visits stand before whom one visits, whose address follows behind a comma.
var visits = newCues("bei zu beim zum familie fam frau herr herrn kunde kundin", "")

// between reports commas on both sides of the tokens i to n, or the end behind them.
func between(t *Text, i, n int) bool { return t.punct(i-1, ',') && addressEnds(t, n) }

// namedAfter returns the first token of "Straße des 17. Juni" or "Platz der Republik"
// that ends with token j, or -1.
func namedAfter(t *Text, j int) int {
	for k := j - 2; k >= 0 && k >= j-5 && t.kind(k+1) <= Punct; k-- {
		if bareEndings.has(t.Word(k)) && t.Tokens[k].Upper {
			switch t.Word(k + 1) {
			case "der", "des", "am", "im", "zum", "zur":
				return k
			}
		}
	}
	return -1
}

// inThe reports "in der", "aus der" or a dialect form that ends with token j.
func inThe(t *Text, j int) bool {
	switch t.wordAt(j) {
	case "inner", "inna", "inne", "vonner", "ausser":
		return true
	case "der", "da":
		switch t.wordAt(j - 1) {
		case "in", "aus", "von", "vor", "bei", "an":
			return true
		}
	}
	return false
}

// nobody reports a word that is neither a surname nor common in prose.
func nobody(w string) bool {
	e := gazetteer.Lookup(w)
	return e.Surname == 0 && e.German < 2
}

// everyday reports a word that is common in prose.
func everyday(w string) bool { return gazetteer.Lookup(w).German >= 3 }

// streetAfter reads "9a in der feldstraße", "Haus 6 im Amselgrund" and "Nr. 12a Seestraße" behind the
// number i to n, and returns the last token.
func streetAfter(t *Text, i, n int) (last int, why string) {
	j := n + 1
	if houseWord(t, i-1) && t.kind(n) == Word && t.gap(n) == 1 && hasEnding(t.wordAt(j), streetEndings) && !streetNegative.has(t.wordAt(j)) {
		return j, "house number before its street"
	}
	if !prepositions.has(t.wordAt(j)) || t.wordAt(j) == "bei" || t.gap(n) != 1 {
		return 0, ""
	}
	if articles.has(t.wordAt(j + 1)) {
		j++
	}
	j++
	if streetAdjectives.has(t.wordAt(j)) {
		j++
	}
	if w := t.wordAt(j); t.kind(j) != Word || t.Tokens[j].Digit || streetNegative.has(w) {
		return 0, ""
	} else if hasEnding(w, streetEndings) && (houseWord(t, i-1) || t.kind(i) != Number) || houseWord(t, i-1) && plainStreet(t, i, n, j) {
		return j, "house number in a street"
	}
	return 0, ""
}

// plainStreet reports that word j can be a street without the ending of one, behind the
// word for a house and the number i to n: "Haus 6 im Amselgrund", "Haus 6 im Sonnblick".
func plainStreet(t *Text, i, n, j int) bool {
	w := t.wordAt(j)
	if !t.Tokens[j].Upper || object(w) || everyday(w) || slices.Contains(weakEndings, w) {
		return false
	}
	return hasEnding(w, weakEndings) || t.wordAt(i-1) == "haus" || !gazetteer.EndsInNoun(w) && len(w) > 2 && t.wordAt(n+1) != "an"
}

func houseWord(t *Text, i int) bool {
	switch t.wordAt(i) {
	case "haus", "nr", "hausnummer", "nummer":
		return true
	case ".":
		return t.wordAt(i-1) == "nr"
	}
	return false
}

// handedOver reports the infinitives of "in der Sparkasse abgeben".
func handedOver(w string) bool {
	if w == "gelassen" {
		return false // left there
	}
	for _, verb := range [...]string{"geben", "holen", "bringen", "wechseln", "tauschen", "gießen", "kloppen", "lassen", "nehmen", "machen", "werfen", "worfen", "schmeißen", "stecken", "verloren", "verlorn", "gefunden", "vergessen", "gehabt", "forgot"} {
		if strings.HasSuffix(w, verb) {
			return true
		}
	}
	return false
}
