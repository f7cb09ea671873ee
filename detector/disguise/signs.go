package disguise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parting are the signs that part the letters of a word. Those of usual spelling must stand
// there twice: walk-in, ver.di, Sa/So.
const (
	parting = ".-–—/_*·|~"
	usual   = ".-/"
)

// unparted drops a sign that parts the letters of a word.
func unparted(word string) []Edit {
	for _, sign := range parting {
		s := string(sign)
		if count := strings.Count(word, s); count == 0 || count == 1 && strings.ContainsRune(usual, sign) {
			continue
		}
		whole := strings.ReplaceAll(word, s, "")
		if !onlyLetters(whole) || utf8.RuneCountInString(whole) < shortest ||
			!known(whole) || wholeWords(strings.Split(word, s)) {
			continue
		}
		var edits []Edit
		for i := range word {
			if strings.HasPrefix(word[i:], s) {
				edits = append(edits, Edit{i, i + len(s), ""})
			}
		}
		return edits
	}
	return nil
}

// wholeWords reports parts that are words by themselves: Montag*Dienstag, Kolleg*innen.
func wholeWords(parts []string) bool {
	return !slices.ContainsFunc(parts, func(p string) bool { return utf8.RuneCountInString(p) < leastLetters })
}

// standsFor are the digits and signs that stand for letters, the likeliest first.
var standsFor = map[rune]string{
	'0': "o", '1': "il", '3': "e", '4': "a", '5': "s", '7': "t", '8': "b",
	'@': "a", '$': "s", '€': "e", '!': "i", '|': "li",
}

// leastLetters is how many letters a word still shows when others are hidden.
const leastLetters = 3

// unmasked reads digits and signs that stand before a letter as letters.
func unmasked(word string) []Edit {
	var places []place
	for i, r := range word {
		if unicode.IsLetter(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if standsFor[r] == "" || !followed(word[end:]) {
			return nil
		}
		places = append(places, place{i, end, standsFor[r]})
	}
	if len(places) == 0 || letters(word) < leastLetters || rank(strings.TrimLeftFunc(word, outsideLetters)) > 0 {
		return nil // 5cent is five cents
	}
	return best(word, places, 1)
}

// followed reports signs that stand for letters up to a letter.
func followed(rest string) bool {
	for _, r := range rest {
		if standsFor[r] == "" {
			return unicode.IsLetter(r)
		}
	}
	return false
}

// struck are the signs that stand for any letter.
const struck = "*#_%"

const (
	vowels    = "eiauoüäö"
	anyLetter = vowels + "nrstdhlcgmbwfkzvpßjyxq"
)

// unstruck fills in letters that are struck out, if that makes a frequent word: any two, or
// three vowels.
func unstruck(word string) []Edit {
	var places []place
	for i, r := range word {
		switch {
		case unicode.IsLetter(r):
		case i > 0 && strings.ContainsRune(struck, r):
			places = append(places, place{i, i + 1, anyLetter})
		default:
			return nil
		}
	}
	switch n := len(places); {
	case n == 0 || n > 3 || letters(word) < leastLetters:
		return nil
	case n == 3:
		for i := range places {
			places[i].letters = vowels
		}
	}
	return best(word, places, frequent)
}
