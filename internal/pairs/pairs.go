// Package pairs looks one element ahead in a sequence.
package pairs

import "iter"

// Pair is an element and the one after it, nil behind the last.
type Pair[T any] struct {
	This T
	Next *T
}

// Of yields every element of a sequence with the one after it. An error of the
// sequence comes last, without elements, and what stood before it has no next
// one.
func Of[T any](elements iter.Seq2[T, error]) iter.Seq2[Pair[T], error] {
	return func(yield func(Pair[T], error) bool) {
		var held *T
		for e, err := range elements {
			if err != nil {
				if held == nil || yield(Pair[T]{This: *held}, nil) {
					yield(Pair[T]{}, err)
				}
				return
			}
			if held != nil && !yield(Pair[T]{*held, &e}, nil) {
				return
			}
			held = &e
		}
		if held != nil {
			yield(Pair[T]{This: *held}, nil)
		}
	}
}
