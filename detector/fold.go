package detector

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/chatlint/chatlint/detector/disguise"
	"github.com/chatlint/chatlint/internal/digits"
)

// Folded is a text as a reader sees it, in the characters that detectors and
// word lists know: a blank of any width is U+0020, a digit of any script and a
// letter of full width are ASCII, a letter and its accent are one character,
// what shows nothing is gone, and so is what disguises a word (package disguise). So
// "０１７１\u202f２３４" and "kr4nk" read like any number and word. Where any character
// changes, bytes that are none become U+FFFD: what stood apart must not become one.
type Folded struct {
	Text string
	// Where the character of each byte of Text starts and ends in the original;
	// nil if the original is the same text.
	starts, ends []int32
}

// Fold folds a text. Two quick looks tell that most texts need none of it.
func Fold(text string) Folded {
	f := foldCharacters(text)
	if edits := disguise.Edits(f.Text); edits != nil {
		return f.edited(edits)
	}
	return f
}

func foldCharacters(text string) Folded {
	if !changes(text) {
		return Folded{Text: text}
	}
	f := &folder{raw: text, out: make([]byte, 0, len(text)), starts: make([]int32, 0, len(text)), ends: make([]int32, 0, len(text))}
	for i := 0; i < len(text); {
		i = f.fold(i)
	}
	return Folded{string(f.out), f.starts, f.ends}
}

// edited returns the text with the edits done, in order.
func (f *Folded) edited(edits []disguise.Edit) Folded {
	n := len(f.Text)
	b := folder{out: make([]byte, 0, n), starts: make([]int32, 0, n), ends: make([]int32, 0, n)}
	at := 0
	for _, e := range edits {
		b.copyPart(f, at, e.From)
		b.replace(f, e)
		at = e.To
	}
	b.copyPart(f, at, n)
	return Folded{string(b.out), b.starts, b.ends}
}

// replace adds what an edit puts: each character stands for one that goes, the last for all that are left.
func (b *folder) replace(f *Folded, e disguise.Edit) {
	from := e.From
	for i, r := range e.With {
		to := e.To
		if i+utf8.RuneLen(r) < len(e.With) {
			_, n := utf8.DecodeRuneInString(f.Text[from:e.To])
			to = from + n
		}
		b.add(string(r), f.Start(from), f.End(to))
		from = to
	}
}

// copyPart takes over a part of a folded text.
func (b *folder) copyPart(f *Folded, from, to int) {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(f.Text[i:])
		b.add(string(r), f.Start(i), f.End(i+n))
		i += n
	}
}

// Same reports whether the text was folded already.
func (f *Folded) Same() bool { return f.starts == nil }

// Start returns where the character at byte i of Text starts in the original.
func (f *Folded) Start(i int) int {
	if f.Same() {
		return i
	}
	if i == len(f.starts) {
		return f.End(i)
	}
	return int(f.starts[i])
}

// End returns where the character before byte i of Text ends in the original.
func (f *Folded) End(i int) int {
	if f.Same() || i == 0 {
		return i
	}
	return int(f.ends[i-1])
}

// change is what folding does to a character.
type change uint8

const (
	keep  change = iota
	put          // another character in its place
	drop         // nothing: it shows nothing
	merge        // nothing: it belongs to the character before
	join         // one character in place of it and the one before
)

// changeOf tells what becomes of a character behind another one, and before a
// rest of the text.
func changeOf(r, last rune, rest string) (change, rune) {
	switch {
	case r < 0xa0 || r >= 0xc0 && r < 0x2b0 || r >= 0x2010 && r < 0x2028 || r >= 0x1f000 && r < 0x1fb00:
		return keep, r // the letters, quotation marks and emojis of most texts
	case r == joiner && !isWordRune(last):
		return keep, r // inside of an emoji
	case isHidden(r):
		return drop, r
	case unicode.Is(unicode.Zs, r):
		return put, ' '
	case r >= '！' && r <= '～':
		return put, r - '！' + '!'
	case unicode.IsMark(r):
		return markChange(r, last)
	case isStyled(r):
		return put, plain(r)
	case lookalikes[r] != 0 && (isASCIIDigit(last) || startsWithDigit(rest)):
		return put, lookalikes[r]
	}
	if unicode.IsDigit(r) {
		d, _ := digits.Value(r)
		return put, '0' + rune(d)
	}
	return keep, r
}

