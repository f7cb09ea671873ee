package detector

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// plateDetector finds licence plates: German ones by the list of districts, those
// of other countries by their format and, where it is loose, a word beside them.
var plateDetector = Detector{
	Name:  "licence-plate",
	Types: []Type{LicensePlate},
	Gate:  func(t *Text) bool { return t.Digits >= 1 },
	Find:  findPlate,
}

//go:embed data/districts.txt
var districtList string

// districts are the codes that German plates begin with (FZV annex 1), in lower case.
var districts = newCues(strings.ToLower(districtList), "")

// plateCues name a plate.
var plateCues = newCues("kennz kz kfz plate plates reg rego regos registration nummernschild kennzeiche", "kennzeichen nummernschild number-plate autonummer")

// vehicleCues name a vehicle or what one does with it.
var vehicleCues = newCues(`auto autos wagen wogn kiste karre pkw lkw bulli bus sprinter transporter anhänger hänger golf passat
	fiesta polo caddy crafter transit vito kombi fahrer fahrzeug parkt parkverbot steht parken tüv au licht haken halter
	van truck car lorry bike motorrad roller parked parking bay hire golf reg seat audi bmw opel ford vw mercedes skoda
	dacia toyota trailer sedan pickup fährt foahrt gefahren zulassung zugelassen schilder leihwagen mietwagen firmenwagen dienstwagen plates blockiert versperrt zugeparkt ausfahrt usfahrt bremsen reifen ölwechsel inspektion kupplung auspuff felgen winterreifen sommerreifen blitzer geblitzt`,
	"kennzeichen wagen fahrzeug anhänger transporter firmenbus parkplatz parkschaden einfahrt geparkt abgeschleppt falschpark halteverbot tiefgarage")

// plateNegative are words of other codes with letters and digits, as the word before.
var plateNegative = newCues(`artikel art art-nr nr typ type modell model norm din en iso ral farbe art-no part item fach regal
	raum zimmer box halle gleis tor block reihe rolle palette schrank fehler code lampe sicherung klemme kabel rohr platte
	ersatz sendung klasse größe gr profil version ref referenz chiffre plombe bestellnr bestellnummer`, "artikeln bestelln auftragsn rechnungsn seriennu teilen")

// plateNorms are district codes with letters behind that open norms, pipes, cables
// and the like, or are small words.
var plateNorms = map[string]*cues{
	"din": newCues("en", ""), "en": newCues("is", ""), "fi": newCues("ls rc", ""), "pe": newCues("hd x rt ld", ""), "kg": newCues("dn", ""),
	"hv": newCues("sl", ""), "wc": newCues("s", ""), "in": newCues("ca", ""), "um": newCues("ca", ""), "ok": newCues("so", ""), "so": newCues("ca", ""),
	"ab": newCues("ca", ""), "bis": newCues("ca", ""), "s": newCues("m l xl", ""), "m": newCues("l xl", ""), "l": newCues("xl", ""),
	"b": newCues("l", ""), "los": newCues("l", ""), "co": newCues("c", ""), "kw": newCues("h", ""),
}

// plateReach is how many tokens before its digits a plate begins at most, unless it
// is all in capitals.
const plateReach = 4

func findPlate(t *Text, _ Context, out []Entity) []Entity {
	digit := -1
	for i := 0; i < len(t.Tokens); i++ {
		if digit < i {
			digit = nextDigit(t, i)
		}
		if digit-i > plateReach && !t.Tokens[i].Upper || t.kind(i) > Number || partOfPlateLike(t, i) {
			continue
		}
		if e, last, ok := plateAt(t, i); ok && !gluedBehind(t, last) && !otherCode(t, i) {
			out = append(out, e)
			i = last
		}
	}
	return out
}

// nextDigit returns the first token with a digit from token i on, or the end.
func nextDigit(t *Text, i int) int {
	for i < len(t.Tokens) && !t.Tokens[i].Digit {
		i++
	}
	return i
}

var numbering = newCues("nr no number nummer", "")

