package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// englishEndings end a street name behind its house number.
var englishEndings = newCues(`street st road rd lane ln avenue ave drive dr close court ct place pl way crescent cres terrace
	gardens gdns grove gro grv parade square sq mews boulevard blvd bvd av highway hwy embankment circle pde tce terr cct esplanade cir trl trail loop pkwy
	parkway ter cl cresc crst causeway wynd vennel brae pend bypass turnpike tpke expy fwy byway circular nagar marg colony salai`, "")

// englishWeak end street names and much else: they need a post code or a cue.
var englishWeak = newCues(`row hill bank park view green walk rise wharf quay bridge gate fields end meadow heath common orchard loan
	cottages cottage yard fold paddocks paddock croft garth vale villas mansions barns chase dell ridge alley
	knoll knolls hollow mead meadows downs spinney copse coppice toft holt hurst lea leys brow cove creek esker drove
	bend lawn house lodge manor tower towers apartments apts residency enclave`, "")

// englishThings end street names, and what is ordered or planned: they need a post
// code, a town, a cue or a name before.
var englishThings = newCues("plaza cross crossing strand pass glen run path point landing mount heights cliff springs woods wood pines oaks burn links", "")

// unitWords open the part of an address before the house number.
var unitWords = newCues("flat apt apartment unit suite garden floor cottage house farm lodge barn po box the ground basement studio room", "")

// titles open a name and not a street, even before "Dr.".
var titles = newCues("frau herr herrn fam familie mr mrs ms miss madam madame monsieur mevrouw meneer signor signora señor señora pani", "")

// englishCues say that an address follows.
var englishCues = newCues("at to address lives live moved deliver delivery delivered ship bill post drop off from outside near number code key keys viewing viewings job jobs", "")

// longestStreet is how many words a street name has at most, without its ending.
const longestStreet = 4

// englishStreet reads 27 Larkfield Close behind the house number i to n, with flat,
// town and post code around.
func englishStreet(t *Text, i, n int) (start, last int, why string) {
	first := n + 1
	if commaBehindHouse(t, i, n) {
		first++ // 14, Marine Drive
	}
	if shiftTimes(t, i, n) || titles.has(t.wordAt(first)) {
		return 0, 0, ""
	}
	if oneWordStreet(t, i, n) || untypedStreet(t, i, n) {
		last, _ = englishPlace(t, first)
		return unitStart(t, i), last, "street in one word behind its number"
	}
	words := 0
	for j := first; words < longestStreet && mayNameStreet(t, j, words); j++ {
		if words > 0 && endsStreet(t, i, j, words) {
			if last = typedStreet(t, i, n, first, j); last == 0 {
				return 0, 0, ""
			}
			return unitStart(t, i), last, "street behind its number"
		}
		if t.Word(j) == "st" && t.punct(j+1, '.') {
			j++
		}
		words++
		if words > 1 && outwardCode(t, j+1) && streetInCase(t, i, first, j, false) {
			return unitStart(t, i), j + 1, "name behind its number, with district"
		}
	}
	return 0, 0, ""
}

// commaBehindHouse reports the comma of "14, Marine Drive" behind the house number i to n, which
// is no year and no time that somebody comes at.
func commaBehindHouse(t *Text, i, n int) bool {
	year := t.size(i) == 4 && (i == 0 || t.number(i) >= 1900 && t.number(i) <= 2035)
	return t.punct(n+1, ',') && t.gap(n) == 0 && t.wordAt(i-1) != "at" && !year
}

// mayNameStreet reports a word that may go on with a street name of which so many words stand
// before it: "5th" is one of the first two.
func mayNameStreet(t *Text, j, words int) bool {
	return t.kind(j) == Word && t.gap(j-1) == 1 && (!t.Tokens[j].Digit || words < 2 && t.ordinal(j) > 0)
}

// endsStreet reports the ending of a street name at token j, of which so many words stand before it
// behind the house number i. Of two endings the last one counts.
func endsStreet(t *Text, i, j, words int) bool {
	w := t.Word(j)
	return (englishEndings.has(w) || weakEnding(w)) && !englishEndings.has(t.wordAt(j+1)) && !(doctor(t, j) && (words < 2 || t.size(i) < 3))
}

// weakEnding reports an ending that needs more than itself.
func weakEnding(w string) bool { return englishThings.has(w) || englishWeak.has(w) }

// typedStreet returns the last token of the address whose street name stands from token first to its
// ending at token j, behind the house number i to n; 0 if it is none.
func typedStreet(t *Text, i, n, first, j int) (last int) {
	ending := t.Word(j)
	if !streetInCase(t, i, first, j, englishEndings.has(ending)) {
		return 0
	}
	last, coded := englishPlace(t, j)
	if !weakEnding(ending) || coded || announced(t, i, n, first, j) {
		return last
	}
	if last = placeBehind(t, j); last == j {
		return 0
	}
	return last
}

