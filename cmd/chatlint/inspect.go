package main

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
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
	chats, closer, err := c.open(paths)
	if err != nil {
		return err
	}
	defer closer.Close()
	engine, err := c.engine()
	if err != nil {
		return err
	}

	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	var offsets codePoints
	_, err = lint.Each(cmd.Context(), chats, engine, lint.Options{Workers: c.cfg.Jobs}, func(m *lint.Checked) error {
		return enc.Encode(inspected(m, &offsets))
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

// timeLayout names no zone, because an export names none.
const timeLayout = "2006-01-02T15:04:05"

func inspected(m *lint.Checked, offsets *codePoints) inspectedMessage {
	msg := &m.Message
	out := inspectedMessage{
		Index: msg.Index, Line: msg.Line, Time: msg.Time.Format(timeLayout),
		Kind: msg.Kind, Text: msg.Text, Edited: msg.Edited, Attachment: msg.Attachment,
		Entities: []inspectedEntity{}, Findings: []inspectedFinding{},
	}
	if msg.Kind != chat.System && msg.Sender != "" {
		out.Sender = &msg.Sender
	}
	offsets.reset(msg.Text)
	for _, e := range m.Entities {
		// Places and firms only help to tell persons apart.
		if e.Type == detector.Location || e.Type == detector.Organization {
			continue
		}
		out.Entities = append(out.Entities, inspectedEntity{
			Type: e.Type, Start: offsets.at(e.Start), End: offsets.at(e.End),
			Text: msg.Text[e.Start:e.End], Score: rounded(float64(e.Score)), Why: e.Why,
		})
	}
	for _, f := range m.Findings {
		out.Findings = append(out.Findings, inspectedRule(&f, offsets))
	}
	return out
}

func inspectedRule(f *lint.Finding, offsets *codePoints) inspectedFinding {
	out := inspectedFinding{
		Rule: f.Rule, Category: f.Category, Severity: f.Severity,
		Confidence: rounded(f.Confidence), About: f.About,
		Spans: [][2]int{}, Evidence: []string{},
	}
	for _, s := range f.Spans {
		out.Spans = append(out.Spans, [2]int{offsets.at(s.Start), offsets.at(s.End)})
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

// rounded keeps the two decimals that a probability deserves.
func rounded(p float64) float64 { return math.Round(p*100) / 100 }

// codePoints converts byte offsets of a text.
type codePoints struct {
	text  string
	ascii bool
}

func (c *codePoints) reset(text string) {
	c.text, c.ascii = text, len(text) == utf8.RuneCountInString(text)
}

// at returns the number of code points before byte i.
func (c *codePoints) at(i int) int {
	if c.ascii {
		return i
	}
	return utf8.RuneCountInString(c.text[:i])
}
