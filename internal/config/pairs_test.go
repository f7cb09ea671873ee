package config

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/spf13/pflag"
)

func TestPairs(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, FileName), `severity: {health/illness: critical, partner: low}
words:
  customers: [kunden.csv, /abs/more.csv]
  staff: sub/staff.csv
`)
	c, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t)})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Pair{{"health/illness", "critical"}, {"partner", "low"}}; !reflect.DeepEqual(c.Severity, want) {
		t.Errorf("severity %v, want %v", c.Severity, want)
	}
	want := []Pair{{"customers", filepath.Join(dir, "kunden.csv")}, {"customers", "/abs/more.csv"}, {"staff", filepath.Join(dir, "sub", "staff.csv")}}
	if !reflect.DeepEqual(c.Words, want) {
		t.Errorf("words %v, want %v", c.Words, want)
	}
	if got := c.Origin("words", "staff"); got != (Origin{File: file, Line: 4}) {
		t.Errorf("origin %+v", got)
	}

	set := flags(t)
	set.StringArray("severity", nil, "")
	if err := set.Parse([]string{"--severity=health=low", "--severity=x/y=high"}); err != nil {
		t.Fatal(err)
	}
	c, err = Load(Options{File: file, Lookup: lookup(map[string]string{"CHATLINT_WORDS": "staff=a.csv, partners=b.csv"}), Flags: set})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Pair{{"health", "low"}, {"x/y", "high"}}; !reflect.DeepEqual(c.Severity, want) {
		t.Errorf("severity %v, want %v", c.Severity, want)
	}
	if want := []Pair{{"staff", "a.csv"}, {"partners", "b.csv"}}; !reflect.DeepEqual(c.Words, want) {
		t.Errorf("words %v, want %v", c.Words, want)
	}
}

func TestPairErrors(t *testing.T) {
	tests := map[string]struct {
		text string
		want Error
	}{
		"unknown value":   {"severity:\n  health: hihg\n", Error{Code: BadValue, Key: "severity", Value: "hihg", Closest: "high", Origin: Origin{Line: 2}}},
		"unknown name":    {"words: {staf: a.csv}\n", Error{Code: UnknownKey, Key: "staf", Value: "staf", Closest: "staff", Origin: Origin{Line: 1}}},
		"a list":          {"severity: [health]\n", Error{Code: WrongShape, Key: "severity", Origin: Origin{Line: 1}}},
		"nothing":         {"severity:\n", Error{Code: NoValue, Key: "severity", Origin: Origin{Line: 1}}},
		"no value":        {"severity:\n  health:\n", Error{Code: NoValue, Key: "severity", Origin: Origin{Line: 2}}},
		"a list of words": {"severity: {health: [low, high]}\n", Error{Code: WrongShape, Key: "severity", Origin: Origin{Line: 1}}},
		"twice":           {"severity:\n  health: low\n  health: high\n", Error{Code: DuplicateKey, Key: "health", Origin: Origin{Line: 3}}},
		"a nested table":  {"words: {staff: [{a: b}]}\n", Error{Code: WrongShape, Key: "words", Origin: Origin{Line: 1}}},
	}
	for name, test := range tests {
		file := write(t, filepath.Join(t.TempDir(), FileName), test.text)
		_, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t)})
		var got *Error
		if !errors.As(err, &got) {
			t.Errorf("%s: got error %v", name, err)
			continue
		}
		test.want.Origin.File = file
		test.want.Allowed, test.want.Example = got.Allowed, got.Example
		if !reflect.DeepEqual(*got, test.want) {
			t.Errorf("%s: got  %+v\nwant %+v", name, *got, test.want)
		}
	}
	for _, text := range []string{"health", "health=", "health=hihg"} {
		set := pflag.NewFlagSet("test", pflag.ContinueOnError)
		set.StringArray("severity", []string{}, "")
		if err := set.Parse([]string{"--severity", text}); err != nil {
			t.Fatal(err)
		}
		_, err := Load(Options{Lookup: lookup(nil), Flags: set})
		var got *Error
		if !errors.As(err, &got) || got.Origin != (Origin{Name: "--severity"}) || got.Value == "" {
			t.Errorf("%s: got error %v", text, err)
		}
	}
}
