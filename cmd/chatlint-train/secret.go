package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/train"
)

// secretCommand trains the labeller of codes, passwords and hiding places, or measures
// it by cross-validation.
func secretCommand() *cobra.Command {
	var output string
	folds := 0
	opt := train.SecretSettings
	cmd := &cobra.Command{
		Use:   "secret FILE.jsonl...",
		Short: "train the labeller of codes, passwords and hiding places",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if folds < 0 || folds == 1 {
				return fmt.Errorf("--cv %d: a cross-validation needs at least 2 folds", folds)
			}
			chats, err := learningChats(args)
			if err != nil {
				return err
			}
			if folds == 0 {
				packed := train.Secrets(chats, opt)
				if err := os.WriteFile(output, packed, 0o644); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %d bytes\n", output, len(packed))
				return nil
			}
			c, err := train.MeasureSecrets(chats, folds, opt)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d secrets, precision %.3f, recall %.3f, F1 %.3f\n", c.Gold, c.Precision(), c.Recall(), c.F1())
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "detector/secret.model", "file to write")
	f.IntVar(&folds, "cv", 0, "measure by cross-validation over so many folds instead of writing a model")
	f.Float64Var(&opt.Alpha, "alpha", opt.Alpha, "learning rate")
	f.Float64Var(&opt.L1, "l1", opt.L1, "strength of the L1 term")
	f.Float64Var(&opt.L2, "l2", opt.L2, "strength of the L2 term")
	f.IntVar(&opt.Epochs, "epochs", opt.Epochs, "passes over the messages")
	f.IntVar(&opt.MinCount, "min-count", opt.MinCount, "chats a feature must stand in")
	return cmd
}
