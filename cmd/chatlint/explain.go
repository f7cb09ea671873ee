package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/explain"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// explainFormats are the formats of explain, the first for people.
var explainFormats = []string{"terminal", "json"}

// why is the command that tells why a message is reported. (Command.explain is
// how an error is put into words.)
func (c *command) why() *cobra.Command {
	cmd := c.build("explain", func(cmd *cobra.Command, args []string) error {
		if err := c.configure(cmd, args[0]); err != nil {
			return err
		}
		return c.runExplain(cmd, args[0])
	})
	cmd.Args = c.onePath
	cmd.Flags().IntP("message", "n", 0, c.texts.T("flag.message"))
	cmd.Flags().Int("line", 0, c.texts.T("flag.line"))
	cmd.Flags().StringP("format", "f", explainFormats[0], c.texts.T("flag.format-explain"))
	cmd.Flags().Bool("reveal", false, c.texts.T("flag.reveal"))
	c.outputFlag(cmd)
	c.ruleFlags(cmd)
	cmd.Flags().String("date-order", "", c.texts.T("flag.date-order"))
	complete(cmd, "format", explainFormats...)
	complete(cmd, "date-order", "auto", "dmy", "mdy", "ymd")
	return cmd
}

func (c *command) runExplain(cmd *cobra.Command, path string) error {
	format, err := oneOf("format", flag(cmd, "format"), explainFormats)
	if err != nil {
		return err
	}
	pick, err := pickFlags(cmd)
	if err != nil {
		return err
	}
	out, err := c.output(flag(cmd, "output"), []string{path})
	if err != nil {
		return err
	}
	defer out.discard()
	engine, err := c.engine()
	if err != nil {
		return err
	}
	in, inputs, err := c.insight(path, pick, engine)
	if err != nil {
		return err
	}
	opt := explain.Options{Lang: c.texts.Lang(), Rules: engine}
	reveal := c.StdoutTTY && out.name == "" && format == explainFormats[0]
	if f := cmd.Flags().Lookup("reveal"); f.Changed {
		reveal = f.Value.String() == "true"
	}
	if !reveal {
		opt.Mask = report.NewMask(opt.Lang, inputs)
	}
	if err := c.writeExplanation(out, explain.New(in, opt), format); err != nil {
		return err
	}
	return out.commit()
}

// picked says which message of a chat is meant. The zero value means none.
type picked struct{ number, line int }

// pickFlags reads which message is meant.
func pickFlags(cmd *cobra.Command) (picked, error) {
	var p picked
	for name, into := range map[string]*int{"message": &p.number, "line": &p.line} {
		n, err := cmd.Flags().GetInt(name)
		if err != nil {
			return p, err
		}
		if n < 1 && cmd.Flags().Changed(name) {
			return p, usage("error.value", "place", "--"+name, "value", flag(cmd, name)).hint("hint.from-one")
		}
		*into = n
	}
	if p.number > 0 && p.line > 0 {
		return p, usage("error.value", "place", "--line", "value", flag(cmd, "line")).hint("hint.one-message")
	}
	return p, nil
}

// is reports whether a message is the one that is meant.
func (p picked) is(m *chat.Message) bool {
	if p.number > 0 {
		return m.Index == p.number-1
	}
	return m.Line <= p.line && p.line <= m.Line+strings.Count(m.Text, "\n")
}

// insight judges the message that is meant: one of a chat, or a text from
// standard input.
func (c *command) insight(path string, p picked, engine *rules.Engine) (*lint.Insight, []lint.Input, error) {
	if path == stdinPath {
		return c.insightOfStdin(p, engine)
	}
	if _, err := os.Stat(c.path(path)); errors.Is(err, fs.ErrNotExist) && looksLikeText(path) {
		return nil, nil, usage("error.text-as-path").hint("hint.text", "command", "chatlint explain")
	}
	chats, closer, err := c.open([]string{path})
	if err != nil {
		return nil, nil, err
	}
	defer closer.Close()
	return c.ofChat(path, chats, p, engine)
}

// insightOfStdin reads a chat or, where no message of one is asked for, a message
// that stands by itself.
func (c *command) insightOfStdin(p picked, engine *rules.Engine) (*lint.Insight, []lint.Input, error) {
	if c.StdinTTY {
		fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), c.texts.T("hint.stdin-message"))
	}
	src, closer, err := c.spool(stdinPath, c.Stdin)
	if err != nil {
		return nil, nil, err
	}
	defer closer.Close()
	order, _ := chat.ParseDateOrder(c.cfg.DateOrder)
	chats, err := chat.Read(stdinPath, src, chat.Options{DateOrder: order})
	if err == nil {
		return c.ofChat(stdinPath, chats, p, engine)
	}
	if chat.CodeOf(err) != chat.NotAChat || p != (picked{}) {
		return nil, nil, err
	}
	text, readErr := messageText(src)
	if readErr != nil || text == "" || strings.ContainsRune(text, 0) { // a picture is no message
		return nil, nil, cmp.Or(readErr, err)
	}
	return lint.ExplainText(text, engine, lint.Options{}), []lint.Input{{}}, nil
}

// maxMessage is more than the app lets anybody write, in bytes.
const maxMessage = 1 << 20

// messageText reads a message that stands by itself.
func messageText(src chat.Source) (string, error) {
	in, err := src.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, maxMessage))
	return strings.TrimSpace(strings.ToValidUTF8(string(raw), "\uFFFD")), err
}

// ofChat judges the message that is meant in the only one of the chats.
func (c *command) ofChat(path string, chats []*chat.Chat, p picked, engine *rules.Engine) (*lint.Insight, []lint.Input, error) {
	if len(chats) > 1 {
		return nil, nil, usage("error.several-chats", "path", path).hint("hint.one-chat")
	}
	ch := chats[0]
	if p == (picked{}) {
		if ch.MessageCount != 1 {
			return nil, nil, usage("error.which-message", "path", path).hint("hint.which-message")
		}
		p.number = 1
	}
	in, err := lint.Explain(ch, engine, lint.Options{}, p.is)
	if err == nil && in == nil {
		err = usage("error.no-message", "path", path).hint("hint.no-message", "n", ch.MessageCount)
	}
	return in, lint.Inputs(chats), err
}

func (c *command) writeExplanation(out *output, x *explain.Explanation, format string) error {
	if format == explainFormats[0] {
		c.tellExplanation(out, x)
		return nil
	}
	enc := json.NewEncoder(report.EscapeJSON(out))
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(x)
}
