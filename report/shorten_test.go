package report

import (
	"strings"
	"testing"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

func TestShorten(t *testing.T) {
	var f lint.Finding
	f.Message.Text = strings.Repeat("ä", longestText) + "Stefan" + strings.Repeat("ö", longestText)
	at := strings.Index(f.Message.Text, "Stefan")
	f.Spans = []rules.Span{{Start: at, End: at + 6}}
	f.Entities = []detector.Entity{{Type: detector.Person, Start: at, End: at + 6}, {Type: detector.Person, Start: 0, End: 2}}
	f.Evidence = []rules.Evidence{{Key: "about:named", Span: f.Spans[0]}, {Key: "term:x", Span: rules.Span{Start: 0, End: 2}}}
	got := shorten(&f)
	text := got.Message.Text
	if len(text) > longestText || !strings.Contains(text, "Stefan") {
		t.Fatalf("%d bytes, want at most %d around the span", len(text), longestText)
	}
	if s := got.Spans[0]; text[s.Start:s.End] != "Stefan" {
		t.Errorf("span moved to %q", text[s.Start:s.End])
	}
	if len(got.Entities) != 1 || text[got.Entities[0].Start:got.Entities[0].End] != "Stefan" {
		t.Errorf("entities: %v", got.Entities)
	}
	if got.Evidence[1].Span != (rules.Span{}) {
		t.Errorf("evidence outside kept its span: %v", got.Evidence[1])
	}
	short := lint.Finding{}
	short.Message.Text = "Stefan"
	if shorten(&short) != &short {
		t.Error("a short message was copied")
	}
}
