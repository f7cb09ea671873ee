package rules

import (
	"hash/maphash"
	"slices"

	"github.com/chatlint/chatlint/chat"
)

// texts remembers the readings of texts that a chat repeats: "ok", "👍", a
// picture left out.
type texts struct {
	known map[said]*reading
	once  [1 << 12]uint64 // hashes of texts that were said, each where its hash says
	seed  maphash.Seed
}

// said is all that a reading depends on within a chat, if it is one that heeds no
// message before it (detector.Heeds).
type said struct {
	kind chat.Kind
	text string
}

const (
	// textsKept bounds the readings that a session remembers, and with
	// longestKept, in bytes, the memory they take: about 2 kB each.
	textsKept   = 1 << 11
	longestKept = 100
)

func newTexts() *texts { return &texts{known: map[said]*reading{}, seed: maphash.MakeSeed()} }

// find returns the reading of a message that was said before, or nil.
func (x *texts) find(m *chat.Message) *reading {
	if len(m.Text) > longestKept {
		return nil
	}
	return x.known[said{m.Kind, m.Text}]
}

// add keeps a copy of the reading of a message that is said a second time; most
// texts never are.
func (x *texts) add(m *chat.Message, r *reading) {
	if len(m.Text) > longestKept || !x.again(m) {
		return
	}
	if len(x.known) >= textsKept {
		clear(x.known)
	}
	c := r.clone()
	x.known[said{c.kind, c.text.Raw}] = c
}

// again reports a message that was said before, or takes note of it.
func (x *texts) again(m *chat.Message) bool {
	h := maphash.Comparable(x.seed, said{m.Kind, m.Text})
	place := &x.once[h%uint64(len(x.once))]
	if *place == h {
		return true
	}
	*place = h
	return false
}

// clone returns a copy that shares no memory with r and is never changed.
func (r *reading) clone() *reading {
	c := *r
	c.text = r.text.Clone()
	c.known, c.terms = slices.Clone(r.known), slices.Clone(r.terms)
	c.entities, c.spans = slices.Clone(r.entities), slices.Clone(r.spans)
	c.hits = slices.Clone(r.hits)
	c.classes = classIndex{slices.Clone(r.classes.first), slices.Clone(r.classes.after)}
	c.clauses, c.sents = slices.Clone(r.clauses), slices.Clone(r.sents)
	c.mentions = slices.Clone(r.mentions)
	c.listed, c.signs, c.rules = slices.Clone(r.listed), slices.Clone(r.signs), slices.Clone(r.rules)
	c.words, c.subjects, c.ownSeen = slices.Clone(r.words), slices.Clone(r.subjects), slices.Clone(r.ownSeen)
	c.alone.grades, c.alone.vectors = slices.Clone(r.alone.grades), slices.Clone(r.alone.vectors)
	return &c
}
