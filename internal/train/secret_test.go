package train

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/logit"
	"github.com/chatlint/chatlint/internal/eval"
)

// codeChats are chats in which a number is a secret if the message before asks for the
// word, and none if it asks for a sum.
func codeChats(n int) (out []*eval.Chat) {
	for i := range n {
		number := fmt.Sprint(2000 + 37*i)
		c := &eval.Chat{ID: fmt.Sprint("chat ", i)}
		asked, gold := "losung im stollen?", []eval.Span{{Type: detector.Credential, Start: 0, End: len(number)}}
		if i%2 == 1 {
			asked, gold = "summe der kisten?", nil
		}
		for _, text := range []string{asked, number} {
			c.Messages = append(c.Messages, chat.Message{Text: text})
		}
		c.Gold = []eval.Gold{{}, {Spans: gold}}
		out = append(out, c)
	}
	return out
}

func TestSecretsLearnFromWhatWasAsked(t *testing.T) {
	opt := SecretSettings
	packed := Secrets(codeChats(200), opt)
	m, err := logit.Decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[string]int{"losung im stollen?": 1, "summe der kisten?": 0} {
		before, text := &detector.Text{}, &detector.Text{}
		before.Reset(asked)
		text.Reset("9124")
		if got := detector.Secrets(text, []*detector.Text{before}, m); len(got) != want {
			t.Errorf("after %q: %d secrets, want %d", asked, len(got), want)
		}
	}
	if !bytes.Equal(packed, Secrets(codeChats(200), opt)) {
		t.Error("the same chats give another model")
	}
}

func TestMeasureSecrets(t *testing.T) {
	c, err := MeasureSecrets(codeChats(240), 3, SecretSettings)
	if err != nil {
		t.Fatal(err)
	}
	if c.Gold != 120 || c.F1() < 0.95 {
		t.Errorf("%+v, F1 %.3f", c, c.F1())
	}
}
