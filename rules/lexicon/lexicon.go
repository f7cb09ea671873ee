// Package lexicon finds the terms of word lists in a message: inflected,
// compound and without umlauts, in one pass over the tokens.
//
// A list is one class of terms, such as health/diagnosis. Its syntax is
// described in docs/lexicon.md.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector"
)

//go:embed de en
var builtin embed.FS

// Language is the language that a list of terms belongs to.
type Language uint8

// The languages. Unknown takes part in both.
const (
	Unknown Language = iota
	German
	English
)

// Class numbers a class of terms within one Lexicon.
type Class uint16

// Hit is a term found in a message. First and Last are token indexes, both
// inclusive.
type Hit struct {
	Class       Class
	Lang        Language // of the list that holds the term
	First, Last int
}

// Lexicon is a compiled set of word lists. It is immutable and safe for
// concurrent use through Matchers.
type Lexicon struct {
	classes []string
	byName  map[string]Class
	terms   []term
	anchors [][]int32 // word id → terms whose rarest word it is
	words   wordIndex
}

// term is a sequence of words with gaps between them.
type term struct {
	class Class
	lang  Language
	block bool
	steps []step
	rare  int // the step that fewest other terms share; matching starts there
}

// step is one word of a term and the gap before it.
type step struct {
	words []int32 // any of these word ids
	gap   int     // tokens that may stand between the step before and this one
}

// Files returns the built-in word lists.
func Files() fs.FS { return builtin }

// Load compiles the word lists below the folders de and en of each file
// system. Lists of the same class add up.
func Load(systems ...fs.FS) (*Lexicon, error) {
	b := newBuilder()
	for _, fsys := range systems {
		for _, lang := range []Language{German, English} {
			if err := b.folder(fsys, lang); err != nil {
				return nil, err
			}
		}
	}
	return b.lexicon(), nil
}

func (l Language) folder() string {
	if l == German {
		return "de"
	}
	return "en"
}

func (b *builder) folder(fsys fs.FS, lang Language) error {
	root := lang.folder()
	if _, err := fs.Stat(fsys, root); err != nil {
		return nil // a pack may serve one language
	}
	return fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".txt" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		class := strings.TrimSuffix(strings.TrimPrefix(name, root+"/"), ".txt")
		return b.list(name, class, lang, string(data))
	})
}

// ClassNames lists the classes, sorted.
func (l *Lexicon) ClassNames() []string {
	names := slices.Clone(l.classes)
	slices.Sort(names)
	return names
}

// Classes is the number of classes; every Class is smaller.
func (l *Lexicon) Classes() int { return len(l.classes) }

// Class returns the class of that name.
func (l *Lexicon) Class(name string) (Class, bool) {
	c, ok := l.byName[name]
	return c, ok
}

// Name returns the name of a class.
func (l *Lexicon) Name(c Class) string { return l.classes[c] }

// SyntaxError is a line of a word list that cannot be read.
type SyntaxError struct {
	File   string
	Line   int
	Term   string
	Reason string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d: %q: %s", e.File, e.Line, e.Term, e.Reason)
}

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
	for i := range t.Tokens {
		for _, w := range m.words[i] {
			for _, n := range m.lex.anchors[w] {
				if m.lex.words.caseFits(w, t.Of(i)) {
					m.try(t, &m.lex.terms[n], i, lang)
				}
			}
		}
	}
	return m.unblocked(dst)
}

// try adds a hit if the other words of a term stand around its rarest word, which
// is token i.
func (m *Matcher) try(t *detector.Text, tm *term, i int, lang Language) {
	if lang != Unknown && tm.lang != lang {
		return
	}
	first, last, ok := i, i, true
	for k := tm.rare; k > 0; k-- {
		if first, ok = m.find(t, first, -1, tm.steps[k-1], tm.steps[k].gap); !ok {
			return
		}
	}
	for k := tm.rare + 1; k < len(tm.steps); k++ {
		if last, ok = m.find(t, last, 1, tm.steps[k], tm.steps[k].gap); !ok {
			return
		}
	}
	h := Hit{Class: tm.class, Lang: tm.lang, First: first, Last: last}
	if tm.block {
		m.block = append(m.block, h)
	} else {
		m.raw = append(m.raw, h)
	}
}

// find looks for the token that satisfies s before (dir -1) or after (dir 1)
// token i, with at most gap words between. Punctuation that joins words costs
// nothing; the end of a sentence ends the search.
func (m *Matcher) find(t *detector.Text, i, dir int, s step, gap int) (int, bool) {
	for j, skipped := i+dir, 0; j >= 0 && j < len(t.Tokens) && skipped <= gap; j += dir {
		if m.satisfies(t, j, s) {
			return j, true
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

func (m *Matcher) satisfies(t *detector.Text, i int, s step) bool {
	for _, id := range m.words[i] {
		if slices.Contains(s.words, id) && m.lex.words.caseFits(id, t.Of(i)) {
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
			if n := len(dst); n > 0 && dst[n-1].Lang != h.Lang && dst[n-1].First == h.First && dst[n-1].Class == h.Class {
				dst[n-1].Lang = Unknown // both languages have it
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
