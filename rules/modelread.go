package rules

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"iter"
	"math"
)

// A model file is used where it stands, so it is laid out as the engine looks things
// up. As 32-bit numbers, the lowest byte first, it has the version, the number of homes,
// slots, vectors and graded categories (see weights), and as many zeros as fill a
// row; then
//
//   - the slots, a row each,
//   - the vectors of the network, in the order of the features that have one,
//   - the graded categories, a byte per severity,
//   - as 32-bit numbers the scale and bias of each column of the flag model and of
//     the severity model, the gate, what the linear model weighs, what the network weighs and the bias for each category,
//     what the alert weighs and from where on it flags a message, the threshold and the edges of the hints; of the
//     network the scale of each number of a vector, the hidden layers and the outputs,
//     unit by unit with the bias last,
//
// and the checksum of all that (CRC-32).
const modelVersion = 8

// modelHeader is what a model file begins with.
type modelHeader struct {
	version, homes, slots, vectors, graded uint32
}

func (h *modelHeader) numbers() []*uint32 {
	return []*uint32{&h.version, &h.homes, &h.slots, &h.vectors, &h.graded}
}

// readModel reads what WriteModel wrote.
func readModel(from io.Reader) (*model, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	return decodeModel(data)
}

// decodeModel returns the model in a file, which must not change any more.
func decodeModel(data []byte) (*model, error) {
	body := len(data) - crc32.Size
	if body < rowBytes || crc32.ChecksumIEEE(data[:body]) != binary.LittleEndian.Uint32(data[body:]) {
		return nil, errModel
	}
	r := modelReader{data: data[:body]}
	h := r.header()
	if h.version != modelVersion {
		return nil, errModel
	}
	m := new(model)
	m.homes, m.slots = h.homes, r.list(h.slots, rowBytes)
	m.network.vectors = r.list(h.vectors, NetworkWidth)
	m.graded = r.list(h.graded, levels)
	for n := range m.numbers() {
		*n = r.float()
	}
	if r.failed || len(r.data) > 0 || !m.sound(h.vectors) {
		return nil, errModel
	}
	m.filter = m.filterOf()
	m.recalled, m.reputed = judgements(m.rowOf), m.reputeRows()
	return m, nil
}

// numbers yields the numbers in a model file, in their order.
func (m *model) numbers() iter.Seq[*float32] {
	return func(yield func(*float32) bool) {
		all := func(list []float32) bool {
			for i := range list {
				if !yield(&list[i]) {
					return false
				}
			}
			return true
		}
		_ = all(m.flagScale[:]) && all(m.flagBias[:]) && all(m.gradeScale[:]) && all(m.gradeBias[:]) && yield(&m.gate) &&
			m.calibrations(yield) && m.alerts(yield) && yield(&m.threshold) && m.edges(all) && m.network.numbers(all)
	}
}

func (m *model) calibrations(yield func(*float32) bool) bool {
	for _, of := range [...]func(*Calibration) *float32{
		func(k *Calibration) *float32 { return &k.Linear },
		func(k *Calibration) *float32 { return &k.Network },
		func(k *Calibration) *float32 { return &k.Bias },
	} {
		for c := range m.calibration {
			if !yield(of(&m.calibration[c])) {
				return false
			}
		}
	}
	return true
}

func (m *model) alerts(yield func(*float32) bool) bool {
	return yield(&m.alert.Promised) && yield(&m.alert.Network) && yield(&m.alert.Bias) && yield(&m.alertFrom)
}

func (m *model) edges(all func([]float32) bool) bool {
	for c := range m.hintEdges {
		if !all(m.hintEdges[c][:]) {
			return false
		}
	}
	return true
}

// numbers passes the lists of numbers of the network on.
func (n *network) numbers(all func([]float32) bool) bool {
	units := func(list []unit) bool {
		for u := range list {
			if !all(list[u][:]) {
				return false
			}
		}
		return true
	}
	if !all(n.scale[:]) {
		return false
	}
	for l := range n.hidden {
		if !units(n.hidden[l][:]) {
			return false
		}
	}
	return units(n.output[:])
}

// modelReader reads a model file and remembers a failure.
type modelReader struct {
	data   []byte
	failed bool
}

func (r *modelReader) header() (h modelHeader) {
	head := r.list(1, rowBytes)
	for i, n := range h.numbers() {
		*n = binary.LittleEndian.Uint32(head[4*i:])
	}
	return h
}

// list returns so many elements of a size, or nil if they are not there.
func (r *modelReader) list(n uint32, size int) []byte {
	length := uint64(n) * uint64(size)
	if length > uint64(len(r.data)) {
		r.failed = true
		return nil
	}
	list := r.data[:length:length]
	r.data = r.data[length:]
	return list
}

// float reads a number, which must be finite.
func (r *modelReader) float() float32 {
	data := r.list(1, 4)
	if data == nil {
		return 0
	}
	x := math.Float32frombits(binary.LittleEndian.Uint32(data))
	r.failed = r.failed || !finite(x)
	return x
}

// finite reports a number that is not infinite and not "not a number".
func finite(x float32) bool { return x-x == 0 }
