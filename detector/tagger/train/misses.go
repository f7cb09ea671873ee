package train

import (
	"fmt"
	"io"

	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/eval"
)

// Misses prints the sentences in which the model is wrong about persons, for
// parts whose texts may be read.
func Misses(w io.Writer, model *tagger.Model, chats []*eval.Chat) {
	m := newChatMeasurer(model)
	for _, c := range chats {
		if c.Part == eval.Test {
			continue
		}
		m.miss = func(s Sentence, gold, found []Span) {
			fmt.Fprintf(w, "%s\t", c.ID)
			for _, sp := range difference(gold, found) {
				fmt.Fprintf(w, "-%s ", s.Text[sp.Start:sp.End])
			}
			for _, sp := range difference(found, gold) {
				fmt.Fprintf(w, "+%s ", s.Text[sp.Start:sp.End])
			}
			fmt.Fprintf(w, "\t%q\n", s.Text)
		}
		m.count(sentences([]*eval.Chat{c}), tagger.Person, false)
	}
}

// difference returns the spans of a that overlap none of b.
func difference(a, b []Span) []Span {
	var out []Span
	for _, x := range a {
		if compare([]Span{x}, b).GoldHit == 0 {
			out = append(out, x)
		}
	}
	return out
}
