// Command chatlint-train rebuilds the data files that chatlint embeds. It is a
// tool of the developers: building chatlint does not run it.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "chatlint-train",
		Short:         "rebuild the data files that chatlint embeds",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(gazetteerCommand(), taggerCommand(), messageCommand(), secretCommand(), lexiconCommand(), spellingCommand(), rulesCommand(), postagCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
