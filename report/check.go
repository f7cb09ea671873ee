package report

import (
	"fmt"
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// check writes one line per finding, for a gate in front of sharing.
type check struct {
	w      io.Writer
	inputs []lint.Input
}

func newCheck(w io.Writer, _ *Options) writer { return &check{w: w} }

func (c *check) begin(inputs []lint.Input) error {
	c.inputs = inputs
	return nil
}

func (c *check) finding(f *lint.Finding) error {
	_, err := fmt.Fprintf(c.w, "%s:%d: %s %s %s\n", c.inputs[f.Chat].Path, f.Message.Line, f.Severity, f.Category, f.Rule)
	return err
}

func (c *check) end(*lint.Result) error { return nil }
