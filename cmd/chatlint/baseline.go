package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// baselineFile is where a baseline stands if nobody names another place.
const baselineFile = ".chatlint-baseline.json"

// baseline is the command that holds all commands about known findings.
func (c *command) baseline() *cobra.Command {
	cmd := c.build("baseline", func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = c.noArguments
	cmd.AddCommand(c.baselineCreate(), c.baselineUpdate(), c.baselineShow())
	return cmd
}

// baselineCreate is the command that makes all present findings known ones.
func (c *command) baselineCreate() *cobra.Command {
	cmd := c.build("baseline-create", func(cmd *cobra.Command, paths []string) error {
		name := cmp.Or(flag(cmd, "output"), baselineFile)
		if _, err := os.Stat(c.path(name)); err == nil {
			return usage("error.baseline-exists", "path", name).hint("hint.baseline-update", "path", name)
		}
		return c.record(cmd, paths, name, false)
	})
	c.baselineFlags(cmd)
	return cmd
}

// baselineUpdate is the command that brings a baseline up to date.
func (c *command) baselineUpdate() *cobra.Command {
	cmd := c.build("baseline-update", func(cmd *cobra.Command, paths []string) error {
		return c.record(cmd, paths, cmp.Or(flag(cmd, "output"), baselineFile), true)
	})
	c.baselineFlags(cmd)
	return cmd
}

func (c *command) baselineFlags(cmd *cobra.Command) {
	cmd.Args = c.paths
	cmd.Flags().StringP("output", "o", "", c.texts.T("flag.baseline-output", "file", baselineFile))
	cmd.Flags().String("key", "", c.texts.T("flag.key"))
	c.profileFlag(cmd)
	cmd.Flags().String("min-severity", "", c.texts.T("flag.min-severity"))
	complete(cmd, "min-severity", levels...)
	c.ruleFlags(cmd)
	c.readFlags(cmd)
}

// record writes the findings of the chats into a baseline and says what is
// different from the one before.
func (c *command) record(cmd *cobra.Command, paths []string, name string, update bool) error {
	if err := c.configure(cmd, paths[0]); err != nil {
		return err
	}
	key, err := c.fingerprintKey(flag(cmd, "key"), true)
	if err != nil {
		return err
	}
	before := lint.NewBaseline(keyName(key))
	if update {
		if before, err = c.readBaseline(name, key); err != nil {
			return err
		}
	}
	out, err := c.output(name, paths)
	if err != nil {
		return err
	}
	defer out.discard()
	now, err := c.findings(cmd, paths, key)
	if err != nil {
		return err
	}
	if err := now.Write(out); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	if update {
		fmt.Fprintln(c.Stderr, c.texts.T("baseline.updated", "file", printable(name), "n", now.Len(), "new", now.Without(before), "gone", before.Without(now)))
		return nil
	}
	fmt.Fprintln(c.Stderr, c.texts.N("baseline.created", now.Len(), "file", printable(name)))
	return nil
}

// findings collects the findings of the chats that no suppression accepts.
func (c *command) findings(cmd *cobra.Command, paths []string, key []byte) (*lint.Baseline, error) {
	with, err := c.material(paths)
	if err != nil {
		return nil, err
	}
	defer with.Close()
	if err := c.knowSuppressed(with.engine); err != nil {
		return nil, err
	}
	now := lint.NewBaseline(keyName(key))
	settled := lint.NewSettled(nil, suppressions(c.cfg.Suppress), today())
	opt := lint.Options{Workers: c.cfg.Jobs, MinSeverity: severity(c.cfg.MinSeverity, rules.Low), Key: key, Suppress: settled.Accepts}
	_, err = lint.Run(cmd.Context(), with.chats, with.engine, opt, func(f *lint.Finding) error {
		now.Add(f)
		return nil
	})
	return now, err
}

// baselineShow is the command that lists what is in a baseline.
func (c *command) baselineShow() *cobra.Command {
	cmd := c.build("baseline-show", func(cmd *cobra.Command, args []string) error {
		if err := c.configure(cmd, ""); err != nil {
			return err
		}
		name := cmp.Or(append(args, c.cfg.Baseline, baselineFile)...)
		b, err := c.readBaseline(name, nil)
		if err != nil {
			return err
		}
		return c.print(func(out *output) { c.showBaseline(out, b) })
	})
	cmd.Args = atMost(1)
	return cmd
}

// showBaseline writes a table of the known findings by rule and severity.
func (c *command) showBaseline(out *output, b *lint.Baseline) {
	type group struct {
		rule     string
		severity rules.Severity
	}
	counts := map[group]int{}
	for _, k := range b.Findings() {
		counts[group{k.Rule, k.Severity}]++
	}
	var groups []group
	for g := range counts {
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(x, y group) int { return cmp.Or(cmp.Compare(x.rule, y.rule), cmp.Compare(y.severity, x.severity)) })
	t := table{{c.texts.T("rules.id"), c.texts.T("rules.severities"), c.texts.T("baseline.count")}}
	for _, g := range groups {
		t = append(t, []string{g.rule, c.texts.T("severity." + g.severity.String()), fmt.Sprint(counts[g])})
	}
	t.write(out, c.Width, c.style(c.StdoutTTY, color.Bold))
	fmt.Fprintf(out, "\n%s\n", c.texts.N("baseline.known", b.Len(), "key", b.Key))
}
