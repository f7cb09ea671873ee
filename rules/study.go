package rules

import (
	"slices"

	"github.com/chatlint/chatlint/chat"
)

// Lesson is what the learned model sees of one message, but for what it thinks
// of the earlier ones (see Judgement).
type Lesson struct {
	Judged  bool      // false for notices and deleted messages, which cannot be findings
	Own     []Feature // of the message alone
	Context []Feature // of the earlier messages and of what the rules found
	Earlier []Earlier // the earlier messages that the model looks at, newest first
}

// Earlier points at an earlier message of the thread.
type Earlier struct {
	Back       int  // how many messages of the chat before this one
	SameSender bool // written by the sender of this one
}

// Study returns what the model sees of a message, for training.
func (s *Session) Study(m *chat.Message) Lesson {
	a := s.remember(m)
	if !judged(m) {
		return Lesson{}
	}
	s.found = s.found[:0]
	sc := scene{a, s.thread()}
	s.applyRules(sc)
	l := Lesson{
		Judged:  true,
		Own:     slices.Clone(a.ownSeen),
		Context: s.ruleFeatures(sc.threaded(s.engine, nil)),
	}
	for _, p := range sc.seen() {
		l.Earlier = append(l.Earlier, Earlier{Back: s.back(p), SameSender: p.sender == a.sender})
	}
	return l
}

// back tells how many messages before the newest an analysis was made.
func (s *Session) back(p *analysis) int {
	for n := 1; n < len(s.ring); n++ {
		if s.ring[(s.next-1-n+2*len(s.ring))%len(s.ring)] == p {
			return n
		}
	}
	return 0
}

// Judgement appends what the model sees of an earlier message through its first
// look at it: scores are the log-odds per category that the message alone got,
// in the order of Columns, and depth is 1 for the newest.
func Judgement(depth int, sameSender bool, scores []float32, dst []Feature) []Feature {
	for k, s := range scores {
		dst = append(dst, Feature{judgementKey(depth, k, bucket(s), sameSender), -1, -1})
	}
	return dst
}

func judgementKey(depth, column int, bucket uint32, sameSender bool) uint32 {
	return hash(tPrevScore, uint32(depth), uint32(column), bucket, boolBit(sameSender))
}

// Columns returns the categories in the order of the model's scores.
func Columns() []Category { return slices.Clone(categoryColumns[:]) }
