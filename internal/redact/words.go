package redact

import (
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/internal/digits"
)

// digraphs are what German writes for a letter with dots.
var digraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// canonical brings the spellings of one word together: Müller, MÜLLER, Mueller
// and Muller; Strauß and Strauss.
func canonical(word string) string {
	if isCanonical(word) {
		return word
	}
	return digraphs.Replace(gazetteer.Drop(strings.ToLower(word)))
}

// isCanonical reports small letters of ASCII without the digraphs, which most
// words are.
func isCanonical(word string) bool {
	for i := range len(word) {
		c := word[i]
		if c >= 0x80 || 'A' <= c && c <= 'Z' || c == 'e' && i > 0 && strings.IndexByte("aou", word[i-1]) >= 0 {
			return false
		}
	}
	return true
}

// squeezed returns the letters and digits of s in their canonical spelling.
func squeezed(s string) string {
	return canonical(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s))
}

// digitsOf returns the decimal digits of s as ASCII.
func digitsOf(s string) string {
	var b strings.Builder
	for _, r := range s {
		if d, ok := digits.Value(r); ok {
			b.WriteByte('0' + byte(d))
		}
	}
	return b.String()
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

func notWord(r rune) bool { return !isWordRune(r) }

// entryOf returns what is generally known of a word as it is written.
func entryOf(word string) gazetteer.Entry { return gazetteer.Lookup(strings.ToLower(word)) }

// contracted are the words before the apostrophe of a contraction.
var contracted = wordSet("i you he she it we they that this what who there here let how where when why")

// isContraction reports two words that are written as one: I'll, they've, can't.
func isContraction(word string) bool {
	at := strings.IndexAny(word, "'’`´")
	return at > 0 && (contracted[word[:at]] || word[at-1] == 'n' && word[len(word)-1] == 't')
}
