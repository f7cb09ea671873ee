package lexicon

import (
	"slices"

	"github.com/chatlint/chatlint/detector"
)

// Words are the words of the lists that a token satisfies.
type Words []int32

// Words looks a lower-cased token up. Callers keep the answer: chats repeat
// their words.
func (l *Lexicon) Words(token string) Words { return l.words.find(token) }

// Matcher finds the terms of a lexicon. One Matcher serves one goroutine.
type Matcher struct {
	lex   *Lexicon
	words []Words // per token of the text at hand
	raw   []Hit
	block []Hit
}

// NewMatcher returns a Matcher for the lexicon.
func (l *Lexicon) NewMatcher() *Matcher { return &Matcher{lex: l} }

// Match appends the hits in the text to dst, ordered by first token, then
// class. words holds what Words returned for each token; line breaks have none.
// Lists of the other language are skipped unless lang is Unknown.
func (m *Matcher) Match(t *detector.Text, words []Words, lang Language, dst []Hit) []Hit {
	m.words = words
	m.raw, m.block = m.raw[:0], m.block[:0]
	var here signs
	for _, ids := range words {
		for _, w := range ids {
			here |= signOf(w)
		}
	}
	for i, ids := range words {
		for _, w := range ids {
			m.tryAll(t, w, i, here, lang)
		}
	}
	return m.unblocked(dst)
}

// signs are words of a message as a few bits: a word whose sign is missing is not
// there. They rule most terms out before their words are looked for.
type signs uint64

// anyOf marks signs of which one is enough.
const anyOf signs = 1 << 63

func signOf(word int32) signs { return 1 << (uint32(word) * 0x9e3779b1 >> 26 % 63) }

// in reports whether all needed words can be there.
func (s signs) in(message signs) bool {
	if s&anyOf != 0 {
		return s&message != 0
	}
	return s&^message == 0
}

// tryAll tries the terms whose rarest word is w, which token i satisfies.
func (m *Matcher) tryAll(t *detector.Text, w int32, i int, here signs, lang Language) {
	a := &m.lex.anchors
	from, to := a.start[w], a.start[w+1]
	if from == to || !m.lex.words.caseFits(w, t, i) {
		return
	}
	for k, rest := range a.rest[from:to] {
		if rest.in(here) {
			m.try(t, &m.lex.terms[a.terms[int(from)+k]], i, lang)
		}
	}
}

// try adds a hit if the other words of a term stand around its rarest word, which
// is token i.
func (m *Matcher) try(t *detector.Text, tm *term, i int, lang Language) {
	if lang != Unknown && tm.lang != lang {
		return
	}
	first, ok := m.reach(t, tm, int(tm.rare), i, -1)
	if !ok {
		return
	}
	last, ok := m.reach(t, tm, int(tm.rare), i, 1)
	if !ok {
		return
	}
	h := Hit{Class: tm.class, Lang: tm.lang, First: first, Last: last, Own: tm.own}
	if tm.block {
		m.block = append(m.block, h)
	} else {
		m.raw = append(m.raw, h)
	}
}

// reach follows a term from its word k, which is token i, to its first (dir -1) or last
// word (dir 1) and returns the token of that. The nearest words that fit are taken,
// with at most the term's gap between two. Punctuation that joins words costs nothing;
// the end of a sentence ends the search.
func (m *Matcher) reach(t *detector.Text, tm *term, k, i, dir int) (int, bool) {
	steps := m.lex.stepsOf(tm)
	next := k + dir
	if next < 0 || next == len(steps) {
		return i, true
	}
	gap := steps[max(k, next)].gap
	choices := m.lex.choicesOf(&steps[next])
	for j, skipped := i+dir, uint8(0); j >= 0 && j < len(t.Tokens) && skipped <= gap; j += dir {
		if m.satisfies(t, j, choices) {
			if end, ok := m.reach(t, tm, next, j, dir); ok {
				return end, true
			}
		}
		switch t.Tokens[j].Kind {
		case detector.Break:
			return 0, false
		case detector.Punct:
			if endsSentence(t, j) || gap == 0 && !joins(t, j) {
				return 0, false
			}
		default:
			skipped++
		}
	}
	return 0, false
}

func (m *Matcher) satisfies(t *detector.Text, i int, choices []int32) bool {
	for _, id := range m.words[i] {
		if slices.Contains(choices, id) && m.lex.words.caseFits(id, t, i) {
			return true
		}
	}
	return false
}

// endsSentence reports punctuation behind which a new sentence starts.
func endsSentence(t *detector.Text, i int) bool {
	switch t.Raw[t.Tokens[i].Start] {
	case '!', '?', ';':
		return true
	case '.':
		return !t.Glued(i)
	}
	return false
}

// joins reports punctuation that may stand between the words of one term:
// Magen-Darm, Hals/Nase, "U.-Haft", hand's.
func joins(t *detector.Text, i int) bool {
	switch t.Raw[t.Tokens[i].Start] {
	case '-', '/', '.', '\'', '"', '*', '_':
		return true
	}
	return t.Of(i) == "–" || t.Of(i) == "’"
}

// merge takes in another hit of the class that starts at the same place and is no
// longer.
func (h *Hit) merge(o Hit) {
	if h.Lang != o.Lang {
		h.Lang = Unknown // both languages have it
	}
	h.Own = h.Own || o.Own && o.Last == h.Last
}

// unblocked appends the raw hits that no blocker of their class covers, and of
// several hits of a class at the same place the longest.
func (m *Matcher) unblocked(dst []Hit) []Hit {
	slices.SortFunc(m.raw, func(a, b Hit) int {
		if a.First != b.First {
			return a.First - b.First
		}
		if a.Class != b.Class {
			return int(a.Class) - int(b.Class)
		}
		return b.Last - a.Last
	})
	for i, h := range m.raw {
		if i > 0 && m.raw[i-1].First == h.First && m.raw[i-1].Class == h.Class {
			if n := len(dst); n > 0 && dst[n-1].First == h.First && dst[n-1].Class == h.Class {
				dst[n-1].merge(h)
			}
			continue
		}
		if !slices.ContainsFunc(m.block, func(b Hit) bool {
			return b.Class == h.Class && b.First <= h.First && h.Last <= b.Last
		}) {
			dst = append(dst, h)
		}
	}
	return dst
}
