package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// personDetector finds names of persons.
var personDetector = Detector{
	Name:  "person",
	Types: []Type{Person},
	Gate:  func(t *Text) bool { return len(t.Tokens) > 0 },
	Find:  findPersons,
}

func findPersons(t *Text, ctx Context, found []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		score, why := nameScore(t, ctx, i)
		if score == 0 {
			continue
		}
		last := i
		for last+1 < len(t.Tokens) && isSurnameAfter(t, ctx, last) {
			last++
		}
		found = append(found, Entity{Type: Person, Start: int(t.Tokens[i].Start), End: nameEnd(t, last), Score: score, Why: why})
		i = last
	}
	return found
}

// nameScore says how sure it is that a name begins at token i.
func nameScore(t *Text, ctx Context, i int) (float32, string) {
	tok := t.Tokens[i]
	if tok.Kind != Word || tok.Digit {
		return 0, ""
	}
	w := t.Word(i)
	if titleWords[w] != 0 || len(w) < 2 {
		return 0, ""
	}
	e := lookupName(w)
	if ctx.People != nil && (tok.Upper || max(e.German, e.English) < 4) {
		if k := ctx.People.Known(w); k >= 0.5 {
			return k, "known in the chat"
		}
	}
	if afterTitle(t, i) && (tok.Upper || e.Surname > 0) && e.Class != gazetteer.Function {
		return 0.95, "after a title"
	}
	common := max(e.German, e.English)
	switch {
	case e.Class == gazetteer.Function, e.Class == gazetteer.Brand, e.Class == gazetteer.Homonym && e.First < 7:
		return 0, ""
	case e.First >= 5 && (tok.Upper || common <= 3), e.First >= 4 && common <= 2 && e.Case < 3:
		return 0.8, "first name"
	case tok.Upper && e.Surname >= 4 && common <= 1 && e.Place == 0 && i > 0:
		return 0.6, "surname"
	}
	return 0, ""
}

// lookupName looks a word up, or its stem where only the stem is a name.
func lookupName(w string) gazetteer.Entry {
	e := gazetteer.Lookup(w)
	if stem := Stem(w); stem != w && !e.IsName() {
		if s := gazetteer.Lookup(stem); s.IsName() {
			return s
		}
	}
	return e
}

func afterTitle(t *Text, i int) bool {
	for i > 0 && t.Of(i-1) == "." {
		i--
	}
	return i > 0 && t.Tokens[i-1].Kind == Word && titleWords[t.Word(i-1)] != 0
}

// isSurnameAfter reports whether the token behind the name that ends at i
// belongs to it.
func isSurnameAfter(t *Text, ctx Context, i int) bool {
	next := t.Tokens[i+1]
	if next.Kind != Word || !next.Upper || !t.Tokens[i].Upper {
		return false
	}
	e := lookupName(t.Word(i + 1))
	return e.Surname >= 2 && max(e.German, e.English) <= 3 && e.Class != gazetteer.Function
}

// nameEnd returns where the name in token i ends: before a possessive ending.
func nameEnd(t *Text, i int) int {
	w, end := t.Word(i), int(t.Tokens[i].End)
	stem := Stem(w)
	if stem == w || gazetteer.Lookup(w).IsName() && !strings.ContainsAny(w, "'’`´") {
		return end
	}
	return int(t.Tokens[i].Start) + len(stem)
}