// announced reports that what stands around the house number i to n and the street name first to j
// tells that they are an address.
func announced(t *Text, i, n, first, j int) bool {
	listed := t.kind(i-1) == Break && englishThings.has(t.Word(j)) // 3 plain pines, on a line of its own
	return standsAlone(t, i, j) && !listed || slashed(t, i, n) || skipNumberWord(t, i-1) != i-1 ||
		t.wordAt(i-1) == "in" || englishCues.before(t, i, 6) || theGiven(t, first, j)
}

// oneWordEndings end names of streets that are one word, and of fields, of which numbers
// stand before hardly any other.
var oneWordEndings = strings.Fields("side mead field grove croft dale ridge hurst gate wharf")

// oneWordStreet reports "at 27 Tollgate." behind the house number i to n: a name that is
// no word of everyday English, in a clause that holds nothing else behind it.
func oneWordStreet(t *Text, i, n int) bool {
	j := n + 1
	if !t.capital(j) || t.gap(n) != 1 || t.size(n) > 3 {
		return false
	}
	if w := t.Word(j); !hasEnding(w, oneWordEndings) || gazetteer.Lookup(w).English > 2 {
		return false
	}
	return addressEnds(t, j) && (englishCues.before(t, i, 2) || t.kind(i-1) == Break || t.punct(i-1, ','))
}

// untypedStreet reports "at 416 Tamarack" behind the house number i to n: the name of a
// street without its type, behind a number that can be no hour.
func untypedStreet(t *Text, i, n int) bool {
	j := n + 1
	if t.wordAt(i-1) != "at" || !t.capital(j) || t.size(j) < 4 || t.gap(n) != 1 {
		return false
	}
	name := gazetteer.Lookup(t.Word(j))
	if name.English > 2 || name.Noun {
		return false
	}
	if slashed(t, i, n) || i == n && !digitsOnly(t.Word(i)) {
		return true
	}
	return name.First == 0 && i == n && t.number(i) > 24 && (t.size(i) < 3 || t.number(i)%5 > 0)
}

// slashed reports the flat and the house "8/22", as Australians write it, which is no date
// before a street.
func slashed(t *Text, i, n int) bool { return n == i+2 && t.punct(i+1, '/') }

// doctor reports "Dr. Haller" at the abbreviation, which is no drive.
func doctor(t *Text, j int) bool {
	return t.Word(j) == "dr" && t.punct(j+1, '.') && t.kind(j+2) == Word && t.Tokens[j+2].Upper
}

// standsAlone reports an address that is a line of its own, or a clause of its own
// behind a name: its number is token i, its last word token j.
func standsAlone(t *Text, i, j int) bool {
	if unit := unitAfter(t, j); unit > j {
		return addressEnds(t, unit)
	}
	if !addressEnds(t, j) && t.kind(j+1) != Word {
		return false
	}
	if t.kind(i-1) == Break {
		return addressEnds(t, j) || t.Tokens[j].Upper && gazetteer.Lookup(t.Word(i+1)).English < 2
	}
	if !t.punct(i-1, ',') && !t.punct(i-1, '.') {
		return false
	}
	counted := englishThings.has(t.Word(j)) || strings.HasSuffix(t.Word(j), "s") // well, 2 Holiday Cottages
	return addressEnds(t, j) && !counted || t.kind(i-2) == Word && t.Tokens[i-2].Upper && t.kind(i-3) == Word && t.Tokens[i-3].Upper
}

// outwardCode reports the first half of a British post code at token i, as people
// give it for the district: HX7, SE22.
func outwardCode(t *Text, i int) bool {
	if t.punct(i, ',') {
		i++
	}
	if t.kind(i) != Word || t.size(i) > 4 || !t.Tokens[i].Digit || !upperToken(t, i, i) || t.gap(i-1) != 1 {
		return false
	}
	letters, digits := splitLetters(t.Of(i))
	return len(letters) >= 1 && len(letters) <= 2 && len(digits) <= 2 && digitsOnly(digits) && digits[0] != '0'
}

