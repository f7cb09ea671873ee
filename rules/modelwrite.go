package rules

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/chatlint/chatlint/detector/hashed"
)

// Weights is a trained model before it is packed. Rows hold one weight per
// column: for Flag the categories alone, then in context; for Severity the
// four levels of each category, low first.
type Weights struct {
	Flag, Severity         map[uint32][]float32
	FlagBias, SeverityBias []float32
	Gate                   float32 // log-odds in context that let the network look
	Network                Network
	Calibration            []Calibration // per category
	Alert                  Alert
	AlertFrom              float32 // log-odds from which a message is flagged
	Threshold              float32 // calibrated log-odds from which a category is reported beside the likeliest
	HintEdges              HintEdges
}

// Network is a trained network before it is packed.
type Network struct {
	Vectors map[uint32][]float32 // NetworkWidth numbers a feature
	Hidden  [][][]float32        // NetworkLayers of NetworkWidth rows of as many weights and a bias
	Output  [][]float32          // a row of NetworkWidth weights and a bias per category, and one for the message
}

// WriteModel packs the weights into the format that the engine embeds. Equal
// weights give equal bytes.
func WriteModel(w io.Writer, weights Weights) error {
	m, err := pack(&weights)
	if err != nil {
		return err
	}
	_, err = w.Write(m.encode())
	return err
}

// pack lays out what decodeModel reads.
func pack(w *Weights) (*model, error) {
	flag, err := quantize(w.Flag, w.FlagBias, flagColumns)
	if err != nil {
		return nil, err
	}
	severity, err := quantize(w.Severity, w.SeverityBias, gradeColumns)
	if err != nil {
		return nil, err
	}
	dropFaint(severity.rows)
	vectors, err := quantize(w.Network.Vectors, make([]float32, NetworkWidth), NetworkWidth)
	if err != nil {
		return nil, err
	}
	if len(w.Calibration) != columns {
		return nil, fmt.Errorf("%d calibrations for %d categories", len(w.Calibration), columns)
	}
	m := &model{
		flagScale: [flagColumns]float32(flag.scale), flagBias: [flagColumns]float32(w.FlagBias),
		gradeScale: [gradeColumns]float32(severity.scale), gradeBias: [gradeColumns]float32(w.SeverityBias),
		gate: w.Gate, calibration: [columns]Calibration(w.Calibration),
		alert: w.Alert, alertFrom: w.AlertFrom, threshold: w.Threshold, hintEdges: w.HintEdges,
	}
	if err := m.network.pack(&w.Network); err != nil {
		return nil, err
	}
	m.network.scale = [NetworkWidth]float32(vectors.scale)
	m.fill(flag.rows, severity.rows, vectors.rows)
	if len(m.graded)/levels > maxGraded {
		return nil, fmt.Errorf("the features grade %d categories, more than %d", len(m.graded)/levels, maxGraded)
	}
	for n := range m.numbers() {
		if !finite(*n) {
			return nil, errors.New("a scale, a bias or a weight of the network is no number")
		}
	}
	return m, nil
}

// maxGraded is how many grades row.grades can number.
const maxGraded = 1<<(32-columns) - 1

// encode returns the model as a file.
func (m *model) encode() []byte {
	h := modelHeader{
		version: modelVersion, homes: m.homes, slots: uint32(len(m.slots) / rowBytes),
		vectors: uint32(len(m.network.vectors) / NetworkWidth), graded: uint32(len(m.graded) / levels),
	}
	out := make([]byte, rowBytes)
	for i, n := range h.numbers() {
		binary.LittleEndian.PutUint32(out[4*i:], *n)
	}
	out = slices.Concat(out, m.slots, m.network.vectors, m.graded)
	for n := range m.numbers() {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(*n))
	}
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
}

// quantized are weights as 8-bit numbers with one scale a column. Features that
// weigh nothing have no row.
type quantized struct {
	scale []float32
	rows  map[uint32][]int8
}

