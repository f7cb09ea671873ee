package config

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A configuration that would unfold or nest without end is refused at once: aliases are followed one step, and only where a value may stand.
func TestConfigBombs(t *testing.T) {
	var aliases strings.Builder
	aliases.WriteString("disable: &a0 [x]\n")
	for i := 1; i < 20; i++ {
		fmt.Fprintf(&aliases, "u%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10))
	}
	for name, text := range map[string]string{
		"aliases":         aliases.String(),
		"alias of itself": "disable: &a [*a]\n",
		"merge of itself": "<<: &a {<<: *a}\n",
		"brackets":        "disable: " + strings.Repeat("[", maxFile-100),
		"braces":          strings.Repeat("{a: ", maxFile/4),
		"dashes":          "disable: " + strings.Repeat("- ", maxFile/2-100),
		"colons":          strings.Repeat("a: ", maxFile/3),
		"pattern":         "suppress:\n- {pattern: '(x{1000}){1000}', reason: x}\n",
		"long pattern":    "suppress:\n- {pattern: '((abc){50}){50}', reason: x}\n",
		"suppressions":    "suppress:\n- &a {pattern: 'x{900}', reason: x}\n" + strings.Repeat("- *a\n", maxFile/6),
		"endless":         strings.Repeat("# x\n", maxFile),
	} {
		file := write(t, filepath.Join(t.TempDir(), FileName), text)
		start := time.Now()
		_, err := Load(Options{File: file, Lookup: lookup(nil), Flags: flags(t), Formats: formats})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
