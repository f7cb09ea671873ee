package detector

import (
	"sort"
	"strings"
)

// Helpers that detectors share to walk over tokens.

// punct reports whether token i is the punctuation mark c.
func (t *Text) punct(i int, c byte) bool {
	return i >= 0 && i < len(t.Tokens) && t.Tokens[i].Kind == Punct && t.Raw[t.Tokens[i].Start] == c
}

// oneOf reports whether token i is one of these punctuation marks of one byte.
func (t *Text) oneOf(i int, marks string) bool {
	return t.kind(i) == Punct && strings.IndexByte(marks, t.Raw[t.Tokens[i].Start]) >= 0
}

// capital reports a word that begins with a capital.
func (t *Text) capital(i int) bool { return t.kind(i) == Word && t.Tokens[i].Upper }

// kind returns the kind of token i, Break outside the text.
func (t *Text) kind(i int) TokenKind {
	if i < 0 || i >= len(t.Tokens) {
		return Break
	}
	return t.Tokens[i].Kind
}

// wordAt returns the lower-cased text of token i, "" outside the text.
func (t *Text) wordAt(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Word(i)
}

// size returns the length of token i in bytes, 0 outside the text.
func (t *Text) size(i int) int {
	if i < 0 || i >= len(t.Tokens) {
		return 0
	}
	return int(t.Tokens[i].End - t.Tokens[i].Start)
}

// gap returns how many bytes of blanks stand between tokens i and i+1, or a
// large number at the ends of the text.
func (t *Text) gap(i int) int {
	if i < 0 || i+1 >= len(t.Tokens) {
		return 1 << 20
	}
	return int(t.Tokens[i+1].Start - t.Tokens[i].End)
}

// span makes an entity of the tokens i to j.
func (t *Text) span(typ Type, i, j int, score float32, why string) Entity {
	return Entity{Type: typ, Start: int(t.Tokens[i].Start), End: int(t.Tokens[j].End), Score: score, Why: why}
}

// isDash reports the dashes people type between digits.
func (t *Text) isDash(i int) bool {
	if t.kind(i) != Punct {
		return false
	}
	switch t.Of(i) {
	case "-", "–", "—", "‐", "‑", "−":
		return true
	}
	return false
}

// asciiDigits reports whether token i is a number of ASCII digits.
func (t *Text) asciiDigits(i int) bool {
	return t.kind(i) == Number && digitsOnly(t.Of(i))
}

func digitsOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number returns the value of token i if it is a number of at most nine ASCII
// digits, else -1.
func (t *Text) number(i int) int {
	if !t.asciiDigits(i) || t.size(i) > 9 {
		return -1
	}
	n := 0
	for _, c := range []byte(t.Of(i)) {
		n = n*10 + int(c-'0')
	}
	return n
}

// tokenAt returns the token that holds byte b, or the next one.
func (t *Text) tokenAt(b int) int {
	return sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].End) > b })
}

// compact holds the letters and digits of some tokens, upper-cased, without the
// blanks and signs between, and for each the token that it comes from.
type compact struct {
	text  [40]byte
	token [40]int32
	n     int
}

// read fills c from token i on with at most limit characters of A to Z and 0 to 9.
// Tokens must follow each other with at most one blank, dot, dash or slash between.
func (c *compact) read(t *Text, i, limit int) {
	c.n = 0
	for j := i; j < len(t.Tokens); j++ {
		k := t.Tokens[j]
		switch k.Kind {
		case Word, Number:
			if c.n+int(k.End-k.Start) > limit {
				return
			}
			for p := k.Start; p < k.End; p++ {
				b := t.Lower[p]
				if 'a' <= b && b <= 'z' {
					b -= 'a' - 'A'
				} else if b < '0' || b > '9' {
					return
				}
				c.text[c.n], c.token[c.n] = b, int32(j)
				c.n++
			}
			if t.gap(j) > 2 {
				return
			}
		case Punct:
			// A separator must be followed at once or stand between single blanks.
			if j == i || !t.separator(j) || t.kind(j+1) != Word && t.kind(j+1) != Number {
				return
			}
			if g, h := t.gap(j-1), t.gap(j); g > 1 || h > 1 || g != h {
				return
			}
		default:
			return
		}
	}
}

// ends reports whether character n-1 is the last of its token, which it returns.
func (c *compact) ends(n int) (int, bool) {
	if n < 1 || n > c.n {
		return 0, false
	}
	return int(c.token[n-1]), n == c.n || c.token[n] != c.token[n-1]
}

func (t *Text) separator(i int) bool {
	return t.isDash(i) || t.punct(i, '.') || t.punct(i, '/')
}
