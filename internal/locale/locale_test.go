package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func TestLanguagesAgree(t *testing.T) {
	de, en := For(German).texts, For(English).texts
	for _, key := range slices.Sorted(maps.Keys(de)) {
		if _, ok := en[key]; !ok {
			t.Errorf("%s: missing in English", key)
			continue
		}
		if d, e := placeholders(de[key]), placeholders(en[key]); !slices.Equal(d, e) {
			t.Errorf("%s: placeholders differ: German %v, English %v", key, d, e)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(en)) {
		if _, ok := de[key]; !ok {
			t.Errorf("%s: missing in German", key)
		}
	}
}

func TestTextsAreFilled(t *testing.T) {
	for _, lang := range Langs {
		for key, text := range For(lang).texts {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s %s: empty", lang, key)
			}
			if base, ok := strings.CutSuffix(key, ".one"); ok && !For(lang).Has(base+".other") {
				t.Errorf("%s %s: no plural form", lang, key)
			}
		}
	}
}

func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestT(t *testing.T) {
	texts := &Texts{texts: map[string]string{
		"plain":   "a text\n",
		"filled":  "{file}:{line}",
		"n.one":   "one file in {dir}",
		"n.other": "{n} files in {dir}",
	}}
	tests := map[string]struct{ got, want string }{
		"plain":            {texts.T("plain"), "a text"},
		"filled":           {texts.T("filled", "file", "x{line}", "line", 3), "x{line}:3"},
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
