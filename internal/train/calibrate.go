package train

import (
	"math"

	"github.com/chatlint/chatlint/rules"
)

// miniShare is how much a mini-chat counts against a long chat when decisions are
// calibrated: its share of labelled messages is not that of a working day.
const miniShare = 0.25

// calibrate joins what linear model and network say, so that the log-odds come true as
// often as they say on messages that neither has seen. They can then be added up over
// categories, and one threshold serves all of them: what finds most for its false alarms is
// one probability (Lipton, Elkan and Naryanaswamy, "Optimal thresholding of classifiers to
// maximize F1 measure", 2014).
func (t *trainer) calibrate() []rules.Calibration {
	out := make([]rules.Calibration, len(t.columns))
	for c := range out {
		var decisions []decision
		for i := range t.samples {
			if s := &t.samples[i]; s.Judged && s.linear[c]+s.network[c] > 2*hopeless {
				decisions = append(decisions, s.decision(c, s.linear[c]))
			}
		}
		out[c] = stack(decisions)
	}
	return out
}

// alert joins the findings that all categories together promise of a message with what the
// network says of it as a whole.
func (t *trainer) alert(calibration []rules.Calibration) rules.Alert {
	var decisions []decision
	for i := range t.samples {
		s := &t.samples[i]
		if promised := s.promised(calibration); s.Judged && promised > doubtful {
			decisions = append(decisions, s.decision(len(calibration), promised))
		}
	}
	k := stack(decisions)
	return rules.Alert{Promised: k.Linear, Network: k.Network, Bias: k.Bias}
}

// doubtful is how many findings a message must promise for an alert to come into question.
const doubtful = 0.2

// promised is how many findings the calibrated log-odds of the categories promise: the
// sum of their probabilities.
func (s *sample) promised(calibration []rules.Calibration) (sum float32) {
	for c := range calibration {
		sum += sigmoid(calibration[c].LogOdds(s.linear[c], s.network[c]))
	}
	return sum
}

// hopeless are log-odds, the mean of both, of which a calibration near the mean makes no
// finding. Most messages are below, and what is fitted is to fit the others.
const hopeless = -6

// inputs are what a decision is made from: the log-odds of the linear model, or the findings
// promised, those of the network, and 1 for the bias.
type inputs [3]float64

// decision is what both said of a message, what is true of it and how much it counts.
type decision struct {
	said          inputs
	truth, weight float64
}

// decision is about output c of the network, beside which first is said.
func (s *sample) decision(c int, first float32) decision {
	d := decision{inputs{float64(first), float64(s.network[c]), 1}, 0, miniShare}
	if s.holds(c) {
		d.truth = 1
	}
	if s.Natural {
		d.weight = 1
	}
	return d
}

// stack fits the weights of both and the bias by logistic regression (Wolpert, "Stacked
// generalization", 1992) with Newton's method; a step that leads uphill is halved. A prior
// holds them at the mean of both where there is nothing to learn from.
func stack(decisions []decision) rules.Calibration {
	const steps, halvings = 30, 20
	weights := meanOfBoth
	for range steps {
		step := newton(&weights, decisions)
		before := cost(&weights, decisions)
		for range halvings {
			next := weights
			for i := range next {
				next[i] -= step[i]
			}
			if cost(&next, decisions) <= before {
				weights = next
				break
			}
			for i := range step {
				step[i] /= 2
			}
		}
	}
	return rules.Calibration{Linear: float32(weights[0]), Network: float32(weights[1]), Bias: float32(weights[2])}
}

// meanOfBoth is the middle of the prior, a normal distribution with variance 1.
var meanOfBoth = inputs{0.5, 0.5, 0}

// newton returns the step against the gradient of the loss, by its curvature.
func newton(weights *inputs, decisions []decision) inputs {
	var gradient inputs
	var curvature [len(gradient)]inputs
	for i := range weights {
		gradient[i], curvature[i][i] = weights[i]-meanOfBoth[i], 1
	}
	for _, d := range decisions {
		p := 1 / (1 + math.Exp(-dotProduct(weights, &d.said)))
		for i, x := range d.said {
			gradient[i] += d.weight * (p - d.truth) * x
			for j, y := range d.said {
				curvature[i][j] += d.weight * p * (1 - p) * x * y
			}
		}
	}
	return solve(curvature, gradient)
}

// cost is the negative logarithm of the likelihood, with the prior.
func cost(weights *inputs, decisions []decision) (sum float64) {
	for i, w := range weights {
		sum += (w - meanOfBoth[i]) * (w - meanOfBoth[i]) / 2
	}
	for _, d := range decisions {
		z := dotProduct(weights, &d.said)
		if d.truth == 1 {
			z = -z
		}
		sum += d.weight * (max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))))
	}
	return sum
}

func dotProduct(a, b *inputs) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// solve solves a system of equations that is symmetric and positive definite, for which
// elimination needs no pivots.
func solve(rows [len(inputs{})]inputs, right inputs) (x inputs) {
	for i := range rows {
		for j := i + 1; j < len(rows); j++ {
			f := rows[j][i] / rows[i][i]
			for k := range rows {
				rows[j][k] -= f * rows[i][k]
			}
			right[j] -= f * right[i]
		}
	}
	for i := len(rows) - 1; i >= 0; i-- {
		x[i] = (right[i] - dotProduct(&rows[i], &x)) / rows[i][i]
	}
	return x
}
