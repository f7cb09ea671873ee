package redact

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// guess is a way to tell a name that the detectors are not sure of. It gets the
// token and what is known of its word and returns the last token of the name,
// or -1.
type guess func(f *finder, i int, e gazetteer.Entry) int

// guesses hide what is more likely a name than not. For a finding that would be
// too little; for redaction a word too many costs less than a name too few.
var guesses = []guess{
	(*finder).firstName,
	(*finder).surname,
	(*finder).afterArticle,
	(*finder).afterTitle,
	(*finder).plural,
	(*finder).rare,
	(*finder).pet,
	(*finder).afterRole,
	(*finder).ofPlace,
	(*finder).apposition,
	(*finder).speaker,
	(*finder).surnameFirst,
	(*finder).sized,
	(*finder).namedNoun,
	(*finder).withoutArticle,
	(*finder).halfName,
	(*finder).inSmall,
	(*finder).stretched,
	(*finder).typo,
	(*finder).feminine,
	(*finder).called,
	(*finder).answered,
	(*finder).noble,
	(*finder).host,
}

// likely finds names by guesses.
func (f *finder) likely() {
	t := &f.text
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || k.Digit || k.End-k.Start < 2 || isContraction(t.Word(i)) {
			continue
		}
		e := gazetteer.Lookup(t.Word(i))
		for _, g := range guesses {
			if last := g(f, i, e); last >= 0 {
				f.edits = append(f.edits, edit{start: int(k.Start), end: f.nameEnd(last), typ: detector.Person})
			}
		}
	}
}

// nameEnd returns where the name in token i ends: before the ending of a
// possessive if that leaves a far more usual name. Andreas is no Andrea.
func (f *finder) nameEnd(i int) int {
	w, k := f.text.Word(i), f.text.Tokens[i]
	if stem := tagger.Stem(w); stem != w && gazetteer.Lookup(stem).First > gazetteer.Lookup(w).First+2 {
		return int(k.Start) + len(stem)
	}
	return int(k.End)
}

// isPlain reports whether a word is no everyday word.
func (f *finder) isPlain(e gazetteer.Entry) bool {
	return !f.isNoun(e) && f.frequency(e) < 2 && (e.Class == gazetteer.NoClass || e.Class == gazetteer.Nickname)
}

// firstName is a first name with a capital and the surname behind it.
func (f *finder) firstName(i int, e gazetteer.Entry) int {
	t := &f.text
	switch {
	case !t.Tokens[i].Upper || everyday[t.Word(i)]:
		return -1
	case e.Class == gazetteer.Brand && e.First >= 5 && f.frequency(e) < 3 && !f.isNoun(e): // a firm named after somebody
	case e.Class == gazetteer.Nickname, e.First >= 3 && e.Class == gazetteer.NoClass && !f.isNoun(e) && f.frequency(e) < 4:
	default:
		return -1
	}
	last := f.hyphenated(i)
	for _, j := range []int{last + 1, last + 2} {
		if j < len(t.Tokens) && last == j-1 && t.Tokens[j].Kind == detector.Word && t.Tokens[j].Upper && f.isSurname(gazetteer.Lookup(t.Word(j))) {
			last = j
		}
	}
	return last
}

func (f *finder) isSurname(e gazetteer.Entry) bool {
	return f.isPlain(e) && e.Place < 2 || e.Surname >= 4 && e.Class != gazetteer.Function
}

// surname is a surname with a capital that is nothing else.
func (f *finder) surname(i int, e gazetteer.Entry) int {
	if e.Surname > 0 && f.isPlain(e) && (e.Place < 2 || e.Surname >= 3) && f.text.Tokens[i].Upper && !everyday[f.text.Word(i)] {
		return f.hyphenated(i)
	}
	return -1
}

// hyphenated returns the last part of a name with hyphens.
func (f *finder) hyphenated(i int) int {
	t := &f.text
	for i+2 < len(t.Tokens) && t.Of(i+1) == "-" && t.Glued(i) && t.Glued(i+1) && t.Tokens[i+2].Kind == detector.Word {
		i += 2
	}
	return i
}

