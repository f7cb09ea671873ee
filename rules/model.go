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

// model is the learned message model: two linear models per category over
// hashed features. The first sees a message alone, and what it says of the
// earlier messages is part of what the second sees. A third one grades the
// severity of what the second has found.
type model struct {
	weights
	flagScale  [flagColumns]float32
	flagBias   [flagColumns]float32
	gradeScale [gradeColumns]float32
	gradeBias  [gradeColumns]float32
	// threshold is the log-odds in context from which a category is reported.
	threshold [columns]float32
}

var builtinModel = sync.OnceValues(func() (*model, error) {
	if len(modelFile) == 0 {
		return nil, nil
	}
	return decodeModel(modelFile)
})

var errModel = errors.New("the learned model is damaged")

// impress adds the weights of features up.
func (m *model) impress(features []Feature, to *impression) {
	var sum lanes
	for _, f := range features {
		if r := m.find(f.Key); r != nil {
			sum.add(r)
			if sum.rows == maxRows {
				sum.flush(to)
			}
		}
	}
	sum.flush(to)
}

// alone scores a message by its own features. What depends on a word alone has
// been summed when the word was first seen. The impression serves inContext.
func (m *model) alone(a *analysis) (sums impression, scores [columns]float32) {
	var known lanes
	for i, w := range a.known {
		if a.plain(i) {
			known.join(&w.sums)
			if known.rows > maxRows-maxWordFeatures {
				known.flush(&sums)
			}
		}
	}
	known.flush(&sums)
	m.impress(a.ownSeen[a.wordOnly:], &sums)
	finish(sums[:columns], len(a.ownSeen), m.flagScale[:], m.flagBias[:], scores[:])
	return sums, scores
}

// inContext scores a message by the impression of its own features, n in
// number, and by those of the thread.
func (m *model) inContext(sums impression, n int, thread []Feature) (scores [columns]float32) {
	m.impress(thread, &sums)
	finish(sums[columns:], n+len(thread), m.flagScale[columns:], m.flagBias[columns:], scores[:])
	return scores
}

// grade returns the most likely severity of a finding of category column c.
func (m *model) grade(c int, own, thread []Feature) Severity {
	var sums [levels]int32
	for _, features := range [...][]Feature{own, thread} {
		for _, f := range features {
			if r := m.find(f.Key); r != nil {
				for i, w := range m.gradesOf(r, c) {
					sums[i] += int32(w)
				}
			}
		}
	}
	var scores [levels]float32
	finish(sums[:], len(own)+len(thread), m.gradeScale[c*levels:], m.gradeBias[c*levels:], scores[:])
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return Severity(best + 1)
}

// finish turns sums of raw weights over n features into log-odds. Each feature
// counts 1/√n, so that a long message does not outshout a short one.
func finish(sums []int32, n int, scale, bias, scores []float32) {
	value := float32(1 / math.Sqrt(float64(max(n, 1))))
	for i, sum := range sums {
		scores[i] = float32(sum)*scale[i]*value + bias[i]
	}
}

// probability turns log-odds into a confidence.
func probability(logOdds float32) float64 { return 1 / (1 + math.Exp(-float64(logOdds))) }
