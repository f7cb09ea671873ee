// Package train makes the learned models from labelled chats.
package train

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/chatlint/chatlint/detector/logit"
	"github.com/chatlint/chatlint/rules"
)

// Settings are the knobs of the message model. They were chosen by
// cross-validation over the chats of the training and tuning parts.
type Settings struct {
	Alpha, L1, L2 float64
	Epochs        int
	MinCount      int     // chats in which a feature must stand
	Natural       float64 // weight of a message of a long chat; mini-chats weigh 1
	Folds         int     // of the inner cross-validation
	Draws         int     // models whose weights are averaged
	Drop          float64 // share of the features that a step of the network leaves out
	Rate          float64 // learning rate of the network
	NetworkEpochs int
	Forget        float64 // share of the vectors that the network can do without when it has learnt
	Gate          float64 // log-odds of the linear model in context that let the network look
	Alert         float64 // probability of anything at all from which a message is flagged
	Report        float64 // probability from which a category is reported beside the likeliest
	Seed          uint64
}

// DefaultSettings are the ones the shipped model is trained with.
var DefaultSettings = Settings{Alpha: 1, L1: 0.1, L2: 0.1, Epochs: 8, MinCount: 10, Natural: 1.5, Folds: 4, Draws: 2,
	Drop: 0.7, Rate: 0.15, NetworkEpochs: 32, Forget: 0.35, Gate: -2, Alert: 0.67, Report: 0.42, Seed: 1}

// Check returns an error for shares that leave nothing to learn from, and for no probability.
func (s *Settings) Check() error {
	type setting struct {
		name  string
		value float64
	}
	for _, share := range [...]setting{{"drop", s.Drop}, {"forget", s.Forget}} {
		if !(share.value >= 0 && share.value < 1) {
			return fmt.Errorf("%s is a share from 0 to below 1, not %g", share.name, share.value)
		}
	}
	for _, p := range [...]setting{{"alert", s.Alert}, {"report", s.Report}} {
		if !(p.value >= leastReport && p.value <= 1-leastReport) {
			return fmt.Errorf("%s is a probability from %g to %g, not %g", p.name, leastReport, 1-leastReport, p.value)
		}
	}
	return nil
}

// leastReport is far above what is taken for ruled out.
const leastReport = 0.001

func logOdds(probability float64) float32 { return float32(math.Log(probability / (1 - probability))) }

// Message trains the message model and returns the packed file.
//
// The first model sees a message alone. What it thinks of the messages around is
// an input of the others, and must be what it thinks of chats it has not seen:
// hence the inner cross-validation. The same holds for what the words of a message by
// themselves tell of those who are named in it.
func Message(lessons []Lesson, opt Settings) ([]byte, error) {
	t := &trainer{opt: opt, columns: rules.Columns()}
	t.read(lessons)
	t.holdOut()
	t.addReputes()
	t.addJudgements()
	t.holdOutDecisions()
	var buf bytes.Buffer
	err := rules.WriteModel(&buf, t.weights())
	return buf.Bytes(), err
}

type trainer struct {
	opt       Settings
	columns   []rules.Category
	names     map[uint32]int32 // feature → index; 0 is the bias
	keys      []uint32
	samples   []sample
	hintEdges rules.HintEdges
}

// sample is a lesson with its features numbered.
type sample struct {
	*Lesson
	fold     int
	features []int32      // of the message alone, then of its context
	own      int          // how many are of the message alone
	seen     int          // how many there are with the rare ones, which are not numbered
	alone    []float32    // held-out log-odds of the first model, per column
	glance   []int32      // features of the words by themselves
	glanced  rules.Scores // held-out log-odds of them
	linear   []float32    // held-out log-odds of the second model
	network  []float32    // held-out log-odds of the network, per output
}

// holds reports whether output c of the network should say yes: a category, or behind
// all of them anything at all.
func (s *sample) holds(c int) bool {
	if c < len(s.Truth) {
		return s.Truth[c] != rules.None
	}
	return slices.ContainsFunc(s.Truth, func(v rules.Severity) bool { return v != rules.None })
}

