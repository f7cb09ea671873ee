package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/spf13/pflag"
)

var formats = []string{"terminal", "json"}

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func lookup(env map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) { v, ok := env[name]; return v, ok }
}

func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	f := pflag.NewFlagSet("test", pflag.ContinueOnError)
	f.String("fail-on", "", "")
	f.String("lang", "", "")
	f.StringArray("disable", nil, "")
	f.Bool("strict", false, "")
	f.Int("jobs", 0, "")
	if err := f.Parse(args); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPrecedence(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), FileName), `
lang: de
fail-on: low       # a variable wins
min-severity: high
disable: [health/illness, contact/phone]
rules: own
strict: true
jobs: 3
`)
	c, err := Load(Options{
		File:    file,
		Lookup:  lookup(map[string]string{"CHATLINT_FAIL_ON": "medium", "CHATLINT_MIN_SEVERITY": "low", "CHATLINT_JOBS": ""}),
		Flags:   flags(t, "--fail-on=critical", "--strict=false"),
		Formats: formats,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		Lang: "de", FailOn: "critical", MinSeverity: "low", Jobs: 3,
		Disable: []string{"health/illness", "contact/phone"},
		Rules:   filepath.Join(filepath.Dir(file), "own"),
	}
	got := *c
	got.File, got.origins, got.values = "", nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for _, test := range []struct {
		key, item string
		want      Origin
	}{
		{"lang", "", Origin{File: file, Line: 2}},
		{"disable", "contact/phone", Origin{File: file, Line: 5}},
		{"min-severity", "", Origin{Name: "CHATLINT_MIN_SEVERITY"}},
		{"fail-on", "", Origin{Name: "--fail-on"}},
		{"format", "", Origin{}},
	} {
		if got := c.Origin(test.key, test.item); got != test.want {
			t.Errorf("Origin(%s, %s) = %+v, want %+v", test.key, test.item, got, test.want)
		}
	}
}

func TestVariablesAndFlags(t *testing.T) {
	c, err := Load(Options{
		Lookup: lookup(map[string]string{
			"CHATLINT_RULES":   "my rules, old",
			"CHATLINT_DISABLE": "x/y, z/w,",
		}),
		Flags:   flags(t, "--disable=p/q,r", "--disable=s/t"),
		Formats: formats,
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := "my rules, old"; c.Rules != want {
		t.Errorf("rules %q, want %q", c.Rules, want)
	}
	if want := []string{"p/q,r", "s/t"}; !reflect.DeepEqual(c.Disable, want) {
		t.Errorf("disable %q, want %q", c.Disable, want)
	}
}

func TestFileErrors(t *testing.T) {
	tests := map[string]struct {
		text string
		want Error
	}{
		"unknown key":        {"lang: de\nfial-on: low\n", Error{Code: UnknownKey, Key: "fial-on", Closest: "fail-on", Origin: Origin{Line: 2}}},
		"upper case":         {"Lang: de\n", Error{Code: UnknownKey, Key: "Lang", Closest: "lang", Origin: Origin{Line: 1}}},
		"nested key":         {"fail:\n  on: low\n", Error{Code: UnknownKey, Key: "fail", Origin: Origin{Line: 1}}},
		"dotted key":         {"fail.on: low\n", Error{Code: UnknownKey, Key: "fail.on", Closest: "fail-on", Origin: Origin{Line: 1}}},
		"unknown value":      {"\n\nfail-on: hihg\n", Error{Code: BadValue, Key: "fail-on", Value: "hihg", Closest: "high", Origin: Origin{Line: 3}}},
		"format":             {"format: jsn\n", Error{Code: BadValue, Key: "format", Value: "jsn", Closest: "json", Origin: Origin{Line: 1}}},
		"no value":           {"lang:\n", Error{Code: NoValue, Key: "lang", Origin: Origin{Line: 1}}},
		"no list":            {"disable:\n# all\n", Error{Code: NoValue, Key: "disable", Origin: Origin{Line: 1}}},
		"yes is no toggle":   {"strict: yes\n", Error{Code: BadValue, Key: "strict", Value: "yes", Origin: Origin{Line: 1}}},
		"negative number":    {"jobs: -1\n", Error{Code: BadValue, Key: "jobs", Value: "-1", Origin: Origin{Line: 1}}},
		"block for a value":  {"lang: {a: b}\n", Error{Code: WrongShape, Key: "lang", Origin: Origin{Line: 1}}},
		"block in a list":    {"disable:\n- a/b\n- {a: b}\n", Error{Code: WrongShape, Key: "disable", Origin: Origin{Line: 3}}},
		"key stands twice":   {"lang: de\nstrict: true\nlang: en\n", Error{Code: DuplicateKey, Key: "lang", Origin: Origin{Line: 3}}},
		"not YAML":           {"lang: de\n\t- x\n", Error{Code: BadSyntax, Origin: Origin{Line: 2}}},
		"a list":             {"- lang\n", Error{Code: BadSyntax, Origin: Origin{Line: 1}}},
		"second document":    {"lang: de\n---\nlang: en\n", Error{Code: BadSyntax, Origin: Origin{Line: 2}}},
		"reveal is no key":   {"reveal: true\n", Error{Code: UnknownKey, Key: "reveal", Origin: Origin{Line: 1}}},
		"merge is no key":    {"a: &a {lang: de}\n<<: *a\n", Error{Code: UnknownKey, Key: "a", Origin: Origin{Line: 1}}},
		"an alias of itself": {"disable: &a [x/y, *a]\n", Error{Code: WrongShape, Key: "disable", Origin: Origin{Line: 1}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := write(t, filepath.Join(t.TempDir(), FileName), test.text)
			_, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t), Formats: formats})
			var got *Error
			if !errors.As(err, &got) {
				t.Fatalf("got error %v", err)
			}
			test.want.Origin.File = file
			test.want.Allowed, test.want.Example = got.Allowed, got.Example
			if !reflect.DeepEqual(*got, test.want) {
				t.Errorf("got  %+v\nwant %+v", *got, test.want)
			}
		})
	}
}

