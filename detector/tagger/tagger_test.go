package tagger

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// tokens splits at blanks; a leading '*' marks a token of a person's name.
func example(text string) Example {
	var x Example
	inside := false
	for _, f := range strings.Fields(text) {
		name := strings.HasPrefix(f, "*")
		f = strings.TrimPrefix(f, "*")
		label := Outside
		switch {
		case name && inside:
			label = Person.Inside()
		case name:
			label = Person.Begin()
		}
		inside = name
		k := Word
		if strings.Trim(f, ".,!?@-") == "" {
			k = Punct
		}
		x.Tokens = append(x.Tokens, Token{Text: f, Lower: strings.ToLower(f), Kind: k})
		x.Allowed = append(x.Allowed, Only(label))
	}
	return x
}

var taught = []string{
	"*stefan ist krank", "*Kevin ist krank", "heute ist feierabend", "wo ist *Maria *Huber ?", "die leiter ist weg", "wo ist die leiter ?",
	"*Ali fährt mit *Mehmet", "wer fährt mit ?", "frag mal *Petra", "frag mal den chef",
}

func teach() *Weights {
	var examples []Example
	for range 5 {
		for _, s := range taught {
			examples = append(examples, example(s))
		}
	}
	return Train(examples, Options{Epochs: 8, Rate: 0.5, L1: 0.05, Minimum: 1, Seed: 7, Lookup: gazetteer.Lookup, Likeness: new(Likeness), HeldOut: new(Likeness).Level, Log: func(string, ...any) {}})
}

func TestTrainIsReproducible(t *testing.T) {
	a, b := teach().Encode(0.01, 0), teach().Encode(0.01, 0)
	if !bytes.Equal(a, b) {
		t.Fatal("two trainings on the same examples differ")
	}
}

func TestTagFindsWhatItWasTaught(t *testing.T) {
	m, err := Decode(string(teach().Encode(0.01, 0)), gazetteer.Lookup)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(taught, "*Jonas ist krank", "wo ist *Sabine ?") {
		x := example(s)
		got := make([]Mask, len(x.Tokens))
		for i := range got {
			got[i] = Only(Outside)
		}
		for _, sp := range m.Tag(x.Tokens, nil) {
			if !(sp.Score > 0.3 && sp.Score <= 1) {
				t.Errorf("%q: score %v", s, sp.Score)
			}
			for i := sp.First; i <= sp.Last; i++ {
				got[i] = Only(sp.Class.Inside())
			}
			got[sp.First] = Only(sp.Class.Begin())
		}
		for i, want := range x.Allowed {
			if got[i] != want {
				t.Errorf("%q: token %d is %b, want %b", s, i, got[i], want)
			}
		}
	}
}

func TestDecodeRejectsDamage(t *testing.T) {
	packed := string(teach().Encode(0.01, 0))
	for n := 0; n < len(packed); n += 1 + n%89 { // every length would take seconds
		if _, err := Decode(packed[:n], gazetteer.Lookup); err == nil {
			t.Fatalf("Decode accepts the first %d of %d bytes", n, len(packed))
		}
	}
}

func TestLongMessages(t *testing.T) {
	m, err := Decode(string(teach().Encode(0.01, 0)), gazetteer.Lookup)
	if err != nil {
		t.Fatal(err)
	}
	x := example(strings.Repeat("*stefan ist krank . ", MaxTokens))
	if got := len(m.Tag(x.Tokens, nil)); got < MaxTokens*9/10 {
		t.Errorf("found %d of %d names", got, MaxTokens)
	}
}

// TestExpect checks forward and backward against the sum over all paths.
func TestExpect(t *testing.T) {
	var l lattice
	l.resize(3)
	var tr, pairs transitions
	for i := range l.emit {
		for y := range Labels {
			l.emit[i][y] = float32(math.Sin(float64(i*7 + y*3)))
		}
	}
	for p := range Labels {
		for y := range Labels {
			tr[p][y] = float32(math.Cos(float64(p*5 + y)))
		}
	}
	sum, marginal := 0.0, 0.0 // of all paths; of those with label 1 at token 1
	for a := Label(0); int(a) < Labels; a++ {
		for b := Label(0); int(b) < Labels; b++ {
			for c := Label(0); int(c) < Labels; c++ {
				if a != Outside && !a.begins() || !a.Follows(b) || !b.Follows(c) {
					continue
				}
				v := math.Exp(float64(l.emit[0][a] + l.emit[1][b] + l.emit[2][c] + tr[a][b] + tr[b][c]))
				sum += v
				if b == 1 {
					marginal += v
				}
			}
		}
	}
	exp := factors(&tr)
	if got := l.total(&exp); math.Abs(got-math.Log(sum)) > 1e-4 {
		t.Errorf("log of the sum = %v, want %v", got, math.Log(sum))
	}
	l.expect(&exp, &pairs)
	if got := float64(l.alpha[1][1]); math.Abs(got-marginal/sum) > 1e-4 {
		t.Errorf("marginal = %v, want %v", got, marginal/sum)
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"stefan's": "stefan", "stefans": "stefan", "dave’s": "dave", "hans": "han", "ines": "ine",
		"strauss": "strauss", "as": "as", "anna": "anna"} {
		if got := Stem(word); got != want {
			t.Errorf("Stem(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestOutweighedBy(t *testing.T) {
	for word, want := range map[string]bool{"ottos": true, "walters": true, "peters": false, "hans": false, "hendersons": false} {
		if got := OutweighedBy(gazetteer.Lookup(word), gazetteer.Lookup(Stem(word))); got != want {
			t.Errorf("OutweighedBy(%q) = %v", word, got)
		}
	}
}

func TestLikeness(t *testing.T) {
	names := []string{"brandl", "brandner", "brandstetter", "meindl", "reindl", "steindl", "hierl", "bierl", "dierl", "zierl"}
	words := []string{"reden", "laden", "boden", "baden", "faden", "leiden", "melden", "rodung", "ladung", "meldung"}
	l := LearnLikeness(names, words)
	if again := LearnLikeness(names, words); *again != *l {
		t.Error("learning is not deterministic")
	}
	if name, word := l.Level("weindl"), l.Level("werdung"); name <= word {
		t.Errorf("levels %d of a name and %d of a word", name, word)
	}
}
