package rules

import (
	"slices"

	"github.com/chatlint/chatlint/chat"
)

// Lesson is what the learned model sees of one message.
type Lesson struct {
	Judged  bool      // false for notices and deleted messages, which cannot be findings
	Own     []Feature // of the message alone
	Context []Feature // of the earlier messages and of what the rules found
	Rules   []Finding // what the rules found
}

// Study returns what the model sees of a message, for training. scores are the
// log-odds per category, in the order of Columns, that the trainer's first
// model gives the message alone; nil leaves them out of the view that later
// messages have of it. The engine must have been loaded with RulesOnly.
func (s *Session) Study(m *chat.Message, scores []float32) Lesson {
	a := s.remember(m)
	a.scored = scores != nil
	copy(a.scores[:], scores)
	s.found = s.found[:0]
	if !judged(m) {
		return Lesson{}
	}
	sc := scene{a, s.thread()}
	s.applyRules(sc)
	return Lesson{
		Judged:  true,
		Own:     slices.Clone(a.ownSeen),
		Context: s.ruleFeatures(sc.threaded(s.engine, nil)),
		Rules:   slices.Clone(s.found),
	}
}

// Columns returns the categories in the order of the model's scores.
func Columns() []Category { return slices.Clone(categoryColumns[:]) }
