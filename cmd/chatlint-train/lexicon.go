package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// lexiconCommand compiles the word lists, so that a scan need not.
func lexiconCommand() *cobra.Command {
	return compileCommand("lexicon", "compile the built-in word lists (go generate ./rules/lexicon)", "compiled.bin", lexicon.Compile)
}

// compileCommand writes what compile returns. go generate runs it in the folder
// of the sources.
func compileCommand(name, short, file string, compile func() ([]byte, error)) *cobra.Command {
	cmd := &cobra.Command{
		Use:   name,
		Short: short,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			data, err := compile()
			if err != nil {
				return err
			}
			return os.WriteFile(file, data, 0o644)
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", file, "file to write")
	return cmd
}
