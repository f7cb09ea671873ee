package config

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func loadText(t *testing.T, text string) (*Config, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(Options{File: name, Lookup: func(string) (string, bool) { return "", false }, Flags: flags(t)})
}

func TestSuppressions(t *testing.T) {
	c, err := loadText(t, `lang: de
suppress:
  - rule: contact/phone
    sender: Jana
    reason: front desk
    until: 2026-12-31
  - {pattern: "(?i)x+", reason: y}
baseline: known.json
`)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Suppress) != 2 {
		t.Fatalf("got %+v", c.Suppress)
	}
	s := c.Suppress[0]
	if s.Rule != "contact/phone" || s.Sender != "Jana" || s.Reason != "front desk" || s.Until.Format(time.DateOnly) != "2026-12-31" || s.Origin.Line != 3 {
		t.Errorf("got %+v", s)
	}
	if p := c.Suppress[1].Pattern; p == nil || !p.MatchString("aXb") {
		t.Errorf("pattern %v", p)
	}
	if c.Baseline != filepath.Join(filepath.Dir(c.File), "known.json") {
		t.Errorf("baseline %s", c.Baseline)
	}
}

func TestWrongSuppressions(t *testing.T) {
	for text, want := range map[string]Code{
		"suppress: yes":                                       WrongShape,
		"suppress: [health]":                                  WrongShape,
		"suppress: [{rule: [a], reason: x}]":                  WrongShape,
		"suppress: [{rule: health}]":                          NoReason,
		"suppress: [{reason: x}]":                             NoTarget,
		"suppress: [{rule: health, reason: ''}]":              NoValue,
		"suppress: [{rule: a, rule: b, reason: x}]":           DuplicateKey,
		"suppress: [{role: a, reason: x}]":                    UnknownKey,
		"suppress: [{rule: a, reason: x, until: 31.12.2026}]": NotUsable,
		"suppress: [{pattern: '(', reason: x}]":               NotUsable,
		"suppress: []\nsuppress: [{rule: health, reason: x}]": DuplicateKey,
		"supress: []": UnknownKey,
	} {
		_, err := loadText(t, text)
		if e, ok := err.(*Error); !ok || e.Code != want || e.Origin.Line == 0 {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
