package rules

import (
	"math/bits"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// signs is a set of what a message can show: terms of a class, entities of a
// type, people of a role, its kind. By its signs most rules are ruled out
// without being tried.
type signs []uint64

// The signs that are no classes of terms are numbered first.
const (
	typeSigns = 0
	roleSigns = typeSigns + 32
	kindSigns = roleSigns + 16
	termSigns = 64
)

func typeSign(t detector.Type) int { return typeSigns + slices.Index(detector.Types, t) }
func roleSign(r Role) int          { return roleSigns + int(r) }
func kindSign(k chat.Kind) int     { return kindSigns + int(k) }
func termSign(c lexicon.Class) int { return termSigns + int(c) }

// add adds a sign; the set grows as it must.
func (s *signs) add(sign int) {
	for sign/64 >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[sign/64] |= 1 << (sign % 64)
}

// join adds the signs of another set.
func (s *signs) join(o signs) {
	for len(*s) < len(o) {
		*s = append(*s, 0)
	}
	for i, w := range o {
		(*s)[i] |= w
	}
}

func (s signs) size() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// meets reports whether the sets have a sign in common.
func (s signs) meets(o signs) bool {
	for i := range min(len(s), len(o)) {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// needs returns sets of signs: where the condition holds, the message itself
// shows a sign of each. What a condition asks of earlier messages, of absent
// things or by a pattern has no signs.
func (c *Condition) needs(lex *lexicon.Lexicon) (sets []signs) {
	for i := range c.All {
		sets = append(sets, c.All[i].needs(lex)...)
	}
	if c.Near != nil {
		for i := range c.Near.Of {
			sets = append(sets, c.Near.Of[i].needs(lex)...)
		}
	}
	if c.Anywhere != nil {
		sets = append(sets, c.Anywhere.needs(lex)...)
	}
	if set := needsAny(c.Any, lex); set != nil {
		sets = append(sets, set)
	}
	if set := c.leafSigns(lex); set != nil {
		sets = append(sets, set)
	}
	return sets
}

// needsAny returns the signs of which one is shown where any of the conditions
// holds, or nil if one of them needs none.
func needsAny(list []Condition, lex *lexicon.Lexicon) (all signs) {
	for i := range list {
		sets := list[i].needs(lex)
		if len(sets) == 0 {
			return nil
		}
		all.join(slices.MinFunc(sets, func(a, b signs) int { return a.size() - b.size() }))
	}
	return all
}

// leafSigns returns the signs that a leaf asks for: one of them is enough. The
// names in it have been checked.
func (c *Condition) leafSigns(lex *lexicon.Lexicon) (set signs) {
	for _, name := range c.Term {
		class, _ := lex.Class(name)
		set.add(termSign(class))
	}
	for _, t := range c.Entity {
		set.add(typeSign(t))
	}
	for _, name := range c.Person {
		set.add(roleSign(Role(slices.Index(roleNames[:], name))))
	}
	for _, name := range c.Kind {
		set.add(kindSign(chat.Text + chat.Kind(slices.Index(kindNames, name))))
	}
	return set
}

// shown returns the signs of a message, in the memory of set.
func (r *reading) shown(set signs) signs {
	set = set[:0]
	set.add(kindSign(r.kind))
	for _, e := range r.entities {
		set.add(typeSign(e.Type))
	}
	for _, m := range r.mentions {
		if m.about == Named {
			set.add(roleSign(m.role))
		}
	}
	for _, h := range r.hits {
		set.add(termSign(h.Class))
	}
	return set
}

// candidates appends the numbers of the rules that may hold for a message with
// such signs.
func (e *Engine) candidates(shown signs, dst []int32) []int32 {
	for i := range e.rules {
		r := &e.rules[i]
		if !r.Learned && !slices.ContainsFunc(r.needs, func(set signs) bool { return !set.meets(shown) }) {
			dst = append(dst, int32(i))
		}
	}
	return dst
}