// otherCode reports a word for another code right before token i, in the same sentence.
func otherCode(t *Text, i int) bool {
	nr := i - 1
	if t.punct(nr, '.') {
		nr--
	}
	if numbering.has(t.wordAt(nr)) && (vehicleCues.has(t.wordAt(nr-1)) || plateCues.has(t.wordAt(nr-1))) {
		return false // Auto Nr. ZH 418 902
	}
	ended := (t.punct(i-1, '.') || t.punct(i-1, '!')) && t.size(i-2) > 4
	return !ended && plateNegative.before(t, i, 1)
}

// partOfPlateLike reports a token glued to what stands before it.
func partOfPlateLike(t *Text, i int) bool {
	return i > 0 && t.gap(i-1) == 0 && (t.separator(i-1) || t.kind(i-1) <= Number || t.punct(i-1, '_') || t.punct(i-1, '@'))
}

// gluedBehind reports that token i goes on with a sign and a letter or digit, or
// with a second measure.
func gluedBehind(t *Text, i int) bool {
	if t.wordAt(i+1) == "x" && t.kind(i+2) == Number {
		return true
	}
	if t.gap(i) != 0 || t.gap(i+1) != 0 {
		return false
	}
	sign := t.isDash(i+1) || t.punct(i+1, '/') || t.punct(i+1, '_')
	decimal := t.punct(i+1, ',') || t.punct(i+1, '.')
	return sign && t.kind(i+2) <= Number || decimal && t.kind(i+2) == Number
}

func plateAt(t *Text, i int) (Entity, int, bool) {
	if t.kind(i) == Number {
		if last, ok := irishPlate(t, i); ok {
			return t.span(LicensePlate, i, last, 0.9, "Irish plate"), last, true
		}
		if last, ok := foreignPlate(t, i); ok {
			return t.span(LicensePlate, i, last, 0.8, "plate of another country"), last, true
		}
		return Entity{}, 0, false
	}
	if last, ok := britishPlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.9, "British plate"), last, true
	}
	if last, ok := germanPlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.93, "German plate with known district"), last, true
	}
	if last, ok := alpinePlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.85, "Austrian or Swiss plate"), last, true
	}
	if last, ok := swissPlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.85, "Swiss plate"), last, true
	}
	if last, ok := foreignPlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.8, "plate of another country"), last, true
	}
	if last, ok := namedPlate(t, i); ok {
		return t.span(LicensePlate, i, last, 0.8, "plate named so"), last, true
	}
	return Entity{}, 0, false
}

// germanPlate reads M-AB 1234, M AB 1234, M-AB1234E; glued and lower-case forms
// need a word that names the plate.
func germanPlate(t *Text, i int) (last int, ok bool) {
	if t.size(i) > 5 || !districts.words[t.Word(i)] {
		if last, ok := strangePlate(t, i); ok {
			return last, true
		}
		if last, ok := joinedPlate(t, i); ok {
			return last, true
		}
		return gluedPlate(t, i)
	}
	j, dash := i+1, false
	if t.isDash(j) || t.punct(j, ':') && t.gap(i) == 0 && t.gap(j) == 0 {
		j, dash = j+1, true
	} else if (t.punct(j, '.') || t.punct(j, '/')) && t.gap(i) == 0 && t.gap(j) == 0 {
		j++
	}
	if t.gap(i) > 1 || t.kind(j) != Word || t.gap(j-1) > 1 {
		return 0, false
	}
	letters, digits := splitLetters(t.Of(j))
	if letters == "" || len(letters) > 2 {
		return 0, false
	}
	last = j
	if digits == "" {
		last = j + 1
		if (t.isDash(last) || t.punct(last, '.')) && t.gap(j) == 0 {
			last++
		}
		if t.gap(last-1) > 1 {
			return 0, false
		}
		digits = t.wordIfDigits(last)
	}
	if !plateNumber(digits) || t.size(i)+len(letters)+len(digits) > 10 {
		return 0, false
	}
	if (t.wordAt(last+1) == "e" || t.wordAt(last+1) == "h") && t.gap(last) <= 1 && t.Tokens[last+1].Upper {
		last++
	}
	return last, germanPlateFits(t, i, j, last, dash, letters)
}

