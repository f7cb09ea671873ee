package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// rulesTest is the command that runs the examples in the rules.
func (c *command) rulesTest() *cobra.Command {
	cmd := c.build("rules-test", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			if err := cmd.Flags().Set("rules", args[0]); err != nil {
				return err
			}
		}
		engine, err := c.configuredEngine(cmd)
		if err != nil {
			return err
		}
		list := engine.Rules()
		if len(args) > 0 {
			list = slices.DeleteFunc(list, func(r rules.Rule) bool { return !c.holds(args[0], r.Source) })
		}
		return c.print(func(out *output) { c.selfTest(out, engine, list) })
	})
	cmd.Args = atMost(1)
	c.ruleFlags(cmd)
	return cmd
}

// holds reports whether a file exists in a folder.
func (c *command) holds(folder, file string) bool {
	_, err := os.Stat(filepath.Join(c.path(folder), filepath.FromSlash(file)))
	return err == nil
}

// selfTest reports the examples that turn out otherwise than their rule says.
func (c *command) selfTest(out *output, engine *rules.Engine, list []rules.Rule) {
	red := c.style(c.StdoutTTY, color.FgRed)
	examples, failures := 0, 0
	for i := range list {
		r := &list[i]
		examples += len(r.Tests.Flag) + len(r.Tests.OK) + len(r.Tests.TodoFlag) + len(r.Tests.TodoOK)
		for _, f := range engine.SelfTest(r) {
			failures++
			fmt.Fprintf(out, "%s %s %s %d: %s\n  %s\n", red("✗"), f.Rule, f.List, f.Number, c.outcome(f.Outcome), printable(f.Text))
		}
	}
	fmt.Fprintln(out, c.texts.N("rules.tested", examples, "rules", len(list)))
	if failures == 0 {
		fmt.Fprintln(out, c.texts.T("rules.passed"))
		return
	}
	fmt.Fprintln(out, c.texts.N("rules.failed", failures))
	c.code = exitFindings
}

// outcome says how an example turned out. Severities and references stand as rule
// files spell them.
func (c *command) outcome(o rules.Outcome) string {
	return c.texts.T("outcome."+string(o.Code), "want", o.Want, "got", o.Got)
}
