package rules

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// plain is the built-in engine without the learned model; tests of what rules
// say do not hang on its weights.
var plain = sync.OnceValue(func() *Engine { return mustLoad(Options{RulesOnly: true}) })

// full is the engine as users get it.
var full = sync.OnceValue(func() *Engine { return mustLoad(Options{}) })

func mustLoad(opt Options) *Engine {
	e, err := Load(opt)
	if err != nil {
		panic(err)
	}
	return e
}

// monday dates the messages of tests.
var monday = time.Date(2024, 3, 11, 7, 0, 0, 0, time.UTC)

// talk turns "Sender: text" lines into messages a minute apart. A line without
// a sender is from Jo Sommer.
func talk(lines ...string) []*chat.Message {
	var out []*chat.Message
	for i, l := range lines {
		sender, text, ok := strings.Cut(l, ": ")
		if !ok {
			sender, text = "Jo Sommer", l
		}
		out = append(out, &chat.Message{Index: i, Line: i + 1, Time: monday.Add(time.Duration(i) * time.Minute), Sender: sender, Text: text})
	}
	return out
}

// meet makes a session that knows the people of the messages.
func meet(e *Engine, messages []*chat.Message) *Session {
	var names []string
	for _, m := range messages {
		names = append(names, m.Sender)
	}
	return e.NewSession(e.Meet(names, slices.Values(messages)))
}

// last observes all messages and returns the scene of the last one.
func last(e *Engine, messages []*chat.Message) scene {
	s := meet(e, messages)
	for _, m := range messages {
		s.Observe(m)
	}
	return s.scene()
}

// at returns the tokens of the first place of the words in the message.
func at(t *testing.T, a *analysis, words string) tokenSpan {
	t.Helper()
	i := strings.Index(a.text.Raw, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, a.text.Raw)
	}
	span, ok := a.tokensAt(i, i+len(words))
	if !ok {
		t.Fatalf("%q has no tokens in %q", words, a.text.Raw)
	}
	return span
}

// wordsOf returns the text of a token range, "" for none.
func (a *analysis) wordsOf(s tokenSpan) string {
	if s == noWords {
		return ""
	}
	b := a.bytes(s)
	return a.text.Raw[b.Start:b.End]
}
