package detector

// idDocumentDetector finds numbers of identity cards, passports, driving
// licences and residence permits.
var idDocumentDetector = Detector{
	Name:  "id-document",
	Types: []Type{IDDocument},
	Gate:  func(t *Text) bool { return t.Digits >= 2 },
	Find:  findIDDocument,
}

// documentCues name a document.
var documentCues = newCues("perso pass passport passports pp brp cdl passnr passnummer id-card licence license dl fahrerkarte uswiis uswis residence visa",
	"ausweis personr personumm reisepass führerschein fuehrerschein aufenthaltstitel aufenthaltskart kinderausweis passkopie utwies identitätskart")

// documentEnglish are the words beside which a bare number is a document number.
var documentEnglish = newCues("passport passports licence license", "")

// partWords name what has part numbers of the same shapes.
var partWords = newCues("teil teile ersatzteil part parts", "")

// licenceKey are words of software licences.
var licenceKey = newCues("key keys software app windows office lizenz lizenzschlüssel", "")

// foreignCues name cards that other countries give; they hold for long numbers only.
var foreignCues = newCues("card karte cnic curp dni", "")

// documentExamples are the specimens that the authorities show.
var documentExamples = map[string]bool{
	"L01X00T47": true, "L01X00T471": true, "C01X00T47": true, "C01X00T478": true, "C01X0006H": true, "C01X0006H1": true, "B072RRE2I55": true,
}

func findIDDocument(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		k := t.Tokens[i]
		if k.Kind > Number || !k.Digit && !(k.Kind == Word && k.Upper && k.End-k.Start <= 5) || partOfLonger(t, i) {
			continue
		}
		if e, last, ok := documentAt(t, i); ok {
			out = append(out, e)
			i = last
		}
	}
	return out
}

func documentAt(t *Text, i int) (Entity, int, bool) {
	var c compact
	c.read(t, i, 20)
	for n := c.n; n >= 8; n-- {
		last, ok := c.ends(n)
		if !ok || digitCount(c.text[:n]) < 2 {
			continue
		}
		v, shape := document(c.text[:n])
		if shape == "" {
			continue
		}
		if !documentHolds(t, i, last, v, shape) {
			continue
		}
		e := t.span(IDDocument, i, last, 0.9, shape)
		e.Example = documentExamples[string(c.text[:n])]
		return e, last, true
	}
	return Entity{}, 0, false
}

// documentHolds weighs the shape, its check digit and the words around it.
func documentHolds(t *Text, i, last int, v verdict, shape string) bool {
	upper := upperToken(t, i, last)
	if upper && (shape == shapeMixed || shape == shapeSerial) && licenceClass(t, last) {
		return true
	}
	named := documentEnglish.before(t, i, 3)
	if shape == shapeMixed && !(upper && (named || gluedTokens(t, i, last) || seriesAndNumber(t, i, last))) || shape == shapeNumber && last > i && !(named && inThrees(t, i, last)) {
		return false
	}
	if partWords.before(t, i, 9) && !documentCues.around(t, i, last, 7) {
		return false
	}
	if productCues.before(t, i, 3) || licenceKey.before(t, i, 3) {
		return false
	}
	switch {
	case v == valid && upper && !(shape == shapeSerial && wordAndDigits(t, i, last)):
		return true
	case shape == shapeDriver:
		return foreignCues.around(t, i, last, 7) || documentCues.around(t, i, last, 7)
	case shape == shapeNumber:
		return documentCues.before(t, i, 5) || documentEnglish.around(t, i, last, 7) || t.answers(i, documentCues)
	case documentCues.around(t, i, last, 9) || t.answers(i, documentCues):
		return true
	case v != invalid && foreignCues.before(t, i, 2):
		return shape == shapeMixed || shape == shapeSerial
	}
	return shape == shapeSerial && v != invalid && upper && i == last && (alone(t, i, last) || documentCues.before(t, i, 12))
}

// seriesAndNumber reports "AB 123456" right beside the name of a document: the series in
// letters and six digits or more, as in Romania, Ukraine and Georgia.
func seriesAndNumber(t *Text, i, last int) bool {
	return last == i+1 && !t.Tokens[i].Digit && t.size(i) == 2 && t.kind(last) == Number && t.size(last) >= 6 && t.gap(i) == 1 && documentCues.around(t, i, last, 5)
}

