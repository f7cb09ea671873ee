// Package train makes the learned models from labelled chats.
package train

import (
	"bytes"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

// Settings are the knobs of the message model. They were chosen by
// cross-validation over the chats of the training and tuning parts.
type Settings struct {
	Alpha, L1, L2 float64
	Epochs        int
	MinCount      int     // a feature must stand in so many chats
	Natural       float64 // weight of a message of a long chat; mini-chats weigh 1
	Folds         int     // of the inner cross-validation
	Seed          uint64
}

// DefaultSettings are the ones the shipped model is trained with.
var DefaultSettings = Settings{Alpha: 0.08, L1: 0.8, L2: 2, Epochs: 8, MinCount: 2, Natural: 1.5, Folds: 5, Seed: 1}

// sample is one message of the training set.
type sample struct {
	fold     int
	natural  bool
	judged   bool
	own      []int32 // indexes of features
	context  []int32
	truth    []rules.Severity // per column
	alone    []float64        // held-out scores of the first model
	together []float64        // held-out scores of the second
}

// Message trains the message model on the chats and returns the packed file.
func Message(chats []*eval.Chat, engine *rules.Engine, opt Settings) ([]byte, error) {
	t := &trainer{opt: opt, engine: engine, columns: rules.Columns(), names: map[uint32]int32{}}
	t.read(chats, false)
	t.holdOut(true)
	t.read(chats, true)
	t.holdOut(false)
	var buf bytes.Buffer
	err := rules.WriteModel(&buf, t.weights())
	return buf.Bytes(), err
}

type trainer struct {
	opt     Settings
	engine  *rules.Engine
	columns []rules.Category
	names   map[uint32]int32 // feature → index; 0 is the bias
	keys    []uint32
	samples []sample
}

// read turns the messages into samples. On the second reading the messages
// before each carry the held-out scores of the first model.
func (t *trainer) read(chats []*eval.Chat, scored bool) {
	old := t.samples
	t.names, t.keys, t.samples = map[uint32]int32{}, []uint32{0}, nil
	keep := t.frequent(chats, old, scored)
	n := 0
	for i, c := range chats {
		fold := foldOf(c, i, t.opt.Folds)
		session := t.engine.NewSession(people(c))
		for k := range c.Messages {
			l := session.Study(&c.Messages[k], aloneScores(old, n, scored))
			n++
			t.samples = append(t.samples, sample{
				fold: fold, natural: !c.Mini(), judged: l.Judged,
				own: t.indexes(l.Own, keep), context: t.indexes(l.Context, keep),
				truth: t.truth(c.Gold[k]), alone: make([]float64, len(t.columns)), together: make([]float64, len(t.columns)),
			})
			if scored {
				copy(t.samples[n-1].alone, old[n-1].alone)
			}
		}
	}
}

func aloneScores(old []sample, n int, scored bool) []float32 {
	if !scored {
		return nil
	}
	out := make([]float32, len(old[n].alone))
	for i, v := range old[n].alone {
		out[i] = float32(v)
	}
	return out
}

// frequent returns the features that stand in enough chats.
func (t *trainer) frequent(chats []*eval.Chat, old []sample, scored bool) map[uint32]bool {
	counts := map[uint32]int{}
	n := 0
	for _, c := range chats {
		seen := map[uint32]bool{}
		session := t.engine.NewSession(people(c))
		for k := range c.Messages {
			l := session.Study(&c.Messages[k], aloneScores(old, n, scored))
			n++
			for _, f := range l.Own {
				seen[f.Key] = true
			}
			for _, f := range l.Context {
				seen[f.Key] = true
			}
		}
		for k := range seen {
			counts[k]++
		}
	}
	keep := make(map[uint32]bool, len(counts))
	for k, c := range counts {
		if c >= t.opt.MinCount {
			keep[k] = true
		}
	}
	return keep
}

func (t *trainer) indexes(features []rules.Feature, keep map[uint32]bool) []int32 {
	var out []int32
	for _, f := range features {
		if !keep[f.Key] {
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

func (t *trainer) truth(g eval.Gold) []rules.Severity {
	out := make([]rules.Severity, len(t.columns))
	for _, l := range g.Labels {
		if i := slices.Index(t.columns, l.Category); i >= 0 {
			out[i] = l.Severity
		}
	}
	return out
}

// blockSize is how many neighbouring mini-chats share a fold: a message and
// its near twin stand next to each other.
const blockSize = 12

func foldOf(c *eval.Chat, i, folds int) int {
	h := fnv.New32a()
	if c.Mini() {
		h.Write([]byte{byte(i / blockSize), byte(i / blockSize >> 8)})
	} else {
		h.Write([]byte(c.ID))
	}
	return int(h.Sum32() % uint32(folds))
}

func people(c *eval.Chat) detector.People {
	var names []string
	for _, m := range c.Messages {
		if m.Sender != "" && !slices.Contains(names, m.Sender) {
			names = append(names, m.Sender)
		}
	}
	return detector.NewPeople(names)
}

// holdOut scores every sample by models that have not seen its fold.
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
						s.alone[c] = m.score(s.own, c)
					} else {
						s.together[c] = m.score(s.features(), c)
					}
				}
			}
		})
	}
	wg.Wait()
}

