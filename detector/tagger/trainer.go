package tagger

import (
	"math"
	"math/rand/v2"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// Example is a message to train on.
type Example struct {
	Tokens  []Token
	Allowed []Mask // the labels a token may have
	Unknown []bool // tokens to be treated as if no name list had them; nil for none
}

// Mask is a set of labels, one bit each.
type Mask uint8

// Only returns the set of one label, Any the set of all.
func Only(l Label) Mask { return 1 << l }

// Any is the set of all labels.
const Any Mask = 1<<Labels - 1

// Options are the settings of Train.
type Options struct {
	Epochs  int     // passes over the examples
	Rate    float64 // initial learning rate
	Decay   float64 // factor on the rate per epoch
	L1      float64 // strength of the penalty on weights other than 0
	Minimum int     // occurrences below which a feature is left out
	Seed    uint64
	Lookup  func(string) gazetteer.Entry
	Log     func(format string, args ...any)
}

// Train fits a model by stochastic gradient descent with a cumulative L1
// penalty (Tsuruoka, Tsujii, Ananiadou 2009). Equal input gives equal weights.
func Train(examples []Example, o Options) *Weights {
	c := compile(examples, o)
	o.Log("%d sequences, %d forms, %d sparse features", len(c.sequences), len(c.entries), len(c.keys))
	t := newTrainer(c, o)
	t.run()
	return t.weights()
}

type trainer struct {
	*corpus
	options Options

	weight, paid [][Labels]float32 // per feature: the dense rows first, then the sparse features
	transitions  transitions
	owed         float32 // penalty that every weight should have paid so far
	gold, model  lattice
}

func newTrainer(c *corpus, o Options) *trainer {
	n := denseRows + len(c.keys)
	t := &trainer{corpus: c, options: o, weight: make([][Labels]float32, n), paid: make([][Labels]float32, n)}
	for p := range t.transitions {
		for y := range t.transitions[p] {
			if !Label(p).Follows(Label(y)) {
				t.transitions[p][y] = never
			}
		}
	}
	return t
}

func (t *trainer) run() {
	random := rand.New(rand.NewPCG(t.options.Seed, 1))
	order := random.Perm(len(t.sequences))
	n := float64(len(order))
	for epoch := range t.options.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for k, id := range order {
			rate := t.options.Rate * math.Pow(t.options.Decay, float64(epoch)+float64(k)/n)
			t.owed += float32(rate * t.options.L1 / n)
			loss += t.learn(&t.sequences[id], float32(rate))
		}
		t.options.Log("epoch %d: loss %.4f", epoch+1, loss/n)
	}
	for f := range t.weight {
		t.penalise(int32(f))
	}
}

// ignored is the size of a gradient that is not worth a step.
const ignored = 1e-3

// learn makes a step for one sequence and returns its negative log likelihood.
func (t *trainer) learn(s *sequence, rate float32) float64 {
	n := len(s.allowed)
	t.score(s)
	t.gold.resize(n)
	for i, mask := range s.allowed {
		t.gold.emit[i] = t.model.emit[i]
		for y := range Labels {
			if mask>>y&1 == 0 {
				t.gold.emit[i][y] = never
			}
		}
	}
	var gold, model transitions
	loss := t.model.expect(&t.transitions, &model) - t.gold.expect(&t.transitions, &gold)
	for i := range n {
		var step [Labels]float32
		large := false
		for y := range step {
			g := t.gold.alpha[i][y] - t.model.alpha[i][y]
			large = large || g > ignored || g < -ignored
			step[y] = rate * g
		}
		if large {
			t.eachWeight(s, i, func(f int32) {
				add(&t.weight[f], &step)
				t.penalise(f)
			})
		}
	}
	for p := range gold {
		for y := range gold[p] {
			if Label(p).Follows(Label(y)) {
				t.transitions[p][y] += rate * (gold[p][y] - model[p][y])
			}
		}
	}
	return loss
}

// eachWeight calls do with every feature of token i.
func (t *trainer) eachWeight(s *sequence, i int, do func(f int32)) {
	for d := range offsets {
		for _, f := range t.entries[s.forms[i+d]].features[2*reach-d] {
			do(f)
		}
	}
	for _, f := range s.rows[i] {
		do(f)
	}
	for _, f := range s.pairs[i] {
		if f >= 0 {
			do(f)
		}
	}
}

func (t *trainer) score(s *sequence) {
	t.model.resize(len(s.allowed))
	for i := range t.model.emit {
		var e [Labels]float32
		t.eachWeight(s, i, func(f int32) { add(&e, &t.weight[f]) })
		t.model.emit[i] = e
	}
}

// penalise draws the weights of a feature towards 0 by what they owe.
func (t *trainer) penalise(f int32) {
	w, paid := &t.weight[f], &t.paid[f]
	for y, old := range w {
		switch {
		case old > 0:
			w[y] = max(0, old-(t.owed+paid[y]))
		case old < 0:
			w[y] = min(0, old+(t.owed-paid[y]))
		}
		paid[y] += w[y] - old
	}
}
