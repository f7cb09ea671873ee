package tagger

import "math"

// total fills alpha with the forward values and returns the logarithm of the sum
// over all paths. The transitions are given as factors.
func (l *lattice) total(exp *transitions) float64 {
	l.forward(exp)
	log := 0.0
	for i := range l.emit {
		log += math.Log(float64(l.scale[i])) + float64(l.top[i])
	}
	return log
}

// expect fills alpha with the marginals, from the forward values that total left,
// and adds the expected counts of the transitions to pairs.
func (l *lattice) expect(exp, pairs *transitions) {
	l.backward(exp)
	for i := 1; i < len(l.emit); i++ {
		l.expectPair(i, exp, pairs)
	}
	l.combine()
}

func (l *lattice) expectPair(i int, exp, pairs *transitions) {
	w := &l.weight[i]
	var joint transitions
	sum := float32(0)
	for p := range joint {
		for y := range joint[p] {
			v := l.alpha[i-1][p] * exp[p][y] * w[y] * l.beta[i][y]
			joint[p][y] = v
			sum += v
		}
	}
	for p := range joint {
		for y := range joint[p] {
			pairs[p][y] += joint[p][y] / sum
		}
	}
}
