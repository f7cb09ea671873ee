package detector

import "strings"

// plateShape is how the plates of a country look: d is a digit, a a letter, a blank
// any single blank or dash between tokens.
type plateShape struct {
	shape string
	// cued plates look like other codes too: a word for a parked or registered
	// vehicle must stand nearby.
	cued bool
}

var plateShapes = []plateShape{
	{"aa dd aa dddd", false}, // India
	{"aa dd a dddd", true},
	{"aadd aa dddd", false},
	{"aaddaadddd", true},
	{"aa da aa dddd", true},
	{"aaa dddaa", false}, // Nigeria
	{"aaa ddd aa", false},
	{"Kaa ddda", false}, // Kenya
	{"Kaa ddd a", true},
	{"Kaaa ddda", false}, // its motorcycles
	{"aaa dddd", true},   // most of the United States, Canada, Northern Ireland
	{"aaa ddd", true},
	{"aaaa ddd", true}, // Ontario
	{"daaaddd", true},  // California
	{"daa daa", true},  // Victoria
	{"daaa ddd", true}, // Western Australia
	{"Sddd aaa", true}, // South Australia
	{"aa dd aa", true}, // Northern Territory and the Netherlands
	{"aa ddd a", true}, // the Netherlands since 2006
	{"addd aaa", true}, // Britain before 2001
	{"ddd aaa", true},  // Queensland
	{"aa ddd aaa", true},
	{"aaa dda", true},
	{"aaa ddda", true},
	{"add aaa", true},
	{"aa ddd aa", true}, // France and Italy, with dashes
	{"aa ddddd", true},  // Poland
	{"aaa ddddd", true},
}

// parkedCues stand beside plates of every country.
var parkedCues = newCues(`parked parking towed tow tag tagged plate plates rego reg registration registered truck van ute lorry pickup matatu okada
	keke lagos rav4 corolla civic camry silverado ranger hiace prado astra corsa clio yaris tesla honda toyota nissan hilux kennzeichen geparkt parkt abgeschleppt falschparker zugeparkt nummernschild blocking outside drive driveway banger bakkie moped clamped clocked speeding halteverbot`, "kennzeich")

// plateStates stand before a plate to say where it is from.
var plateStates = newCues("texas california florida ohio nevada arizona georgia michigan tennessee oregon illinois ontario quebec alberta manitoba queensland victoria", "")

// foreignPlate reads a plate of another country at token i, in upper case.
func foreignPlate(t *Text, i int) (last int, ok bool) {
	if t.kind(i) == Number && (t.size(i) != 3 || phoneUnits.has(t.wordAt(i+1))) {
		return 0, false // only Queensland's open with a bare number, and 482 EUR is a price
	}
	if !t.Tokens[i].Upper && !t.Tokens[i].Digit || t.size(i) > 10 || !upperToken(t, i, i) {
		return 0, false
	}
	for _, p := range plateShapes {
		last, ok := t.matches(i, p.shape)
		if !ok || shouting(t, i, last) && !usStates.has(t.wordAt(i-1)) {
			continue
		}
		if !p.cued || parkedCues.around(t, i, last, 5) || plateCues.before(t, i, 8) || plateStates.has(t.wordAt(i-1)) {
			return last, true
		}
	}
	return 0, false
}

// matches reports that the tokens from i on have the shape, and returns the last.
func (t *Text) matches(i int, shape string) (last int, ok bool) {
	for {
		part, rest, more := strings.Cut(shape, " ")
		if t.kind(i) > Number || t.size(i) != len(part) || !shapedToken(t.Of(i), part) {
			return 0, false
		}
		if !more {
			return i, true
		}
		shape = rest
		switch {
		case t.isDash(i+1) && t.gap(i) == 0 && t.gap(i+1) == 0:
			i += 2
		case t.gap(i) == 1:
			i++
		default:
			return 0, false
		}
	}
}

// shapedToken reports that s, in upper case, has the shape of one part.
func shapedToken(s, part string) bool {
	for k := range len(s) {
		if c := s[k]; c > 'Z' || c > '9' && c < 'A' || c < '0' {
			return false
		}
	}
	return shaped(s, part)
}

// swissPlate reads the grouping ZH 512 448, which no word needs to explain.
func swissPlate(t *Text, i int) (last int, ok bool) {
	if !cantons.has(t.Of(i)) || t.gap(i) != 1 || t.gap(i+1) != 1 || t.kind(i+3) == Number {
		return 0, false
	}
	for j := i + 1; j <= i+2; j++ {
		if !t.asciiDigits(j) || t.size(j) != 3 {
			return 0, false
		}
	}
	return i + 2, t.Of(i + 1)[0] != '0' && !phoneUnits.has(t.wordAt(i+3))
}
