package disguise

import "strings"

// maxVowels is how many vowels are put into a word that has none.
const maxVowels = 2

// voiced puts vowels into a word that has none, if that makes a frequent one: krnk, wrklch.
// Abbreviations in capitals stay.
func voiced(word string) []Edit {
	if !onlyLetters(word) || strings.ContainsAny(strings.ToLower(word), vowels+"y") || strings.ToLower(word[1:]) != word[1:] {
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

// gaps yields the places of one vowel or two between the letters of a word and at its end. Before
// its first letter a vowel would hardly be left out.
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
