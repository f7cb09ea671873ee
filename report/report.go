// Package report writes findings in every output format. Personal data is
// masked here, once, before any format sees it: a format cannot leak what it
// never gets.
package report

import (
	"io"
	"time"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
)

// Options say what a report shows and how.
type Options struct {
	Lang    locale.Lang
	Reveal  bool     // show personal data; without it everything is masked
	Color   bool     // terminal: use colours
	Width   int      // terminal: columns; 0 means 80
	Version string   // of chatlint, for the formats that name their tool
	Rules   Rulebook // explains the findings; required

	Date    time.Time // when the report is made; zero leaves it out
	RuleSet string    // names the rules that ran, for reports that people file
	Key     string    // names the key of the fingerprints; see lint.Options
	Compare *Earlier  // report to compare with, or nil
}

// Target is one output of a report.
type Target struct {
	Format Format
	Writer io.Writer
}

// Report writes one run to all of its targets. It wants Begin once, Finding for
// each finding in the order of lint.Run, and End once; after an error it is of
// no more use. Formats write as they go, so a broken output shows early.
type Report struct {
	mask    *masker      // nil if everything may be shown
	inputs  []lint.Input // as shown
	writers []writer
}

// New prepares a report.
func New(opt Options, targets ...Target) *Report {
	r := &Report{}
	if !opt.Reveal {
		r.mask = newMasker(catalogue.For(opt.Lang))
	}
	for _, t := range targets {
		r.writers = append(r.writers, t.Format.open(t.Writer, &opt))
	}
	return r
}

// Begin starts the report with what is going to be examined.
func (r *Report) Begin(inputs []lint.Input) error {
	if r.mask != nil {
		inputs = r.mask.inputs(inputs)
	}
	r.inputs = inputs
	return r.each(func(w writer) error { return w.begin(inputs) })
}

// Finding adds one finding. The report keeps no reference to it.
func (r *Report) Finding(f *lint.Finding) error {
	f = shorten(f)
	if r.mask != nil {
		f = r.mask.finding(f)
	}
	if f.Suppressed {
		return r.each(func(w writer) error {
			if s, ok := w.(settler); ok {
				return s.settled(f)
			}
			return nil
		})
	}
	return r.each(func(w writer) error { return w.finding(f) })
}

// End closes the report with the sums. It does not close the targets' writers.
func (r *Report) End(res *lint.Result) error {
	shown := *res
	shown.Inputs = r.inputs
	return r.each(func(w writer) error { return w.end(&shown) })
}

func (r *Report) each(do func(writer) error) error {
	for _, w := range r.writers {
		if err := do(w); err != nil {
			return err
		}
	}
	return nil
}
