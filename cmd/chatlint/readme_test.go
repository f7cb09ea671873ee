package main

import (
	"bytes"
	"context"
	flags "flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var updateReadme = flags.Bool("update-readme", false, "write what the commands print into the README")

const readme = "README.md"

// shown is a block of a document that starts with a command and goes on with
// what it prints.
var shown = regexp.MustCompile("(?s)```console\n\\$ chatlint ([^\n]*)\n(.*?)```")

// told is a command that a document tells to run.
var told = regexp.MustCompile(`(?m)^go run \./cmd/chatlint (.*)$`)

// onScreen runs a command line as in a German terminal and returns all that it
// prints, and its exit code.
func onScreen(t *testing.T, line string) (string, int) {
	t.Helper()
	var args []string
	for _, word := range strings.Fields(line) {
		args = append(args, expand(t, word)...)
	}
	var screen bytes.Buffer
	env := Env{
		Stdin: strings.NewReader(""), Stdout: &screen, Stderr: &screen,
		LookupEnv: func(name string) (string, bool) {
			value, ok := map[string]string{"LANG": "de_DE.UTF-8", "NO_COLOR": "1"}[name]
			return value, ok
		},
		SystemLocale: func() string { return "" },
		StdoutTTY:    true, StderrTTY: true, Width: 80,
	}
	code := env.Run(context.Background(), args)
	return screen.String(), code
}

// expand does what a shell does with a pattern.
func expand(t *testing.T, word string) []string {
	t.Helper()
	names, err := filepath.Glob(word)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		return []string{word}
	}
	return names
}

// readDocument reads a file at the root of the repository, which becomes the
// current folder, as it is for a reader who tries a command.
func readDocument(t *testing.T, name string) string {
	t.Helper()
	if _, err := os.Stat(name); err != nil {
		t.Chdir("../..")
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	text := readDocument(t, readme)
	blocks := shown.FindAllStringSubmatch(text, -1)
	if len(blocks) < 2 {
		t.Fatalf("the README shows the output of %d commands", len(blocks))
	}
	for _, b := range blocks {
		printed, _ := onScreen(t, b[1])
		if printed == b[2] {
			continue
		}
		if !*updateReadme {
			t.Errorf("chatlint %s prints\n%s\nand the README shows\n%s\nto show it: go test ./cmd/chatlint -run Readme -update-readme", b[1], printed, b[2])
		}
		text = strings.Replace(text, b[0], "```console\n$ chatlint "+b[1]+"\n"+printed+"```", 1)
	}
	if *updateReadme {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCommandsOfTheReadmeWork(t *testing.T) {
	commands := told.FindAllStringSubmatch(readDocument(t, readme), -1)
	if len(commands) == 0 {
		t.Fatal("the README tells to run nothing")
	}
	for _, m := range commands {
		if printed, code := onScreen(t, m[1]); code != exitOK {
			t.Errorf("chatlint %s ends with %d:\n%s", m[1], code, printed)
		}
	}
}

// The example of a configuration must not be one that is refused.
func TestConfigOfTheReadmeLoads(t *testing.T) {
	example := regexp.MustCompile("(?s)```yaml\n(# \\.chatlint\\.yaml\n.*?)```").FindStringSubmatch(readDocument(t, readme))
	if example == nil {
		t.Fatal("the README shows no configuration")
	}
	file := filepath.Join(t.TempDir(), ".chatlint.yaml")
	if err := os.WriteFile(file, []byte(example[1]), 0o600); err != nil {
		t.Fatal(err)
	}
	if printed, code := onScreen(t, "rules list --config "+file); code != exitOK {
		t.Errorf("chatlint ends with %d:\n%s", code, printed)
	}
}
