package main

import "github.com/spf13/cobra"

// rules is the command that holds all commands about rules.
func (c *command) rules() *cobra.Command {
	cmd := c.build("rules", func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = c.noArguments
	cmd.AddCommand(c.rulesList(), c.rulesExplain(), c.rulesTest(), c.rulesNew(), c.rulesDocs())
	return cmd
}
