package gazetteer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"
)

// Table maps word hashes to entries. A word it does not hold collides with one
// it holds about once in 10,000 words. Everything stays in the file it comes from.
type Table struct {
	entries string   // the distinct entries; rowSize bytes each
	counts  string   // of words per leading bits of the hash, a byte each
	before  []uint32 // words before each group of counts
	words   string   // sorted by hash; wordSize bytes each
	nouns   string   // a bit per leading bits of the hash of a noun
}

// leadBits is chosen so that a directory slot covers one or two hashes, nounBits
// so that one noun in ten is a false alarm. A group of slots has one sum in memory.
const (
	leadBits  = 18
	nounBits  = 20
	groupSize = 8
)

// Lookup returns the entry of a lower-cased word, or the zero entry.
func (t *Table) Lookup(word string) Entry {
	h := hash(word)
	from, to := t.slot(h >> (32 - leadBits))
	for i := from; i < to; i++ {
		if w := t.words[i*wordSize:]; uint32(number(w)) == h&restMask {
			return t.entry(number(w[2:]))
		}
	}
	return Entry{}
}

// slot returns the number of the first word of a directory slot and of the one
// behind the last.
func (t *Table) slot(slot uint32) (from, to uint32) {
	from = t.before[slot/groupSize]
	for i := slot &^ (groupSize - 1); i < slot; i++ {
		from += uint32(t.counts[i])
	}
	return from, from + uint32(t.counts[slot])
}

// Noun reports whether a lower-cased word is a common noun of the dictionary. It is
// quicker than Lookup on words that are none.
func (t *Table) Noun(word string) bool {
	h := hash(word)
	bit := h >> (32 - nounBits)
	return t.nouns[bit/8]>>(bit%8)&1 != 0 && t.Lookup(word).Noun
}

func hash(word string) uint32 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(word)) // never fails
	x := h.Sum64()
	return uint32(x ^ x>>32)
}

// The file needs no unpacking. It holds two counts as unsigned varints; the
// distinct entries; per leading bits of the hash the number of words, a byte each;
// the words, each as the rest of its hash and its entry, two bytes each with the
// lower one first; and the bits of the nouns.
const (
	rowSize  = 9
	nounBit  = 0x80 // in the byte of the place
	wordSize = 4
	restMask = 1<<(32-leadBits) - 1
)

// number reads two bytes.
func number(s string) uint16 { return uint16(s[0]) | uint16(s[1])<<8 }

func (e Entry) row() [rowSize]byte {
	place := e.Place
	if e.Noun {
		place |= nounBit
	}
	return [rowSize]byte{e.First, e.Surname, place, e.German<<4 | e.English, byte(e.Class), e.Case, e.Article, e.Group, e.Cluster}
}

func (t *Table) entry(i uint16) Entry {
	b := t.entries[int(i)*rowSize:][:rowSize]
	return Entry{First: b[0], Surname: b[1], Place: b[2] &^ nounBit, Noun: b[2]&nounBit != 0, German: b[3] >> 4, English: b[3] & 15,
		Class: Class(b[4]), Case: b[5], Article: b[6], Group: b[7], Cluster: b[8]}
}

// Encode packs the words. Equal input gives equal bytes. Of two words with one
// hash the alphabetically first stays. There may be at most 65,536 distinct entries.
func Encode(words map[string]Entry) ([]byte, error) {
	type item struct {
		hash uint32
		word string
	}
	items := make([]item, 0, len(words))
	uses := make(map[Entry]int)
	for w, e := range words {
		items = append(items, item{hash(w), w})
		uses[e]++
	}
	slices.SortFunc(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.word, b.word))
	})
	items = slices.CompactFunc(items, func(a, b item) bool { return a.hash == b.hash })
	entries := make([]Entry, 0, len(uses))
	for e := range uses {
		entries = append(entries, e)
	}
	if len(entries) > 1<<16 {
		return nil, errors.New("too many distinct entries")
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		ra, rb := a.row(), b.row()
		return cmp.Or(cmp.Compare(uses[b], uses[a]), slices.Compare(ra[:], rb[:]))
	})
	position := make(map[Entry]uint16, len(entries))
	out := binary.AppendUvarint(nil, uint64(len(entries)))
	out = binary.AppendUvarint(out, uint64(len(items)))
	for i, e := range entries {
		position[e] = uint16(i)
		r := e.row()
		out = append(out, r[:]...)
	}
	counts, nouns := make([]byte, 1<<leadBits), make([]byte, 1<<nounBits/8)
	var packed []byte
	for _, it := range items {
		lead := it.hash >> (32 - leadBits)
		if counts[lead]++; counts[lead] == 0 {
			return nil, errors.New("too many words")
		}
		e := words[it.word]
		packed = binary.LittleEndian.AppendUint16(packed, uint16(it.hash&restMask))
		packed = binary.LittleEndian.AppendUint16(packed, position[e])
		if e.Noun {
			bit := it.hash >> (32 - nounBits)
			nouns[bit/8] |= 1 << (bit % 8)
		}
	}
	return slices.Concat(out, counts, packed, nouns), nil
}

var errFormat = errors.New("damaged gazetteer")

// Decode reads what Encode packed.
func Decode(s string) (*Table, error) {
	entries, s, ok1 := uvarint(s)
	words, s, ok2 := uvarint(s)
	if !ok1 || !ok2 || entries > 1<<16 || uint64(len(s)) != entries*rowSize+1<<leadBits+words*wordSize+1<<nounBits/8 {
		return nil, errFormat
	}
	t := new(Table)
	t.entries, s = s[:entries*rowSize], s[entries*rowSize:]
	t.counts, s = s[:1<<leadBits], s[1<<leadBits:]
	t.words, t.nouns = s[:words*wordSize], s[words*wordSize:]
	if uint64(t.sum()) != words || !t.sound() {
		return nil, errFormat
	}
	return t, nil
}

// sum fills t.before and returns the number of all words.
func (t *Table) sum() (words uint32) {
	t.before = make([]uint32, len(t.counts)/groupSize)
	for g := range t.before {
		t.before[g] = words
		for _, n := range []byte(t.counts[g*groupSize : (g+1)*groupSize]) {
			words += uint32(n)
		}
	}
	return words
}

// sound reports whether every word has an entry.
func (t *Table) sound() bool {
	last := 0
	for i := 2; i < len(t.words); i += wordSize {
		last = max(last, int(number(t.words[i:])))
	}
	return last < len(t.entries)/rowSize || len(t.words) == 0
}

// uvarint is binary.Uvarint for strings, for values below 2^35.
func uvarint(s string) (v uint64, rest string, ok bool) {
	for i := 0; i < len(s) && i < 5; i++ {
		v |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return v, s[i+1:], true
		}
	}
	return 0, "", false
}
