package rules

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"math"
	"slices"
)

// Weights is a trained model before it is packed. Rows hold one weight per
// column: for Flag the categories alone, then in context; for Severity the
// four levels of each category, low first.
type Weights struct {
	Flag, Severity         map[uint32][]float32
	FlagBias, SeverityBias []float32
	Gate                   float32 // log-odds in context that let the network look
	Network                Network
	Thresholds             []float32 // log-odds decided on, per category
	HintEdges              HintEdges
}

// Network is a trained network before it is packed.
type Network struct {
	Vectors map[uint32][]float32 // NetworkWidth numbers a feature
	Hidden  [][][]float32        // NetworkLayers of NetworkWidth rows of as many weights and a bias
	Output  [][]float32          // a row of NetworkWidth weights and a bias per category
}

// WriteModel packs the weights into the format that the engine embeds. Equal
// weights give equal bytes.
func WriteModel(w io.Writer, m Weights) error {
	flag, err := quantize(m.Flag, m.FlagBias, flagColumns)
	if err != nil {
		return err
	}
	severity, err := quantize(m.Severity, m.SeverityBias, gradeColumns)
	if err != nil {
		return err
	}
	dropFaint(severity.rows)
	if len(m.Thresholds) != columns {
		return fmt.Errorf("%d thresholds for %d categories", len(m.Thresholds), columns)
	}
	out := []byte{modelVersion}
	for _, list := range [][]float32{flag.scale, m.FlagBias, severity.scale, m.SeverityBias, {m.Gate}, m.Thresholds} {
		out = appendFloats(out, list)
	}
	for _, edges := range m.HintEdges {
		out = appendFloats(out, edges[:])
	}
	vectors, err := quantize(m.Network.Vectors, make([]float32, NetworkWidth), NetworkWidth)
	if err != nil {
		return err
	}
	out = appendFeatures(out, flag.rows, severity.rows, vectors.rows)
	if out, err = appendNetwork(out, m.Network, vectors); err != nil {
		return err
	}
	_, err = w.Write(binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out)))
	return err
}

func appendFloats(out []byte, list []float32) []byte {
	for _, v := range list {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
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
		if slices.ContainsFunc(packed, func(v int8) bool { return v != 0 }) {
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
		if weighing(row) == 0 {
			delete(severity, key)
		}
	}
}

// appendFeatures writes the features in the order of their keys, without their
// vectors.
func appendFeatures(out []byte, flag, severity, vectors map[uint32][]int8) []byte {
	all := maps.Clone(flag)
	maps.Copy(all, severity)
	maps.Copy(all, vectors)
	out = binary.AppendUvarint(out, uint64(len(all)))
	out = binary.AppendUvarint(out, uint64(grades(severity)))
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(all)) {
		out = binary.AppendUvarint(out, uint64(k-last))
		mask := weighing(flag[k]) << 1
		if vectors[k] != nil {
			mask |= 1
		}
		out = appendSparse(binary.AppendUvarint(out, mask), flag[k])
		out = appendSparse(binary.AppendUvarint(out, weighing(severity[k])), severity[k])
		last = k
	}
	return out
}

// grades counts how many categories all features together grade.
func grades(severity map[uint32][]int8) (n int) {
	for _, row := range severity {
		for g := range slices.Chunk(row, levels) {
			if weighing(g) != 0 {
				n++
			}
		}
	}
	return n
}

// weighing returns, as bits, the columns in which a row weighs something.
func weighing(row []int8) (mask uint64) {
	for i, v := range row {
		if v != 0 {
			mask |= 1 << i
		}
	}
	return mask
}

// appendSparse writes the weights that are not zero.
func appendSparse(out []byte, row []int8) []byte {
	for _, v := range row {
		if v != 0 {
			out = append(out, byte(v))
		}
	}
	return out
}

func appendNetwork(out []byte, n Network, vectors quantized) (_ []byte, err error) {
	out = appendFloats(out, vectors.scale)
	if len(n.Hidden) != NetworkLayers {
		return nil, fmt.Errorf("%d hidden layers, not %d", len(n.Hidden), NetworkLayers)
	}
	for _, layer := range n.Hidden {
		if out, err = appendUnits(out, layer, NetworkWidth); err != nil {
			return nil, err
		}
	}
	if out, err = appendUnits(out, n.Output, columns); err != nil {
		return nil, err
	}
	for _, k := range slices.Sorted(maps.Keys(vectors.rows)) {
		for _, v := range vectors.rows[k] {
			out = append(out, byte(int(v)+zero))
		}
	}
	return out, nil
}

// appendUnits writes so many units with their biases.
func appendUnits(out []byte, units [][]float32, count int) ([]byte, error) {
	if len(units) != count {
		return nil, fmt.Errorf("a layer has %d units, not %d", len(units), count)
	}
	for _, u := range units {
		if len(u) != NetworkWidth+1 {
			return nil, fmt.Errorf("a unit has %d numbers, not %d", len(u), NetworkWidth+1)
		}
		out = appendFloats(out, u)
	}
	return out, nil
}
