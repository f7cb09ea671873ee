package rules

import (
	"slices"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// classIndex finds the hits of a class. It chains them, because a message has
// hits of few classes of many.
type classIndex struct {
	first []int32 // class → index of its first hit plus one; 0 for none
	after []int32 // hit → index of the next one of its class plus one
}

// index chains the hits.
func (x *classIndex) index(hits []lexicon.Hit, classes int) {
	if len(x.first) != classes {
		x.first = make([]int32, classes)
	}
	clear(x.first)
	x.after = slices.Grow(x.after[:0], len(hits))[:len(hits)]
	for i := len(hits) - 1; i >= 0; i-- {
		c := hits[i].Class
		x.after[i], x.first[c] = x.first[c], int32(i+1)
	}
}

// has reports whether the message holds a term of the class.
func (a *reading) has(c lexicon.Class) bool { return a.classes.first[c] != 0 }

// firstOf and nextOf walk the hits of a class in the order of the text, by their
// index; -1 ends the walk. It is the innermost loop of most conditions, where an
// iterator would have to be allocated.
func (a *reading) firstOf(c lexicon.Class) int { return int(a.classes.first[c]) - 1 }
func (a *reading) nextOf(n int) int            { return int(a.classes.after[n]) - 1 }
