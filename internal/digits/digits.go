// Package digits reads decimal digits of any script.
package digits

import (
	"unicode"
	"unicode/utf8"
)

// Value returns the value of a decimal digit. It relies on Unicode's rule that the
// digits of a script follow each other from zero without gaps, so that every
// range of category Nd is a multiple of ten long. ok is false for anything else.
func Value(r rune) (value int, ok bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	for _, x := range unicode.Nd.R16 {
		if r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, r >= rune(x.Lo)
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, r >= rune(x.Lo)
		}
	}
	return 0, false
}
