package rules

import "testing"

// However little room was asked for, all features are found, with their weights
// and vectors, and no others.
func TestWeightsOverflow(t *testing.T) {
	const n = 1000
	key := func(i int) uint32 { return uint32(i) * 999983 }
	w := newWeights(0, 0)
	for i := range n {
		flag, vector := weightless, uint32(0)
		if i%3 > 0 {
			flag[0] += uint64(i % 100)
		}
		if i%3 < 2 {
			vector = uint32(i + 1)
		}
		w.insert(key(i), flag, vector, make([]int8, gradeColumns))
	}
	for i := range n {
		r := w.find(key(i))
		if r == nil {
			t.Fatalf("feature %d is lost", i)
		}
		weight, vector := int32(0), uint32(0)
		if i%3 > 0 {
			weight = int32(i % 100)
		}
		if i%3 < 2 {
			vector = uint32(i + 1)
		}
		if r.weight(0) != weight || r.weight(flagColumns-1) != 0 || r.vector() != vector {
			t.Errorf("feature %d: weights %d and %d, vector %d", i, r.weight(0), r.weight(flagColumns-1), r.vector())
		}
	}
	for i := n; i < 3*n; i++ {
		if w.find(key(i)) != nil {
			t.Errorf("feature %d was never filed", i)
		}
	}
}
