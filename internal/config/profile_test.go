package config

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestProfileLiesBelowAll(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), FileName), "profile: minimal\nmin-severity: medium\n")
	for _, test := range []struct {
		env         map[string]string
		least, fail string
		strict      bool
	}{
		{nil, "medium", "high", false},
		{map[string]string{"CHATLINT_PROFILE": "strict"}, "medium", "low", true},
		{map[string]string{"CHATLINT_PROFILE": "strict", "CHATLINT_STRICT": "false"}, "medium", "low", false},
		{map[string]string{"CHATLINT_PROFILE": "default"}, "medium", "", false},
	} {
		c, err := Load(Options{File: file, Lookup: lookup(test.env), Flags: flags(t)})
		if err != nil {
			t.Fatal(err)
		}
		if c.MinSeverity != test.least || c.FailOn != test.fail || c.Strict != test.strict {
			t.Errorf("%v: got %+v", test.env, c)
		}
	}
}

// TestProfilesAreDocumented compares the table of the documentation with the
// files.
func TestProfilesAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## Profiles\n")
	var got []string
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|").FindAllStringSubmatch(section, -1) {
		got = append(got, strings.ReplaceAll(strings.Join(row[1:], " "), "`", ""))
	}
	var want []string
	for _, name := range Profiles {
		settings, err := readProfile(name, newSchema(nil))
		if err != nil {
			t.Fatal(err)
		}
		values := map[string]string{"min-severity": "–", "fail-on": "–", "strict": "–"}
		for _, s := range settings {
			if _, documented := values[s.key]; !documented {
				t.Errorf("%s sets %s, which the table has no column for", name, s.key)
			}
			values[s.key] = fmt.Sprint(s.value)
		}
		want = append(want, strings.Join([]string{name, values["min-severity"], values["fail-on"], values["strict"]}, " "))
	}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("documented %q, want %q", got, want)
	}
}
