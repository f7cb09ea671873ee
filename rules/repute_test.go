package rules

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
)

func TestHints(t *testing.T) {
	var edges HintEdges
	for c := range edges {
		edges[c] = [hintLevels - 1]float32{-4, -3, -2, -1, 0}
	}
	h := edges.Hints(&Scores{-5, -4, -3.5, -0.5, 1})
	if got, want := h[:5], []uint8{0, 0, 1, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("hints %v, want %v", got, want)
	}
}

func TestReputes(t *testing.T) {
	const customer = 3 // its column
	r := Reputes{}
	r.Add([]uint32{1, 2}, Hints{})
	r.Add([]uint32{1}, Hints{0: 1, customer: 4})
	r.Add([]uint32{1}, Hints{customer: 2})
	p := r[1]
	if p.messages != 3 || p.strongest[customer] != 4 || p.sums[customer] != 6 || p.leaning() != customer {
		t.Errorf("repute %+v", *p)
	}
	if r[2].messages != 1 || r[2].strongest != (Hints{}) {
		t.Errorf("repute of a bystander %+v", *r[2])
	}

	here := r.Features([]Bearer{{Name: 1}}, nil)
	if len(here) != columns+2 {
		t.Errorf("%d features of somebody who is named", len(here))
	}
	for _, other := range []Bearer{{Name: 1, Writes: true}, {Name: 1, Ago: 1}} {
		for _, f := range r.Features([]Bearer{other}, nil) {
			if slices.Contains(here, f) {
				t.Errorf("%+v looks like somebody who is named", other)
			}
		}
	}
	if got := r.Features([]Bearer{{Name: 3}}, nil); got != nil {
		t.Errorf("features of a stranger: %v", got)
	}
}

// A chat of any length keeps a bounded number of names, and those it has go on.
func TestReputesAreBounded(t *testing.T) {
	r := Reputes{}
	for n := range uint32(reputesKept + 100) {
		r.Add([]uint32{n}, Hints{})
	}
	r.Add([]uint32{0, reputesKept + 50}, Hints{})
	if len(r) != reputesKept || r[0].messages != 2 || r[reputesKept+50] != nil {
		t.Errorf("%d names, the first in %d messages", len(r), r[0].messages)
	}
}

func TestNameKey(t *testing.T) {
	for word, want := range map[string]bool{
		"wiesenkötter": true, "koch": true, "müller": true, "trzbrk": true,
		"gebrochen": false, "nämlich": false, "weil": false, "because": false, "xy": false,
	} {
		if got := nameKey(word) != 0; got != want {
			t.Errorf("%s may be a name: %t, want %t", word, got, want)
		}
	}
	for _, possessive := range []string{"wiesenkötters", "wiesenkötter's", "wiesenkötter’s"} {
		if nameKey(possessive) != nameKey("wiesenkötter") {
			t.Errorf("%s is another name", possessive)
		}
	}
	if nameKey("weiss") == nameKey("weis") {
		t.Error("Weiss is Weis")
	}
}

// Whose repute counts: whom the message names, or whom the messages before it do.
func TestBearers(t *testing.T) {
	e := load(t, Options{})
	for _, tt := range []struct {
		lines []string
		name  string
		want  Bearer
	}{
		{[]string{"Al: Herr Wiedmann kommt", "Jo: und Kevin?"}, "kevin", Bearer{}},
		{[]string{"Al: Herr Wiedmann kommt", "Jo: Wann denn?"}, "wiedmann", Bearer{Ago: 1}},
		{[]string{"Al: Herr Wiedmann kommt", "Jo: Wann denn?", "Al: um acht", "Jo: gut", "Al: bring Kuchen"}, "wiedmann", Bearer{Ago: bearerAgo}},
		{[]string{"Kevin: moin", "Jo: Kevin kommt später"}, "kevin", Bearer{Writes: true}},
		{[]string{"Kevin: moin", "Jo: Kevin! Wo ist Kevin?"}, "kevin", Bearer{Writes: true}},
	} {
		messages := talk(tt.lines...)
		s := meet(e, messages)
		for _, m := range messages[:len(messages)-1] {
			s.Observe(m)
		}
		s.remember(messages[len(messages)-1])
		got, want := s.bearers(s.scene()), tt.want
		want.Name = nameHash(tt.name)
		if !slices.Equal(got, []Bearer{want}) {
			t.Errorf("%q: %+v, want %+v", tt.lines, got, want)
		}
	}
	s := e.NewSession(nil)
	long := talk("Al: Herr Wiedmann kommt", "Jo: Wann denn?")
	long[1].Time = long[1].Time.Add(ThreadSpan)
	for _, m := range long {
		s.Observe(m)
	}
	if got := s.bearers(s.scene()); len(got) != 0 {
		t.Errorf("nobody is named, but %+v", got)
	}
}

