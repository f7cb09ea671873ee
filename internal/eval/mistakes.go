package eval

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// MistakeKind says how a prediction went wrong.
type MistakeKind string

// The kinds of mistakes.
const (
	Miss          MistakeKind = "miss"
	FalseAlarm    MistakeKind = "false alarm"
	WrongSeverity MistakeKind = "severity"
)

// Mistake is one (message, category) pair that the system got wrong.
type Mistake struct {
	Kind     MistakeKind    `json:"kind"`
	Category rules.Category `json:"category"`
	Want     rules.Severity `json:"want"`
	Got      rules.Severity `json:"got"`
	Chat     string         `json:"chat"`
	File     string         `json:"file"`
	Line     int            `json:"line"`
	Before   []string       `json:"before"` // up to two messages before it, "sender: text"
	Message  string         `json:"message"`
	Trace    []string       `json:"trace"` // what the system saw: its findings with evidence, its entities
}

// note keeps the mistakes of a message, apart from those in the test part: its
// texts are nobody's to read, so they are only counted.
func (r *Report) note(part Part, found []Mistake) {
	if part == Test {
		r.Withheld += len(found)
	} else {
		r.Mistakes = append(r.Mistakes, found...)
	}
}

func mistakes(c *Chat, i int, gold, got severities, p Prediction) []Mistake {
	var out []Mistake
	for _, category := range rules.Categories {
		m := Mistake{
			Category: category, Want: gold[category], Got: got[category],
			Chat: c.ID, File: c.File, Line: c.Messages[i].Line,
		}
		switch {
		case m.Want == m.Got:
			continue
		case m.Got == rules.None:
			m.Kind = Miss
		case m.Want == rules.None:
			m.Kind = FalseAlarm
		default:
			m.Kind = WrongSeverity
		}
		for _, before := range c.Messages[max(0, i-2):i] {
			m.Before = append(m.Before, said(before))
		}
		m.Message = said(c.Messages[i])
		m.Trace = trace(c.Messages[i].Text, p)
		out = append(out, m)
	}
	return out
}

// said words a message on one line of a listing.
func said(m chat.Message) string {
	text := m.Text
	if m.Kind != chat.Text {
		parts := []string{"(" + m.Kind.String() + ")", m.Attachment, text}
		text = strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
	}
	if m.Sender == "" {
		return text
	}
	return m.Sender + ": " + text
}
