package eval

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
)

// TestSlips measures the tune part again with two letters swapped in every long word
// that identifies nobody. Readers still understand such chats, so the figures may not
// fall far.
func TestSlips(t *testing.T) {
	chats, engine := builtinAndLabelled(t)
	f1 := func() float64 {
		r := run(t, chats, NewPredictor(engine), Options{Part: Tune})
		i := slices.IndexFunc(r.Slices[0].Figures, func(f Figure) bool { return f.Name == "finding_f1" })
		return r.Slices[0].Figures[i].Value
	}
	clean := f1()
	words := 0
	draw := rand.New(rand.NewPCG(4, 7))
	for _, c := range chats {
		for i := range c.Messages {
			var n int
			c.Messages[i].Text, n = slipped(c.Messages[i].Text, c.Gold[i].Spans, draw)
			if c.Part == Tune {
				words += n
			}
		}
	}
	slips := f1()
	t.Logf("finding F1 %.3f, with a slip in each of %d long words %.3f", clean, words, slips)
	if words < 1000 {
		t.Errorf("only %d words have a slip", words)
	}
	if slips < clean-0.05 {
		t.Errorf("finding F1 falls from %.3f to %.3f", clean, slips)
	}
}

var longWord = regexp.MustCompile(`[A-Za-zÄÖÜäöüß]{8,}`)

// slipped swaps two letters behind the first in every long word outside the spans, and
// counts them.
func slipped(text string, spans []Span, draw *rand.Rand) (string, int) {
	b, n := []byte(text), 0
	for _, at := range longWord.FindAllStringIndex(text, -1) {
		if slices.ContainsFunc(spans, func(s Span) bool { return s.Start < at[1] && at[0] < s.End }) {
			continue
		}
		i := at[0] + 1 + draw.IntN(at[1]-at[0]-2)
		if b[i] < 0x80 && b[i+1] < 0x80 && b[i] != b[i+1] {
			b[i], b[i+1] = b[i+1], b[i]
			n++
		}
	}
	return string(b), n
}
