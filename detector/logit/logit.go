// Package logit holds a small multinomial logistic regression over hashed features:
// enough to label the tokens of a message without a library.
package logit

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/chatlint/chatlint/detector/hashed"
)

// Feature is the hash of something that is true of a case.
type Feature = uint32

// Columns is the number of labels besides the one that has the log-odds 0.
const Columns = 2

// Sum adds up the weights of the features of a case, per label.
type Sum [Columns]int32

// Model weighs features. It is immutable.
type Model struct {
	bias  [Columns]float32
	scale float32
	table hashed.Map[[Columns]int8]
}

// Add adds the weights of a feature, none if the model does not know it.
func (m *Model) Add(s *Sum, f Feature) {
	weights, _ := m.table.Find(f)
	for c, w := range weights {
		s[c] += int32(w)
	}
}

// Sum adds up the weights of features.
func (m *Model) Sum(features []Feature) (s Sum) {
	for _, f := range features {
		m.Add(&s, f)
	}
	return s
}

// Value is what each of n features counts: 1/√n, so that a case with many does not
// outshout one with few.
func Value(n int) float32 { return float32(1 / math.Sqrt(float64(max(n, 1)))) }

// Scores returns the log-odds of the labels, for the sum of n features, known or not.
func (m *Model) Scores(s Sum, n int) (out [Columns]float32) {
	unit := float32(m.scale * Value(n))
	for c := range out {
		// The conversion keeps processors from fusing multiplication and addition, which
		// would round otherwise on some of them.
		out[c] = m.bias[c] + float32(float32(s[c])*unit)
	}
	return out
}

// Encode packs a model: the bias of each label, the unit of the weights and the number
// of features, then these in ascending order, each as its distance from the one before
// and its weights in units. Features whose weights round to zero are left out.
func Encode(bias [Columns]float32, weights map[Feature][Columns]float32) []byte {
	largest := float32(0)
	for _, ws := range weights {
		for _, w := range ws {
			largest = max(largest, w, -w)
		}
	}
	unit := largest / math.MaxInt8
	var out []byte
	for _, x := range append(bias[:], unit) {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	out = append(out, 0, 0, 0, 0)
	last, count := Feature(0), uint32(0)
	for _, f := range slices.Sorted(maps.Keys(weights)) {
		rounded, any := round(weights[f], unit)
		if f == 0 || !any {
			continue
		}
		out = binary.AppendUvarint(out, uint64(f-last))
		out = append(out, rounded[:]...)
		last = f
		count++
	}
	binary.LittleEndian.PutUint32(out[headerSize-4:], count)
	return out
}

func round(ws [Columns]float32, unit float32) (out [Columns]byte, any bool) {
	for c, w := range ws {
		r := int8(math.Round(float64(w / unit)))
		out[c] = byte(r)
		any = any || r != 0
	}
	return out, any
}

const headerSize = 4 * (Columns + 2)

var errShort = errors.New("logit: the model ends too early")

// Decode unpacks what Encode packed.
func Decode(packed []byte) (*Model, error) {
	if len(packed) < headerSize {
		return nil, errShort
	}
	var header [Columns + 1]float32
	for i := range header {
		header[i] = math.Float32frombits(binary.LittleEndian.Uint32(packed[4*i:]))
		if x := float64(header[i]); math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, errors.New("logit: the header holds no numbers")
		}
	}
	m := &Model{scale: header[Columns]}
	copy(m.bias[:], header[:])
	rest := packed[headerSize:]
	count := binary.LittleEndian.Uint32(packed[headerSize-4:])
	if uint64(count) > uint64(len(rest)/(Columns+1)) {
		return nil, errShort
	}
	m.table = hashed.New[[Columns]int8](int(count))
	last := uint64(0) // at most math.MaxUint32
	for range count {
		step, n := binary.Uvarint(rest)
		if n <= 0 || len(rest) < n+Columns {
			return nil, errShort
		}
		if step == 0 || step > math.MaxUint32-last {
			return nil, fmt.Errorf("logit: what follows feature %d is out of order", last)
		}
		last += step
		var weights [Columns]int8
		for c := range weights {
			weights[c] = int8(rest[n+c])
		}
		m.table.Add(Feature(last), weights)
		rest = rest[n+Columns:]
	}
	if len(rest) > 0 {
		return nil, errors.New("logit: the model does not end where it should")
	}
	return m, nil
}
