package rules

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// kept is a result that outlives the next message.
func kept(r Result) Result {
	return Result{append([]detector.Entity(nil), r.Entities...), append([]Finding(nil), r.Findings...)}
}

func checkAll(s *Session, messages []*chat.Message) []Result {
	var out []Result
	for i, m := range messages {
		out = append(out, kept(s.Check(m, after(messages, i))))
	}
	return out
}

// after returns the message that follows message i, or nil.
func after(messages []*chat.Message, i int) *chat.Message {
	if i+1 < len(messages) {
		return messages[i+1]
	}
	return nil
}

// workday is a chat in which later messages hang on earlier ones.
var workday = []string{
	"Al Berg: Wo bleibt Stefan?", "Jo Sommer: der hat sich krank gemeldet", "Al Berg: schon wieder, der ist so unzuverlässig",
	"Jo Sommer: was ist der Code vom Tor?", "Al Berg: 4711", "Jo Sommer: bin bei Frau Lindner, Gartenstr. 5", "Al Berg: zahlt die endlich?",
	"Jo Sommer: nein, hat kein Geld", "Al Berg: ok", "Jo Sommer: 0171 2345678", "Al Berg: hast du Grippe?", "Jo Sommer: ja, bleib daheim", "Al Berg: 👍",
}

func TestEarlierMessagesTellCodes(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		after time.Duration
		want  bool
	}{
		{"an answer", []string{"was ist der Code vom Tor?", "4711"}, time.Minute, true},
		{"a new code", []string{"der Code vom Tor ist neu", "4711"}, time.Minute, true},
		{"a question for something else", []string{"wie viele Schrauben?", "4711"}, time.Minute, false},
		{"too late", []string{"was ist der Code vom Tor?", "12 wie immer"}, ThreadSpan + time.Minute, false},
		{"another message between", []string{"was ist der Code vom Tor?", "moment", "4711"}, time.Minute, true},
		{"no number", []string{"was ist der Code vom Tor?", "weiß nicht"}, time.Minute, false},
		{"English", []string{"what's the gate code?", "4711"}, time.Minute, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			messages := talk(tt.lines...)
			n := len(messages) - 1
			messages[n].Time = messages[n-1].Time.Add(tt.after)
			r := checkAll(meet(full(), messages), messages)[n]
			found := slices.ContainsFunc(r.Entities, func(e detector.Entity) bool { return e.Type == detector.Credential })
			if found != tt.want || tt.want && !hasCategory(r, Credential) {
				t.Errorf("code %t, finding %t; want %t", found, hasCategory(r, Credential), tt.want)
			}
		})
	}
}

// A phone number is no code, whatever was asked.
func TestCodesKeepEntities(t *testing.T) {
	messages := talk("was ist der Code vom Tor?", "ruf 0171 2345678 an")
	r := checkAll(meet(full(), messages), messages)[1]
	if len(r.Entities) != 1 || r.Entities[0].Type != detector.Phone {
		t.Errorf("found %+v", r.Entities)
	}
}

// Notices and deleted messages hold no words of a person.
func TestJudgedKinds(t *testing.T) {
	for kind, want := range map[chat.Kind]bool{
		chat.Text: true, chat.Media: true, chat.Location: true, chat.Contact: true, chat.Poll: true, chat.Call: true,
		chat.System: false, chat.Deleted: false,
	} {
		m := talk("Kevin ist krank, ruf 0171 2345678 an")
		m[0].Kind = kind
		if r := meet(full(), m).Check(m[0], nil); len(r.Findings) > 0 != want {
			t.Errorf("%s: %d findings, want some: %t", kind, len(r.Findings), want)
		}
	}
}

// Rules alone report in the order of the categories too.
func TestFindingsAreSorted(t *testing.T) {
	m := talk("Kevin ist krank, ruf 0171 2345678 an, IBAN DE89 3704 0044 0532 0130 00")
	r := meet(plain(), m).Check(m[0], nil)
	sound(t, m[0], r)
	if len(r.Findings) != 3 || r.Findings[0].Category != Health || r.Findings[2].Category != Identifier {
		t.Errorf("found %+v", r.Findings)
	}
}

