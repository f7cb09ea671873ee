// Package suggest guesses which known word a mistyped one stands for.
package suggest

import (
	"strings"

	"github.com/agext/levenshtein"
)

// Closest returns the known word that is most like word, or "" if none comes
// near enough to be worth a "did you mean". A word may differ by a third of its
// letters, and upper case, '_' and '-' do not count.
func Closest(word string, known []string) string {
	best, bestDistance := "", len(word)/3+1
	for _, k := range known {
		if d := levenshtein.Distance(fold(word), fold(k), nil); d < bestDistance || d == bestDistance && best == "" {
			best, bestDistance = k, d
		}
	}
	return best
}

func fold(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "_", "-")
}
