package main

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestPeopleInTables(t *testing.T) {
	encoded := func(text string, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	const german = "Vorname;Nachname\nJörg;Müßig\n"
	for name, test := range map[string]struct {
		raw  string
		want []string
	}{
		"one column":        {"Huber\nSepp Meier\n\n", []string{"Huber", "Sepp Meier"}},
		"one with heading":  {"Name\nHuber", []string{"Huber"}},
		"semicolons":        {"Nr;Name;Ort\n1;Huber;Hof\n2;;Hof\n", []string{"Huber"}},
		"first and last":    {"Nachname;Ort;Vorname\nHuber;Hof;Sepp\nMeier;Hof\n", []string{"Sepp Huber", "Meier"}},
		"name, first name":  {"Name\tVorname\nHuber\tSepp\n", []string{"Sepp Huber"}},
		"an address book":   {"Name,Given Name,Family Name,E-mail\n\"Huber, S.\",Sepp,Huber,a@example.org\n", []string{"Sepp Huber"}},
		"quoted":            {"Customer,Town\n\"Huber, Sepp\",Hof\n", []string{"Huber, Sepp"}},
		"numbers are none":  {"Name;Ort\n4711;Hof\nHuber;Hof\n", []string{"Huber"}},
		"a mark":            {"\ufeff" + german, []string{"Jörg Müßig"}},
		"Windows":           {encoded(charmap.Windows1252.NewEncoder().String(german)), []string{"Jörg Müßig"}},
		"UTF-16":            {encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(german)), []string{"Jörg Müßig"}},
		"Windows line ends": {"Name\r\nHuber\r\n", []string{"Huber"}},
	} {
		const file = "t.csv"
		rows, err := parseTable(file, []byte(test.raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, fault := peopleIn(file, rows)
		if fault != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q (%v), want %q", name, got, fault, test.want)
		}
	}
}

func TestBrokenTables(t *testing.T) {
	for name, test := range map[string]struct{ raw, key, line string }{
		"a quote":     {"Name;Ort\nHuber;Hof\nMei\"er;Hof\n", "error.not-a-table", ":3"},
		"no end":      {"Name\n\"Huber\n", "error.not-a-table", ":2"},
		"NUL":         {"Name\nHuber\x00\n", "error.not-a-table", ":2"},
		"no heading":  {"\nHuber;Sepp\n", "error.no-heading", ":2"},
		"nothing":     {"\n\n", "error.no-names", ""},
		"no names":    {"Name;Ort\n;Hof\n", "error.no-names", ""},
		"empty cells": {";;\n;;\n", "error.no-names", ""},
	} {
		const file = "t.csv"
		rows, err := parseTable(file, []byte(test.raw))
		if err == nil {
			if _, fault := peopleIn(file, rows); fault != nil {
				err = fault
			}
		}
		f, ok := errors.AsType[*fault](err)
		if !ok || f.what.key != test.key || f.what.args[1] != file+test.line || f.exit != exitUsage {
			t.Errorf("%s: got %+v, want %s at %s", name, f, test.key, test.line)
		}
	}
}

// FuzzTable: any file gives names in UTF-8, or a fault of the caller that says
// nothing of what stands in it.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{"Name;Ort\nHuber;Hof\n", "Vorname,Nachname\n\"Sepp\",Huber", "\xff\xfeN\x00", "a\"b", "Name\tVorname\n\x80\t\n", ""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		const file = "t.csv"
		rows, err := parseTable(file, raw)
		var names []string
		if err == nil {
			var bad *fault
			if names, bad = peopleIn(file, rows); bad != nil {
				err = bad
			}
		}
		if err != nil {
			said, ok := errors.AsType[*fault](err)
			if place, _ := said.what.args[1].(string); !ok || said.exit != exitUsage || strings.Trim(strings.TrimPrefix(place, file), ":0123456789") != "" {
				t.Fatalf("got %v", err)
			}
			return
		}
		for _, n := range names {
			if n == "" || !utf8.ValidString(n) {
				t.Errorf("name %q", n)
			}
		}
	})
}
