package main

import (
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

func TestInspected(t *testing.T) {
	const text = "👍 Jürgen in Köln"
	m := lint.Checked{
		Message: chat.Message{
			Index: 3, Line: 7, Time: time.Date(2024, 3, 11, 7, 2, 0, 0, time.UTC),
			Sender: "Jana", Text: text, Edited: true, Attachment: "a.jpg", Kind: chat.Media,
		},
		Entities: []detector.Entity{
			{Type: detector.Person, Start: 5, End: 12, Score: 0.97, Why: "first name"},
			{Type: detector.Location, Start: 16, End: 21, Score: 0.9, Why: "town"},
			{Type: detector.Organization, Start: 16, End: 21, Score: 0.9, Why: "firm"},
		},
		Findings: []lint.Finding{{Message: chat.Message{Text: text}, Finding: rules.Finding{
			Rule: "health/illness", Category: rules.Health, Severity: rules.High, Confidence: 0.9312, About: rules.Named,
			Spans:    []rules.Span{{Start: 5, End: 12}, {Start: 16, End: 21}},
			Evidence: []rules.Evidence{{Key: "term:illness"}, {Key: "about:named"}},
		}}},
	}
	var got strings.Builder
	if err := newMessageLines(&got).write(&m); err != nil {
		t.Fatal(err)
	}
	want := `{"index":3,"line":7,"time":"2024-03-11T07:02:00","sender":"Jana","kind":"media","text":"👍 Jürgen in Köln","edited":true,"attachment":"a.jpg",` +
		`"entities":[{"type":"PERSON","start":2,"end":8,"text":"Jürgen","score":0.97,"why":"first name"}],` +
		`"findings":[{"rule":"health/illness","category":"health","severity":"high","confidence":0.93,"about":"named","spans":[[2,8],[12,16]],"evidence":["term:illness","about:named"]}]}` + "\n"
	if got.String() != want {
		t.Errorf("got  %s\nwant %s", &got, want)
	}
}

func TestInspectedSystemMessage(t *testing.T) {
	got := inspectedHead(&chat.Message{Kind: chat.System, Sender: "Gruppe"})
	if got.Sender != nil {
		t.Errorf("sender %q, want null", *got.Sender)
	}
}
