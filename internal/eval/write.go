package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteJSON writes the whole report as indented JSON.
func WriteJSON(w io.Writer, r *Report) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

const (
	titleLayout = "%-24s\t" // the first column, the only one that is flush left
	padding     = "  "      // before every column
)

// WriteTable writes the figures for people: a column per slice, then the
// categories and the span types of all chats.
func WriteTable(w io.Writer, r *Report) error {
	if len(r.Slices) == 0 {
		_, err := fmt.Fprintf(w, "part %s: no chats\n", r.Part)
		return err
	}
	var b strings.Builder
	tab := tabwriter.NewWriter(&b, 0, 0, len(padding), ' ', tabwriter.AlignRight)
	writeHeadline(tab, r)
	writeCategories(tab, r.Slices)
	writeSpans(tab, r.Slices[0])
	tab.Flush() // cannot fail: it writes to memory
	_, err := io.WriteString(w, trimLines(b.String()))
	return err
}

func writeHeadline(w io.Writer, r *Report) {
	row(w, "part "+string(r.Part), r.Slices, func(s Slice) string { return s.Name })
	row(w, "chats", r.Slices, func(s Slice) string { return fmt.Sprint(s.Chats) })
	row(w, "messages", r.Slices, func(s Slice) string { return fmt.Sprint(s.Messages) })
	row(w, "labels", r.Slices, func(s Slice) string { return fmt.Sprint(s.Labels) })
	for i, f := range figures {
		row(w, f.title, r.Slices, func(s Slice) string {
			figure := s.Figures[i]
			if s.Name != r.Slices[0].Name {
				figure.Interval = [2]float64{} // would make the table too wide
			}
			return format(f.kind, figure)
		})
	}
	fmt.Fprintln(w)
}

// writeCategories writes the scores over all chats and the F1 of the other slices.
func writeCategories(w io.Writer, slices []Slice) {
	fmt.Fprintf(w, titleLayout+"labels\tprecision\trecall\tF1\t", "category")
	for _, s := range slices[1:] {
		fmt.Fprintf(w, "F1 %s\t", s.Name)
	}
	fmt.Fprintln(w)
	for i, c := range slices[0].Categories {
		fmt.Fprintf(w, titleLayout+"%d\t%s\t%s\t%s\t", c.Category, c.Gold, c.cell(c.Precision), c.cell(c.Recall), c.cell(c.F1))
		for _, s := range slices[1:] {
			other := s.Categories[i]
			fmt.Fprintf(w, "%s\t", other.cell(other.F1))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

func writeSpans(w io.Writer, s Slice) {
	fmt.Fprintf(w, titleLayout+"marked\tF1 exact\toverlap precision\toverlap recall\toverlap F1\t\n", "span")
	for _, t := range s.Spans {
		fmt.Fprintf(w, titleLayout+"%d\t%s\t%s\t%s\t%s\t\n", t.Type, t.Exact.Gold, t.Exact.cell(t.Exact.F1),
			t.Overlap.cell(t.Overlap.Precision), t.Overlap.cell(t.Overlap.Recall), t.Overlap.cell(t.Overlap.F1))
	}
}

// cell writes a figure, or a dash where there was nothing to count.
func (s Score) cell(v float64) string {
	if s.Gold == 0 && s.Predicted == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", v)
}

func format(kind kindOfFigure, f Figure) string {
	layout, interval := "%.3f", " [%.3f–%.3f]"
	if kind == rate {
		layout, interval = "%.1f", " [%.1f–%.1f]"
	}
	if f.Interval == [2]float64{} {
		return fmt.Sprintf(layout, f.Value)
	}
	return fmt.Sprintf(layout+interval, f.Value, f.Interval[0], f.Interval[1])
}

func row(w io.Writer, title string, slices []Slice, cell func(Slice) string) {
	fmt.Fprintf(w, titleLayout, title)
	for _, s := range slices {
		fmt.Fprintf(w, "%s\t", cell(s))
	}
	fmt.Fprintln(w)
}

// trimLines removes the padding before the first column and behind the last.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(l, padding), " ")
	}
	return strings.Join(lines, "\n")
}

// WriteMistakes writes the mistakes for people, each with the messages before
// it and the trace.
func WriteMistakes(w io.Writer, r *Report) error {
	var b strings.Builder
	for _, m := range r.Mistakes {
		fmt.Fprintf(&b, "%s:%d: %s: %s, want %s, got %s\n", m.File, m.Line, m.Kind, m.Category, m.Want, m.Got)
		for _, before := range m.Before {
			fmt.Fprintf(&b, "      %s\n", quote(before))
		}
		fmt.Fprintf(&b, "    > %s\n", quote(m.Message))
		for _, t := range m.Trace {
			fmt.Fprintf(&b, "      # %s\n", t)
		}
	}
	if r.Withheld > 0 {
		fmt.Fprintf(&b, "%d mistakes in chats of the test part are not listed: its texts are not to be read.\n", r.Withheld)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// quote keeps a message on one line and its control characters off the
// terminal.
func quote(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return '⏎'
		case r < 0x20 || r >= 0x7f && r < 0xa0:
			return -1
		}
		return r
	}, s)
}
