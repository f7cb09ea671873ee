package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/rules"
)

// acts reports whether a terminal obeys the rune or a reader is misled by it:
// control characters, direction marks, line separators, invalid bytes. Line
// breaks and the joiners inside emojis and words are left alone.
func acts(r rune, n int) bool {
	switch {
	case r == '\n', r == '\u200c', r == '\u200d':
		return false
	case r == utf8.RuneError && n == 1:
		return true
	case r == '\u2028', r == '\u2029':
		return true
	case r < 0x100 && unicode.IsControl(r):
		return true
	}
	return unicode.Is(unicode.Cf, r) && r < 0xe0000 // above stand the tags of flag emojis
}

// escapes lists what acts in the text, with what to show instead.
func escapes(s string, escape func(r rune, raw string) string) []cut {
	var cuts []cut
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if acts(r, n) {
			cuts = append(cuts, newCut(i, i+n, escape(r, s[i:i+n])))
		}
		i += n
	}
	return cuts
}

// escape shows a rune as Go writes it in a string.
func escape(r rune, raw string) string {
	switch {
	case r == '\t', r == '\u2028', r == '\u2029':
		return " "
	case len(raw) == 1:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// visible returns the text with everything escaped that acts, and the spans
// where they are then.
func visible(s string, spans []rules.Span) (string, []rules.Span) {
	var e edit
	e.apply(s, escapes(s, escape))
	return e.text, e.spans(spans)
}

// lineBreak stands for one or more line breaks where there is one line.
const lineBreak = " ⏎ "

// oneLine is visible for a single line.
func oneLine(s string) string {
	s, _ = visible(s, nil)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), lineBreak)
}
