package report

import (
	"embed"
	"strings"
	"time"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

//go:embed texts
var textFiles embed.FS

// catalogue is what reports say beside the texts of the rules.
var catalogue = locale.New(textFiles, "texts")

// Closing is the sentence that ends a report. The verdict decides it.
func Closing(lang locale.Lang, res *lint.Result) string {
	t := catalogue.For(lang)
	messages := t.N("in-messages", res.Coverage.Messages)
	threshold := t.T("severity." + res.FailOn.String())
	switch {
	case res.Verdict == lint.Flagged:
		return t.N("closing.flagged", res.Summary.AtLeast(res.FailOn), "messages", messages, "severity", threshold)
	case res.Verdict == lint.Tolerated && res.FailOn != rules.None:
		return t.N("closing.below", res.Summary.Total(), "messages", messages, "severity", threshold)
	case res.Verdict == lint.Tolerated:
		return t.N("closing.tolerated", res.Summary.Total(), "messages", messages)
	case res.Verdict == lint.Incomplete:
		return t.T("closing.incomplete", "messages", t.N("messages", res.Coverage.Messages))
	case res.MinSeverity > rules.Low:
		// Nobody has looked below; that is no clean chat.
		return t.T("closing.clean-from", "messages", messages, "severity", t.T("severity."+res.MinSeverity.String()))
	case res.Suppressed > 0:
		return t.T("closing.clean-settled", "messages", messages)
	}
	return t.T("closing.clean", "messages", messages)
}

// notExamined says what of the inputs nobody looked at, "" if there is nothing.
// The places name where something was unreadable and may be left empty.
func notExamined(t *locale.Texts, c lint.Coverage, places string) string {
	var what []string
	if c.MediaNotExamined > 0 {
		what = append(what, t.N("media", c.MediaNotExamined))
	}
	if c.Unreadable > 0 {
		what = append(what, t.N("unreadable", c.Unreadable)+places)
	}
	if len(what) == 0 {
		return ""
	}
	return t.T("not-examined", "what", strings.Join(what, ", "))
}

// Accepted says how many findings somebody has accepted, "" if none.
func Accepted(lang locale.Lang, res *lint.Result) string { return suppressed(catalogue.For(lang), res) }

// suppressed says how many findings somebody has accepted, "" if none.
func suppressed(t *locale.Texts, res *lint.Result) string {
	if res.Suppressed == 0 {
		return ""
	}
	return t.N("suppressed", res.Suppressed)
}

// facts says how large a chat is and from when.
func facts(t *locale.Texts, in *lint.Input) []string {
	out := []string{t.N("messages", in.Messages), t.N("people", len(in.Participants))}
	if !in.First.IsZero() {
		layout := t.T("layout.date")
		out = append(out, in.First.Format(layout)+" – "+in.Last.Format(layout))
	}
	return out
}

// clock writes when a message was sent.
func clock(t *locale.Texts, at time.Time) string { return at.Format(t.T("layout.time")) }

// badgeWord tells a severity by a symbol and a word.
func badgeWord(t *locale.Texts, s rules.Severity) string {
	return look[s].symbol + " " + t.T("severity."+s.String())
}

// words returns what a finding shows of its message: the text or, where there
// is none, the file that the message names.
func words(f *lint.Finding, limit int) (string, []rules.Span) {
	if f.Message.Text == "" && f.Message.Attachment != "" {
		return excerpt("📎 "+f.Message.Attachment, nil, limit)
	}
	return excerpt(f.Message.Text, f.Spans, limit)
}

// file names the input of a finding: the user's path and the text inside it.
func file(in *lint.Input) string {
	if in.Entry == "" {
		return in.Path
	}
	return in.Path + "/" + in.Entry
}

// entityWord returns the word for a type of entity in brackets, "***" for one
// that has no word.
func entityWord(t *locale.Texts, e detector.Type) string {
	if key := "entity." + string(e); t.Has(key) {
		return "[" + t.T(key) + "]"
	}
	return hidden
}
