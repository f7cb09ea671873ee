package locale

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLanguagesAgree(t *testing.T) {
	if err := commands.Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckFindsDifferences(t *testing.T) {
	tests := map[string]struct{ de, en, want string }{
		"missing":      {"a: x\nb: y", "a: x", "b: missing in en"},
		"empty":        {"a: ' '", "a: x", "a: empty in de"},
		"plural":       {"a.one: x", "a.one: x", "a.one: no plural form in de"},
		"placeholders": {"a: '{n}'", "a: '{m}'", "a: placeholders differ in de and en"},
	}
	for name, test := range tests {
		files := fstest.MapFS{"x/de.yaml": {Data: []byte(test.de)}, "x/en.yaml": {Data: []byte(test.en)}}
		err := New(files, "x").Check()
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

func TestT(t *testing.T) {
	texts := &Texts{texts: map[string]string{
		"plain":   "a text\n",
		"braces":  "{ {n {n} {m} }{n",
		"filled":  "{file}:{line}",
		"n.one":   "one file in {dir}",
		"n.other": "{n} files in {dir}",
	}}
	tests := map[string]struct{ got, want string }{
		"plain":            {texts.T("plain"), "a text"},
		"filled":           {texts.T("filled", "file", "x{line}", "line", 3), "x{line}:3"},
		"other braces":     {texts.T("braces", "n", 1), "{ {n 1 {m} }{n"},
		"unknown key":      {texts.T("nothing"), "nothing"},
		"one":              {texts.N("n", 1, "dir", "d"), "one file in d"},
		"none takes other": {texts.N("n", 0, "dir", "d"), "0 files in d"},
		"many":             {texts.N("n", 2, "dir", "d"), "2 files in d"},
	}
	for name, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", name, test.got, test.want)
		}
	}
}

func TestForUnknownLanguage(t *testing.T) {
	if got := For("fr").Lang(); got != English {
		t.Errorf("For(fr) speaks %q, want English", got)
	}
}

func TestDetect(t *testing.T) {
	tests := map[string]struct {
		env  map[string]string
		want Lang
	}{
		"nothing set":           {nil, ""},
		"LANG":                  {map[string]string{"LANG": "de_DE.UTF-8"}, German},
		"LC_ALL wins":           {map[string]string{"LANG": "de_DE", "LC_ALL": "en_US"}, English},
		"LC_MESSAGES over LANG": {map[string]string{"LANG": "en_US", "LC_MESSAGES": "de_AT@euro"}, German},
		"empty does not count":  {map[string]string{"LC_ALL": "", "LANG": "de"}, German},
		"no language":           {map[string]string{"LANG": "C.UTF-8"}, English},
		"other language":        {map[string]string{"LANG": "nl_NL.UTF-8"}, English},
		"other code with de":    {map[string]string{"LANG": "del_US"}, English},
		"BCP 47":                {map[string]string{"LANG": "de-CH"}, German},
	}
	for name, test := range tests {
		lookup := func(key string) (string, bool) { v, ok := test.env[key]; return v, ok }
		if got := Detect(lookup); got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
