package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/redact"
	"github.com/chatlint/chatlint/rules"
)

// mode is what redact puts in place of personal data.
type mode string

// The modes of redact.
const (
	pseudonym mode = "pseudonym"
	mask      mode = "mask"
	drop      mode = "drop" // pseudonyms, and flagged messages go
)

var modes = []mode{pseudonym, mask, drop}

// redact is the command that writes a chat without personal data.
func (c *command) redact() *cobra.Command {
	cmd := c.build("redact", func(cmd *cobra.Command, args []string) error { return c.runRedact(cmd, args[0]) })
	cmd.Args = c.onePath
	flags := cmd.Flags()
	flags.StringP("output", "o", "", c.texts.T("flag.redact-output"))
	flags.String("mode", string(pseudonym), c.texts.T("flag.mode"))
	flags.String("min-severity", "", c.texts.T("flag.redact-min-severity"))
	flags.String("drop-severity", "", c.texts.T("flag.drop-severity"))
	flags.Bool("keep-media", false, c.texts.T("flag.keep-media"))
	flags.String("map", "", c.texts.T("flag.map"))
	flags.String("names", "", c.texts.T("flag.names"))
	flags.String("date-order", "", c.texts.T("flag.date-order"))
	complete(cmd, "mode", words(modes)...)
	complete(cmd, "min-severity", "low", "medium", "high", "critical")
	complete(cmd, "drop-severity", "low", "medium", "high", "critical")
	complete(cmd, "date-order", "auto", "dmy", "mdy", "ymd")
	c.ruleFlags(cmd)
	return cmd
}

// onePath is for commands that read one chat.
func (c *command) onePath(cmd *cobra.Command, args []string) error {
	if err := c.paths(cmd, args); err != nil {
		return err
	}
	return atMost(1)(cmd, args)
}

func (c *command) runRedact(cmd *cobra.Command, path string) error {
	if err := c.configure(cmd, path); err != nil {
		return err
	}
	opt, err := c.redactOptions(cmd)
	if err != nil {
		return err
	}
	if flag(cmd, "output") == "" {
		return usage("error.redact-no-output").hint("hint.redact-output", "command", cmd.CommandPath(), "path", path)
	}
	table, err := c.tableFile(cmd, path)
	if err != nil {
		return err
	}
	defer table.discard()
	out, err := c.output(flag(cmd, "output"), []string{path, cmp.Or(flag(cmd, "map"), path)})
	if err != nil {
		return err
	}
	defer out.discard()
	chats, closer, err := c.open([]string{path})
	if err != nil {
		return err
	}
	defer closer.Close()
	write, err := redactWriter(cmd, path, chats)
	if err != nil {
		return err
	}
	engine, err := c.engine()
	if err != nil {
		return err
	}
	opt.Lang = string(c.reportLang(chats)) // stand-ins belong into the text
	result, err := redact.Run(cmd.Context(), chats, engine, opt)
	if err != nil {
		return err
	}
	defer result.Release()
	if err := write(out, result); err != nil {
		return err
	}
	// The table goes first: without it nobody could reverse the chat.
	if err := table.write(result.Table); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	c.sayRedacted(result)
	return nil
}

// redactOptions reads how to redact.
func (c *command) redactOptions(cmd *cobra.Command) (redact.Options, error) {
	opt := redact.Options{Scratch: c.scratch}
	opt.DateOrder, _ = chat.ParseDateOrder(c.cfg.DateOrder)
	chosen, err := oneOf("mode", flag(cmd, "mode"), modes)
	if err != nil {
		return opt, err
	}
	opt.Mask = chosen == mask
	if chosen == drop {
		opt.Drop = severity(c.cfg.MinSeverity, rules.Low)
	}
	if opt.Names, err = c.namesToHide(flag(cmd, "names")); err != nil {
		return opt, err
	}
	if word := flag(cmd, "drop-severity"); word != "" {
		level, err := oneOf("drop-severity", word, []string{"low", "medium", "high", "critical"})
		if err != nil {
			return opt, err
		}
		opt.Drop = severity(level, opt.Drop)
	}
	return opt, nil
}

// redactWriter returns what writes the result in the form of the input: a zip as
// a zip, a text as a text.
func redactWriter(cmd *cobra.Command, path string, chats []*chat.Chat) (func(io.Writer, *redact.Result) error, error) {
	keep, err := cmd.Flags().GetBool("keep-media")
	if err != nil {
		return nil, err
	}
	first := chats[0]
	for _, ch := range chats {
		if ch.Path != first.Path {
			return nil, usage("error.redact-several", "path", path).hint("hint.redact-several")
		}
	}
	if first.Entry == "" {
		return func(w io.Writer, r *redact.Result) error { return r.Write(w) }, nil
	}
	if info, err := os.Stat(first.Path); err != nil || !info.Mode().IsRegular() {
		return nil, usage("error.redact-stream").hint("hint.redact-stream")
	}
	return func(w io.Writer, r *redact.Result) error {
		in, err := chat.File(first.Path).Open()
		if err != nil {
			return err
		}
		defer in.Close()
		if in.Size() != first.Bytes {
			return &chat.Error{Code: chat.ChangedMeanwhile, Path: path}
		}
		return r.WriteZip(w, in, keep)
	}, nil
}

// tableFile opens the file that --map names, with nothing behind it if there is
// none.
func (c *command) tableFile(cmd *cobra.Command, input string) (*tableFile, error) {
	name := flag(cmd, "map")
	switch name {
	case "":
		return &tableFile{}, nil
	case "-", flag(cmd, "output"):
		return nil, usage("error.value", "place", "--map", "value", name)
	}
	out, err := c.output(name, []string{input})
	if err != nil {
		return nil, err
	}
	return &tableFile{out}, nil
}

// tableFile is where the stand-ins are listed with what they stand for. Only the
// user can read it.
type tableFile struct{ out *output }

// tableSchema names the form of the table and its version.
const tableSchema = "chatlint/redaction-map/1"

func (t *tableFile) write(entries []redact.Entry) error {
	if t.out == nil {
		return nil
	}
	enc := json.NewEncoder(t.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	err := enc.Encode(struct {
		Schema  string         `json:"schema"`
		Entries []redact.Entry `json:"entries"`
	}{tableSchema, entries})
	if err != nil {
		return err
	}
	return t.out.commit()
}

func (t *tableFile) discard() {
	if t.out != nil {
		t.out.discard()
	}
}

// sayRedacted tells what was replaced, and what the chat still tells of people
// who are not named any more.
func (c *command) sayRedacted(r *redact.Result) {
	names, others := 0, 0
	for typ, n := range r.Replaced {
		if typ == detector.Person {
			names += n
		} else {
			others += n
		}
	}
	line := []string{c.texts.N("redact.names", names), c.texts.N("redact.others", others)}
	if r.Dropped > 0 {
		line = append(line, c.texts.N("redact.dropped", r.Dropped))
	}
	fmt.Fprintln(c.Stderr, strings.Join(line, ", "))
	left := 0
	var levels []string
	for level := rules.Critical; level >= rules.Low; level-- {
		if n := r.Remaining[level]; n > 0 {
			left += n
			levels = append(levels, fmt.Sprintf("%s %d", c.texts.T("severity."+level.String()), n))
		}
	}
	if left > 0 {
		fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), c.texts.N("redact.remaining", left, "levels", strings.Join(levels, ", ")))
	}
}

// explainRedaction says why a redaction failed.
func explainRedaction(e *redact.Error) *fault {
	return failed("error.redact-"+string(e.Reason), "line", e.Line).hint("hint.redact-failed")
}
