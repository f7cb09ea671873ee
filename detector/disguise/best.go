package disguise

import "unicode/utf8"

// frequent is the rank of a word from which it is likelier than what stands there, where many
// words are tried.
const frequent = 3

// place is where one of some letters stands.
type place struct {
	from, to int
	letters  string
}

// best returns the letters that make the most frequent word of at least that rank.
func best(word string, places []place, least int) []Edit {
	readings := 1
	for _, p := range places {
		readings *= utf8.RuneCountInString(p.letters)
	}
	if readings > maxReadings {
		return nil
	}
	var out []Edit
	for n := range readings {
		edits := make([]Edit, len(places))
		for i, p := range places {
			all := []rune(p.letters)
			edits[i] = Edit{p.from, p.to, string(all[n%len(all)])}
			n /= len(all)
		}
		if k := rank(apply(word, edits)); k >= least {
			out, least = edits, k+1
		}
	}
	return out
}