// articles stand before a name in spoken German, and before a name alone where
// the word behind them is no noun.
var articles = wordSet("der die da de dr den dem vom beim zum zur bei da'm em dät uns unsa für mit ohne von und oder frag sag")

// afterArticle is a word that no dictionary has, behind an article.
func (f *finder) afterArticle(i int, e gazetteer.Entry) int {
	t := &f.text
	if i == 0 || !t.Tokens[i].Upper || !articles[t.Word(i-1)] {
		return -1
	}
	if e.Surname >= 3 && f.frequency(e) < 3 && e.Class != gazetteer.Function && e.Place < 2 && !f.isNoun(e) {
		return f.hyphenated(i)
	}
	return -1
}

// afterTitle is whatever stands behind Herr, Frau, Mr, Dr, with its particles.
func (f *finder) afterTitle(i int, e gazetteer.Entry) int {
	t := &f.text
	j := i - 1
	if j >= 0 && t.Of(j) == "." {
		j--
	}
	for j > 0 && particles[t.Word(j)] {
		j--
	}
	if j >= 0 && t.Of(j) == "." {
		j--
	}
	if j < 0 || tagger.Title(t.Word(j)) == tagger.NoTitle || len(t.Of(j)) <= 2 && t.Of(j+1) != "." && !mayShorten[t.Word(j)] {
		return -1
	}
	if e.Class == gazetteer.Function || particles[t.Word(i)] || tagger.Title(t.Word(i)) != tagger.NoTitle {
		return -1
	}
	if !t.Tokens[i].Upper && (f.frequency(e) >= 4 && e.Surname < 4 || e.Surname == 0 && f.frequency(e) > 1) {
		return -1
	}
	return f.hyphenated(i)
}

// mayShorten are the titles of two letters that need no full stop.
var mayShorten = wordSet("dr mr ms")

// particles stand between a title or a first name and the surname.
var particles = wordSet("von van der den de vom zu zum zur di da della el al ten ter bin")

// plural is a family by its plural: die Petersens, the Nguyens.
func (f *finder) plural(i int, e gazetteer.Entry) int {
	t := &f.text
	stem, ok := strings.CutSuffix(t.Word(i), "s")
	if !ok || !t.Tokens[i].Upper || !f.isPlain(e) {
		return -1
	}
	switch s := gazetteer.Lookup(stem); {
	case !f.isPlain(s):
	case s.Surname >= 3, s.First >= 3, s.IsName() && i > 0 && (t.Word(i-1) == "the" || t.Word(i-1) == "die"):
		return i
	}
	return -1
}

// longRare is from how many bytes on a rare word is a name at the head of a
// sentence, too: the short ones there are words of speech.
const longRare = 8

// rare is a word of an English chat that has a capital and that English hardly
// knows, least so within a sentence: there only names have one.
func (f *finder) rare(i int, e gazetteer.Entry) int {
	k := f.text.Tokens[i]
	if stem := tagger.Stem(f.text.Word(i)); strings.ContainsAny(f.text.Of(i), "'’") && len(stem) > 3 {
		e = gazetteer.Lookup(stem)
	} else if strings.ContainsAny(f.text.Of(i), "'’`´") {
		return -1
	}
	if f.isGerman() || !k.Upper || e.Place > 1 || e.Class == gazetteer.Brand && !e.IsName() || e.Class == gazetteer.Function || k.End-k.Start < 3 {
		return -1
	}
	if e.English > 1 || e.English == 1 && !f.isInside(i) && (e.German > 0 || k.End-k.Start < longRare) {
		return -1
	}
	if isAcronym(f.text.Of(i)) {
		return -1
	}
	return f.hyphenated(i)
}

// pet is a short form that no list has: Schmiddi, Sully.
func (f *finder) pet(i int, e gazetteer.Entry) int {
	w := f.text.Word(i)
	if !f.text.Tokens[i].Upper || !f.isPlain(e) || e.Place > 0 || e.Group > 0 || len(w) < 4 || len(w) > 8 || f.frequency(e) > 0 {
		return -1
	}
	if end := w[len(w)-1]; end != 'i' && end != 'y' {
		return -1
	}
	return i
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
