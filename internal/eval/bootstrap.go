package eval

import (
	"math/rand/v2"
	"slices"
)

// bootstrap returns the 95 % percentile interval of every figure, drawing whole
// chats because the messages of a chat hang together. The seed is fixed: the
// same input gives the same interval.
func bootstrap(tallies []*tally, resamples int) [][2]float64 {
	intervals := make([][2]float64, len(figures))
	if resamples == 0 {
		return intervals
	}
	draws := make([][]float64, len(figures))
	random := rand.New(rand.NewPCG(1, 2))
	for range resamples {
		var sum headline
		for range tallies {
			sum.add(&tallies[random.IntN(len(tallies))].headline)
		}
		for i, f := range figures {
			draws[i] = append(draws[i], f.of(&sum))
		}
	}
	for i := range draws {
		slices.Sort(draws[i])
		intervals[i] = [2]float64{percentile(draws[i], 0.025), percentile(draws[i], 0.975)}
	}
	return intervals
}

// percentile returns the value at a share of the sorted values, the nearest one.
func percentile(sorted []float64, at float64) float64 {
	return sorted[int(float64(at*float64(len(sorted)-1))+0.5)]
}
