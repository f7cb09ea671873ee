// Command chatlint-bench measures how fast a scan is, and how much memory it
// takes, on synthetic exports of any size. docs/performance.md says how to read
// what it prints.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/locale"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	texts := locale.Detect(os.LookupEnv)
	if err := root(texts).ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(2)
	}
}

// root measures; the command below it only writes an export.
func root(lang locale.Lang) *cobra.Command {
	m := meter{lang: string(lang)}
	cmd := &cobra.Command{
		Use:   "chatlint-bench",
		Short: "measure scans of synthetic exports",
		Long: `Builds chatlint, writes synthetic exports and scans each of them in a process
of its own. All figures of a run are measured side by side; of several attempts
the fastest counts, because other work can only add to it.`,
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return m.run(cmd.Context(), cmd.OutOrStdout()) },
	}
	m.mix.flags(cmd)
	f := cmd.Flags()
	f.IntSliceVarP(&m.sizes, "messages", "n", []int{10_000, 100_000, 1_000_000}, "sizes of the exports, smallest first, up to 5,000,000")
	f.IntVar(&m.attempts, "attempts", 3, "how often each figure is measured")
	f.BoolVar(&m.stages, "stages", false, "also run the benchmarks of the single stages")
	f.BoolVar(&m.json, "json", false, "print JSON in place of a table")
	f.StringVar(&m.lang, "lang", m.lang, "language of the table, de or en")
	f.StringVar(&m.binary, "binary", "", "measure this chatlint in place of one built from the working tree")
	f.StringVar(&m.dir, "dir", "", "folder for the exports; what it holds already is used again (default: a temporary folder)")
	cmd.AddCommand(generateCommand())
	return cmd
}

// generateCommand writes one export. The meter runs it as a process of its own:
// on Linux a process inherits the peak memory of the one that started it, so
// the meter itself has to stay small.
func generateCommand() *cobra.Command {
	var mix mix
	var n int
	var out string
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "write a synthetic export",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				return mix.generate(os.Stdout, n)
			}
			return mix.create(out, n)
		},
	}
	mix.flags(cmd)
	cmd.Flags().IntVarP(&n, "messages", "n", 10_000, "number of messages")
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write (default: standard output)")
	return cmd
}
