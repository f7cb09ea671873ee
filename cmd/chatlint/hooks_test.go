package main

import (
	"encoding/xml"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
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

// The keys that the services document for what the templates use, so that a
// mistyped one does not wait for a service to be noticed.
type (
	actionFile struct {
		Name, Description string
		Branding          struct{ Icon, Color string }
		Inputs            map[string]struct{ Description, Default string }
		Runs              struct {
			Using string
			Steps []struct {
				Uses, Shell, Run string
				With, Env        map[string]string
			}
		}
	}
	gitlabFile struct {
		Chatlint struct {
			Image, Stage string
			Rules        []struct{ If string }
			Variables    map[string]string
			BeforeScript []string `yaml:"before_script"`
			Script       []string
			Artifacts    struct {
				When    string
				Reports struct{ Codequality string }
			}
		}
	}
	preCommitFile []struct {
		ID, Name, Description, Entry, Language, Files string
		RequireSerial                                 bool `yaml:"require_serial"`
	}
)

func strictYAML(t *testing.T, name string, into any) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func TestHookFilesHaveKnownKeys(t *testing.T) {
	var action actionFile
	strictYAML(t, "../../action.yml", &action)
	if action.Runs.Using != "composite" {
		t.Errorf("the action runs as %q", action.Runs.Using)
	}
	for i, step := range action.Runs.Steps {
		if (step.Uses == "") == (step.Run == "") || step.Run != "" && step.Shell == "" {
			t.Errorf("step %d of the action is no step of a composite action: %+v", i, step)
		}
		for name, value := range step.Env {
			if input, ok := strings.CutPrefix(strings.TrimSuffix(value, " }}"), "${{ inputs."); ok && action.Inputs[input].Description == "" {
				t.Errorf("%s comes from the input %s, which there is not", name, input)
			}
		}
	}
	var gitlab gitlabFile
	strictYAML(t, "../../hooks/gitlab.yml", &gitlab)
	if report := gitlab.Chatlint.Artifacts.Reports.Codequality; !strings.Contains(strings.Join(gitlab.Chatlint.Script, ""), "--output "+report) {
		t.Errorf("GitLab reads %s, which the script does not write", report)
	}
	var hooks preCommitFile
	strictYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
}

// TestShellScripts asks the usual checkers, where they are installed.
func TestShellScripts(t *testing.T) {
	dir := t.TempDir()
	scripts := []string{"../../hooks/desktop/chatlint-check.sh", "../../.ci/run", "../../.ci/reproducible"}
	for name, shell := range map[string]string{"action": "#!/usr/bin/env bash\n", "gitlab": "#!/bin/sh\n"} {
		script, err := hookScript(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(shell+script), 0o600); err != nil {
			t.Fatal(err)
		}
		scripts = append(scripts, file)
	}
	for tool, files := range map[string][]string{"shellcheck": scripts, "desktop-file-validate": {"../../hooks/desktop/chatlint-check.desktop"}} {
		t.Run(tool, func(t *testing.T) {
			if _, err := exec.LookPath(tool); err != nil {
				t.Skip("not installed")
			}
			if out, err := exec.Command(tool, files...).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestThunarActionIsXML(t *testing.T) {
	raw, err := os.ReadFile("../../hooks/desktop/thunar-uca.xml")
	if err != nil {
		t.Fatal(err)
	}
	var actions struct {
		Action []struct {
			Command string `xml:"command"`
		} `xml:"action"`
	}
	if err := xml.Unmarshal(raw, &actions); err != nil || len(actions.Action) != 1 || !strings.HasPrefix(actions.Action[0].Command, "chatlint-check.sh ") {
		t.Errorf("got %+v, %v", actions, err)
	}
}
