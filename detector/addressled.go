package detector

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// englishAddress reads what stands behind its house number i to n, as in the
// English-speaking world and in French; last is 0 if nothing does.
func englishAddress(t *Text, i, n int) (e Entity, last int) {
	if last = max(numberedRoad(t, i, n), ledStreet(t, n)); last > 0 {
		return t.span(Address, unitStart(t, i), last, 0.9, "street behind its number"), last
	}
	if start, last, why := englishStreet(t, i, n); why != "" {
		return t.span(Address, start, last, 0.93, why), last
	}
	if start, last := ruralBox(t, i); last > 0 {
		return t.span(Address, start, last, 0.9, "box on a rural route"), last
	}
	return Entity{}, 0
}

// ledTypes are the words for a street that stand before its name: Welsh, Irish, Maltese,
// Spanish as in the south-west of the United States, French.
var ledTypes = newCues(`heol ffordd stryd lôn maes clos rhodfa cae llys cwrt gerddi rhes teras erw trem tan
	bóthar sráid ascaill lána páirc triq
	calle camino caminito avenida avda paseo vía via callejon callejón circulo placita vereda cerrada privada alameda
	rue chemin impasse allée quai ruelle montée`, "")

// smallTypes are written small, as French does behind the number: 12, rue du Port.
var smallTypes = newCues("rue chemin impasse allée quai ruelle montée avenue boulevard place", "")

// nameParticles stand between such a word and the name: Heol y Bryn, Calle de la Luna.
var nameParticles = newCues("y yr de del la las los el du des le les d l na an il", "")

// compassPoints stand between house number and street in North America.
var compassPoints = newCues("n s e w ne nw se sw north south east west", "")

// ledStreet reads "6 Heol y Bryn", "4418 E Calle Luna" and "12, rue du Port" behind
// the house number whose last token is n, and returns the last token of the
// address, or 0.
func ledStreet(t *Text, n int) int {
	j := n + 1
	if t.punct(j, ',') && t.gap(n) == 0 {
		j++
	}
	if compassPoints.has(t.wordAt(j)) && t.Tokens[j].Upper && t.gap(j) == 1 {
		j++
	}
	w := t.wordAt(j)
	if w == "via" && t.size(n) < 3 || w == "tan" && !nameParticles.has(t.wordAt(j+1)) {
		return 0 // 2 via courier, 3 Tan shoes
	}
	if t.kind(j) != Word || t.gap(j-1) != 1 || !(ledTypes.has(w) && t.Tokens[j].Upper || smallTypes.has(w) && !t.Tokens[j].Upper) {
		return 0
	}
	for j++; nameParticles.has(t.wordAt(j)) && !(t.Tokens[j].Upper && addressEnds(t, j)); j++ {
		if t.isDash(j + 1) {
			j++
		}
	}
	if !streetName(t, j) {
		return 0
	}
	for k := 0; k < 2 && streetName(t, j+1) && t.gap(j) == 1 && !outwardCode(t, j+1) && !(t.Word(j+1) == "st" || britishPostCode(t, j+1) > 0); k++ {
		j++
	}
	last, _ := englishPlace(t, dashed(t, j))
	return last
}

// streetName reports a capitalised word that can be the name of a street.
func streetName(t *Text, j int) bool {
	return t.kind(j) == Word && t.Tokens[j].Upper && !t.Tokens[j].Digit && t.size(j) > 1 && gazetteer.Lookup(t.Word(j)).English < 6
}

// dashed returns the last token of the words glued to token j by dashes.
func dashed(t *Text, j int) int {
	for t.isDash(j+1) && t.gap(j) == 0 && t.gap(j+1) == 0 && t.kind(j+2) == Word {
		j += 2
	}
	return j
}

// numberedRoads are the words before the number of a country road.
var numberedRoads = [...]string{"county road", "county rd", "state road", "state highway", "state route", "farm road", "ranch road", "highway", "hwy", "route", "rte", "cr", "fm"}

// numberedRoad reads "3320 County Road 214" and "11180 Hwy 49 N" behind the house
// number i to n, which is long there, and returns the last token of the address, or 0.
func numberedRoad(t *Text, i, n int) int {
	if i != n || t.size(i) < 3 || t.kind(n+1) != Word || !t.Tokens[n+1].Upper || t.gap(n) != 1 {
		return 0
	}
	for _, road := range numberedRoads {
		j := n + 1
		first, second, two := strings.Cut(road, " ")
		if t.Word(j) != first {
			continue
		}
		if two {
			if j++; t.wordAt(j) != second {
				continue
			}
		}
		if j++; t.number(j) < 1 || t.size(j) > 4 || t.gap(j-1) != 1 || countedUnits.has(t.wordAt(j+1)) {
			continue
		}
		if compassPoints.has(t.wordAt(j+1)) && t.Tokens[j+1].Upper {
			j++
		}
		last, _ := englishPlace(t, j)
		return last
	}
	return 0
}