// indianAddress reads back from the PIN code at token i, six digits behind a town,
// to the number of the house: "Flat 302, Palm Court, Marine Drive, Mumbai 400020".
func indianAddress(t *Text, i int) (start int, ok bool) {
	if !t.asciiDigits(i) || t.size(i) != 6 || t.Of(i)[0] == '0' || strings.HasSuffix(t.wordAt(i-1), "schein") || t.kind(i-1) != Word && !t.isDash(i-1) {
		return 0, false
	}
	commas, house := 0, false
	k := i - 1
	for ; k >= 0 && k > i-20; k-- {
		switch {
		case t.punct(k, ','):
			commas++
		case t.kind(k) == Word && (t.Tokens[k].Upper || t.Tokens[k].Digit), t.isDash(k), t.punct(k, '.') && t.size(k-1) <= 2, t.kind(k) == Number:
			house = house || t.Tokens[k].Digit
		default:
			return k + 1, house && commas >= 2 && t.kind(k+1) <= Number
		}
	}
	return k + 1, house && commas >= 2 && t.kind(k+1) <= Number
}

// flatInBlock reads "B-304 Palm Court, Marine Drive" at the number of the flat: a
// named building with its street behind.
func flatInBlock(t *Text, i int) (start, last int) {
	if !t.isDash(i-1) || t.gap(i-1) != 0 || t.gap(i-2) != 0 || t.size(i-2) != 1 || !t.Tokens[i-2].Upper || t.number(i) < 1 {
		return 0, 0
	}
	j, comma := i+1, false
	for ; j <= i+8; j++ {
		switch {
		case t.punct(j, ',') && !comma && j > i+1:
			comma = true
		case t.kind(j) != Word || !t.Tokens[j].Upper:
			return 0, 0
		case comma && (englishEndings.has(t.Word(j)) || blocks.has(t.Word(j-2))):
			return i - 2, j
		}
	}
	return 0, 0
}

// blocks are what buildings with flats are called in India.
var blocks = newCues("residency apartments apts towers heights enclave society complex nivas bhavan chs", "")

// shiftTimes reports "7-2 Tiverton Rd" and "shift 8-12 Tiverton Rd": hours of work,
// which fall or stand behind a word for them.
func shiftTimes(t *Text, i, n int) bool {
	from, to := t.number(i), t.number(n)
	return n == i+2 && t.isDash(i+1) && from <= 12 && to <= 12 && (to < from || shiftCues.before(t, i, 3))
}

var shiftCues = newCues("shift shifts hours trial mon tue tues wed thu thurs fri sat sun today tomorrow", "")

// lastEnglish reports an English street name that ends with token j, for a number
// behind it as on the continent: "Mill Lane 12".
func lastEnglish(t *Text, j int) bool {
	switch t.wordAt(j) {
	case "road", "rd", "lane", "avenue", "ave", "crescent", "terrace", "street":
		return t.Tokens[j].Upper && t.kind(j-1) == Word && t.Tokens[j-1].Upper && t.gap(j-1) == 1
	}
	return false
}

// streetInCase reports that the name first to j is capitalised, or that a strong
// ending stands behind a word for an address.
func streetInCase(t *Text, i, first, j int, strong bool) bool {
	upper := true
	if w, _, _ := strings.Cut(t.Word(first), "'"); !t.Tokens[first].Upper && gazetteer.Lookup(w).English >= 6 {
		return false // stops at 63 who'd do the books here
	}
	for k := first; k <= j; k++ {
		upper = upper && (t.Tokens[k].Upper || t.punct(k, '.') || t.Tokens[k].Digit)
		switch t.Word(k) {
		case "and", "or", "of", "for", "in", "on", "per", "from", "across", "down", "up", "this", "that":
			return false
		}
	}
	if strong && t.kind(i-1) == Break && j == first+1 && len(t.Word(j)) > 2 && gazetteer.Lookup(t.Word(first)).English < 3 {
		return true // 14 acacia drive
	}
	return upper || strong && (englishCues.before(t, i, 2) || unitWords.before(t, i, 2)) && (len(t.Word(j)) > 2 || englishCues.before(t, i, 1))
}

// unitStart returns the first token of "Flat 9," or "2/1," before the house number i.
func unitStart(t *Text, i int) int {
	if !t.punct(i-1, ',') {
		return i
	}
	k := i - 2
	for ; k >= 0 && k > i-8; k-- {
		if t.kind(k) > Punct || t.oneOf(k, ",.:") || t.kind(k) == Word && !t.Tokens[k].Upper && !t.Tokens[k].Digit {
			break
		}
	}
	k++
	if comma := i - 1; k < comma && (unitWords.has(t.Word(k)) || unitWords.has(t.Word(comma-1)) || unitNumber(t, k, comma)) {
		return k
	}
	return i
}

