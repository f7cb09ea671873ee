package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
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
			c.ruleTable(engine, list).write(out, c.style(c.StdoutTTY, color.Bold))
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
	t := table{{c.texts.T("rules.id"), c.texts.T("rules.category"), c.texts.T("rules.severities"), c.texts.T("rules.title")}}
	for i := range list {
		r := &list[i]
		t = append(t, []string{r.ID, string(r.Category), c.severityRange(engine.Severities(r)), r.Title.In(string(c.texts.Lang()))})
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

// table is a text in columns with a head.
type table [][]string

func (t table) write(out *output, head func(string) string) {
	widths := make([]int, len(t[0]))
	for _, row := range t {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for n, row := range t {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
		text := strings.TrimRight(line.String(), " ")
		if n == 0 {
			text = head(text)
		}
		fmt.Fprintln(out, text)
	}
}
