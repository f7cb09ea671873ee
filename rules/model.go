package rules

import (
	_ "embed"
	"errors"
	"math"
	"sync"
)

// categoryColumns fixes the order of the categories inside the model file. It
// is Categories as an array, so that scores have a length known at build time.
var categoryColumns = [...]Category{Health, HRAssessment, HRRecord, Customer, Partner, Contact, Identifier, Credential, Special, Criminal}

const columns = len(categoryColumns)

// levels is the number of severities that a finding can have.
const levels = int(Critical)

//go:embed model/message.bin
var modelFile []byte

// model is the learned message model, a cascade over hashed features: two linear
// models per category and a network. The first sees a message alone, and what it
// says of the earlier messages is part of what the second sees. Where the second
// does not rule everything out, it decides together with the network: the one
// knows words, the other what they mean together, and both together are right more
// often than either. A last linear model grades the severity of what was found.
type model struct {
	weights
	recalled   perJudgement[row]
	reputed    perRepute
	network    network
	flagScale  [flagColumns]float32
	flagBias   [flagColumns]float32
	gradeScale [gradeColumns]float32
	gradeBias  [gradeColumns]float32
	// gate is the log-odds of the second model that some category must reach for
	// the network to look.
	gate        float32
	calibration [columns]Calibration
	alert       Alert
	alertFrom   float32 // log-odds from which a message is flagged
	threshold   float32 // log-odds, calibrated, from which a category is reported beside the likeliest
	hintEdges   HintEdges
}

var builtinModel = sync.OnceValues(func() (*model, error) {
	if len(modelFile) == 0 {
		return nil, nil
	}
	return decodeModel(modelFile)
})

var errModel = errors.New("the learned model is damaged")

// impression is what the model makes of features.
type impression struct {
	sums     [flagColumns]int32 // of their raw weights, for both looks at a message
	features int                // also those without a row
	grades   []uint32           // of their rows
	vectors  []uint32           // of their rows
}

// note remembers what else a row holds.
func (im *impression) note(r *row) {
	im.grades = append(im.grades, r.grades())
	im.vectors = r.appendVector(im.vectors)
}

// impress adds features to an impression.
func (m *model) impress(features []Feature, to *impression) {
	var sum lanes
	for _, f := range features {
		if r := m.find(f.Key); r != nil {
			sum.add(r)
			to.note(r)
			if sum.rows == maxRows {
				sum.flush(&to.sums)
			}
		}
	}
	sum.flush(&to.sums)
	to.features += len(features)
}

// alone looks at a message by itself. What depends on a word alone has been
// summed when the word was first seen; its vectors are not among those noted.
func (m *model) alone(a *analysis) {
	im := &a.alone
	*im = impression{features: a.wordOnly, grades: im.grades[:0], vectors: im.vectors[:0]}
	var known lanes
	for i, w := range a.known {
		if a.plain(i) {
			known.join(&w.sums, int(w.rows))
			im.grades = append(im.grades, w.grades[:w.rows]...)
			if known.rows > maxRows-maxWordFeatures {
				known.flush(&im.sums)
			}
		}
	}
	known.flush(&im.sums)
	m.impress(a.ownSeen[a.wordOnly:], im)
	finish(im.sums[:columns], im.features, m.flagScale[:], m.flagBias[:], a.scores[:])
}

// recall adds what the first look at a neighbour of that depth said.
func (m *model) recall(depth int, sameSender bool, scores *[columns]float32, to *impression) {
	var sum lanes
	rows := &m.recalled[depth][boolBit(sameSender)]
	for k, s := range scores {
		r := &rows[k][bucket(s)]
		sum.add(r)
		to.note(r)
	}
	sum.flush(&to.sums)
	to.features += columns
}

// perJudgement holds what belongs to each feature of Judgement, of which a message has
// so many that they are not worth looking up: by depth, whether the sender is
// the same, category and bucket.
type perJudgement[T any] [threadDepth + 1][2][columns][buckets]T

// judgements looks all features of Judgement up.
func judgements[T any](find func(key uint32) T) (all perJudgement[T]) {
	for depth := range all {
		for same := range all[depth] {
			for k := range columns {
				for b := range uint32(buckets) {
					all[depth][same][k][b] = find(judgementKey(depth, k, b, same == 1))
				}
			}
		}
	}
	return all
}

