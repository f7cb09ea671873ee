package main

import (
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// check is the command that stops a chat from being shared.
func (c *command) check() *cobra.Command {
	cmd := c.build("check", func(cmd *cobra.Command, paths []string) error {
		return c.judge(cmd, paths, job{format: checkFormat, failOn: rules.Medium})
	})
	cmd.Args = c.paths
	c.reportFlags(cmd, "flag.fail-on-check")
	return cmd
}
