package report

import (
	"maps"
	"slices"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// These types are what docs/report.schema.json describes. Lists are never null.

type tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonInput struct {
	Path         string            `json:"path"`
	Entry        string            `json:"entry,omitempty"`
	Name         string            `json:"name"`
	SHA256       string            `json:"sha256"`
	Bytes        int64             `json:"bytes"`
	Encoding     string            `json:"encoding"`
	DateOrder    chat.DateOrder    `json:"dateOrder"`
	Ambiguous    bool              `json:"ambiguousDates"`
	Messages     int               `json:"messages"`
	First        *string           `json:"first"` // null for a chat without messages
	Last         *string           `json:"last"`
	Participants []jsonParticipant `json:"participants"`
	Cards        int               `json:"cards"`
	Media        int               `json:"media"`
	Problems     []jsonProblem     `json:"problems"`
	MoreProblems int               `json:"moreProblems"`
}

type jsonParticipant struct {
	Name     string `json:"name"`
	Messages int    `json:"messages"`
}

type jsonProblem struct {
	Code  chat.ProblemCode `json:"code"`
	Line  int              `json:"line,omitempty"`
	Count int              `json:"count"`
	Entry string           `json:"entry,omitempty"`
	Gap   bool             `json:"gap"`
}

func newJSONInput(in *lint.Input) jsonInput {
	out := jsonInput{
		Path: in.Path, Entry: in.Entry, Name: in.Name, SHA256: in.SHA256, Bytes: in.Bytes,
		Encoding: in.Encoding, DateOrder: in.DateOrder, Ambiguous: in.Ambiguous,
		Messages: in.Messages, First: wallClock(in.First), Last: wallClock(in.Last),
		Cards: in.Cards, Media: len(in.Media), MoreProblems: in.Dropped,
		Participants: []jsonParticipant{}, Problems: []jsonProblem{},
	}
	for _, p := range in.Participants {
		out.Participants = append(out.Participants, jsonParticipant(p))
	}
	for _, p := range in.Problems {
		out.Problems = append(out.Problems, jsonProblem{p.Code, p.Line, p.Count, p.Entry, lint.IsGap(p)})
	}
	return out
}

type jsonFinding struct {
	Input       int            `json:"input"`
	Message     int            `json:"message"`
	Line        int            `json:"line"`
	Time        *string        `json:"time"`
	Sender      *string        `json:"sender"` // null for a notice of WhatsApp
	Kind        chat.Kind      `json:"kind"`
	Rule        string         `json:"rule"`
	Category    rules.Category `json:"category"`
	Severity    rules.Severity `json:"severity"`
	Confidence  float64        `json:"confidence"`
	About       rules.About    `json:"about"`
	Title       string         `json:"title"`
	Text        string         `json:"text"`
	Attachment  string         `json:"attachment,omitempty"`
	Spans       [][2]int       `json:"spans"`
	Entities    []jsonEntity   `json:"entities"`
	Evidence    []string       `json:"evidence"`
	Fingerprint string         `json:"fingerprint,omitempty"`
}

type jsonEntity struct {
	Type  detector.Type `json:"type"`
	Start int           `json:"start"`
	End   int           `json:"end"`
}

func newJSONFinding(opt *Options, f *lint.Finding) jsonFinding {
	m := &f.Message
	out := jsonFinding{
		Input: f.Chat, Message: m.Index, Line: m.Line, Time: wallClock(m.Time), Kind: m.Kind, Text: m.Text, Attachment: m.Attachment,
		Rule: f.Rule, Category: f.Category, Severity: f.Severity, Confidence: Rounded(f.Confidence), About: f.About,
		Title: about(opt, f).title, Fingerprint: f.Fingerprint,
		Spans: [][2]int{}, Entities: []jsonEntity{}, Evidence: []string{},
	}
	if m.Sender != "" {
		out.Sender = &m.Sender
	}
	points := NewCodePoints(m.Text)
	for _, s := range f.Spans {
		out.Spans = append(out.Spans, points.Span(s))
	}
	for _, e := range f.Entities {
		if e.StandIn {
			continue
		}
		at := points.Span(rules.Span{Start: e.Start, End: e.End})
		out.Entities = append(out.Entities, jsonEntity{e.Type, at[0], at[1]})
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, e.Key)
	}
	return out
}

// wallClock writes a time without a zone, which an export does not name.
func wallClock(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := WallClock(t)
	return &s
}

type jsonSummary struct {
	Findings   int           `json:"findings"`
	Suppressed int           `json:"suppressed"`
	FailOn     string        `json:"failOn"`
	Verdict    lint.Verdict  `json:"verdict"`
	Severities jsonCounts    `json:"severities"`
	Categories []jsonByTopic `json:"categories"`
}

type jsonByTopic struct {
	Category rules.Category `json:"category"`
	jsonCounts
}

type jsonCounts struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
}

func newJSONSummary(res *lint.Result) jsonSummary {
	s := res.Summary
	out := jsonSummary{
		Findings: s.Total(), Suppressed: res.Suppressed, FailOn: res.FailOn.String(), Verdict: res.Verdict,
		Severities: jsonCounts{s.Of(rules.Critical), s.Of(rules.High), s.Of(rules.Medium), s.Of(rules.Low)},
		Categories: []jsonByTopic{},
	}
	for _, c := range rules.Categories {
		if n := s[c]; n != (lint.Counts{}) {
			out.Categories = append(out.Categories, jsonByTopic{c, jsonCounts{n[rules.Critical], n[rules.High], n[rules.Medium], n[rules.Low]}})
		}
	}
	return out
}

type jsonCoverage struct {
	Complete         bool `json:"complete"`
	Messages         int  `json:"messages"`
	Unreadable       int  `json:"unreadable"`
	MediaNotExamined int  `json:"mediaNotExamined"`
}

func newJSONCoverage(c lint.Coverage) jsonCoverage {
	return jsonCoverage{c.Complete(), c.Messages, c.Unreadable, c.MediaNotExamined}
}

type jsonRule struct {
	ID       string         `json:"id"`
	Category rules.Category `json:"category"`
	Title    string         `json:"title"`
	Why      string         `json:"why"`
	Advice   string         `json:"advice"`
	Legal    []string       `json:"legal"`
}

// usedRules collects the rules that found something, by ID.
type usedRules map[string]jsonRule

func (u usedRules) add(opt *Options, f *lint.Finding) {
	if _, ok := u[f.Rule]; !ok {
		e := about(opt, f)
		u[f.Rule] = jsonRule{f.Rule, f.Category, e.title, e.why, e.advice, e.legal}
	}
}

func (u usedRules) sorted() []jsonRule {
	var out []jsonRule
	for _, id := range slices.Sorted(maps.Keys(u)) {
		out = append(out, u[id])
	}
	return out
}
