package blocks

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
)

var errTorn = errors.New("torn")

// letters yields the letters of s; a dash is an error.
func letters(s string) iter.Seq2[byte, error] {
	return func(yield func(byte, error) bool) {
		for i := range len(s) {
			if s[i] == '-' {
				yield(0, errTorn)
				return
			}
			if !yield(s[i], nil) {
				return
			}
		}
	}
}

func isCapital(c *byte) bool { return 'A' <= *c && *c <= 'Z' }

// capitalsWeighMore is the size of a letter.
func capitalsWeighMore(c *byte) int {
	if isCapital(c) {
		return 4
	}
	return 1
}

// write shows a block as before[elements]after.
func write(b Block[byte]) string {
	after := ""
	if b.After != nil {
		after = string(*b.After)
	}
	return fmt.Sprintf("%s[%s]%s", b.Before, b.Elements, after)
}

func TestCut(t *testing.T) {
	differ := func(a, b *byte) bool { return isCapital(a) != isCapital(b) }
	tests := []struct {
		name   string
		limits Limits[byte]
		in     string
		want   string
	}{
		{"nothing", Limits[byte]{Window: 2, Count: 3, Size: 99}, "", ""},
		{"less than a block", Limits[byte]{Window: 2, Count: 3, Size: 99}, "ab", "[ab]"},
		{"just a block", Limits[byte]{Window: 2, Count: 3, Size: 99}, "abc", "[abc]"},
		{"many blocks", Limits[byte]{Window: 2, Count: 3, Size: 99}, "abcdefg", "[abc]d bc[def]g ef[g]"},
		{"a window over many blocks", Limits[byte]{Window: 3, Count: 1, Size: 99}, "abcde", "[a]b a[b]c ab[c]d abc[d]e bcd[e]"},
		{"no window", Limits[byte]{Count: 2, Size: 99}, "abc", "[ab]c [c]"},
		{"full by size", Limits[byte]{Window: 1, Count: 9, Size: 5}, "aBcDefG", "[aB]c B[cD]e D[efG]"},
		{"one element too large", Limits[byte]{Window: 1, Count: 9, Size: 2}, "AbcD", "[A]b A[bc]D c[D]"},
		{"elements apart", Limits[byte]{Window: 2, Count: 3, Size: 99, Apart: differ}, "abCDEFg", "[ab]C ab[CDE]F DE[F]g EF[g]"},
		{"torn at the start", Limits[byte]{Window: 2, Count: 2, Size: 99}, "-", "torn"},
		{"torn within a block", Limits[byte]{Window: 2, Count: 2, Size: 99}, "abc-d", "[ab]c torn"},
		{"torn behind a block", Limits[byte]{Window: 2, Count: 2, Size: 99}, "ab-c", "torn"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.limits.SizeOf = capitalsWeighMore
			var got []string
			for b, err := range tt.limits.Cut(letters(tt.in)) {
				if err != nil {
					got = append(got, err.Error())
				} else {
					got = append(got, write(b))
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%q is cut into %s, want %s", tt.in, s, tt.want)
			}
		})
	}
}

// Following Next from block to block gives the sequence again.
func TestNext(t *testing.T) {
	const in = "abcdefgh"
	limits := Limits[byte]{Window: 1, Count: 3, Size: 99, SizeOf: capitalsWeighMore}
	at := 0
	for b := range limits.Cut(letters(in)) {
		for i := range b.Elements {
			next := b.Next(i)
			at++
			if at == len(in) != (next == nil) || next != nil && *next != in[at] {
				t.Errorf("behind letter %d stands %v", at-1, next)
			}
		}
	}
	if at != len(in) {
		t.Errorf("%d of %d letters are in blocks", at, len(in))
	}
}

// Whoever stops early is not called again.
func TestStop(t *testing.T) {
	for _, in := range []string{"abc", "ab-", "a"} {
		limits := Limits[byte]{Count: 2, Size: 99, SizeOf: capitalsWeighMore}
		n := 0
		for range limits.Cut(letters(in)) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%q: called %d times", in, n)
		}
	}
}
