package redact

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// feminine is a woman by her husband's surname, as the south says it: die Huberin.
func (f *finder) feminine(i int, e gazetteer.Entry) int {
	t := &f.text
	if i == 0 || !t.Tokens[i].Upper || !determiners[t.Word(i-1)] && t.Word(i-1) != "zur" || !f.isPlain(e) {
		return -1
	}
	stem, ok := strings.CutSuffix(t.Word(i), "in")
	if !ok || !strings.HasSuffix(stem, "er") || trades[stem] || roles[stem] || roles[t.Word(i)] {
		return -1
	}
	if s := gazetteer.Lookup(stem); s.Surname >= 2 && f.frequency(s) < 2 && s.Place < 2 && !f.isNoun(s) {
		return i
	}
	return -1
}

// callings tell what somebody is called by the word behind them.
var callings = wordSet("named namin naming nicknamed genannt")

// callers are those who use a nickname; behind others, to call is to telephone.
var callers = wordSet("they we everyone everybody")

// bearers stand before "called" and a name.
var bearers = wordSet("is was he's she's someone somebody bloke lad guy man woman girl fella dude kid")

// called is a word with a capital behind "named", "they call", "his name is" and
// "genannt", which can be a day, a rank or a virtue.
func (f *finder) called(i int, e gazetteer.Entry) int {
	if f.isCalled(i) && f.text.Tokens[i].Upper && e.Class != gazetteer.Brand && (!f.isNoun(e) || e.IsName()) && !isAcronym(f.text.Of(i)) && tagger.Title(f.text.Word(i)) == tagger.NoTitle {
		return f.hyphenated(i)
	}
	return -1
}

// isCalled reports that the words before token i say that somebody is called so.
func (f *finder) isCalled(i int) bool {
	word := func(j int) string {
		if j < 0 {
			return ""
		}
		return f.text.Word(j)
	}
	before := word(i - 1)
	switch before {
	case "him", "her":
		if callings[word(i-2)] {
			return true
		}
		before = word(i - 2)
	case "is":
		switch word(i - 3) {
		case "his", "her", "their":
			return word(i-2) == "name"
		}
	}
	switch before {
	case "call":
		return callers[word(i-2)] || callers[word(i-3)]
	case "called":
		return bearers[word(i-2)]
	}
	return callings[before]
}

// goesOn is what goes on about the person named right before.
var goesOn = wordSet("he he's she she's who er")

// answered is a name that stands alone before what is said of its bearer, though it
// is a firm or a town as well: Hartley? he's in Spain.
func (f *finder) answered(i int, e gazetteer.Entry) int {
	t := &f.text
	if i+2 >= len(t.Tokens) || !t.Tokens[i].Upper || e.Surname < 2 || f.frequency(e) >= 3 || e.Class == gazetteer.Function || f.isNoun(e) || f.isInside(i) && !determiners[t.Word(i-1)] {
		return -1
	}
	if s := t.Of(i + 1); s != "?" && s != "," && s != ":" {
		return -1
	}
	if next := t.Word(i + 2); goesOn[next] || next == "der" && t.Of(i+1) == "?" && i+3 < len(t.Tokens) && !t.Tokens[i+3].Upper {
		return i
	}
	return -1
}

// noble is a particle and an unknown name behind it, at the start of a sentence or
// behind what somebody is: von Quellmalz zahlt nicht.
func (f *finder) noble(i int, _ gazetteer.Entry) int {
	t := &f.text
	if t.Word(i) != "von" || i+1 >= len(t.Tokens) || !t.Tokens[i+1].Upper || f.isInside(i) && !roles[t.Word(i-1)] && t.Word(i-1) != "frou" {
		return -1
	}
	next := gazetteer.Lookup(t.Word(i + 1))
	if next.First > 0 || next.Place > 1 || next.Class == gazetteer.Brand || next.Class == gazetteer.Function || f.isNoun(next) || f.frequency(next) > 1 || isAcronym(t.Of(i+1)) {
		return -1
	}
	return f.hyphenated(i + 1)
}

// host is an unknown word with a capital, alone before the comma of an address:
// Quellmalz, Ahornweg 4.
func (f *finder) host(i int, e gazetteer.Entry) int {
	t := &f.text
	if i+2 >= len(t.Tokens) || !t.Tokens[i].Upper || f.frequency(e) > 0 || !f.isPlain(e) || e.Place > 1 || isAcronym(t.Of(i)) || t.Of(i+1) != "," {
		return -1
	}
	if i > 0 && (t.Tokens[i-1].Kind == detector.Word && !determiners[t.Word(i-1)] || t.Tokens[i-1].Kind == detector.Number) {
		return -1
	}
	at := int(t.Tokens[i+2].Start)
	for _, a := range f.edits {
		if a.typ == detector.Address && a.start == at {
			return i
		}
	}
	return -1
}
