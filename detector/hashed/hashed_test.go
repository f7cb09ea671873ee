package hashed

import "testing"

// All hashes are found with their values, and no others, also where they crowd at
// either end and where there was no room for so many.
func TestMap(t *testing.T) {
	const n = 1000
	for name, c := range map[string]struct {
		room int
		hash func(i int) uint32
	}{
		"even":         {n, func(i int) uint32 { return uint32(i+1) * (1 << 32 / (n + 2)) }},
		"all small":    {n, func(i int) uint32 { return uint32(2*i + 1) }},
		"all large":    {n, func(i int) uint32 { return -uint32(2*(n-i) - 1) }},
		"without room": {0, func(i int) uint32 { return uint32(i+1) * 4_000_000 }},
	} {
		t.Run(name, func(t *testing.T) {
			m := New[int](c.room)
			for i := range n {
				m.Add(c.hash(i), i)
			}
			for i := range n {
				if v, ok := m.Find(c.hash(i)); !ok || v != i {
					t.Fatalf("hash %d has %d (%t), want %d", c.hash(i), v, ok, i)
				}
				if v, ok := m.Find(c.hash(i) + 1); ok {
					t.Fatalf("hash %d has %d", c.hash(i)+1, v)
				}
			}
			if _, ok := m.Find(0); ok {
				t.Error("0 is a hash")
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	m := New[int](0)
	for _, h := range []uint32{0, 1, 1 << 31, 1<<32 - 1} {
		if _, ok := m.Find(h); ok {
			t.Errorf("hash %d is found", h)
		}
	}
}

// A filter may hold what was added, and little else.
func TestFilter(t *testing.T) {
	const n, spread = 1000, 4_294_000
	for _, power := range []int{0, 6, 12, 14} {
		f := NewFilter(power)
		for i := range uint32(n) {
			f.Add(i * spread)
		}
		held := 0
		for i := range uint32(n) {
			if !f.MayHold(i * spread) {
				t.Fatalf("power %d: hash %d is ruled out", power, i*spread)
			}
			if f.MayHold(i*spread + spread/2) {
				held++
			}
		}
		if power == 14 && held > 0 {
			t.Errorf("power %d: %d of %d other hashes pass", power, held, n)
		}
	}
}
