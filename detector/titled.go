package detector

import "iter"

// Titled yields the names in the text that follow Herr, Frau, Familie, Mr and
// their like: the first and the last token of each.
func Titled(t *Text) iter.Seq2[int, int] {
	return func(yield func(first, last int) bool) {
		for i := range t.Tokens {
			if n, ok := titledName(t, Context{}, i); ok && !yield(n.First, n.Last) {
				return
			}
		}
	}
}
