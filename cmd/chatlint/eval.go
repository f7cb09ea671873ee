package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

// resamples is how many draws the confidence intervals of eval rest on.
const resamples = 1000

// eval is the command that measures the rules against labelled chats.
func (c *command) eval() *cobra.Command {
	cmd := c.build("eval", c.runEval)
	cmd.Args = c.labelledFiles
	flags := cmd.Flags()
	flags.String("part", string(eval.All), c.texts.T("flag.part"))
	flags.String("split", "", c.texts.T("flag.split", "file", eval.SplitName))
	flags.StringArray("category", nil, c.texts.T("flag.category"))
	flags.Bool("errors", false, c.texts.T("flag.errors"))
	flags.Bool("json", false, c.texts.T("flag.json"))
	complete(cmd, "part", words(eval.Parts)...)
	complete(cmd, "category", words(rules.Categories)...)
	c.ruleFlags(cmd)
	return cmd
}

// labelledFiles is for commands that read labelled chats.
func (c *command) labelledFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("error.no-labelled").hint("hint.help", "command", cmd.CommandPath())
	}
	return nil
}

func (c *command) runEval(cmd *cobra.Command, files []string) error {
	if err := c.configure(cmd, files[0]); err != nil {
		return err
	}
	opt, err := evalOptions(cmd)
	if err != nil {
		return err
	}
	engine, err := c.engine()
	if err != nil {
		return err
	}
	chats, err := c.labelled(cmd, files)
	if err != nil {
		return err
	}
	report, err := eval.Run(chats, eval.NewPredictor(engine), opt)
	if err != nil {
		return err
	}
	return c.printMeasured(cmd, report)
}

// evalOptions reads what is to be measured.
func evalOptions(cmd *cobra.Command) (eval.Options, error) {
	opt := eval.Options{Resamples: resamples}
	var err error
	if opt.Part, err = oneOf("part", flag(cmd, "part"), eval.Parts); err != nil {
		return opt, err
	}
	categories, err := cmd.Flags().GetStringArray("category")
	if err != nil {
		return opt, err
	}
	for _, word := range categories {
		category, err := oneOf("category", word, rules.Categories)
		if err != nil {
			return opt, err
		}
		opt.Categories = append(opt.Categories, category)
	}
	opt.Mistakes, err = cmd.Flags().GetBool("errors")
	if opt.Mistakes && opt.Part == eval.Test {
		return opt, usage("error.test-texts").hint("hint.test-texts")
	}
	return opt, err
}

// oneOf reads a word that must be one of a list.
func oneOf[T ~string](flag, word string, list []T) (T, error) {
	if slices.Contains(list, T(word)) {
		return T(word), nil
	}
	return "", usage("error.value", "place", "--"+flag, "value", word).hint("hint.allowed", "words", strings.Join(words(list), ", "))
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// labelled reads the labelled chats with their split.
func (c *command) labelled(cmd *cobra.Command, files []string) ([]*eval.Chat, error) {
	split := flag(cmd, "split")
	if split != "" {
		split = c.path(split)
	}
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = c.path(f)
	}
	chats, err := eval.Load(paths, split)
	var syntax *eval.SyntaxError
	var path *fs.PathError
	switch {
	case errors.As(err, &syntax):
		return nil, usage("error.labelled", "error", syntax.Error()).hint("hint.labelled")
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return nil, usage("error.missing-path", "path", path.Path)
	case errors.As(err, &path):
		return nil, usage("error.unreadable", "path", path.Path)
	}
	return chats, err
}

func (c *command) printMeasured(cmd *cobra.Command, report *eval.Report) error {
	asJSON, err := cmd.Flags().GetBool("json")
	if err != nil {
		return err
	}
	out := newOutput(c.Stdout, "")
	if asJSON {
		err = eval.WriteJSON(out, report)
	} else if err = eval.WriteTable(out, report); err == nil {
		err = eval.WriteMistakes(out, report)
	}
	if err != nil {
		return err
	}
	return out.commit()
}
