package tagger

import (
	"math/rand/v2"
	"testing"
)

func TestLanes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 1000 {
		var sum lanes
		var want [Labels]float32
		for range 20 {
			var v [Labels]float32
			for y := range v {
				v[y] = float32(r.IntN(2000)-1000) / laneUnit
				want[y] += v[y]
			}
			l := newLanes(&v)
			sum.add(&l)
		}
		if got := sum.scores(); got != want {
			t.Fatalf("sum %v, want %v", got, want)
		}
	}
	huge := newLanes(&[Labels]float32{1e6, -1e6})
	if got := huge.scores(); got[0] != laneLimit/laneUnit || got[1] != -laneLimit/laneUnit || got[2] != 0 {
		t.Errorf("limits are not kept: %v", got)
	}
}
