package gazetteer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"
)

// Table maps word hashes to entries. A word it does not hold collides with one
// it holds about once in 10,000 words.
type Table struct {
	entries []Entry  // the distinct entries
	hashes  []uint32 // sorted
	index   []uint16 // entry of each hash
	start   []uint32 // first position in hashes per leading bits
	nouns   []uint64 // a bit per leading bits of the hash of a noun
}

// leadBits is chosen so that a directory slot covers one or two hashes, nounBits
// so that one noun in ten is a false alarm.
const (
	leadBits = 18
	nounBits = 20
)

// Lookup returns the entry of a lower-cased word, or the zero entry.
func (t *Table) Lookup(word string) Entry {
	h := hash(word)
	slot := h >> (32 - leadBits)
	for i := t.start[slot]; i < t.start[slot+1]; i++ {
		if t.hashes[i] == h {
			return t.entries[t.index[i]]
		}
	}
	return Entry{}
}

// Noun reports whether a lower-cased word is a common noun of the dictionary. It is
// quicker than Lookup on words that are none.
func (t *Table) Noun(word string) bool {
	h := hash(word)
	bit := h >> (32 - nounBits)
	return t.nouns[bit/64]>>(bit%64)&1 != 0 && t.Lookup(word).Noun
}

// Len returns the number of words.
func (t *Table) Len() int { return len(t.hashes) }

func hash(word string) uint32 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(word)) // never fails
	x := h.Sum64()
	return uint32(x ^ x>>32)
}

// The file is a header of two counts, the distinct entries, and per word the
// difference to the hash before it and its entry, all as unsigned varints but
// the entries, which are fixed rows of bytes.
const (
	rowSize = 9
	nounBit = 0x80 // in the byte of the place
)

func (e Entry) row() [rowSize]byte {
	place := e.Place
	if e.Noun {
		place |= nounBit
	}
	return [rowSize]byte{e.First, e.Surname, place, e.German<<4 | e.English, byte(e.Class), e.Case, e.Article, e.Group, e.Cluster}
}

func entryOf(b string) Entry {
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
	position := make(map[Entry]uint64, len(entries))
	out := binary.AppendUvarint(nil, uint64(len(entries)))
	out = binary.AppendUvarint(out, uint64(len(items)))
	for i, e := range entries {
		position[e] = uint64(i)
		r := e.row()
		out = append(out, r[:]...)
	}
	last := uint32(0)
	for _, it := range items {
		out = binary.AppendUvarint(out, uint64(it.hash-last))
		out = binary.AppendUvarint(out, position[words[it.word]])
		last = it.hash
	}
	return out, nil
}

var errFormat = errors.New("damaged gazetteer")

// Decode unpacks what Encode packed.
func Decode(s string) (*Table, error) {
	entries, s, ok1 := uvarint(s)
	words, s, ok2 := uvarint(s)
	if !ok1 || !ok2 || entries > 1<<16 || uint64(len(s)) < entries*rowSize+2*words {
		return nil, errFormat
	}
	t := &Table{
		entries: make([]Entry, entries),
		hashes:  make([]uint32, words),
		index:   make([]uint16, words),
		start:   make([]uint32, 1<<leadBits+1),
		nouns:   make([]uint64, 1<<nounBits/64),
	}
	for i := range t.entries {
		t.entries[i] = entryOf(s[:rowSize])
		s = s[rowSize:]
	}
	sum := uint64(0)
	for i := range t.hashes {
		var delta, entry uint64
		if delta, s, ok1 = uvarint(s); !ok1 {
			return nil, errFormat
		}
		if entry, s, ok2 = uvarint(s); !ok2 {
			return nil, errFormat
		}
		sum += delta
		if sum > 1<<32-1 || entry >= entries {
			return nil, errFormat
		}
		t.hashes[i], t.index[i] = uint32(sum), uint16(entry)
		t.start[sum>>(32-leadBits)+1] = uint32(i + 1)
		if t.entries[entry].Noun {
			bit := sum >> (32 - nounBits)
			t.nouns[bit/64] |= 1 << (bit % 64)
		}
	}
	for i := 1; i < len(t.start); i++ {
		t.start[i] = max(t.start[i], t.start[i-1])
	}
	return t, nil
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
