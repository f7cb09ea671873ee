// Package blocks cuts a sequence into blocks that can be worked on by themselves,
// because each knows what stands around it.
package blocks

import (
	"iter"
	"slices"
)

// Block is a part of a sequence with its surroundings.
type Block[T any] struct {
	Before   []T // the elements before it, at most Limits.Window
	Elements []T
	After    *T // the element after it, nil behind the last
}

// Next returns the element after element i of the block, nil behind the last one of
// the sequence.
func (b Block[T]) Next(i int) *T {
	if i+1 == len(b.Elements) {
		return b.After
	}
	return &b.Elements[i+1]
}

// Limits say where a sequence is cut.
type Limits[T any] struct {
	Window int          // how many elements before a block it knows
	Count  int          // how many elements a block has at most
	Size   int          // from which sum of SizeOf a block is full
	SizeOf func(*T) int // of an element
	// Apart reports neighbours that never share a block; nil if all may.
	Apart func(before, after *T) bool
}

// Cut yields the blocks of a sequence. An error of the sequence comes last, and
// what had been gathered for a block is left out.
func (l *Limits[T]) Cut(elements iter.Seq2[T, error]) iter.Seq2[Block[T], error] {
	return func(yield func(Block[T], error) bool) {
		var b Block[T]
		size := 0
		for e, err := range elements {
			if err != nil {
				yield(Block[T]{}, err)
				return
			}
			if l.ends(&b, size, &e) {
				b.After = &e
				if !yield(b, nil) {
					return
				}
				b, size = l.follower(&b), 0
			}
			b.Elements = append(b.Elements, e)
			size += l.SizeOf(&e)
		}
		if len(b.Elements) > 0 {
			yield(b, nil)
		}
	}
}

// ends reports whether a block of that size ends before an element.
func (l *Limits[T]) ends(b *Block[T], size int, e *T) bool {
	n := len(b.Elements)
	if n == 0 {
		return false
	}
	return n >= l.Count || size >= l.Size || l.Apart != nil && l.Apart(&b.Elements[n-1], e)
}

// follower returns the empty block that follows b.
func (l *Limits[T]) follower(b *Block[T]) Block[T] {
	seen := slices.Concat(b.Before, b.Elements[max(0, len(b.Elements)-l.Window):])
	return Block[T]{Before: seen[max(0, len(seen)-l.Window):], Elements: make([]T, 0, l.Count)}
}
