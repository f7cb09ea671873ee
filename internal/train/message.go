// Package train makes the learned models from labelled chats.
package train

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"sync"

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
	Beta          float64 // of the F measure that thresholds maximise; below 1 precision counts more
	Seed          uint64
}

// DefaultSettings are the ones the shipped model is trained with.
var DefaultSettings = Settings{Alpha: 1, L1: 0.1, L2: 0.1, Epochs: 8, MinCount: 3, Natural: 1.5, Folds: 5, Draws: 3, Beta: 0.7, Seed: 1}

// Message trains the message model and returns the packed file.
//
// The first model sees a message alone. What it thinks of earlier messages is
// an input of the second, and must be what it thinks of chats it has not seen:
// hence the inner cross-validation.
func Message(lessons []Lesson, opt Settings) ([]byte, error) {
	t := &trainer{opt: opt, columns: rules.Columns()}
	t.read(lessons)
	t.holdOut(true)
	t.addJudgements()
	t.holdOut(false)
	var buf bytes.Buffer
	err := rules.WriteModel(&buf, t.weights())
	return buf.Bytes(), err
}

type trainer struct {
	opt     Settings
	columns []rules.Category
	names   map[uint32]int32 // feature → index; 0 is the bias
	keys    []uint32
	samples []sample
}

// sample is a lesson with its features numbered.
type sample struct {
	*Lesson
	fold     int
	own      []int32
	context  []int32
	seen     int       // features of own and context, rare ones too
	alone    []float32 // held-out log-odds of the first model, per column
	together []float32 // held-out log-odds of the second
}

func (t *trainer) read(lessons []Lesson) {
	t.names, t.keys = map[uint32]int32{}, []uint32{0}
	keep := frequent(lessons, t.opt.MinCount)
	for i := range lessons {
		l := &lessons[i]
		t.samples = append(t.samples, sample{
			Lesson: l, fold: l.Group % t.opt.Folds,
			own: t.indexes(l.Own, keep), context: t.indexes(l.Context, keep),
			seen:  len(l.Own) + len(l.Context),
			alone: make([]float32, len(t.columns)), together: make([]float32, len(t.columns)),
		})
	}
}

// frequent returns the features that stand in enough chats.
func frequent(lessons []Lesson, least int) map[uint32]bool {
	type tally struct{ count, chat int }
	counts := map[uint32]tally{}
	for i := range lessons {
		l := &lessons[i]
		for _, list := range [2][]rules.Feature{l.Own, l.Context} {
			for _, f := range list {
				if c := counts[f.Key]; c.count == 0 || c.chat != l.Chat {
					counts[f.Key] = tally{c.count + 1, l.Chat}
				}
			}
		}
	}
	keep := make(map[uint32]bool, len(counts))
	for k, c := range counts {
		if c.count >= least {
			keep[k] = true
		}
	}
	return keep
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

// addJudgements tells every message what the first model thinks of the earlier
// ones.
func (t *trainer) addJudgements() {
	for i := range t.samples {
		s := &t.samples[i]
		var features []rules.Feature
		for k, e := range s.Earlier {
			features = rules.Judgement(k+1, e.SameSender, t.samples[i-e.Back].alone, features)
		}
		s.context = append(s.context, t.indexes(features, nil)...)
		s.seen += len(features)
	}
}

// holdOut scores every sample by a model that has not seen its fold.
func (t *trainer) holdOut(alone bool) {
	var wg sync.WaitGroup
	for fold := range t.opt.Folds {
		wg.Go(func() {
			m := t.fit(alone, fold)
			for i := range t.samples {
				s := &t.samples[i]
				if s.fold != fold {
					continue
				}
				for c := range t.columns {
					if alone {
						s.alone[c] = m.score(s.own, nil, len(s.Own), c)
					} else {
						s.together[c] = m.score(s.own, s.context, s.seen, c)
					}
				}
			}
		})
	}
	wg.Wait()
}

func (t *trainer) importance(s *sample) float32 {
	if s.Natural {
		return float32(t.opt.Natural)
	}
	return 1
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
		context, n := s.context, s.seen
		if alone {
			context, n = nil, len(s.Own)
		}
		for c := range t.columns {
			m.learn(s.own, context, n, c, s.Truth[c] != rules.None, t.importance(s))
		}
	})
}

const levels = int(rules.Critical)

// fitSeverity trains one model per category and level, on labelled messages.
func (t *trainer) fitSeverity() *ftrl {
	return t.average(t.opt.Draws, len(t.columns)*levels, func(m *ftrl, s *sample) {
		for c, truth := range s.Truth {
			if truth == rules.None {
				continue
			}
			for l := range levels {
				m.learn(s.own, s.context, s.seen, c*levels+l, int(truth) == l+1, t.importance(s))
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
	var wg sync.WaitGroup
	wg.Go(func() { alone = t.fit(true, -1) })
	wg.Go(func() { together = t.fit(false, -1) })
	wg.Go(func() { severity = t.fitSeverity() })
	wg.Wait()
	w := rules.Weights{Flag: map[uint32][]float32{}, Severity: map[uint32][]float32{}, Thresholds: t.thresholds()}
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
