package main

import (
	"fmt"

	"github.com/fatih/color"
	"github.com/spf13/cobra"
)

// settings is the command that holds all commands about settings.
func (c *command) settings() *cobra.Command {
	cmd := c.build("config", func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = c.noArguments
	cmd.AddCommand(c.configShow())
	return cmd
}

// configShow is the command that prints the settings in force.
func (c *command) configShow() *cobra.Command {
	cmd := c.build("config-show", func(cmd *cobra.Command, args []string) error {
		start := ""
		if len(args) > 0 {
			start = args[0]
		}
		if err := c.configure(cmd, start); err != nil {
			return err
		}
		return c.print(c.showSettings)
	})
	cmd.Args = atMost(1)
	return cmd
}

func (c *command) showSettings(out *output) {
	t := table{{c.texts.T("config.key"), c.texts.T("config.value"), c.texts.T("config.source")}}
	for _, v := range c.cfg.Values() {
		value, source := printable(v.Text), printable(place(v.Origin))
		if source == "" {
			value, source = "–", c.texts.T("config.default")
		}
		t = append(t, []string{v.Key, value, source})
	}
	for i, s := range suppressions(c.cfg.Suppress) {
		reason := printable(s.Reason)
		if s.Expired(today()) {
			reason += " (" + c.texts.T("config.expired") + ")"
		}
		t = append(t, []string{"suppress", reason, printable(place(c.cfg.Suppress[i].Origin))})
	}
	t.write(out, c.Width, c.style(c.StdoutTTY, color.Bold))
	if c.cfg.File == "" {
		fmt.Fprintf(out, "\n%s\n", wrap(c.texts.T("config.no-file"), c.textWidth()))
	}
}
