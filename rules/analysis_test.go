package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// parts joins the words of each number of a segmentation.
func parts(a *analysis, numbers []int32) []string {
	var out []string
	for i := range a.text.Tokens {
		for int(numbers[i]) >= len(out) {
			out = append(out, "")
		}
		n := numbers[i]
		out[n] = strings.TrimSpace(out[n] + " " + strings.ReplaceAll(a.text.Of(i), "\n", "⏎"))
	}
	return out
}

func TestSegment(t *testing.T) {
	tests := []struct {
		text           string
		sents, clauses []string
	}{
		{"Kevin ist da", []string{"Kevin ist da"}, []string{"Kevin ist da"}},
		{"Kevin ist da. Ali fehlt", []string{"Kevin ist da .", "Ali fehlt"}, []string{"Kevin ist da .", "Ali fehlt"}},
		{"Kevin ist da, Ali fehlt", []string{"Kevin ist da , Ali fehlt"}, []string{"Kevin ist da ,", "Ali fehlt"}},
		{"er fehlt weil er muss", []string{"er fehlt weil er muss"}, []string{"er fehlt", "weil er muss"}},
		{"aber er fehlt", []string{"aber er fehlt"}, []string{"aber er fehlt"}},
		{"bei Hr. Weber am 3. Mai", []string{"bei Hr . Weber am 3 . Mai"}, []string{"bei Hr . Weber am 3 . Mai"}},
		{"ruf an! Wer? ich", []string{"ruf an !", "Wer ?", "ich"}, []string{"ruf an !", "Wer ?", "ich"}},
		{"ja\nnein", []string{"ja ⏎", "nein"}, []string{"ja ⏎", "nein"}},
		{"gut 👍 danke", []string{"gut 👍", "danke"}, []string{"gut 👍", "danke"}},
		{"gut 👍", []string{"gut 👍"}, []string{"gut 👍"}},
		{"www.bau.de geht", []string{"www.bau.de geht"}, []string{"www.bau.de geht"}},
		{"fertig - weiter", []string{"fertig - weiter"}, []string{"fertig -", "weiter"}},
		{"fertig – weiter", []string{"fertig – weiter"}, []string{"fertig –", "weiter"}},
		{"mal sehen… Ali fehlt", []string{"mal sehen …", "Ali fehlt"}, []string{"mal sehen …", "Ali fehlt"}},
		{"U-Bahn kommt", []string{"U - Bahn kommt"}, []string{"U - Bahn kommt"}},
		{"... ja", []string{". . . ja"}, nil},
	}
	for _, tt := range tests {
		sc := last(plain(), talk(tt.text))
		if got := parts(sc.analysis, sc.sents); tt.clauses != nil && !slices.Equal(got, tt.sents) {
			t.Errorf("%q: sentences %q, want %q", tt.text, got, tt.sents)
		}
		if got := parts(sc.analysis, sc.clauses); tt.clauses != nil && !slices.Equal(got, tt.clauses) {
			t.Errorf("%q: clauses %q, want %q", tt.text, got, tt.clauses)
		}
		if !slices.IsSorted(sc.sents) || !slices.IsSorted(sc.clauses) || len(sc.sents) != len(sc.text.Tokens) {
			t.Errorf("%q: numbers %v, %v", tt.text, sc.sents, sc.clauses)
		}
	}
}

// The units of a rule cover every token once.
func TestUnits(t *testing.T) {
	sc := last(plain(), talk("Kevin ist da. Ali fehlt!\nUnd ich?"))
	next := 0
	n := 0
	for u := range sc.units(false) {
		if u.first != next || u.last < u.first {
			t.Fatalf("unit %v does not follow token %d", u, next)
		}
		next = u.last + 1
		n++
	}
	if next != len(sc.text.Tokens) || n != 3 {
		t.Errorf("%d units end at token %d of %d", n, next, len(sc.text.Tokens))
	}
	if whole := slices.Collect(sc.units(true)); !slices.Equal(whole, []tokenSpan{{0, next - 1}}) {
		t.Errorf("whole message: %v", whole)
	}
	if empty := slices.Collect(last(plain(), talk("")).units(false)); !slices.Equal(empty, []tokenSpan{noWords}) {
		t.Errorf("empty message: %v", empty)
	}
}

// terms returns the words of the hits of a class.
func terms(t *testing.T, sc scene, class string) (out []string) {
	t.Helper()
	c, ok := plain().lex.Class(class)
	if !ok {
		t.Fatalf("no class %s", class)
	}
	for n := sc.firstOf(c); n >= 0; n = sc.nextOf(n) {
		h := sc.hits[n]
		out = append(out, sc.wordsOf(tokenSpan{h.First, h.Last}))
	}
	return out
}

// A name that is spelled like a term tells nothing but the name.
func TestNamesAreNoTerms(t *testing.T) {
	for text, want := range map[string][]string{
		"die Pumpe geht":         {"Pumpe"},
		"Frau Pumpe hat bezahlt": nil,
	} {
		if got := terms(t, last(plain(), talk(text)), "things/thing"); !slices.Equal(got, want) {
			t.Errorf("%q: things %q, want %q", text, got, want)
		}
	}
}

// Hits of the other language are dropped where function words decide.
func TestOtherLanguage(t *testing.T) {
	for text, want := range map[string]lexicon.Language{
		"der Motor ist kaputt und ich habe nix":   lexicon.German,
		"the engine is broken and I have nothing": lexicon.English,
		"Motor 17":                    lexicon.Unknown,
		"the Motor und der engine at": lexicon.Unknown,
	} {
		sc := last(plain(), talk(text))
		if got := sc.language(); got != want {
			t.Errorf("%q: language %d, want %d (%d German, %d English)", text, got, want, sc.german, sc.english)
		}
		for _, h := range sc.hits {
			if want != lexicon.Unknown && h.Lang != want && h.Lang != lexicon.Unknown {
				t.Errorf("%q keeps %q of the other language", text, sc.wordsOf(tokenSpan{h.First, h.Last}))
			}
		}
	}
}

func TestEntitiesAlign(t *testing.T) {
	sc := last(plain(), talk("Frau Meier, Gartenstr. 5, Tel. 0171 2345678"))
	if len(sc.entities) < 3 || len(sc.spans) != len(sc.entities) {
		t.Fatalf("%d entities, %d spans", len(sc.entities), len(sc.spans))
	}
	for i, e := range sc.entities {
		if b := sc.bytes(sc.spans[i]); b.Start > e.Start || b.End < e.End {
			t.Errorf("%s at %d–%d has the tokens of %v", e.Type, e.Start, e.End, b)
		}
	}
}
