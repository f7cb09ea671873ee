package redact

import (
	"strings"
	"testing"
)

// A name as long as a message costs no more than another.
func TestSlipsOfLongNames(t *testing.T) {
	s := newSlips(known{strings.Repeat("a", 1<<20): always, "quellmalz": always})
	if !s["quelmalz"] {
		t.Error("the slip quelmalz is not known")
	}
	if want := len("quellmalz"); len(s) != want { // the name and its slips, of which l left out stands for two
		t.Errorf("%d slips, want %d", len(s), want)
	}
}
