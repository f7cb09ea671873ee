package rules

import (
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/chatlint/chatlint/chat"
)

// condition reads and compiles a condition as it stands in a rule file.
func condition(t *testing.T, text string) (*Condition, error) {
	t.Helper()
	var c Condition
	if err := yaml.UnmarshalWithOptions([]byte(text), &c, yaml.Strict()); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return &c, c.compile(plain().lex, "when")
}

// holds evaluates a condition on the whole last message.
func holds(t *testing.T, text string, sc scene) (places []string, ok bool) {
	t.Helper()
	c, err := condition(t, text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	spans, ok := c.check(sc, tokenSpan{0, len(sc.text.Tokens) - 1}, nil)
	for _, s := range spans {
		places = append(places, sc.wordsOf(s))
	}
	return places, ok
}

func TestConditions(t *testing.T) {
	tests := []struct {
		condition, text string
		places          string // joined by |
		ok              bool
	}{
		{"term: [things/thing]", "die Pumpe und der Motor", "Pumpe|Motor", true},
		{"term: [things/thing]", "ich komme", "", false},
		{"term: [health/wish, things/thing]", "die Pumpe geht", "Pumpe", true},
		{"entity: [PHONE]", "ruf 0171 2345678 an", "0171 2345678", true},
		{"entity: [PHONE]", "ruf an", "", false},
		{"person: [customer]", "Frau Meier zahlt", "Meier", true},
		{"person: [staff]", "Frau Meier zahlt", "", false},
		{"person: [customer, staff]", "Kevin ist bei Frau Meier", "Kevin|Meier", true},
		{"person: [unknown]", "ich komme", "", false}, // a pronoun is nobody by name or role
		{"pattern: 'zahl(t|en)'", "sie ZAHLT nicht, wir zahlen", "ZAHLT|zahlen", true},
		{"pattern: 'zahl(t|en)'", "Zahl", "", false},
		{"kind: [text]", "ja", "", true},
		{"kind: [media, poll]", "ja", "", false},
		{"all: [{pattern: pumpe}, {pattern: motor}]", "Motor und Pumpe", "Pumpe|Motor", true},
		{"all: [{pattern: pumpe}, {pattern: motor}]", "Pumpe", "", false},
		{"any: [{pattern: pumpe}, {pattern: motor}]", "Motor", "Motor", true},
		{"any: [{pattern: pumpe}, {pattern: motor}]", "Motor und Pumpe", "Pumpe|Motor", true},
		{"any: [{pattern: pumpe}, {pattern: motor}]", "Hahn", "", false},
		{"none: [{pattern: pumpe}, {pattern: motor}]", "Hahn", "", true},
		{"none: [{pattern: pumpe}, {pattern: motor}]", "Motor", "", false},
		{"{pattern: pumpe, none: [{pattern: motor}]}", "Pumpe", "Pumpe", true},
		{"{pattern: pumpe, none: [{pattern: motor}]}", "Pumpe, Motor", "", false},
		{"near: {within: 2, of: [{pattern: pumpe}, {pattern: motor}]}", "Pumpe am Motor", "Pumpe|Motor", true},
		{"near: {within: 2, of: [{pattern: pumpe}, {pattern: motor}]}", "Motor an Pumpe", "Pumpe|Motor", true},
		{"near: {within: 2, of: [{pattern: pumpe}, {pattern: motor}]}", "Pumpe ist weit vom Motor", "", false},
		{"near: {within: 2, of: [{pattern: pumpe}, {pattern: motor}]}", "Pumpe ist weit vom Haus, Pumpe am Motor", "Pumpe|Motor", true},
		{"near: {within: 2, of: [{pattern: pumpe}, {pattern: motor}]}", "nur der Motor", "", false},
	}
	for _, tt := range tests {
		places, ok := holds(t, tt.condition, last(plain(), talk(tt.text)))
		if got := strings.Join(places, "|"); ok != tt.ok || got != tt.places {
			t.Errorf("%s on %q: %t %q, want %t %q", tt.condition, tt.text, ok, got, tt.ok, tt.places)
		}
	}
}

// A condition sees its unit only, unless it asks for the whole message.
func TestAnywhere(t *testing.T) {
	sc := last(plain(), talk("Die Pumpe geht. Der Motor nicht"))
	first := tokenSpan{0, 3}
	for text, want := range map[string]bool{
		"pattern: motor":             false,
		"anywhere: {pattern: motor}": true,
		"pattern: pumpe":             true,
		"near: {within: 3, of: [{anywhere: {pattern: motor}}, {pattern: pumpe}]}": false,
	} {
		c, err := condition(t, text)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := c.check(sc, first, nil); ok != want {
			t.Errorf("%s in the first sentence: %t, want %t", text, ok, want)
		}
	}
}

func TestBefore(t *testing.T) {
	lines := []string{"Al: die Pumpe", "ja", "gut"}
	if places, ok := holds(t, "before: {pattern: pumpe}", last(plain(), talk(lines...))); !ok || places != nil {
		t.Errorf("two messages before: %t, places %q", ok, places)
	}
	if _, ok := holds(t, "before: {pattern: gut}", last(plain(), talk(lines...))); ok {
		t.Error("a message is before itself")
	}
}

func TestBeforeNests(t *testing.T) {
	sc := last(plain(), talk("die Pumpe", "der Motor", "gut"))
	for text, want := range map[string]bool{
		"before: {all: [{pattern: motor}, {before: {pattern: pumpe}}]}": true,
		"before: {all: [{pattern: pumpe}, {before: {pattern: motor}}]}": false,
	} {
		if _, ok := holds(t, text, sc); ok != want {
			t.Errorf("%s: %t, want %t", text, ok, want)
		}
	}
}

func TestBeforeEnds(t *testing.T) {
	messages := talk("die Pumpe", "gut")
	messages[1].Time = messages[0].Time.Add(ThreadSpan + time.Second)
	if _, ok := holds(t, "before: {pattern: pumpe}", last(plain(), messages)); ok {
		t.Error("a thread of the morning goes on in the evening")
	}
	far := append([]string{"die Pumpe"}, strings.Split(strings.Repeat("ja,", reach), ",")...)
	if _, ok := holds(t, "before: {pattern: pumpe}", last(plain(), talk(far...))); ok {
		t.Errorf("a message further back than %d matters", reach)
	}
}

// A message without text has no tokens: a picture without a caption. No
// condition may stumble over it, here or in the thread.
func TestConditionsOnNoText(t *testing.T) {
	empty := &chat.Message{Time: monday, Sender: "Al", Kind: chat.Media}
	next := &chat.Message{Time: monday.Add(time.Minute), Sender: "Al", Text: "die Pumpe"}
	for text, want := range map[string][2]bool{ // alone, in the thread before a text
		"pattern: pumpe":             {false, true},
		"term: [things/thing]":       {false, true},
		"entity: [PHONE]":            {false, false},
		"person: [staff]":            {false, false},
		"kind: [media]":              {true, false},
		"none: [{pattern: pumpe}]":   {true, false},
		"anywhere: {pattern: pumpe}": {false, true},
		"before: {pattern: pumpe}":   {false, false},
		"before: {kind: [media]}":    {false, true},
		"near: {within: 1, of: [{pattern: pumpe}, {pattern: pumpe}]}": {false, true},
	} {
		_, alone := holds(t, text, last(plain(), []*chat.Message{empty}))
		_, thread := holds(t, text, last(plain(), []*chat.Message{empty, next}))
		if got := [2]bool{alone, thread}; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestConditionErrors(t *testing.T) {
	for text, reason := range map[string]string{
		"term: [health/no-such]": `when: unknown list "health/no-such"`,
		"entity: [PHONES]":       `when: unknown entity "PHONES"`,
		"person: [boss]":         `when: unknown role "boss", use one of unknown, staff`,
		"kind: [voice]":          `when: unknown kind "voice", use one of text, media`,
		"pattern: '('":           "when: bad pattern",
		"pattern: 'ab'":          "no literal",
		"near: {within: 0, of: [{kind: [text]}, {kind: [text]}]}": "when: bad near",
		"near: {within: 3, of: [{kind: [text]}]}":                 "when: bad near",
		"{}":                             "when: empty condition",
		"all: [{kind: [text]}, {}]":      "when.all[1]: empty condition",
		"any: [{none: [{term: [x/y]}]}]": "when.any[0].none[0]: unknown list",
		"near: {within: 3, of: [{kind: [text]}, {}]}": "when.near.of[1]: empty condition",
		"anywhere: {}":                   "when.anywhere: empty condition",
		"before: {any: [{entity: [X]}]}": "when.before.any[0]: unknown entity",
	} {
		if _, err := condition(t, text); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: error %v, want %q", text, err, reason)
		}
	}
}
