package explain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

var engine = sync.OnceValue(func() *rules.Engine {
	e, err := rules.Load(rules.Options{})
	if err != nil {
		panic(err)
	}
	return e
})

func TestTexts(t *testing.T) {
	if err := catalogue.Check(); err != nil {
		t.Error(err)
	}
}

// classes collects the word lists that a condition asks for.
func classes(c *rules.Condition, into map[string]bool) {
	for _, name := range c.Term {
		into[name] = true
	}
	nested := slices.Concat(c.All, c.Any, c.None)
	if c.Near != nil {
		nested = append(nested, c.Near.Of...)
	}
	for _, p := range []*rules.Condition{c.Anywhere, c.Before} {
		if p != nil {
			nested = append(nested, *p)
		}
	}
	for i := range nested {
		classes(&nested[i], into)
	}
}

// TestEverythingHasWords: what a built-in rule can give as its reason has words
// in the catalogue.
func TestEverythingHasWords(t *testing.T) {
	texts := catalogue.For(locale.German)
	used := map[string]bool{}
	for _, r := range engine().Rules() {
		classes(&r.When, used)
		if !r.Learned && !texts.Has("detail."+string(r.Category)+"/"+r.Detail) {
			t.Errorf("%s: no words for the detail %s", r.ID, r.Detail)
		}
	}
	if len(used) < 20 {
		t.Fatalf("found %d word lists in the rules", len(used))
	}
	for name := range used {
		if !texts.Has("sense." + name) {
			t.Errorf("no words for the list %s", name)
		}
	}
}

func explained(t *testing.T, text string, opt Options) *Explanation {
	t.Helper()
	opt.Rules = engine()
	return New(lint.ExplainText(text, engine(), lint.Options{}), opt)
}

func TestExplanation(t *testing.T) {
	x := explained(t, "👍 Kevin ist krank", Options{Lang: locale.German})
	if len(x.Findings) != 1 || x.Masked {
		t.Fatalf("got %+v", x)
	}
	f := x.Findings[0]
	if f.Rule != "health/illness" || f.Severity != rules.High || f.Subject != "Gesundheit" {
		t.Errorf("got %+v", f)
	}
	want := Words{Start: 8, End: 17, Text: "ist krank", Key: "term:health/illness", Sense: "jemand ist krank"}
	if len(f.Words) != 1 || f.Words[0] != want && f.Words[0].Text != "krank" {
		t.Errorf("words %+v, want %+v", f.Words, want)
	}
	for _, part := range []struct{ got, want string }{
		{f.Person, "„Kevin“, jemand aus dem Betrieb"}, {f.Decided, "Die Regel health/illness trifft zu, und das gelernte Modell"},
		{f.Level, "„hoch“ vor (Krankheit ohne Einzelheiten; betroffen: eine genannte Person)"}, {f.Advice, "Für alle löschen"},
		{strings.Join(f.Legal, ", "), "Art. 9 Abs. 1 DSGVO"},
	} {
		if !strings.Contains(part.got, part.want) {
			t.Errorf("got %q, want %q in it", part.got, part.want)
		}
	}
	if len(x.Entities) != 1 || x.Entities[0].Sense != "Name" || x.Entities[0].Start != 2 {
		t.Errorf("entities %+v", x.Entities)
	}
}

// TestSchema checks the explanations of a whole chat against the documented form.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/explain.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	chats, err := chat.Open("../../testdata/exports/heizung-android.txt", chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mask := report.NewMask(locale.German, lint.Inputs(chats))
	for i := range chats[0].MessageCount {
		in, err := lint.Explain(chats[0], engine(), lint.Options{}, func(m *chat.Message) bool { return m.Index == i })
		if err != nil || in == nil {
			t.Fatalf("message %d: %v, %v", i, in, err)
		}
		raw, err := json.Marshal(New(in, Options{Lang: locale.German, Rules: engine(), Mask: mask}))
		if err != nil {
			t.Fatal(err)
		}
		object, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(object); err != nil {
			t.Errorf("message %d: %v\n%s", i, err, raw)
		}
	}
}

