package train

import (
	"github.com/chatlint/chatlint/detector/logit"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/chatlint/chatlint/rules"
)

// network is the network of the message model in training: vectors of features,
// hidden layers, an output per category and one for the message as a whole, fitted with AdaGrad row by row (Duchi, Hazan
// and Singer, "Adaptive subgradient methods for online learning", 2011) and
// dropout.
type network struct {
	vectors layer // a row per feature, without bias
	hidden  [rules.NetworkLayers]layer
	output  layer
	dropout dropout

	// What goes into the first layer and what comes out of each one, with the 1 that a
	// bias is multiplied with at the end, and the gradients of that.
	passed, gradients [rules.NetworkLayers + 1][]float32
	scores            []float32
}

// layer holds rows of weights and, for each row, the sum of the mean squares of its
// gradients. One learning rate for all weights of a row takes a third of the time that one
// for each does and costs a few thousandths of F1.
type layer struct {
	width   int
	w       []float32
	squares []float32
}

// newLayer draws weights evenly from -spread to spread.
func newLayer(rows, width int, spread float64, rng *rand.Rand) layer {
	l := layer{width: width, w: make([]float32, rows*width), squares: make([]float32, rows)}
	for i := range l.w {
		l.w[i] = float32((2*rng.Float64() - 1) * spread)
	}
	return l
}

func (l *layer) row(i int) []float32 { return l.w[i*l.width : (i+1)*l.width : (i+1)*l.width] }

// direction is where gradients point, and the mean of its squares.
type direction struct {
	of   []float32
	mean float32
}

func towards(of []float32) direction { return direction{of, dot(of, of) / float32(len(of))} }

// step moves row i against the gradient that scale times a direction is.
func (l *layer) step(i int, to direction, scale, rate float32) {
	l.squares[i] += scale * scale * to.mean
	addScaled(l.row(i), to.of, -rate*scale/sqrt(l.squares[i]+1e-8))
}

// vectorSpread is how far the first vectors reach.
const vectorSpread = 0.1

func newNetwork(features, columns int, opt Settings) *network {
	const width = rules.NetworkWidth
	rng := rand.New(rand.NewPCG(opt.Seed, 1<<32))
	// Each layer starts with outputs as wide as its inputs.
	spread := math.Sqrt(3.0 / width)
	n := &network{
		vectors: newLayer(features, width, vectorSpread, rng),
		dropout: dropout{share: opt.Drop, rng: rng},
		scores:  make([]float32, columns),
	}
	for l := range n.hidden {
		n.hidden[l] = newLayer(width, width+1, spread, rng)
	}
	n.output = newLayer(columns, width+1, spread, rng)
	for l := range n.passed {
		n.passed[l], n.gradients[l] = make([]float32, width+1), make([]float32, width+1)
		n.passed[l][width] = 1
	}
	return n
}

// forward fills n.scores for a message with these features, each of which counts
// value.
func (n *network) forward(features []int32, value float32) {
	in := n.passed[0][:rules.NetworkWidth]
	clear(in)
	for _, f := range features {
		for i, w := range n.vectors.row(int(f)) {
			in[i] += w
		}
	}
	for i := range in {
		in[i] *= value
	}
	for l := range n.hidden {
		for u := range rules.NetworkWidth {
			n.passed[l+1][u] = rules.Activation(dot(n.passed[l], n.hidden[l].row(u)))
		}
	}
	for c := range n.scores {
		n.scores[c] = dot(n.passed[rules.NetworkLayers], n.output.row(c))
	}
}

// dot multiplies numbers in pairs and adds up. Four sums side by side do not wait for
// each other.
func dot(a, b []float32) float32 {
	var s [4]float32
	b = b[:len(a)]
	for len(a) >= 4 && len(b) >= 4 {
		s[0] += a[0] * b[0]
		s[1] += a[1] * b[1]
		s[2] += a[2] * b[2]
		s[3] += a[3] * b[3]
		a, b = a[4:], b[4:]
	}
	for i, x := range a {
		s[0] += x * b[i]
	}
	return (s[0] + s[1]) + (s[2] + s[3])
}

// score returns the log-odds of every column for a message. They are valid until
// the next call.
func (n *network) score(s *sample) []float32 {
	n.forward(s.features, logit.Value(s.seen))
	return n.scores
}

