package rules

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestRequiredLiterals(t *testing.T) {
	for expr, want := range map[string][]string{
		`geschlagen`:         {"geschlagen"},
		`(kündig|entlass)t`:  {"kündig", "entlass"},
		`abc|xyz\d+`:         {"abc", "xyz"},
		`\bkann (nix|nicht)`: {"kann "},
		`(schlecht)+`:        {"schlecht"},
		`(?:lang){2,}`:       {"lang"},
		`[ab]oder`:           {"oder"},
		`ä+üb`:               {"üb"}, // three bytes
	} {
		got, err := requiredLiterals(expr)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v; want %q", expr, got, err, want)
		}
	}
}

func TestRequiredLiteralsRefused(t *testing.T) {
	for _, expr := range []string{``, `ab`, `.*`, `\d+`, `abc|x`, `(abc)?`, `(abc)*`, `[a-z]{5}`, `(?i)abc`, `abc|`, `a.b.c`} {
		if got, err := requiredLiterals(expr); reasonOf(err).Code != NoLiteral {
			t.Errorf("%s: %q, %v; want a refusal", expr, got, err)
		}
	}
	if _, err := requiredLiterals(`abc(`); err == nil || reasonOf(err).Code != BadPattern {
		t.Errorf("a broken expression: %v", err)
	}
}

// FuzzLiterals checks the promise: a text that matches holds a literal.
func FuzzLiterals(f *testing.F) {
	f.Add(`(kündig|entlass)t`, "er ist gekündigt und entlasst")
	f.Add(`a(bc|de)+fgh?`, "adebcfg")
	f.Add(`abc{2,3}`, "abcc")
	f.Fuzz(func(t *testing.T, expr, text string) {
		literals, err := requiredLiterals(expr)
		if err != nil {
			return
		}
		re, err := regexp.Compile(expr)
		if err != nil {
			return
		}
		if re.MatchString(text) && !slices.ContainsFunc(literals, func(l string) bool { return strings.Contains(text, l) }) {
			t.Errorf("%q matches %q, which holds none of %q", expr, text, literals)
		}
	})
}
