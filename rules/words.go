package rules

import (
	"strings"
	"sync/atomic"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/spelling"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// word is what the engine knows of a token as it is written, wherever it stands.
// The first line of a processor's cache holds what finds it and what every message
// asks, and all of it fills six.
type word struct {
	key      uint32 // hash of the token
	hash     uint32 // of the token in lower case
	bearer   uint32 // see nameKey
	size     uint8  // of short; 0 where long has the token
	short    [23]byte
	language lexicon.Language // of a function word
	opens    bool             // a conjunction that opens a clause
	rows     uint8            // of the features that depend on the word alone
	added    uint8            // vectors of these rows
	terms    lexicon.Words
	form     detector.Form
	sums     laneSums // of the rows
	grades   [maxWordFeatures]uint32
	vectors  vectorSum
	long     *string
}

// write notes the token, whose hash is key. It is copied, so that it does not keep
// a message alive, and a short one into the word: elsewhere it would be one more
// place to wait for.
func (w *word) write(token string, key uint32) {
	w.key = key
	if len(token) <= len(w.short) {
		w.size = uint8(copy(w.short[:], token))
	} else {
		long := strings.Clone(token)
		w.long = &long
	}
}

// is reports whether the word is a token, whose hash is key.
func (w *word) is(token string, key uint32) bool {
	switch {
	case w.key != key:
		return false
	case w.size > 0:
		return string(w.short[:w.size]) == token
	}
	return w.long != nil && *w.long == token
}

// vocabulary remembers the words that the sessions of an engine met last, in
// sets: chats repeat theirs. What it forgets is worked out again, so that
// no answer depends on it. Most of the different words of a chat never come back and
// would take more memory than all others, so after the first ones a word is kept when
// it is met again.
type vocabulary struct {
	sets [1 << vocabularyBits]wordSet
	kept atomic.Int32 // how many words were kept at once, up to readilyKept
	// The checks meet every word that a glance has met: with one list for both, no word
	// would be left out of what is kept.
	glanced, checked metOnce
}

// metOnce holds keys of words, each where its hash says.
type metOnce [1 << metBits]atomic.Uint32

const (
	vocabularyBits = 14
	metBits        = 15
	// readilyKept is about as many words as a chat of a thousand messages has.
	readilyKept = 1 << 12
)

// wordSet holds a few words, the one that was asked for last first. Of sessions
// that change a set at the same time one may undo what another does; that costs
// time only.
type wordSet [4]atomic.Pointer[word]

// find returns the word of a token, whose hash is key, or nil.
func (s *wordSet) find(token string, key uint32) *word {
	for i := range s {
		w := s[i].Load()
		if w == nil || !w.is(token, key) {
			continue
		}
		if i > 0 {
			s[i].Store(s[0].Load())
			s[0].Store(w)
		}
		return w
	}
	return nil
}

// add puts a word first; the last one falls out.
func (s *wordSet) add(w *word) {
	for i := len(s) - 1; i > 0; i-- {
		s[i].Store(s[i-1].Load())
	}
	s[0].Store(w)
}

// set is where words with a key are remembered.
func (v *vocabulary) set(key uint32) *wordSet {
	return &v.sets[spread(key, vocabularyBits)]
}

// spread turns a key into a number of so many bits.
func spread(key uint32, bits int) uint32 { return key * 0x9e3779b1 >> (32 - bits) }

// keeps reports a word that is to be remembered, or takes note that it was met.
func (v *vocabulary) keeps(key uint32, met *metOnce) bool {
	if v.kept.Load() < readilyKept {
		v.kept.Add(1)
		return true
	}
	return met[spread(key, metBits)].Swap(key) == key
}

// word looks token i of a text up, whose hash is key.
func (e *Engine) word(t *detector.Text, i int, key uint32) *word {
	w := e.words.set(key).find(t.Of(i), key)
	if w == nil {
		w = e.learnWord(t, i, key, e.words.keeps(key, &e.words.checked))
	}
	return w
}

// learnWord works out what is known of token i and keeps it if told so.
func (e *Engine) learnWord(t *detector.Text, i int, key uint32, keep bool) *word {
	w := e.newWord(t, i)
	w.write(t.Of(i), key)
	if keep {
		e.words.set(key).add(w)
	}
	return w
}

// familiar returns what is known of token i, whose hash is key, if the word is kept or is
// to be kept since a glance has met it before; otherwise nil.
func (e *Engine) familiar(t *detector.Text, i int, key uint32) *word {
	w := e.words.set(key).find(t.Of(i), key)
	if w == nil && e.words.keeps(key, &e.words.glanced) {
		w = e.learnWord(t, i, key, true)
	}
	return w
}

// newWord works out what is known of token i.
func (e *Engine) newWord(t *detector.Text, i int) *word {
	text := t.Word(i)
	w := &word{hash: hashText(text), bearer: nameKey(text), language: functionWord[text], opens: conjunction[text], form: t.Describe(i)}
	if k := t.Tokens[i].Kind; k != detector.Break && k != detector.Link {
		w.terms = e.terms(text)
	}
	e.eachWordRow(w.hash, text, func(r *row) { w.learn(r, &e.model.network) })
	return w
}

// eachWordRow passes what the models know of the features that depend on a word alone.
func (e *Engine) eachWordRow(hashed uint32, text string, do func(*row)) {
	if e.model == nil {
		return
	}
	var buf [maxWordFeatures]Feature
	for _, f := range wordFeatures(hashed, text, 0, buf[:0]) {
		if r := e.model.find(f.Key); r != nil {
			do(r)
		}
	}
}

// terms returns the words of the lists that a lower-cased token satisfies, and those
// that it was meant to be if it is no word.
func (e *Engine) terms(token string) lexicon.Words {
	words := e.lex.Words(token)
	if len(words) > 0 || spelling.Word(token) || named(gazetteer.Lookup(token)) {
		return words
	}
	return e.lex.Near(token)
}

// named reports that a word is in use or a name, whatever the dictionaries say.
func named(e gazetteer.Entry) bool {
	return e.IsName() || e.Place > 0 || e.German > 0 || e.English > 0 || e.Noun
}

// learn adds what the models know of a feature that depends on the word alone.
func (w *word) learn(r *row, n *network) {
	w.grades[w.rows] = r.grades()
	w.sums.add(r)
	w.rows++
	if v := r.vector(); v > 0 {
		w.vectors.add(n.vector(v))
		w.added++
	}
}

// lookUp fills a.known, what is known of each token's word.
func (s *Session) lookUp(a *analysis) {
	s.fetched ^= s.guess(a)
	a.terms = a.terms[:0]
	for i, w := range a.known {
		if key := s.keys[i]; w == nil || !w.is(a.text.Of(i), key) {
			w = s.engine.word(&a.text, i, key)
			a.known[i] = w
		}
		a.terms = append(a.terms, w.terms)
		a.text.Forms = append(a.text.Forms, &w.form)
	}
}

// guess fills a.known with the words that stand first where the tokens belong, and
// s.keys with the hashes of the tokens. Most of the guesses are right, and all
// words are on their way from memory before the first is looked at: see
// network.fetch.
func (s *Session) guess(a *analysis) (fetched byte) {
	a.known, s.keys = a.known[:0], s.keys[:0]
	for i := range a.text.Tokens {
		key := hashText(a.text.Of(i))
		w := s.engine.words.set(key)[0].Load()
		if w != nil {
			fetched ^= w.size
		}
		a.known, s.keys = append(a.known, w), append(s.keys, key)
	}
	return fetched
}

// wordEnds are the lengths of the beginnings and ends of words that the model sees.
var wordEnds = [...]int{4, 6}

// maxWordFeatures is how many features depend on a word alone.
const maxWordFeatures = 1 + 2*len(wordEnds)

// wordFeatures appends the features of token i that depend on its word alone:
// the word, and the beginnings and ends of a longer one.
func wordFeatures(hashed uint32, text string, i int, dst []Feature) []Feature {
	at := int16(i)
	dst = append(dst, Feature{hash(tWord, hashed), at, at})
	for _, n := range wordEnds {
		if len(text) > n {
			dst = append(dst,
				Feature{hash(tPrefix, hashText(text[:n])), at, at},
				Feature{hash(tSuffix, hashText(text[len(text)-n:])), at, at})
		}
	}
	return dst
}

// wordFeatureCount is how many features wordFeatures appends.
func wordFeatureCount(text string) int {
	n := 1
	for _, end := range wordEnds {
		if len(text) > end {
			n += 2
		}
	}
	return n
}
