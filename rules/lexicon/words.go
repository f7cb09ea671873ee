package lexicon

import "strings"

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

// spellings returns the ways people type a word: with its umlauts, with two
// letters for each, with none.
func spellings(w word) []string {
	s := strings.ReplaceAll(strings.ToLower(w.text), "ß", "ss")
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
	twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")
	noUmlaut   = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")
)

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
