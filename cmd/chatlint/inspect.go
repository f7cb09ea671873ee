package main

import (
	"encoding/json"
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

	enc := json.NewEncoder(report.EscapeJSON(out))
	enc.SetEscapeHTML(false)
	_, err = lint.Each(cmd.Context(), with.chats, with.engine, lint.Options{Workers: c.cfg.Jobs}, func(m *lint.Checked) error {
		return enc.Encode(inspected(m))
	})
	if err != nil {
		return err
	}
	return out.commit()
}

// The objects that inspect prints. Other programs rely on their fields, in
// name, meaning and order.
type (
	inspectedMessage struct {
		Index      int                `json:"index"`
		Line       int                `json:"line"`
		Time       string             `json:"time"`
		Sender     *string            `json:"sender"`
		Kind       chat.Kind          `json:"kind"`
		Text       string             `json:"text"`
		Edited     bool               `json:"edited"`
		Attachment string             `json:"attachment"`
		Entities   []inspectedEntity  `json:"entities"`
		Findings   []inspectedFinding `json:"findings"`
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

func inspected(m *lint.Checked) inspectedMessage {
	msg := &m.Message
	out := inspectedMessage{
		Index: msg.Index, Line: msg.Line, Time: report.WallClock(msg.Time),
		Kind: msg.Kind, Text: msg.Text, Edited: msg.Edited, Attachment: msg.Attachment,
		Entities: []inspectedEntity{}, Findings: []inspectedFinding{},
	}
	if msg.Kind != chat.System && msg.Sender != "" {
		out.Sender = &msg.Sender
	}
	points := report.NewCodePoints(msg.Text)
	for _, e := range m.Entities {
		// Places and firms only help to tell persons apart.
		if e.Type == detector.Location || e.Type == detector.Organization {
			continue
		}
		at := points.Span(rules.Span{Start: e.Start, End: e.End})
		out.Entities = append(out.Entities, inspectedEntity{
			Type: e.Type, Start: at[0], End: at[1], Text: msg.Text[e.Start:e.End], Score: report.Rounded(float64(e.Score)), Why: e.Why,
		})
	}
	for _, f := range m.Findings {
		out.Findings = append(out.Findings, inspectedRule(&f, points))
	}
	return out
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
