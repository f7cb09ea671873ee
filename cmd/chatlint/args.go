package main

import (
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/chatlint/chatlint/internal/suggest"
)

// noArguments is for commands that take none, and for those that only hold
// other commands, where a word is a mistyped one.
func (c *command) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !cmd.HasAvailableSubCommands() {
		return usage("error.too-many-arguments", "word", args[0]).hint("hint.help", "command", cmd.CommandPath())
	}
	return c.unknownCommand(cmd, args[0])
}

func (c *command) unknownCommand(parent *cobra.Command, word string) *fault {
	f := usage("error.unknown-command", "word", word)
	var names []string
	for _, sub := range parent.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if _, err := os.Stat(c.path(word)); err == nil && !parent.HasParent() {
		return f.hint("hint.scan-path", "path", word)
	}
	return f.meant(suggest.Closest(word, names)).hint("hint.help", "command", parent.CommandPath())
}

// paths is for commands that read chats. An empty path is mostly an unset
// variable of a script.
func (c *command) paths(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && !slices.Contains(args, "") {
		return nil
	}
	f := usage("error.no-path").hint("hint.give-path", "command", cmd.CommandPath())
	if !c.StdinTTY {
		f.hint("hint.pipe", "command", cmd.CommandPath())
	}
	return f
}

// atMost is for commands that take one argument and can do without.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return usage("error.too-many-arguments", "word", args[n]).hint("hint.help", "command", cmd.CommandPath())
	}
}

// flagFault turns the flag library's errors into faults.
func (c *command) flagFault(cmd *cobra.Command, err error) error {
	// "chatlint scna --strict": the flag is unknown because the command is.
	if words := cmd.Flags().Args(); cmd.HasAvailableSubCommands() && len(words) > 0 {
		return c.unknownCommand(cmd, words[0])
	}
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	f := usage("error.unexpected", "error", err.Error())
	switch {
	case errors.As(err, &unknown):
		f = unknownFlag(cmd, unknown)
	case errors.As(err, &missing):
		f = usage("error.flag-value-missing", "flag", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		f = usage("error.value", "place", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	case errors.As(err, &syntax):
		f = usage("error.flag-syntax", "word", syntax.GetSpecifiedFlag())
	}
	return f.hint("hint.help", "command", cmd.CommandPath())
}

func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) *fault {
	name := err.GetSpecifiedName()
	if err.GetSpecifiedShortnames() != "" {
		return usage("error.unknown-flag", "flag", "-"+name)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	slices.Sort(names)
	return usage("error.unknown-flag", "flag", "--"+name).meant(suggest.Closest("--"+name, names))
}
