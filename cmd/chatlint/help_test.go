package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/locale"
)

// everyCommand visits all commands that a user sees, in a language.
func everyCommand(t *testing.T, lang locale.Lang, visit func(t *testing.T, cmd *cobra.Command)) {
	t.Helper()
	env, _, _ := testEnv(t)
	root := newCommand(env, []string{"--lang=" + string(lang)}).root()
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		t.Run(string(lang)+" "+cmd.CommandPath(), func(t *testing.T) { visit(t, cmd) })
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				walk(sub)
			}
		}
	}
	walk(root)
}

func TestHelpOfEveryCommand(t *testing.T) {
	english := regexp.MustCompile(`(?i)usage|\bhelp for\b|default|available|flags?\b`)
	const width = 60
	for _, lang := range locale.Langs {
		everyCommand(t, lang, func(t *testing.T, cmd *cobra.Command) {
			env, stdout, stderr := testEnv(t)
			env.Width = width
			args := append(strings.Fields(cmd.CommandPath())[1:], "--help", "--lang="+string(lang))
			if code := env.Run(t.Context(), args); code != exitOK || stderr.Len() > 0 {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			help := stdout.String()
			if found := english.FindString(help); found != "" && lang == locale.German {
				t.Errorf("%q in a German help:\n%s", found, help)
			}
			for line := range strings.SplitSeq(help, "\n") {
				example := strings.Contains(line, "chatlint ")
				if ansi.StringWidth(line) > width && !example {
					t.Errorf("wider than %d columns: %s", width, line)
				}
				if strings.HasSuffix(line, "-") && !example {
					t.Errorf("broken at a hyphen: %s", line)
				}
			}
			if strings.Contains(help, "cmd.") || strings.Contains(help, "flag.") || !strings.HasSuffix(help, "\n") || strings.HasSuffix(help, "\n\n") {
				t.Errorf("not well formed:\n%s", help)
			}
		})
	}
}
