package tagger

import "math"

// expect fills alpha with the marginals, adds the expected counts of the
// transitions to pairs, and returns the logarithm of the sum over all paths.
func (l *lattice) expect(tr, pairs *transitions) float64 {
	exp := factors(tr)
	l.forward(&exp)
	l.backward(&exp)
	log := 0.0
	for i := range l.emit {
		log += math.Log(float64(l.scale[i])) + float64(l.top[i])
		if i > 0 {
			l.expectPair(i, &exp, pairs)
		}
	}
	l.combine()
	return log
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
