package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// secretMarks are the marks that the labeller of secrets hears. Most of what it knows of
// words it has learnt; the lists below let it hear of words that are rare in what it has
// learnt from.
const secretMarks = markCode | markPassword | markKey | markDigit | markPreposition | markPlace | markUnit | markOther | markFigure | markTelling | markUnheard

// The words with these marks.
var (
	codeCues = newCues(`code codes pin puk pincode passwort password passwd pw pwd kennwort codewort zahlenschloss zahlencode keypad
		padlock combo combination kombination keysafe lockbox passphrase passcode wlan wifi tresor safe alarm teamviewer entsperren
		entsperrt entsperr unlock unlocks bassword zahlenkombi keycode login nummernschloss tastenfeld combi nummernfeld otp tan pinpad keycard schlüsselrohr alarmaalag`,
		"code pin-nr passwor kennwor schlüsselkasten schlüsseltresor schlüsselbox schlüsselsafe schlüsselkast keysafe zahlenschlos alarmanlage alarmcode tresor wlan tank-pin türcod")

	// notCodeCues hold "code" and name no credential.
	notCodeCues = newCues("pins", "barcode qr-code qrcode strichcode farbcode fehlercode dresscode postcode postleit zipcode rabattcode gutscheincode fehlerc farbc vorwahl errorcode steuercode codec decode encod hotelcode buchungsc flugcode ländercode produktc aktionscode bestellcode trackingc sourcecode quellcode unicode zeitcode codename servicecode promoc")

	passwordCues = newCues(`passwort password passwd pw pwd kennwort codewort code wlan wifi fi login zugang bassword passphrase pin pw losungswort parole netzwerkschlüssel wlanschlüssel wpa wpa2
		netz admin teamviewer server root user anmeldung pc laptop account guest fernzugriff`, "passwor kennwor codewor")

	keyCues = newCues("key keys fob fobs spare spares ersatz reserve fernbedienung handsender garagenöffner toröffner türöffner",
		"schlüss schliss schlues slötel schlötel schlössel")

	// notKeyCues hold the word for a key and are a tool, a service or a box with a code.
	notKeyCues = newCues("", `dienst weite anhänger schrauben inbus drehmoment maul ring gabel torx verschlüss zuschlag rohr brett kasten tresor box safe tour
		keyboard übergabe loch wort bein figur rolle fertig qualifik branche kind noten verteil personalschl betreuung umlage entlüft`)

	hidingPrepositions = newCues(`unter unterm untern unnerm hinter hinterm hintern im in inner inne inna en auf aufm aufn uffm uff bei beim
		am an neben nebm innen über überm achter ünner unta untam undam unnam hinta hintam ob under underneath behind inside on above beside beneath aufn over onter onterm onderm hentr hentre henterm hinger hingerm unger ungerm ungere ufm ufem ünnern ünnerm achtern binnen enderm enterm hinderm näb nebem näbem in'n bi bim top bottom with at em`, "")

	placeCues = newCues(`tor tür türe haustür hintertür kellertür hintereingang haupteingang eingang pforte garage gartentor hoftor
		rolltor seitentor schranke schloss container baucontainer baustellentor spind türöffner gate door entry shed locker
		tablet laptop pc handy diensthandy rechner kassenrechner server windows admin zugang account müllraum schuppen padlock
		schlüsselkasten hausmeisterkasten keller truck porta zoom fernzugriff shutter barrier turnstile bollard override scharf unscharf schließfach bootshaus
		lichtschalter kasten box kennung kassensystem türcode key vpn netz schloß klingel`,
		"türe törchen eingang garage schließfach haustür hoftor gartentor rolltor werkstor seitentor spind schließanlage sprechanlage keller")

	codeUnits = newCues("ppm mbit mbits mbps gbit kbit kw kva bar psi rpm jahre volt watt grad kwh mhz ghz pts mm cm m km kg l liter euro eur uhr min minuten std stück stk mal leute x tage std kunden hz mb gb seiten blatt netto brutto words times drin übrig offen ft feet foot yards yds inch inches lbs lb pound pounds quid bucks percent guests pax fehlen fehlt fehlten short down missing", "")
)

// secretMarksOf returns the marks of a lower-cased word, but for markUnheard.
func secretMarksOf(w string) (out mark) {
	w = bare(w)
	set := func(m mark, is bool) {
		if is {
			out |= m
		}
	}
	other := notCodeCues.has(w)
	set(markCode, codeCues.has(w) && !other)
	set(markPassword, passwordCues.has(w))
	set(markKey, keyCues.has(w) && !notKeyCues.has(w))
	set(markDigit, spokenDigits[w] != "")
	set(markPreposition, hidingPrepositions.has(w))
	set(markPlace, placeCues.has(w))
	set(markUnit, codeUnits.has(w))
	set(markOther, other)
	set(markFigure, figureCues.has(w))
	set(markTelling, tellingWords.has(w))
	return out
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
	k := secretToken{word: shape, shape: uint16(shape ^ shape>>16), marks: marks}
	if t.Tokens[i].Kind != Word {
		return k
	}
	w := t.Word(i)
	if marks&markUnheard != 0 && gazetteer.Lookup(bare(w)).IsName() {
		w = "a name" // none may be learnt
	}
	k.word = hashOf(w)
	return k
}

// unheard reports a word that stands in no list of words.
func (t *Text) unheard(i int) bool {
	e := gazetteer.Lookup(bare(t.Word(i)))
	return t.Tokens[i].Kind == Word && e.German == 0 && e.English == 0
}

// shapeOf hashes the shape of a token: every digit and capital becomes its class, and so
// does every run of small letters.
func shapeOf(s string) uint32 {
	h, last := uint32(fnvBasis), rune(0)
	for _, r := range s {
		class := r
		switch {
		case '0' <= r && r <= '9':
			class = '9'
		case 'A' <= r && r <= 'Z', r == 'Ä', r == 'Ö', r == 'Ü':
			class = 'A'
		case 'a' <= r && r <= 'z', r > 0x7f && r < 0x250:
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
