package rules

import "math/bits"

// flagColumns is the width of the flag model: the categories alone, then in
// context.
const flagColumns = 2 * columns

// rowWords is how many words of eight columns hold a row of the flag model.
const rowWords = (flagColumns + 7) / 8

// row is what the models know of one feature. It is half a line of a
// processor's cache, so that looking a feature up costs one access to memory.
type row struct {
	flag packedFlag // zero in a free slot; behind the columns stands vector
	key  uint32
	// grades holds, as bits, the category columns in which the feature grades
	// the severity, and above them where weights.graded has the first of these.
	grades uint32
}

// free reports a slot without a row: no weight is written as zero.
func (r *row) free() bool { return r.flag[rowWords-1] == 0 }

// vectorShift is where the last word of row.flag, of which the columns need half,
// has the number of the network's vector of the feature; 0 for none.
const vectorShift = flagColumns % 8 * 8

func (r *row) vector() uint32 { return uint32(r.flag[rowWords-1] >> vectorShift) }

// appendVector appends the number of the vector to others if there is one.
func (r *row) appendVector(to []uint32) []uint32 {
	if v := r.vector(); v > 0 {
		to = append(to, v)
	}
	return to
}

// packedFlag holds eight weights a word, the first in the lowest byte, each plus
// zero.
type packedFlag [rowWords]uint64

// zero is how a weight of zero is written in packedFlag, where no weight is
// negative.
const zero = 128

// weightless is what a feature without a row weighs.
var weightless = func() (packed packedFlag) {
	for c := range flagColumns {
		packed[c/8] |= zero << (c % 8 * 8)
	}
	return packed
}()

// weight returns the raw weight of a column of the flag model.
func (r *row) weight(c int) int32 { return int32(r.flag[c/8]>>(c%8*8)&0xff) - zero }

// weights finds the row of a feature by open addressing. Keys are hashes, so that
// they spread evenly over the homes.
type weights struct {
	filter []uint64 // bit set of filterBits: rules out most features without a row
	homes  int
	slots  []row // in the order of keys, some of them free, the last one always
	filled int   // the slot behind the last row
	graded [][levels]int8
}

// gradeColumns is the width of the severity model: category × severity.
const gradeColumns = columns * levels

// filterBits is the size of the filter: small enough for a processor's cache,
// large enough that few features without a row pass.
const filterBits = 1 << 20

// overflow is how many rows may find all slots from their home on taken without
// growing the table.
const overflow = 256

// newWeights makes room for so many features, which have so many grades of
// categories. A ninth of the slots stays free.
func newWeights(features, grades int) weights {
	homes := features*9/8 + 1
	return weights{
		filter: make([]uint64, filterBits/64), homes: homes, slots: make([]row, homes+overflow),
		graded: make([][levels]int8, 0, grades),
	}
}

// insert adds a feature, whose key must be above those before. There may be no
// vector, number 0, and no grades, nil.
func (w *weights) insert(key uint32, flag packedFlag, vector uint32, grades []int8) {
	r := row{flag: flag, key: key, grades: uint32(len(w.graded)) << columns}
	last := &r.flag[rowWords-1]
	*last = *last&(1<<vectorShift-1) | uint64(vector)<<vectorShift
	for c := 0; c*levels < len(grades); c++ {
		if g := [levels]int8(grades[c*levels:]); g != [levels]int8{} {
			r.grades |= 1 << c
			w.graded = append(w.graded, g)
		}
	}
	bit := key >> 7 % filterBits
	w.filter[bit/64] |= 1 << (bit % 64)
	i := max(w.home(key), w.filled)
	if w.filled = i + 1; w.filled == len(w.slots) {
		w.slots = append(w.slots, row{})
	}
	w.slots[i] = r
}

// home is the first slot that a key may have.
func (w *weights) home(key uint32) int { return int(uint64(key) * uint64(w.homes) >> 32) }

// find returns what the models know of a feature, or nil.
func (w *weights) find(key uint32) *row {
	if bit := key >> 7 % filterBits; w.filter[bit/64]&(1<<(bit%64)) == 0 {
		return nil
	}
	for i := w.home(key); ; i++ {
		switch r := &w.slots[i]; {
		case r.free() || r.key > key:
			return nil
		case r.key == key:
			return r
		}
	}
}

// gradesFor returns the weights for the severities of a category column, nil
// for none, of the feature with those row.grades. Most features grade few
// categories.
func (w *weights) gradesFor(grades uint32, c int) *[levels]int8 {
	bit := uint32(1) << c
	if grades&bit == 0 {
		return nil
	}
	return &w.graded[int(grades>>columns)+bits.OnesCount32(grades&(bit-1))]
}

// laneSums adds up rows of the flag model, sixteen bits a column: one addition
// serves four columns. The even columns of a word of a row stand before its odd ones.
type laneSums [2 * rowWords]uint64

func (s *laneSums) add(flag *packedFlag) {
	for i, w := range flag {
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

func (l *lanes) add(flag *packedFlag) {
	l.sums.add(flag)
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
