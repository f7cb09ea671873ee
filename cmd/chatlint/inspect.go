package main

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// inspectFormat is the only format of inspect.
const inspectFormat = "jsonl"

// inspect is the command that prints every message for other programs.
func (c *command) inspect() *cobra.Command {
	cmd := c.build("inspect", func(cmd *cobra.Command, paths []string) error {
		if format := flag(cmd, "format"); format != "" && format != inspectFormat {
			return usage("error.not-jsonl", "value", format)
		}
		return c.printMessages(cmd, paths)
	})
	cmd.Args = c.paths
	cmd.Flags().StringP("format", "f", "", c.texts.T("flag.format-inspect"))
	c.outputFlag(cmd)
	c.ruleFlags(cmd)
	c.readFlags(cmd)
	complete(cmd, "format", inspectFormat)
	return cmd
}

func (c *command) printMessages(cmd *cobra.Command, paths []string) error {
	if err := c.configure(cmd, paths[0]); err != nil {
		return err
	}
	out, err := c.output(flag(cmd, "output"), paths)
	if err != nil {
		return err
	}
	defer out.discard()
	with, err := c.material(paths)
	if err != nil {
		return err
	}
	defer with.Close()

	lines := newMessageLines(report.EscapeJSON(out))
	_, err = lint.Each(cmd.Context(), with.chats, with.engine, lint.Options{Workers: c.cfg.Jobs}, lines.write)
	if err != nil {
		return err
	}
	return out.commit()
}

// The objects that inspect prints. Other programs rely on their fields, in
// name, meaning and order.
type (
	inspectedMessage struct { // entities and findings follow
		Index      int       `json:"index"`
		Line       int       `json:"line"`
		Time       string    `json:"time"`
		Sender     *string   `json:"sender"`
		Kind       chat.Kind `json:"kind"`
		Text       string    `json:"text"`
		Edited     bool      `json:"edited"`
		Attachment string    `json:"attachment"`
	}
	inspectedEntity struct {
		Type  detector.Type `json:"type"`
		Start int           `json:"start"`
		End   int           `json:"end"`
		Text  string        `json:"text"`
		Score float64       `json:"score"`
		Why   string        `json:"why"`
	}
	inspectedFinding struct {
		Rule       string         `json:"rule"`
		Category   rules.Category `json:"category"`
		Severity   rules.Severity `json:"severity"`
		Confidence float64        `json:"confidence"`
		About      rules.About    `json:"about"`
		Spans      [][2]int       `json:"spans"`
		Evidence   []string       `json:"evidence"`
	}
)

// messageLines writes messages, one line each. A very long one has hundreds of
// thousands of entities, so each goes out as soon as it is encoded.
type messageLines struct {
	out io.Writer
	enc *json.Encoder // to out, without the last bytes
	cut int           // so many of them
	err error
}

func newMessageLines(out io.Writer) *messageLines {
	l := &messageLines{out: out}
	l.enc = json.NewEncoder(l)
	l.enc.SetEscapeHTML(false)
	return l
}

// Write takes what the encoder makes of one value.
func (l *messageLines) Write(p []byte) (int, error) {
	if _, err := l.out.Write(p[:len(p)-l.cut]); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (l *messageLines) write(m *lint.Checked) error {
	l.value(inspectedHead(&m.Message), len("}\n"))
	l.text(`,"entities":[`)
	points, sep := report.NewCodePoints(m.Message.Text), ""
	for _, e := range m.Entities {
		// Places and firms only help to tell persons apart.
		if e.Type == detector.Location || e.Type == detector.Organization {
			continue
		}
		l.text(sep)
		l.value(inspectedSpan(&e, m.Message.Text, points), len("\n"))
		sep = ","
	}
	l.text(`],"findings":[`)
	for i := range m.Findings {
		if i > 0 {
			l.text(",")
		}
		l.value(inspectedRule(&m.Findings[i], points), len("\n"))
	}
	l.text("]}\n")
	return l.err
}

// value writes a value without the last bytes of its line.
func (l *messageLines) value(v any, cut int) {
	if l.err == nil {
		l.cut = cut
		l.err = l.enc.Encode(v)
	}
}

func (l *messageLines) text(s string) {
	if l.err == nil {
		_, l.err = io.WriteString(l.out, s)
	}
}

func inspectedHead(msg *chat.Message) inspectedMessage {
	out := inspectedMessage{
		Index: msg.Index, Line: msg.Line, Time: report.WallClock(msg.Time),
		Kind: msg.Kind, Text: msg.Text, Edited: msg.Edited, Attachment: msg.Attachment,
	}
	if msg.Kind != chat.System && msg.Sender != "" {
		out.Sender = &msg.Sender
	}
	return out
}

func inspectedSpan(e *detector.Entity, text string, points *report.CodePoints) inspectedEntity {
	at := points.Span(rules.Span{Start: e.Start, End: e.End})
	return inspectedEntity{
		Type: e.Type, Start: at[0], End: at[1], Text: text[e.Start:e.End], Score: report.Rounded(float64(e.Score)), Why: e.Why,
	}
}

func inspectedRule(f *lint.Finding, points *report.CodePoints) inspectedFinding {
	out := inspectedFinding{
		Rule: f.Rule, Category: f.Category, Severity: f.Severity,
		Confidence: report.Rounded(f.Confidence), About: f.About,
		Spans: [][2]int{}, Evidence: []string{},
	}
	for _, s := range f.Spans {
		out.Spans = append(out.Spans, points.Span(s))
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, reason(e, f.Message.Text))
	}
	return out
}

// reason words a piece of evidence: its key, and the words it points at.
func reason(e rules.Evidence, text string) string {
	if e.Span.Start == e.Span.End {
		return e.Key
	}
	return e.Key + " " + strconv.Quote(text[e.Span.Start:e.Span.End])
}
