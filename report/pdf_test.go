package report

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/chatlint/chatlint/internal/locale"
)

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\nendstream`)
	pdfShown  = regexp.MustCompile(`(?s)BT [\d.-]+ ([\d.-]+) Td \(((?:\\.|[^\\)])*)\) Tj`)
	pdfEscape = regexp.MustCompile(`(?s)\\(.)`)
)

// readable returns what a person can read of an output: of a PDF its text, a
// line a line.
func readable(t *testing.T, f Format, got string) string {
	t.Helper()
	if !strings.HasPrefix(got, "%PDF-") {
		return got
	}
	var out strings.Builder
	for _, m := range pdfStream.FindAllStringSubmatch(got, -1) {
		r, err := zlib.NewReader(strings.NewReader(m[1]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: a stream is damaged: %v", f.Name, err)
		}
		height := ""
		for _, shown := range pdfShown.FindAllSubmatch(content, -1) {
			if string(shown[1]) != height {
				out.WriteByte('\n')
				height = string(shown[1])
			}
			out.WriteString(pdfString(shown[2]))
		}
	}
	return strings.TrimPrefix(out.String(), "\n") + "\n"
}

// pdfString decodes the two bytes for each character of an embedded font.
func pdfString(escaped []byte) string {
	raw := pdfEscape.ReplaceAllFunc(escaped, func(m []byte) []byte {
		if m[1] == 'r' {
			return []byte{'\r'}
		}
		return m[1:]
	})
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

func TestPDFHasPagesAndContents(t *testing.T) {
	inputs, findings, res := manyFindings(300)
	f, _ := Lookup("pdf")
	got := readable(t, f, write(t, f, Options{Lang: locale.German}, inputs, findings, res))
	for _, want := range []string{"Inhalt\n", "Seite 1 von ", "Gesundheit (300)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
	pages := len(regexp.MustCompile(`Seite \d+ von \d+`).FindAllString(got, -1))
	last := regexp.MustCompile(`Seite (\d+) von (\d+)\n?$`).FindStringSubmatch(strings.TrimSpace(got))
	if pages < 10 || last == nil || last[1] != last[2] {
		t.Errorf("%d pages, the last says %v", pages, last)
	}
}

func TestPDFDate(t *testing.T) {
	inputs, findings, res := sample()
	f, _ := Lookup("pdf")
	opt := Options{Lang: locale.German, Date: time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC)}
	got := write(t, f, opt, inputs, findings, res)
	if !strings.Contains(got, "/CreationDate (D:20260203040506") {
		t.Error("the creation date is not that of the report")
	}
	if !strings.Contains(readable(t, f, got), "03.02.2026 04:05") {
		t.Error("the date is not printed")
	}
}

func TestTypesetterKnowsTheLettersOfEurope(t *testing.T) {
	s := typesetter{known: map[rune]bool{}}
	for _, word := range []string{
		"Größe ÄÖÜäöüß", "Zażółć gęślą jaźń ŁĄŚ", "Yiğit Şükrü İpek ığ", "Příliš žluťoučký kůň ďň", "Őrült tűz", "Țară șapte ăâî", "Ñandú façade œuvre",
		"Ђорђе Жанна", "Ελένη", "5 € – „so“ ‚und‘ … • ■▲●○ § № ¶",
	} {
		if got := s.clean(word); got != word {
			t.Errorf("%q became %q", word, got)
		}
	}
	for in, want := range map[string]string{
		"krank 🤒":          "krank □",
		"👨‍👩‍👧🇩🇪👍🏽":        "□□□",
		"a\u0308":          "ä",
		"k\u0301\u0301":    "k",
		"GROẞ":             "GROSS",
		"⏎":                "¶",
		"日本":               "□□",
		"\x1b\U0010ffff x": "□□ x",
	} {
		if got := s.clean(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestLinesFitThePage(t *testing.T) {
	p := newPaper(&Options{Lang: locale.German}, "", "")
	for name, text := range hostile {
		for _, width := range []float64{8, 40, textWidth} {
			var joined bytes.Buffer
			for _, l := range p.lines(plainText(text), width) {
				w := 0.0
				for _, s := range l {
					w += p.width(strings.TrimRight(s.text, " "), s.bold)
					joined.WriteString(s.text)
				}
				if w > width+0.01 && len(l) > 1 {
					t.Errorf("%s: a line is %.1f mm wide, want at most %.0f", name, w, width)
				}
			}
			if joined.String() != p.clean(text) {
				t.Errorf("%s: breaking lines changed the text", name)
			}
		}
	}
}

// Whatever a message holds, its lines hold all of it that the font has, and no
// line with more than one piece is wider than its column.
func FuzzLines(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 40.0)
	}
	p := newPaper(&Options{Lang: locale.German}, "", "")
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !(width >= 5 && width <= textWidth) || len(text) > 2000 {
			t.Skip()
		}
		var joined strings.Builder
		for _, l := range p.lines(plainText(text), width) {
			w := 0.0
			for i, s := range l {
				joined.WriteString(s.text)
				if i == len(l)-1 {
					s.text = strings.TrimRight(s.text, " ")
				}
				w += p.width(s.text, s.bold)
			}
			if len(l) > 1 && w > width+0.01 {
				t.Errorf("a line is %.2f mm wide in a column of %.2f", w, width)
			}
		}
		if joined.String() != p.clean(text) {
			t.Error("breaking lines changed the text")
		}
	})
}
