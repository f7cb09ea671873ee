package rules

import (
	"encoding/binary"
	"iter"
	"math/bits"

	"github.com/chatlint/chatlint/detector/hashed"
)

// flagColumns is the width of the flag model: the categories alone, then in
// context.
const flagColumns = 2 * columns

// row is what the models know of one feature, as it stands in the model file: the
// weights of the columns of the flag model, a byte each and each plus zero; the
// number of the network's vector; the key; and the grades: as bits, the category
// columns in which the feature grades the severity, and above them where
// weights.graded has the first of these. Numbers have 32 bits, the lowest first. A
// row is half a line of a processor's cache, so that looking a feature up costs one
// access to memory.
type row [rowBytes]byte

const (
	vectorAt = flagColumns
	keyAt    = vectorAt + 4
	gradesAt = keyAt + 4
	rowBytes = gradesAt + 4
)

// Half a line has 32 bytes: with more categories this does not compile.
var _ [0]struct{} = [rowBytes - 32]struct{}{}

// zero is how a weight of zero is written in a row, where no weight is negative.
const zero = 128

// weightless is what a feature without a row weighs.
var weightless = func() (r row) {
	for c := range flagColumns {
		r[c] = zero
	}
	return r
}()

// free reports a slot without a row: no weight is written as zero.
func (r *row) free() bool { return r[0] == 0 }

// weight returns the raw weight of a column of the flag model.
func (r *row) weight(c int) int32 { return int32(r[c]) - zero }

// vector is the number of the vector of the feature, 0 for none.
func (r *row) vector() uint32 { return binary.LittleEndian.Uint32(r[vectorAt:]) }

func (r *row) key() uint32 { return binary.LittleEndian.Uint32(r[keyAt:]) }

func (r *row) grades() uint32 { return binary.LittleEndian.Uint32(r[gradesAt:]) }

// appendVector appends the number of the vector to others if there is one.
func (r *row) appendVector(to []uint32) []uint32 {
	if v := r.vector(); v > 0 {
		to = append(to, v)
	}
	return to
}

// weights finds the row of a feature as hashed.Map does. Rows and grades are used where they stand in
// the model file.
type weights struct {
	filter hashed.Filter // rules out most features without a row
	homes  uint32
	slots  []byte // rows in the order of keys, some of them free, the last one always
	graded []byte // levels bytes for each category that a feature grades
}

// gradeColumns is the width of the severity model: category × severity.
const gradeColumns = columns * levels

// filterPower makes the filter small enough for a processor's cache, and large enough that
// few features without a row pass.
const filterPower = 20

// rows yields the rows.
func (w *weights) rows() iter.Seq[*row] {
	return func(yield func(*row) bool) {
		for at := 0; at < len(w.slots); at += rowBytes {
			if r := (*row)(w.slots[at:]); !r.free() && !yield(r) {
				return
			}
		}
	}
}

// sound reports whether no look-up can leave the slots, the grades or the vectors, of
// which there are so many.
func (w *weights) sound(vectors uint32) bool {
	last := len(w.slots) - rowBytes
	if last < 0 || !(*row)(w.slots[last:]).free() || uint64(w.homes) > uint64(last/rowBytes) {
		return false
	}
	for r := range w.rows() {
		if r.vector() > vectors || gradesBefore(r.grades(), columns) > len(w.graded)/levels {
			return false
		}
	}
	return true
}

// filterOf returns the filter of the rows.
func (w *weights) filterOf() hashed.Filter {
	filter := hashed.NewFilter(filterPower)
	for r := range w.rows() {
		filter.Add(r.key())
	}
	return filter
}

// find returns what the models know of a feature, or nil.
func (w *weights) find(key uint32) *row {
	if !w.filter.MayHold(key) {
		return nil
	}
	for at := hashed.Home(key, w.homes) * rowBytes; ; at += rowBytes {
		r := (*row)(w.slots[at:])
		switch k := r.key(); {
		case r.free() || k > key:
			return nil
		case k == key:
			return r
		}
	}
}

// rowOf returns the row of a feature, which weighs nothing if there is none.
func (w *weights) rowOf(key uint32) row {
	if r := w.find(key); r != nil {
		return *r
	}
	return weightless
}

// gradesFor returns the weights for the severities of a category column, nil
// for none, of the feature with those row.grades. Most features grade few
// categories.
func (w *weights) gradesFor(grades uint32, c int) *[levels]byte {
	if grades&(1<<c) == 0 {
		return nil
	}
	return (*[levels]byte)(w.graded[gradesBefore(grades, c)*levels:])
}

// gradesBefore is how many grades stand before the one of a category column of the feature
// with those row.grades; behind its last one for columns.
func gradesBefore(grades uint32, c int) int {
	return int(grades>>columns) + bits.OnesCount32(grades&(1<<c-1))
}

// rowWords is how many words of eight columns hold the flag model's part of a row.
const rowWords = (flagColumns + 7) / 8

// laneSums adds up rows of the flag model, sixteen bits a column: one addition
// serves four columns. The even columns of a word of a row stand before its odd ones.
type laneSums [2 * rowWords]uint64

// add adds a row. The number of the vector goes into lanes that nobody reads.
func (s *laneSums) add(r *row) {
	for i := range rowWords {
		w := binary.LittleEndian.Uint64(r[8*i:])
		s[2*i] += w & evenColumns
		s[2*i+1] += w >> 8 & evenColumns
	}
}

// lanes adds up rows and counts them.
type lanes struct {
	sums laneSums
	rows int // at most maxRows
}

// maxRows is how many rows fit sixteen bits.
const maxRows = (1<<16 - 1) / (1<<8 - 1)

const evenColumns = 0x00ff00ff00ff00ff

func (l *lanes) add(r *row) {
	l.sums.add(r)
	l.rows++
}

// join adds the sums of so many other rows.
func (l *lanes) join(sums *laneSums, rows int) {
	for i, s := range sums {
		l.sums[i] += s
	}
	l.rows += rows
}

// flush adds the sums to others and starts anew.
func (l *lanes) flush(to *[flagColumns]int32) {
	for c := range to {
		sum := l.sums[c/8*2+c%2] >> (c % 8 / 2 * 16) & 0xffff
		to[c] += int32(sum) - int32(zero*l.rows)
	}
	*l = lanes{}
}
