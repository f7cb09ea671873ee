package lexicon

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// satisfies reports whether a token is one of a word's, by the definition of the
// modes.
func satisfies(w word, token string) bool {
	stems := []string{token}
	for n := 1; n <= longestEnding && len(token)-n >= shortestStem; n++ {
		if endings[token[len(token)-n:]]&(1<<w.lang) != 0 {
			stems = append(stems, token[:len(token)-n])
		}
	}
	return slices.ContainsFunc(spellings(w), func(s string) bool {
		switch w.mode {
		case exact:
			return token == s
		case prefix:
			return strings.HasPrefix(token, s)
		case infix:
			return strings.Contains(token, s)
		case suffix:
			return strings.HasSuffix(token, s) || slices.ContainsFunc(stems[1:], func(stem string) bool {
				return len(s) >= shortestStem && strings.HasSuffix(stem, s)
			})
		}
		return slices.Contains(stems, s)
	})
}

// The index finds what a look at every word finds.
func TestFindAgainstNaive(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	parts := strings.Fields("dach rohr bruch krank ü ä er en st haus s a ing ed ß")
	text := func(n int) string {
		var b strings.Builder
		for range 1 + r.IntN(n) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		return b.String()
	}
	b := newBuilder()
	for range 400 {
		b.word(word{text: text(2), mode: mode(r.IntN(int(modes))), lang: Language(1 + r.IntN(2)), umlaut: r.IntN(3) == 0})
	}
	x := &b.lexicon().words
	found := 0
	for range 5000 {
		token := text(4)
		var want Words
		for id, w := range b.words {
			if satisfies(w, strings.ReplaceAll(token, "ß", "ss")) {
				want = append(want, int32(id))
			}
		}
		if got := x.find(token); !slices.Equal(got, want) {
			t.Fatalf("%q: words %v, want %v", token, got, want)
		}
		found += len(want)
	}
	if found < 10_000 {
		t.Errorf("only %d words found: the test compares nothing", found)
	}
}

func TestFindBoundsTheWork(t *testing.T) {
	b := newBuilder()
	b.word(word{text: "dach", mode: infix, lang: German})
	x := &b.lexicon().words
	if got := x.find(strings.Repeat("dach", maxToken)); got != nil {
		t.Errorf("a token of %d bytes is searched", 4*maxToken)
	}
	if got := new(wordIndex).find("dach"); got != nil {
		t.Errorf("an empty index finds %v", got)
	}
}

// BenchmarkWords measures looking a word up that a session has not seen.
func BenchmarkWords(b *testing.B) {
	lex, err := Builtin()
	if err != nil {
		b.Fatal(err)
	}
	list := strings.Fields("moin kevin hat sich schon wieder krankgemeldet wasserschadenregulierung baustelle freising the apprentice's hausmeister")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		lex.Words(list[i%len(list)])
	}
}
