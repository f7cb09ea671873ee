package rules

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"testing"
	"unsafe"
)

// All features are found, with their weights and vectors, and no others, also where they
// crowd at either end of the slots.
func TestWeightsFind(t *testing.T) {
	const n = 1000
	for name, key := range map[string]func(i int) uint32{
		"even":      func(i int) uint32 { return uint32(i+1) * (1 << 32 / (n + 2)) },
		"all small": func(i int) uint32 { return uint32(2 * i) },
		"all large": func(i int) uint32 { return -uint32(2*(n-i) - 1) },
	} {
		t.Run(name, func(t *testing.T) { findAll(t, n, key) })
	}
}

func findAll(t *testing.T, n int, key func(i int) uint32) {
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
	m.fill(flag, nil, vectors)
	if !m.sound(uint32(len(vectors))) {
		t.Fatal("the slots are not sound")
	}
	m.filter = m.filterOf()
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
		if m.find(key(i)+1) != nil {
			t.Errorf("a feature beside %d was never filed", i)
		}
	}
}

// The rows of the model in the program lie in half a line of a processor's cache each.
func TestRowsAreAligned(t *testing.T) {
	if at := uintptr(unsafe.Pointer(&modelFile[0])); at%uintptr(rowBytes) != 0 {
		t.Errorf("the model begins at %#x, which is no multiple of %d", at, rowBytes)
	}
}

// No file that passes for a model sends a look-up outside of it.
func FuzzModelFile(f *testing.F) {
	var buf bytes.Buffer
	if err := WriteModel(&buf, toyWeights()); err != nil {
		f.Fatal(err)
	}
	good := buf.Bytes()[:buf.Len()-crc32.Size]
	f.Add(good)
	for i := 0; i < len(good); i += 1 + len(good)/50 {
		bad := bytes.Clone(good)
		bad[i] ^= 0xff
		f.Add(bad)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := decodeModel(binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.ChecksumIEEE(body)))
		if err != nil {
			return
		}
		for r := range m.rows() {
			for key := r.key() - 1; key != r.key()+2; key++ {
				m.find(key)
			}
			if v := r.vector(); v > 0 {
				m.network.vector(v)
			}
			for c := range columns {
				m.gradesFor(r.grades(), c)
			}
		}
	})
}
