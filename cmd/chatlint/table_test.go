package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/chatlint/chatlint/internal/locale"
)

func TestTable(t *testing.T) {
	rows := table{{"ID", "LEVEL", "TITLE"}, {"health/wish", "low", "A get-well wish in a group of people"}, {"x", "high", "Code"}}
	plain := func(s string) string { return s }
	for width, want := range map[int]string{
		0:  "ID           LEVEL  TITLE\nhealth/wish  low    A get-well wish in a group of people\nx            high   Code\n",
		45: "ID           LEVEL  TITLE\nhealth/wish  low    A get-well wish in a\n                    group of people\nx            high   Code\n",
		40: "health/wish\n  low · A get-well wish in a group of\n  people\nx\n  high · Code\n",
	} {
		var b bytes.Buffer
		out := newOutput(&b, "")
		rows.write(out, width, plain)
		if err := out.commit(); err != nil || b.String() != want {
			t.Errorf("%d columns: got\n%s\nwant\n%s", width, &b, want)
		}
	}
}

// TestListsFitTheTerminal runs the commands that print tables.
func TestListsFitTheTerminal(t *testing.T) {
	for _, lang := range locale.Langs {
		for _, width := range []int{50, 80, 120} {
			for _, args := range [][]string{{"rules", "list"}, {"config", "show"}} {
				env, stdout, stderr := testEnv(t)
				env.Width = width
				if code := env.Run(t.Context(), append(args, "--lang="+string(lang))); code != exitOK {
					t.Fatalf("%v: exit code %d: %s", args, code, stderr)
				}
				for line := range strings.SplitSeq(stdout.String(), "\n") {
					if ansi.StringWidth(line) > width {
						t.Errorf("%v: wider than %d columns: %s", args, width, line)
					}
				}
			}
		}
	}
}
