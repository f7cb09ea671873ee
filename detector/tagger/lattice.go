package tagger

import "math"

// transitions are the scores of one label following another.
type transitions [Labels][Labels]float32

// lattice holds the scores of a message and the buffers of the algorithms.
type lattice struct {
	emit        [][Labels]float32
	back        [][Labels]Label
	alpha, beta [][Labels]float32
	weight      [][Labels]float32 // emissions as factors
	scale       []float32         // what alpha was divided by at each token
	top         []float32         // what was subtracted from the emissions of each token
	labels      []Label
}

func (l *lattice) resize(n int) {
	if cap(l.emit) < n {
		c := n + n/2
		l.emit, l.back = make([][Labels]float32, c), make([][Labels]Label, c)
		l.alpha, l.beta, l.weight = make([][Labels]float32, c), make([][Labels]float32, c), make([][Labels]float32, c)
		l.scale, l.top, l.labels = make([]float32, c), make([]float32, c), make([]Label, c)
	}
	l.emit, l.back, l.alpha, l.beta, l.weight = l.emit[:n], l.back[:n], l.alpha[:n], l.beta[:n], l.weight[:n]
	l.scale, l.top, l.labels = l.scale[:n], l.top[:n], l.labels[:n]
}

const never = float32(-1e4)

// viterbi fills labels with the most probable sequence.
func (l *lattice) viterbi(tr *transitions) {
	best := l.emit[0]
	for y := 2; y < Labels; y += 2 {
		best[y] = never
	}
	for i := 1; i < len(l.emit); i++ {
		best = l.step(tr, &best, i)
	}
	last := Label(0)
	for y := Label(1); y < Label(Labels); y++ {
		if best[y] > best[last] {
			last = y
		}
	}
	for i := len(l.emit) - 1; ; i-- {
		l.labels[i] = last
		if i == 0 {
			return
		}
		last = l.back[i][last]
	}
}

// step extends the best paths to token i. An inside label has two possible
// predecessors only.
func (l *lattice) step(tr *transitions, best *[Labels]float32, i int) [Labels]float32 {
	var next [Labels]float32
	e, back := &l.emit[i], &l.back[i]
	for y := 0; y < Labels; y++ {
		if y > 0 && y%2 == 0 {
			from := y - 1
			if best[y]+tr[y][y] > best[y-1]+tr[y-1][y] {
				from = y
			}
			next[y], back[y] = best[from]+tr[from][y]+e[y], Label(from)
			continue
		}
		from, top := 0, best[0]+tr[0][y]
		for p := 1; p < Labels; p++ {
			if v := best[p] + tr[p][y]; v > top {
				from, top = p, v
			}
		}
		next[y], back[y] = top+e[y], Label(from)
	}
	return next
}

// part returns the lattice of the tokens from first to before end.
func (l *lattice) part(first, end int) lattice {
	return lattice{
		emit: l.emit[first:end], back: l.back[first:end], alpha: l.alpha[first:end], beta: l.beta[first:end],
		weight: l.weight[first:end], scale: l.scale[first:end], top: l.top[first:end], labels: l.labels[first:end],
	}
}

// marginals fills alpha with the probability of every label at every token. The
// transitions are given as factors.
func (l *lattice) marginals(exp *transitions) {
	l.forward(exp)
	l.backward(exp)
	l.combine()
}

// combine multiplies the forward and backward values.
func (l *lattice) combine() {
	for i := range l.alpha {
		sum := float32(0)
		for y := range l.alpha[i] {
			l.alpha[i][y] *= l.beta[i][y]
			sum += l.alpha[i][y]
		}
		for y := range l.alpha[i] {
			l.alpha[i][y] /= sum
		}
	}
}

// factors returns the transitions as factors, 0 where a label may not follow.
func factors(tr *transitions) (exp transitions) {
	for p := range exp {
		for y := range exp[p] {
			if Label(p).Follows(Label(y)) {
				exp[p][y] = float32(math.Exp(float64(max(tr[p][y], floor))))
			}
		}
	}
	return exp
}

// floor keeps factors from vanishing, so that no sum of them is 0.
const floor = -40

// weigh turns the emissions of token i into factors, relative to the largest.
func (l *lattice) weigh(i int) {
	top := l.emit[i][0]
	for _, v := range l.emit[i][1:] {
		top = max(top, v)
	}
	l.top[i] = top
	for y, v := range l.emit[i] {
		if v -= top; v < floor {
			v = floor
		}
		l.weight[i][y] = float32(math.Exp(float64(v)))
	}
}

// The conversions of products keep processors from fusing them with additions, see
// rules/network.go.
func (l *lattice) forward(exp *transitions) {
	for i := range l.emit {
		l.weigh(i)
		a, w := &l.alpha[i], &l.weight[i]
		sum := float32(0)
		for y := range a {
			v := float32(0)
			if i == 0 {
				if y == 0 || Label(y).begins() {
					v = 1
				}
			} else {
				for p := range exp {
					v += float32(l.alpha[i-1][p] * exp[p][y])
				}
			}
			a[y] = float32(v * w[y])
			sum += a[y]
		}
		for y := range a {
			a[y] /= sum
		}
		l.scale[i] = sum
	}
}

func (l *lattice) backward(exp *transitions) {
	n := len(l.emit)
	for y := range l.beta[n-1] {
		l.beta[n-1][y] = 1
	}
	for i := n - 2; i >= 0; i-- {
		w := &l.weight[i+1]
		sum := float32(0)
		for p := range exp {
			v := float32(0)
			for y := range w {
				v += float32(exp[p][y] * w[y] * l.beta[i+1][y])
			}
			l.beta[i][p] = v
			sum += v
		}
		for p := range exp {
			l.beta[i][p] /= sum
		}
	}
}