// likely returns the log-odds of a finding of each category in context.
func (m *model) likely(im *impression) (scores [columns]float32) {
	finish(im.sums[columns:], im.features, m.flagScale[columns:], m.flagBias[columns:], scores[:])
	return scores
}

// verdict is what the model says of a message.
type verdict struct {
	scores [columns]float32 // calibrated log-odds of a finding of each category
	top    int              // the likeliest category
	alert  float32          // log-odds that the message holds anything at all
}

// allRuledOut is the verdict on a message at which the network need not look: nothing
// is there.
var allRuledOut = func() (v verdict) {
	for c := range v.scores {
		v.scores[c] = ruledOut
	}
	v.alert = ruledOut
	return v
}()

const ruledOut = -20

// decide joins what the linear model says of each category with the outputs of the network.
func (m *model) decide(linear *[columns]float32, network *[outputs]float32) (v verdict) {
	promised := 0.0
	for c := range v.scores {
		v.scores[c] = m.calibration[c].LogOdds(linear[c], network[c])
		promised += probability(v.scores[c])
		if v.scores[c] > v.scores[v.top] {
			v.top = c
		}
	}
	v.alert = m.alert.logOdds(float32(promised), network[columns])
	return v
}

// reports says whether category column c is reported: whether a message is flagged is
// decided first, by all categories together, since the model often knows that something
// is amiss before it knows what. The likeliest category is then reported, and any other that is
// likely by itself.
func (m *model) reports(v *verdict, c int) bool {
	return v.alert >= m.alertFrom && (c == v.top || v.scores[c] >= m.threshold)
}

// Alert tells from the number of findings that the categories together promise, the sum of
// their probabilities, and from the network's output for the message as a whole, whether
// the message holds anything at all.
type Alert struct{ Promised, Network, Bias float32 }

// logOdds returns the calibrated log-odds of that.
func (a *Alert) logOdds(promised, network float32) float32 {
	return float32(a.Promised*promised) + float32(a.Network*network) + a.Bias
}

// speaks returns what the feature of a row adds to the log-odds decided on for
// category column c, up to a factor common to the features of a message. The slope
// is that of the network.
func (m *model) speaks(r *row, c int, slope *[NetworkWidth]float32) float32 {
	network := float32(0)
	if v := r.vector(); v > 0 {
		network = along(m.network.vector(v), slope)
	}
	return m.calibration[c].weigh(float32(r.weight(columns+c))*m.flagScale[columns+c], network)
}

// Calibration joins the log-odds of linear model and network for a category: with the
// bias, what both weigh together comes true as often as it says.
type Calibration struct{ Linear, Network, Bias float32 }

// weigh returns the weighted sum of what both say.
func (k *Calibration) weigh(linear, network float32) float32 {
	return float32(k.Linear*linear) + float32(k.Network*network)
}

// LogOdds returns the calibrated log-odds.
func (k *Calibration) LogOdds(linear, network float32) float32 {
	return k.weigh(linear, network) + k.Bias
}

// grade returns the most likely severity of a finding of category column c, by
// the grades of so many features.
func (m *model) grade(c, features int, grades ...[]uint32) Severity {
	var sums [levels]int32
	for _, list := range grades {
		for _, g := range list {
			if w := m.gradesFor(g, c); w != nil {
				for i, v := range w {
					sums[i] += int32(int8(v))
				}
			}
		}
	}
	var scores [levels]float32
	finish(sums[:], features, m.gradeScale[c*levels:], m.gradeBias[c*levels:], scores[:])
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return Severity(best + 1)
}

// featureValue is what each of n features counts: 1/√n, so that a long message
// does not outshout a short one.
func featureValue(n int) float32 { return float32(1 / math.Sqrt(float64(max(n, 1)))) }

// finish turns sums of raw weights over n features into log-odds.
func finish(sums []int32, n int, scale, bias, scores []float32) {
	value := featureValue(n)
	for i, sum := range sums {
		scores[i] = float32(float32(sum)*scale[i]*value) + bias[i]
	}
}

// probability turns log-odds into a confidence.
func probability(logOdds float32) float64 { return 1 / (1 + math.Exp(-float64(logOdds))) }
