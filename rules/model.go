package rules

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sync"
)

// categoryColumns fixes the order of the categories inside the model file. It
// is Categories as an array, so that scores have a length known at build time.
var categoryColumns = [...]Category{Health, HRAssessment, HRRecord, Customer, Partner, Contact, Identifier, Credential, Special, Criminal}

const columns = len(categoryColumns)

// levels is the number of severities that a finding can have.
const levels = int(Critical)

//go:embed model/message.bin.gz
var modelFile []byte

// model is the learned message model: two linear models per category over
// hashed features. The first sees a message alone, and what it says of the
// earlier messages is part of what the second sees. A third one grades the
// severity of what the second has found.
type model struct {
	flag     table // columns: alone, then in context
	severity table // columns: category × severity
	// threshold is the log-odds in context from which a category is reported.
	threshold [columns]float32
}

// table holds the weights of a set of features, one row a feature, as 8-bit
// numbers with one scale a column.
type table struct {
	width   int
	scale   []float32
	bias    []float32
	filter  []uint64 // bit set of filterBits: most features have no row
	slots   []uint64 // open addressing: feature above row+1, or 0
	keys    []uint32 // row → feature
	weights []int8   // row × width
}

var builtinModel = sync.OnceValues(func() (*model, error) {
	if len(modelFile) == 0 {
		return nil, nil
	}
	return readModel(bytes.NewReader(modelFile))
})

var errModel = errors.New("the learned model is damaged")

// readModel reads the format that WriteModel writes.
func readModel(packed io.Reader) (*model, error) {
	r, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}
	m := &model{flag: table{width: 2 * columns}, severity: table{width: columns * levels}}
	if err := m.flag.read(r); err != nil {
		return nil, err
	}
	if err := m.severity.read(r); err != nil {
		return nil, err
	}
	if err := binary.Read(r, binary.LittleEndian, m.threshold[:]); err != nil {
		return nil, err
	}
	// The checksum of the file is compared at its end only.
	if n, err := io.Copy(io.Discard, r); err != nil || n > 0 {
		return nil, errModel
	}
	return m, nil
}

func (t *table) read(r io.Reader) error {
	var rows, width uint32
	for _, v := range []*uint32{&rows, &width} {
		if err := binary.Read(r, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	if int(width) != t.width || rows > 1<<22 {
		return errModel
	}
	t.scale, t.bias = make([]float32, width), make([]float32, width)
	t.keys, t.weights = make([]uint32, rows), make([]int8, rows*width)
	for _, v := range []any{t.scale, t.bias, t.keys, t.weights} {
		if err := binary.Read(r, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	t.build()
	return nil
}

// filterBits is the size of the filter: small enough for a processor's cache,
// large enough that few features without a row pass.
const filterBits = 1 << 21

// build fills the filter and the slots; a third of them stays free at least.
func (t *table) build() {
	t.filter = make([]uint64, filterBits/64)
	for _, k := range t.keys {
		bit := k >> 7 % filterBits
		t.filter[bit/64] |= 1 << (bit % 64)
	}
	size := 1
	for size < len(t.keys)*3/2 {
		size *= 2
	}
	t.slots = make([]uint64, size)
	mask := uint32(size - 1)
	for row, k := range t.keys {
		i := k & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint64(k)<<32 | uint64(row+1)
	}
}

// row returns the weights of a feature, or nil.
func (t *table) row(key uint32) []int8 {
	if len(t.keys) == 0 {
		return nil
	}
	if bit := key >> 7 % filterBits; t.filter[bit/64]&(1<<(bit%64)) == 0 {
		return nil
	}
	mask := uint32(len(t.slots) - 1)
	for i := key & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if slot := t.slots[i]; uint32(slot>>32) == key {
			r := int(uint32(slot) - 1)
			return t.weights[r*t.width : (r+1)*t.width]
		}
	}
	return nil
}

// impression is what the model makes of a message's own features: the sums of
// raw weights for both looks at it.
type impression [2 * columns]int32

// impress sums the weights of features.
func (m *model) impress(features []Feature) (sums impression) {
	for _, f := range features {
		if row := m.flag.row(f.Key); row != nil {
			for i, w := range (*[2 * columns]int8)(row) {
				sums[i] += int32(w)
			}
		}
	}
	return sums
}

// alone scores a message by its own features. What depends on a word alone has
// been summed when the word was first seen. The impression serves inContext.
func (m *model) alone(a *analysis) (sums impression, scores [columns]float32) {
	sums = m.impress(a.ownSeen[a.wordOnly:])
	for i, w := range a.known {
		if a.plain(i) {
			for k, v := range &w.sums {
				sums[k] += v
			}
		}
	}
	m.flag.finish(len(a.ownSeen), 0, sums[:columns], scores[:])
	return sums, scores
}

// inContext scores a message by the impression of its own features, n in
// number, and by those of the thread.
func (m *model) inContext(sums *impression, n int, thread []Feature) (scores [columns]float32) {
	both := [columns]int32(sums[columns:])
	m.flag.add(thread, columns, both[:])
	m.flag.finish(n+len(thread), columns, both[:], scores[:])
	return scores
}

// grade returns the most likely severity of a finding of category column c.
func (m *model) grade(c int, own, thread []Feature) Severity {
	var sums [levels]int32
	var scores [levels]float32
	from := c * levels
	m.severity.add(own, from, sums[:])
	m.severity.add(thread, from, sums[:])
	m.severity.finish(len(own)+len(thread), from, sums[:], scores[:])
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return Severity(best + 1)
}

// add sums the raw weights of the columns from on.
func (t *table) add(features []Feature, from int, sums []int32) {
	for _, f := range features {
		row := t.row(f.Key)
		if row == nil {
			continue
		}
		for i, w := range row[from : from+len(sums)] {
			sums[i] += int32(w)
		}
	}
}

// finish turns sums of raw weights over n features into log-odds. Each feature
// counts 1/√n, so that a long message does not outshout a short one.
func (t *table) finish(n, from int, sums []int32, scores []float32) {
	value := float32(1 / math.Sqrt(float64(max(n, 1))))
	for i, sum := range sums {
		scores[i] = float32(sum)*t.scale[from+i]*value + t.bias[from+i]
	}
}

// probability turns log-odds into a confidence.
func probability(logOdds float32) float64 { return 1 / (1 + math.Exp(-float64(logOdds))) }