// unitNumber reports the number of a flat, such as 2/1 or 9b, from token k to a comma. A
// number of four digits is a year or another house.
func unitNumber(t *Text, k, comma int) bool {
	if months[t.Word(k+1)] > 0 {
		return false // born 5 March 1968, 21 Quarry Terrace
	}
	return t.Tokens[k].Digit && comma-k <= 3 && t.gap(k-1) > 0 && t.size(k) <= 4 && !(t.kind(k) == Number && t.size(k) == 4)
}

// englishPlace returns the last token of town and post code behind token n, n if
// none follow, and whether a post code is among them.
func englishPlace(t *Text, n int) (last int, coded bool) {
	n = unitAfter(t, n)
	for j := n + 1; j <= n+9 && j < len(t.Tokens); j++ {
		if end := britishPostCode(t, j); end > 0 {
			return end, true
		}
		if end := zipCode(t, j); end > 0 {
			return end, true
		}
		if !t.punct(j, ',') && !(t.kind(j) == Word && (t.Tokens[j].Upper || t.Word(j) == "upon")) {
			break
		}
	}
	if outwardCode(t, n+1) {
		if t.punct(n+1, ',') {
			n++
		}
		return n + 1, true
	}
	if k := afterTownSign(t, n); k > n && townAt(t, k+1) {
		return k + 1, false
	}
	return n, false
}

// britishPostCode returns the last token of SK4 9ZZ or V93 X7D2 at token i, or 0.
func britishPostCode(t *Text, i int) int {
	if t.kind(i) != Word || t.kind(i+1) != Word && t.kind(i+1) != Number || !t.Tokens[i].Digit || !t.Tokens[i+1].Digit || t.gap(i) != 1 || !upperToken(t, i, i+1) {
		return 0
	}
	out, in := t.Of(i), t.Of(i+1)
	letters, digits := splitLetters(out)
	switch {
	case outward(letters, digits) && inward(in), eircode(out, in):
		return i + 1
	}
	return 0
}

// outward reports the first part of a British post code: one or two letters, and one or
// two signs of which the first is a digit.
func outward(letters, digits string) bool {
	return oneOrTwo(letters) && oneOrTwo(digits) && digits[0] <= '9'
}

func oneOrTwo(s string) bool { return len(s) == 1 || len(s) == 2 }

// inward reports the second part of a British post code: a digit and two letters.
func inward(s string) bool {
	return len(s) == 3 && s[0] <= '9' && digitCount([]byte(s)) == 1
}

// eircode reports the Irish code: a letter, two digits (or D6W), four more characters.
func eircode(out, in string) bool {
	return len(out) == 3 && len(in) == 4 && out[0] >= 'A' && out[1] <= '9' && (out[2] <= '9' || out == "D6W") && digitCount([]byte(in)) < 4
}

// usStates are the postal abbreviations of the United States.
var usStates = newCues(`al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc
	nd oh ok or pa pr ri sc sd tn tx ut vt va wa wv wi wy`, "")

// australianStates are the abbreviations of Australian states and territories.
var australianStates = newCues("nsw vic qld wa sa tas act nt", "")

// zipCode returns the last token of "OH 45402" or "NSW 2150" at token i, or 0.
func zipCode(t *Text, i int) int {
	if t.kind(i) != Word || !hasUpper(t.Of(i)) || t.gap(i) != 1 || !t.asciiDigits(i+1) {
		return 0
	}
	if n := t.size(i + 1); n == 5 && usStates.has(t.Word(i)) || n == 4 && australianStates.has(t.Word(i)) {
		return i + 1
	}
	return 0
}

// codedAddress reads back from a British, Irish or American post code at token i to
// a named house or a street. An Eircode alone names one house.
func codedAddress(t *Text, i int) (start, last int, why string) {
	last = britishPostCode(t, i)
	if last == 0 {
		if last = zipCode(t, i-1); last == 0 {
			return 0, 0, ""
		}
		i--
	}
	segments := 1
	k := i - 1
	for ; k >= 0 && k > i-16; k-- {
		if t.punct(k, ',') {
			segments++
			continue
		}
		abbreviated := t.punct(k, '.') && t.size(k-1) <= 2
		if t.kind(k) == Word && (t.Tokens[k].Upper || t.Tokens[k].Digit) || t.kind(k) == Number || t.isDash(k) || abbreviated {
			continue
		}
		break
	}
	start = k + 1
	for t.punct(start, ',') || t.isDash(start) {
		start++
		segments--
	}
	switch {
	case segments >= 2 && start < i:
		return start, last, "address with post code"
	case eircode(t.Of(i), t.wordAsWritten(last)):
		return i, last, "Eircode of one house"
	}
	return 0, 0, ""
}

// wordAsWritten returns token i as written, "" outside the text.
func (t *Text) wordAsWritten(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Of(i)
}