func quantize(rows map[uint32][]float32, bias []float32, width int) (quantized, error) {
	q := quantized{scale: make([]float32, width), rows: map[uint32][]int8{}}
	if len(bias) != width {
		return q, fmt.Errorf("a bias has %d columns, not %d", len(bias), width)
	}
	for _, row := range rows {
		if len(row) != width {
			return q, fmt.Errorf("a row has %d columns, not %d", len(row), width)
		}
		for i, v := range row {
			q.scale[i] = max(q.scale[i], float32(math.Abs(float64(v)))/math.MaxInt8)
		}
	}
	for k, row := range rows {
		packed := make([]int8, width)
		for i, v := range row {
			if q.scale[i] > 0 {
				packed[i] = int8(math.Round(float64(v / q.scale[i])))
			}
		}
		if weighing(packed) {
			q.rows[k] = packed
		}
	}
	return q, nil
}

// faint is up to where, in steps of the largest of a column, the weights of a feature
// for the severities of a category tell nothing.
const faint = 3

// dropFaint leaves out the grades of categories with faint weights only: half of them.
func dropFaint(severity map[uint32][]int8) {
	for key, row := range severity {
		for g := range slices.Chunk(row, levels) {
			if max(slices.Max(g), -slices.Min(g)) <= faint {
				clear(g)
			}
		}
		if !weighing(row) {
			delete(severity, key)
		}
	}
}

// fill lays out the features, in the order of their keys.
func (m *model) fill(flag, severity, vectors map[uint32][]int8) {
	keys := slices.Concat(slices.Collect(maps.Keys(flag)), slices.Collect(maps.Keys(severity)), slices.Collect(maps.Keys(vectors)))
	slices.Sort(keys)
	keys = slices.Compact(keys)
	m.homes = uint32(hashed.Homes(len(keys)))
	for _, key := range keys {
		r := weightless
		for c, v := range flag[key] {
			r[c] = biased(v)
		}
		if vector := vectors[key]; vector != nil {
			for _, v := range vector {
				m.network.vectors = append(m.network.vectors, biased(v))
			}
			binary.LittleEndian.PutUint32(r[vectorAt:], uint32(len(m.network.vectors)/NetworkWidth))
		}
		binary.LittleEndian.PutUint32(r[keyAt:], key)
		binary.LittleEndian.PutUint32(r[gradesAt:], m.addGrades(severity[key]))
		m.insert(&r)
	}
	missing := max(0, int(m.homes)*rowBytes-len(m.slots)) // homes behind the last row
	m.slots = append(m.slots, make([]byte, missing+rowBytes)...)
}

// biased is how a row or a vector holds a weight.
func biased(v int8) byte { return byte(int(v) + zero) }

// addGrades adds the grades of a feature and returns its row.grades.
func (w *weights) addGrades(grades []int8) uint32 {
	of := uint32(len(w.graded)/levels) << columns
	for c := 0; c*levels < len(grades); c++ {
		if g := grades[c*levels : (c+1)*levels]; weighing(g) {
			of |= 1 << c
			for _, v := range g {
				w.graded = append(w.graded, byte(v))
			}
		}
	}
	return of
}

// insert adds a row, whose key must be above those before, in the first slot from its
// home on behind them.
func (w *weights) insert(r *row) {
	free := max(0, hashed.Home(r.key(), w.homes)*rowBytes-len(w.slots))
	w.slots = append(append(w.slots, make([]byte, free)...), r[:]...)
}

// weighing reports weights that are not all zero.
func weighing(weights []int8) bool {
	return slices.ContainsFunc(weights, func(v int8) bool { return v != 0 })
}

// pack copies the layers of a network.
func (n *network) pack(from *Network) error {
	if len(from.Hidden) != NetworkLayers {
		return fmt.Errorf("%d hidden layers, not %d", len(from.Hidden), NetworkLayers)
	}
	for l := range n.hidden {
		if err := packUnits(n.hidden[l][:], from.Hidden[l]); err != nil {
			return err
		}
	}
	return packUnits(n.output[:], from.Output)
}

// packUnits copies units with their biases.
func packUnits(to []unit, from [][]float32) error {
	if len(from) != len(to) {
		return fmt.Errorf("a layer has %d units, not %d", len(from), len(to))
	}
	for u, numbers := range from {
		if len(numbers) != len(to[u]) {
			return fmt.Errorf("a unit has %d numbers, not %d", len(numbers), len(to[u]))
		}
		to[u] = unit(numbers)
	}
	return nil
}
