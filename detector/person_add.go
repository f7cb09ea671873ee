package detector

import (
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// additions find names that the spelling proves where the tagger saw none.
var additions = []func(*Text, Context, int) (name, bool){
	titledName,
	mentionedName,
}

// titledName finds the surname behind Herr, Frau, Familie, Mr …
func titledName(t *Text, _ Context, i int) (name, bool) {
	kind := tagger.Title(t.Word(i))
	if kind != tagger.Address && kind != tagger.Family {
		return name{}, false
	}
	shortened := i+1 < len(t.Tokens) && t.Of(i+1) == "." && t.Glued(i)
	if len(t.Of(i)) <= 2 && !shortened {
		return name{}, false // Fr is Friday, ms a unit
	}
	first := i + 1
	for first < len(t.Tokens) && (t.Of(first) == "." || tagger.Title(t.Word(first)) == tagger.Academic || particles[t.Word(first)]) {
		first++
	}
	if first >= len(t.Tokens) || !looksTitled(t, first) {
		return name{}, false
	}
	last := first
	for last+2 < len(t.Tokens) && t.Of(last+1) == "-" && t.Glued(last) && t.Tokens[last+2].Upper {
		last += 2
	}
	return name{tagger.Span{Class: tagger.Person, First: first, Last: last, Score: 0.9}, "title"}, true
}

// looksTitled reports whether a word behind a title can be a surname.
func looksTitled(t *Text, i int) bool {
	k, w := t.Tokens[i], t.Word(i)
	if k.Kind != Word || k.Digit || len(w) < 2 || isRole(w) || len(w) < 3 && !k.Upper {
		return false
	}
	e := gazetteer.Lookup(w)
	if k.Upper {
		return e.Class != gazetteer.Function
	}
	return e.Surname >= 3 && e.Class != gazetteer.Function
}

// mentionedName finds the name in @Kevin.
func mentionedName(t *Text, ctx Context, i int) (name, bool) {
	if t.Of(i) != "@" || i+1 >= len(t.Tokens) || !t.Glued(i) || i > 0 && t.Glued(i-1) {
		return name{}, false
	}
	k, w := t.Tokens[i+1], t.Word(i+1)
	if k.Kind != Word || k.Digit || len(w) < 2 {
		return name{}, false
	}
	e := gazetteer.Lookup(w)
	if ctx.People != nil && ctx.People.Known(w) >= 0.4 || e.Class != gazetteer.Function && !isRole(w) && (k.Upper || e.First >= 3) {
		return name{tagger.Span{Class: tagger.Person, First: i + 1, Last: i + 1, Score: 0.9}, "mention"}, true
	}
	return name{}, false
}