// wordIfDigits returns token i if it starts with a digit.
func (t *Text) wordIfDigits(i int) string {
	if t.kind(i) > Number || !t.Tokens[i].Digit {
		return ""
	}
	return t.Of(i)
}

// germanPlateFits weighs case, dash and the words around.
func germanPlateFits(t *Text, i, j, last int, dash bool, letters string) bool {
	if norms := plateNorms[t.Word(i)]; norms != nil && norms.words[t.Lower[t.Tokens[j].Start:int(t.Tokens[j].Start)+len(letters)]] {
		return false
	}
	upper := upperToken(t, i, j) && hasUpper(t.Of(i)) && hasUpper(letters)
	named := plateCues.around(t, i, last, 4)
	vehicle := named || vehicleCues.around(t, i, last, 8)
	switch {
	case named:
		return upper || dash || !inProse(t.Word(i)) || !inProse(letters)
	case upper && dash:
		return true
	case upper:
		return vehicle || t.size(i) >= 2 && digitCount([]byte(t.Of(last))) >= 2 && !shouting(t, i, last)
	case dash:
		return vehicle && t.gap(i) == 0
	}
	return false
}

// inProse reports a word that is common in German or English.
func inProse(w string) bool {
	e := gazetteer.Lookup(strings.ToLower(w))
	return e.German >= 3 || e.English >= 3
}

// strangePlate reads MUX-AB 123 beside a word for a vehicle: districts are founded
// anew, and people mistake a letter.
func strangePlate(t *Text, i int) (last int, ok bool) {
	last = i + 3
	if t.size(i) != 3 || !t.isDash(i+1) || t.size(i+2) > 2 || t.gap(i) != 0 || t.gap(i+1) != 0 || t.gap(i+2) != 1 ||
		t.kind(i) != Word || t.kind(i+2) != Word || !upperToken(t, i, i+2) || !plateNumber(t.wordIfDigits(last)) || t.size(last) < 2 {
		return 0, false
	}
	return last, !t.Tokens[i].Digit && !t.Tokens[i+2].Digit && (vehicleCues.around(t, i, last, 8) || plateCues.around(t, i, last, 4))
}

// hasUpper reports that the letters of s, a code of a few letters, are upper case.
func hasUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return s != ""
}

// shouting reports that a neighbour of the tokens i to last is an upper-case word too.
func shouting(t *Text, i, last int) bool {
	for _, j := range [2]int{i - 1, last + 1} {
		if t.kind(j) == Word && t.size(j) > 1 && hasUpper(t.Of(j)) && !t.Tokens[j].Digit {
			return true
		}
	}
	return false
}

// splitLetters cuts "AB1234E" into "AB" and "1234E".
func splitLetters(s string) (letters, digits string) {
	n := 0
	for n < len(s) && (s[n] < '0' || s[n] > '9') {
		n++
	}
	for _, r := range s[:n] {
		if r > 'z' {
			return "", ""
		}
	}
	return s[:n], s[n:]
}

// plateNumber reports 1 to 9999 with an optional E or H.
func plateNumber(s string) bool {
	if n := len(s); n > 1 && (s[n-1] == 'E' || s[n-1] == 'H' || s[n-1] == 'e' || s[n-1] == 'h') {
		s = s[:n-1]
	}
	return digitsOnly(s) && len(s) <= 4 && s[0] != '0'
}

// gluedPlate reads MAB1234 or M AB1234 in one token beside a word that names it.
func gluedPlate(t *Text, i int) (int, bool) {
	if !t.Tokens[i].Digit {
		return 0, false
	}
	letters, digits := splitLetters(t.Word(i))
	if len(letters) < 2 || len(letters) > 5 || t.size(i) < 5 || !plateNumber(digits) || !plateCues.around(t, i, i, 4) {
		return 0, false
	}
	return i, knownDistrict(letters)
}

