package train

import (
	"hash/fnv"
	"io/fs"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/gazetteer/build"
	"github.com/chatlint/chatlint/detector/gazetteer/lists"
	"github.com/chatlint/chatlint/detector/tagger"
)

// likeness is the shipped model of how names are spelled, and one per half of the
// words that has learnt from the other half.
type likeness struct {
	whole  *tagger.Likeness
	halves [2]*tagger.Likeness
}

// heldOut returns the level of a word by the half that has not learnt from it.
func (l *likeness) heldOut(word string) uint8 { return l.halves[1-halfOf(word)].Level(word) }

func halfOf(word string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(word)) // never fails
	return int(h.Sum32() >> 16 & 1)
}

// newLikeness learns from the name lists and from the words of edited text and
// frequency lists.
func newLikeness(src fs.FS, sentences ...[]Sentence) (*likeness, error) {
	first, surname, err := build.Names(src, lists.FS)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, list := range []map[string]float64{first, surname} {
		for w := range list {
			e := gazetteer.Lookup(w)
			if utf8.RuneCountInString(w) > 2 && !e.Noun && max(e.German, e.English) < 3 && drawable(w) {
				names[w] = true
			}
		}
	}
	words, err := build.Everyday(src)
	if err != nil {
		return nil, err
	}
	plain := map[string]bool{}
	for _, w := range words {
		plain[w] = true
	}
	var t detector.Text
	for _, list := range sentences {
		for _, s := range list {
			t.Reset(s.Text)
			for i, k := range t.Tokens {
				if k.Kind == detector.Word && !k.Digit && outside(s, int(k.Start)) {
					plain[string([]byte(t.Word(i)))] = true
				}
			}
		}
	}
	for w := range plain {
		if utf8.RuneCountInString(w) < 3 || names[w] || gazetteer.Lookup(w).IsName() && !gazetteer.Lookup(w).Noun {
			delete(plain, w)
		}
	}
	return learnLikeness(slices.Sorted(maps.Keys(names)), slices.Sorted(maps.Keys(plain))), nil
}

func outside(s Sentence, at int) bool {
	return !slices.ContainsFunc(s.Spans, func(sp Span) bool { return sp.Start <= at && at < sp.End })
}

func learnLikeness(names, words []string) *likeness {
	l := &likeness{whole: tagger.LearnLikeness(names, words)}
	for half := range l.halves {
		other := func(w string) bool { return halfOf(w) != half }
		l.halves[half] = tagger.LearnLikeness(slices.DeleteFunc(slices.Clone(names), other), slices.DeleteFunc(slices.Clone(words), other))
	}
	return l
}
