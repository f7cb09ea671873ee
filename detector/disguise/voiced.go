package disguise

import "strings"

// longestMute is how many letters a word has at most that may lack its vowels: no frequent word with
// two vowels is longer.
const longestMute = 16

// voiced puts vowels into a word that has none, if that makes a frequent one: krnk, wrklch.
// Abbreviations in capitals stay.
func voiced(word string) []Edit {
	if len(word) > longestMute || !onlyLetters(word) || strings.ContainsAny(strings.ToLower(word), vowels+"y") || strings.ToLower(word[1:]) != word[1:] {
		return nil
	}
	var out []Edit
	least := frequent
	for places := range gaps(word) {
		if e := best(word, places, least); e != nil {
			out, least = e, rank(apply(word, e))+1
		}
	}
	return out
}

// gaps yields every place for one vowel and every two places for two, between the letters of a
// word or at its end, never both at one place. A vowel that opens a word is hardly ever left out.
func gaps(word string) func(yield func([]place) bool) {
	return func(yield func([]place) bool) {
		for a := 1; a <= len(word); a++ {
			if !yield([]place{{a, a, vowels}}) {
				return
			}
			for b := a + 1; b <= len(word); b++ {
				if !yield([]place{{a, a, vowels}, {b, b, vowels}}) {
					return
				}
			}
		}
	}
}
