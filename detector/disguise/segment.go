package disguise

import "slices"

// longestWord is how many letters a word has at most that is told from its neighbours.
const longestWord = 24

// segment cuts letters into words that one language knows, few and frequent ones, and tells what
// they cost. There are none where that is unreadable.
func segment(letters string) (words []string, cost int) {
	words, cost = cheapest([]rune(letters), germanRank)
	if other, c := cheapest([]rune(letters), englishRank); c < cost {
		return other, c
	}
	return words, cost
}

func cheapest(letters []rune, rank func(word string) int) (words []string, cost int) {
	n := len(letters)
	costs, first := make([]int, n+1), make([]int, n+1) // of the words up to a letter; where the last of them begins
	for end := 1; end <= n; end++ {
		costs[end] = unreadable
		for start := max(0, end-longestWord); start < end; start++ {
			if costs[start] >= unreadable {
				continue
			}
			if c := costs[start] + wordCost(rank(string(letters[start:end])), end-start); c < costs[end] {
				costs[end], first[end] = c, start
			}
		}
	}
	if costs[n] >= unreadable {
		return nil, unreadable
	}
	for end := n; end > 0; end = first[end] {
		words = append(words, string(letters[first[end]:end]))
	}
	slices.Reverse(words)
	return words, costs[n]
}

const (
	notShort   = 4 // letters
	unreadable = 1 << 20
	mostCost   = 20 // of all words together; dearer ones are left together
)

// wordCost is small for few and frequent words, by rank and number of letters. A short one must be
// very frequent.
func wordCost(rank, letters int) int {
	switch {
	case rank == 0 || letters < 2 || letters == 2 && rank < 6:
		return unreadable
	case letters < notShort && rank < 7:
		return 16 - rank
	}
	return 10 - rank
}