// An explanation for other eyes holds no personal data, in any field.
func TestMasked(t *testing.T) {
	const text = "Kevin Zwirbelmann ist krank, seine Nummer ist 0171 2345678"
	for _, lang := range locale.Langs {
		x := explained(t, text, Options{Lang: lang, Mask: report.NewMask(lang, []lint.Input{{}})})
		raw, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"Kevin", "Zwirbelmann", "2345678"} {
			if strings.Contains(string(raw), secret) {
				t.Errorf("%s: %s in %s", lang, secret, raw)
			}
		}
		if len(x.Findings) < 2 || !x.Masked {
			t.Errorf("%s: got %+v", lang, x.Findings)
		}
		runes := []rune(x.Message.Text)
		for _, f := range x.Findings {
			for _, w := range f.Words {
				if string(runes[w.Start:w.End]) != w.Text {
					t.Errorf("%s: %q at %d to %d of %q", lang, w.Text, w.Start, w.End, x.Message.Text)
				}
			}
		}
	}
}

func TestPersonOfTheThread(t *testing.T) {
	const export = "11.03.24, 07:01 - Jana: Kommt Zwirbelmann heute?\n11.03.24, 07:02 - Sven: Der hat sich krank gemeldet\n"
	chats, err := chat.Read("chat.txt", chat.Bytes([]byte(export)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plain, err := rules.Load(rules.Options{RulesOnly: true}) // whom it is about does not hang on the model
	if err != nil {
		t.Fatal(err)
	}
	in, err := lint.Explain(chats[0], plain, lint.Options{}, func(m *chat.Message) bool { return m.Index == 1 })
	if err != nil || in == nil {
		t.Fatalf("got %v, %v", in, err)
	}
	for _, test := range []struct {
		mask *report.Mask
		name string
	}{{nil, "“Zwirbelmann”"}, {report.NewMask(locale.English, lint.Inputs(chats)), "“Person 2”"}} {
		x := New(in, Options{Lang: locale.English, Rules: plain, Mask: test.mask})
		if len(x.Findings) == 0 || x.Findings[0].About != rules.Thread || !strings.Contains(x.Findings[0].Person, test.name) {
			t.Errorf("got %+v, want %s", x.Findings, test.name)
		}
	}
}

func TestWhyNot(t *testing.T) {
	x := explained(t, "Das Dach ist krank", Options{Lang: locale.English})
	if len(x.Findings) != 0 {
		t.Fatalf("got %+v", x.Findings)
	}
	raw, err := json.Marshal(x)
	if err != nil || !strings.Contains(string(raw), `"findings":[]`) {
		t.Errorf("got %s, %v", raw, err)
	}
	for _, c := range x.Considered {
		if c.Text == "" || c.Model > 0.5 {
			t.Errorf("got %+v", c)
		}
	}
}

// Explain says the same as a scan of the same chat.
func TestExplainAgreesWithScan(t *testing.T) {
	chats, err := chat.Open("../../testdata/exports/plumbing-android.txt", chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var scanned []lint.Checked
	_, err = lint.Each(t.Context(), chats, engine(), lint.Options{}, func(m *lint.Checked) error {
		scanned = append(scanned, *m)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range scanned {
		in, err := lint.Explain(chats[0], engine(), lint.Options{}, func(m *chat.Message) bool { return m.Index == i })
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(in.Findings) != fmt.Sprint(scanned[i].Findings) {
			t.Errorf("message %d: got %+v, want %+v", i, in.Findings, scanned[i].Findings)
		}
		for _, o := range in.Opinions {
			reported := slices.ContainsFunc(in.Findings, func(f lint.Finding) bool { return f.Category == o.Category })
			if !reported && o.Agrees && o.Rule != "" {
				t.Errorf("message %d: %+v is not reported", i, o)
			}
		}
	}
}
