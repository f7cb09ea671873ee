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

	"github.com/fatih/color"
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
	if path != stdinPath {
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
	if c.StdinTTY {
		fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), c.texts.T("hint.stdin-message"))
	}
	src, closer, err := c.spool(path, c.Stdin)
	if err != nil {
		return nil, nil, err
	}
	defer closer.Close()
	order, _ := chat.ParseDateOrder(c.cfg.DateOrder)
	chats, err := chat.Read(path, src, chat.Options{DateOrder: order})
	if chat.CodeOf(err) == chat.NotAChat && p == (picked{}) {
		text, readErr := messageText(src)
		if readErr != nil || text == "" {
			return nil, nil, cmp.Or(readErr, err)
		}
		return lint.ExplainText(text, engine, lint.Options{}), []lint.Input{{}}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return c.ofChat(path, chats, p, engine)
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

// tellExplanation writes for people.
func (c *command) tellExplanation(out *output, x *explain.Explanation) {
	p := teller{command: c, out: out, width: c.textWidth(), bold: c.style(c.StdoutTTY && out.name == "", color.Bold)}
	p.message(&x.Message)
	if len(x.Findings) == 0 {
		fmt.Fprintf(out, "\n%s\n", p.bold(c.texts.T(p.nothing(&x.Message))))
	}
	for i := range x.Findings {
		p.finding(&x.Findings[i])
	}
	p.recognised(x.Entities)
	p.considered(x.Considered)
	if x.Masked {
		fmt.Fprintf(out, "\n%s\n", wrap(c.texts.T("explain.masked"), p.width))
	}
}

// teller writes an explanation.
type teller struct {
	*command
	out   *output
	width int
	bold  func(string) string
}

func (p *teller) message(m *explain.Message) {
	var head []string
	if !m.At().IsZero() {
		head = append(head, p.texts.T("explain.message", "n", m.Number), p.texts.T("explain.line", "n", m.Line), m.At().Format(p.texts.T("explain.time")))
	}
	if m.Sender != "" {
		head = append(head, printable(m.Sender))
	}
	if len(head) > 0 {
		fmt.Fprintln(p.out, p.bold(strings.Join(head, " · ")))
	}
	for line := range strings.SplitSeq(marked(m.Text, m.Spans()), "\n") {
		for part := range strings.SplitSeq(wrap(printable(line), p.width-4), "\n") {
			fmt.Fprintln(p.out, "  │ "+part)
		}
	}
}

// marked sets the places in a text between guillemets.
func marked(text string, spans []rules.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "«" + text[s.Start:s.End] + "»")
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// nothing says that there is no finding; what no person wrote is not judged.
func (p *teller) nothing(m *explain.Message) string {
	if m.Kind == chat.System || m.Kind == chat.Deleted {
		return "explain.not-judged"
	}
	return "explain.nothing"
}

func (p *teller) finding(f *explain.Finding) {
	level := strings.ToUpper(p.texts.T("severity." + f.Severity.String()))
	fmt.Fprintf(p.out, "\n%s\n", p.bold(level+"  "+f.Title))
	p.paragraph("explain.person", f.Person)
	p.paragraph("explain.words", p.words(f.Words))
	p.paragraph("explain.decided", f.Decided)
	p.paragraph("explain.level", f.Level)
	p.paragraph("explain.why", f.Why)
	p.paragraph("explain.legal", strings.Join(f.Legal, ", "))
	p.paragraph("explain.advice", f.Advice)
}

// words quotes words with what they stand for, said once for neighbours that
// stand for the same.
func (p *teller) words(list []explain.Words) string {
	var b strings.Builder
	for i, w := range list {
		b.WriteString(p.quoted(w.Text))
		if i+1 == len(list) || list[i+1].Sense != w.Sense {
			b.WriteString(" (" + w.Sense + ")")
		}
		if i+1 < len(list) {
			b.WriteString(", ")
		}
	}
	return b.String()
}

// quoted puts words of the message into quotation marks.
func (p *teller) quoted(words string) string {
	return p.texts.T("explain.quoted", "words", printable(strings.ReplaceAll(words, "\n", " ")))
}

// paragraph writes a text below its label, unless it is empty.
func (p *teller) paragraph(label, text string) {
	if text == "" {
		return
	}
	var b strings.Builder
	hanging(&b, p.width, "  "+p.texts.T(label)+": ", text)
	fmt.Fprint(p.out, b.String())
}

func (p *teller) recognised(entities []explain.Entity) {
	var list []string
	for _, e := range entities {
		list = append(list, p.quoted(e.Text)+" ("+e.Sense+")")
	}
	if len(list) > 0 {
		fmt.Fprintln(p.out)
		p.paragraph("explain.recognised", strings.Join(list, ", "))
	}
}

func (p *teller) considered(list []explain.Considered) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(p.out, "\n%s\n", p.bold(p.texts.T("explain.considered")))
	for _, c := range list {
		var b strings.Builder
		hanging(&b, p.width, "  • ", c.Text)
		fmt.Fprint(p.out, b.String())
	}
}
