package train

import (
	"math"

	"github.com/chatlint/chatlint/rules"
)

// miniShare is how much a mini-chat counts against a long chat when decisions are
// calibrated: its share of labelled messages is not that of a working day.
const miniShare = 0.25

// calibrate makes the log-odds that are decided on come true as often as they say, on
// messages that no model has seen. One threshold then serves all categories: what
// finds most for its false alarms, over all of them, is one probability (Lipton, Elkan
// and Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure", 2014).
func (t *trainer) calibrate() []rules.Calibration {
	out := make([]rules.Calibration, len(t.columns))
	for c := range out {
		var decisions []decision
		for i := range t.samples {
			if s := &t.samples[i]; s.Judged && s.decided[c] > hopeless {
				decisions = append(decisions, s.decision(c))
			}
		}
		out[c] = platt(decisions)
	}
	return out
}

// hopeless are log-odds of which no calibration makes a finding. Most messages are
// below, and the line is drawn through the others.
const hopeless = -6

// decision is what was decided on a message, what is true of it and how much it counts.
type decision struct{ logOdds, truth, weight float64 }

func (s *sample) decision(c int) decision {
	d := decision{float64(s.decided[c]), 0, miniShare}
	if s.Truth[c] != rules.None {
		d.truth = 1
	}
	if s.Natural {
		d.weight = 1
	}
	return d
}

// platt fits slope and bias by logistic regression (Platt, "Probabilistic outputs for
// support vector machines", 1999) with Newton's method. A prior as heavy as one message
// holds them at 1 and 0 where there is nothing to learn from.
func platt(decisions []decision) rules.Calibration {
	const steps = 30
	slope, bias := 1.0, 0.0
	for range steps {
		gs, gb := slope-1, bias // the gradient
		hss, hsb, hbb := 1.0, 0.0, 1.0
		for _, d := range decisions {
			p := 1 / (1 + math.Exp(-(slope*d.logOdds + bias)))
			e, v := d.weight*(p-d.truth), d.weight*p*(1-p)
			gs += e * d.logOdds
			gb += e
			hss += v * d.logOdds * d.logOdds
			hsb += v * d.logOdds
			hbb += v
		}
		det := hss*hbb - hsb*hsb
		slope -= (hbb*gs - hsb*gb) / det
		bias -= (hss*gb - hsb*gs) / det
	}
	return rules.Calibration{Slope: float32(slope), Bias: float32(bias)}
}
