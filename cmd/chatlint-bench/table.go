package main

import (
	"embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/chatlint/chatlint/internal/locale"
)

//go:embed texts
var textFiles embed.FS

var catalogue = locale.New(textFiles, "texts")

func textsFor(lang string) *locale.Texts { return catalogue.For(locale.Lang(lang)) }

// The goals, as issue 7 sets them.
const (
	goalStart      = 80 * time.Millisecond
	goalRate       = 400_000 // messages/s, or
	goalGzip       = 1       // times gzip
	goalSmall      = 60      // MB for smallSize messages
	goalLarge      = 150     // MB for any export
	goalScaling    = 1.8
	goalLinear     = 1.15
	smallSize      = 10_000
	bytesPerMB     = 1e6
	microPerSecond = 1e6
)

// table writes figures for people.
type table struct {
	*tabwriter.Writer
	texts *locale.Texts
}

func (f *figures) write(w io.Writer, texts *locale.Texts) error {
	t := table{tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight), texts}
	fmt.Fprintln(w, texts.T("run", "go", f.Go, "os", f.OS, "cpus", f.CPUs, "seed", f.Mix.Seed, "gzip", f.Gzip))
	fmt.Fprintln(w)
	f.writeSizes(t)
	t.Flush()
	fmt.Fprintln(w)
	f.writeGoals(t)
	if len(f.Stage) > 0 {
		t.Flush()
		fmt.Fprintln(w)
		f.writeStages(t)
	}
	return t.Flush()
}

func (f *figures) writeSizes(t table) {
	t.head("messages", "size", "scan", "rate", "speed", "cost", "cpu", "peak", "gzip", "ratio")
	for _, s := range f.Sizes {
		t.row(
			t.whole(s.Messages), t.number(float64(s.Bytes)/bytesPerMB, 1), t.number(s.Scan.Wall.Seconds(), 2),
			t.whole(int(s.rate())), t.number(float64(s.Bytes)/bytesPerMB/s.Scan.Wall.Seconds(), 1),
			t.number(s.micro(), 2), t.number(s.Scan.CPU.Seconds()*microPerSecond/float64(s.Messages), 2),
			t.megabytes(s.Scan.Peak), t.number(s.Gzip.Wall.Seconds(), 2), t.number(s.ratio(), 2),
		)
	}
}

// writeGoals writes the figures that have a goal, one a line.
func (f *figures) writeGoals(t table) {
	t.head("figure", "value", "goal", "met")
	t.goal("start", t.number(millis(f.Start.Wall), 0)+" ms, CPU "+t.number(millis(f.Start.CPU), 0)+" ms", "≤ 80 ms", f.Start.Wall <= goalStart)
	last := f.Sizes[len(f.Sizes)-1]
	t.goal("throughput", t.whole(int(last.rate()))+" /s, "+t.number(last.ratio(), 2)+" × gzip",
		"≥ "+t.whole(goalRate)+" /s, ≤ 1 × gzip", last.rate() >= goalRate || last.ratio() <= goalGzip)
	for _, s := range f.Sizes {
		limit := goalLarge
		if s.Messages <= smallSize {
			limit = goalSmall
		}
		if s.Scan.Peak > 0 {
			t.goal("memory", t.megabytes(s.Scan.Peak)+" MB", fmt.Sprintf("≤ %d MB", limit), s.Scan.Peak <= int64(limit)*bytesPerMB, "n", t.whole(s.Messages))
		}
	}
	if linear := f.linear(); linear > 0 {
		t.goal("linear", t.number(linear, 2), "≤ "+t.number(goalLinear, 2), linear <= goalLinear)
	}
	if c := f.Cores; c != nil {
		t.goal("cores", t.number(c.scaling(), 2), "≥ "+t.number(goalScaling, 1), c.scaling() >= goalScaling, "n", t.whole(c.Messages))
		t.goal("same", t.yes(c.SameBytes), t.yes(true), c.SameBytes)
	}
}

func (f *figures) writeStages(t table) {
	t.head("package", "stage", "rate", "bytes", "allocs")
	for _, s := range f.Stage {
		t.row(s.Package, s.Benchmark, t.whole(int(s.Rate)), t.number(s.BytesPerOp, 0), t.number(s.AllocsPerOp, 0))
	}
}

func (s *sizeCost) rate() float64  { return float64(s.Messages) / s.Scan.Wall.Seconds() }
func (s *sizeCost) ratio() float64 { return s.Scan.Wall.Seconds() / s.Gzip.Wall.Seconds() }

// micro is the cost of a message, in microseconds.
func (s *sizeCost) micro() float64 {
	return s.Scan.Wall.Seconds() * microPerSecond / float64(s.Messages)
}

// scaling is how many times faster two cores are.
func (c *coresCost) scaling() float64 { return c.One.Wall.Seconds() / c.Two.Wall.Seconds() }

// linear compares the cost of a message in the largest export with that in the
// smallest one, both without what every scan costs at its start. It is 0 where
// there is nothing to compare.
func (f *figures) linear() float64 {
	first, last := &f.Sizes[0], &f.Sizes[len(f.Sizes)-1]
	if first.Messages <= startSize || last.Messages <= first.Messages {
		return 0
	}
	marginal := func(s *sizeCost) float64 {
		return (s.Scan.CPU - f.Start.CPU).Seconds() / float64(s.Messages-startSize)
	}
	return marginal(last) / marginal(first)
}

func (t table) head(keys ...string) {
	cells := make([]string, len(keys))
	for i, k := range keys {
		cells[i] = t.texts.T("head." + k)
	}
	t.row(cells...)
}

func (t table) row(cells ...string) { fmt.Fprintln(t, strings.Join(cells, "\t")+"\t") }

func (t table) goal(key, value, goal string, met bool, args ...any) {
	t.row(t.texts.T("goal."+key, args...), value, goal, t.yes(met))
}

func (t table) yes(v bool) string {
	if v {
		return t.texts.T("yes")
	}
	return t.texts.T("no")
}

func millis(d time.Duration) float64 { return d.Seconds() * 1000 }

func (t table) megabytes(n int64) string {
	if n == 0 {
		return "–"
	}
	return t.number(float64(n)/bytesPerMB, 1)
}

// number writes a number the way the language does.
func (t table) number(v float64, digits int) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', digits, 64), ".", t.texts.T("decimal"), 1)
}

// whole groups the digits of a large number.
func (t table) whole(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + t.texts.T("thousands") + s[i:]
	}
	return s
}
