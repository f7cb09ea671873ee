package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/internal/train"
	"github.com/chatlint/chatlint/rules"
)

// messageCommand trains the learned message model, or measures it by
// cross-validation.
func messageCommand() *cobra.Command {
	var output string
	var folds int
	var mistakes bool
	opt := train.DefaultSettings
	cmd := &cobra.Command{
		Use:   "message FILE.jsonl...",
		Short: "train the message model on the training and tuning parts of labelled chats",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			chats, err := learningChats(args)
			if err != nil {
				return err
			}
			if folds > 0 {
				return crossValidate(cmd.OutOrStdout(), chats, folds, mistakes, opt)
			}
			return trainMessage(chats, output, opt)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "rules/model/message.bin", "file to write")
	f.IntVar(&folds, "cv", 0, "measure by cross-validation over so many folds instead of writing a model")
	f.BoolVar(&mistakes, "errors", false, "with --cv, list the misses and false alarms too")
	f.Float64Var(&opt.Alpha, "alpha", opt.Alpha, "learning rate")
	f.Float64Var(&opt.L1, "l1", opt.L1, "strength of the L1 term")
	f.Float64Var(&opt.L2, "l2", opt.L2, "strength of the L2 term")
	f.IntVar(&opt.Epochs, "epochs", opt.Epochs, "passes over the messages")
	f.IntVar(&opt.MinCount, "min-count", opt.MinCount, "chats a feature must stand in")
	f.IntVar(&opt.Draws, "draws", opt.Draws, "models whose weights are averaged")
	f.Float64Var(&opt.Beta, "beta", opt.Beta, "beta of the F measure that thresholds maximise")
	f.Float64Var(&opt.Natural, "natural", opt.Natural, "weight of a message of a long chat")
	return cmd
}

// learningChats loads the parts that models may be made from.
func learningChats(files []string) ([]*eval.Chat, error) {
	chats, err := eval.Load(files, "")
	if err != nil {
		return nil, err
	}
	return append(eval.Select(chats, eval.Train), eval.Select(chats, eval.Tune)...), nil
}

func trainMessage(chats []*eval.Chat, output string, opt train.Settings) error {
	engine, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		return err
	}
	packed, err := train.Message(train.Study(chats, engine), opt)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", output, len(packed))
	return os.WriteFile(output, packed, 0o644)
}

// crossValidate prints the figures of the rules alone and of rules and model
// together, each chat judged by a model that has not seen it.
func crossValidate(w io.Writer, chats []*eval.Chat, folds int, mistakes bool, opt train.Settings) error {
	plain, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		return err
	}
	rulesOnly, err := eval.Run(chats, eval.NewPredictor(plain), eval.Options{Part: eval.All})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "rules only")
	if err := eval.WriteTable(w, rulesOnly); err != nil {
		return err
	}
	held := train.CrossValidate(chats, train.Study(chats, plain), folds, func(rest []train.Lesson) (eval.Predictor, error) {
		packed, err := train.Message(rest, opt)
		if err != nil {
			return nil, err
		}
		engine, err := rules.Load(rules.Options{Model: bytes.NewReader(packed)})
		if err != nil {
			return nil, err
		}
		return eval.NewPredictor(engine), nil
	})
	both, err := eval.Run(chats, held, eval.Options{Part: eval.All, Mistakes: mistakes})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nrules and model")
	if err := eval.WriteTable(w, both); err != nil {
		return err
	}
	return eval.WriteMistakes(w, both)
}
