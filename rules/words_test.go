package rules

import (
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/chatlint/chatlint/detector"
)

// TestWordsAreRemembered checks that a token is worked out once and told from
// every other one, also from those with the same hash.
func TestWordsAreRemembered(t *testing.T) {
	e := load(t, Options{})
	var text detector.Text
	word := func(s string) *word {
		text.Reset(s)
		return e.word(&text, 0, 7)
	}
	for _, s := range []string{"krank", "Krank", "4711", "Berufsunfähigkeitsversicherung", strings.Repeat("x", 300)} {
		first := word(s)
		if again := word(s); again != first {
			t.Errorf("%q is worked out twice", s)
		}
		if other := word(s + "t"); other == first {
			t.Errorf("%q is taken for %q", s+"t", s)
		}
		if third := word(s); third != first {
			t.Errorf("%q is forgotten after one other word", s)
		}
	}
	if a, b := word("Krank"), word("krank"); a.hash != b.hash {
		t.Error("a capital changes what the model sees")
	}
}

// TestSlips checks which tokens are read as the word of a list that they were meant
// to be.
func TestSlips(t *testing.T) {
	e := load(t, Options{})
	tests := []struct {
		token, as string // as "" is a word in its own right
	}{
		{"Bandscheibenvofall", "bandscheibenvorfall"},
		{"Überweisugn", "überweisung"},
		{"gschwollen", "geschwollen"},
		{"pregnnacy", "pregnancy"},
		{"Schwager", ""}, // one letter from a word of health
		{"Durchreise", ""},
		{"abgefragt", ""},
		{"Haflinger", ""},
		{"chemistries", ""},
	}
	for _, tt := range tests {
		token := strings.ToLower(tt.token)
		got, meant := e.terms(token), e.lex.Words(tt.as)
		switch {
		case tt.as == "" && !slices.Equal(got, e.lex.Words(token)):
			t.Errorf("%q is read as another word: %v", tt.token, got)
		case tt.as != "" && (len(meant) == 0 || !slices.Contains(got, meant[0])):
			t.Errorf("%q has the words %v, want those of %q: %v", tt.token, got, tt.as, meant)
		}
	}
}

// TestWordFillsLines checks the lines of a processor's cache that a word takes on
// machines of 64 bits.
func TestWordFillsLines(t *testing.T) {
	if unsafe.Sizeof(uintptr(0)) < 8 {
		t.Skip("pointers are short here")
	}
	const line = 64
	if size := unsafe.Sizeof(word{}); size != 6*line {
		t.Errorf("a word takes %d bytes", size)
	}
	if first := unsafe.Offsetof(word{}.form); first != line {
		t.Errorf("what finds a word takes %d bytes", first)
	}
}