func (t *trainer) read(lessons []Lesson) {
	t.names, t.keys = map[uint32]int32{}, []uint32{0}
	keep := frequent(lessons, t.opt.MinCount)
	for i := range lessons {
		l := &lessons[i]
		own := t.indexes(l.Own, keep)
		t.samples = append(t.samples, sample{
			Lesson: l, fold: l.Group % t.opt.Folds,
			features: append(own, t.indexes(l.Context, keep)...), own: len(own),
			seen:   len(l.Own) + len(l.Context),
			glance: t.indexes(l.Glance, keep),
			alone:  make([]float32, len(t.columns)), linear: make([]float32, len(t.columns)), network: make([]float32, len(t.columns)+1),
		})
	}
}

// frequent returns the features that stand in enough chats.
func frequent(lessons []Lesson, least int) map[uint32]bool {
	counts := chatCounts{}
	for i := range lessons {
		l := &lessons[i]
		for _, list := range [2][]rules.Feature{l.Own, l.Context} {
			for _, f := range list {
				counts.add(f.Key, l.Chat)
			}
		}
	}
	return counts.atLeast(least)
}

// indexes numbers the features. A nil keep keeps all.
func (t *trainer) indexes(features []rules.Feature, keep map[uint32]bool) []int32 {
	var out []int32
	for _, f := range features {
		if keep != nil && !keep[f.Key] {
			continue
		}
		i, ok := t.names[f.Key]
		if !ok {
			i = int32(len(t.keys))
			t.names[f.Key] = i
			t.keys = append(t.keys, f.Key)
		}
		out = append(out, i)
	}
	return out
}

// addJudgements tells every message what the first model thinks of those around
// it.
func (t *trainer) addJudgements() {
	for i := range t.samples {
		s := &t.samples[i]
		var features []rules.Feature
		for _, n := range s.Around {
			features = rules.Judgement(n.Depth, n.SameSender, t.samples[i+n.Offset].alone, features)
		}
		s.features = append(s.features, t.indexes(features, nil)...)
		s.seen += len(features)
	}
}

// addReputes tells every message what its chat tells of those whom it names.
func (t *trainer) addReputes() {
	t.setHintEdges()
	reputes := map[int]rules.Reputes{}
	for i := range t.samples {
		s := &t.samples[i]
		if reputes[s.Chat] == nil {
			reputes[s.Chat] = rules.Reputes{}
		}
		reputes[s.Chat].Add(s.Names, t.hintEdges.Hints(&s.glanced))
	}
	for i := range t.samples {
		s := &t.samples[i]
		features := reputes[s.Chat].Features(s.Bearers, nil)
		s.features = append(s.features, t.indexes(features, nil)...)
		s.seen += len(features)
	}
}

// hintShares are the shares of messages that stay below each hint.
var hintShares = [len(rules.HintEdges{}[0])]float64{0.5, 0.8, 0.92, 0.97, 0.99}

// setHintEdges sets the log-odds above which words are a hint: quantiles of what the words
// of all messages with names say.
func (t *trainer) setHintEdges() {
	for c := range t.columns {
		var scores []float32
		for i := range t.samples {
			if s := &t.samples[i]; len(s.Names) > 0 {
				scores = append(scores, s.glanced[c])
			}
		}
		slices.Sort(scores)
		for i, share := range hintShares {
			if len(scores) > 0 {
				t.hintEdges[c][i] = scores[int(share*float64(len(scores)))]
			}
		}
	}
}

// holdOut scores every sample by a first model that has not seen its fold.
func (t *trainer) holdOut() {
	t.eachFold(func(fold int) {
		m := t.fit(true, fold)
		for s := range t.ofFold(fold) {
			for c := range t.columns {
				s.alone[c] = m.score(s.features[:s.own], logit.Value(len(s.Own)), c)
				s.glanced[c] = m.score(s.glance, logit.Value(len(s.Glance)), c)
			}
		}
	})
}

// holdOutDecisions scores every sample by a second model and a network that have
// not seen its fold.
func (t *trainer) holdOutDecisions() {
	t.eachFold(func(fold int) {
		m, n := t.fit(false, fold), t.fitNetwork(fold)
		for s := range t.ofFold(fold) {
			copy(s.network, n.score(s))
			for c := range t.columns {
				s.linear[c] = m.score(s.features, logit.Value(s.seen), c)
			}
		}
	})
}

