package train

import "github.com/chatlint/chatlint/rules"

// miniShare is how much a mini-chat counts against a long chat when the
// thresholds are chosen: its share of labelled messages is not that of a
// working day.
const miniShare = 0.25

// thresholds picks, per category, the log-odds that give the best F measure on
// the held-out scores. The best of one set is a matter of luck among neighbours,
// so it is the mean of the best without one fold at a time.
func (t *trainer) thresholds() []float32 {
	out := make([]float32, len(t.columns))
	for c := range t.columns {
		for fold := range t.opt.Folds {
			out[c] += t.threshold(c, fold) / float32(t.opt.Folds)
		}
	}
	return out
}

func (t *trainer) threshold(c, without int) float32 {
	var positive, negative []point
	for i := range t.samples {
		s := &t.samples[i]
		if !s.Judged || s.fold == without {
			continue
		}
		p := point{s.decided[c], miniShare}
		if s.Natural {
			p.weight = 1
		}
		if s.Truth[c] != rules.None {
			positive = append(positive, p)
		} else {
			negative = append(negative, p)
		}
	}
	all, b2 := weightFrom(positive, -1e9), float32(t.opt.Beta*t.opt.Beta)
	best, bestF := float32(0), float32(-1)
	for from := float32(-3); from <= 3; from += 0.1 {
		hit := weightFrom(positive, from)
		f := (1 + b2) * hit / (hit + weightFrom(negative, from) + b2*all)
		if f > bestF {
			best, bestF = from, f
		}
	}
	return best
}

type point struct{ score, weight float32 }

func weightFrom(points []point, from float32) (sum float32) {
	for _, p := range points {
		if p.score >= from {
			sum += p.weight
		}
	}
	return sum
}
