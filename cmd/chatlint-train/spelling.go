package main

import (
	"fmt"
	"os"

	"github.com/chatlint/chatlint/detector/spelling"
	"github.com/chatlint/chatlint/detector/spelling/build"
	"github.com/spf13/cobra"
)

func spellingCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "spelling DIR",
		Short: "build the filter of known words from the dictionaries of the npm packages in DIR",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			words, err := build.Words(os.DirFS(args[0]))
			if err != nil {
				return err
			}
			data := spelling.Encode(words)
			fmt.Fprintf(cmd.OutOrStdout(), "%d words, %d bytes\n", len(words), len(data))
			return os.WriteFile(out, data, 0o644)
		},
	}
	cmd.Flags().StringVar(&out, "out", "detector/spelling/words.bin", "file to write")
	return cmd
}
