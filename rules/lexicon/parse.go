package lexicon

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector"
)

// builder collects lists before they become a Lexicon.
type builder struct {
	lex   *Lexicon
	known map[word]int32
	text  detector.Text
}

func newBuilder() *builder {
	return &builder{
		lex:   &Lexicon{byName: map[string]Class{}},
		known: map[word]int32{},
	}
}

// lexicon finishes the build: every term is filed under the words of its
// rarest step, so that a message full of "hat" and "nicht" tries few terms.
func (b *builder) lexicon() *Lexicon {
	uses := make([]int, len(b.lex.words.words))
	for _, t := range b.lex.terms {
		for _, s := range t.steps {
			for _, w := range s.words {
				uses[w]++
			}
		}
	}
	b.lex.anchors = make([][]int32, len(uses))
	for n := range b.lex.terms {
		t := &b.lex.terms[n]
		t.rare = rarest(t.steps, uses)
		for _, w := range t.steps[t.rare].words {
			b.lex.anchors[w] = append(b.lex.anchors[w], int32(n))
		}
	}
	return b.lex
}

// rarest returns the step whose words have the fewest uses.
func rarest(steps []step, uses []int) int {
	best, bestUses := 0, -1
	for i, s := range steps {
		n := 0
		for _, w := range s.words {
			n += uses[w]
		}
		if bestUses < 0 || n < bestUses {
			best, bestUses = i, n
		}
	}
	return best
}

func (b *builder) class(name string) Class {
	c, ok := b.lex.byName[name]
	if !ok {
		c = Class(len(b.lex.classes))
		b.lex.classes = append(b.lex.classes, name)
		b.lex.byName[name] = c
	}
	return c
}

// list reads one file of terms.
func (b *builder) list(file, class string, lang Language, data string) error {
	c := b.class(class)
	line := 0
	for raw := range strings.Lines(data) {
		line++
		s := strings.TrimSpace(stripNote(raw))
		if s == "" {
			continue
		}
		t, reason := b.term(s, lang)
		if reason != "" {
			return &SyntaxError{File: file, Line: line, Term: s, Reason: reason}
		}
		t.class = c
		b.lex.terms = append(b.lex.terms, t)
	}
	return nil
}

// stripNote cuts a comment: a line that starts with '#', or what follows a
// '#' after a blank.
func stripNote(s string) string {
	if strings.HasPrefix(strings.TrimSpace(s), "#") {
		return ""
	}
	if i := strings.Index(s, " #"); i >= 0 {
		return s[:i]
	}
	return s
}

// term reads one line. The reason is empty where it is well formed.
func (b *builder) term(s string, lang Language) (t term, reason string) {
	t.lang = lang
	s, umlaut := strings.CutSuffix(s, "[umlaut]")
	s, t.block = strings.CutPrefix(s, "!")
	gap := 0
	for _, field := range strings.Fields(s) {
		if n, ok := gapSize(field); ok {
			gap = n
			continue
		}
		steps, reason := b.field(field, lang, umlaut)
		if reason != "" {
			return t, reason
		}
		steps[0].gap, gap = gap, 0
		t.steps = append(t.steps, steps...)
	}
	switch {
	case len(t.steps) == 0:
		return t, "a term needs a word"
	case gap != 0:
		return t, "a term cannot end in a gap"
	case t.steps[0].gap != 0:
		return t, "a term cannot start with a gap"
	}
	return t, ""
}

// field reads one blank-separated part of a term: alternatives, or a word that
// the tokenizer may split (U-Haft).
func (b *builder) field(s string, lang Language, umlaut bool) (steps []step, reason string) {
	alternatives := strings.Split(s, "|")
	for _, alt := range alternatives {
		words := b.parse(alt, lang)
		if len(words) == 0 {
			return nil, "a word is missing"
		}
		if len(words) > 1 && len(alternatives) > 1 {
			return nil, "an alternative must be one word without hyphen or sign"
		}
		for i, w := range words {
			w.umlaut = umlaut
			if i == len(steps) {
				steps = append(steps, step{})
			}
			steps[i].words = append(steps[i].words, b.word(w))
		}
	}
	return steps, ""
}

// gapSize reads "~" (up to four tokens) or "~8".
func gapSize(field string) (int, bool) {
	rest, ok := strings.CutPrefix(field, "~")
	if !ok {
		return 0, false
	}
	if rest == "" {
		return 4, true
	}
	n, err := strconv.Atoi(rest)
	return n, err == nil && n > 0 && n <= 20
}

// parse reads the marks around a word and splits it as a message would be.
func (b *builder) parse(s string, lang Language) []word {
	bare, isExact := strings.CutPrefix(s, "=")
	head, tail := false, false
	if !isExact {
		bare, head = strings.CutPrefix(bare, "*")
		bare, tail = strings.CutSuffix(bare, "*")
	}
	b.text.Reset(bare)
	var words []word
	for i, k := range b.text.Tokens {
		if k.Kind == detector.Punct && len(b.text.Tokens) > 1 {
			continue // what joins words in a message is skipped there too
		}
		w := word{text: b.text.Word(i), lang: lang}
		first, last := head && i == 0, tail && i == len(b.text.Tokens)-1
		switch {
		case isExact:
			w.mode = exact
			if raw := b.text.Of(i); strings.IndexFunc(raw, unicode.IsUpper) >= 0 {
				w.text, w.cased = raw, true
			}
		case first && last:
			w.mode = infix
		case first:
			w.mode = suffix
		case last:
			w.mode = prefix
		}
		words = append(words, w)
	}
	return words
}

func (b *builder) word(w word) int32 {
	id, ok := b.known[w]
	if !ok {
		id = b.lex.words.insert(w)
		b.known[w] = id
	}
	return id
}
