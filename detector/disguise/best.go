package disguise

import "unicode/utf8"

// frequent is the rank of a word from which it is likelier than what stands there, where many
// words are tried.
const frequent = 3

// maxReadings bounds what is tried for one word.
const maxReadings = 1000

// place is where one of some letters stands.
type place struct {
	from, to int
	letters  string
}

// best returns the edits that make the most frequent word, of rank least or more; nil if there is none or
// too much to try.
func best(word string, places []place, least int) []Edit {
	readings := 1
	for _, p := range places {
		if readings *= utf8.RuneCountInString(p.letters); readings > maxReadings {
			return nil
		}
	}
	var found []Edit
	edits := make([]Edit, len(places))
	var fill func(i, at int, reading []byte)
	fill = func(i, at int, reading []byte) {
		if i == len(places) {
			if k := rank(string(append(reading, word[at:]...))); k >= least {
				found, least = append(found[:0], edits...), k+1
			}
			return
		}
		p := places[i]
		reading = append(reading, word[at:p.from]...)
		for _, r := range p.letters {
			edits[i] = Edit{p.from, p.to, string(r)}
			fill(i+1, p.to, utf8.AppendRune(reading, r))
		}
	}
	fill(0, 0, make([]byte, 0, 2*len(word)))
	return found
}
