// Package disguise reads words that are written so that a program overlooks them, or
// that are only typed for fun: letters apart (k r a n k, K.r.a.n.k), digits and signs in
// the place of letters (kr4nk, Kr@nk), letters struck out (kr*nk), letters of other
// scripts that look alike, letters held down (kraaank), vowels left out (krnk), and numbers told
// in words (null eins sieben) or with letters among the digits (12O3).
//
// A text is read otherwise only if that makes a number, or a known word or name of something that
// is none. Two readings need no list: a word in two scripts becomes Latin, and letters apart that can be
// pronounced become one word, most likely a compound.
package disguise

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Edit puts other characters, or nothing, in the place of some. Offsets count bytes.
type Edit struct {
	From, To int
	With     string
}

// Edits returns what turns a text into what a reader reads, in order and without
// overlap. Texts without a trace of disguise, which are most, cost one look at their bytes.
func Edits(text string) []Edit {
	found := look(text)
	if found == (traces{}) {
		return nil
	}
	var out []Edit
	if found.apart {
		out = spaced(text)
	}
	if found.told {
		out = merged(out, told(text))
	}
	if found.alike {
		out = merged(out, lookingAlike(text))
	}
	if !found.within && !found.apart {
		return out // words for digits, and letters beside digits, are in no chunk
	}
	ahead := out // both go through the text in order
	for c := range chunks(text) {
		for len(ahead) > 0 && ahead[0].To <= c.from {
			ahead = ahead[1:]
		}
		if len(ahead) == 0 || ahead[0].From >= c.to {
			out = append(out, c.read()...)
		}
	}
	slices.SortFunc(out, func(a, b Edit) int { return a.From - b.From })
	return out
}

// traces tell where a closer look is worth it.
type traces struct {
	apart  bool // letters by themselves, some in a row
	within bool // something in a word that hardly any word has: its chunk is read
	told   bool // words for digits
	alike  bool // letters that look like digits beside digits
}

// look finds the traces of disguise in a text.
func look(text string) (found traces) {
	var w wordTrace
	lone, held := 0, 0 // lone letters and digits in a row, times the last letter stands here
	var last, before byte
	start, said := 0, 0 // of a run of letters, and how much such say digits
	for i := range len(text) {
		b := text[i]
		if !utf8.RuneStart(b) {
			continue
		}
		if startsLetter(b) || isDigit(b) {
			w.add(b)
		} else {
			found.within = found.within || w.mute()
			lone = w.loneBehind(lone)
			w = wordTrace{}
		}
		if letter := startsLetter(b); letter != startsLetter(last) {
			if !letter && said < 2 {
				said += says(text[:start], text[start:i])
			}
			start = i
		}
		found.alike = found.alike || isAlike(b) && isDigit(last) || isDigit(b) && isAlike(last)
		held = heldTimes(held, b, last)
		found.within = found.within || held == leastHeld || isForeign(b) || startsLetter(b) && isSign[last] && startsLetter(before)
		found.apart = found.apart || lone >= leastApart-1 && w.loneBehind(lone) >= leastApart
		before, last = last, b
	}
	found.within = found.within || w.mute()
	if startsLetter(last) {
		said += says(text[:start], text[start:])
	}
	found.told = said >= 2
	return found
}

// merged adds others to the edits where they do not overlap, all in order.
func merged(edits, others []Edit) (all []Edit) {
	for _, o := range others {
		for len(edits) > 0 && edits[0].To <= o.From {
			all, edits = append(all, edits[0]), edits[1:]
		}
		if len(edits) == 0 || o.To <= edits[0].From {
			all = append(all, o)
		}
	}
	return append(all, edits...)
}

// wordTrace is what is seen of a word up to one of its characters.
type wordTrace struct {
	size  int
	vowel bool // or a digit or a letter beyond ASCII
}

func (w *wordTrace) add(b byte) {
	w.size++
	w.vowel = w.vowel || isVowel[b]
}

// mute reports a word that is too long for having no vowel.
func (w *wordTrace) mute() bool { return w.size >= shortest && !w.vowel }

// loneBehind returns how many lone characters stand in a row with the word, before which there are
// some. No word changes nothing.
func (w *wordTrace) loneBehind(before int) int {
	switch w.size {
	case 0:
		return before
	case 1:
		return before + 1
	}
	return 0
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func heldTimes(held int, b, last byte) int {
	if b < utf8.RuneSelf && startsLetter(b) && b|0x20 == last|0x20 {
		return held + 1
	}
	return 1
}

// startsLetter reports a byte that starts a letter of Latin, Greek or Cyrillic (U+00C0 to U+053F; the few
// signs among them do no harm).
func startsLetter(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || 0xc3 <= b && b <= 0xd4
}

// isForeign reports a byte that starts a letter of Greek or Cyrillic.
func isForeign(b byte) bool { return 0xcd <= b && b <= 0xd4 }

// isSign tells the bytes that stand for a letter or part two within a word.
var isSign = func() (all [256]bool) {
	for r := range rune(utf8.RuneSelf) {
		all[r] = standsFor[r] != "" || r != ' ' && isParting(r) || strings.ContainsRune(struck, r)
	}
	return all
}()

// isVowel tells the bytes that are or may be a vowel, and digits.
var isVowel = func() (all [256]bool) {
	for b := range all {
		all[b] = b >= utf8.RuneSelf || isDigit(byte(b)) || strings.IndexByte("aeiouyAEIOUY", byte(b)) >= 0
	}
	return all
}()
