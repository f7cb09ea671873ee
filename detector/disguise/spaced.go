package disguise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastApart is how many letters by themselves in a row are a word or more.
const leastApart = 4

// lone is a letter by itself, and the blanks and signs between it and the next one.
type lone struct {
	from, to int
	gap      string
}

// spaced puts letters together that stand apart.
func spaced(text string) (edits []Edit) {
	for at := 0; at < len(text); {
		run, end := loneLetters(text, at)
		if len(run) >= leastApart {
			edits = append(edits, together(text, run)...)
		}
		at = end
	}
	return edits
}

// loneLetters returns the lone letters that begin at or behind an offset, up to where
// they end.
func loneLetters(text string, at int) (run []lone, end int) {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !isWord(r) {
			at += n
			continue
		}
		if rest := wordEnd(text, at+n); rest > at+n || !unicode.IsLetter(r) || shortened(text[:at]) {
			if run != nil {
				return run, at
			}
			at = rest
			continue
		}
		l := lone{from: at, to: at + n}
		at += n
		behind := strings.TrimLeftFunc(text[at:], parts)
		l.gap = text[at : len(text)-len(behind)]
		run = append(run, l)
		if next, _ := utf8.DecodeRuneInString(behind); l.gap == "" || !unicode.IsLetter(next) {
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

// parts reports what can stand between two letters of a word.
func parts(r rune) bool { return r == ' ' || strings.ContainsRune(parting, r) }

// together returns what makes words of lone letters. Longer gaps part words; where there
// are none, the words are those that are known best.
func together(text string, run []lone) (edits []Edit) {
	least := len(run[0].gap)
	for _, l := range run[:len(run)-1] {
		least = min(least, len(l.gap))
	}
	from := 0
	for i, l := range run {
		if i == len(run)-1 || len(l.gap) > least {
			edits = append(edits, split(text, run[from:i+1])...)
			from = i + 1
		}
	}
	return edits
}

// longestWord is how many letters a word has at most that is told from others by what is known.
const longestWord = 24

// split makes words of the letters of a run: of those that one language knows if they fit, else
// one word.
func split(text string, run []lone) (edits []Edit) {
	cost, first := bestSplit(text, run, germanRank)
	if c, f := bestSplit(text, run, englishRank); c < cost {
		cost, first = c, f
	}
	if cost > unknownCost {
		if !pronounceable(lettersOf(text, run)) {
			return nil
		}
		clear(first)
	}
	for end := len(run); end > 0; end = first[end] {
		for i := first[end]; i < end-1; i++ {
			edits = append(edits, Edit{run[i].to, run[i+1].from, ""})
		}
		if start := first[end]; start > 0 {
			edits = append(edits, Edit{run[start-1].to, run[start].from, " "})
		}
	}
	return edits
}

// bestSplit returns what the cheapest words cost that letters make, and where the word
// begins that ends before each of them.
func bestSplit(text string, run []lone, rank func(word string) int) (cost int, first []int) {
	n := len(run)
	costs, first := make([]int, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		costs[end] = unreadable
		for start := max(0, end-longestWord); start < end; start++ {
			word := lettersOf(text, run[start:end])
			if c := costs[start] + wordCost(rank(word), end-start); c < costs[end] {
				costs[end], first[end] = c, start
			}
		}
	}
	return costs[n], first
}

const (
	unreadable  = 1 << 20
	unknownCost = 20 // of a word that nobody knows
)

// wordCost is small for few and frequent words, by rank and number of letters. A short one must be
// very frequent.
func wordCost(rank, letters int) int {
	switch {
	case rank == 0 || letters < 2 || letters == 2 && rank < 6:
		return unreadable
	case letters < leastApart && rank < 7:
		return 16 - rank
	}
	return 10 - rank
}

// pronounceable reports letters that may be an unknown word, most likely a compound: long enough, and
// with vowels and consonants as words have them.
func pronounceable(letters string) bool {
	n, vowels := 0, 0
	for _, r := range strings.ToLower(letters) {
		n++
		if strings.ContainsRune("aeiouyäöü", r) {
			vowels++
		}
	}
	return n > leastApart && vowels*5 >= n && vowels*3 <= n*2
}

// lettersOf returns lone letters in a row.
func lettersOf(text string, run []lone) string {
	var word strings.Builder
	for _, l := range run {
		word.WriteString(text[l.from:l.to])
	}
	return word.String()
}
