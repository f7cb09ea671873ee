package detector

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind is the rough class of a token.
type TokenKind uint8

// The kinds of a token. White space other than line breaks makes no token.
const (
	Word   TokenKind = iota // letters, with digits and apostrophes inside: Huber, 18er, geht's
	Number                  // decimal digits only
	Punct                   // one punctuation mark or symbol
	Symbol                  // one emoji or other pictograph
	Break                   // one line break
	Link                    // the address of a page
)

// Token is a piece of a message. Offsets count bytes of Text.Raw.
type Token struct {
	Start, End int32
	Kind       TokenKind
	Upper      bool // starts with an upper-case letter
	Digit      bool // holds a decimal digit
}

// Text is a message prepared once for all detectors, lexicons and rules. Its
// buffers are reused by Reset, so one value serves one goroutine.
type Text struct {
	Raw      string
	Lower    string // Raw in lower case, byte for byte at the same offsets
	Tokens   []Token
	Forms    []*Form // of the tokens, if the caller remembers them
	Digits   int     // decimal digits of any script
	Links    int     // tokens of that kind
	At       int     // '@' signs
	Initials int     // capital letters by themselves with a full stop

	before []*Text // the messages before, while a scanner runs
	lower  []byte
	marks  []mark // by token; valid if looked
	all    mark   // the marks of all words and stems together; valid if looked
	gist   gist   // valid if looked
	looked bool
	opened bool  // links are taken apart
	inner  *Text // at hand for what stands in links
}

// Reset prepares the text for raw. Invalid UTF-8 is kept and becomes Punct.
func (t *Text) Reset(raw string) { t.reset(raw, false) }

// ResetWords prepares the text like Reset, but for links, which it takes apart into
// words, numbers and marks like the rest.
func (t *Text) ResetWords(raw string) { t.reset(raw, true) }

func (t *Text) reset(raw string, opened bool) {
	t.Raw, t.Digits, t.Links, t.At, t.Initials, t.looked, t.before, t.opened = raw, 0, 0, 0, 0, false, nil, opened
	t.Tokens, t.Forms = t.Tokens[:0], t.Forms[:0]
	t.lower = t.lower[:0]
	for i := 0; i < len(raw); {
		i = t.token(i)
	}
	t.Lower = string(t.lower)
}

// Clone returns a copy that shares no buffer with the text.
func (t *Text) Clone() Text {
	c := *t
	c.Raw = strings.Clone(t.Raw)
	c.before = nil
	c.Tokens, c.Forms, c.marks, c.lower, c.inner = slices.Clone(t.Tokens), slices.Clone(t.Forms), slices.Clone(t.marks), nil, nil
	return c
}

// Word returns the lower-cased text of token i.
func (t *Text) Word(i int) string {
	k := t.Tokens[i]
	return t.Lower[k.Start:k.End]
}

// Of returns the text of token i as written.
func (t *Text) Of(i int) string {
	k := t.Tokens[i]
	return t.Raw[k.Start:k.End]
}

// Glued reports whether no white space stands between tokens i and i+1.
func (t *Text) Glued(i int) bool {
	return i+1 < len(t.Tokens) && t.Tokens[i].End == t.Tokens[i+1].Start
}

// token consumes the token or white space that starts at byte i and returns
// the offset behind it.
func (t *Text) token(i int) int {
	r, n := t.rune(i)
	switch {
	case r == '\n':
		t.add(i, i+n, Break)
	case unicode.IsSpace(r) || isInvisible(r):
	case isWordRune(r):
		return t.word(i)
	case r == utf8.RuneError && n == 1:
		t.add(i, i+n, Punct)
	case unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) && r > 0x7f:
		t.add(i, i+n, Symbol)
	default:
		if r == '@' {
			t.At++
		}
		t.add(i, i+n, Punct)
	}
	return i + n
}

// word consumes a run of letters, marks, digits and inner apostrophes.
func (t *Text) word(start int) int {
	first, _ := utf8.DecodeRuneInString(t.Raw[start:])
	kind, digit := Number, false
	// The caller has lower-cased the first rune already.
	i := start + utf8.RuneLen(first)
	if unicode.IsDigit(first) {
		t.Digits++
		digit = true
	} else {
		kind = Word
	}
	for i < len(t.Raw) {
		r, n := utf8.DecodeRuneInString(t.Raw[i:])
		if !isWordRune(r) && !(isApostrophe(r) && t.letterAt(i+n) && kind == Word) {
			break
		}
		t.rune(i)
		i += n
		if unicode.IsDigit(r) {
			t.Digits++
			digit = true
		} else {
			kind = Word
		}
	}
	if end := t.linkFrom(start, i); end > i {
		return t.link(start, i, end)
	}
	t.add(start, i, kind)
	upper := unicode.IsUpper(first)
	if upper && i == start+utf8.RuneLen(first) && i < len(t.Raw) && t.Raw[i] == '.' {
		t.Initials++
	}
	t.Tokens[len(t.Tokens)-1].Upper = upper
	t.Tokens[len(t.Tokens)-1].Digit = digit
	return i
}

// linkFrom returns the end of the link that begins with the word at bytes start to end,
// or 0.
func (t *Text) linkFrom(start, end int) int {
	if t.opened || end >= len(t.Raw) || strings.IndexByte(".:-", t.Raw[end]) < 0 {
		return 0
	}
	return linkEnd(t.Raw, start, end)
}

// link consumes the rest of a link, from byte i on.
func (t *Text) link(start, i, end int) int {
	for i < end {
		r, n := t.rune(i)
		if unicode.IsDigit(r) {
			t.Digits++
		}
		if r == '@' {
			t.At++
		}
		i += n
	}
	t.Links++
	t.add(start, end, Link)
	return end
}

// rune decodes the rune at byte i and appends its lower-case form, or the
// rune itself where the lower-case form has another length.
func (t *Text) rune(i int) (rune, int) {
	if c := t.Raw[i]; c < utf8.RuneSelf {
		if 'A' <= c && c <= 'Z' {
			t.lower = append(t.lower, c+'a'-'A')
		} else {
			t.lower = append(t.lower, c)
		}
		return rune(c), 1
	}
	r, n := utf8.DecodeRuneInString(t.Raw[i:])
	if l := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(l) == n {
		t.lower = utf8.AppendRune(t.lower, l)
	} else {
		t.lower = append(t.lower, t.Raw[i:i+n]...)
	}
	return r, n
}

func (t *Text) add(start, end int, kind TokenKind) {
	t.Tokens = append(t.Tokens, Token{Start: int32(start), End: int32(end), Kind: kind})
}

func (t *Text) letterAt(i int) bool {
	if i >= len(t.Raw) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Raw[i:])
	return unicode.IsLetter(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) && r != 0xfe0f || unicode.IsDigit(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == '´' }

// isInvisible reports characters that separate nothing a reader sees.
func isInvisible(r rune) bool {
	return r == 0x200b || r == 0x200c || r == 0x200d || r == 0x2060 || r == 0xfe0f || r == 0xfeff
}
