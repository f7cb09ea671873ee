package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mode says which part of a token a word of a term must cover.
type mode uint8

const (
	whole  mode = iota // wort: the token, inflection allowed
	exact              // =wort: the token as it stands
	prefix             // wort*
	suffix             // *wort: inflection allowed
	infix              // *wort*
	modes
)

// word is one word pattern; terms share equal ones.
type word struct {
	text string // folded; as written where cased
	mode mode
	lang Language // whose endings apply
	// cased words match their own spelling only: AU is not au.
	cased  bool
	umlaut bool // never without its umlaut: drücken is not drucken
}

// wordIndex finds the words that a token satisfies.
type wordIndex struct {
	words []word
	maps  [modes]map[string][]int32
	// longest and shortest pattern per mode, in bytes, bound the search.
	min, max [modes]int
}

// insert adds a word that is not in the index yet and returns its id.
func (x *wordIndex) insert(w word) int32 {
	id := int32(len(x.words))
	x.words = append(x.words, w)
	for _, s := range spellings(w) {
		m := &x.maps[w.mode]
		if *m == nil {
			*m = map[string][]int32{}
			x.min[w.mode] = len(s)
		}
		(*m)[s] = append((*m)[s], id)
		x.min[w.mode] = min(x.min[w.mode], len(s))
		x.max[w.mode] = max(x.max[w.mode], len(s))
	}
	return id
}

// spellings returns the ways people type a word: with its umlauts, with two
// letters for each, with none.
func spellings(w word) []string {
	s := foldSharpS.Replace(strings.ToLower(w.text))
	out := []string{s}
	if !strings.ContainsAny(s, "äöü") {
		return out
	}
	out = append(out, twoLetters.Replace(s))
	if !w.umlaut {
		out = append(out, noUmlaut.Replace(s))
	}
	return out
}

var (
	foldSharpS = strings.NewReplacer("ß", "ss")
	twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")
	noUmlaut   = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")
)

// caseFits reports whether the token as written suits the word.
func (x *wordIndex) caseFits(id int32, token string) bool {
	w := &x.words[id]
	return !w.cased || w.text == token
}

// find returns the words that a lower-cased token satisfies, sorted.
func (x *wordIndex) find(token string) Words {
	if len(token) > maxToken {
		return nil
	}
	token = foldSharpS.Replace(token)
	var ids []int32
	ids = append(ids, x.maps[exact][token]...)
	ids = x.inflected(ids, whole, token)
	for i := range token {
		if i > 0 && utf8.RuneStart(token[i]) && len(token)-i >= x.min[suffix] {
			ids = x.inflected(ids, suffix, token[i:])
		}
		ids = append(ids, x.maps[prefix][token[:i]]...)
	}
	ids = x.inflected(ids, suffix, token)
	ids = append(ids, x.maps[prefix][token]...)
	ids = x.inside(ids, token)
	slices.Sort(ids)
	return slices.Clip(slices.Compact(ids))
}

// maxToken bounds the work on one token, in bytes; no word is longer.
const maxToken = 80

// inflected looks up s and s without each ending of a language.
func (x *wordIndex) inflected(ids []int32, m mode, s string) []int32 {
	ids = append(ids, x.maps[m][s]...)
	for n := 1; n <= longestEnding && len(s)-n >= max(x.min[m], 3); n++ {
		langs := endings[s[len(s)-n:]]
		if langs == 0 {
			continue
		}
		for _, id := range x.maps[m][s[:len(s)-n]] {
			if langs&(1<<x.words[id].lang) != 0 {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// inside looks up every part of the token that is as long as an infix.
func (x *wordIndex) inside(ids []int32, s string) []int32 {
	if len(x.maps[infix]) == 0 {
		return ids
	}
	for i := 0; i+x.min[infix] <= len(s); i++ {
		for j := i + x.min[infix]; j <= min(len(s), i+x.max[infix]); j++ {
			ids = append(ids, x.maps[infix][s[i:j]]...)
		}
	}
	return ids
}

const longestEnding = 4

// endings maps an inflection ending to the languages that have it, as bits.
var endings = func() map[string]uint8 {
	m := map[string]uint8{}
	for lang, list := range map[Language]string{
		German:  "e en em er es s n ns st t te ten tet test est et end ende in nen innen se sen le",
		English: "s es ed d ing er ers 's ’s",
	} {
		for _, e := range strings.Fields(list) {
			m[e] |= 1 << lang
		}
	}
	return m
}()
