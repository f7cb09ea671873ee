package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// scripted predicts what a test wrote down for the texts of messages.
type scripted map[string]Prediction

func (s scripted) Predict(messages []chat.Message) ([]Prediction, error) {
	out := make([]Prediction, len(messages))
	for i, m := range messages {
		out[i] = s[m.Text]
	}
	return out, nil
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Predict([]chat.Message) ([]Prediction, error) { return nil, errBroken }

type short struct{}

func (short) Predict([]chat.Message) ([]Prediction, error) { return nil, nil }

func labelled(id string, part Part, texts []string, gold []Gold) *Chat {
	c := &Chat{ID: id, File: "x.jsonl", Part: part, Language: "de", Gold: gold}
	for i, text := range texts {
		c.Messages = append(c.Messages, chat.Message{Index: i, Line: i + 1, Sender: "Jo", Text: text})
	}
	return c
}

func finding(c rules.Category, s rules.Severity) rules.Finding {
	return rules.Finding{Rule: string(c) + "/x", Category: c, Severity: s}
}

// sample holds six messages and a system that gets some of them right:
//
//	a  health high, customer low | health high           right; customer missed
//	b  health high               | health low            found, two levels off
//	c  contact low               | contact medium        found, one level off
//	d  no label                  | special high          false alarm at medium
//	e  no label                  | customer low          false alarm at low
//	f  no label                  | nothing
func sample() ([]*Chat, scripted) {
	gold := []Gold{
		{Labels: []Label{{rules.Health, rules.High}, {rules.Customer, rules.Low}}},
		{Labels: []Label{{rules.Health, rules.High}}},
		{Labels: []Label{{rules.Contact, rules.Low}}},
		{}, {}, {},
	}
	chats := []*Chat{
		labelled("one", Train, []string{"a", "b", "c"}, gold[:3]),
		labelled("two", Test, []string{"d", "e", "f"}, gold[3:]),
	}
	return chats, scripted{
		"a": {Findings: []rules.Finding{finding(rules.Health, rules.High)}},
		"b": {Findings: []rules.Finding{finding(rules.Health, rules.Low)}},
		"c": {Findings: []rules.Finding{finding(rules.Contact, rules.Medium)}},
		"d": {Findings: []rules.Finding{finding(rules.Special, rules.High)}},
		"e": {Findings: []rules.Finding{finding(rules.Customer, rules.Low)}},
	}
}

func run(t *testing.T, chats []*Chat, p Predictor, opt Options) *Report {
	t.Helper()
	r, err := Run(chats, p, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func figure(t *testing.T, s Slice, name string) float64 {
	t.Helper()
	for _, f := range s.Figures {
		if f.Name == name {
			return f.Value
		}
	}
	t.Fatalf("no figure %q", name)
	return 0
}

func TestFigures(t *testing.T) {
	chats, system := sample()
	all := run(t, chats, system, Options{Part: All}).Slices[0]
	if all.Chats != 2 || all.Messages != 6 || all.Labels != 4 {
		t.Errorf("chats, messages, labels = %d, %d, %d, want 2, 6, 4", all.Chats, all.Messages, all.Labels)
	}
	for name, want := range map[string]float64{
		"finding_precision":     3.0 / 5, // a, b, c of a, b, c, d, e
		"finding_recall":        3.0 / 4, // the customer of a is missed
		"finding_f1":            2 * 0.6 * 0.75 / 1.35,
		"flag_low_precision":    3.0 / 5,
		"flag_low_recall":       1,
		"flag_low_f1":           0.75,
		"flag_medium_precision": 1.0 / 3, // a of a, c, d
		"flag_medium_recall":    1.0 / 2, // a of a, b
		"flag_medium_f1":        0.4,
		"severity_exact":        1.0 / 3,
		"severity_within_one":   2.0 / 3,
		"false_alarms":          1000 * 2.0 / 3,
		"false_alarms_medium":   1000 * 1.0 / 3,
	} {
		if got := figure(t, all, name); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s = %.4f, want %.4f", name, got, want)
		}
	}
	for _, c := range all.Categories {
		want := map[rules.Category]Counts{
			rules.Health:   {2, 2, 2, 2},
			rules.Customer: {1, 0, 1, 0},
			rules.Contact:  {1, 1, 1, 1},
			rules.Special:  {1, 0, 0, 0},
		}[c.Category]
		if c.Counts != want {
			t.Errorf("%s = %+v, want %+v", c.Category, c.Counts, want)
		}
	}
}

func TestFiguresOfSelection(t *testing.T) {
	chats, system := sample()
	r := run(t, chats, system, Options{Part: Train})
	if got := figure(t, r.Slices[0], "finding_precision"); got != 1 {
		t.Errorf("precision on train = %v, want 1", got)
	}
	r = run(t, chats, system, Options{Part: All, Categories: []rules.Category{rules.Customer}})
	s := r.Slices[0]
	if s.Labels != 1 || figure(t, s, "finding_recall") != 0 {
		t.Errorf("customer alone: %d labels, recall %v, want 1 and 0", s.Labels, figure(t, s, "finding_recall"))
	}
	// Only e is flagged; a message with a label of another category is not clean.
	if got := figure(t, s, "false_alarms"); math.Abs(got-1000.0/3) > 1e-9 {
		t.Errorf("false alarms of customer = %v, want 333.3", got)
	}
}

func TestSlices(t *testing.T) {
	texts := []string{"1", "2", "3", "4", "5"}
	long := labelled("long", Train, texts, make([]Gold, 5))
	mini := labelled("mini", Train, texts[:1], make([]Gold, 1))
	mini.Language = "en"
	var names []string
	for _, s := range run(t, []*Chat{long, mini}, scripted{}, Options{Part: All}).Slices {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "all de en long mini" {
		t.Errorf("slices = %s", got)
	}
	r := run(t, []*Chat{mini}, scripted{}, Options{Part: All})
	if len(r.Slices) != 3 { // all, en, mini
		t.Errorf("%d slices for one English mini chat, want 3", len(r.Slices))
	}
	if r := run(t, []*Chat{mini}, scripted{}, Options{Part: Test}); len(r.Slices) != 0 {
		t.Errorf("%d slices without chats, want none", len(r.Slices))
	}
}

func TestSpans(t *testing.T) {
	// "Stefan Brandl 0151": the name is found in two pieces, the number with one
	// character too few, a town is no span of the guideline, a card is invented.
	gold := []Gold{{Spans: []Span{
		{detector.Person, 0, 13}, {detector.Phone, 14, 18}, {detector.Person, -1, -1},
	}}}
	system := scripted{"Stefan Brandl 0151": {Entities: []detector.Entity{
		{Type: detector.Person, Start: 0, End: 6}, {Type: detector.Person, Start: 7, End: 13},
		{Type: detector.Phone, Start: 14, End: 17}, {Type: detector.Location, Start: 0, End: 6},
		{Type: detector.Card, Start: 0, End: 1},
	}}}
	s := run(t, []*Chat{labelled("one", Train, []string{"Stefan Brandl 0151"}, gold)}, system, Options{Part: All}).Slices[0]
	for _, score := range s.Spans {
		exact := map[detector.Type]Counts{detector.Person: {2, 0, 2, 0}, detector.Phone: {1, 0, 1, 0}, detector.Card: {1, 0, 0, 0}}
		overlap := map[detector.Type]Counts{detector.Person: {2, 2, 2, 1}, detector.Phone: {1, 1, 1, 1}, detector.Card: {1, 0, 0, 0}}
		if got, want := score.Exact.Counts, exact[score.Type]; got != want {
			t.Errorf("%s exact = %+v, want %+v", score.Type, got, want)
		}
		if got, want := score.Overlap.Counts, overlap[score.Type]; got != want {
			t.Errorf("%s overlap = %+v, want %+v", score.Type, got, want)
		}
	}
	// 3 of 4 predicted spans touch one, 2 of 3 marked spans are touched.
	if got, want := figure(t, s, "span_overlap_f1"), 2*0.75*(2.0/3)/(0.75+2.0/3); math.Abs(got-want) > 1e-9 {
		t.Errorf("overlap F1 = %v, want %v", got, want)
	}
}

func TestMistakes(t *testing.T) {
	chats, system := sample()
	r := run(t, chats, system, Options{Part: All, Mistakes: true})
	var out bytes.Buffer
	if err := WriteMistakes(&out, r); err != nil {
		t.Fatal(err)
	}
	const want = `x.jsonl:1: miss: customer, want low, got none
    > Jo: a
      # health/x: health high, about none, confidence 0.00
x.jsonl:2: severity: health, want high, got low
      Jo: a
    > Jo: b
      # health/x: health low, about none, confidence 0.00
x.jsonl:3: severity: contact, want low, got medium
      Jo: a
      Jo: b
    > Jo: c
      # contact/x: contact medium, about none, confidence 0.00
2 mistakes in chats of the test part are not listed: its texts are not to be read.
`
	if out.String() != want {
		t.Errorf("mistakes:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestBootstrap(t *testing.T) {
	// Half the chats are all right and half are all wrong: precision 0.5, and
	// with 40 chats a standard error of 0.079, so about [0.345, 0.655].
	var chats []*Chat
	for i := range 40 {
		label := Gold{}
		if i%2 == 0 {
			label.Labels = []Label{{rules.Health, rules.High}}
		}
		chats = append(chats, labelled(string(rune('A'+i)), Train, []string{"x"}, []Gold{label}))
	}
	system := scripted{"x": {Findings: []rules.Finding{finding(rules.Health, rules.High)}}}
	opt := Options{Part: All, Resamples: 2000}
	first := run(t, chats, system, opt).Slices[0].Figures[0]
	if first.Value != 0.5 || math.Abs(first.Interval[0]-0.345) > 0.03 || math.Abs(first.Interval[1]-0.655) > 0.03 {
		t.Errorf("precision = %v %v, want 0.5 within about [0.345, 0.655]", first.Value, first.Interval)
	}
	if again := run(t, chats, system, opt).Slices[0].Figures[0]; again != first {
		t.Errorf("a second run gives %v, not %v", again, first)
	}
}

func TestRunRejects(t *testing.T) {
	chats, _ := sample()
	if _, err := Run(chats, broken{}, Options{Part: All}); !errors.Is(err, errBroken) {
		t.Errorf("error = %v, want the predictor's", err)
	}
	if _, err := Run(chats, short{}, Options{Part: All}); err == nil {
		t.Error("too few predictions are accepted")
	}
}

func TestWriteTable(t *testing.T) {
	chats, system := sample()
	var out bytes.Buffer
	if err := WriteTable(&out, run(t, chats, system, Options{Part: All, Resamples: 100})); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"part all", "finding F1", "0.667 [", "health", "PERSON", "–",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
	for line := range strings.Lines(out.String()) {
		if strings.HasSuffix(line, " \n") {
			t.Errorf("line ends in a blank: %q", line)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	chats, system := sample()
	report := run(t, chats, system, Options{Part: All, Mistakes: true})
	var out bytes.Buffer
	if err := WriteJSON(&out, report); err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(out.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if got, want := figure(t, back.Slices[0], "finding_recall"), 0.75; got != want {
		t.Errorf("finding_recall after a round trip = %v, want %v", got, want)
	}
	if len(back.Mistakes) != len(report.Mistakes) || back.Withheld != 2 {
		t.Errorf("%d mistakes and %d withheld after a round trip", len(back.Mistakes), back.Withheld)
	}
	if strings.Contains(out.String(), `"Jo: d"`) {
		t.Error("the text of a test message is in the report")
	}
}

func TestSaid(t *testing.T) {
	for want, m := range map[string]chat.Message{
		"Jo: moin":                {Sender: "Jo", Text: "moin"},
		"(system) Jo ist weg":     {Kind: chat.System, Text: "Jo ist weg"},
		"Jo: (media)":             {Sender: "Jo", Kind: chat.Media},
		"Jo: (contact) Kai.vcf":   {Sender: "Jo", Kind: chat.Contact, Attachment: "Kai.vcf"},
		"Jo: (media) a.jpg schau": {Sender: "Jo", Kind: chat.Media, Attachment: "a.jpg", Text: "schau"},
	} {
		if got := said(m); got != want {
			t.Errorf("said = %q, want %q", got, want)
		}
	}
}
