package rules

import (
	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// folded returns a message as a reader sees it: the message itself, or a copy of
// it with another text.
func folded(m *chat.Message) (*chat.Message, detector.Folded) {
	text := detector.Fold(m.Text)
	if text.Same() {
		return m, text
	}
	seen := *m
	seen.Text = text.Text
	return &seen, text
}

// unfolded turns the places in a folded text into those of the original.
func (r Result) unfolded(text *detector.Folded) Result {
	if text.Same() {
		return r
	}
	var out Result
	for _, e := range r.Entities {
		e.Start, e.End = text.Start(e.Start), text.End(e.End)
		out.Entities = append(out.Entities, e)
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, f.unfolded(text))
	}
	return out
}

func (f Finding) unfolded(text *detector.Folded) Finding {
	return f.moved(func(s Span) Span { return Span{text.Start(s.Start), text.End(s.End)} })
}
