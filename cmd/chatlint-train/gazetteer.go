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
	var data, out string
	cmd := &cobra.Command{
		Use:   "gazetteer",
		Short: "build the gazetteer from name lists, frequency lists and prose",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			words, err := build.Words(os.DirFS(data), lists.FS)
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
	cmd.Flags().StringVar(&out, "out", "detector/gazetteer/gazetteer.bin", "file to write")
	_ = cmd.MarkFlagRequired("data") // the flag exists
	return cmd
}
