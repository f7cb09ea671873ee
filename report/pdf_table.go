package report

// column is one of a table on paper.
type column struct {
	title string
	width float64
	right bool // numbers stand to the right
}

// table writes rows below a head that every page repeats.
type table struct {
	*paper
	columns []column
}

const cellGap = 3 // between columns

// head writes the titles of the columns.
func (t *table) head() {
	t.letters(smallSize, true)
	var cells [][][]span
	for _, c := range t.columns {
		cells = append(cells, t.lines(boldText(c.title), c.width))
	}
	t.cells(cells)
	t.letters(smallSize, false)
}

// row writes a row, on a new page below a new head if it does not fit. A cell
// is a list of paragraphs.
func (t *table) row(paragraphs ...[][]span) {
	cells := make([][][]span, len(paragraphs))
	height := 0
	for i, cell := range paragraphs {
		for _, p := range cell {
			cells[i] = append(cells[i], t.lines(p, t.columns[i].width)...)
		}
		height = max(height, len(cells[i]))
	}
	if t.GetY()+float64(height)*t.pitch()+2.4 > pageEnd {
		t.AddPage()
		t.head()
	}
	t.cells(cells)
}

// cells writes cells side by side and a line below.
func (t *table) cells(cells [][][]span) {
	top, x, height := t.GetY()+0.8, float64(marginSide), 0
	for i, cell := range cells {
		for n, l := range cell {
			left := x
			if t.columns[i].right {
				left += t.columns[i].width - t.lineWidth(l)
			}
			t.writeLine(l, left, top+float64(n)*t.pitch())
		}
		height = max(height, len(cell))
		x += t.columns[i].width + cellGap
	}
	bottom := top + float64(height)*t.pitch() + 0.8
	t.pen(paperLine)
	t.SetLineWidth(0.2)
	t.Line(marginSide, bottom, x-cellGap, bottom)
	t.SetY(bottom)
}

func (t *table) lineWidth(l []span) float64 {
	w := 0.0
	for _, s := range l {
		w += t.width(s.text, s.bold)
	}
	return w
}