// A finding of the model says so where the chat mentions the name in the same sense.
func TestReputeIsEvidence(t *testing.T) {
	const health, customer = 0, 3 // columns
	e := full()
	messages := talk("Al: morgen zu Wiedmann, der rührt sich nicht")
	r := e.Meet([]string{"Al"}, slices.Values(messages))
	told := func(c int) (words []string) {
		s := e.NewSession(r)
		s.Check(messages[0], nil)
		f, _ := s.learned(s.scene(), c)
		for _, ev := range f.Evidence {
			if ev.Key == "repute" {
				words = append(words, messages[0].Text[ev.Span.Start:ev.Span.End])
			}
		}
		return words
	}
	r.reputes = Reputes{}
	r.Note([]Sighting{{[]uint32{nameHash("wiedmann")}, Hints{customer: 5}}})
	if got := told(customer); got != nil {
		t.Errorf("a name that is mentioned once is evidence: %q", got)
	}
	r.Note([]Sighting{{[]uint32{nameHash("wiedmann")}, Hints{customer: 1}}})
	if got := told(customer); !slices.Equal(got, []string{"Wiedmann"}) {
		t.Errorf("evidence for a customer: %q", got)
	}
	if got := told(health); got != nil {
		t.Errorf("evidence for an illness: %q", got)
	}
}

// What a scan takes from a glance is what training takes from it, however often it
// has met the words.
func TestGlanceIsStudied(t *testing.T) {
	e := load(t, Options{})
	messages := talk("Al: Wiedmanns Tor ist fertig, er zahlt 4.000 in Raten", "Jo: der Krisztián hat Fieber und blei\u00adbt daheim", "Al: gut",
		"Al: "+strings.Repeat("Qorvid lernt wieder eine Menge Wörter auswendig. ", 12), "Al: "+strings.Repeat("Wiedmann ist krank. ", pieceSize/20+1))
	for range 3 {
		got := e.Meet(nil, slices.Values(messages)).reputes
		want := Reputes{}
		s := e.NewSession(nil)
		for _, m := range messages {
			lesson := s.Study(m, nil)
			if len(lesson.Names) == 0 {
				continue
			}
			var im impression
			e.model.impress(lesson.Glance, &im)
			var scores Scores
			finish(im.sums[:columns], im.features, e.model.flagScale[:], e.model.flagBias[:], scores[:])
			want.Add(lesson.Names, e.model.hintEdges.Hints(&scores))
		}
		if !reflect.DeepEqual(got, want) || len(got) < 3 {
			t.Fatalf("reputes %v, want %v", got, want)
		}
	}
}

// A chat is met as a whole: what comes last counts for what comes first.
func TestMeetReadsToTheEnd(t *testing.T) {
	e := load(t, Options{})
	messages := talk("Al: was ist mit Wiedmann?", "Jo: nix neues", "Al: Wiedmann zahlt die Rechnung nicht")
	r := e.Meet(nil, slices.Values(messages))
	if p := r.reputes[nameHash("wiedmann")]; p == nil || p.messages != 2 {
		t.Errorf("repute %+v, want one of two messages", p)
	}
	notice := *messages[2]
	notice.Kind = chat.System
	if r := e.Meet(nil, slices.Values([]*chat.Message{&notice})); len(r.reputes) != 0 {
		t.Error("a notice makes a repute")
	}
}

// What the model reports of a bare name says whose name it is, unless the words do.
func TestCategoryTellsTheRole(t *testing.T) {
	const customer, partner = 3, 4 // columns
	for _, tt := range []struct {
		line   string
		column int
		want   string
	}{
		{"Al: morgen zu Wiedmann, der rührt sich nicht", customer, "about:named/customer"},
		{"Al: morgen zu Wiedmann, der rührt sich nicht", partner, "about:named/partner"},
		{"Al: unser Azubi Wiedmann rührt sich nicht", customer, "about:named/staff"},
	} {
		e, messages := full(), talk(tt.line)
		s := e.NewSession(e.Meet([]string{"Al"}, slices.Values(messages)))
		s.Check(messages[0], nil)
		f, _ := s.learned(s.scene(), tt.column)
		if got := f.Evidence[len(f.Evidence)-1].Key; got != tt.want {
			t.Errorf("%q, column %d: %s, want %s", tt.line, tt.column, got, tt.want)
		}
	}
}
