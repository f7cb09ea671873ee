package rules

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// word is what a session knows of a word of the chat, wherever it stands.
type word struct {
	hash     uint32
	language lexicon.Language // of a function word
	opens    bool             // a conjunction that opens a clause
	terms    lexicon.Words
	sums     lanes // of the features that depend on the word alone
}

// wordsKept bounds the words a session remembers; chats repeat their words.
const wordsKept = 1 << 15

// word looks a lower-cased word up once per chat.
func (s *Session) word(text string) *word {
	w, ok := s.words[text]
	if ok {
		return w
	}
	if len(s.words) >= wordsKept {
		clear(s.words)
	}
	text = strings.Clone(text)
	w = &word{
		hash: hashText(text), language: functionWord[text], opens: conjunction[text],
		terms: s.engine.lex.Words(text),
	}
	if m := s.engine.model; m != nil {
		var buf [maxWordFeatures]Feature
		for _, f := range wordFeatures(w.hash, text, 0, buf[:0]) {
			if r := m.find(f.Key); r != nil {
				w.sums.add(r)
			}
		}
	}
	s.words[text] = w
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
		w := s.word(a.text.Word(i))
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
