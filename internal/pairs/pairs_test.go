package pairs

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
)

var errTorn = errors.New("torn")

// letters yields the letters of s; a dash is an error.
func letters(s string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, c := range s {
			if c == '-' {
				yield("", errTorn)
				return
			}
			if !yield(string(c), nil) {
				return
			}
		}
	}
}

func TestOf(t *testing.T) {
	for in, want := range map[string]string{
		"":     "",
		"a":    "a.",
		"abc":  "ab bc c.",
		"-":    "torn",
		"ab-c": "ab b. torn",
	} {
		var got []string
		for p, err := range Of(letters(in)) {
			switch {
			case err != nil:
				got = append(got, err.Error())
			case p.Next == nil:
				got = append(got, p.This+".")
			default:
				got = append(got, fmt.Sprint(p.This, *p.Next))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("Of(%q) yields %q, want %q", in, s, want)
		}
	}
}

// Whoever stops early is not called again.
func TestStop(t *testing.T) {
	for _, in := range []string{"abc", "a-", "a"} {
		n := 0
		for range Of(letters(in)) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%q: called %d times", in, n)
		}
	}
}
