package postag

import (
	"cmp"
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

// Model is a trained tagger. It is immutable.
type Model struct {
	classes   []string
	words     map[string]uint8 // words that nearly always have one tag
	emoticons map[string]bool

	start    []uint32 // number of the first feature per leading bits of the hash
	features string   // sorted by hash; featureSize bytes each
	weights  string   // cellSize bytes each
}

// maxClasses is the number of classes that a cell can tell apart.
const maxClasses = 1 << classBits

// The file holds the classes, the words with one tag and the emoticons, each list
// behind its length, and then what needs no unpacking: per leading bits of the
// hash the number of features, a byte each; per feature four more bytes of its
// hash and the place and number of its cells; and the cells: a class and a weight
// in thousandths. Numbers in the lists are varints, all others have their lowest
// byte first.
const (
	leadBits    = 16
	featureSize = 8
	cellSize    = 3
	classBits   = 6
	countBits   = 6
)

// cell is the weight of a feature for a class.
type cell struct {
	class  uint8
	weight int32 // in thousandths, as prose rounds them
}

// hash is that of the parts of a feature with a blank between them.
func hash(parts ...string) uint64 {
	const basis, prime = 14695981039346656037, 1099511628211
	h := uint64(basis)
	for i, p := range parts {
		if i > 0 {
			h = (h ^ ' ') * prime
		}
		for k := range len(p) {
			h = (h ^ uint64(p[k])) * prime
		}
	}
	h ^= h >> 32
	return h * 0x9e3779b97f4a7c15
}

func lead(h uint64) uint32 { return uint32(h >> (64 - leadBits)) }
func rest(h uint64) uint32 { return uint32(h >> (32 - leadBits)) }

// cells yields the weights of a feature.
func (m *Model) cells(h uint64) iter.Seq[cell] {
	return func(yield func(cell) bool) {
		for i := m.start[lead(h)]; i < m.start[lead(h)+1]; i++ {
			f := m.features[i*featureSize:]
			if number(f, 4) != rest(h) {
				continue
			}
			place := number(f[4:], 4)
			from, count := int(place>>countBits), int(place&(1<<countBits-1))
			for k := from; k < from+count; k++ {
				bits := number(m.weights[k*cellSize:], cellSize)
				if !yield(cell{uint8(bits & (maxClasses - 1)), int32(bits<<8) >> (8 + classBits)}) {
					return
				}
			}
			return
		}
	}
}

// number reads n bytes, the lowest first.
func number(s string, n int) (v uint32) {
	for i := range n {
		v |= uint32(s[i]) << (8 * i)
	}
	return v
}

// Source is a model as prose keeps it.
type Source struct {
	Weights   map[string]map[string]float64 // feature → class → weight
	Tags      map[string]string             // word → its only tag
	Classes   []string
	Emoticons []string
}

// Encode packs a model. Equal models give equal bytes.
func Encode(s Source) ([]byte, error) {
	classes := slices.Sorted(slices.Values(slices.Concat(s.Classes, slices.Collect(maps.Values(s.Tags)))))
	classes = slices.Compact(classes)
	if len(classes) > maxClasses {
		return nil, errors.New("too many classes")
	}
	class := func(name string) uint32 { return uint32(slices.Index(classes, name)) }
	out := appendList(nil, classes)
	words := slices.Sorted(maps.Keys(s.Tags))
	out = appendList(out, words)
	for _, w := range words {
		out = append(out, byte(class(s.Tags[w])))
	}
	out = appendList(out, slices.Sorted(slices.Values(s.Emoticons)))
	return appendFeatures(out, s.Weights, class)
}

func appendList(out []byte, list []string) []byte {
	out = binary.AppendUvarint(out, uint64(len(list)))
	for _, s := range list {
		out = append(binary.AppendUvarint(out, uint64(len(s))), s...)
	}
	return out
}

func appendFeatures(out []byte, all map[string]map[string]float64, class func(string) uint32) ([]byte, error) {
	names := slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Compare(hash(a), hash(b)) })
	names = slices.DeleteFunc(names, func(n string) bool { return len(all[n]) == 0 })
	counts := make([]byte, 1<<leadBits)
	var features, cells []byte
	for _, name := range names {
		h, weights := hash(name), all[name]
		if counts[lead(h)]++; counts[lead(h)] == 0 || len(weights) >= 1<<countBits {
			return nil, errors.New("too many features")
		}
		place := uint32(len(cells)/cellSize)<<countBits | uint32(len(weights))
		features = binary.LittleEndian.AppendUint32(features, rest(h))
		features = binary.LittleEndian.AppendUint32(features, place)
		for _, name := range slices.Sorted(maps.Keys(weights)) {
			w := int32(math.Round(weights[name] * 1000))
			bits := uint32(w)<<classBits | class(name)
			cells = append(cells, byte(bits), byte(bits>>8), byte(bits>>16))
		}
	}
	out = binary.AppendUvarint(out, uint64(len(names)))
	return slices.Concat(out, counts, features, cells), nil
}

var errFormat = errors.New("damaged tagger")

// Decode reads what Encode packed.
func Decode(s string) (*Model, error) {
	r := reader{rest: s}
	m := &Model{classes: r.list(), words: map[string]uint8{}, emoticons: map[string]bool{}, start: make([]uint32, 1<<leadBits+1)}
	words := r.list()
	for i, class := range []byte(r.take(len(words))) {
		m.words[words[i]] = class
	}
	for _, e := range r.list() {
		m.emoticons[e] = true
	}
	features := r.number()
	for i, n := range []byte(r.take(1 << leadBits)) {
		m.start[i+1] = m.start[i] + uint32(n)
	}
	m.features = r.take(features * featureSize)
	m.weights = r.rest
	if r.failed || int(m.start[1<<leadBits]) != features || !m.sound() {
		return nil, errFormat
	}
	return m, nil
}

// sound reports whether all numbers point at something.
func (m *Model) sound() bool {
	cells := 0
	for f := m.features; len(f) > 0; f = f[featureSize:] {
		place := number(f[4:], 4)
		if int(place>>countBits) != cells {
			return false
		}
		cells += int(place & (1<<countBits - 1))
	}
	known := func(class uint8) bool { return int(class) < len(m.classes) }
	for _, class := range m.words {
		if !known(class) {
			return false
		}
	}
	return len(m.classes) <= maxClasses && len(m.weights) == cells*cellSize
}

// reader reads the file and remembers a failure.
type reader struct {
	rest   string
	failed bool
}

func (r *reader) number() int {
	n, shift := uint64(0), 0
	for i := 0; i < len(r.rest) && shift < 35; i++ {
		n |= uint64(r.rest[i]&0x7f) << shift
		if shift += 7; r.rest[i] < 0x80 {
			r.rest = r.rest[i+1:]
			return int(n)
		}
	}
	r.failed = true
	return 0
}

func (r *reader) take(n int) string {
	if n > len(r.rest) {
		r.failed = true
		n = 0
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) list() []string {
	n := r.number()
	if n > len(r.rest) {
		r.failed = true
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = strings.Clone(r.take(r.number()))
	}
	return list
}
