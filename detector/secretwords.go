package detector

import (
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// secretMarks are the marks that the labeller of secrets hears. Most of what it knows of
// words it has learnt; the lists below let it hear of words that are rare in what it has
// learnt from.
const secretMarks = markCode | markPassword | markKey | markDigit | markPreposition | markPlace | markUnit | markOther | markFigure | markTelling | markUnheard

// The words with these marks.
var (
	codeCues = newCues(`pin puk passwd pw pwd keypad padlock combo combination kombination passcode wifi safe alarm teamviewer entsperren entsperrt
		entsperr unlock unlocks login nummernschloss tastenfeld combi zahlenkombi nummernfeld otp tan pinpad keycard schlüsselrohr lockbox alarmaalag bassword passphrase`,
		"code passwor kennwor schlüsselkast schlüsseltresor schlüsselbox schlüsselsafe keysafe zahlenschlos alarmanlage tresor wlan")

	// notCodeCues hold a word for a code and name none that opens something.
	notCodeCues = newCues("pins qrcode", `barcode strichcode farbc fehlerc dresscode postcode postleit zipcode rabattcode gutscheincode vorwahl errorcode steuercode codec
		decode encod hotelcode buchungsc flugcode ländercode produktc aktionscode bestellcode trackingc sourcecode quellcode unicode zeitcode codename servicecode promoc`)

	passwordCues = newCues("pw passwd pwd bassword passphrase losungswort parole netzwerkschlüssel wlanschlüssel", "passwor kennwor codewor")

	keyCues = newCues("key keys fob fobs spare spares ersatz reserve fernbedienung handsender garagenöffner toröffner türöffner",
		"schlüss schliss schlues slötel schlötel schlössel")

	// notKeyCues hold the word for a key and are a tool, a service or a box with a code.
	notKeyCues = newCues("", `dienst weite anhänger schrauben inbus drehmoment maul ring gabel torx verschlüss zuschlag rohr brett kasten tresor box safe tour
		keyboard übergabe loch wort bein figur rolle fertig qualifik branche kind noten verteil personalschl betreuung umlage entlüft`)

	// covering are the prepositions that hide what they place, placing the others that may
	// open the description of a hiding place.
	covering = newCues(`unter unterm untern unnerm hinter hinterm hintern ünner unta untam undam unnam hinta hintam under underneath behind beneath
		onter onterm onderm hentr hentre henterm hinger hingerm unger ungerm ungere ünnern ünnerm achter achtern enderm enterm hinderm`, "")
	placing = newCues(`im in inner inne inna en auf aufm aufn uffm uff bei beim am an neben nebm innen über überm ob inside on above beside
		over ufm ufem binnen näb nebem näbem in'n bi bim top bottom with at em`, "")

	placeCues = newCues(`tor tür schranke schloss schloß container gate door entry shed locker kennung key vpn netz klingel
		tablet laptop pc handy diensthandy rechner kassenrechner server windows admin root user zugang account guest müllraum schuppen
		hausmeisterkasten truck porta zoom fernzugriff shutter barrier turnstile bollard override scharf unscharf bootshaus
		lichtschalter kasten box kassensystem anmeldung pforte baucontainer baustellentor`,
		"türe türchen törchen eingang garage schließfach haustür hintertür gartentor rolltor hoftor werkstor seitentor spind schließanlage sprechanlage keller türöffn")

	codeUnits = newCues(`ppm mbit mbits mbps gbit kbit kw kva bar psi rpm jahre volt watt grad kwh mhz ghz pts mm cm m km kg l liter euro eur uhr min
		minuten std stück stk mal leute x tage kunden hz mb gb seiten blatt netto brutto words times drin übrig offen ft feet foot yards yds inch inches
		lbs lb pound pounds quid bucks percent guests pax fehlen fehlt fehlten short down missing`, "")

	figureCues = newCues(`raum zimmer og eg nr um ab bis seit ca circa rund etwa zirka gegen von vom halle seite wohnung whg room unit
		bay tisch jahr jahrgang baujahr error din version kw art kostet block rate km tag vor über unter mind max charge lot ticket id`,
		"artikel rechnung auftrag bestell fehler")

	// tellingWords stand between the word for a code or password and what it is.
	tellingWords = newCues(beingWords+"noch immer jetzt now still neu new", "")
)

// secretLists are the marks with their words, whole ones and stems.
var secretLists = []struct {
	mark mark
	cues *cues
}{
	{markCode, codeCues}, {markOther, notCodeCues}, {markPassword, passwordCues}, {markKey, keyCues}, {markPreposition, covering}, {markPreposition, placing},
	{markPlace, placeCues}, {markUnit, codeUnits}, {markFigure, figureCues}, {markTelling, tellingWords},
}

// stemMarks returns the marks of the stems in a lower-cased word.
func stemMarks(w string) (out mark) {
	for _, l := range secretLists {
		for _, stem := range l.cues.parts {
			if strings.Contains(w, stem) {
				out |= l.mark
				break
			}
		}
	}
	return out
}

// settled drops what the marks of a word rule out: a Barcode opens nothing, a
// Schraubenschlüssel no door.
func (m mark) settled(w string) mark {
	if m&markOther != 0 {
		m &^= markCode
	}
	if m&markKey != 0 && notKeyCues.has(w) {
		m &^= markKey
	}
	return m
}

// bare drops the English 's of "the code's 4711".
func bare(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

// secretToken is what counts of a token for the labeller of secrets.
type secretToken struct {
	word  uint32 // hash
	shape uint16 // hash
	marks mark
}

func (t *Text) secretToken(i int) secretToken {
	if f := t.form(i); f != nil {
		return f.secret
	}
	return t.describeSecret(i, t.mark(i))
}

// describeSecret works out what counts of token i, whose marks are known.
func (t *Text) describeSecret(i int, marks mark) secretToken {
	shape := shapeOf(t.Of(i))
	if t.Tokens[i].Kind == Link {
		shape = shapeOf("://")
	}
	k := secretToken{word: shape, shape: uint16(shape ^ shape>>16), marks: marks}
	if t.Tokens[i].Kind != Word {
		return k
	}
	w := t.Word(i)
	if marks&markUnheard != 0 && gazetteer.Lookup(bare(w)).IsName() {
		w = "a name" // so that no name of the labelled chats gets into the model
	}
	k.word = hashOf(w)
	return k
}

// shapeOf hashes the shape of a token: every digit and capital becomes its class, and so
// does every run of small letters. Signs stay what they are.
func shapeOf(s string) uint32 {
	h, last := uint32(fnvBasis), rune(0)
	for _, r := range s {
		class := r
		switch {
		case unicode.IsDigit(r):
			class = '9'
		case unicode.IsUpper(r):
			class = 'A'
		case unicode.IsLetter(r):
			class = 'a'
		}
		if class != 'a' || last != 'a' {
			h = (h ^ uint32(class)) * fnvPrime
		}
		last = class
	}
	return h
}

// FNV-1a with 32 bits.
const fnvBasis, fnvPrime = 2166136261, 16777619

func hashOf(s string) uint32 {
	h := uint32(fnvBasis)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}
