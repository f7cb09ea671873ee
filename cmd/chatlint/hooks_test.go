package main

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v3"
)

// hookScript returns the script that a template runs.
func hookScript(name string) (string, error) {
	var action struct {
		Runs struct {
			Steps []struct{ Run string }
		}
	}
	var gitlab struct {
		Chatlint struct{ Script []string }
	}
	switch name {
	case "action":
		if err := readYAML("../../action.yml", &action); err != nil {
			return "", err
		}
		return action.Runs.Steps[len(action.Runs.Steps)-1].Run, nil
	case "gitlab":
		if err := readYAML("../../hooks/gitlab.yml", &gitlab); err != nil {
			return "", err
		}
		return strings.Join(gitlab.Chatlint.Script, "\n"), nil
	case "desktop":
		text, err := os.ReadFile("../../hooks/desktop/chatlint-check.sh")
		return string(text), err
	}
	return "", errors.New("unknown hook " + name)
}

func readYAML(name string, into any) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(text, into)
}

// cmdHook writes the script of a template to a file: hook NAME FILE.
func cmdHook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hook NAME FILE")
	}
	script, err := hookScript(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(script), 0o755))
}

// exports and others are names of files that the templates must and must not
// take for exports.
var (
	exports = []string{"WhatsApp Chat mit Jana.txt", "sub/WhatsApp Chat - Büro.zip", "_chat.txt", "chat.zip", "Chatverlauf.TXT"}
	others  = []string{"README.txt", "chat/notes.md", "whatsapp/readme.txt", "chat.txt.bak", "data.zip"}
)

func TestPreCommitHook(t *testing.T) {
	var hooks []struct{ ID, Name, Entry, Language, Files string }
	if err := readYAML("../../.pre-commit-hooks.yaml", &hooks); err != nil {
		t.Fatal(err)
	}
	h := hooks[0]
	if h.ID != "chatlint" || h.Entry != "chatlint check" || h.Language != "golang" {
		t.Errorf("hook %+v", h)
	}
	files := regexp.MustCompile(h.Files)
	for _, name := range exports {
		if !files.MatchString(name) {
			t.Errorf("%s is left out", name)
		}
	}
	for _, name := range others {
		if files.MatchString(name) {
			t.Errorf("%s is taken for an export", name)
		}
	}
	pattern := strings.TrimPrefix(h.Files, "(?i)")
	for _, name := range []string{"action", "gitlab"} {
		if script, err := hookScript(name); err != nil || !strings.Contains(script, pattern) {
			t.Errorf("%s looks for other files (%v)", name, err)
		}
	}
}
