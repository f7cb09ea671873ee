package report

import (
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	for _, variant := range slices.Sorted(maps.Keys(variants)) {
		for _, f := range Formats {
			inputs, findings, res := sample()
			got := write(t, f, variants[variant], inputs, findings, res)
			golden(t, variant+"."+f.Name, readable(t, f, got))
		}
	}
}

func TestGoldenColours(t *testing.T) {
	inputs, findings, res := sample()
	f, _ := Lookup("terminal")
	golden(t, "colour.de.terminal", write(t, f, Options{Lang: locale.German, Color: true, Width: 60}, inputs, findings, res))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test ./report -update and look at the change\n%s", path, got)
	}
}

func TestMaskedFormatsKeepSecrets(t *testing.T) {
	for _, lang := range locale.Langs {
		for _, f := range Formats {
			inputs, findings, res := sample()
			got := readable(t, f, write(t, f, Options{Lang: lang}, inputs, findings, res))
			for _, s := range secrets {
				if strings.Contains(strings.ToLower(got), strings.ToLower(s)) {
					t.Errorf("%s, %s: %q is readable", f.Name, lang, s)
				}
			}
		}
	}
}

// The canaries prove nothing if they are not in the sample.
func TestRevealedFormatsShowTheText(t *testing.T) {
	for _, name := range []string{"terminal", "json", "jsonl", "sarif", "github", "junit", "csv", "markdown", "gitlab", "html", "pdf"} {
		f, ok := Lookup(name)
		if !ok {
			t.Fatalf("no format %s", name)
		}
		inputs, findings, res := sample()
		got := readable(t, f, write(t, f, Options{Lang: locale.German, Reveal: true}, inputs, findings, res))
		for _, s := range []string{"Stefan", "Brandl", "Meier", "Lindenweg", "4711", "1234567", "geheim"} {
			if !strings.Contains(got, s) {
				t.Errorf("%s: %q is missing", name, s)
			}
		}
	}
}

func TestMaskingChangesNoInput(t *testing.T) {
	inputs, findings, res := sample()
	f, _ := Lookup("json")
	write(t, f, Options{}, inputs, findings, res)
	f, _ = Lookup("terminal")
	inputs2, findings2, res2 := sample()
	got := write(t, f, Options{Reveal: true}, inputs, findings, res)
	if got != write(t, f, Options{Reveal: true}, inputs2, findings2, res2) {
		t.Error("a masked report changed its findings")
	}
}

func TestTwiceTheSameBytes(t *testing.T) {
	for _, f := range Formats {
		inputs, findings, res := sample()
		opt := Options{Lang: locale.German, Color: true}
		first := write(t, f, opt, inputs, findings, res)
		if write(t, f, opt, inputs, findings, res) != first {
			t.Errorf("%s: two runs differ", f.Name)
		}
	}
}

// brokenAfter accepts some bytes and then fails.
type brokenAfter int

var errBroken = errors.New("disk full")

func (b *brokenAfter) Write(p []byte) (int, error) {
	if len(p) > int(*b) {
		return 0, errBroken
	}
	*b -= brokenAfter(len(p))
	return len(p), nil
}

func TestWriteErrorsArrive(t *testing.T) {
	for _, f := range Formats {
		inputs, findings, res := sample()
		whole := write(t, f, Options{}, inputs, findings, res)
		for _, after := range []int{0, len(whole) / 2, len(whole) - 1} {
			b := brokenAfter(after)
			err := play(New(Options{Rules: book{}, Version: "1.2.3"}, Target{f, &b}), inputs, findings, res)
			if !errors.Is(err, errBroken) {
				t.Errorf("%s: error after %d bytes is %v, want %v", f.Name, after, err, errBroken)
			}
		}
	}
}

// hostile are messages that try to break out of a format.
var hostile = map[string]string{
	"markup":   "<script>alert(1)</script> & \"quoted\" 'single' ]]>",
	"escapes":  "\x1b[31mred\x1b]0;title\x07 \x9b2J \x00 \r\nback\bspace \x7f",
	"formula":  "=cmd|'/C calc'!A0, @SUM(1+1), -2+3",
	"bidi":     "harmless \u202etxt.exe\u202c \u2066x\u2069 \u200f",
	"invalid":  "broken \xff\xfe utf-8 \xc3",
	"long":     strings.Repeat("Wort ", 2000) + "krank",
	"no blank": strings.Repeat("x", 10000) + "krank",
	"emojis":   strings.Repeat("👨‍👩‍👧🏽🇩🇪", 150) + "krank",
	"lines":    strings.Repeat("\n", 300) + "krank",
	"command":  "::error file=x::y\n::set-output name=a::b %0A 100%",
	"zalgo":    "k" + strings.Repeat("\u0301", 500) + "rank",
	"empty":    "",
}

func TestHostileMessages(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, f := range Formats {
			for _, reveal := range []bool{false, true} {
				got := write(t, f, Options{Lang: locale.German, Reveal: reveal}, hostileInputs, []*lint.Finding{hostileFinding(hostile[name])}, hostileResult)
				intact(t, f.Name+" "+name, f, readable(t, f, got))
			}
		}
	}
}

var (
	hostileInputs = []lint.Input{{Path: "a\x1b[2J\nb%:,\u202e.txt", Name: "\x1b", Messages: 1, Participants: []chat.Participant{{Name: "\x1b[1m\u202eEve\n"}}}}
	hostileResult = &lint.Result{Inputs: hostileInputs, Summary: lint.Summary{rules.Health: {rules.High: 1}}, Verdict: lint.Tolerated, Coverage: lint.Coverage{Messages: 1}}
)

// hostileFinding points at "krank" if it is there, and at the whole text.
func hostileFinding(text string) *lint.Finding {
	f := finding(0, 0, "\x1b[1m\u202eEve\n", text, "health/sick", rules.Health, rules.High, text)
	if i := strings.Index(text, "krank"); i >= 0 {
		f.Spans = []rules.Span{{Start: i, End: i + len("krank")}}
	}
	return f
}

// intact reports what no output may hold and checks the form of the format.
func intact(t *testing.T, name string, f Format, got string) {
	t.Helper()
	if f.Name == "csv" {
		got = strings.TrimPrefix(got, byteOrderMark)
	}
	if !utf8.ValidString(got) {
		t.Errorf("%s: output is no valid UTF-8", name)
	}
	for _, r := range got {
		if acts(r, utf8.RuneLen(r)) {
			t.Errorf("%s: output holds %U", name, r)
			return
		}
	}
	lines := strings.Count(got, "\n")
	switch f.Name {
	case "github":
		if lines != 2 || !strings.HasPrefix(got, "::error file=") || strings.Count(got, "\n::notice ") != 1 {
			t.Errorf("%s: commands are broken:\n%s", name, got)
		}
	case "check":
		if lines != 2 {
			t.Errorf("%s: got %d lines, want 2:\n%s", name, lines, got)
		}
	case "csv":
		if lines != 2 {
			t.Errorf("%s: got %d lines, want 2:\n%s", name, lines, got)
		}
	case "markdown":
		if lines > 40 {
			t.Errorf("%s: one finding takes %d lines", name, lines)
		}
	case "jsonl":
		if lines != 4 {
			t.Errorf("%s: got %d lines, want 4", name, lines)
		}
	case "terminal":
		if lines > 60 {
			t.Errorf("%s: one finding takes %d lines", name, lines)
		}
	}
	validate(t, name, f, got)
}
