package report

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// chart is a set of bars, each split by severity.
type chart struct {
	Title string
	Bars  []bar
	Max   int // longest bar

	Upright bool // bars stand beside each other, as over time
}

type bar struct {
	Label  string
	Long   string // what a reader of the bar alone needs
	Counts lint.Counts
	Total  int
}

func newBar(label string, n lint.Counts) bar {
	b := bar{Label: label, Long: label, Counts: n}
	for _, sev := range severities {
		b.Total += n[sev]
	}
	return b
}

func newChart(title string, bars []bar) chart {
	c := chart{Title: title, Bars: bars}
	for _, b := range bars {
		c.Max = max(c.Max, b.Total)
	}
	return c
}

// categoryChart has a bar for each category with findings.
func (d *dossier) categoryChart(s lint.Summary) chart {
	var bars []bar
	for _, c := range rules.Categories {
		if n := s[c]; n != (lint.Counts{}) {
			bars = append(bars, newBar(categoryTitle(d.opt, c), n))
		}
	}
	return newChart(d.texts.T("report.chart.categories"), bars)
}

// peopleChart has a bar for each of those who wrote most findings.
func (d *dossier) peopleChart() chart {
	var bars []bar
	for sender, n := range d.people {
		label := oneLine(sender)
		if sender == "" {
			label = d.texts.T("report.chart.notice")
		}
		bars = append(bars, newBar(label, n))
	}
	slices.SortFunc(bars, func(a, b bar) int { return cmp.Or(-cmp.Compare(a.Total, b.Total), cmp.Compare(a.Label, b.Label)) })
	if len(bars) > maxPeople {
		rest := newBar(d.texts.T("report.chart.others"), lint.Counts{})
		for _, b := range bars[maxPeople-1:] {
			rest.add(b.Counts)
		}
		bars = append(bars[:maxPeople-1], rest)
	}
	return newChart(d.texts.T("report.chart.people"), bars)
}

func (b *bar) add(n lint.Counts) {
	for s, k := range n {
		b.Counts[s] += k
		b.Total += k
	}
}

// period is a unit in which findings are counted over time.
type period struct {
	name  string // of the chart's title
	start func(time.Time) time.Time
	next  func(time.Time) time.Time
	label string // layout of a bar's label
	long  string // layout of the label of a bar alone
}

var periods = []period{
	{"days", func(t time.Time) time.Time { return t }, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }, "02.01.", "02.01.2006"},
	{"weeks", monday, func(t time.Time) time.Time { return t.AddDate(0, 0, 7) }, "02.01.", "02.01.2006"},
	{"months", func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC) },
		func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }, "01/06", "01/2006"},
	{"years", func(t time.Time) time.Time { return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC) },
		func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }, "2006", "2006"},
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// maxBars is how many bars stand side by side.
const maxBars = 40

// timeChart has a bar for each day, week, month or year, whatever fits first,
// from the first finding to the last.
func (d *dossier) timeChart() chart {
	days := slices.SortedFunc(maps.Keys(d.days), time.Time.Compare)
	for len(days) > 0 && days[0].IsZero() {
		days = days[1:]
	}
	if len(days) == 0 {
		return chart{}
	}
	for _, p := range periods {
		if bars, ok := d.bars(p, days); ok {
			c := newChart(d.texts.T("report.chart."+p.name), bars)
			c.Upright = true
			return c
		}
	}
	return chart{} // centuries of findings come from broken clocks
}

// bars counts days by a period, unless there are too many bars.
func (d *dossier) bars(p period, days []time.Time) ([]bar, bool) {
	index := map[time.Time]int{}
	var bars []bar
	for t := p.start(days[0]); !t.After(days[len(days)-1]); t = p.next(t) {
		if len(bars) == maxBars {
			return nil, false
		}
		index[t] = len(bars)
		b := newBar(t.Format(p.label), lint.Counts{})
		b.Long = t.Format(p.long)
		if p.name == "weeks" {
			b.Long = d.texts.T("report.chart.weeks-from", "day", b.Long)
		}
		bars = append(bars, b)
	}
	for _, day := range days {
		bars[index[p.start(day)]].add(d.days[day])
	}
	return bars, true
}