func (t *trainer) eachFold(do func(fold int)) {
	var wg sync.WaitGroup
	for fold := range t.opt.Folds {
		wg.Go(func() { do(fold) })
	}
	wg.Wait()
}

func (t *trainer) ofFold(fold int) iter.Seq[*sample] {
	return func(yield func(*sample) bool) {
		for i := range t.samples {
			if s := &t.samples[i]; s.fold == fold && !yield(s) {
				return
			}
		}
	}
}

func (t *trainer) importance(s *sample) float32 {
	weight := s.Weight
	if s.Natural {
		weight *= t.opt.Natural
	}
	return float32(weight)
}

// fit trains on all folds but one; a negative fold means on all.
func (t *trainer) fit(alone bool, without int) *ftrl {
	// The models of the inner cross-validation need not be the best; they show
	// how scores spread on unseen chats.
	draws := 1
	if without < 0 {
		draws = t.opt.Draws
	}
	return t.average(draws, len(t.columns), func(m *ftrl, s *sample) {
		if s.fold == without {
			return
		}
		features, value := s.features, logit.Value(s.seen)
		if alone {
			features, value = s.features[:s.own], logit.Value(len(s.Own))
		}
		for c := range t.columns {
			m.learn(features, value, c, s.holds(c), t.importance(s))
		}
	})
}

const levels = int(rules.Critical)

// fitSeverity trains one model per category and level, on labelled messages.
func (t *trainer) fitSeverity() *ftrl {
	return t.average(t.opt.Draws, len(t.columns)*levels, func(m *ftrl, s *sample) {
		value := logit.Value(s.seen)
		for c, truth := range s.Truth {
			if truth == rules.None {
				continue
			}
			for l := range levels {
				m.learn(s.features, value, c*levels+l, int(truth) == l+1, t.importance(s))
			}
		}
	})
}

// average trains several models on differently shuffled samples and averages
// their weights, which evens out the luck of the order.
func (t *trainer) average(draws, width int, learn func(*ftrl, *sample)) *ftrl {
	sum := newFTRL(len(t.keys), width, t.opt)
	for draw := range draws {
		m := newFTRL(len(t.keys), width, t.opt)
		t.epochs(draw, func(s *sample) { learn(m, s) })
		for i, w := range m.w {
			sum.w[i] += w / float32(draws)
		}
	}
	return sum
}

// epochs passes the judged samples in a fixed shuffled order.
func (t *trainer) epochs(draw int, learn func(*sample)) {
	rng := rand.New(rand.NewPCG(t.opt.Seed, uint64(draw)))
	for range t.opt.Epochs {
		for _, i := range rng.Perm(len(t.samples)) {
			if t.samples[i].Judged {
				learn(&t.samples[i])
			}
		}
	}
}

// weights fits the models that are shipped.
func (t *trainer) weights() rules.Weights {
	var alone, together, severity *ftrl
	var decides *network
	var wg sync.WaitGroup
	wg.Go(func() { alone = t.fit(true, -1) })
	wg.Go(func() { together = t.fit(false, -1) })
	wg.Go(func() { severity = t.fitSeverity() })
	wg.Go(func() { decides = t.fitNetwork(-1) })
	wg.Wait()
	calibration := t.calibrate()
	w := rules.Weights{
		Flag: map[uint32][]float32{}, Severity: map[uint32][]float32{},
		Gate: float32(t.opt.Gate), Network: decides.packed(t.keys), HintEdges: t.hintEdges,
		Calibration: calibration, Threshold: logOdds(t.opt.Report),
		Alert: t.alert(calibration), AlertFrom: logOdds(t.opt.Alert),
	}
	for i, key := range t.keys {
		flag := slices.Concat(alone.row(i), together.row(i))
		grade := severity.row(i)
		if i == 0 {
			w.FlagBias, w.SeverityBias = flag, grade
			continue
		}
		if anyNonZero(flag) {
			w.Flag[key] = flag
		}
		if anyNonZero(grade) {
			w.Severity[key] = grade
		}
	}
	return w
}

func (f *ftrl) row(i int) []float32 { return f.w[i*f.width : (i+1)*f.width : (i+1)*f.width] }

func anyNonZero(row []float32) bool {
	return slices.ContainsFunc(row, func(v float32) bool { return v != 0 })
}