// joinedPlate reads MAB 1234, district and letters in one, beside a word for a plate
// or a parked vehicle.
func joinedPlate(t *Text, i int) (last int, ok bool) {
	last = i + 1
	if t.isDash(last) && t.gap(i) == 0 {
		last++
	}
	n := t.size(i)
	if n < 2 || n > 5 || t.Tokens[i].Digit || !upperToken(t, i, i) || !knownDistrict(t.Word(i)) {
		return 0, false
	}
	if t.gap(last-1) > 1 || t.size(last) < 2 || !plateNumber(t.wordIfDigits(last)) {
		return 0, false
	}
	return last, (plateCues.around(t, i, last, 4) || parkedCues.around(t, i, last, 5)) && !shouting(t, i, last) && !gluedBehind(t, last)
}

// knownDistrict reports letters that open with a district and go on with one or two.
func knownDistrict(letters string) bool {
	for n := max(1, len(letters)-2); n <= 3 && n < len(letters); n++ {
		if districts.words[letters[:n]] {
			return true
		}
	}
	return false
}

// britishPlate reads MT19 KXF and EJ 22 KLD.
func britishPlate(t *Text, i int) (int, bool) {
	if t.size(i) == 7 && upperToken(t, i, i) && shapedToken(t.Of(i), "aaddaaa") {
		return i, vehicleCues.around(t, i, i, 8) || plateCues.around(t, i, i, 4)
	}
	if n := t.size(i); n != 2 && n != 4 {
		return 0, false
	}
	letters, digits := splitLetters(t.Of(i))
	j := i
	if digits == "" {
		j, digits = i+1, t.wordIfDigits(i+1)
	}
	last := j + 1
	if len(letters) != 2 || len(digits) != 2 || !digitsOnly(digits) || j > i && t.gap(i) > 1 {
		return 0, false
	}
	if t.size(last) != 3 || t.kind(last) != Word || t.Tokens[last].Digit || t.gap(j) > 1 {
		return 0, false
	}
	if l, _ := splitLetters(t.Of(last)); l == "" {
		return 0, false
	}
	if upperToken(t, i, last) {
		named := vehicleCues.around(t, i, last, 8) || plateCues.around(t, i, last, 4)
		return last, j == i || named && !shouting(t, i, last)
	}
	return last, plateCues.around(t, i, last, 4) && !everyday(t.Word(last)) && (j == i || !everyday(letters))
}

// irishPlate reads 191-C-20447: year and half, county, number. Blanks may stand for
// the dashes beside a word for a vehicle.
func irishPlate(t *Text, i int) (int, bool) {
	county, last := i+2, i+4
	if !t.isDash(i + 1) {
		county, last = i+1, i+2
	}
	if !irishYear(t, i) || t.kind(last) != Number || t.size(last) > 6 || last == i+4 && !t.isDash(i+3) {
		return 0, false
	}
	switch t.wordAsWritten(county) {
	case "C", "CE", "CN", "CW", "D", "DL", "G", "KE", "KK", "KY", "L", "LD", "LH", "LM", "LS", "MH", "MN", "MO", "OY", "RN", "SO", "T", "TN", "TS", "W", "WD", "WH", "WX", "WW":
		if t.Of(last)[0] == '0' {
			return 0, false
		}
		if last == i+4 {
			return last, gluedTokens(t, i, last)
		}
		spaced := t.gap(i) == 1 && t.gap(county) == 1 && t.size(i) == 3 && t.size(last) >= 3
		return last, spaced && (parkedCues.around(t, i, last, 8) || vehicleCues.around(t, i, last, 8))
	}
	return 0, false
}

// irishYear reports the year of an Irish plate at token i: two digits from 1987,
// since 2013 with a third for the half of the year.
func irishYear(t *Text, i int) bool {
	switch n := t.number(i); t.size(i) {
	case 2:
		return n >= 87 || n >= 0 && n <= 12
	case 3:
		return n > 130 && (n%10 == 1 || n%10 == 2)
	}
	return false
}

// alpineDistricts are Austrian districts and Swiss cantons.
var (
	austrianDistricts = newCues(`AM B BA BL BM BN BR BZ DL DO EF EU FB FE FF FK FR FV G GB GD GF GM GR GS GU HA HB HE HF
		HL HO I IL IM JE JO JU JW K KB KF KI KL KO KR KS KU L LA LB LE LF LI LL LN LZ MA MD ME MI MT MU MZ ND NK OP OW P PE
		PL PT RA RE RI RO S SB SD SE SL SP SR SV SW SZ TA TU UU VB VI VK VL VO W WB WE WK WL WN WO WT WU WY WZ ZE ZT ZW`, "")
	cantons = newCues("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH", "")
)

