package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/internal/lint"
)

func TestOutputNames(t *testing.T) {
	for list, want := range map[string][]string{
		"":                    {""},
		"-":                   {"-"},
		"a.html":              {"a.html"},
		"a.html,b.pdf":        {"a.html", "b.pdf"},
		"x/a.JSON,b.md,c.xml": {"x/a.JSON", "b.md", "c.xml"},
		"Mai, Juni.html":      {"Mai, Juni.html"},
		"a.html,":             {"a.html,"},
		"a.html,b.txt":        {"a.html,b.txt"},
	} {
		if got := outputNames(list); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", list, got, want)
		}
	}
}

// A bar belongs on a screen, and only where no report is written.
func TestProgress(t *testing.T) {
	file, stdout := targets{{output: &output{name: "a.html"}}}, targets{{output: &output{}}}
	for name, test := range map[string]struct {
		stdoutTTY, stderrTTY bool
		ts                   targets
		want                 bool
	}{
		"a file":            {true, true, file, true},
		"a pipe":            {false, true, stdout, true},
		"the same screen":   {true, true, stdout, false},
		"no screen":         {false, false, file, false},
		"screen for stdout": {true, false, file, false},
	} {
		var stderr bytes.Buffer
		c := &command{Env: Env{Stderr: &stderr, StdoutTTY: test.stdoutTTY, StderrTTY: test.stderrTTY, Width: 60}}
		p := c.newProgress([]lint.Input{{Messages: 3}, {Messages: 4}}, test.ts)
		p.step(1)
		if stderr.Len() > 0 {
			t.Errorf("%s: a short run shows %q", name, &stderr)
		}
		p.start = time.Time{}
		for done := range 7 {
			p.step(done + 1)
		}
		p.end()
		if got := strings.Contains(stderr.String(), "7 / 7"); got != test.want {
			t.Errorf("%s: got %q", name, &stderr)
		}
	}
}
