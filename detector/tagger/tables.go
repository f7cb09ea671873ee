package tagger

import "github.com/chatlint/chatlint/detector/hashed"

// sparseTable finds the weights of features. They stay in the file that they come
// from.
type sparseTable struct {
	places hashed.Map[cellsAt] // by spread keys
	data   string              // the part of the file that the places are in
	value  [256]float32        // of the byte of a weight
}

// spread turns the key of a feature into an evenly spread hash. Keys but 0 have
// hashes but 0, each its own.
func spread(key uint32) uint32 { return key * 0x9e3779b1 }

// cellsAt says where the cells of a feature stand: in the data << countBits | how many
// they are.
type cellsAt uint32

// What it can say.
const (
	countBits = 6
	maxCells  = 1<<countBits - 1
	maxSparse = 1 << (32 - countBits) // bytes of data
)

// cells are weights of a feature, two bytes each: first the slot of the weight,
// which is (distance+reach)*Labels + label.
type cells string

const cellSize = 2

// cell is one weight as the trainer makes it.
type cell struct {
	slot   uint8
	weight int8
}

// sound reports whether all weights have a place among the sums of a word.
func (c cells) sound() bool {
	for i := 0; i < len(c); i += cellSize {
		if int(c[i]) >= offsets*Labels {
			return false
		}
	}
	return true
}

func newSparseTable(keys int, scale float32, data string) sparseTable {
	t := sparseTable{places: hashed.New[cellsAt](keys), data: data}
	for w := range t.value {
		t.value[w] = float32(int8(w)) * scale
	}
	return t
}

// insert adds a feature with so many cells from a place in the data on. Its hash must
// be above those before.
func (t *sparseTable) insert(hash uint32, at, count int) {
	t.places.Add(hash, cellsAt(at<<countBits|count))
}

// find returns the cells of a feature, none if it has no weights.
func (t *sparseTable) find(key uint32) cells {
	at, _ := t.places.Find(spread(key)) // 0, no cells at the beginning, for none
	return cells(t.data[at>>countBits:][:at&maxCells*cellSize])
}

// spoken is what a feature of a word tells. Reading the first byte of its cells
// early brings those of all features on their way from memory before the first is
// added.
type spoken struct {
	cells  cells
	within int
	first  byte
}

// add adds the weights of a feature to sums by slot.
func (t *sparseTable) add(f *spoken, sums *[offsets * Labels]float32) {
	from, to := uint8((reach-f.within)*Labels), uint8((reach+f.within+1)*Labels)
	for i := 0; i < len(f.cells); i += cellSize {
		if slot := f.cells[i]; from <= slot && slot < to {
			sums[slot] += t.value[f.cells[i+1]]
		}
	}
}

// denseTable finds the scores of features that are numbered. Four in five have
// none, so that the rows stand apart from the numbers.
type denseTable struct {
	place []uint16 // feature → its row
	rows  []lanes  // the first one is that of features without scores
}

// maxDense is how many features have scores at most.
const maxDense = 1<<16 - 1

func newDenseTable(rows int) denseTable {
	return denseTable{place: make([]uint16, denseRows), rows: make([]lanes, 1, rows+1)}
}

func (t *denseTable) insert(feature int32, row lanes) {
	t.place[feature] = uint16(len(t.rows))
	t.rows = append(t.rows, row)
}

func (t *denseTable) find(feature int32) *lanes { return &t.rows[t.place[feature]] }