// inThrees reports three groups of three digits.
func inThrees(t *Text, i, last int) bool {
	return last == i+2 && t.size(i) == 3 && t.size(i+1) == 3 && t.size(last) == 3
}

// licenceClass reports "class B" of a driving licence behind token last.
func licenceClass(t *Text, last int) bool {
	switch t.wordAt(last + 1) {
	case "class", "category", "klasse":
		return t.size(last+2) <= 2 && t.kind(last+2) == Word && t.Tokens[last+2].Upper && t.Of(last + 2)[0] <= 'E'
	}
	return false
}

// wordAndDigits reports a word without digits and groups of digits behind, such as
// a network and its telephone number.
func wordAndDigits(t *Text, i, last int) bool {
	if t.Tokens[i].Digit || t.size(i) < 2 || t.gap(i) == 0 {
		return false
	}
	for i++; i <= last && t.kind(i) == Number; i++ {
	}
	return i > last
}

// gluedTokens reports that no blank stands between the tokens i and last.
func gluedTokens(t *Text, i, last int) bool {
	for ; i < last; i++ {
		if t.gap(i) != 0 {
			return false
		}
	}
	return true
}

// upperToken reports that no letter of the tokens is in lower case.
func upperToken(t *Text, i, last int) bool {
	for _, c := range []byte(t.Raw[t.Tokens[i].Start:t.Tokens[last].End]) {
		if 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}

const (
	shapeSerial   = "identity card or passport number"
	shapeLicence  = "driving-licence number"
	shapeUK       = "British driving-licence number"
	shapeDriver   = "driver card number named so"
	shapeNumber   = "document number named so"
	shapeMixed    = "document number of another country named so"
	documentChars = "0123456789CFGHJKLMNPRTVWXYZ"
)

// document tells what the characters look like and whether a check digit holds.
func document(s []byte) (verdict, string) {
	digits := digitCount(s)
	switch {
	case (len(s) == 9 || len(s) == 10 || len(s) == 11 && s[10] == 'D') && germanSerial(s[:9]):
		if len(s) == 9 {
			return unknown, shapeSerial
		}
		return verdictOf(s[9] >= '0' && s[9] <= '9' && icao731(s[:9]) == int(s[9]-'0') && digitCount(s[1:9]) < 8 && digits >= 3), shapeSerial
	case len(s) == 11 && s[0] >= 'A' && s[0] <= 'P' && digitCount(s[1:4]) == 3 && (s[9] == 'X' || s[9] <= '9'):
		return germanLicence(s), shapeLicence
	case (len(s) == 16 || len(s) == 18) && britishLicence(s):
		return valid, shapeUK
	case len(s) >= 16 && len(s) <= 18 && s[0] == 'D' && s[1] >= 'A' && digits == len(s)-2:
		return unknown, shapeDriver
	case digits == len(s) && (len(s) == 8 || len(s) == 9):
		return unknown, shapeNumber
	case len(s) <= 17 && digits >= 5 && digits < len(s):
		return unknown, shapeMixed
	}
	return unknown, ""
}

// britishLicence reports five letters of the surname, the birth date with the
// month in the middle (women + 50), two initials, a digit and two letters.
func britishLicence(s []byte) bool {
	month, day := 0, 0
	if digitCount(s[:3]) == 0 && digitCount(s[5:11]) == 6 && digitCount(s[14:16]) == 0 {
		month, day = two(s[6:])%50, two(s[8:])
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (s[11] == '9' || s[11] >= 'A')
}

// germanSerial reports the nine characters of a card, permit or passport: no
// vowels and none of the letters one may misread (PAuswG § 2, PassV annex 11).
func germanSerial(s []byte) bool {
	if s[0] < 'A' {
		return false
	}
	for _, c := range s {
		ok := false
		for k := 0; k < len(documentChars) && !ok; k++ {
			ok = documentChars[k] == c
		}
		if !ok {
			return false
		}
	}
	return true
}

// germanLicence checks the tenth character: weights 9 to 1 by modulo 11, ten is X
// (FeV § 49).
func germanLicence(s []byte) verdict {
	sum := 0
	for k, c := range s[:9] {
		sum += alnum(c) * (9 - k)
	}
	check := byte('0' + sum%11)
	if sum%11 == 10 {
		check = 'X'
	}
	return verdictOf(s[9] == check)
}
