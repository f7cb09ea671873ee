package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/disguise"
)

// spokenDigits are the words for digits and small numbers.
var spokenDigits = disguise.Digits

// spokenOpeners open a telephone number told digit by digit.
var spokenOpeners = newCues("null zero oh plus", "")

// spokenPhone reads a number told digit by digit, "null eins sieben sechs …" or
// "oh seven double four …", and returns its last token, or 0.
func spokenPhone(t *Text, i int) (Entity, int) {
	if t.mark(i)&markCall == 0 {
		return Entity{}, 0
	}
	digits, figures, words, last, repeat := 0, 0, 0, i, 1
	for j := i; j < len(t.Tokens) && digits <= 16; j++ {
		w := t.Word(j)
		switch d := spokenDigits[w]; {
		case d != "":
			digits += len(d) * repeat
			words++
			repeat, last = 1, j
		case w == "double" || w == "doppel":
			repeat = 2
		case w == "triple":
			repeat = 3
		case t.kind(j) == Number && (t.size(j) <= 3 && words >= 2 || words >= 4 || figures > 0 || j == i+1 && t.size(j) == 3):
			digits += t.size(j)
			figures += t.size(j)
			last = j
		case (w == "hundred" || w == "hundert") && j > i:
			digits += 2
			last = j
		case (w == "dann" || w == "then" || w == "und" || w == "and") && j > i:
		case j == i || t.punct(j, ',') || t.isDash(j) || t.punct(j, '.') && t.gap(j) > 0 || t.punct(j, '/'):
		case (strings.HasSuffix(w, "zig") || strings.HasSuffix(w, "ßig")) && strings.Contains(w, "und"):
			digits += 2
			words++
			last = j
		default:
			return spokenEntity(t, i, last, digits, words, figures)
		}
	}
	return spokenEntity(t, i, last, digits, words, figures)
}

func spokenEntity(t *Text, i, last, digits, words, figures int) (Entity, int) {
	if digits < 7 || digits > 16 || words < 4 && !(figures >= 9 && digits <= 12) || switchboardCues.before(t, i, 4) {
		return Entity{}, 0
	}
	return t.span(Phone, i, last, 0.9, "number spoken digit by digit"), last
}
