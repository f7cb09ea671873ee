package lexicon

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector"
)

// builder collects lists before they become a Lexicon.
type builder struct {
	lex   *Lexicon
	words []word
	known map[word]int32
	text  detector.Text
	own   bool // what is read is not from the first file system
}

func newBuilder() *builder {
	return &builder{lex: &Lexicon{byName: map[string]Class{}}, known: map[word]int32{}}
}

// lexicon finishes the build.
func (b *builder) lexicon() *Lexicon {
	b.chooseAnchors()
	b.index()
	b.lex.finish()
	return b.lex
}

// chooseAnchors finds the rarest step of every term, so that a message full of
// "hat" and "nicht" tries few terms.
func (b *builder) chooseAnchors() {
	l := b.lex
	uses := make([]int, len(b.words))
	for _, w := range l.choices {
		uses[w]++
	}
	for n := range l.terms {
		best := -1
		for i, s := range l.stepsOf(&l.terms[n]) {
			sum := 0
			for _, w := range l.choicesOf(&s) {
				sum += uses[w]
			}
			if best < 0 || sum < best {
				best, l.terms[n].rare = sum, uint8(i)
			}
		}
	}
}

// index makes keys of the spellings of all words, in the order of mode and
// spelling.
func (b *builder) index() {
	x := &b.lex.words
	x.written = map[int32]string{}
	type spelled struct {
		mode mode
		text string
		id   int32
	}
	var all []spelled
	for id, w := range b.words {
		lang := w.lang
		if w.cased {
			lang |= casedBit
			x.written[int32(id)] = w.text
		}
		x.langs = append(x.langs, lang)
		for _, s := range spellings(w) {
			all = append(all, spelled{w.mode, s, int32(id)})
		}
	}
	slices.SortFunc(all, func(a, b spelled) int {
		return cmp.Or(cmp.Compare(a.mode, b.mode), strings.Compare(a.text, b.text), cmp.Compare(a.id, b.id))
	})
	var text strings.Builder
	for i, s := range all {
		if i == 0 || all[i-1].mode != s.mode || all[i-1].text != s.text {
			start := uint32(text.Len())
			text.WriteString(s.text)
			x.keys = append(x.keys, key{start: start, end: uint32(text.Len()), first: uint32(i), mode: s.mode})
		}
		x.keys[len(x.keys)-1].count++
		x.ids = append(x.ids, s.id)
	}
	x.spellings = text.String()
}

// finish fills what is derived from the rest.
func (l *Lexicon) finish() {
	l.words.build()
	a := &l.anchors
	a.start = make([]uint32, len(l.words.langs)+1)
	l.eachAnchor(func(word int32, _ int) { a.start[word+1]++ })
	for i := 1; i < len(a.start); i++ {
		a.start[i] += a.start[i-1]
	}
	next := slices.Clone(a.start)
	total := a.start[len(a.start)-1]
	a.terms, a.rest = make([]int32, total), make([]signs, total)
	l.eachAnchor(func(word int32, term int) {
		at := next[word]
		a.terms[at], a.rest[at] = int32(term), l.restOf(&l.terms[term])
		next[word]++
	})
}

// eachAnchor yields every term with the words of its rarest step.
func (l *Lexicon) eachAnchor(yield func(word int32, term int)) {
	for n := range l.terms {
		t := &l.terms[n]
		for _, w := range l.choicesOf(&l.stepsOf(t)[t.rare]) {
			yield(w, n)
		}
	}
}

// restOf returns the signs of the words that a term needs beside its rarest one:
// those without an alternative, or else the alternatives of one of its steps.
func (l *Lexicon) restOf(t *term) signs {
	var needed, alternatives signs
	for i, s := range l.stepsOf(t) {
		if i == int(t.rare) {
			continue
		}
		var of signs
		choices := l.choicesOf(&s)
		for _, w := range choices {
			of |= signOf(w)
		}
		if len(choices) == 1 {
			needed |= of
		} else {
			alternatives = of | anyOf
		}
	}
	if needed == 0 {
		return alternatives
	}
	return needed
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
		if reason := b.term(s, c, lang); reason != "" {
			return &SyntaxError{File: file, Line: line, Term: s, Reason: reason}
		}
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

// term adds the term of a line. The reason is empty where it is well formed.
func (b *builder) term(s string, class Class, lang Language) (reason Reason) {
	l := b.lex
	t := term{first: uint32(len(l.steps)), class: class, lang: lang, own: b.own}
	s, umlaut := strings.CutSuffix(s, "[umlaut]")
	s, t.block = strings.CutPrefix(s, "!")
	gap := 0
	for field := range strings.FieldsSeq(s) {
		if n, ok := gapSize(field); ok {
			gap = n
			continue
		}
		start := len(l.steps)
		if reason := b.field(field, lang, umlaut); reason != "" {
			return reason
		}
		l.steps[start].gap, gap = uint8(gap), 0
	}
	count := len(l.steps) - int(t.first)
	switch {
	case count == 0:
		return NoWord
	case count > maxSteps:
		return TooManyWords
	case gap != 0:
		return GapAtEnd
	case l.steps[t.first].gap != 0:
		return GapAtStart
	}
	t.count = uint8(count)
	l.terms = append(l.terms, t)
	return ""
}

// maxSteps is the number of words that a term may have.
const maxSteps = math.MaxUint8

// field adds the steps of one blank-separated part of a term: alternatives, or a
// word that the tokenizer may split (U-Haft).
func (b *builder) field(s string, lang Language, umlaut bool) (reason Reason) {
	l := b.lex
	start := uint32(len(l.choices))
	alternatives := strings.Count(s, "|") + 1
	for alt := range strings.SplitSeq(s, "|") {
		words := b.parse(alt, lang)
		if len(words) == 0 {
			return WordMissing
		}
		if len(words) > 1 && alternatives > 1 {
			return BadAlternative
		}
		for _, w := range words {
			w.umlaut = umlaut
			l.choices = append(l.choices, b.word(w))
		}
	}
	end := uint32(len(l.choices))
	if alternatives > 1 {
		l.steps = append(l.steps, step{start: start, end: end})
		return ""
	}
	for i := start; i < end; i++ {
		l.steps = append(l.steps, step{start: i, end: i + 1})
	}
	return ""
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
		id = int32(len(b.words))
		b.words = append(b.words, w)
		b.known[w] = id
	}
	return id
}
