package rules

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"math/bits"
)

// A model file is read at every start, so it is laid out to be read fast: as
// little as possible and each byte once. Behind a byte for the version stand, as
// 32-bit numbers, the scale and bias of each column of the flag model and of the
// severity model, the gate, the thresholds and the edges of the hints; then the number of features, the
// number of categories that they grade, and the features in ascending order, each as
//
//   - the difference to the key before it,
//   - a bit for a vector of the network and above it the columns of the flag model
//     in which it weighs something, as bits, and those weights, a byte each,
//   - the columns of the severity model, as bits, and the weights;
//
// then the network: as 32-bit numbers the scale of each number of a vector, the
// hidden layers and the outputs, unit by unit with the bias last, and the vectors
// in the order of the features that have one, which are used where they stand; and
// at the end the checksum of all that (CRC-32). Counts, differences and bits are
// varints.
const modelVersion = 5

// maxFeatures bounds the memory that a damaged file can ask for, and keeps the
// grades within what row.grades can number.
const maxFeatures = uint64(1 << (32 - columns) / columns)

// readModel reads what WriteModel wrote.
func readModel(from io.Reader) (*model, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	return decodeModel(data)
}

func decodeModel(data []byte) (*model, error) {
	body := len(data) - crc32.Size
	if body < 1 || data[0] != modelVersion || crc32.ChecksumIEEE(data[:body]) != binary.LittleEndian.Uint32(data[body:]) {
		return nil, errModel
	}
	m := new(model)
	r := modelReader{data: data[1:body]}
	var gate [1]float32
	for _, list := range [][]float32{m.flagScale[:], m.flagBias[:], m.gradeScale[:], m.gradeBias[:], gate[:], m.threshold[:]} {
		r.floats(list)
	}
	m.gate = gate[0]
	for c := range m.hintEdges {
		r.floats(m.hintEdges[c][:])
	}
	features, grades := r.varint(), r.varint()
	if r.failed || features > maxFeatures || grades > features*uint64(columns) {
		return nil, errModel
	}
	m.weights = newWeights(int(features), int(grades))
	vectors := r.features(int(features), &m.weights)
	r.network(&m.network, vectors)
	if r.failed || len(r.data) > 0 {
		return nil, errModel
	}
	m.recalled, m.reputed = judgements(m.rowOf), m.reputeRows()
	return m, nil
}

// features reads so many features and returns how many have a vector.
func (r *modelReader) features(n int, w *weights) (vectors int) {
	key := uint64(0)
	for range n {
		key += r.varint()
		flag, hasVector := r.flag()
		grades := r.grades()
		if r.failed || key > math.MaxUint32 {
			r.failed = true
			return 0
		}
		vector := 0
		if hasVector {
			vectors++
			vector = vectors
		}
		w.insert(uint32(key), flag, uint32(vector), grades)
	}
	return vectors
}

// rowOf returns the row of a feature, which weighs nothing if there is none.
func (m *model) rowOf(key uint32) row {
	if r := m.find(key); r != nil {
		return *r
	}
	return row{flag: weightless}
}

// modelReader reads a model file and remembers a failure.
type modelReader struct {
	data   []byte
	failed bool
	buffer [gradeColumns]int8
}

func (r *modelReader) varint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.failed = true
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *modelReader) floats(list []float32) {
	if len(r.data) < 4*len(list) {
		r.failed = true
		return
	}
	for i := range list {
		list[i] = math.Float32frombits(binary.LittleEndian.Uint32(r.data[4*i:]))
	}
	r.data = r.data[4*len(list):]
}

// weights reads as many weights as the mask has bits for columns.
func (r *modelReader) weights(mask uint64, columns int) []byte {
	if mask>>columns != 0 {
		r.failed = true
		return nil
	}
	return r.bytes(bits.OnesCount64(mask))
}

// flag reads the weights of the flag model, and whether the feature has a vector.
func (r *modelReader) flag() (packed packedFlag, hasVector bool) {
	var bytes [8 * rowWords]byte
	for i := range flagColumns {
		bytes[i] = zero
	}
	mask := r.varint()
	hasVector, mask = mask&1 == 1, mask>>1
	for _, w := range r.weights(mask, flagColumns) {
		bytes[bits.TrailingZeros64(mask)] = w + zero
		mask &= mask - 1
	}
	for i := range packed {
		packed[i] = binary.LittleEndian.Uint64(bytes[8*i:])
	}
	return packed, hasVector
}

// grades returns nil for a feature without any. They are valid until the next
// call.
func (r *modelReader) grades() []int8 {
	mask := r.varint()
	if mask == 0 {
		return nil
	}
	r.buffer = [gradeColumns]int8{}
	for _, w := range r.weights(mask, gradeColumns) {
		r.buffer[bits.TrailingZeros64(mask)] = int8(w)
		mask &= mask - 1
	}
	return r.buffer[:]
}

// network reads the network with so many vectors.
func (r *modelReader) network(n *network, vectors int) {
	r.floats(n.scale[:])
	for l := range n.hidden {
		r.units(n.hidden[l][:])
	}
	r.units(n.output[:])
	n.vectors = r.bytes(NetworkWidth * vectors)
}

func (r *modelReader) units(list []unit) {
	for u := range list {
		r.floats(list[u][:])
	}
}

func (r *modelReader) bytes(n int) []byte {
	if n > len(r.data) {
		r.failed = true
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}
