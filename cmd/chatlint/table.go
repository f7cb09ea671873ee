package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// table is a text in columns with a head.
type table [][]string

const (
	columnGap  = 2  // blanks between columns
	leastWidth = 24 // columns of a terminal in which a text can still be read
)

// write sets the table for a terminal of so many columns, 0 for any. Where it
// does not fit, the last column is broken into lines; where that leaves too
// little of it, the cells of a row stand below its first.
func (t table) write(out *output, width int, bold func(string) string) {
	widths := t.widths()
	last := len(widths) - 1
	margin := 0
	for _, w := range widths[:last] {
		margin += w + columnGap
	}
	switch {
	case width <= 0 || margin+widths[last] <= width:
		t.columns(out, widths, 0, bold)
	case width-margin >= leastWidth:
		t.columns(out, widths, width-margin, bold)
	default:
		t.stacked(out, width, bold)
	}
}

func (t table) widths() []int {
	widths := make([]int, len(t[0]))
	for _, row := range t {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	return widths
}

// columns writes rows whose last cell is broken at a width, 0 for never.
func (t table) columns(out *output, widths []int, room int, bold func(string) string) {
	last := len(widths) - 1
	for n, row := range t {
		var label strings.Builder
		for i, cell := range row[:last] {
			label.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+columnGap))
		}
		cell := row[last]
		if room > 0 {
			cell = strings.ReplaceAll(wrap(cell, room), "\n", "\n"+strings.Repeat(" ", ansi.StringWidth(label.String())))
		}
		text := strings.TrimRight(label.String()+cell, " ")
		if n == 0 {
			text = bold(text)
		}
		fmt.Fprintln(out, text)
	}
}

// stacked writes a row as a heading with the other cells below.
func (t table) stacked(out *output, width int, bold func(string) string) {
	for _, row := range t[1:] {
		fmt.Fprintln(out, bold(row[0]))
		fmt.Fprintln(out, indent(wrap(strings.Join(row[1:], " · "), width-columnGap)))
	}
}
