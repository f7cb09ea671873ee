package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	name := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(name, []byte("lang: de\ndisable: [a/b, c]\nstrict: false\njobs: 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(Options{File: name, Lookup: func(string) (string, bool) { return "", false }, Flags: flags(t, "--fail-on=high")})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Value{}
	for _, v := range c.Values() {
		got[v.Key] = v
	}
	for key, want := range map[string]Value{
		"lang":    {"lang", "de", Origin{File: name, Line: 1}},
		"disable": {"disable", "[a/b, c]", Origin{File: name, Line: 2}},
		"strict":  {"strict", "false", Origin{File: name, Line: 3}},
		"jobs":    {"jobs", "3", Origin{File: name, Line: 4}},
		"fail-on": {"fail-on", "high", Origin{Name: "--fail-on"}},
		"color":   {Key: "color"},
	} {
		if got[key] != want {
			t.Errorf("got %+v, want %+v", got[key], want)
		}
	}
}

// TestExamplesLoad checks that the example of every setting is one.
func TestExamplesLoad(t *testing.T) {
	var lines []string
	for _, s := range Settings([]string{"json"}) {
		lines = append(lines, s.Example)
	}
	name := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Load(Options{File: name, Lookup: func(string) (string, bool) { return "", false }, Flags: flags(t), Formats: []string{"json"}})
	if err != nil {
		t.Error(err)
	}
}
