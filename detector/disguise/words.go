package disguise

import (
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/spelling"
)

// rank tells how well known a word is, in small or capital letters: 0 for none that is
// known, 1 to 7 by how frequent it is in everyday German or English. A noun of the
// dictionary and a name that is no word have 1.
func rank(word string) int { return max(germanRank(word), englishRank(word)) }

func germanRank(word string) int {
	e := gazetteer.Lookup(strings.ToLower(word))
	if e.German == 0 && (e.Noun || isName(&e)) {
		return 1
	}
	return int(e.German)
}

func englishRank(word string) int {
	e := gazetteer.Lookup(strings.ToLower(word))
	if e.English == 0 && isName(&e) {
		return 1
	}
	return int(e.English)
}

func isName(e *gazetteer.Entry) bool {
	return e.Class != gazetteer.NoClass || e.First >= knownFirst || e.Surname >= knownSurname
}

// Rarer names are like any letters.
const (
	knownFirst   = 2
	knownSurname = 3
)

// known reports a word that some list has, long ones also that no one writes often. About six
// texts in a hundred that are no word pass for a long one, so this is no way to choose among many.
func known(word string) bool { return rank(word) > 0 || spelling.Word(strings.ToLower(word)) }

// letters counts the letters of a text.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func onlyLetters(s string) bool { return strings.IndexFunc(s, outsideLetters) < 0 }

func outsideLetters(r rune) bool { return !unicode.IsLetter(r) }
