package train

import (
	"cmp"
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/eval"
)

// sentences turns the messages of labelled chats into sentences. The tagger sees folded texts; the few
// messages that folding changes are left out.
func sentences(chats []*eval.Chat) []Sentence {
	var out []Sentence
	for _, c := range chats {
		people := peopleOf(c)
		for i, m := range c.Messages {
			if folded := detector.Fold(m.Text); !folded.Same() {
				continue
			}
			s := Sentence{Text: m.Text, PersonsOnly: true, People: people}
			for _, g := range c.Gold[i].Spans {
				if g.Type == detector.Person && g.Start >= 0 {
					s.Spans = append(s.Spans, Span{Start: g.Start, End: g.End, Class: tagger.Person})
				}
			}
			slices.SortFunc(s.Spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
			out = append(out, s)
		}
	}
	return out
}

// peopleOf builds the memory of a chat from its senders and the names that
// messages prove, as a run over a chat does.
func peopleOf(c *eval.Chat) *detector.Memory {
	var names []string
	for _, m := range c.Messages {
		if m.Sender != "" && !slices.Contains(names, m.Sender) {
			names = append(names, m.Sender)
		}
	}
	people := detector.NewPeople(names)
	var t detector.Text
	for i := range c.Messages {
		t.Reset(c.Messages[i].Text)
		people.Learn(&t)
	}
	return people
}
