package train

import (
	"math"
	"math/rand/v2"

	"github.com/chatlint/chatlint/rules"
)

// network is the network of the message model in training: vectors of features,
// a hidden layer and an output per category, fitted with AdaGrad (Duchi, Hazan
// and Singer, "Adaptive subgradient methods for online learning", 2011) and
// dropout.
type network struct {
	vectors        layer // a row per feature, without bias
	hidden, output layer
	dropout        dropout

	in, inGradient     []float32
	units, unitsInward []float32
	scores             []float32
}

// layer holds rows of weights and the sums of their squared gradients.
type layer struct {
	width      int
	w, squares []float32
}

// newLayer draws weights evenly from -spread to spread.
func newLayer(rows, width int, spread float64, rng *rand.Rand) layer {
	l := layer{width: width, w: make([]float32, rows*width), squares: make([]float32, rows*width)}
	for i := range l.w {
		l.w[i] = float32((2*rng.Float64() - 1) * spread)
	}
	return l
}

func (l *layer) row(i int) []float32 { return l.w[i*l.width : (i+1)*l.width : (i+1)*l.width] }

// step moves row i against the gradient that scale times direction is.
func (l *layer) step(i int, direction []float32, scale, rate float32) {
	row, squares := l.row(i), l.squares[i*l.width:(i+1)*l.width]
	for k, d := range direction {
		g := d * scale
		squares[k] += g * g
		row[k] -= rate * g / sqrt(squares[k]+1e-8)
	}
}

// vectorSpread is how far the first vectors reach.
const vectorSpread = 0.1

func newNetwork(features, columns int, opt Settings) *network {
	const width, units = rules.NetworkWidth, rules.NetworkUnits
	rng := rand.New(rand.NewPCG(opt.Seed, 1<<32))
	// Each layer starts with outputs as wide as its inputs.
	n := &network{
		vectors: newLayer(features, width, vectorSpread, rng),
		hidden:  newLayer(units, width+1, math.Sqrt(3.0/width), rng),
		output:  newLayer(columns, units+1, math.Sqrt(3.0/units), rng),
		dropout: dropout{share: opt.Drop, rng: rng},
	}
	n.in, n.inGradient = make([]float32, width+1), make([]float32, width+1)
	n.units, n.unitsInward = make([]float32, units+1), make([]float32, units+1)
	n.scores = make([]float32, columns)
	n.in[width], n.units[units] = 1, 1 // what the bias is multiplied with
	return n
}

// forward fills n.scores for a message with these features, each of which counts
// value.
func (n *network) forward(features []int32, value float32) {
	in := n.in[:rules.NetworkWidth]
	clear(in)
	for _, f := range features {
		for i, w := range n.vectors.row(int(f)) {
			in[i] += w
		}
	}
	for i := range in {
		in[i] *= value
	}
	for u := range rules.NetworkUnits {
		n.units[u] = rules.Activation(dot(n.in, n.hidden.row(u)))
	}
	for c := range n.scores {
		n.scores[c] = dot(n.units, n.output.row(c))
	}
}

func dot(a, b []float32) (sum float32) {
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// score returns the log-odds of every column for a message. They are valid until
// the next call.
func (n *network) score(s *sample) []float32 {
	n.forward(s.features, valueOf(s.seen))
	return n.scores
}

// upperRate is the learning rate of hidden layer and outputs against that of the
// vectors: every message moves them.
const upperRate = 0.2

// wellKnown is the error below which a message teaches nothing.
const wellKnown = 1e-3

// learn takes one step for a message.
func (n *network) learn(s *sample, importance, rate float32) {
	kept, value := n.dropout.thin(s.features, valueOf(s.seen))
	n.forward(kept, value)
	errors, largest := n.scores, float32(0)
	for c, score := range n.scores {
		g := sigmoid(score)
		if s.Truth[c] != rules.None {
			g--
		}
		errors[c] = g * importance
		largest = max(largest, g, -g)
	}
	if largest < wellKnown {
		return
	}
	clear(n.unitsInward)
	for c, g := range errors {
		addScaled(n.unitsInward, n.output.row(c), g)
		n.output.step(c, n.units, g, rate*upperRate)
	}
	clear(n.inGradient)
	for u := range rules.NetworkUnits {
		g := n.unitsInward[u]
		if n.units[u] < 0 {
			g *= rules.Leak
		}
		addScaled(n.inGradient, n.hidden.row(u), g)
		n.hidden.step(u, n.in, g, rate*upperRate)
	}
	for _, f := range kept {
		n.vectors.step(int(f), n.inGradient[:rules.NetworkWidth], value, rate)
	}
}

func addScaled(dst, row []float32, by float32) {
	for i, w := range row {
		dst[i] += w * by
	}
}

// fitNetwork trains on all folds but one; a negative fold means on all.
func (t *trainer) fitNetwork(without int) *network {
	n := newNetwork(len(t.keys), len(t.columns), t.opt)
	rng := rand.New(rand.NewPCG(t.opt.Seed, 2<<32))
	for epoch := range t.opt.NetworkEpochs {
		rate := float32(t.opt.Rate) * max(1-float32(epoch)/float32(t.opt.NetworkEpochs), 0.1)
		for _, i := range rng.Perm(len(t.samples)) {
			if s := &t.samples[i]; s.Judged && s.fold != without {
				n.learn(s, t.importance(s), rate)
			}
		}
	}
	return n
}

// packed returns the network for the model file.
func (n *network) packed(keys []uint32) rules.Network {
	out := rules.Network{Vectors: make(map[uint32][]float32, len(keys))}
	for i, k := range keys {
		if i > 0 {
			out.Vectors[k] = n.vectors.row(i)
		}
	}
	for u := range rules.NetworkUnits {
		out.Hidden = append(out.Hidden, n.hidden.row(u))
	}
	for c := range n.scores {
		out.Output = append(out.Output, n.output.row(c))
	}
	return out
}
