// Package hashed maps hashes to small values in little more room than these take. It
// is open addressing with the hashes in ascending order (Amble and Knuth, "Ordered
// hash tables", 1974): a search ends at the first hash above the one looked for, so
// that few free slots are enough.
package hashed

// Map maps hashes, which are spread evenly over all numbers of 32 bits but 0.
type Map[V any] struct {
	homes  uint32
	slots  []slot[V] // the last one is free
	filled int       // the slot behind the last hash
}

type slot[V any] struct {
	hash  uint32 // 0 if it is free
	value V
}

// overflow is how many hashes find all slots from their home on taken at most before
// the map grows.
const overflow = 64

// New returns a map with room for so many hashes. A ninth of its slots stays free.
func New[V any](hashes int) Map[V] {
	homes := hashes*9/8 + 1
	return Map[V]{homes: uint32(homes), slots: make([]slot[V], homes+overflow)}
}

// Add adds a hash, which must be above those before.
func (m *Map[V]) Add(hash uint32, value V) {
	i := max(m.home(hash), m.filled)
	if m.filled = i + 1; m.filled == len(m.slots) {
		m.slots = append(m.slots, slot[V]{})
	}
	m.slots[i] = slot[V]{hash, value}
}

// home is the first slot that a hash may have.
func (m *Map[V]) home(hash uint32) int { return int(uint64(hash) * uint64(m.homes) >> 32) }

// Find returns the value of a hash, nil for none.
func (m *Map[V]) Find(hash uint32) *V {
	for i := m.home(hash); ; i++ {
		switch s := &m.slots[i]; {
		case s.hash == hash && hash != 0:
			return &s.value
		case s.hash == 0 || s.hash > hash:
			return nil
		}
	}
}
