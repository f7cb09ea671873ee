package lint

import (
	"context"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/pairs"
	"github.com/chatlint/chatlint/internal/people"
	"github.com/chatlint/chatlint/rules"
)

// Insight is a message with everything that was found in it, and why.
type Insight struct {
	Checked
	rules.Reasons
}

// Explain judges the first message of a chat that pick chooses, as Each does,
// and tells why. It returns nil if pick chooses none.
func Explain(c *chat.Chat, engine *rules.Engine, opt Options, pick func(*chat.Message) bool) (*Insight, error) {
	roster, err := people.Of(context.Background(), engine, c, opt.workers())
	if err != nil {
		return nil, err
	}
	s := engine.NewSession(roster)
	before := make([]chat.Message, 0, rules.Window+1)
	for p, err := range pairs.Of(c.Messages()) {
		if err != nil {
			return nil, err
		}
		if !pick(&p.This) {
			before = append(before, p.This)
			before = before[max(0, len(before)-rules.Window):]
			continue
		}
		for i := range before {
			s.Observe(&before[i])
		}
		return insight(s, &p.This, p.Next, opt), nil
	}
	return nil, nil
}

// ExplainText is Explain for a message that stands by itself.
func ExplainText(text string, engine *rules.Engine, opt Options) *Insight {
	m := chat.Message{Line: 1}
	m.Kind, m.Text, m.Attachment, m.Edited = chat.ClassifyBody("~", text)
	return insight(engine.NewSession(engine.Meet(nil, slices.Values([]*chat.Message{&m}))), &m, nil, opt)
}

func insight(s *rules.Session, m, next *chat.Message, opt Options) *Insight {
	in := s.Explain(m, next)
	out := &Insight{Checked: keep(0, m, in.Result), Reasons: in.Reasons}
	out.Findings = apply(final, apply(unwanted, out.Findings, &opt), &opt)
	return out
}
