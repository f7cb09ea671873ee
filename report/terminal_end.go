package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// severities are the columns of the table.
var severities = []rules.Severity{rules.Critical, rules.High, rules.Medium, rules.Low}

// table writes the number of findings by category and severity.
func (t *terminal) table(s lint.Summary) {
	if s.Total() == 0 {
		return
	}
	header := []string{t.texts.T("summary")}
	for _, sev := range severities {
		header = append(header, t.texts.T("severity."+sev.String()))
	}
	rows := [][]string{append(header, t.texts.T("total"))}
	for _, c := range rules.Categories {
		if counts := s[c]; counts != (lint.Counts{}) {
			rows = append(rows, row(categoryTitle(t.opt, c), func(sev rules.Severity) int { return counts[sev] }))
		}
	}
	t.line("")
	t.rows(append(rows, row(t.texts.T("total"), s.Of)))
}

func row(title string, count func(rules.Severity) int) []string {
	cells, total := []string{title}, 0
	for _, sev := range severities {
		n := count(sev)
		total += n
		cells = append(cells, strconv.Itoa(n))
	}
	return append(cells, strconv.Itoa(total))
}

// rows writes a table: the first column to the left, the others to the right,
// zeros as a dash. The first and last row stand out.
func (t *terminal) rows(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for n, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			if cell == "0" {
				cell = "–"
			}
			pad := strings.Repeat(" ", widths[i]-columns(cell))
			if i == 0 {
				b.WriteString(cell + pad)
			} else {
				b.WriteString("  " + pad + cell)
			}
		}
		if n == 0 || n == len(rows)-1 {
			t.line(t.paint(b.String(), color.Bold))
		} else {
			t.line(b.String())
		}
	}
}

// sentences say what the numbers leave out.
func (t *terminal) sentences(res *lint.Result) []string {
	var out []string
	if s := notExamined(t.texts, res.Coverage, t.places(res.Inputs)); s != "" {
		out = append(out, s)
	}
	if s := suppressed(t.texts, res); s != "" {
		out = append(out, s)
	}
	if !t.opt.Reveal && len(res.Inputs) > 0 {
		out = append(out, t.texts.T("masked"))
	}
	return out
}

// maxPlaces is how many lines of unreadable places are named.
const maxPlaces = 10

// places names the lines that could not be read.
func (t *terminal) places(inputs []lint.Input) string {
	var at []string
	left := 0
	for _, in := range inputs {
		for _, p := range in.Problems {
			switch {
			case p.Line == 0 || !lint.IsGap(p):
			case len(at) == maxPlaces:
				left++
			default:
				at = append(at, fmt.Sprintf("%s:%d", oneLine(file(&in)), p.Line))
			}
		}
	}
	if len(at) == 0 {
		return ""
	}
	if left > 0 {
		at = append(at, t.texts.N("more", left))
	}
	return " (" + strings.Join(at, ", ") + ")"
}

// steps says what to do now.
func (t *terminal) steps(res *lint.Result) {
	if res.Summary.Total() == 0 {
		return
	}
	t.line("")
	t.line(t.paint(t.texts.T("steps"), color.Bold))
	if res.Summary.AtLeast(rules.High) > 0 {
		t.wrapped("  • ", "    ", t.texts.T("step.delete"))
	}
	t.wrapped("  • ", "    ", t.texts.T("step.channel"))
	t.wrapped("  • ", "    ", t.texts.T("step.explain", "line", t.at, "rule", t.rule))
	t.line("")
}
