package main

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/suggest"
)

// shells are those that cobra can write completions for.
var shells = map[string]func(root *cobra.Command, out *output) error{
	"bash":       func(root *cobra.Command, out *output) error { return root.GenBashCompletionV2(out, true) },
	"zsh":        func(root *cobra.Command, out *output) error { return root.GenZshCompletion(out) },
	"fish":       func(root *cobra.Command, out *output) error { return root.GenFishCompletion(out, true) },
	"powershell": func(root *cobra.Command, out *output) error { return root.GenPowerShellCompletionWithDesc(out) },
}

// completion is the command that prints a shell's completion script.
func (c *command) completion() *cobra.Command {
	names := slices.Sorted(maps.Keys(shells))
	cmd := c.build("completion", func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage("error.no-shell").hint("hint.shells")
		}
		write, ok := shells[args[0]]
		if !ok {
			return usage("error.unknown-shell", "word", args[0]).meant(suggest.Closest(args[0], names)).hint("hint.shells")
		}
		out := newOutput(c.Stdout, "")
		if err := write(cmd.Root(), out); err != nil {
			return err
		}
		return out.commit()
	})
	cmd.Args = atMost(1)
	cmd.ValidArgs = names
	return cmd
}
