package rules

import (
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// Lesson is what the learned model sees of one message, but for what it thinks
// of the messages around (see Judgement) and of those who are named (see Reputes).
type Lesson struct {
	Judged  bool      // false for notices and deleted messages, which cannot be findings
	Own     []Feature // of the message alone
	Context []Feature // of the earlier messages and of what the rules found
	Around  []Neighbour
	Glance  []Feature // of the words by themselves, if Names holds any
	Names   []uint32  // what the words by themselves tell goes to the repute of these
	Bearers []Bearer  // whose repute the model sees
}

// Neighbour points at a message around this one that the model looks at.
type Neighbour struct {
	Offset     int  // of its number in the chat, negative for an earlier one
	Depth      int  // 0 for the message after, 1 for the newest before
	SameSender bool // written by the sender of this one
}

// Study returns what the model sees of a message, for training. The arguments are
// those of Check.
func (s *Session) Study(m, next *chat.Message) Lesson {
	tells := Tells(m)
	m, _ = folded(m)
	a := s.remember(m)
	s.lookAhead(next)
	if !judged(m) {
		return Lesson{}
	}
	s.found = s.found[:0]
	sc := s.scene()
	s.applyRules(sc)
	l := Lesson{
		Judged:  true,
		Own:     slices.Clone(a.ownSeen),
		Context: s.contextFeatures(sc, nil),
	}
	l.Bearers = slices.Clone(s.bearers(sc))
	if tells {
		l.Glance, l.Names = a.glanced()
	}
	for depth, p := range sc.neighbours() {
		l.Around = append(l.Around, Neighbour{s.offset(p), depth, p.sender == a.sender})
	}
	return l
}

// glanced returns what a glance sees of a message.
func (a *analysis) glanced() (words []Feature, names []uint32) {
	for i, k := range a.text.Tokens {
		if w := a.known[i]; k.Kind == detector.Word {
			names = bearing(names, w.bearer)
			words = wordFeatures(w.hash, a.text.Word(i), i, words)
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	return words, names
}

// offset tells how many messages after the one that is judged another stands;
// it is negative for an earlier one.
func (s *Session) offset(p *analysis) int {
	n := reach
	for n > -1 && s.past(n) != p {
		n--
	}
	return -n
}

// Judgement appends what the model sees of a neighbour through its first look at
// it: scores are the log-odds per category that the message alone got, in the
// order of Columns.
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
