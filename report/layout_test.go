package report

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/chatlint/chatlint/rules"
)

func spanOf(s, part string) rules.Span {
	i := strings.Index(s, part)
	return rules.Span{Start: i, End: i + len(part)}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("davor ", 100) + "Stefan ist krank" + strings.Repeat(" danach", 100)
	two := "Stefan ist krank" + strings.Repeat(" dazwischen", 100) + " Kevin ist krank"
	tests := map[string]struct {
		text  string
		parts []string
		limit int
		want  string
	}{
		"short":        {"Stefan ist krank", []string{"krank"}, 40, "Stefan ist krank"},
		"around":       {long, []string{"Stefan ist krank"}, 40, "… davor davor Stefan ist krank danach …"},
		"no span":      {long, nil, 11, "davor davor …"},
		"two":          {two, []string{"Stefan ist krank", "Kevin ist krank"}, 80, "Stefan ist krank dazwischen … dazwischen Kevin ist krank"},
		"span too big": {long, []string{long}, 20, "davor davor dav …"},
	}
	for name, test := range tests {
		var spans []rules.Span
		for _, p := range test.parts {
			spans = append(spans, spanOf(test.text, p))
		}
		got, at := excerpt(test.text, spans, test.limit)
		if got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
		for i, p := range test.parts {
			if s := got[at[i].Start:at[i].End]; s != p && !strings.HasPrefix(got, s) {
				t.Errorf("%s: span %d is %q, want %q", name, i, s, p)
			}
		}
	}
}

func TestExcerptOfManySpans(t *testing.T) {
	text := strings.Repeat("krank, ", 1000)
	var spans []rules.Span
	for i := range 1000 {
		spans = append(spans, rules.Span{Start: 7 * i, End: 7*i + 5})
	}
	got, at := excerpt(text, spans, 200)
	if n := utf8.RuneCountInString(got); n > 300 {
		t.Errorf("excerpt has %d code points", n)
	}
	for _, s := range at {
		if got[s.Start:s.End] != "krank" {
			t.Fatalf("span is %q", got[s.Start:s.End])
		}
	}
}

func TestWrap(t *testing.T) {
	tests := map[string]struct {
		text  string
		width int
		want  []string
	}{
		"empty":      {"", 10, []string{""}},
		"fits":       {"eins zwei", 10, []string{"eins zwei"}},
		"two lines":  {"eins zwei drei", 10, []string{"eins zwei", "drei"}},
		"break kept": {"eins\nzwei", 10, []string{"eins", "zwei"}},
		"long word":  {"Donaudampfschiff ahoi", 10, []string{"Donaudampf", "schiff", "ahoi"}},
		"wide":       {"日本語日本語 x", 10, []string{"日本語日本", "語 x"}},
		"whole emoji": {"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 8,
			[]string{"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"}},
	}
	for name, test := range tests {
		var got []string
		for _, l := range wrap(test.text, nil, test.width) {
			var b strings.Builder
			for _, r := range l {
				b.WriteString(r.text)
			}
			if uniseg.StringWidth(b.String()) > test.width {
				t.Errorf("%s: %q is wider than %d", name, b.String(), test.width)
			}
			got = append(got, b.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

func TestWrapSplitsAtMarks(t *testing.T) {
	text := "da ist Stefan heute krank"
	got := wrap(text, []rules.Span{spanOf(text, "Stefan heute krank")}, 15)
	want := [][]run{{{"da ist ", false}, {"Stefan", true}}, {{"heute krank", true}}}
	if !slices.EqualFunc(got, want, slices.Equal[[]run]) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[31m":              `\x1b[31m`,
		"a\tb\u2028c":           "a b c",
		"\xff":                  `\xff`,
		"\u009b":                `\x9b`,
		"\u202eabc":             `\u202eabc`,
		"zeile\nzwei":           "zeile\nzwei",
		"👨‍👩‍👧 \u200cx":         "👨‍👩‍👧 \u200cx",
		"🏴\U000e0067\U000e007f": "🏴\U000e0067\U000e007f",
	} {
		if got, _ := visible(in, nil); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Spans are converted alike in whatever order they come.
func TestCodePoints(t *testing.T) {
	text := "👍 Zoë \xff krank \xc3 👨‍👩‍👧 4711"
	points := NewCodePoints(text)
	for _, word := range []string{"krank", "4711", "Zoë", "👍", "👨‍👩‍👧", "krank", "👍"} {
		span := spanOf(text, word)
		start := utf8.RuneCountInString(text[:span.Start])
		if got, want := points.Span(span), [2]int{start, start + utf8.RuneCountInString(word)}; got != want {
			t.Errorf("%s: got %v, want %v", word, got, want)
		}
	}
}

// TestColumns checks the short way against the tables of Unicode, for every rune
// of the planes that have letters and signs, alone and between others.
func TestColumns(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		for _, s := range []string{string(r), "ä" + string(r), "–" + string(r) + "\u0301"} {
			if got, want := columns(s), uniseg.StringWidth(s); got != want {
				t.Errorf("%+q: got %d columns, want %d", s, got, want)
			}
		}
	}
}

// TestBreakLineThatFits checks that a line which fits stays whole, also where it
// could be broken.
func TestBreakLineThatFits(t *testing.T) {
	for _, s := range []string{"", "   ", "krank seit Montag ", "halb-tags/ganz-tags – ja", strings.Repeat("ä", 40), "日本 heute "} {
		want := []rules.Span{{End: len(strings.TrimRight(s, " "))}}
		if got := breakLine(s, 40); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
}
