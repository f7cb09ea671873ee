package main

import (
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// scan is the command that shows all findings.
func (c *command) scan() *cobra.Command {
	cmd := c.build("scan", func(cmd *cobra.Command, paths []string) error {
		return c.judge(cmd, paths, job{format: "terminal", failOn: rules.None})
	})
	cmd.Args = c.paths
	c.reportFlags(cmd, "flag.fail-on-scan")
	return cmd
}
