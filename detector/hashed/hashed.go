// Package hashed maps hashes to small values in little more room than these take. It
// is open addressing with the hashes in ascending order (Amble and Knuth, "Ordered
// hash tables", 1974): a search ends at the first hash above the one looked for, so
// that few free slots are enough.
package hashed

import "math/bits"

// Map maps hashes, which are spread evenly over all numbers of 32 bits but 0.
type Map[V any] struct {
	homes  uint32
	slots  []slot[V] // the last one is free
	filled int       // the slot behind the last hash
	filter Filter
}

type slot[V any] struct {
	hash  uint32 // 0 if it is free
	value V
}

// overflow is the room behind the homes for hashes that find all slots from their home on
// taken. The slots grow if it is not enough.
const overflow = 64

// Homes returns how many slots serve as homes of so many hashes: a ninth of them stays
// free.
func Homes(hashes int) int { return hashes*9/8 + 1 }

// Home returns the first of so many slots that a hash may have.
func Home(hash, homes uint32) int { return int(uint64(hash) * uint64(homes) >> 32) }

// New returns a map with room for so many hashes.
func New[V any](hashes int) Map[V] {
	homes := Homes(hashes)
	power := bits.Len(uint(hashes)) + 2 // four to eight ranges a hash
	return Map[V]{homes: uint32(homes), slots: make([]slot[V], homes+overflow), filter: NewFilter(power)}
}

// Add adds a hash, which must be above those before and above 0.
func (m *Map[V]) Add(hash uint32, value V) {
	i := max(Home(hash, m.homes), m.filled)
	if m.filled = i + 1; m.filled == len(m.slots) {
		m.slots = append(m.slots, slot[V]{})
	}
	m.slots[i] = slot[V]{hash, value}
	m.filter.Add(hash)
}

// Find returns the value of a hash, and whether there is one.
func (m *Map[V]) Find(hash uint32) (value V, ok bool) {
	if !m.filter.MayHold(hash) {
		return value, false
	}
	for i := Home(hash, m.homes); ; i++ {
		switch s := &m.slots[i]; {
		case s.hash == hash && hash != 0:
			return s.value, true
		case s.hash == 0 || s.hash > hash:
			return value, false
		}
	}
}
