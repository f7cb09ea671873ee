package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/chatlint/chatlint/rules"
)

// exclusive is a message with two features out of four: one of 1 and 2, one of 3
// and 4. It is a finding where they are 1 and 3 or 2 and 4, so that no feature
// alone tells anything.
func exclusive(rng *rand.Rand) *sample {
	a, b := rng.IntN(2), rng.IntN(2)
	truth := rules.None
	if a == b {
		truth = rules.Low
	}
	return &sample{Lesson: &Lesson{Truth: []rules.Severity{truth}}, features: []int32{int32(1 + a), int32(3 + b)}, seen: 2}
}

// The network learns what features mean together, which no linear model can.
func TestNetworkLearnsTogether(t *testing.T) {
	n := newNetwork(5, 1, quick)
	rng := rand.New(rand.NewPCG(1, 1))
	for range 4000 {
		n.learn(exclusive(rng), 1, 0.05)
	}
	for range 100 {
		s := exclusive(rng)
		if got := n.score(s)[0]; got > 0 != (s.Truth[0] != rules.None) {
			t.Fatalf("features %v: log-odds %g, truth %v", s.features, got, s.Truth)
		}
	}
}

// One step moves the output of a message towards its truth, and more so the
// larger its importance.
func TestNetworkStep(t *testing.T) {
	s := &sample{Lesson: &Lesson{Truth: []rules.Severity{rules.Low, rules.None}}, features: []int32{1, 2}, seen: 3}
	n := newNetwork(3, 2, quick)
	before := [2]float32(n.score(s))
	n.learn(s, 1, 0.01)
	if after := n.score(s); after[0] <= before[0] || after[1] >= before[1] {
		t.Errorf("log-odds from %v to %v, truth %v", before, after, s.Truth)
	}
}

// loss is the logistic loss of a message.
func loss(n *network, s *sample) (sum float64) {
	for c, score := range n.score(s) {
		if s.Truth[c] != rules.None {
			score = -score
		}
		sum += math.Log1p(math.Exp(float64(score)))
	}
	return sum
}

// The gradient that goes back to the vectors is how much the loss changes with them.
func TestNetworkGradient(t *testing.T) {
	s := &sample{Lesson: &Lesson{Truth: []rules.Severity{rules.Low, rules.None}}, features: []int32{1}, seen: 1}
	n := newNetwork(2, 2, quick)
	for i := range n.vectors.w {
		n.vectors.w[i] *= 10 // away from the bend of the activation
	}
	errors := make([]float32, 2)
	for c, score := range n.score(s) {
		errors[c] = sigmoid(score)
		if s.Truth[c] != rules.None {
			errors[c]--
		}
	}
	n.backward(errors, 0)
	vector := n.vectors.row(1)
	for i, want := range n.gradients[0][:rules.NetworkWidth] {
		const step = 5e-4 // too short to pass a bend
		old := vector[i]
		vector[i] = old + step
		above := loss(n, s)
		vector[i] = old - step
		got := (above - loss(n, s)) / (2 * step)
		vector[i] = old
		if math.Abs(got-float64(want)) > 1e-3+0.05*math.Abs(got) {
			t.Errorf("number %d of the vector: the loss changes by %g, the gradient is %g", i, got, want)
		}
	}
}

// Vectors go that are short or seldom met, and the rest stay as they are.
func TestForget(t *testing.T) {
	n := newNetwork(4, 1, quick)
	for f, length := range []float32{1, 1, 3, 3} {
		clear(n.vectors.row(f))
		n.vectors.row(f)[0] = length
	}
	n.forget([]int{0, 16, 1, 4}, 0.5) // moves 0, 4, 3, 6
	for f, want := range []float32{0, 1, 0, 3} {
		if got := n.vectors.row(f)[0]; got != want {
			t.Errorf("the vector of feature %d begins with %g, want %g", f, got, want)
		}
	}
	if got := n.packed([]uint32{0, 11, 12, 13}).Vectors; len(got) != 2 || got[11] == nil || got[13] == nil {
		t.Errorf("vectors of %d features in the file, want those of 11 and 13", len(got))
	}
}

func TestCheck(t *testing.T) {
	for _, share := range []float64{0, 0.35, 0.99} {
		if err := (&Settings{Drop: share, Forget: share, Alert: 0.5, Report: 0.5}).Check(); err != nil {
			t.Error(err)
		}
	}
	for _, p := range []float64{0, 1e-10, 1 - 1e-10} {
		if (&Settings{Alert: 0.5, Report: p}).Check() == nil || (&Settings{Alert: p, Report: 0.5}).Check() == nil {
			t.Errorf("a probability of %g is taken", p)
		}
	}
	for _, share := range []float64{-0.1, 1, 2, math.NaN()} {
		if (&Settings{Drop: share, Alert: 0.5, Report: 0.5}).Check() == nil || (&Settings{Forget: share, Alert: 0.5, Report: 0.5}).Check() == nil {
			t.Errorf("a share of %g is taken", share)
		}
		if (&Settings{Alert: 0.5, Report: share}).Check() == nil || (&Settings{Alert: share, Report: 0.5}).Check() == nil {
			t.Errorf("a probability of %g is taken", share)
		}
	}
}

// What stays of the features makes up for what is left out.
func TestDropout(t *testing.T) {
	const n, share = 10000, 0.7
	d := dropout{share: share, rng: rand.New(rand.NewPCG(1, 1))}
	kept, value := d.thin(make([]int32, n), 2)
	if sum := float32(len(kept)) * value; sum < 1.9*n || sum > 2.1*n {
		t.Errorf("%d features of value %g are %g together, want about %d", len(kept), value, sum, 2*n)
	}
	none := dropout{rng: d.rng}
	if kept, value := none.thin([]int32{4, 5}, 2); len(kept) != 2 || value != 2 {
		t.Errorf("without dropout: %v of value %g", kept, value)
	}
}
