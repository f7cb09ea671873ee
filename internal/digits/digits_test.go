package digits

import (
	"testing"
	"unicode"
)

func TestValue(t *testing.T) {
	for r, want := range map[rune]int{'0': 0, '9': 9, '٣': 3, '७': 7, '５': 5, '𝟖': 8} {
		if got, ok := Value(r); !ok || got != want {
			t.Errorf("%c is %d, %t; want %d", r, got, ok, want)
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if _, ok := Value(r); ok != unicode.IsDigit(r) {
			t.Fatalf("%U: a digit %t", r, ok)
		}
	}
}