// A notice of the app takes no place in the conversation.
func TestThreadSkipsNotices(t *testing.T) {
	messages := talk("Al: Wo bleibt Stefan?", "Al: Jemand ist beigetreten", "hat sich krank gemeldet")
	messages[1].Kind = chat.System
	sc := last(plain(), messages)
	if len(sc.earlier) != 1 || sc.earlier[0].text.Raw != messages[0].Text {
		t.Errorf("%d earlier messages", len(sc.earlier))
	}
}

func TestThreadLength(t *testing.T) {
	var lines []string
	for range reach + 5 {
		lines = append(lines, "ja")
	}
	messages := talk(lines...)
	s := meet(plain(), messages)
	for i, m := range messages {
		s.Observe(m)
		if got, want := len(s.thread()), min(i, reach); got > want {
			t.Errorf("%d messages before message %d, want at most %d", got, i, want)
		}
	}
}

// The model hears the answer to a message, but no notice and nothing said hours
// later.
func TestHeard(t *testing.T) {
	for _, test := range []struct {
		name  string
		next  func(*chat.Message)
		heard bool
	}{
		{"an answer", func(*chat.Message) {}, true},
		{"a notice", func(m *chat.Message) { m.Kind = chat.System }, false},
		{"a deleted message", func(m *chat.Message) { m.Kind = chat.Deleted }, false},
		{"the next day", func(m *chat.Message) { m.Time = m.Time.Add(ThreadSpan) }, false},
	} {
		messages := talk("Al: bin morgen nicht da", "Jo: gute Besserung")
		test.next(messages[1])
		s := meet(plain(), messages)
		s.Check(messages[0], messages[1])
		if l := s.scene().heard(); (l != nil) != test.heard || l != nil && l.text.Raw != messages[1].Text {
			t.Errorf("%s: heard %v", test.name, l)
		}
		if s.Check(messages[1], nil); s.scene().heard() != nil || len(s.thread()) == 0 && messages[0].Kind == chat.Text {
			t.Errorf("%s: a message behind the last, or none before it", test.name)
		}
	}
}

// A message that was announced and does not come leaves no trace.
func TestAnnounced(t *testing.T) {
	messages := talk(workday...)
	want := checkAll(meet(full(), messages), messages)
	s := meet(full(), messages)
	for i, m := range messages {
		other := *m
		other.Text = "Frau Lindner hat Krebs, 0171 2345678"
		s.Check(&other, &other)
		s.Restart()
		for _, b := range messages[:i] {
			s.Check(b, &other)
		}
		if got := kept(s.Check(m, after(messages, i))); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("message %d: %+v, want %+v", i, got, want[i])
		}
	}
}

// A session that starts over finds what a new one finds.
func TestRestart(t *testing.T) {
	messages := talk(workday...)
	want := checkAll(meet(full(), messages), messages)
	s := meet(full(), messages)
	for range 3 {
		if got := checkAll(s, messages); !reflect.DeepEqual(got, want) {
			t.Fatal("another round finds something else")
		}
		s.Restart()
	}
	s.Check(messages[0], nil)
	s.Restart()
	if got, want := fmt.Sprint(s.Check(messages[1], nil)), fmt.Sprint(meet(full(), messages).Check(messages[1], nil)); got != want {
		t.Errorf("the thread outlived Restart: %s, want %s", got, want)
	}
}

// Observing is checking without a result.
func TestObserve(t *testing.T) {
	messages := talk(workday...)
	want := checkAll(meet(full(), messages), messages)
	for i := range messages {
		s := meet(full(), messages)
		for _, m := range messages[:i] {
			s.Observe(m)
		}
		if got := kept(s.Check(messages[i], after(messages, i))); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("message %d: found %+v after observing, %+v after checking", i, got, want[i])
		}
	}
}

// The last Window messages are all that matters, also where a code in one of
// them is one only by the question before it, with notices of the app between.
func TestWindow(t *testing.T) {
	e := load(t, Options{RulesOnly: true, Own: own(map[string]string{
		"credential/own.yaml": `title: {de: a, en: b}
why: {de: a, en: b}
advice: {de: a, en: b}
detail: code
confidence: 0.5
facts: true
when: {before: {entity: [CREDENTIAL]}}
tests: {flag: [a], ok: [b]}
`})})
	for notices := range reach {
		messages := talk("was ist der Code vom Tor?")
		for range notices {
			messages = append(messages, &chat.Message{Time: monday, Kind: chat.System, Text: "Al ist beigetreten"})
		}
		messages = append(messages, talk("4711")...)
		for range reach + 2 {
			messages = append(messages, talk("ja")...)
		}
		sameInBlocks(t, e, messages)
	}
}

