package report

import (
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// Format is one way to write a report.
type Format struct {
	Name string
	Ext  string // file extension that asks for it, with the dot; empty if none does
	open func(io.Writer, *Options) writer
}

// writer writes one report in one format. It gets what may be shown and
// nothing else. The calls follow those of Report.
type writer interface {
	begin([]lint.Input) error
	finding(*lint.Finding) error
	end(*lint.Result) error
}

// Formats is the list of all formats. A new one is a file and a line here.
var Formats = []Format{
	{Name: "terminal", open: newTerminal},
	{Name: "json", Ext: ".json", open: newJSON},
	{Name: "jsonl", Ext: ".jsonl", open: newJSONL},
	{Name: "sarif", Ext: ".sarif", open: newSARIF},
	{Name: "github", open: newGitHub},
	{Name: "check", open: newCheck},
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
