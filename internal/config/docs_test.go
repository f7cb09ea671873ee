package config

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

func TestKeysAreDocumented(t *testing.T) {
	const file = "../../docs/configuration.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var names, variables []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| `([A-Z_]+)` \\|").FindAllStringSubmatch(string(text), -1) {
		names = append(names, row[1])
		variables = append(variables, row[2])
	}
	if want := newSchema(nil).names(); !slices.Equal(names, want) {
		t.Errorf("%s lists %v, want %v", file, names, want)
	}
	for i, name := range names {
		if want := Variable(name); variables[i] != want {
			t.Errorf("%s: %s is set by %s, want %s", file, name, variables[i], want)
		}
	}
}
