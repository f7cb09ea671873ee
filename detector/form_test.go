package detector

import (
	"slices"
	"strings"
	"testing"
)

// remember describes the tokens of other texts and gives the forms to t.
func remember(forms map[string]*Form, t *Text) {
	for i := range t.Tokens {
		token := t.Of(i)
		if forms[token] == nil {
			f := t.Describe(i)
			forms[strings.Clone(token)] = &f
		}
		t.Forms = append(t.Forms, forms[token])
	}
}

// TestFormsChangeNothing checks that detectors find the same where somebody
// remembers the forms of words as where they look at the words themselves.
func TestFormsChangeNothing(t *testing.T) {
	scanner, plain, known := New().NewScanner(), &Text{}, &Text{}
	people := NewPeople([]string{"Anna Büro", "Stefan"})
	forms := map[string]*Form{}
	texts := slices.Concat(probes, []string{"d'Steffi und s'Madl", "HANS\nPETER 👍", "Key unter der Matte, Codewort Rose", "\xff12\xff"})
	for i, m := range readLabelled(t) {
		if i%20 == 0 && m.part != "test" {
			texts = append(texts, m.Text)
		}
	}
	for _, s := range texts {
		plain.Reset(s)
		want := slices.Clone(scanner.Run(plain, Context{People: people}))
		known.Reset(s)
		remember(forms, known)
		if got := scanner.Run(known, Context{People: people}); !slices.Equal(got, want) {
			t.Errorf("%q: %v with forms, %v without", s, got, want)
		}
	}
}