// upperRate is the learning rate of hidden layers and outputs against that of the
// vectors: every message moves them.
const upperRate = 0.3

// wellKnown is the error below which a message teaches nothing.
const wellKnown = 1e-3

// learn takes one step for a message.
func (n *network) learn(s *sample, importance, rate float32) {
	kept, value := n.dropout.thin(s.features, logit.Value(s.seen))
	n.forward(kept, value)
	errors, largest := n.scores, float32(0)
	for c, score := range n.scores {
		g := sigmoid(score)
		if s.holds(c) {
			g--
		}
		errors[c] = g * importance
		largest = max(largest, g, -g)
	}
	if largest < wellKnown {
		return
	}
	n.backward(errors, rate*upperRate)
	inward := towards(n.gradients[0][:rules.NetworkWidth])
	for _, f := range kept {
		n.vectors.step(int(f), inward, value, rate)
	}
}

// backward takes the errors of the outputs back to what went in, and moves the
// layers on the way.
func (n *network) backward(errors []float32, rate float32) {
	for l := range n.gradients {
		clear(n.gradients[l])
	}
	out, outward := towards(n.passed[rules.NetworkLayers]), n.gradients[rules.NetworkLayers]
	for c, g := range errors {
		addScaled(outward, n.output.row(c), g)
		n.output.step(c, out, g, rate)
	}
	for l := rules.NetworkLayers - 1; l >= 0; l-- {
		in := towards(n.passed[l])
		for u, g := range n.gradients[l+1][:rules.NetworkWidth] {
			if n.passed[l+1][u] < 0 {
				g *= rules.Leak
			}
			addScaled(n.gradients[l], n.hidden[l].row(u), g)
			n.hidden[l].step(u, in, g, rate)
		}
	}
}

func addScaled(dst, row []float32, by float32) {
	dst = dst[:len(row)]
	for i, w := range row {
		dst[i] += w * by
	}
}

// fitNetwork trains on all folds but one; a negative fold means on all.
func (t *trainer) fitNetwork(without int) *network {
	n := newNetwork(len(t.keys), len(t.columns)+1, t.opt)
	rng := rand.New(rand.NewPCG(t.opt.Seed, 2<<32))
	for epoch := range t.opt.NetworkEpochs {
		rate := float32(t.opt.Rate) * max(1-float32(epoch)/float32(t.opt.NetworkEpochs), 0.1)
		for _, i := range rng.Perm(len(t.samples)) {
			if s := &t.samples[i]; s.Judged && s.fold != without {
				n.learn(s, t.importance(s), rate)
			}
		}
	}
	n.forget(t.heard(without), t.opt.Forget)
	return n
}

// heard counts in how many samples each feature stands, without a fold.
func (t *trainer) heard(without int) []int {
	counts := make([]int, len(t.keys))
	for i := range t.samples {
		if s := &t.samples[i]; s.Judged && s.fold != without {
			for _, f := range s.features {
				counts[f]++
			}
		}
	}
	return counts
}

// forget empties the given share of vectors, those that move the sums of all
// messages together least: by their length times the root of how often they are met.
func (n *network) forget(counts []int, share float64) {
	moves := make([]float32, len(counts))
	for f, count := range counts {
		v := n.vectors.row(f)
		moves[f] = sqrt(dot(v, v) * float32(count))
	}
	least := slices.Sorted(slices.Values(moves))[int(share*float64(len(moves)))]
	for f, m := range moves {
		if m < least {
			clear(n.vectors.row(f))
		}
	}
}

// packed returns the network for the model file.
func (n *network) packed(keys []uint32) rules.Network {
	out := rules.Network{Vectors: make(map[uint32][]float32, len(keys))}
	for i, k := range keys {
		if v := n.vectors.row(i); i > 0 && anyNonZero(v) {
			out.Vectors[k] = v
		}
	}
	for l := range n.hidden {
		var units [][]float32
		for u := range rules.NetworkWidth {
			units = append(units, n.hidden[l].row(u))
		}
		out.Hidden = append(out.Hidden, units)
	}
	for c := range n.scores {
		out.Output = append(out.Output, n.output.row(c))
	}
	return out
}
