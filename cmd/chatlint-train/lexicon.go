package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// lexiconCommand compiles the word lists, so that a scan need not.
func lexiconCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "compile the built-in word lists (go generate ./rules/lexicon)",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			data, err := lexicon.Compile()
			if err != nil {
				return err
			}
			return os.WriteFile(out, data, 0o644)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "compiled.bin", "file to write; go generate runs in the folder of the lists")
	return cmd
}
