package lint

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

func settledFinding(rule, sender, text, fingerprint string) *Finding {
	f := hit(rule, rules.Health, rules.High)
	f.Message = chat.Message{Sender: sender, Text: text}
	f.Fingerprint = fingerprint
	return &f
}

func TestBaselineKeepsWhatItWasGiven(t *testing.T) {
	b := NewBaseline("abcd")
	b.Add(settledFinding("health/a", "Jana", "Kevin ist krank", "ff01"))
	b.Add(settledFinding("health/b", "Jana", "Kevin ist krank", "aa02"))
	b.Add(settledFinding("health/b", "Jana", "Kevin ist krank", "aa02"))
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); strings.Contains(s, "Jana") || strings.Contains(s, "Kevin") || strings.Index(s, "aa02") > strings.Index(s, "ff01") {
		t.Errorf("got %s", s)
	}
	read, err := ReadBaseline(&out)
	if err != nil || read.Key != "abcd" || !slices.Equal(read.Findings(), b.Findings()) {
		t.Errorf("read %+v, %v", read, err)
	}
	if !read.Has(settledFinding("", "", "", "aa02")) || read.Has(settledFinding("", "", "", "00")) || read.Has(settledFinding("", "", "", "")) {
		t.Error("wrong findings known")
	}
	if n := read.Without(NewBaseline("")); n != 2 {
		t.Errorf("%d findings more than none", n)
	}
}

func TestReadBaselineRefusesOtherFiles(t *testing.T) {
	for _, text := range []string{"", "{}", "[]", `{"schema":"chatlint/baseline/2"}`, "nonsense"} {
		if _, err := ReadBaseline(strings.NewReader(text)); !errors.Is(err, ErrNoBaseline) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestSettled(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	list := []Suppression{
		{Rule: "health/a", Sender: "Jana  Meier"},
		{Rule: "health", Pattern: regexp.MustCompile(`(?i)grippe`)},
		{Fingerprint: "AB12"},
		{Rule: "health/old", Until: day("2024-03-10")},
		{Rule: "health/last-day", Until: day("2024-03-11")},
		{Sender: "nobody"},
	}
	b := NewBaseline("")
	b.Add(settledFinding("health/x", "", "", "cd34"))
	b.Add(settledFinding("health/y", "", "", "gone"))
	s := NewSettled(b, list, day("2024-03-11").Add(20*time.Hour))
	for _, test := range []struct {
		f    *Finding
		want bool
	}{
		{settledFinding("health/a", "jana meier", "", ""), true},
		{settledFinding("health/a", "Sven", "", ""), false},
		{settledFinding("health/z", "Sven", "die Grippe geht um", ""), true},
		{settledFinding("health/z", "Sven", "der Husten geht um", ""), false},
		{settledFinding("health/z", "Sven", "", "ab12"), true},
		{settledFinding("health/x", "Sven", "", "cd34"), true},
		{settledFinding("health/old", "Sven", "", ""), false},
		{settledFinding("health/last-day", "Sven", "", ""), true},
	} {
		if got := s.Accepts(test.f); got != test.want {
			t.Errorf("%s %s %q: %t", test.f.Rule, test.f.Message.Sender, test.f.Fingerprint, got)
		}
	}
	if got := s.Expired(); !slices.Equal(got, []int{3}) {
		t.Errorf("expired %v", got)
	}
	if got := s.Unused(); !slices.Equal(got, []int{5}) {
		t.Errorf("unused %v", got)
	}
	if n := s.Gone(); n != 1 {
		t.Errorf("%d gone", n)
	}
}
