package disguise

import (
	"strings"
	"unicode/utf8"
)

// leastHeld is how often a letter stands at least that is held down.
const leastHeld = 3

// unheld takes letters that are held down for one or two. Three may also be where two words
// meet, as in Rollladen.
func unheld(word string) []Edit {
	if !onlyLetters(word) || strings.Trim(word, word[:1]) == "" {
		return nil // the AAAA of an account
	}
	held := heldLetters(word)
	if len(held) == 0 || len(held) > maxHeld {
		return nil
	}
	var out []Edit
	least := 1
	for twice := range 1 << len(held) {
		var edits []Edit
		for i, p := range held {
			size := len(p.letters)
			kept := twice >> i & 1 * size
			if kept > 0 && p.to-p.from == leastHeld*size {
				kept = 0
			}
			edits = append(edits, Edit{p.from + kept, p.to, p.letters})
		}
		short := apply(word, edits)
		if k := rank(short); len(short) > 1 && k >= least {
			out, least = edits, k+1
		}
	}
	return out
}

// maxHeld is how many letters of one word may be held down.
const maxHeld = 4

// heldLetters returns where letters are held down, and which.
func heldLetters(word string) (held []place) {
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		end := i + n
		for end < len(word) && strings.EqualFold(word[end:min(end+n, len(word))], string(r)) {
			end += n
		}
		if end-i >= leastHeld*n {
			held = append(held, place{i, end, string(r)})
		}
		i = end
	}
	return held
}
