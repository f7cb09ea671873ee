// Package spelling knows the long words of German and English, so that a word that
// stands in no list is not taken for a slip of one that does.
//
// The data is a Bloom filter (Bloom 1970) and holds no readable list. Sources and
// licences stand in NOTICE; "chatlint-train spelling" rebuilds it byte for byte.
package spelling

import (
	_ "embed"
	"hash/fnv"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Shortest is the length of the shortest word that the filter knows, in letters.
const Shortest = 7

//go:embed words.bin
var words string

// Word reports whether a lower-cased text is a word of German or English in one of
// its forms, with its umlauts or with two letters for each. A text that is none is
// taken for one about six times in a hundred. A text of fewer than Shortest letters
// is never a word.
func Word(text string) bool { return filter(words).has(text) }

// bitsPerWord and probes give six wrong answers in a hundred: one slip in seventeen is
// not seen.
const (
	bitsPerWord = 6
	probes      = 4
)

// filter is an array of bits; a word sets probes of them.
type filter string

func (f filter) has(text string) bool {
	if utf8.RuneCountInString(text) < Shortest {
		return false
	}
	for bit := range positions(text, len(f)*8) {
		if f[bit/8]>>(bit%8)&1 == 0 {
			return false
		}
	}
	return true
}

// Encode makes the data of a set of lower-cased words.
func Encode(set map[string]bool) []byte {
	data := make([]byte, max(1, len(set)*bitsPerWord/8))
	for w := range set {
		for bit := range positions(w, len(data)*8) {
			data[bit/8] |= 1 << (bit % 8)
		}
	}
	return data
}

// positions yields the bits of a text by double hashing (Kirsch, Mitzenmacher 2006).
func positions(text string, size int) func(yield func(int) bool) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.ReplaceAll(text, "ß", "ss"))) // never fails
	a := h.Sum64() * 0x9e3779b97f4a7c15
	step := bits.RotateLeft64(a, 32) | 1
	return func(yield func(int) bool) {
		for range probes {
			high, _ := bits.Mul64(a, uint64(size))
			if !yield(int(high)) {
				return
			}
			a += step
		}
	}
}
