package rules

import (
	"encoding/binary"
	"hash/crc32"
	"io"
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
//     the severity model, the gate, the thresholds and the edges of the hints; of the
//     network the scale of each number of a vector, the hidden layers and the outputs,
//     unit by unit with the bias last,
//
// and the checksum of all that (CRC-32).
const modelVersion = 6

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
	for _, list := range m.numbers() {
		r.floats(list)
	}
	if r.failed || len(r.data) > 0 || !m.index(h.vectors) {
		return nil, errModel
	}
	m.recalled, m.reputed = judgements(m.rowOf), m.reputeRows()
	return m, nil
}

// numbers are the lists of numbers in a model file, in their order.
func (m *model) numbers() [][]float32 {
	lists := [][]float32{m.flagScale[:], m.flagBias[:], m.gradeScale[:], m.gradeBias[:], m.gate[:], m.threshold[:]}
	for c := range m.hintEdges {
		lists = append(lists, m.hintEdges[c][:])
	}
	lists = append(lists, m.network.scale[:])
	for l := range m.network.hidden {
		lists = appendUnits(lists, m.network.hidden[l][:])
	}
	return appendUnits(lists, m.network.output[:])
}

func appendUnits(lists [][]float32, units []unit) [][]float32 {
	for u := range units {
		lists = append(lists, units[u][:])
	}
	return lists
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

func (r *modelReader) floats(list []float32) {
	data := r.list(uint32(len(list)), 4)
	if data == nil {
		return
	}
	for i := range list {
		list[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
}
