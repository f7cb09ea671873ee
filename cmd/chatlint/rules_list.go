package main

import (
	"fmt"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// rulesList is the command that lists all rules.
func (c *command) rulesList() *cobra.Command {
	cmd := c.build("rules-list", func(cmd *cobra.Command, _ []string) error {
		engine, err := c.configuredEngine(cmd)
		if err != nil {
			return err
		}
		list := engine.Rules()
		return c.print(func(out *output) {
			c.ruleTable(engine, list).write(out, c.Width, c.style(c.StdoutTTY, color.Bold))
			fmt.Fprintf(out, "\n%s\n", c.texts.N("rules.count", len(list)))
		})
	})
	cmd.Args = c.noArguments
	c.ruleFlags(cmd)
	return cmd
}

// configuredEngine loads the rules for a command that reads no chat.
func (c *command) configuredEngine(cmd *cobra.Command) (*rules.Engine, error) {
	if err := c.configure(cmd, ""); err != nil {
		return nil, err
	}
	return c.engine()
}

func (c *command) ruleTable(engine *rules.Engine, list []rules.Rule) table {
	t := table{{c.texts.T("rules.id"), c.texts.T("rules.severities"), c.texts.T("rules.title")}}
	for i := range list {
		r := &list[i]
		t = append(t, []string{r.ID, c.severityRange(engine.Severities(r)), r.Title.In(string(c.texts.Lang()))})
	}
	return t
}

// severityRange names the lowest and the highest of sorted severities.
func (c *command) severityRange(s []rules.Severity) string {
	if len(s) == 0 {
		return "–"
	}
	lowest, highest := c.texts.T("severity."+s[0].String()), c.texts.T("severity."+s[len(s)-1].String())
	if lowest == highest {
		return lowest
	}
	return lowest + "–" + highest
}
