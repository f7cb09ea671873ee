package detector

import "github.com/chatlint/chatlint/detector/gazetteer"

// floorWords tell where in the house.
var floorWords = newCues(`og eg ug dg stock etage stockwerk hinterhaus vorderhaus seitenflügel hh vh rg whg wohnung haus aufgang
	tür top stiege links rechts mitte erdgeschoss obergeschoss hinterhof apt apartment`, "")

// townPrefixes open the name of a town of several words.
var townPrefixes = newCues("bad sankt st hann neu groß klein markt alt hohen nieder ober unter", "")

// placeAfter returns the last token of what belongs to an address behind token n:
// floor, post code, town. coded tells that a post code is among it.
func placeAfter(t *Text, n int) (last int, coded bool) {
	floor := floorAfter(t, n)
	for _, from := range [2]int{floor, n} {
		if p := postCodeAfter(t, from); p > 0 {
			return townEnd(t, p), true
		}
	}
	if last := codeAlone(t, n); last > 0 {
		return last, true
	}
	if townFollows(t, floor) {
		return townEnd(t, afterTownSign(t, floor)), false
	}
	return floor, false
}

// floorAfter returns the last token of floor words behind token n, n if none follow.
func floorAfter(t *Text, n int) int {
	last := n
	for j := n + 1; j <= n+9 && j < len(t.Tokens); j++ {
		w := t.Word(j)
		switch {
		case t.kind(j) == Word && floorWords.has(w):
			last = j
			// A flat or house has its number or letter behind.
			if (w == "whg" || w == "wohnung" || w == "top" || w == "haus" || w == "aufgang" || w == "apt") && numberOrLetter(t, j) > 0 {
				last = numberOrLetter(t, j)
				j = last
			}
		case t.oneOf(j, ",./"):
			if t.punct(j, '.') && last == n && t.gap(j-1) == 0 && t.kind(j-1) <= Number && j == n+1 {
				return last
			}
		case t.kind(j) == Number && t.size(j) <= 2:
		default:
			return last
		}
	}
	return last
}

// numberOrLetter returns the number or lone letter behind token j and a dot, or 0.
func numberOrLetter(t *Text, j int) int {
	k := j + 1
	if t.punct(k, '.') {
		k++
	}
	if t.kind(k) == Number && t.size(k) <= 3 || t.kind(k) == Word && t.size(k) == 1 {
		return k
	}
	return 0
}

// beforePostCode are the words between a house number and a post code: 4 in 85354, 4 D-85354.
var beforePostCode = newCues("in d a ch", "")

// postCodeAfter returns the token of a post code behind token n, or 0: five digits,
// or four with a capitalised word behind.
func postCodeAfter(t *Text, n int) int {
	j := n + 1
	for ; j <= n+3; j++ {
		lineEnds := t.kind(j) == Break && j < len(t.Tokens)
		if !t.punct(j, ',') && !t.punct(j, '/') && !t.isDash(j) && !lineEnds && !beforePostCode.has(t.wordAt(j)) {
			break
		}
	}
	if !t.asciiDigits(j) || t.kind(j+1) != Word || t.Tokens[j+1].Digit || t.gap(j) > 2 || t.size(j+1) < 3 {
		return 0
	}
	if t.isDash(j-1) && t.gap(j-1) == 0 && t.kind(j-2) == Number && t.gap(j-2) == 0 {
		return 0 // 24-88-1077
	}
	switch t.size(j) {
	case 5:
		return j
	case 4:
		if t.Of(j)[0] != '0' && t.Tokens[j+1].Upper && !countedUnits.has(t.Word(j+1)) {
			return j
		}
	}
	return 0
}

// townEnd returns the last token of the town whose post code or preposition is token p.
func townEnd(t *Text, p int) int {
	j := p + 1
	for townPrefixes.has(t.wordAt(j)) && t.kind(j+1) <= Punct {
		j++
		if t.punct(j, '.') {
			j++
		}
	}
	if t.kind(j) != Word {
		return max(p, j-1)
	}
	for t.isDash(j+1) && t.gap(j) == 0 && t.gap(j+1) == 0 && t.kind(j+2) == Word {
		j += 2
	}
	switch t.wordAt(j + 1) {
	case "am", "an", "im", "in", "ob", "a", "i", "bei", "vor", "auf", "unter":
		k := j + 2
		if t.punct(k, '.') {
			k++
		}
		if articles.has(t.wordAt(k)) {
			k++
		}
		if t.kind(k) == Word && t.Tokens[k].Upper && townRiver(t.Word(k)) {
			return k
		}
	}
	return j
}

// townRiver reports the second half of names such as Frankfurt am Main.
func townRiver(w string) bool {
	e := gazetteer.Lookup(w)
	return e.Place > 0 || e.German < 4
}

// townAt reports a capitalised word that is a town.
func townAt(t *Text, i int) bool {
	if t.kind(i) != Word || !t.Tokens[i].Upper || t.size(i) < 3 || addressCues.has(t.Word(i)) || placeNouns.has(t.Word(i)) {
		return false
	}
	e := gazetteer.Lookup(t.Word(i))
	return e.Place > 0 && e.German < 5 && (!e.Noun || e.Place > 1)
}

// afterTownSign returns the comma or "in" behind token n, or n.
func afterTownSign(t *Text, n int) int {
	if t.punct(n+1, ',') || t.wordAt(n+1) == "in" {
		return n + 1
	}
	return n
}

// codeAlone returns the token of a German post code without its town that ends the
// clause behind token n and a comma, or 0.
func codeAlone(t *Text, n int) int {
	if j := n + 2; t.punct(n+1, ',') && t.asciiDigits(j) && t.size(j) == 5 && addressEnds(t, j) {
		return j
	}
	return 0
}

// townFollows reports a town behind token n, after a comma, "in" or nothing.
func townFollows(t *Text, n int) bool {
	p := afterTownSign(t, n)
	return townAt(t, p+1) && t.gap(p) <= 1 || t.wordAt(p) == "in" && p > n && t.kind(p+1) == Word && t.Tokens[p+1].Upper && !everyday(t.Word(p+1))
}

// placeBefore returns the token of the post code in "70327 Stuttgart, Hauptstr. 5",
// whose street begins at token i, or i.
func placeBefore(t *Text, i int) int {
	if !t.punct(i-1, ',') || t.kind(i-2) != Word || !t.Tokens[i-2].Upper || !t.asciiDigits(i-3) || t.gap(i-3) != 1 {
		return i
	}
	if n := t.size(i - 3); n == 4 || n == 5 {
		return i - 3
	}
	return i
}
