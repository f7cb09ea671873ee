package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/detector/tagger/train"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/spf13/cobra"
)

// taggerJob is the work of the subcommand tagger.
type taggerJob struct {
	data, labelled, model string
	parts                 []string
	folds, draws          int
	measure, misses       bool
	bias                  float32
	settings              tagger.Options
	out                   io.Writer
}

func taggerCommand() *cobra.Command {
	j := taggerJob{settings: train.Settings}
	cmd := &cobra.Command{
		Use:   "tagger",
		Short: "train the tagger of names, or measure it",
		Long: `Trains the tagger of names on the public data sets and the labelled chats of
the train part and writes the model. With --measure, measures the model file
instead; with --folds, cross-validates over the chats of train and tune.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			j.out = cmd.OutOrStdout()
			return j.run()
		},
	}
	f := cmd.Flags()
	f.StringVar(&j.data, "data", "", "folder with the public data sets")
	f.StringVar(&j.labelled, "labelled", "testdata/labelled", "folder with the labelled chats")
	f.StringVar(&j.model, "model", "detector/person.model", "model file")
	f.StringSliceVar(&j.parts, "parts", []string{"train"}, "parts of the labelled chats to train on")
	f.IntVar(&j.folds, "folds", 0, "cross-validate with so many folds")
	f.IntVar(&j.draws, "draws", train.Draws, "average so many models")
	f.BoolVar(&j.measure, "measure", false, "measure the model file")
	f.BoolVar(&j.misses, "misses", false, "print the mistakes on the tune part or on the folds")
	f.Float32Var(&j.bias, "bias", 0, "bonus for persons when measuring")
	f.Float64Var(&j.settings.L1, "l1", j.settings.L1, "strength of the penalty on weights")
	f.IntVar(&j.settings.Epochs, "epochs", j.settings.Epochs, "passes over the data")
	_ = cmd.MarkFlagRequired("data") // the flag exists
	return cmd
}

func (j *taggerJob) run() error {
	files, err := filepath.Glob(filepath.Join(j.labelled, "*.jsonl"))
	if err != nil {
		return err
	}
	chats, err := eval.Load(files, "")
	if err != nil {
		return err
	}
	data, err := train.Load(os.DirFS(j.data))
	if err != nil {
		return err
	}
	switch {
	case j.folds > 0:
		return j.validate(data, append(eval.Select(chats, eval.Train), eval.Select(chats, eval.Tune)...))
	case j.measure:
		return j.figures(data, chats)
	}
	var learn []*eval.Chat
	for _, p := range j.parts {
		learn = append(learn, eval.Select(chats, eval.Part(p))...)
	}
	packed := data.Train(learn, j.draws, j.options()).Encode(train.Prune, train.Lean)
	fmt.Fprintf(j.out, "model: %d bytes\n", len(packed))
	return os.WriteFile(j.model, packed, 0o644)
}

func (j *taggerJob) options() tagger.Options {
	o := j.settings
	o.Log = func(format string, args ...any) { fmt.Fprintf(j.out, format+"\n", args...) }
	return o
}

func (j *taggerJob) figures(data *train.Data, chats []*eval.Chat) error {
	packed, err := os.ReadFile(j.model)
	if err != nil {
		return err
	}
	m, err := tagger.Decode(string(packed), gazetteer.Lookup)
	if err != nil {
		return err
	}
	m = m.WithBias(j.bias)
	if j.misses {
		train.Misses(j.out, m, eval.Select(chats, eval.Tune))
		return nil
	}
	for _, part := range []eval.Part{eval.Tune, eval.Test} {
		fmt.Fprintf(j.out, "\nPersons in the %s part:\n\n", part)
		train.Print(j.out, train.Chats(m, eval.Select(chats, part)))
	}
	fmt.Fprintf(j.out, "\nPublic sets:\n\n")
	train.Print(j.out, data.Public(m))
	return nil
}

// validate trains on all folds but one and measures that one, by chat.
func (j *taggerJob) validate(data *train.Data, chats []*eval.Chat) error {
	var sum []train.Measurement
	for k := range j.folds {
		var learn, held []*eval.Chat
		for _, c := range chats {
			if fold(c.ID, j.folds) == k {
				held = append(held, c)
			} else {
				learn = append(learn, c)
			}
		}
		packed := data.Train(learn, j.draws, j.options()).Encode(train.Prune, train.Lean)
		m, err := tagger.Decode(string(packed), gazetteer.Lookup)
		if err != nil {
			return err
		}
		if j.misses {
			train.Misses(j.out, m.WithBias(j.bias), held)
		}
		sum = train.Add(sum, train.Chats(m.WithBias(j.bias), held))
	}
	fmt.Fprintf(j.out, "\nPersons, %d folds over train and tune:\n\n", j.folds)
	train.Print(j.out, sum)
	return nil
}

// fold keeps twelve neighbouring mini chats together: they may be near twins.
func fold(id string, folds int) int {
	set, number, _ := strings.Cut(id, "-")
	n := 0
	for _, r := range number {
		if '0' <= r && r <= '9' {
			n = 10*n + int(r-'0')
		}
	}
	n = (n - 1) / 12
	for _, r := range set {
		n += int(r)
	}
	return n % folds
}
