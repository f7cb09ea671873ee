package main

import (
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// rulesCommand compiles the built-in rules, so that a scan need not.
func rulesCommand() *cobra.Command {
	return compileCommand("rules", "compile the built-in rules (go generate ./rules)", "compiled.json", rules.CompileBuiltin)
}