// isStyled reports letters of other shapes, which fonts for mathematics, circled and
// raised letters have in Unicode. Digits among them are digits to Unicode too.
func isStyled(r rune) bool {
	return r >= 0x1d400 && r < 0x1d7ce || r >= 0x24b6 && r < 0x24ea || r >= 0x1d2c && r < 0x1d6b ||
		r >= 0x2b0 && r < 0x2b9
}

// plain returns the letter that is styled, or the character itself if it is no single letter.
func plain(r rune) rune {
	one := norm.NFKC.String(string(r))
	if letter, n := utf8.DecodeRuneInString(one); n == len(one) {
		return letter
	}
	return r
}

// markChange tells what becomes of a mark. Behind a digit it makes a keycap of
// it or strikes it through, which changes no number; a letter may be struck through as well.
func markChange(r, last rune) (change, rune) {
	switch {
	case isASCIIDigit(last) || unicode.IsLetter(last) && r >= 0x332 && r <= 0x338:
		return merge, r
	case !unicode.IsLetter(last):
		return keep, r
	}
	one := norm.NFC.String(string([]rune{last, r}))
	if composed, n := utf8.DecodeRuneInString(one); n == len(one) {
		return join, composed
	}
	return keep, r
}

const joiner = '\u200d'

// isHidden reports characters that can stand inside of a word or number without
// being seen: soft hyphen, blanks of no width, joiners.
func isHidden(r rune) bool {
	switch r {
	case 0xad, 0x200b, 0x200c, joiner, 0x2060, 0xfeff:
		return true
	}
	return false
}

// lookalikes are letters of other scripts that pass for a digit beside one.
var lookalikes = map[rune]rune{
	'О': '0', 'о': '0', 'Ο': '0', 'ο': '0', // Cyrillic and Greek
	'І': '1', 'Ӏ': '1', 'ӏ': '1', 'Ι': '1',
}

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// changes reports whether folding changes anything.
func changes(s string) bool {
	last := rune(-1)
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		if i > 0 && s[i-1] < utf8.RuneSelf {
			last = rune(s[i-1])
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if c, _ := changeOf(r, last, s[i+n:]); c != keep {
			return true
		}
		last = r
		i += n
	}
	return false
}

// folder builds a folded text.
type folder struct {
	raw          string
	out          []byte
	starts, ends []int32 // of the characters of out, by byte
	last         rune    // of out
}

// fold takes the character at byte i over and returns the offset behind it.
func (f *folder) fold(i int) int {
	r, n := utf8.DecodeRuneInString(f.raw[i:])
	end := i + n
	c, to := changeOf(r, f.last, f.raw[end:])
	switch c {
	case keep, put:
		f.add(string(to), i, end)
		f.last = to
	case merge:
		f.ends[len(f.ends)-1] = int32(end)
	case join:
		f.join(to, end)
	}
	return end
}

// add appends a character that stands for bytes of the original.
func (f *folder) add(s string, start, end int) {
	f.out = append(f.out, s...)
	for range len(s) {
		f.starts, f.ends = append(f.starts, int32(start)), append(f.ends, int32(end))
	}
}

// join puts a character in the place of the last one, up to the end of its
// accent.
func (f *folder) join(r rune, end int) {
	at := len(f.out) - utf8.RuneLen(f.last)
	start := int(f.starts[at])
	f.out, f.starts, f.ends = f.out[:at], f.starts[:at], f.ends[:at]
	f.add(string(r), start, end)
	f.last = r
}
