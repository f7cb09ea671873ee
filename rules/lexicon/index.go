package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/hashed"
)

// wordIndex finds the words that a token satisfies.
type wordIndex struct {
	langs   []Language       // word id → language whose endings apply, with casedBit
	written map[int32]string // cased words as they must be written

	spellings string // of all keys, one behind the other
	keys      []key
	ids       []int32 // of all keys
	slots     []uint64
	filter    hashed.Filter // most parts of most tokens are no key
	// longest and shortest spelling per mode, in bytes, bound the search.
	min, max [modes]int
	near     nearIndex
}

// casedBit marks words that match their own spelling only.
const casedBit Language = 1 << 7

// key is a spelling of words in a mode: spellings[start:end], and where its ids
// stand.
type key struct {
	start, end uint32
	first      uint32
	count      uint16
	mode       mode
}

func (x *wordIndex) spelling(k *key) string { return x.spellings[k.start:k.end] }

func (x *wordIndex) idsOf(k *key) []int32 { return x.ids[k.first : k.first+uint32(k.count)] }

// The hash of a text grows byte by byte (FNV-1a), so that those of all
// beginnings of a token come at the cost of one. Suffixes are hashed from their
// end.
const (
	hashBasis = 14695981039346656037
	hashPrime = 1099511628211
)

func grow(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

func hashOf(m mode, s string) uint64 {
	h := uint64(hashBasis)
	for i := range len(s) {
		c := s[i]
		if m == suffix {
			c = s[len(s)-1-i]
		}
		h = grow(h, c)
	}
	return h
}

// filterPower is the size of the filter: at most one range in eight holds a hash.
const filterPower = 19

// mix tells the modes apart and spreads the hash over all bits.
func mix(h uint64, m mode) uint64 {
	h = (h + uint64(m)) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}

// build fills what is derived from the keys. Half of the slots stay free at
// least.
func (x *wordIndex) build() {
	size := 1
	for size < 2*len(x.keys) {
		size *= 2
	}
	x.slots, x.filter = make([]uint64, size), hashed.NewFilter(filterPower)
	for n := range x.keys {
		k := &x.keys[n]
		length := int(k.end - k.start)
		if x.max[k.mode] == 0 || length < x.min[k.mode] {
			x.min[k.mode] = length
		}
		x.max[k.mode] = max(x.max[k.mode], length)
		h := mix(hashOf(k.mode, x.spelling(k)), k.mode)
		x.filter.Add(uint32(h))
		i := int(h>>20) & (size - 1)
		for x.slots[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = h>>32<<32 | uint64(n+1)
	}
}

// lookup returns the ids of a spelling, whose hash is h.
func (x *wordIndex) lookup(m mode, h uint64, s string) []int32 {
	h = mix(h, m)
	if !x.filter.MayHold(uint32(h)) {
		return nil
	}
	mask := len(x.slots) - 1
	for i := int(h>>20) & mask; x.slots[i] != 0; i = (i + 1) & mask {
		if x.slots[i]>>32 != h>>32 {
			continue
		}
		if k := &x.keys[uint32(x.slots[i])-1]; k.mode == m && x.spelling(k) == s {
			return x.idsOf(k)
		}
	}
	return nil
}

// caseFits reports whether token i as written suits the word.
func (x *wordIndex) caseFits(id int32, t *detector.Text, i int) bool {
	if x.langs[id]&casedBit == 0 {
		return true
	}
	return x.written[id] == t.Of(i)
}

// maxToken bounds the work on one token, in bytes; no word is longer.
const maxToken = 80

// search is a token on its way through the index.
type search struct {
	*wordIndex
	token   string
	endings [longestEnding + 1]uint8 // length → languages that have the token's ending of that length, as bits
	ids     []int32
}

// find returns the words that a lower-cased token satisfies, sorted.
func (x *wordIndex) find(token string) Words {
	if len(token) > maxToken || len(x.keys) == 0 {
		return nil
	}
	token = strings.ReplaceAll(token, "ß", "ss")
	s := search{wordIndex: x, token: token}
	for n := 1; n <= longestEnding && n < len(token); n++ {
		s.endings[n] = endings[token[len(token)-n:]]
	}
	s.fromStart()
	s.toEnd()
	s.inside()
	return s.found()
}

// found returns what the search has gathered, sorted, or nil.
func (s *search) found() Words {
	if len(s.ids) == 0 {
		return nil
	}
	slices.Sort(s.ids)
	return slices.Clone(slices.Compact(s.ids))
}

// fromStart looks up the beginnings of the token, and all of it.
func (s *search) fromStart() {
	h := uint64(hashBasis)
	for n := 0; ; n++ {
		part, rest := s.token[:n], len(s.token)-n
		s.add(prefix, h, part)
		if rest <= longestEnding {
			s.addCut(whole, h, part, rest)
		}
		if rest == 0 {
			s.add(exact, h, part)
			return
		}
		h = grow(h, s.token[n])
	}
}

// toEnd looks up the ends of the token, with and without each of its endings.
func (s *search) toEnd() {
	for cut := range s.endings {
		if cut > 0 && s.endings[cut] == 0 {
			continue
		}
		h := uint64(hashBasis)
		for i := len(s.token) - cut - 1; i >= max(0, len(s.token)-cut-s.max[suffix]); i-- {
			h = grow(h, s.token[i])
			if utf8.RuneStart(s.token[i]) {
				s.addCut(suffix, h, s.token[i:len(s.token)-cut], cut)
			}
		}
	}
}

// inside looks up every part of the token that is as long as an infix.
func (s *search) inside() {
	for i := range len(s.token) {
		h := uint64(hashBasis)
		for j := i; j < min(len(s.token), i+s.max[infix]); j++ {
			h = grow(h, s.token[j])
			s.add(infix, h, s.token[i:j+1])
		}
	}
}

func (s *search) add(m mode, h uint64, part string) {
	if len(part) >= s.min[m] && len(part) <= s.max[m] {
		s.ids = append(s.ids, s.lookup(m, h, part)...)
	}
}

// addCut looks up a part that is followed by an ending of so many bytes.
func (s *search) addCut(m mode, h uint64, part string, ending int) {
	if ending == 0 {
		s.add(m, h, part)
		return
	}
	langs := s.endings[ending]
	if langs == 0 || len(part) < shortestStem || len(part) < s.min[m] || len(part) > s.max[m] {
		return
	}
	for _, id := range s.lookup(m, h, part) {
		if langs&(1<<(s.langs[id]&^casedBit)) != 0 {
			s.ids = append(s.ids, id)
		}
	}
}

// shortestStem is how much of a word must be left before an ending, in bytes.
const shortestStem = 3