func TestEmptyFiles(t *testing.T) {
	for _, text := range []string{"", "# nothing\n", "---\n", "\ufefflang: de\n"} {
		file := write(t, filepath.Join(t.TempDir(), FileName), text)
		if _, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t), Formats: formats}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestOriginsOfErrors(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none.yaml")
	tests := map[string]struct {
		opt  Options
		want Origin
		code Code
	}{
		"missing file": {Options{File: missing, Lookup: lookup(nil), Flags: flags(t)}, Origin{File: missing}, Unreadable},
		"variable":     {Options{Lookup: lookup(map[string]string{"CHATLINT_LANG": "fr"}), Flags: flags(t)}, Origin{Name: "CHATLINT_LANG"}, BadValue},
		"flag":         {Options{Lookup: lookup(nil), Flags: flags(t, "--lang=fr")}, Origin{Name: "--lang"}, BadValue},
		"number":       {Options{Lookup: lookup(nil), Flags: flags(t, "--jobs=-2")}, Origin{Name: "--jobs"}, BadValue},
	}
	for name, test := range tests {
		_, err := Load(test.opt)
		var got *Error
		if !errors.As(err, &got) || got.Origin != test.want || got.Code != test.code {
			t.Errorf("%s: got %v, want %s at %+v", name, err, test.code, test.want)
		}
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	user := filepath.Join(root, "home", ".config")
	project := write(t, filepath.Join(root, "project", FileName), "")
	deep := write(t, filepath.Join(root, "project", "a", "b", "chat.txt"), "")
	outside := write(t, filepath.Join(root, "elsewhere", "chat.txt"), "")

	tests := map[string]struct{ start, want string }{
		"beside":        {filepath.Join(root, "project"), project},
		"folders above": {deep, project},
		"none":          {outside, ""},
	}
	for name, test := range tests {
		if got := Find(test.start, user); got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}

	plain := write(t, filepath.Join(user, FileName), "")
	if got := Find(outside, user); got != plain {
		t.Errorf("user's folder: got %q, want %q", got, plain)
	}
	own := write(t, filepath.Join(user, "chatlint", FileName), "")
	if got := Find(outside, user); got != own {
		t.Errorf("chatlint's folder in the user's: got %q, want %q", got, own)
	}
}

func FuzzFile(f *testing.F) {
	f.Add("lang: de\ndisable: [a/b]\n")
	f.Add("disable: &x [a]\nrules: *x\n")
	f.Fuzz(func(t *testing.T, text string) {
		file := write(t, filepath.Join(t.TempDir(), FileName), text)
		_, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t), Formats: formats})
		var fault *Error
		if err != nil && (!errors.As(err, &fault) || fault.Origin.File != file || fault.Origin.Line < 1) {
			t.Errorf("error without a place: %v", err)
		}
	})
}
