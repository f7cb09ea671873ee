package rules

import (
	"strings"
	"sync/atomic"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// word is what the engine knows of a word, wherever it stands.
type word struct {
	text     string
	hash     uint32
	language lexicon.Language // of a function word
	opens    bool             // a conjunction that opens a clause
	terms    lexicon.Words
	sums     lanes                   // of the features that depend on the word alone
	grades   [maxWordFeatures]uint32 // of their rows, sums.rows in number
	features int                     // that depend on the word alone
	vectors  vectorSum               // of them
}

// vocabulary remembers the words that the sessions of an engine met last, in
// sets of two: chats repeat theirs. What it forgets is worked out again, so that
// no answer depends on it.
type vocabulary [1 << vocabularyBits][2]atomic.Pointer[word]

const vocabularyBits = 15

// word looks a lower-cased word up.
func (e *Engine) word(text string) *word {
	h := hashText(text)
	set := &e.words[h*0x9e3779b1>>(32-vocabularyBits)]
	newest := set[0].Load()
	if newest != nil && newest.hash == h && newest.text == text {
		return newest
	}
	if w := set[1].Load(); w != nil && w.hash == h && w.text == text {
		return w
	}
	w := e.newWord(strings.Clone(text), h)
	set[1].Store(newest)
	set[0].Store(w)
	return w
}

func (e *Engine) newWord(text string, h uint32) *word {
	w := &word{text: text, hash: h, language: functionWord[text], opens: conjunction[text], terms: e.lex.Words(text)}
	if e.model != nil {
		var buf [maxWordFeatures]Feature
		features := wordFeatures(h, text, 0, buf[:0])
		w.features = len(features)
		for _, f := range features {
			if r := e.model.find(f.Key); r != nil {
				if v := r.vector(); v > 0 {
					w.vectors.add(e.model.network.vector(v))
				}
				w.grades[w.sums.rows] = r.grades
				w.sums.add(&r.flag)
			}
		}
	}
	return w
}

// lookUp fills a.known, what is known of each token's word.
func (s *Session) lookUp(a *analysis) {
	a.known, a.terms = a.known[:0], a.terms[:0]
	for i, k := range a.text.Tokens {
		if k.Kind == detector.Break {
			a.known, a.terms = append(a.known, &lineBreak), append(a.terms, nil)
			continue
		}
		w := s.engine.word(a.text.Word(i))
		a.known, a.terms = append(a.known, w), append(a.terms, w.terms)
	}
}

var lineBreak = word{hash: hashText("\n")}

// maxWordFeatures is how many features depend on a word alone.
const maxWordFeatures = 5

// wordFeatures appends the features of token i that depend on its word alone:
// the word, and the beginnings and ends of a longer one.
func wordFeatures(hashed uint32, text string, i int, dst []Feature) []Feature {
	at := int16(i)
	dst = append(dst, Feature{hash(tWord, hashed), at, at})
	for _, n := range [...]int{4, 6} {
		if len(text) > n {
			dst = append(dst,
				Feature{hash(tPrefix, hashText(text[:n])), at, at},
				Feature{hash(tSuffix, hashText(text[len(text)-n:])), at, at})
		}
	}
	return dst
}
