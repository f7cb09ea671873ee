package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// check writes one line per finding and a closing sentence, for the gate in
// front of sharing. Editors and scripts know the form "file:line: message".
type check struct {
	w      *bufio.Writer
	opt    *Options
	inputs []lint.Input
}

func newCheck(w io.Writer, opt *Options) writer { return &check{w: bufio.NewWriter(w), opt: opt} }

func (c *check) begin(inputs []lint.Input) error {
	c.inputs = inputs
	return nil
}

func (c *check) finding(f *lint.Finding) error {
	fmt.Fprintf(c.w, "%s:%d: %s %s %s %s\n", oneLine(file(&c.inputs[f.Chat])), f.Message.Line,
		f.Severity, f.Category, f.Rule, oneLine(about(c.opt, f).title))
	return c.w.Flush()
}

func (c *check) end(res *lint.Result) error {
	texts := catalogue.For(c.opt.Lang)
	for _, s := range []string{notExamined(texts, res.Coverage, ""), suppressed(texts, res)} {
		if s != "" {
			fmt.Fprintln(c.w, s)
		}
	}
	fmt.Fprintln(c.w, Closing(c.opt.Lang, res))
	return c.w.Flush()
}
