package report

import (
	"fmt"
	"strings"

	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// drawing is a chart laid out on a plane, for whatever can draw rectangles and
// words. Lengths are CSS pixels; y grows downwards.
type drawing struct {
	Title string
	Text  string // what the chart shows, in words
	W, H  float64
	Rects []rect
	Lines []gridline
	Words []word
}

type rect struct {
	X, Y, W, H float64
	Severity   rules.Severity
	Tip        string
}

// gridline is a horizontal line of the grid.
type gridline struct{ X, Y, End float64 }

type word struct {
	X, Y   float64
	Anchor string // start, middle or end
	Text   string
}

// Sizes of drawings.
const (
	drawingWidth = 640
	labelWidth   = 245 // names beside bars
	labelChars   = 33
	barStep      = 26 // from bar to bar, downwards
	barHeight    = 16
	plotHeight   = 150
	totalWidth   = 48 // number behind a bar
)

// drawing lays out a chart: over time upright, otherwise lying.
func (c chart) drawing(t *locale.Texts) drawing {
	if c.Upright {
		return c.upright(t)
	}
	return c.lying(t)
}

func (c chart) lying(t *locale.Texts) drawing {
	d := drawing{Title: c.Title, Text: c.words(t), W: drawingWidth, H: float64(barStep * len(c.Bars))}
	scale := (drawingWidth - labelWidth - totalWidth) / float64(c.Max)
	for i, b := range c.Bars {
		y := float64(i*barStep) + (barStep-barHeight)/2.0
		baseline := y + barHeight - 4
		d.Words = append(d.Words, word{labelWidth - 8, baseline, "end", shortened(b.Label, labelChars)})
		x := float64(labelWidth)
		for _, sev := range severities {
			if w := scale * float64(b.Counts[sev]); w > 0 {
				d.Rects = append(d.Rects, rect{x, y, w, barHeight, sev, b.tip(t, sev)})
				x += w
			}
		}
		d.Words = append(d.Words, word{x + 6, baseline, "start", grouped(t, b.Total)})
	}
	return d
}

func (c chart) upright(t *locale.Texts) drawing {
	const left, right, top, bottom = 44, 16, 10, 24
	d := drawing{Title: c.Title, Text: c.words(t), W: drawingWidth, H: top + plotHeight + bottom}
	steps := 2
	if c.Max < 2 {
		steps = 1
	}
	high := (c.Max + steps - 1) / steps * steps
	for i := 0; i <= steps; i++ {
		y := top + plotHeight - plotHeight*float64(i)/float64(steps)
		d.Lines = append(d.Lines, gridline{left, y, drawingWidth - right})
		d.Words = append(d.Words, word{left - 6, y + 4, "end", grouped(t, high*i/steps)})
	}
	step := (drawingWidth - left - right) / float64(len(c.Bars))
	width := min(step*0.75, 40)
	every := 1 + len(c.Bars)/13
	for i, b := range c.Bars {
		middle := left + step*(float64(i)+0.5)
		y := float64(top + plotHeight)
		for n := len(severities) - 1; n >= 0; n-- {
			sev := severities[n]
			if h := plotHeight * float64(b.Counts[sev]) / float64(high); h > 0 {
				y -= h
				d.Rects = append(d.Rects, rect{middle - width/2, y, width, h, sev, b.tip(t, sev)})
			}
		}
		if i%every == 0 {
			d.Words = append(d.Words, word{middle, d.H - 6, "middle", b.Label})
		}
	}
	return d
}

// tip says what a part of a bar stands for.
func (b bar) tip(t *locale.Texts, sev rules.Severity) string {
	return fmt.Sprintf("%s, %s: %s", b.Long, t.T("severity."+sev.String()), grouped(t, b.Counts[sev]))
}

// words says what the chart shows to those who do not see it.
func (c chart) words(t *locale.Texts) string {
	var parts []string
	for _, b := range c.Bars {
		if b.Total > 0 {
			parts = append(parts, b.Long+": "+grouped(t, b.Total))
		}
	}
	return strings.Join(parts, "; ")
}

// shortened cuts a label to a number of code points.
func shortened(s string, limit int) string {
	if end := forward(s, 0, limit); end < len(s) {
		return s[:forward(s, 0, limit-1)] + "…"
	}
	return s
}
