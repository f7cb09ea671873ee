package disguise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	leastApart  = 4   // letters apart in a row that may be a word
	mostApart   = 200 // characters apart; more are noise
	leastNumber = 10  // characters apart of a number
	leastDigits = 6   // digits among those
)

// lone is a letter or digit by itself, and the blanks and signs between it and the next one.
type lone struct {
	from, to int
	digit    bool
	gap      string
}

// spaced puts letters together that stand apart, and the characters of an account or of another
// number that has letters and digits.
func spaced(text string) (edits []Edit) {
	for at := 0; at < len(text); {
		run, end := loneCharacters(text, at)
		switch digits := digitsIn(run); {
		case len(run) > mostApart:
		case digits >= leastDigits && len(run) >= leastNumber, isPlate(text, run):
			edits = append(edits, joined(run)...)
		default:
			for _, letters := range withoutDigits(run) {
				if len(letters) >= leastApart {
					edits = append(edits, together(text, letters)...)
				}
			}
		}
		at = end
	}
	return edits
}

// plateGroups are the parts of a German plate and how many characters they have at most:
// district, letters, digits (FZV, annex 4).
var plateGroups = [...]struct {
	digits bool
	most   int
}{{false, 3}, {false, 2}, {true, 4}}

// isPlate reports the characters of a German plate with signs between its parts: B I R – T V – 4 0 6.
func isPlate(text string, run []lone) bool {
	if len(run) < leastApart {
		return false
	}
	least, part, size := leastGap(run), 0, 0
	for i, l := range run {
		if i > 0 && run[i-1].gap != least {
			part, size = part+1, 0
		}
		size++
		if part == len(plateGroups) || l.digit != plateGroups[part].digits || size > plateGroups[part].most || !l.digit && !isCapital(text[l.from]) {
			return false
		}
	}
	return part == len(plateGroups)-1
}

func isCapital(b byte) bool { return 'A' <= b && b <= 'Z' }

func digitsIn(run []lone) (n int) {
	for _, l := range run {
		if l.digit {
			n++
		}
	}
	return n
}

// withoutDigits cuts a run at its digits.
func withoutDigits(run []lone) (parts [][]lone) {
	from := 0
	for i, l := range run {
		if l.digit {
			parts = append(parts, run[from:i])
			from = i + 1
		}
	}
	return append(parts, run[from:])
}

// joined drops the gaps of a run but for the longer ones, which part groups: those are blanks.
func joined(run []lone) (edits []Edit) {
	least := leastGap(run)
	for i, l := range run[:len(run)-1] {
		switch {
		case l.gap == least:
			edits = append(edits, Edit{l.to, run[i+1].from, ""})
		case strings.HasSuffix(l.gap, " "):
			edits = append(edits, Edit{l.to, run[i+1].from, " "})
		}
	}
	return edits
}

// leastGap returns the shortest gap of a run, the last of several.
func leastGap(run []lone) string {
	least := run[0].gap
	for _, l := range run[:len(run)-1] {
		if len(l.gap) <= len(least) {
			least = l.gap
		}
	}
	return least
}

// loneCharacters returns the lone letters and digits that begin at or behind an offset, up to where
// they end.
func loneCharacters(text string, at int) (run []lone, end int) {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !isWord(r) {
			at += n
			continue
		}
		if rest := wordEnd(text, at+n); rest > at+n || shortened(text[:at]) {
			if run != nil {
				return run, at
			}
			at = rest
			continue
		}
		l := lone{from: at, to: at + n, digit: unicode.IsDigit(r)}
		at += n
		behind := strings.TrimLeftFunc(text[at:], isParting)
		l.gap = text[at : len(text)-len(behind)]
		run = append(run, l)
		if next, _ := utf8.DecodeRuneInString(behind); l.gap == "" || !isWord(next) {
			return run, at
		}
		at += len(l.gap)
	}
	return run, at
}

// shortened reports a text that ends within a word: bread's.
func shortened(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return r == '\'' || r == '’'
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd returns where the letters and digits behind an offset end.
func wordEnd(text string, at int) int {
	if end := strings.IndexFunc(text[at:], func(r rune) bool { return !isWord(r) }); end >= 0 {
		return at + end
	}
	return len(text)
}

// isParting reports what can stand between two letters of a word.
func isParting(r rune) bool { return r == ' ' || strings.ContainsRune(parting, r) }

// together returns what makes words of lone letters. Longer gaps part words; where there
// are none, the words are those that are known best.
func together(text string, run []lone) (edits []Edit) {
	least, from := leastGap(run), 0
	for i, l := range run {
		if i == len(run)-1 || len(l.gap) > len(least) {
			edits = append(edits, split(text, run[from:i+1])...)
			from = i + 1
		}
	}
	return edits
}

// split makes words of the letters of a run: of those that are known if blanks stand between them,
// else one.
func split(text string, run []lone) (edits []Edit) {
	for _, w := range wordsOf(lettersOf(text, run), strings.TrimLeft(run[0].gap, " ") == "") {
		n := utf8.RuneCountInString(w)
		for i := range n - 1 {
			edits = append(edits, Edit{run[i].to, run[i+1].from, ""})
		}
		if n < len(run) {
			edits = append(edits, Edit{run[n-1].to, run[n].from, " "})
		}
		run = run[n:]
	}
	return edits
}

// wordsOf returns the words that letters make. Few letters with signs between them abbreviate
// several.
func wordsOf(letters string, blanks bool) []string {
	one := []string{letters}
	if !blanks && utf8.RuneCountInString(letters) < leastApart {
		return nil
	}
	if known(letters) {
		return one
	}
	if blanks {
		if words, cost := segment(letters); cost <= mostCost {
			return words
		}
	}
	if pronounceable(letters) {
		return one
	}
	return nil
}

// pronounceable reports letters that may be an unknown word, most likely a compound: long enough, and
// with vowels and consonants as words have them.
func pronounceable(word string) bool {
	n, open := 0, 0
	for _, r := range strings.ToLower(word) {
		n++
		if strings.ContainsRune(vowels+"y", r) {
			open++
		}
	}
	return n > leastApart && open*5 >= n && open*3 <= n*2
}

// lettersOf returns lone letters in a row.
func lettersOf(text string, run []lone) string {
	var word strings.Builder
	for _, l := range run {
		word.WriteString(text[l.from:l.to])
	}
	return word.String()
}
