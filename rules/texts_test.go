package rules

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
)

// A text that was said before reads as if it were new: by another sender, after
// another message, as another kind.
func TestRepeatedTexts(t *testing.T) {
	messages := talk(
		"Kevin Azubi: bin krank", "Kevin Azubi: bin krank", "Rosi Sommer: bin krank", "Rosi Sommer: Was ist der Türcode?", "Kevin Azubi: 4711#",
		"Kevin Azubi: 4711#", "Rosi Sommer: 4711#", "Rosi Sommer: Was ist der Türcode?", "Kevin Azubi: 4711#", "ok", "ok", "👍", "👍", "Frau Meier zahlt nicht", "ok",
		"Frau Meier zahlt nicht", "ok",
	)
	for _, m := range slices.Clone(messages) { // the same as the text of a picture
		image := *m
		image.Kind = chat.Media
		messages = append(messages, &image)
	}
	s := meet(full(), messages)
	for range 2 {
		for i, m := range messages {
			got := s.Check(m, nil)
			fresh := meet(full(), messages)
			for _, before := range messages[max(0, i-Window):i] {
				fresh.Observe(before)
			}
			if want := fresh.Check(m, nil); !reflect.DeepEqual(got, want) && !(len(got.Findings)+len(want.Findings)+len(got.Entities)+len(want.Entities) == 0) {
				t.Errorf("message %d: %+v, want %+v", i, got, want)
			}
		}
		s.Restart()
	}
	if len(s.texts.known) < 5 {
		t.Errorf("only %d texts are remembered", len(s.texts.known))
	}
}

// What is remembered is bounded, in number and in size.
func TestTextsAreBounded(t *testing.T) {
	x := newTexts()
	long := &chat.Message{Text: strings.Repeat("ok ", longestKept)}
	for range 3 {
		x.add(long, &reading{})
	}
	if x.find(long) != nil {
		t.Error("a long text is remembered")
	}
	for i := range 3 * textsKept {
		m := &chat.Message{Text: fmt.Sprint("ok ", i)}
		for n := range 3 {
			if (x.find(m) != nil) != (n > 1) {
				t.Fatalf("text %d is remembered when said %d times", i, n)
			}
			r := &reading{}
			r.text.Raw = m.Text
			x.add(m, r)
		}
		if len(x.known) > textsKept {
			t.Fatalf("%d texts are remembered", len(x.known))
		}
	}
}
