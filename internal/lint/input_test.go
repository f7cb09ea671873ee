package lint

import (
	"slices"
	"testing"

	"github.com/chatlint/chatlint/chat"
)

func TestInputsNameWhatIsNotExamined(t *testing.T) {
	c := &chat.Chat{
		Path: "a.zip", Entry: "_chat.txt", Name: "Baustelle", MessageCount: 3, Order: chat.MonthFirst, Ambiguous: true,
		Media:           []chat.Attachment{{Name: "a.vcf"}, {Name: "b.jpg"}, {Name: "c.opus"}},
		Cards:           []chat.Card{{File: "a.vcf"}, {File: "a.vcf"}},
		Problems:        []chat.Problem{{Code: chat.NulBytes, Count: 2}, {Code: chat.Preamble, Line: 1, Count: 1}},
		ProblemsDropped: 4,
	}
	inputs := Inputs([]*chat.Chat{c})
	in := inputs[0]
	if want := []string{"b.jpg", "c.opus"}; !slices.Equal(in.Media, want) {
		t.Errorf("got media %v, want %v", in.Media, want)
	}
	if in.Cards != 2 || in.Messages != 3 || in.DateOrder != chat.MonthFirst || !in.Ambiguous || in.Entry != "_chat.txt" {
		t.Errorf("wrong input %+v", in)
	}
	if got, want := gaps(inputs), (Coverage{Unreadable: 5, MediaNotExamined: 2}); got != want {
		t.Errorf("got coverage %+v, want %+v", got, want)
	}
}

func TestHarmlessProblemsLeaveCoverageComplete(t *testing.T) {
	for _, code := range []chat.ProblemCode{chat.NulBytes, chat.ImpossibleDate, chat.TooManySenders} {
		in := []Input{{Problems: []chat.Problem{{Code: code, Count: 1}}}}
		if !gaps(in).Complete() {
			t.Errorf("%s makes the coverage incomplete", code)
		}
	}
}
