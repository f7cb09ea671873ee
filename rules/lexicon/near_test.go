package lexicon_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/rules/lexicon"
)

func TestNear(t *testing.T) {
	lex, err := lexicon.Load(fstest.MapFS{
		"de/near/list.txt": {Data: []byte("bandscheibenvorfall\nüberweisung\n=gestolpert\nverschreib*\n=BAföGAmt\nhusten\n*schnupfen\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		token string
		want  bool
	}{
		{"bandscheibnvorfall", true},    // one missing
		{"bandscheibennvorfall", true},  // one too many
		{"bandscheibenvorfsll", true},   // one wrong
		{"bandschiebenvorfall", true},   // two that changed places
		{"bandscheibevnorfall", true},   // in the middle of the word
		{"bandscheibenvorfallle", true}, // before the ending le
		{"bandscheibnvorfalls", true},
		{"ueberwiesung", true},
		{"überweisungg", true},
		{"gstolpert", true},
		{"gstolperte", false}, // stands without endings
		{"verschrebungspflichtig", true},
		{"andscheibenvorfall", false},  // the first letter must be right
		{"bandschibenvorfal", false},   // two slips
		{"bandscheibenvorfall", false}, // none
		{"hustne", false},              // short
		{"heuschnupfne", false},        // an open beginning
		{"baföggamt", false},           // cased words match as they are written only
		{"", false},
	}
	for _, tt := range tests {
		if got := len(lex.Near(tt.token)) > 0; got != tt.want {
			t.Errorf("Near(%q) found something: %v, want %v", tt.token, got, tt.want)
		}
	}
}

// Every slip behind the first letter of every long word is seen, wherever it is.
func TestNearIsComplete(t *testing.T) {
	words := []string{"entzündung", "abmahnung", "oberarmbruch", "verlängert", "probation", "warenkorb"}
	for _, word := range words {
		lex, err := lexicon.Load(fstest.MapFS{"de/near/list.txt": {Data: []byte("=" + word + "\n")}})
		if err != nil {
			t.Fatal(err)
		}
		for _, slip := range slips(word) {
			if slip != word && len(lex.Near(slip)) == 0 {
				t.Errorf("%q is not seen in %q", word, slip)
			}
		}
	}
}

// slips returns the texts one edit away from a word that begin like it.
func slips(word string) []string {
	var out []string
	letters := []rune(word)
	for i := 1; i <= len(letters); i++ {
		for _, c := range "exm" {
			out = append(out, string(slices.Insert(slices.Clone(letters), i, c)))
			if i < len(letters) && letters[i] < 0x80 {
				wrong := slices.Clone(letters)
				wrong[i] = c
				out = append(out, string(wrong))
			}
		}
		if i < len(letters) && letters[i] < 0x80 {
			out = append(out, string(slices.Delete(slices.Clone(letters), i, i+1)))
		}
		if i+1 < len(letters) && letters[i] < 0x80 && letters[i+1] < 0x80 {
			swapped := slices.Clone(letters)
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			out = append(out, string(swapped))
		}
	}
	return out
}

func BenchmarkNear(b *testing.B) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		lex.Near("rüttelplattenverleih")
	}
}