func (s *sample) features() []int32 { return append(slices.Clip(s.own), s.context...) }

func (t *trainer) importance(s *sample) float64 {
	if s.natural {
		return t.opt.Natural
	}
	return 1
}

// fit trains on all folds but one; a negative fold means on all.
func (t *trainer) fit(alone bool, without int) *ftrl {
	m := newFTRL(len(t.keys), len(t.columns), t.opt)
	t.epochs(func(s *sample) {
		if s.fold == without || !s.judged {
			return
		}
		x := s.own
		if !alone {
			x = s.features()
		}
		for c := range t.columns {
			m.learn(x, c, s.truth[c] != rules.None, t.importance(s))
		}
	})
	return m
}

// fitSeverity trains one model per category and level, on labelled messages.
func (t *trainer) fitSeverity() *ftrl {
	opt := t.opt
	opt.L1 /= 2
	levels := int(rules.Critical)
	m := newFTRL(len(t.keys), len(t.columns)*levels, opt)
	t.epochs(func(s *sample) {
		for c, truth := range s.truth {
			if truth == rules.None || !s.judged {
				continue
			}
			x := s.features()
			for l := range levels {
				m.learn(x, c*levels+l, int(truth) == l+1, t.importance(s))
			}
		}
	})
	return m
}

// epochs passes the samples in a fixed shuffled order.
func (t *trainer) epochs(learn func(*sample)) {
	rng := rand.New(rand.NewPCG(t.opt.Seed, 0))
	for range t.opt.Epochs {
		for _, i := range rng.Perm(len(t.samples)) {
			learn(&t.samples[i])
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
		flag := append(alone.row(i), together.row(i)...)
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

func (f *ftrl) row(i int) []float32 {
	out := make([]float32, f.width)
	for c := range out {
		out[c] = float32(f.weight(i*f.width + c))
	}
	return out
}

func anyNonZero(row []float32) bool {
	return slices.ContainsFunc(row, func(v float32) bool { return v != 0 })
}

// miniShare is how much a mini-chat counts against a long chat when the
// thresholds are chosen: its share of labelled messages is not that of a
// working day.
const miniShare = 0.3

// thresholds picks, per category, the log-odds that give the best F1 on the
// held-out scores.
func (t *trainer) thresholds() []float32 {
	out := make([]float32, len(t.columns))
	for c := range t.columns {
		out[c] = t.threshold(c)
	}
	return out
}

func (t *trainer) threshold(c int) float32 {
	type point struct{ score, weight float64 }
	var positive, negative []point
	for i := range t.samples {
		s := &t.samples[i]
		p := point{s.together[c], miniShare}
		if s.natural {
			p.weight = 1
		}
		if s.truth[c] != rules.None {
			positive = append(positive, p)
		} else {
			negative = append(negative, p)
		}
	}
	count := func(list []point, from float64) (sum float64) {
		for _, p := range list {
			if p.score >= from {
				sum += p.weight
			}
		}
		return sum
	}
	all := count(positive, -1e9)
	best, bestF := 0.0, -1.0
	for from := -3.0; from <= 3; from += 0.1 {
		hit := count(positive, from)
		f := 2 * hit / (hit + count(negative, from) + all)
		if f > bestF {
			best, bestF = from, f
		}
	}
	return float32(best)
}
