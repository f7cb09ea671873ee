package report

import (
	"strings"
	"sync"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"github.com/chatlint/chatlint/rules"
)

// span is a piece of text in one style.
type span struct {
	text   string
	bold   bool
	marked bool
	color  colour
}

// plainText and boldText are texts in one style.
func plainText(s string) []span { return []span{{text: s}} }
func boldText(s string) []span  { return []span{{text: s, bold: true}} }
func softText(s string) []span  { return []span{{text: s, color: paperSoft}} }

// markedText sets off what a finding points at.
func markedText(s string, marks []rules.Span) []span {
	var out []span
	end := 0
	for _, m := range marks {
		out = append(out, span{text: s[end:m.Start]}, span{text: s[m.Start:m.End], marked: true})
		end = m.End
	}
	return append(out, span{text: s[end:]})
}

// missing stands for a character that the font lacks, an emoji mostly.
const missing = "□"

// lookalikes stand for what the font lacks and a reader should not miss.
var lookalikes = strings.NewReplacer("⏎", "¶", "ẞ", "SS")

// glyphs knows the characters of the font. Both weights have the same.
var glyphs = sync.OnceValue(func() *sfnt.Font {
	f, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		panic("report: built-in font: " + err.Error())
	}
	return f
})

// typesetter replaces what the font lacks. It remembers what it has looked up.
type typesetter struct {
	buffer sfnt.Buffer
	known  map[rune]bool
}

func (t *typesetter) has(r rune) bool {
	known, ok := t.known[r]
	if !ok {
		// The PDF library knows the Basic Multilingual Plane only.
		i, err := glyphs().GlyphIndex(&t.buffer, r)
		known = err == nil && i != 0 && r < 0x10000 && !unicode.IsControl(r)
		t.known[r] = known
	}
	return known
}

// clean returns the text with one sign for each character, as a reader counts
// them, of which the font has nothing.
func (t *typesetter) clean(s string) string {
	if t.hasAll(s) {
		return s
	}
	var b strings.Builder
	for g := uniseg.NewGraphemes(norm.NFC.String(lookalikes.Replace(s))); g.Next(); {
		b.WriteString(t.cluster(g.Runes()))
	}
	return b.String()
}

func (t *typesetter) hasAll(s string) bool {
	for _, r := range s {
		if !t.has(r) {
			return false
		}
	}
	return true
}

func (t *typesetter) cluster(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		parts := []rune{r}
		if !t.has(r) {
			parts = []rune(norm.NFD.String(string(r))) // a letter without its accent is better than none
		}
		for _, part := range parts {
			if t.has(part) {
				b.WriteRune(part)
			}
		}
	}
	if b.Len() == 0 {
		return missing
	}
	return b.String()
}

// atoms splits spans into what must not be torn: words with the blanks behind
// them. The blank is no part of the width that must fit.
func atoms(spans []span) []span {
	var out []span
	for _, s := range spans {
		for rest := s.text; rest != ""; {
			end := strings.IndexByte(rest, ' ')
			if end < 0 {
				end = len(rest)
			}
			for end < len(rest) && rest[end] == ' ' {
				end++
			}
			piece := s
			piece.text, rest = rest[:end], rest[end:]
			out = append(out, piece)
		}
	}
	return out
}

// lines breaks spans into lines of a width in millimetres.
func (p *paper) lines(spans []span, width float64) [][]span {
	cleaned := make([]span, len(spans))
	for i, s := range spans {
		cleaned[i] = s
		cleaned[i].text = p.clean(s.text)
	}
	lines, room := [][]span{nil}, width
	for _, a := range atoms(cleaned) {
		for a.text != "" {
			if len(lines[len(lines)-1]) > 0 && p.width(strings.TrimRight(a.text, " "), a.bold) > room {
				lines, room = append(lines, nil), width
			}
			piece := p.fit(a, room)
			lines[len(lines)-1] = append(lines[len(lines)-1], piece)
			room -= p.width(piece.text, piece.bold)
			a.text = a.text[len(piece.text):]
		}
	}
	return lines
}

// fit returns as much of an atom as a line has room for, all of it mostly and
// one character at least.
func (p *paper) fit(a span, room float64) span {
	if p.width(strings.TrimRight(a.text, " "), a.bold) <= room {
		return a
	}
	used := 0.0
	for i, r := range a.text {
		used += p.width(string(r), a.bold)
		if used > room && i > 0 {
			a.text = a.text[:i]
			return a
		}
	}
	return a
}
