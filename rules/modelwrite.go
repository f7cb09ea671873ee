package rules

import (
	"compress/gzip"
	"encoding/binary"
	"fmt"
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
	Thresholds             []float32 // log-odds in context, per category
}

// WriteModel packs the weights into the format that the engine embeds. Equal
// weights give equal bytes.
func WriteModel(w io.Writer, m Weights) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := writeTable(z, m.Flag, m.FlagBias, 2*columns); err != nil {
		return err
	}
	if err := writeTable(z, m.Severity, m.SeverityBias, columns*levels); err != nil {
		return err
	}
	if len(m.Thresholds) != columns {
		return fmt.Errorf("%d thresholds for %d categories", len(m.Thresholds), columns)
	}
	if err := binary.Write(z, binary.LittleEndian, m.Thresholds); err != nil {
		return err
	}
	return z.Close()
}

func writeTable(w io.Writer, rows map[uint32][]float32, bias []float32, width int) error {
	if len(bias) != width {
		return fmt.Errorf("a bias has %d columns, not %d", len(bias), width)
	}
	scale := make([]float32, width)
	for _, row := range rows {
		if len(row) != width {
			return fmt.Errorf("a row has %d columns, not %d", len(row), width)
		}
		for i, v := range row {
			scale[i] = max(scale[i], float32(math.Abs(float64(v)))/math.MaxInt8)
		}
	}
	var keys []uint32
	var weights []int8
	for _, k := range slices.Sorted(maps.Keys(rows)) {
		q := make([]int8, width)
		for i, v := range rows[k] {
			if scale[i] > 0 {
				q[i] = int8(math.Round(float64(v / scale[i])))
			}
		}
		if slices.ContainsFunc(q, func(v int8) bool { return v != 0 }) {
			keys = append(keys, k)
			weights = append(weights, q...)
		}
	}
	for _, v := range []any{uint32(len(keys)), uint32(width), scale, bias, keys, weights} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	return nil
}
