package lexicon

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/detector"
)

// sample is a text that a term should match: the first alternative of every
// word, gaps left empty, open beginnings and ends too.
func sample(line string) string {
	s := strings.TrimSuffix(strings.TrimSpace(line), "[umlaut]")
	var words []string
	for _, field := range strings.Fields(s) {
		if _, gap := gapSize(field); gap {
			continue
		}
		first, _, _ := strings.Cut(field, "|")
		if bare, exact := strings.CutPrefix(first, "="); exact {
			words = append(words, bare)
		} else {
			words = append(words, strings.TrimSuffix(strings.TrimPrefix(first, "*"), "*"))
		}
	}
	return strings.Join(words, " ")
}

// blockedInItself is how many built-in terms a blocker of their class may keep
// from matching their bare text, because they are meant for compounds of it.
const blockedInItself = 20

// Every built-in term can match: found in its own text, it proves that the
// tokenizer sees it as the parser does.
func TestBuiltinTermsMatch(t *testing.T) {
	lex, err := Load(Files())
	if err != nil {
		t.Fatal(err)
	}
	m := lex.NewMatcher()
	terms, blocked := 0, 0
	var text detector.Text
	err = fs.WalkDir(Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		lang, class := German, strings.TrimSuffix(name[3:], path.Ext(name))
		if strings.HasPrefix(name, "en/") {
			lang = English
		}
		c, ok := lex.Class(class)
		if !ok {
			t.Fatalf("no class %s", class)
		}
		data, err := fs.ReadFile(Files(), name)
		for line := range strings.Lines(string(data)) {
			term := strings.TrimSpace(stripNote(line))
			if term == "" || strings.HasPrefix(term, "!") {
				continue
			}
			terms++
			text.Reset(sample(term))
			hits := m.Match(&text, words(lex, &text), lang, nil)
			switch {
			case slices.ContainsFunc(hits, func(h Hit) bool { return h.Class == c && h.First == 0 && h.Last == len(text.Tokens)-1 }):
			case slices.ContainsFunc(m.block, func(h Hit) bool { return h.Class == c }):
				blocked++
			default:
				t.Errorf("%s: %q does not match %q", name, term, text.Raw)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if blocked > blockedInItself || terms < 10_000 {
		t.Errorf("%d of %d terms are blocked in their own text, want at most %d", blocked, terms, blockedInItself)
	}
}

// assignments calls yield with every way in which the words of a term can stand
// in the text, tried one by one without an index.
func assignments(lex *Lexicon, t *detector.Text, tm *term, yield func(first, last int)) {
	known := words(lex, t)
	steps := lex.stepsOf(tm)
	fits := func(i int, s step) bool {
		return slices.ContainsFunc(lex.choicesOf(&s), func(w int32) bool {
			return slices.Contains(known[i], w) && lex.words.caseFits(w, t, i)
		})
	}
	// passes reports whether what stands between tokens i and j may be skipped.
	passes := func(i, j int, gap uint8) bool {
		skipped := uint8(0)
		for k := i + 1; k < j; k++ {
			switch t.Tokens[k].Kind {
			case detector.Break:
				return false
			case detector.Punct:
				if endsSentence(t, k) || gap == 0 && !joins(t, k) {
					return false
				}
			default:
				skipped++
			}
		}
		return skipped <= gap
	}
	var walk func(first, last, k int)
	walk = func(first, last, k int) {
		if k == len(steps) {
			yield(first, last)
			return
		}
		for j := last + 1; j < len(t.Tokens); j++ {
			if fits(j, steps[k]) && passes(last, j, steps[k].gap) {
				walk(first, j, k+1)
			}
		}
	}
	for i := range t.Tokens {
		if fits(i, steps[0]) {
			walk(i, i, 1)
		}
	}
}

// random makes lists and texts of few words, so that they meet often.
type random struct{ *rand.Rand }

var vocabulary = strings.Fields("dach rohr haus bruch krank AU hat sich drücken prüf fieber")

func (r random) word() string { return vocabulary[r.IntN(len(vocabulary))] }

func (r random) term() string {
	var b strings.Builder
	for i := range 1 + r.IntN(3) {
		if i > 0 && r.IntN(2) == 0 {
			fmt.Fprintf(&b, " ~%d", 1+r.IntN(3))
		}
		w := r.word()
		switch r.IntN(6) {
		case 0:
			w = "=" + w
		case 1:
			w = "*" + w
		case 2:
			w += "*"
		case 3:
			w += "|" + r.word()
		}
		b.WriteString(" " + w)
	}
	return strings.TrimSpace(b.String())
}

func (r random) text() string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		switch w := r.word(); r.IntN(5) {
		case 0:
			w += r.word()
			fallthrough
		case 1:
			w += []string{"", "s", "en", "er"}[r.IntN(4)]
			fallthrough
		default:
			b.WriteString(w)
		}
		b.WriteString([]string{" ", " ", " ", " ", ", ", ". ", "-", "\n", " 🤒 "}[r.IntN(9)])
	}
	return b.String()
}

// The index by rare words changes nothing: a hit is a way in which the term can
// stand in the text, and a term that can stand there is hit.
func TestMatchAgainstNaive(t *testing.T) {
	r := random{rand.New(rand.NewPCG(1, 2))}
	hits := 0
	for range 4000 {
		lines := []string{r.term(), r.term(), r.term()}
		fsys := fstest.MapFS{}
		for i, l := range lines {
			fsys[fmt.Sprintf("de/c/%d.txt", i)] = &fstest.MapFile{Data: []byte(l)}
		}
		lex, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		var text detector.Text
		text.Reset(r.text())
		got := lex.NewMatcher().Match(&text, words(lex, &text), Unknown, nil)
		for i := range lex.terms {
			tm := &lex.terms[i]
			possible := map[Hit]bool{}
			assignments(lex, &text, tm, func(first, last int) { possible[Hit{Class: tm.class, Lang: German, First: first, Last: last}] = true })
			found := 0
			for _, h := range got {
				if h.Class != tm.class {
					continue
				}
				found++
				if !possible[h] {
					t.Fatalf("%q in %q: hit at %d–%d is none", lines[i], text.Raw, h.First, h.Last)
				}
			}
			if found == 0 && len(possible) > 0 {
				t.Fatalf("%q in %q: missed", lines[i], text.Raw)
			}
			hits += found
		}
	}
	if hits < 1000 {
		t.Errorf("only %d hits: the test compares nothing", hits)
	}
}

// FuzzList feeds lists and texts: a list loads or says which line is wrong, and
// hits lie within the text, in order, one for a class and place, and
// words are near long tokens only.
func FuzzList(f *testing.F) {
	f.Add("krank\n!dach ~ krank\n=AU", "Stefan ist krank, AU bis Freitag")
	f.Add("hat|hab fieber\n*bruch\nschimmel*\n*haus*", "hab fieber. Armbruch schimmelt im Wohnhause")
	f.Add("drücken [umlaut]\nmagen-darm\n🤒", "druecken MAGEN - DARM 🤒🤒")
	f.Add("~ a\nb ~", "a\xffb")
	f.Add("a*|*b|=c\n**", "")
	f.Add("überweisung\n=gestolpert\nverschreib*", "Ueberweisugn gstolpert verschreiebn überweisunge \xc3berweisung")
	f.Fuzz(func(t *testing.T, list, raw string) {
		b := newBuilder()
		if err := b.list("de/g/c.txt", "g/c", German, list); err != nil {
			se, ok := err.(*SyntaxError)
			if !ok || se.Line < 1 || se.Line > strings.Count(list, "\n")+1 || se.Reason == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if err := b.list("en/g/c.txt", "g/c", English, list); err != nil {
			t.Fatalf("a list is fine in German only: %v", err)
		}
		lex := b.lexicon()
		var text detector.Text
		text.Reset(raw)
		m := lex.NewMatcher()
		hits := m.Match(&text, words(lex, &text), Unknown, nil)
		for i, h := range hits {
			if h.First < 0 || h.First > h.Last || h.Last >= len(text.Tokens) || int(h.Class) >= lex.Classes() {
				t.Fatalf("hit %+v in %d tokens", h, len(text.Tokens))
			}
			if i > 0 && (h.First < hits[i-1].First || h.First == hits[i-1].First && h.Class <= hits[i-1].Class) {
				t.Fatalf("hit %+v comes after %+v", h, hits[i-1])
			}
		}
		if again := m.Match(&text, words(lex, &text), Unknown, nil); !slices.Equal(again, hits) {
			t.Fatalf("first %+v, then %+v", hits, again)
		}
		for i := range text.Tokens {
			token := text.Word(i)
			for _, id := range lex.Near(token) {
				if id < 0 || int(id) >= len(lex.words.langs) || len(token) < shortestNear-1 {
					t.Fatalf("word %d is near %q", id, token)
				}
			}
		}
	})
}
