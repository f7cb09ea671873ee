package report

import (
	"io"
	"path"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
)

// Format is one way to write a report.
type Format struct {
	Name string
	Ext  string // file extension that asks for it, with the dot; empty if none does
	// NoSums marks formats that have no place for sums. Whoever writes one says
	// with Accepted, beside it, how many findings somebody has accepted.
	NoSums bool
	open   func(io.Writer, *Options) writer
}

// writer writes one report in one format. It gets what may be shown and
// nothing else. The calls follow those of Report.
type writer interface {
	begin([]lint.Input) error
	finding(*lint.Finding) error
	end(*lint.Result) error
}

// settler is a writer that also shows what somebody has accepted; the others
// only count it.
type settler interface {
	settled(*lint.Finding) error
}

// Formats is the list of all formats. A new one is a file and a line here.
var Formats = []Format{
	{Name: "terminal", open: newTerminal},
	{Name: "html", Ext: ".html", open: newHTML},
	{Name: "pdf", Ext: ".pdf", open: newPDF},
	{Name: "json", Ext: ".json", open: newJSON},
	{Name: "jsonl", Ext: ".jsonl", open: newJSONL},
	{Name: "sarif", Ext: ".sarif", open: newSARIF},
	{Name: "junit", Ext: ".xml", open: newJUnit},
	{Name: "csv", Ext: ".csv", NoSums: true, open: newCSV},
	{Name: "markdown", Ext: ".md", open: newMarkdown},
	{Name: "training", Ext: ".training.html", NoSums: true, open: newTraining},
	{Name: "training-pdf", Ext: ".training.pdf", NoSums: true, open: newTrainingPDF},
	{Name: "github", open: newGitHub},
	{Name: "gitlab", NoSums: true, open: newGitLab},
	{Name: "check", open: newCheck},
}

// ByEnding returns the format that an output's name asks for by its ending.
func ByEnding(output string) (Format, bool) {
	var best Format
	for _, f := range Formats {
		if len(f.Ext) > len(best.Ext) && hasSuffixFold(output, f.Ext) {
			best = f
		}
	}
	return best, best.Ext != ""
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// For returns the format of that name as the ending of the output's name asks
// for it: some have a second form.
func For(name, output string) (Format, bool) {
	if f, ok := Lookup(name + "-" + strings.ToLower(strings.TrimPrefix(path.Ext(output), "."))); ok {
		return f, true
	}
	return Lookup(name)
}

// Lookup returns the format of that name.
func Lookup(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
