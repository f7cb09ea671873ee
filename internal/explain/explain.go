// Package explain puts into words why a message is reported, or why not, for
// somebody who runs a business and no computer: which words, about whom, what
// decided, why this level, which law, what to write instead.
package explain

import (
	"embed"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

//go:embed texts
var textFiles embed.FS

var catalogue = locale.New(textFiles, "texts")

// Schema names the form of an Explanation in JSON and its version.
const Schema = "chatlint/explain/1"

// Explanation is what there is to say about one message. Offsets count Unicode
// code points of the message's text.
type Explanation struct {
	Schema     string       `json:"schema"`
	Lang       locale.Lang  `json:"lang"`
	Masked     bool         `json:"masked"`
	Message    Message      `json:"message"`
	Entities   []Entity     `json:"entities"`
	Findings   []Finding    `json:"findings"`
	Considered []Considered `json:"considered"`
}

// Message is the message itself.
type Message struct {
	Number int       `json:"number"` // within the chat, from 1
	Line   int       `json:"line"`
	Time   string    `json:"time,omitempty"` // without a zone, as an export has none
	Sender string    `json:"sender,omitempty"`
	Kind   chat.Kind `json:"kind"`
	Text   string    `json:"text"`

	at    time.Time
	spans []rules.Span // of all findings, in bytes
}

// Words are a piece of the message with what it stands for.
type Words struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Key   string `json:"key"`   // as in the evidence of other formats
	Sense string `json:"sense"` // in the language of the explanation
}

// Entity is a name, number, address or code in the message.
type Entity struct {
	Type  detector.Type `json:"type"`
	Start int           `json:"start"`
	End   int           `json:"end"`
	Text  string        `json:"text"`
	Sense string        `json:"sense"`
}

// Finding says why one thing is reported.
type Finding struct {
	Rule       string         `json:"rule"`
	Title      string         `json:"title"`
	Category   rules.Category `json:"category"`
	Subject    string         `json:"subject"` // the category in words
	Severity   rules.Severity `json:"severity"`
	Confidence float64        `json:"confidence"`
	Words      []Words        `json:"words"`
	About      rules.About    `json:"about"`
	Person     string         `json:"person"`  // whom it is about, in words
	Decided    string         `json:"decided"` // rule, learned model or both
	Level      string         `json:"level"`   // why this severity
	Why        string         `json:"why"`
	Advice     string         `json:"advice"`
	Legal      []string       `json:"legal"`
}

// Considered is something that came close and is not reported.
type Considered struct {
	Category rules.Category `json:"category"`
	Subject  string         `json:"subject"`
	Rule     string         `json:"rule,omitempty"`
	Model    float64        `json:"model"`  // how sure the learned model is
	Needed   float64        `json:"needed"` // from where on it reports beside something likelier
	Text     string         `json:"text"`
}

// Options say how to explain.
type Options struct {
	Lang  locale.Lang
	Mask  *report.Mask // replaces personal data; nil shows it
	Rules *rules.Engine
}

// New explains what was found in a message.
func New(in *lint.Insight, opt Options) *Explanation {
	w := &writer{Options: opt, texts: catalogue.For(opt.Lang), insight: in}
	shown := w.shown(&lint.Finding{Message: in.Message, Entities: in.Entities, Finding: rules.Finding{Spans: allSpans(in.Findings)}})
	x := &Explanation{
		Schema: Schema, Lang: opt.Lang, Masked: opt.Mask != nil, Message: message(shown),
		Entities: w.entities(shown), Findings: []Finding{}, Considered: w.considered(),
	}
	for i := range in.Findings {
		x.Findings = append(x.Findings, w.finding(&in.Findings[i]))
	}
	return x
}

func message(f *lint.Finding) Message {
	m := Message{Number: f.Message.Index + 1, Line: f.Message.Line, Sender: f.Message.Sender, Kind: f.Message.Kind, Text: f.Message.Text, at: f.Message.Time, spans: f.Spans}
	if !f.Message.Time.IsZero() {
		m.Time = report.WallClock(f.Message.Time)
	}
	return m
}

// At returns when the message was sent, zero for one that stands by itself.
func (m *Message) At() time.Time { return m.at }

// Spans returns the bytes of the message's text that any finding points at.
func (m *Message) Spans() []rules.Span { return m.spans }

// allSpans joins the spans of findings, sorted and without overlaps.
func allSpans(findings []lint.Finding) []rules.Span {
	var all []rules.Span
	for _, f := range findings {
		all = append(all, f.Spans...)
	}
	return rules.MergeSpans(all)
}
