package main

import (
	"archive/zip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/locale"
)

// longer is a chat with enough messages and lines for all examples.
var longer = sample + strings.Repeat("11.03.24, 07:03 - Sven: ok\n", 20)

const labelledLine = `{"chat":"a-1","time":"2024-03-11T07:01","sender":"Jana","text":"Moin","labels":[],"spans":[]}` + "\n"

// sandbox is a folder with the files that the examples of the help name.
func sandbox(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"Exporte", "exports", "home/.config/fish/completions", "testdata/labelled"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, dir, "chat.txt", longer)
	writeFile(t, dir, "Exporte/chat.txt", longer)
	writeFile(t, dir, "exports/chat.txt", longer)
	writeFile(t, dir, "testdata/labelled/a.jsonl", labelledLine)
	writeFile(t, dir, "testdata/labelled/split.txt", "tune a-1\n")
	f, err := os.Create(filepath.Join(dir, "WhatsApp Chat.zip"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("_chat.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write([]byte(longer))
	if err := errors.Join(err, z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// prepared is what must have happened before the examples of a command, which
// the user knows from the commands before it.
var prepared = map[string]string{
	"chatlint baseline update": "chatlint baseline create chat.txt",
	"chatlint baseline show":   "chatlint baseline create chat.txt; chatlint baseline create -o known.json chat.txt; cp known.json bekannt.json",
	"chatlint rules list":      "chatlint rules new customer/regular; cp -r own-rules eigene-regeln",
	"chatlint rules test":      "chatlint rules new customer/regular; cp -r own-rules eigene-regeln",
	"chatlint rules docs":      "chatlint rules new customer/regular; cp -r own-rules eigene-regeln",
}

// shell runs a line as a user would type it and returns its exit code and all
// that it prints.
func shell(t *testing.T, dir string, lang locale.Lang, line string) (int, string) {
	t.Helper()
	const missing = `command -v jq >/dev/null || jq() { cat; }; `
	cmd := exec.Command("bash", "-c", missing+line)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + filepath.Join(dir, "home"), "TMPDIR=" + os.TempDir(), "LANG=" + string(lang)}
	out, err := cmd.CombinedOutput()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode(), string(out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0, string(out)
}

// TestExamplesRun types the examples of every command into a shell, one after
// another in a folder of their own. A gate may find something: that is what the
// example shows.
func TestExamplesRun(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	for _, lang := range locale.Langs {
		everyCommand(t, lang, func(t *testing.T, cmd *cobra.Command) {
			t.Parallel()
			if strings.TrimSpace(cmd.Example) == "" {
				t.Fatal("no example")
			}
			dir := sandbox(t)
			if line := prepared[cmd.CommandPath()]; line != "" {
				if code, printed := shell(t, dir, lang, line); code != exitOK {
					t.Fatalf("%s: exit code %d\n%s", line, code, printed)
				}
			}
			for line := range strings.SplitSeq(strings.TrimSpace(cmd.Example), "\n") {
				code, printed := shell(t, dir, lang, line)
				found := code == exitFindings && strings.Contains(line, "chatlint check")
				if code != exitOK && !found {
					t.Errorf("%s: exit code %d\n%s", line, code, printed)
				}
			}
		})
	}
}
