package detector

import (
	"strings"
	"testing"

	"github.com/chatlint/chatlint/detector/tagger"
)

func TestProseOpinion(t *testing.T) {
	tests := []struct {
		msg, word string
		want      opinion
	}{
		{"Can you ask Mark about the delivery tomorrow", "Mark", properNoun},
		{"please mark the boxes before you leave", "mark", plainWord},
		{"Will Will be there", "Will", noOpinion}, // twice
		{"I talked to Grace", "Grace", properNoun},
	}
	for _, tt := range tests {
		at := strings.Index(tt.msg, tt.word)
		var text Text
		text.Reset(tt.msg)
		second := secondOpinion{t: &text}
		if got := second.of(at, at+len(tt.word), false); got != tt.want {
			t.Errorf("%q in %q: %d, want %d", tt.word, tt.msg, got, tt.want)
		}
	}
}

func TestProseIsGuarded(t *testing.T) {
	for _, msg := range []string{"", "\".\xff\xffK)'s", strings.Repeat(".", 5000), strings.Repeat("(", 5000), "İbrahim's van 👍🏽 \x00",
		strings.Repeat("ä", 3000), "a" + strings.Repeat("\xff", 20)} {
		text := proseText(msg)
		if len(text) > proseLimit+2 || !strings.HasSuffix(text, " .") {
			t.Errorf("%.20q: %d bytes", msg, len(text))
		}
		for _, p := range tagEnglish(text) {
			if p.start < 0 || p.end <= p.start || p.end > len(text) {
				t.Errorf("%.20q: token at %d to %d", msg, p.start, p.end)
			}
		}
	}
}

// TestProseDecides checks that the second opinion is asked where it counts: a
// model that sees a name in everything is held back in English only.
func TestProseDecides(t *testing.T) {
	var text Text
	text.Reset("could you please check the order before they open")
	n := name{tagger.Span{Class: tagger.Person, First: 3, Last: 3, Score: 0.4}, ""}
	if !refuted(&secondOpinion{t: &text}, n) {
		t.Error("an unsure name that is a verb stays")
	}
	n.Score = 0.9
	if refuted(&secondOpinion{t: &text}, n) {
		t.Error("a sure name is refuted")
	}
	text.Reset("kannst du bitte check machen bevor die aufmachen")
	n.Score = 0.4
	if refuted(&secondOpinion{t: &text}, n) {
		t.Error("prose is asked about German")
	}
}
