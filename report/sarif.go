package report

import (
	"io"
	"net/url"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// sarif writes a log in the Static Analysis Results Interchange Format 2.1.0,
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. It has its
// own types because the libraries for it hold all results in memory.
type sarif struct {
	jsonStream
	opt    *Options
	inputs []lint.Input
	index  map[string]int // rule → position among the tool's rules
}

func newSARIF(w io.Writer, opt *Options) writer {
	return &sarif{jsonStream: newJSONStream(w), opt: opt, index: map[string]int{}}
}

const (
	sarifSchema    = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	informationURI = "https://github.com/chatlint/chatlint"
	// fingerprintKey names the method, so that another one can follow.
	fingerprintKey = "chatlint/v1"
)

func (s *sarif) begin(inputs []lint.Input) error {
	s.inputs = inputs
	s.text("{")
	s.key("\n  ", "$schema", sarifSchema)
	s.key(",\n  ", "version", "2.1.0")
	s.text(",\n  \"runs\": [{\n    \"tool\": {\"driver\": {")
	s.key("", "name", "chatlint")
	s.key(", ", "informationUri", informationURI)
	if s.opt.Version != "" {
		s.key(", ", "version", s.opt.Version)
	}
	s.key(", ", "language", s.opt.Lang)
	s.text(", \"rules\": ")
	s.array()
	for i, r := range s.opt.Rules.Rules() {
		s.index[r.ID] = i
		s.element(newSARIFRule(s.opt, &r))
	}
	s.text("]}}")
	s.key(",\n    ", "language", s.opt.Lang)
	s.key(",\n    ", "columnKind", "unicodeCodePoints")
	s.key(",\n    ", "newlineSequences", []string{"\r\n", "\n"})
	if !s.opt.Reveal {
		s.key(",\n    ", "redactionTokens", []string{hidden})
	}
	s.text(",\n    \"artifacts\": ")
	s.array()
	for i := range inputs {
		s.element(newSARIFArtifact(&inputs[i]))
	}
	s.text("],\n    \"results\": ")
	s.array()
	return s.flush()
}

func (s *sarif) finding(f *lint.Finding) error {
	s.element(s.result(f))
	return s.flush()
}

// settled writes a finding that a baseline or a suppression accepts.
func (s *sarif) settled(f *lint.Finding) error {
	r := s.result(f)
	r.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted"}}
	s.element(r)
	return s.flush()
}

func (s *sarif) end(res *lint.Result) error {
	s.text("],\n    \"invocations\": ")
	s.array()
	s.element(sarifInvocation{Successful: true, Notifications: s.notifications(res)})
	s.text("]")
	s.key(",\n    ", "properties", map[string]any{
		"masked": !s.opt.Reveal, "summary": newJSONSummary(res), "coverage": newJSONCoverage(res.Coverage),
	})
	s.text("\n  }]\n}\n")
	return s.flush()
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID         string         `json:"id"`
	Short      sarifText      `json:"shortDescription"`
	Full       sarifText      `json:"fullDescription"`
	Help       sarifText      `json:"help"`
	Properties map[string]any `json:"properties"`
}

func newSARIFRule(opt *Options, r *rules.Rule) sarifRule {
	e := explain(opt, r)
	return sarifRule{
		ID: r.ID, Short: sarifText{e.title}, Full: sarifText{e.why}, Help: sarifText{e.advice},
		Properties: map[string]any{"tags": []string{"privacy", string(r.Category)}, "legal": e.legal},
	}
}

type sarifArtifact struct {
	Location sarifURI          `json:"location"`
	Length   int64             `json:"length"`
	Hashes   map[string]string `json:"hashes,omitempty"`
}

type sarifURI struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

func newSARIFArtifact(in *lint.Input) sarifArtifact {
	a := sarifArtifact{Location: sarifURI{URI: uri(file(in))}, Length: in.Bytes}
	if in.SHA256 != "" {
		a.Hashes = map[string]string{"sha-256": in.SHA256}
	}
	return a
}

// uri makes a relative reference of a path.
func uri(path string) string { return (&url.URL{Path: path}).String() }

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
	Properties   map[string]any    `json:"properties"`

	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

// sarifSuppression says that a result was accepted outside the chat.
type sarifSuppression struct {
	Kind   string `json:"kind"`
	Status string `json:"status"`
}

type sarifLocation struct {
	Physical struct {
		Artifact sarifURI    `json:"artifactLocation"`
		Region   sarifRegion `json:"region"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine int `json:"startLine"`
}

// maxSARIF is how much of a message a result shows, in code points.
const maxSARIF = 400

func (s *sarif) result(f *lint.Finding) sarifResult {
	text, _ := visible(words(f, maxSARIF))
	r := sarifResult{
		RuleID: f.Rule, Level: sarifLevel(f.Severity),
		Message:   sarifText{about(s.opt, f).title + ": " + text},
		Locations: []sarifLocation{s.location(f)},
		Properties: map[string]any{
			"severity": f.Severity, "category": f.Category, "confidence": Rounded(f.Confidence), "about": f.About,
			"time": wallClock(f.Message.Time), "sender": f.Message.Sender,
		},
	}
	if i, ok := s.index[f.Rule]; ok {
		r.RuleIndex = &i
	}
	if f.Fingerprint != "" {
		r.Fingerprints = map[string]string{fingerprintKey: f.Fingerprint}
	}
	return r
}

func (s *sarif) location(f *lint.Finding) (l sarifLocation) {
	l.Physical.Artifact = sarifURI{uri(file(&s.inputs[f.Chat])), &f.Chat}
	l.Physical.Region = sarifRegion{max(1, f.Message.Line)}
	return l
}

func sarifLevel(s rules.Severity) string {
	switch {
	case s >= rules.High:
		return "error"
	case s == rules.Medium:
		return "warning"
	}
	return "note"
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

// notifications says what was not examined.
func (s *sarif) notifications(res *lint.Result) []sarifNotification {
	gaps := notExamined(catalogue.For(s.opt.Lang), res.Coverage, "")
	if gaps == "" {
		return nil
	}
	return []sarifNotification{{"warning", sarifText{gaps}}}
}
