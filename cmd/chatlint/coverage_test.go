package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/locale"
)

// TestEveryCommandHasScripts: a script runs each command with success, and
// wrongly with what it then says.
func TestEveryCommandHasScripts(t *testing.T) {
	names, err := filepath.Glob("../../testdata/script/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	var scripts strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		scripts.Write(text)
	}
	everyCommand(t, locale.English, func(t *testing.T, cmd *cobra.Command) {
		path := regexp.QuoteMeta(cmd.CommandPath())
		for what, pattern := range map[string]string{
			"well, with its output": `(?m)^(exec|code [01]) ` + path + `( .*)?\n(.*\n)?!? ?(stdout|stderr|cmp|exists|grep)\b`,
			"wrongly":               `(?m)^code [23] ` + path + `\b.*\n(.*\n)?stderr\b`,
		} {
			if !regexp.MustCompile(pattern).MatchString(scripts.String()) {
				t.Errorf("no script runs %s %s", cmd.CommandPath(), what)
			}
		}
	})
}
