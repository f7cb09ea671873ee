package tagger

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// Weights are the result of Train.
type Weights struct {
	likeness    *Likeness
	transitions transitions
	sparse      map[featureID][Labels]float32
	dense       [][Labels]float32
}

func (t *trainer) weights() *Weights {
	w := &Weights{likeness: t.options.Likeness, transitions: t.transitions, sparse: map[featureID][Labels]float32{}, dense: t.weight[:denseRows]}
	for i, f := range t.keys {
		if row := t.weight[denseRows+i]; row != ([Labels]float32{}) {
			w.sparse[f] = row
		}
	}
	return w
}

// Average returns the mean of models that were trained on different draws of the
// examples. It errs less than each of them.
func Average(models ...*Weights) *Weights {
	mean := &Weights{likeness: models[0].likeness, sparse: map[featureID][Labels]float32{}, dense: make([][Labels]float32, denseRows)}
	share := 1 / float32(len(models))
	for _, m := range models {
		for p := range m.transitions {
			addScaled(&mean.transitions[p], m.transitions[p], share)
		}
		for r := range m.dense {
			addScaled(&mean.dense[r], m.dense[r], share)
		}
		for f, row := range m.sparse {
			sum := mean.sparse[f]
			addScaled(&sum, row, share)
			mean.sparse[f] = sum
		}
	}
	return mean
}

func addScaled(to *[Labels]float32, from [Labels]float32, by float32) {
	for y := range to {
		to[y] += by * from[y]
	}
}

// Encode packs the weights for Decode. Weights below prune are left out, the
// others rounded to one byte. Lean is a lasting bonus, in log odds, for every
// token to be part of a person's name. Equal weights give equal bytes.
func (w *Weights) Encode(prune, lean float32) []byte {
	out := []byte{fileVersion}
	sparse, dense := w.scales()
	out = appendFloat(appendFloat(appendFloat(out, sparse), dense), lean)
	for _, v := range w.likeness.weight {
		out = append(out, byte(v))
	}
	for p := range w.transitions {
		for y := range w.transitions[p] {
			out = appendFloat(out, w.transitions[p][y])
		}
	}
	out = w.appendSparse(out, prune, sparse)
	return w.appendDense(out, prune, dense)
}

func appendFloat(out []byte, v float32) []byte {
	return binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
}

// scales returns what one step of a byte is worth.
func (w *Weights) scales() (sparse, dense float32) {
	for _, row := range w.sparse {
		for _, v := range row {
			sparse = max(sparse, v, -v)
		}
	}
	for _, row := range w.dense {
		for _, v := range row {
			dense = max(dense, v, -v)
		}
	}
	return max(sparse, 1e-6) / 127, max(dense, 1e-6) / 127
}

func round(v, scale float32) int8 { return int8(math.Round(float64(v / scale))) }

func (w *Weights) appendSparse(out []byte, prune, scale float32) []byte {
	cells := map[uint32][]cell{} // by hash
	total := uint64(0)
	for f, row := range w.sparse {
		for y, v := range row {
			if q := round(v, scale); q != 0 && max(v, -v) >= prune {
				hash := spread(f.key)
				cells[hash] = append(cells[hash], cell{uint8((int(f.distance)+reach)*Labels + y), q})
				total++
			}
		}
	}
	out = binary.AppendUvarint(out, uint64(len(cells)))
	out = binary.AppendUvarint(out, total)
	last := uint32(0)
	for _, hash := range slices.Sorted(maps.Keys(cells)) {
		out = binary.AppendUvarint(out, uint64(hash-last))
		last = hash
		slices.SortFunc(cells[hash], func(a, b cell) int { return cmp.Compare(a.slot, b.slot) })
		out = append(out, byte(len(cells[hash])))
		for _, c := range cells[hash] {
			out = append(out, c.slot, byte(c.weight))
		}
	}
	return out
}

func (w *Weights) appendDense(out []byte, prune, scale float32) []byte {
	var rows []byte
	count, last := uint64(0), 0
	for r, row := range w.dense {
		mask, values := byte(0), []byte(nil)
		for y, v := range row {
			if q := round(v, scale); q != 0 && max(v, -v) >= prune {
				mask |= 1 << y
				values = append(values, byte(q))
			}
		}
		if mask != 0 {
			rows = binary.AppendUvarint(rows, uint64(r-last))
			rows = append(append(rows, mask), values...)
			count++
			last = r
		}
	}
	return append(binary.AppendUvarint(out, count), rows...)
}
