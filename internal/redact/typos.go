package redact

import (
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// A word one slip away from a name is taken for a misspelling if it has so many letters:
// shorter names are too close to other words, and longer ones no honest chat has. What
// they cost grows with the square of the length.
const (
	minTypo = 6
	maxTypo = 60
)

// canBeTypo reports whether slips of a word are looked for.
func canBeTypo(word string) bool {
	n := utf8.RuneCountInString(word)
	return minTypo <= n && n <= maxTypo
}

// maxTypos is the most names of which misspellings are known. No honest chat
// has more.
const maxTypos = 20_000

// slips are the names of a chat with one letter left out in every way. Two words
// that are one slip apart (a letter too many, too few, changed or swapped with
// its neighbour) share one of these.
type slips map[string]bool

func newSlips(k known) slips {
	s := slips{}
	if len(k) > maxTypos {
		return s
	}
	for word, strength := range k {
		if strength != always || !canBeTypo(word) {
			continue
		}
		s[word] = true
		for short := range withoutOne(word) {
			s[short] = true
		}
	}
	return s
}

// withoutOne yields a word with each of its letters left out.
func withoutOne(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i, r := range word {
			if !yield(word[:i] + word[i+utf8.RuneLen(r):]) {
				return
			}
		}
	}
}

// typo is a word that nobody knows and that is one slip away from a name of the
// chat.
func (f *finder) typo(i int, e gazetteer.Entry) int {
	k := f.text.Tokens[i]
	if len(f.slips) == 0 || k.End-k.Start < minTypo || k.Kind != detector.Word || e.Noun || e.German > 0 || e.English > 0 || e.Place > 0 {
		return -1
	}
	word := canonical(f.text.Word(i))
	if !canBeTypo(word) {
		return -1
	}
	if f.slips[word] {
		return i
	}
	for short := range withoutOne(word) {
		if f.slips[short] {
			return i
		}
	}
	return -1
}
