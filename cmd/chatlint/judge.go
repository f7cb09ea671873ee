package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// job is what the commands do differently where no setting says otherwise.
type job struct {
	format string
	failOn rules.Severity
	audit  bool // make a report to keep
}

// judge checks chats, reports the findings and sets the exit code.
func (c *command) judge(cmd *cobra.Command, paths []string, j job) error {
	if err := c.configure(cmd, paths[0]); err != nil {
		return err
	}
	outs, err := c.targets(cmd, paths, j)
	if err != nil {
		return err
	}
	defer outs.discard()
	with, err := c.material(paths)
	if err != nil {
		return err
	}
	defer with.Close()
	opt := lint.Options{
		Workers:     c.cfg.Jobs,
		MinSeverity: severity(c.cfg.MinSeverity, rules.Low),
		FailOn:      severity(c.cfg.FailOn, j.failOn),
		Strict:      c.cfg.Strict,
	}
	shown, err := c.reportOptions(cmd, with.engine, outs)
	if err != nil {
		return err
	}
	if j.audit {
		shown.Lang = c.reportLang(with.chats)
		if opt.Key, err = c.audit(cmd, &shown); err != nil {
			return err
		}
	}
	settled, err := c.settle(cmd, with.engine, &opt)
	if err != nil {
		return err
	}
	result, err := c.lint(cmd.Context(), with, opt, report.New(shown, outs.reports()...), outs)
	if err != nil {
		return err
	}
	c.code = exitCode(result.Verdict)
	if err := outs.commit(); err != nil {
		return err
	}
	c.saySettled(settled, result, outs)
	if j.audit {
		c.sayWritten(outs)
	}
	return nil
}

// lint runs the engine over the chats and writes the report.
func (c *command) lint(ctx context.Context, with *material, opt lint.Options, rep *report.Report, outs targets) (*lint.Result, error) {
	inputs := lint.Inputs(with.chats)
	if err := rep.Begin(inputs); err != nil {
		return nil, err
	}
	sink := rep.Finding
	if outs.hasFormat(checkFormat) {
		sink = from(opt.FailOn, sink)
	}
	shown, done := c.newProgress(inputs, outs), 0
	defer shown.end()
	result, err := lint.Each(ctx, with.chats, with.engine, opt, func(m *lint.Checked) error {
		done++
		shown.step(done)
		for i := range m.Findings {
			if err := sink(&m.Findings[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return result, rep.End(result)
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

// reportOptions say what the report shows. Only a person in front of a screen
// sees personal data without asking for it.
func (c *command) reportOptions(cmd *cobra.Command, engine *rules.Engine, outs targets) (report.Options, error) {
	screen := c.StdoutTTY && outs.toStdout()
	opt := report.Options{
		Lang:    c.texts.Lang(),
		Reveal:  screen && len(outs) == 1 && outs.hasFormat("terminal"),
		Color:   c.colours(screen),
		Width:   c.Width,
		Version: versionName(),
		Rules:   engine,
	}
	if f := cmd.Flags().Lookup("reveal"); f.Changed {
		opt.Reveal = f.Value.String() == "true"
	}
	if outs.hasFormat("terminal", checkFormat) {
		return opt, nil // a person sees the clock, and the rules need no name
	}
	var err error
	if opt.Date, err = c.reportDate(); err != nil {
		return opt, err
	}
	opt.RuleSet, err = c.ruleSet()
	return opt, err
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
