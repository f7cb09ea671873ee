package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// job is what scan and check do differently where no setting says otherwise.
type job struct {
	format string
	failOn rules.Severity
}

// judge checks chats, reports the findings and sets the exit code.
func (c *command) judge(cmd *cobra.Command, paths []string, j job) error {
	if err := c.configure(cmd, paths[0]); err != nil {
		return err
	}
	out, err := c.output(flag(cmd, "output"), paths)
	if err != nil {
		return err
	}
	defer out.discard()
	chats, closer, err := c.open(paths)
	if err != nil {
		return err
	}
	defer closer.Close()
	engine, err := c.engine()
	if err != nil {
		return err
	}

	j.format = c.format(cmd, out.name, j.format)
	opt := lint.Options{
		Workers:     c.cfg.Jobs,
		MinSeverity: severity(c.cfg.MinSeverity, rules.Low),
		FailOn:      severity(c.cfg.FailOn, j.failOn),
		Strict:      c.cfg.Strict,
	}
	rep := c.newReport(cmd, engine, out, j.format)
	sink := rep.Finding
	if j.format == checkFormat {
		sink = from(opt.FailOn, sink)
	}
	if err := rep.Begin(lint.Inputs(chats)); err != nil {
		return err
	}
	result, err := lint.Run(cmd.Context(), chats, engine, opt, sink)
	if err != nil {
		return err
	}
	if err := rep.End(result); err != nil {
		return err
	}
	c.code = exitCode(result.Verdict)
	return out.commit()
}

// format is what the flag says, else what the ending of the output's name asks
// for, else what other settings or the command itself say.
func (c *command) format(cmd *cobra.Command, output, otherwise string) string {
	if !cmd.Flags().Changed("format") {
		for _, f := range report.Formats {
			if f.Ext != "" && strings.EqualFold(filepath.Ext(output), f.Ext) {
				return f.Name
			}
		}
	}
	return cmp.Or(c.cfg.Format, otherwise)
}

// from passes on the findings of a severity and above. The others still count
// in the closing sentence.
func from(least rules.Severity, sink func(*lint.Finding) error) func(*lint.Finding) error {
	return func(f *lint.Finding) error {
		if f.Severity < least {
			return nil
		}
		return sink(f)
	}
}

// newReport opens a report. Only a person in front of a screen sees personal
// data without asking for it.
func (c *command) newReport(cmd *cobra.Command, engine *rules.Engine, out *output, format string) *report.Report {
	screen := c.StdoutTTY && out.name == ""
	reveal := screen && format == "terminal"
	if f := cmd.Flags().Lookup("reveal"); f.Changed {
		reveal = f.Value.String() == "true"
	}
	f, _ := report.Lookup(format)
	return report.New(report.Options{
		Lang:    c.texts.Lang(),
		Reveal:  reveal,
		Color:   c.colours(screen),
		Width:   c.Width,
		Version: versionName(),
		Rules:   engine,
	}, report.Target{Format: f, Writer: out})
}

// severity reads a word that the settings have checked, "" for none.
func severity(word string, otherwise rules.Severity) rules.Severity {
	if s := otherwise; word != "" && s.UnmarshalText([]byte(word)) == nil {
		return s
	}
	return otherwise
}

// flag returns the value of a flag that takes a text.
func flag(cmd *cobra.Command, name string) string { return cmd.Flags().Lookup(name).Value.String() }
