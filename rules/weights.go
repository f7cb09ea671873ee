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
	flag   packedFlag
	key    uint32
	grades uint32 // number of its row in weights.graded, or noGrades; 0 in a free slot
}

// packedFlag holds eight weights a word, the first in the lowest byte, each plus
// zero.
type packedFlag [rowWords]uint64

// zero is how a weight of zero is written in packedFlag, where no weight is
// negative.
const zero = 128

// noGrades is the first row of weights.graded, which holds zeros.
const noGrades = 1

// weight returns the raw weight of a column of the flag model.
func (r *row) weight(c int) int32 { return int32(r.flag[c/8]>>(c%8*8)&0xff) - zero }

// weights finds the row of a feature by open addressing.
type weights struct {
	filter []uint64 // bit set of filterBits: rules out most features without a row
	slots  []row    // in the order of keys, but for those that find their place taken
	shift  int      // a key shifted by it is the number of its slot
	graded []int8   // gradeColumns a row; the row before the first stands for free slots
}

// gradeColumns is the width of the severity model: category × severity.
const gradeColumns = columns * levels

// filterBits is the size of the filter: small enough for a processor's cache,
// large enough that few features without a row pass.
const filterBits = 1 << 20

// newWeights makes room for so many features, of which some have grades. A third
// of the slots stays free at least.
func newWeights(features, graded int) weights {
	size := bits.Len(uint(features * 3 / 2))
	return weights{
		filter: make([]uint64, filterBits/64), slots: make([]row, 1<<size), shift: 32 - size,
		graded: make([]int8, (noGrades+1)*gradeColumns, (noGrades+1+graded)*gradeColumns),
	}
}

// insert adds a feature. Without grades it grades nothing.
func (w *weights) insert(key uint32, flag packedFlag, grades []int8) {
	r := row{flag: flag, key: key, grades: noGrades}
	if grades != nil {
		r.grades = uint32(len(w.graded) / gradeColumns)
		w.graded = append(w.graded, grades...)
	}
	bit := key >> 7 % filterBits
	w.filter[bit/64] |= 1 << (bit % 64)
	i := key >> w.shift
	for w.slots[i].grades != 0 {
		i = (i + 1) & uint32(len(w.slots)-1)
	}
	w.slots[i] = r
}

// find returns what the models know of a feature, or nil.
func (w *weights) find(key uint32) *row {
	if bit := key >> 7 % filterBits; w.filter[bit/64]&(1<<(bit%64)) == 0 {
		return nil
	}
	mask := uint32(len(w.slots) - 1)
	for i := key >> w.shift; w.slots[i].grades != 0; i = (i + 1) & mask {
		if r := &w.slots[i]; r.key == key {
			return r
		}
	}
	return nil
}

// gradesOf returns the weights of a feature for the severities of a category
// column.
func (w *weights) gradesOf(r *row, c int) *[levels]int8 {
	at := int(r.grades)*gradeColumns + c*levels
	return (*[levels]int8)(w.graded[at:])
}

// lanes adds up rows of the flag model, sixteen bits a column: one addition
// serves four columns.
type lanes struct {
	sums [2 * rowWords]uint64 // the even columns of a word of a row, then its odd ones
	rows int                  // how many were added, at most maxRows
}

// maxRows is how many rows fit sixteen bits.
const maxRows = (1<<16 - 1) / (1<<8 - 1)

const evenColumns = 0x00ff00ff00ff00ff

func (l *lanes) add(r *row) {
	for i, w := range r.flag {
		l.sums[2*i] += w & evenColumns
		l.sums[2*i+1] += w >> 8 & evenColumns
	}
	l.rows++
}

// join adds the rows of another sum.
func (l *lanes) join(o *lanes) {
	for i, s := range o.sums {
		l.sums[i] += s
	}
	l.rows += o.rows
}

// impression is what the model makes of features: the sums of their raw
// weights, for both looks at a message.
type impression [flagColumns]int32

// flush moves the sums into an impression.
func (l *lanes) flush(to *impression) {
	for c := range to {
		sum := l.sums[c/8*2+c%2] >> (c % 8 / 2 * 16) & 0xffff
		to[c] += int32(sum) - int32(zero*l.rows)
	}
	*l = lanes{}
}
