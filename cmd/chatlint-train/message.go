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
	var mistakes, noRules bool
	opt := train.DefaultSettings
	cmd := &cobra.Command{
		Use:   "message FILE.jsonl...",
		Short: "train the message model on the training and tuning parts of labelled chats",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.Check(); err != nil {
				return err
			}
			chats, err := learningChats(args)
			if err != nil {
				return err
			}
			weights, err := train.LoadWeights(args)
			if err != nil {
				return err
			}
			if folds > 0 {
				return crossValidate(cmd.OutOrStdout(), chats, validation{folds, mistakes, noRules, weights, opt})
			}
			return trainMessage(chats, output, weights, opt)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "rules/model/message.bin", "file to write")
	f.IntVar(&folds, "cv", 0, "measure by cross-validation over so many folds instead of writing a model")
	f.BoolVar(&mistakes, "errors", false, "with --cv, list the misses and false alarms too")
	f.BoolVar(&noRules, "without-rules", false, "with --cv, measure the model alone instead of rules and of both")
	f.Float64Var(&opt.Alpha, "alpha", opt.Alpha, "learning rate of the linear models")
	f.Float64Var(&opt.L1, "l1", opt.L1, "strength of their L1 term")
	f.Float64Var(&opt.L2, "l2", opt.L2, "strength of their L2 term")
	f.IntVar(&opt.Epochs, "epochs", opt.Epochs, "passes over the messages of a linear model")
	f.IntVar(&opt.MinCount, "min-count", opt.MinCount, "chats a feature must stand in")
	f.IntVar(&opt.Draws, "draws", opt.Draws, "models whose weights are averaged")
	f.Float64Var(&opt.Drop, "drop", opt.Drop, "share of the features that a step of the network leaves out")
	f.Float64Var(&opt.Rate, "rate", opt.Rate, "learning rate of the network")
	f.IntVar(&opt.NetworkEpochs, "network-epochs", opt.NetworkEpochs, "passes over the messages of the network")
	f.Float64Var(&opt.Forget, "forget", opt.Forget, "share of the vectors that the network can do without when it has learnt")
	f.Float64Var(&opt.Gate, "gate", opt.Gate, "log-odds of the linear model from which the network looks")
	f.Float64Var(&opt.Alert, "alert", opt.Alert, "probability of anything at all from which a message is flagged")
	f.Float64Var(&opt.Report, "report", opt.Report, "probability from which a category is reported beside the likeliest")
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

func trainMessage(chats []*eval.Chat, output string, weights train.Weights, opt train.Settings) error {
	engine, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		return err
	}
	packed, err := train.Message(train.Study(chats, engine, weights), opt)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", output, len(packed))
	return os.WriteFile(output, packed, 0o644)
}

// validation is how crossValidate measures.
type validation struct {
	folds    int
	mistakes bool
	noRules  bool
	weights  train.Weights
	settings train.Settings
}

// crossValidate prints the figures of the rules alone and of rules and model
// together, or of the model alone, each chat judged by a model that has not seen
// it.
func crossValidate(w io.Writer, chats []*eval.Chat, v validation) error {
	plain, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		return err
	}
	if v.noRules {
		return held(w, "model alone", chats, v, rulesOf(plain))
	}
	alone, err := eval.Run(chats, eval.NewPredictor(plain), eval.Options{Part: eval.All})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "rules alone")
	if err := eval.WriteTable(w, alone); err != nil {
		return err
	}
	return held(w, "\nrules and model", chats, v, nil)
}

// rulesOf returns the IDs of the rules that do not stand for the model.
func rulesOf(e *rules.Engine) (ids []string) {
	for _, r := range e.Rules() {
		if !r.Learned {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// held prints the figures of a system without some rules, made from the other
// chats for each.
func held(w io.Writer, title string, chats []*eval.Chat, v validation, without []string) error {
	student, err := rules.Load(rules.Options{RulesOnly: true, Disabled: without})
	if err != nil {
		return err
	}
	system := train.CrossValidate(chats, train.Study(chats, student, v.weights), v.folds, func(rest []train.Lesson) (eval.Predictor, error) {
		packed, err := train.Message(rest, v.settings)
		if err != nil {
			return nil, err
		}
		engine, err := rules.Load(rules.Options{Model: bytes.NewReader(packed), Disabled: without})
		if err != nil {
			return nil, err
		}
		return eval.NewPredictor(engine), nil
	})
	report, err := eval.Run(chats, system, eval.Options{Part: eval.All, Mistakes: v.mistakes})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, title)
	if err := eval.WriteTable(w, report); err != nil {
		return err
	}
	return eval.WriteMistakes(w, report)
}