// sameInBlocks checks the chat from each message on, having observed the Window
// messages before, and wants what one session finds over the whole chat.
func sameInBlocks(t *testing.T, e *Engine, messages []*chat.Message) {
	t.Helper()
	want := checkAll(meet(e, messages), messages)
	s := meet(e, messages)
	for i, m := range messages {
		s.Restart()
		for _, o := range messages[max(0, i-Window):i] {
			s.Observe(o)
		}
		if got := kept(s.Check(m, after(messages, i))); !reflect.DeepEqual(got, want[i]) {
			t.Fatalf("message %d of %d: a block finds %d findings and %d entities, the whole chat %d and %d",
				i, len(messages), len(got.Findings), len(got.Entities), len(want[i].Findings), len(want[i].Entities))
		}
	}
}

func TestBlocks(t *testing.T) { sameInBlocks(t, full(), talk(workday...)) }

// sound checks what every result promises.
func sound(t *testing.T, m *chat.Message, r Result) {
	t.Helper()
	inside := func(what string, start, end int) {
		t.Helper()
		switch {
		case start < 0 || end > len(m.Text) || start > end:
			t.Fatalf("%s at %d–%d of %d bytes", what, start, end, len(m.Text))
		case utf8.ValidString(m.Text) && (start < len(m.Text) && !utf8.RuneStart(m.Text[start]) || end < len(m.Text) && !utf8.RuneStart(m.Text[end])):
			t.Fatalf("%s at %d–%d cuts a letter", what, start, end)
		}
	}
	for i, e := range r.Entities {
		inside(string(e.Type), e.Start, e.End)
		if e.Start == e.End || i > 0 && e.Start < r.Entities[i-1].End {
			t.Fatalf("entity %d at %d–%d is empty, or over the one before", i, e.Start, e.End)
		}
	}
	if !slices.IsSortedFunc(r.Findings, inReportOrder) {
		t.Fatal("the findings are not sorted")
	}
	for i, f := range r.Findings {
		if i > 0 && f.Category == r.Findings[i-1].Category {
			t.Fatalf("two findings of %s", f.Category)
		}
		if f.Severity < Low || f.Severity > Critical || f.Confidence <= 0 || f.Confidence > 1 || f.About > Addressee {
			t.Fatalf("%s: severity %s, confidence %g, about %s", f.Rule, f.Severity, f.Confidence, f.About)
		}
		if _, ok := full().Rule(f.Rule); !ok || len(f.Evidence) == 0 {
			t.Fatalf("rule %q with %d reasons", f.Rule, len(f.Evidence))
		}
		for k, s := range f.Spans {
			inside(f.Rule, s.Start, s.End)
			if s.Start == s.End || k > 0 && s.Start < f.Spans[k-1].Start {
				t.Fatalf("%s: span %d at %d–%d is empty or out of order", f.Rule, k, s.Start, s.End)
			}
		}
		for _, ev := range f.Evidence {
			inside(ev.Key, ev.Span.Start, ev.Span.End)
		}
	}
}

// FuzzSession feeds odd texts as two messages of a chat.
func FuzzSession(f *testing.F) {
	for i := range len(workday) - 1 {
		f.Add(workday[i], workday[i+1])
	}
	f.Add("", "\n")
	f.Add("was ist der Code?", "\xff4711\x80#\u200e")
	f.Add("Frau Ä\u0308ß \u202eMeier🤒", "e\u0301 ẞ İ ist krank.\r\n0171 2345678")
	f.Add("Tor\u00adcode?", "4️⃣7️⃣1️⃣1️⃣ Frau Mu\u0308ller, ０１７１\u202f234\u200b5678")
	f.Fuzz(func(t *testing.T, before, text string) {
		messages := talk("Al Berg: x", "Jo Sommer: y")
		messages[0].Text, messages[1].Text = before, text
		s := meet(full(), messages)
		first := checkAll(s, messages)
		for i, r := range first {
			sound(t, messages[i], r)
		}
		s.Restart()
		if again := checkAll(s, messages); !reflect.DeepEqual(again, first) {
			t.Fatal("a session that starts over finds something else")
		}
		if again := checkAll(meet(full(), messages), messages); !reflect.DeepEqual(again, first) {
			t.Fatal("a second session finds something else")
		}
	})
}