// ruralBox reads "RR 2 Box 114" at the number of the route, and returns its first
// and last token, or 0, 0.
func ruralBox(t *Text, i int) (start, last int) {
	w := t.wordAt(i - 1)
	if w != "rr" && w != "hc" && w != "route" || t.wordAt(i+1) != "box" || t.number(i+2) < 1 || !t.Tokens[i-1].Upper {
		return 0, 0
	}
	if start = i - 1; w == "route" && t.wordAt(i-2) == "rural" {
		start--
	}
	last, _ = englishPlace(t, i+2)
	return start, last
}

// longNumber reports a house number of five digits, as in the suburbs of North America.
func longNumber(t *Text, i int) bool {
	return t.asciiDigits(i) && t.size(i) == 5 && t.Of(i)[0] != '0' && (i == 0 || t.gap(i-1) > 0) && t.kind(i+1) == Word && t.Tokens[i+1].Upper
}

// unitsBehind open the part of an address behind an English street.
var unitsBehind = newCues("apt apartment unit flat suite ste", "")

// unitAfter returns the last token of "Apt 4B" or "#12" behind the street that ends
// with token n, n if none follows.
func unitAfter(t *Text, n int) int {
	j := n + 1
	if t.punct(j, ',') {
		j++
	}
	switch {
	case unitsBehind.has(t.wordAt(j)):
		if t.punct(j+1, '.') || t.punct(j+1, '#') {
			j++
		}
	case t.punct(j, '#') && t.gap(j) == 0:
	default:
		return n
	}
	if j++; t.kind(j) <= Number && t.size(j) <= 4 && (t.Tokens[j].Digit || t.size(j) == 1 && t.Tokens[j].Upper) {
		return j
	}
	return n
}

// placeBehind returns the town of "2 Beck Cottages, Newbiggin" behind token n: a
// capitalised word behind a comma that prose and people do not have; else n.
func placeBehind(t *Text, n int) int {
	j := n + 2
	if !t.punct(n+1, ',') || t.kind(j) != Word || !t.Tokens[j].Upper || t.Tokens[j].Digit || t.size(j) < 4 {
		return n
	}
	if e := gazetteer.Lookup(t.Word(j)); e.English > 2 || e.German > 2 || e.IsName() && e.Place == 0 || e.First > 2 {
		return n
	}
	return j
}

// theGiven reports "4 The Paddocks": a name first to j that opens with a capital
// article and ends a clause or stands before a town.
func theGiven(t *Text, first, j int) bool {
	return t.Word(first) == "the" && t.Tokens[first].Upper && (addressEnds(t, j) || t.kind(j+1) == Word && t.Tokens[j+1].Upper)
}

// namedForPerson returns the first token of "Robert-Koch 51", the street in short
// form, before the house number i to n, or -1: a given name and a surname joined by
// a dash name no person.
func namedForPerson(t *Text, j, n int) int {
	if !t.isDash(j-1) || !gluedTokens(t, j-2, j) || !t.capital(j-2) || !t.Tokens[j].Upper || t.isDash(j-3) {
		return -1
	}
	if t.size(n) > 3 || !addressEnds(t, n) {
		return -1
	}
	first, second := gazetteer.Lookup(t.Word(j-2)), gazetteer.Lookup(t.Word(j))
	if first.First < 3 || second.First > 0 || second.Surname < 3 {
		return -1
	}
	return j - 2
}

// quay reports "Hietzinger Kai" and "Altmühler Plan" with the second word at token j;
// behind other words, Kai is a given name and Plan a sheet of paper.
func quay(t *Text, j int) bool {
	k := j - 1
	if t.Word(j) != "kai" && t.Word(j) != "plan" || !t.Tokens[j].Upper || t.kind(k) != Word || !t.Tokens[k].Upper || t.gap(k) != 1 {
		return false
	}
	w := t.Word(k)
	e := gazetteer.Lookup(w)
	return slices.Contains(streetForms, w) || len(w) > 5 && strings.HasSuffix(w, "er") && !e.Noun && e.First == 0 && e.German < 3
}

// streetForms are adjectives of streets in -er that look like others.
var streetForms = []string{"alter", "neuer", "oberer", "unterer"}
