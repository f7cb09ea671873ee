package tagger

import (
	"math"
	"math/rand/v2"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// Example is a message to train on.
type Example struct {
	Tokens  []Token
	Allowed []Mask  // the labels a token may have
	Unknown []bool  // tokens to be treated as if no name list had them; nil for none
	Weight  float32 // how many examples it stands for; 0 is 1
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
	Rate    float64 // learning rate of a feature that is met for the first time
	L1      float64 // strength of the penalty on weights other than 0
	Minimum int     // occurrences below which a feature is left out
	Seed    uint64
	Lookup  func(string) gazetteer.Entry
	// Likeness goes into the model; HeldOut is what it says of a word that it has
	// not learnt from.
	Likeness *Likeness
	HeldOut  func(string) uint8
	Log      func(format string, args ...any)
}

// Train fits a model with FTRL-Proximal (McMahan et al., "Ad click prediction: a
// view from the trenches", 2013): every weight has a learning rate of its own,
// which falls with what it has learnt, and the L1 penalty grows with every pass.
// Equal input gives equal weights.
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

	// Per feature, the dense rows first, then the sparse features: the weights, the
	// sums of their gradients as FTRL keeps them, and of the squares.
	weight, gradient, square [][Labels]float32
	transitions              transitions
	transitionSquare         transitions
	owed                     float32 // penalty on the sum of a weight's gradients so far
	gold, model              lattice
}

func newTrainer(c *corpus, o Options) *trainer {
	n := denseRows + len(c.keys)
	t := &trainer{corpus: c, options: o, weight: make([][Labels]float32, n), gradient: make([][Labels]float32, n), square: make([][Labels]float32, n)}
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
	for epoch := range t.options.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for k, id := range order {
			s := &t.sequences[id]
			if s.rest > 0 {
				s.rest--
				continue
			}
			t.owed = float32(t.options.L1 * (float64(epoch) + float64(k)/float64(len(order))))
			l := t.learn(s)
			if l < known {
				s.rest = restEpochs
			}
			loss += l
		}
		t.options.Log("epoch %d: loss %.4f", epoch+1, loss/float64(len(order)))
	}
	for f := range t.weight {
		for y := range Labels {
			t.settle(int32(f), y)
		}
	}
}

const (
	ignored = 1e-3 // size of a gradient that is not worth a step
	known   = 0.01 // negative log likelihood of a sequence that teaches nothing more
	// restEpochs is for how many passes such a sequence is left out.
	restEpochs = 2
)

// learn makes a step for one sequence and returns its negative log likelihood.
func (t *trainer) learn(s *sequence) float64 {
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
	exp := factors(&t.transitions)
	loss := t.model.total(&exp) - t.gold.total(&exp)
	if loss < known {
		return loss
	}
	var gold, model transitions
	t.model.expect(&exp, &model)
	t.gold.expect(&exp, &gold)
	for i := range n {
		var g [Labels]float32
		large := false
		for y := range g {
			g[y] = s.weight * (t.model.alpha[i][y] - t.gold.alpha[i][y])
			large = large || g[y] > ignored || g[y] < -ignored
		}
		if large {
			t.eachWeight(s, i, func(f int32) { t.step(f, &g) })
		}
	}
	t.stepTransitions(&model, &gold, s.weight)
	return loss
}

// step moves the weights of a feature against the gradient.
func (t *trainer) step(f int32, g *[Labels]float32) {
	w, z, n := &t.weight[f], &t.gradient[f], &t.square[f]
	for y, g := range g {
		if g < ignored && g > -ignored {
			continue
		}
		sum := n[y] + g*g
		z[y] += g - (root(sum)-root(n[y]))/float32(t.options.Rate)*w[y]
		n[y] = sum
		t.settle(f, y)
	}
}

// settle computes a weight from the sums of its gradients.
func (t *trainer) settle(f int32, y int) {
	z := t.gradient[f][y]
	if z > t.owed {
		z -= t.owed
	} else if z < -t.owed {
		z += t.owed
	} else {
		z = 0
	}
	t.weight[f][y] = -z * float32(t.options.Rate) / (1 + root(t.square[f][y]))
}

// stepTransitions moves the transitions, which pay no penalty.
func (t *trainer) stepTransitions(model, gold *transitions, weight float32) {
	for p := range gold {
		for y := range gold[p] {
			if g := weight * (model[p][y] - gold[p][y]); Label(p).Follows(Label(y)) {
				t.transitionSquare[p][y] += g * g
				t.transitions[p][y] -= float32(t.options.Rate) / (1 + root(t.transitionSquare[p][y])) * g
			}
		}
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

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
	for _, f := range s.beside[i] {
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
