package chat

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/internal/digits"
)

// markLen returns the length in bytes of the invisible mark at the start of b,
// or 0. WhatsApp writes marks around generated text, numbers and right-to-left
// names; they never belong to what a person wrote. Marks are U+200E U+200F U+202A..U+202E U+2066..U+2069 U+FEFF U+0000.
func markLen(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case b[0] == 0:
		return 1
	case b[0] != 0xE2 && b[0] != 0xEF || len(b) < 3:
		return 0
	case b[0] == 0xEF:
		if b[1] == 0xBB && b[2] == 0xBF {
			return 3
		}
	case b[1] == 0x80:
		if b[2] == 0x8E || b[2] == 0x8F || b[2] >= 0xAA && b[2] <= 0xAE {
			return 3
		}
	case b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9:
		return 3
	}
	return 0
}

// hasMark reports whether b holds a mark that strip would remove.
func hasMark(b []byte) bool {
	if bytes.IndexByte(b, 0) >= 0 {
		return true
	}
	return hasMarkLead(b, 0xE2) || hasMarkLead(b, 0xEF)
}

// hasMarkLead looks for a mark whose first byte is lead.
func hasMarkLead(b []byte, lead byte) bool {
	for {
		i := bytes.IndexByte(b, lead)
		if i < 0 {
			return false
		}
		if markLen(b[i:]) > 0 {
			return true
		}
		b = b[i+1:]
	}
}

// strip removes the marks of b in place and returns the shorter slice.
func strip(b []byte) []byte {
	if !hasMark(b) {
		return b
	}
	out := b[:0]
	for len(b) > 0 {
		if n := markLen(b); n > 0 {
			b = b[n:]
			continue
		}
		out = append(out, b[0])
		b = b[1:]
	}
	return out
}

// clean returns b as text: marks removed, both ends trimmed of white space.
// It does not change b.
func clean(b []byte) string {
	if hasMark(b) {
		b = strip(bytes.Clone(b))
	}
	return string(trimSpace(b))
}

// trimSpace cuts Unicode white space from both ends. Most bodies have none, so
// the usual case costs two comparisons.
func trimSpace(b []byte) []byte {
	if len(b) > 0 && isVisible(b[0]) && isVisible(b[len(b)-1]) {
		return b
	}
	return bytes.TrimFunc(b, unicode.IsSpace)
}

func isVisible(c byte) bool { return c > ' ' && c < 0x7F }

// skipMarks returns b behind its leading marks, and whether a directional mark
// (U+200E or U+200F) was among them: WhatsApp puts it before generated text.
func skipMarks(b []byte) (rest []byte, directional bool) {
	for {
		n := markLen(b)
		if n == 0 {
			return b, directional
		}
		directional = directional || isDirectional(b)
		b = b[n:]
	}
}

func isDirectional(b []byte) bool {
	return len(b) >= 3 && b[0] == 0xE2 && b[1] == 0x80 && (b[2] == 0x8E || b[2] == 0x8F)
}

// lastDirectional returns the offset of the last U+200E or U+200F in b that
// has text after it, or -1.
func lastDirectional(b []byte) int {
	end := len(trimMarks(b))
	for i := end - 3; i >= 0; i-- {
		if isDirectional(b[i:]) {
			return i
		}
	}
	return -1
}

// trimMarks cuts marks and white space from the end of b.
func trimMarks(b []byte) []byte {
	for {
		trimmed := bytes.TrimRightFunc(b, unicode.IsSpace)
		if n := len(trimmed); n > 0 && trimmed[n-1] == 0 {
			trimmed = trimmed[:n-1]
		} else if n >= 3 && markLen(trimmed[n-3:]) == 3 {
			trimmed = trimmed[:n-3]
		} else if n == len(b) {
			return b
		}
		b = trimmed
	}
}

// blankLen returns the length of the blank at the start of b: U+0020, U+00A0,
// U+202F or U+2009, the ones seen in stamps and names.
func blankLen(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case b[0] == ' ':
		return 1
	case b[0] == 0xC2:
		if len(b) > 1 && b[1] == 0xA0 {
			return 2
		}
	case b[0] == 0xE2:
		if len(b) > 2 && b[1] == 0x80 && (b[2] == 0xAF || b[2] == 0x89) {
			return 3
		}
	}
	return 0
}

// cleanName returns a sender's name: marks removed, every blank a U+0020,
// trimmed. The tilde of an unsaved contact stays.
func cleanName(b []byte) string {
	name := strip(bytes.Clone(b))
	out := name[:0]
	for len(name) > 0 {
		if n := blankLen(name); n > 0 {
			out, name = append(out, ' '), name[n:]
			continue
		}
		out, name = append(out, name[0]), name[1:]
	}
	return string(bytes.TrimFunc(out, unicode.IsSpace))
}

// digit returns the value of the decimal digit at the start of b in any
// script, the zero of its digit set and its length, or a length of 0.
func digit(b []byte) (value int, zero rune, n int) {
	if len(b) == 0 {
		return 0, 0, 0
	}
	if b[0] < utf8.RuneSelf {
		if b[0] < '0' || b[0] > '9' {
			return 0, 0, 0
		}
		return int(b[0] - '0'), '0', 1
	}
	r, n := utf8.DecodeRune(b)
	value, ok := digits.Value(r)
	if !ok {
		return 0, 0, 0
	}
	return value, r - rune(value), n
}
