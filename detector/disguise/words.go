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
func rank(word string) int {
	e := gazetteer.Lookup(strings.ToLower(word))
	return max(inGerman(&e), inEnglish(&e))
}

func germanRank(word string) int {
	e := gazetteer.Lookup(strings.ToLower(word))
	return inGerman(&e)
}

func englishRank(word string) int {
	e := gazetteer.Lookup(strings.ToLower(word))
	return inEnglish(&e)
}

func inGerman(e *gazetteer.Entry) int {
	if e.German == 0 && (e.Noun || isListed(e)) {
		return 1
	}
	return int(e.German)
}

func inEnglish(e *gazetteer.Entry) int {
	if e.English == 0 && isListed(e) {
		return 1
	}
	return int(e.English)
}

// isListed reports a word that was judged by hand, whatever the judgement, or a common name.
func isListed(e *gazetteer.Entry) bool {
	return e.Class != gazetteer.NoClass || e.First >= knownFirst || e.Surname >= knownSurname
}

// Rarer names prove nothing: almost any few letters are somebody's name.
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
