package rules

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// However crowded the homes are, all features are found, with their weights and
// vectors, and no others.
func TestWeightsOverflow(t *testing.T) {
	const n = 1000
	key := func(i int) uint32 { return uint32(i) }
	flag, vectors := map[uint32][]int8{}, map[uint32][]int8{}
	for i := range n {
		if i%3 > 0 {
			flag[key(i)] = append([]int8{int8(i%100 + 1)}, make([]int8, flagColumns-1)...)
		}
		if i%3 < 2 {
			vectors[key(i)] = append([]int8{int8(i%100 - 50)}, make([]int8, NetworkWidth-1)...)
		}
	}
	m := new(model)
	m.fill(flag, nil, vectors) // small keys have the first home in common
	if !m.index(uint32(len(vectors))) {
		t.Fatal("the slots are not sound")
	}
	for i := range n {
		r := m.find(key(i))
		if r == nil {
			t.Fatalf("feature %d is lost", i)
		}
		weight := int32(0)
		if i%3 > 0 {
			weight = int32(i%100 + 1)
		}
		if r.weight(0) != weight || r.weight(flagColumns-1) != 0 {
			t.Errorf("feature %d: weights %d and %d", i, r.weight(0), r.weight(flagColumns-1))
		}
		if v := r.vector(); (v > 0) != (i%3 < 2) || v > 0 && int(m.network.vector(v)[0])-zero != i%100-50 {
			t.Errorf("feature %d: vector %d", i, v)
		}
	}
	for i := n; i < 3*n; i++ {
		if m.find(key(i)) != nil || m.find(-key(i)) != nil {
			t.Errorf("feature %d was never filed", i)
		}
	}
}

// No file that passes for a model sends a look-up outside of it.
func FuzzModelFile(f *testing.F) {
	var buf bytes.Buffer
	if err := WriteModel(&buf, toyWeights()); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes()[:buf.Len()-crc32.Size], uint32(7))
	f.Fuzz(func(t *testing.T, body []byte, key uint32) {
		m, err := decodeModel(binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.ChecksumIEEE(body)))
		if err != nil {
			return
		}
		r := m.rowOf(key)
		if v := r.vector(); v > 0 {
			m.network.vector(v)
		}
		for c := range columns {
			m.gradesFor(r.grades(), c)
		}
	})
}
