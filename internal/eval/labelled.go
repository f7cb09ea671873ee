// Package eval measures a system against labelled chats, the way the last
// section of docs/detection-guideline.md defines: findings, flags, severity,
// false alarms and spans, with confidence intervals over chats.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// Chat is a labelled chat: what a system may see, and beside it the truth.
type Chat struct {
	ID       string
	File     string // as given to Load
	Part     Part
	Language string         // de or en, by the words of the chat
	Messages []chat.Message // Line is the line in File
	Gold     []Gold         // one per message
}

// Mini reports whether the chat is a handful of messages written for their
// wording. Figures on such chats say little about a working day, so they are
// reported apart.
func (c *Chat) Mini() bool { return len(c.Messages) <= 4 }

// Gold is the truth about one message.
type Gold struct {
	Labels []Label
	Spans  []Span
}

// Label is a category with its severity; a message has one per category.
type Label struct {
	Category rules.Category `json:"category"`
	Severity rules.Severity `json:"severity"`
}

// Span is a piece of text that identifies. Start and End count bytes of the
// message's text; both are -1 where the reader of exports takes the text out,
// as it does with the file name of a contact card.
type Span struct {
	Type       detector.Type
	Start, End int
}

// SpanTypes lists the span types of the guideline. Towns and firms are none.
var SpanTypes = slices.DeleteFunc(slices.Clone(detector.Types), func(t detector.Type) bool {
	return t == detector.Location || t == detector.Organization
})

// SyntaxError is a line that does not follow the format of labelled chats. Its
// message never holds text of the chat.
type SyntaxError struct {
	File   string
	Line   int // 1-based
	Reason string
}

// Error returns "file:line: reason".
func (e *SyntaxError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// record is one line of a labelled file. Pointers tell a missing key from an
// empty value.
type record struct {
	Chat   *string         `json:"chat"`
	Time   *string         `json:"time"`
	Sender json.RawMessage `json:"sender"`
	Text   *string         `json:"text"`
	Labels *[]Label        `json:"labels"`
	Spans  *[]goldSpan     `json:"spans"`
	Note   string          `json:"note"`
}

type goldSpan struct {
	Type detector.Type `json:"type"`
	Text string        `json:"text"`
}

// readFile reads the labelled chats of one file.
func readFile(name string) ([]*Chat, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f, name)
}

// read reads labelled chats; every error of the format is a *SyntaxError.
func read(r io.Reader, file string) ([]*Chat, error) {
	var chats []*Chat
	seen := map[string]bool{}
	in := bufio.NewReader(r)
	for line := 1; ; line++ {
		raw, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if len(bytes.TrimSpace(raw)) > 0 {
			rec, reason := parse(raw)
			if reason == "" {
				chats, reason = place(chats, seen, rec, file, line)
			}
			if reason != "" {
				return nil, &SyntaxError{File: file, Line: line, Reason: reason}
			}
		}
		if err != nil {
			return chats, nil
		}
	}
}

// parse decodes a line and says what is wrong with it, if anything.
func parse(raw []byte) (record, string) {
	var rec record
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&rec); err != nil {
		return rec, jsonReason(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return rec, "more than one value on the line"
	}
	for _, key := range []struct {
		name    string
		missing bool
	}{
		{"chat", rec.Chat == nil || *rec.Chat == ""},
		{"time", rec.Time == nil},
		{"sender", rec.Sender == nil},
		{"text", rec.Text == nil},
		{"labels", rec.Labels == nil},
		{"spans", rec.Spans == nil},
	} {
		if key.missing {
			return rec, fmt.Sprintf("key %q is missing", key.name)
		}
	}
	return rec, labelReason(*rec.Labels)
}

// jsonReason words a decoding error without the value that caused it.
func jsonReason(err error) string {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		if wrongType.Field == "" {
			return "the line is no JSON object"
		}
		return fmt.Sprintf("key %q must not be a JSON %s", wrongType.Field, wrongType.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

func labelReason(labels []Label) string {
	for i, l := range labels {
		switch {
		case !slices.Contains(rules.Categories, l.Category):
			return fmt.Sprintf("unknown category %q", l.Category)
		case l.Severity == rules.None:
			return fmt.Sprintf("label %q has no severity", l.Category)
		case slices.ContainsFunc(labels[:i], func(o Label) bool { return o.Category == l.Category }):
			return fmt.Sprintf("two labels of category %q", l.Category)
		}
	}
	return ""
}

// place appends the message to its chat, which must be the last one or new.
func place(chats []*Chat, seen map[string]bool, rec record, file string, line int) ([]*Chat, string) {
	msg, gold, reason := convert(rec)
	if reason != "" {
		return nil, reason
	}
	if n := len(chats); n == 0 || chats[n-1].ID != *rec.Chat {
		if seen[*rec.Chat] {
			return nil, fmt.Sprintf("chat %q goes on after another chat", *rec.Chat)
		}
		seen[*rec.Chat] = true
		chats = append(chats, &Chat{ID: *rec.Chat, File: file})
	}
	c := chats[len(chats)-1]
	msg.Index, msg.Line = len(c.Messages), line
	c.Messages = append(c.Messages, msg)
	c.Gold = append(c.Gold, gold)
	return chats, ""
}

// convert turns a record into the message that the reader of exports would
// have made of it, and its truth.
func convert(rec record) (chat.Message, Gold, string) {
	var sender string
	if err := json.Unmarshal(rec.Sender, &sender); err != nil { // null leaves it empty
		return chat.Message{}, Gold{}, `key "sender" must be a string or null`
	}
	at, ok := parseTime(*rec.Time)
	if !ok {
		return chat.Message{}, Gold{}, "time is not written as 2024-03-11T07:02"
	}
	if sender == "" && len(*rec.Labels) > 0 {
		return chat.Message{}, Gold{}, "a system message carries no label"
	}
	msg := chat.Message{Time: at, Sender: sender}
	msg.Kind, msg.Text, msg.Attachment, msg.Edited = chat.ClassifyBody(sender, *rec.Text)
	spans, reason := locateAll(*rec.Spans, *rec.Text, msg.Text)
	return msg, Gold{Labels: *rec.Labels, Spans: spans}, reason
}

func parseTime(s string) (time.Time, bool) {
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
