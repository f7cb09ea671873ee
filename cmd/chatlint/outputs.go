package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/report"
)

// target is one output of a report and its format.
type target struct {
	*output
	format report.Format
}

// targets are all outputs of a report.
type targets []target

// targets opens what --output names. Without it the report goes where the
// command says, to standard output for "".
func (c *command) targets(cmd *cobra.Command, inputs []string, j job) (targets, error) {
	var ts targets
	for _, name := range outputNames(cmp.Or(flag(cmd, "output"), j.output(c, cmd))) {
		out, err := c.output(name, inputs)
		if err != nil {
			ts.discard()
			return nil, err
		}
		ts = append(ts, target{out, c.format(cmd, out.name, j.format)})
	}
	return ts, nil
}

// outputNames splits a list such as "a.html,b.pdf". A comma may also be part of
// a name, so each part must end like a format.
func outputNames(list string) []string {
	parts := strings.Split(list, ",")
	for _, p := range parts {
		if _, ok := report.ByEnding(p); !ok {
			return []string{list}
		}
	}
	return parts
}

// format is what the flag says, else what the ending of the output's name asks
// for, else what other settings or the command itself say.
func (c *command) format(cmd *cobra.Command, output, otherwise string) report.Format {
	if !cmd.Flags().Changed("format") {
		if f, ok := report.ByEnding(output); ok {
			return f
		}
	}
	f, _ := report.For(cmp.Or(c.cfg.Format, otherwise), output)
	return f
}

// reports lists the outputs for the package that writes them.
func (ts targets) reports() []report.Target {
	var out []report.Target
	for _, t := range ts {
		out = append(out, report.Target{Format: t.format, Writer: t.output})
	}
	return out
}

// hasFormat reports whether an output has one of the formats.
func (ts targets) hasFormat(names ...string) bool {
	for _, t := range ts {
		for _, n := range names {
			if t.format.Name == n {
				return true
			}
		}
	}
	return false
}

// toStdout reports whether an output is standard output.
func (ts targets) toStdout() bool {
	for _, t := range ts {
		if t.name == "" {
			return true
		}
	}
	return false
}

// commit makes final what was written.
func (ts targets) commit() error {
	for _, t := range ts {
		if err := t.output.commit(); err != nil {
			return err
		}
	}
	return nil
}

// discard throws away what was not committed.
func (ts targets) discard() {
	for _, t := range ts {
		t.output.discard()
	}
}
