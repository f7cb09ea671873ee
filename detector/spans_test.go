package detector

import (
	"slices"
	"testing"
)

// spanCase is a message and what a detector of one type finds in it.
type spanCase struct {
	text string
	want []string
}

func found(text string, want ...string) spanCase { return spanCase{text, want} }
func none(text string) spanCase                  { return spanCase{text: text} }

func checkSpans(t *testing.T, typ Type, cases []spanCase) {
	t.Helper()
	scanner, text := New().NewScanner(), &Text{}
	for _, c := range cases {
		text.Reset(c.text)
		var got []string
		for _, e := range scanner.Run(text, Context{}) {
			if e.Type == typ {
				got = append(got, c.text[e.Start:e.End])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s in %q: found %q, want %q", typ, c.text, got, c.want)
		}
	}
}

// checkExamples tests that published values are marked as examples, others not.
func checkExamples(t *testing.T, typ Type, texts map[string]bool) {
	t.Helper()
	scanner, text := New().NewScanner(), &Text{}
	for s, want := range texts {
		text.Reset(s)
		got := scanner.Run(text, Context{})
		if len(got) != 1 || got[0].Type != typ || got[0].Example != want {
			t.Errorf("%q: found %+v, want one %s with Example %t", s, got, typ, want)
		}
	}
}