// alpinePlate reads SL-219 KV and ZH 418 902.
func alpinePlate(t *Text, i int) (int, bool) {
	code := t.Of(i)
	j, dash := i+1, false
	if t.isDash(j) {
		j, dash = j+1, true
	}
	if dash && austrianDistricts.has(code) {
		if gluedAustrian(t, i, j) {
			return j, true
		}
		if wishedAustrian(t, i, j) {
			return j + 1, true
		}
	}
	if !t.asciiDigits(j) || t.gap(i) > 1 || t.gap(j-1) > 1 || t.Of(j)[0] == '0' {
		return 0, false
	}
	if austrianDistricts.has(code) && t.size(j) >= 2 && t.size(j) <= 5 && t.gap(j) <= 1 && t.kind(j+1) == Word {
		if letters, digits := splitLetters(t.Of(j + 1)); len(letters) <= 3 && letters != "" && digits == "" && hasUpper(letters) {
			return j + 1, dash || vehicleCues.around(t, i, j+1, 8)
		}
	}
	if !cantons.has(code) || !(vehicleCues.around(t, i, j, 8) || plateCues.around(t, i, j, 4)) {
		return 0, false
	}
	if t.size(j) == 3 && t.gap(j) == 1 && t.asciiDigits(j+1) && t.size(j+1) == 3 {
		return j + 1, true
	}
	return j, t.size(j) >= 3 && t.size(j) <= 6
}

// wishedAustrian reports "MB 52TR" behind the dash, letters first as on plates that
// their owner chose, beside a word for a vehicle.
func wishedAustrian(t *Text, i, j int) bool {
	if t.kind(j) != Word || t.size(j) > 3 || t.Tokens[j].Digit || t.gap(i) != 0 || t.gap(j-1) != 0 {
		return false
	}
	if t.kind(j+1) != Word || t.gap(j) != 1 || !upperToken(t, j, j+1) {
		return false
	}
	number := strings.TrimRight(t.Of(j+1), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return digitsOnly(number) && len(number) <= 3 && t.size(j+1)-len(number) <= 2 && vehicleCues.around(t, i, j+1, 8)
}

// gluedAustrian reports "12345X" behind the dash, beside a word for a vehicle.
func gluedAustrian(t *Text, i, j int) bool {
	if t.kind(j) != Word || t.gap(i) != 0 || t.gap(j-1) != 0 || !upperToken(t, j, j) {
		return false
	}
	digits := digitCount([]byte(t.Of(j)))
	letters := strings.TrimLeft(t.Of(j), "0123456789")
	return digits >= 2 && digits <= 5 && len(letters) >= 1 && len(letters) <= 3 && digits+len(letters) == t.size(j) && vehicleCues.around(t, i, j, 8)
}

// tags are what plates are called in America.
var tags = newCues("tag tags", "")

// namedPlate reads any mix of letters and digits in upper case right behind a word
// for a plate.
func namedPlate(t *Text, i int) (int, bool) {
	if !t.Tokens[i].Upper && !t.Tokens[i].Digit || !upperToken(t, i, i) {
		return 0, false
	}
	greeting := strings.Contains(t.Lower, "guten tag") // no American tag
	tagged := t.wordAt(i-1) == "tag" && vehicleCues.around(t, i, i, 8)
	said := sayingVerbs.has(t.wordAt(i-1)) || bare(t.wordAt(i-1)) != t.wordAt(i-1)
	named := tagged || plateCues.before(t, i, 2) || said && (plateCues.before(t, i, 8) || !greeting && tags.before(t, i, 4))
	if !named || shouting(t, i, i) {
		return 0, false
	}
	var c compact
	c.read(t, i, 9)
	for n := c.n; n >= 5; n-- {
		if last, ok := c.ends(n); ok && upperToken(t, i, last) {
			digits := digitCount(c.text[:n])
			return last, digits >= 1 && digits < n
		}
	}
	return 0, false
}
