package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/internal/lint"
)

func tableColumn(t *testing.T, file, row string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, m := range regexp.MustCompile(row).FindAllStringSubmatch(string(text), -1) {
		cells = append(cells, m[1])
	}
	return cells
}

func TestExitCodesAreDocumented(t *testing.T) {
	want := []string{"0", "1", "2", "3", "130"}
	if got := tableColumn(t, "../../docs/exit-codes.md", `(?m)^\| (\d+) \|`); !slices.Equal(got, want) {
		t.Errorf("docs/exit-codes.md lists %v, want %v", got, want)
	}
	inCode := tableColumn(t, "exit.go", `(?m)^\texit\w+ += (\d+)`)
	if !slices.Equal(inCode, want) {
		t.Errorf("exit.go has %v, want %v", inCode, want)
	}
}

func TestExitCodeOfVerdict(t *testing.T) {
	for verdict, want := range map[lint.Verdict]int{
		lint.Clean: 0, lint.Tolerated: 0, lint.Flagged: 1, lint.Incomplete: 3,
	} {
		if got := exitCode(verdict); got != want {
			t.Errorf("%s: exit code %d, want %d", verdict, got, want)
		}
	}
}

func TestFormatsAreDocumented(t *testing.T) {
	const file = "../../docs/configuration.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range formats() {
		if !strings.Contains(string(text), "`"+format+"`") {
			t.Errorf("%s: no format %s", file, format)
		}
	}
}
