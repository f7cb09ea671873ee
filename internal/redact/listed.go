package redact

import (
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// enumerators stand before what comes next in a list: first Rowe, then Field.
var enumerators = wordSet("und u oder dann danach erst zuerst and or then first danoch denn")

// listed finds surnames that are nouns as well in a list of names: first Rowe,
// then Field and Marsh. What stands beside names without an article is a name.
func (f *finder) listed() {
	from := 0
	for i := range f.text.Tokens {
		if f.endsList(i) {
			f.inList(from, i)
			from = i + 1
		}
	}
	f.inList(from, len(f.text.Tokens))
}

// endsList reports a token that ends a list: the end of a line or of a sentence.
func (f *finder) endsList(i int) bool {
	if f.text.Tokens[i].Kind == detector.Break {
		return true
	}
	switch f.text.Of(i) {
	case ".", "!", "?":
		return true
	}
	return false
}

// inList finds the names of the list that the tokens between two places are.
func (f *finder) inList(from, to int) {
	var rest []int
	named, joints := false, 0
	for i := from; i < to; i++ {
		if i > from {
			if !f.joins(i - 1) {
				continue
			}
			joints++
		}
		switch {
		case f.hidesName(i):
			named = true
		case f.canBeListed(i):
			rest = append(rest, i)
		}
	}
	if !named || joints < 2 {
		return
	}
	for _, i := range rest {
		k := f.text.Tokens[i]
		f.edits = append(f.edits, edit{start: int(k.Start), end: int(k.End), typ: detector.Person})
	}
}

// joins reports a token that stands between two things of a list.
func (f *finder) joins(i int) bool {
	of := f.text.Of(i)
	return of == "," || of == ":" || enumerators[f.text.Word(i)]
}

// canBeListed reports a surname with a capital whose neighbours do not make it a
// word.
func (f *finder) canBeListed(i int) bool {
	k := f.text.Tokens[i]
	if k.Kind != detector.Word || !k.Upper || isAcronym(f.text.Of(i)) || i+1 < len(f.text.Tokens) && (f.text.Tokens[i+1].Upper || f.text.Of(i+1) == "-") {
		return false
	}
	e := gazetteer.Lookup(f.text.Word(i))
	return e.Surname >= 2 && e.Class != gazetteer.Function
}

// hidesName reports whether a name that is hidden begins at token i.
func (f *finder) hidesName(i int) bool {
	at := int(f.text.Tokens[i].Start)
	for _, e := range f.edits {
		if e.typ == detector.Person && e.start == at {
			return true
		}
	}
	return false
}
