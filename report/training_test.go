package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

func TestLessonFor(t *testing.T) {
	for want, h := range map[string]hit{
		"health.other":           {rules.Health, "health/illness", rules.Named},
		"health.own":             {rules.Health, "health/illness", rules.Sender},
		"health.wish":            {rules.Health, "health/wish", rules.Addressee},
		"hr-assessment.negative": {rules.HRAssessment, "hr-assessment/learned", rules.Thread},
		"contact.card":           {rules.Contact, "contact/card", rules.Nobody},
		"criminal.offence":       {rules.Criminal, "criminal/of-ones-own", rules.Named},
	} {
		if got := lessonFor(h).key; got != want {
			t.Errorf("%v: got %s, want %s", h, got, want)
		}
	}
}

// Every lesson has its texts, every text its lesson, and lessons name rules that
// exist.
func TestLessonsAreWhole(t *testing.T) {
	engine, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	texts := lessonTexts.For(locale.German)
	var keys []string
	for _, c := range rules.Categories {
		if len(lessons[c]) == 0 {
			t.Errorf("%s has no lesson", c)
		}
		keys = append(keys, string(c)+".rule")
		for _, l := range lessons[c] {
			keys = append(keys, l.key+".not", l.key+".better")
			for _, id := range l.rules {
				if _, ok := engine.Rule(id); !ok {
					t.Errorf("%s: there is no rule %s", l.key, id)
				}
			}
		}
	}
	for _, key := range keys {
		if !texts.Has(key) {
			t.Errorf("%s has no text", key)
		}
	}
	for _, key := range texts.Keys() {
		if category, _, _ := strings.Cut(key, "."); slices.Contains(rules.Categories, rules.Category(category)) && !slices.Contains(keys, key) {
			t.Errorf("%s is a text of no lesson", key)
		}
	}
}

func TestByWeight(t *testing.T) {
	got := byWeight(lint.Summary{
		rules.Health:     {rules.Low: 3},
		rules.Customer:   {rules.Medium: 2},
		rules.Credential: {rules.Critical: 1},
		rules.Partner:    {},
	})
	if want := []rules.Category{rules.Credential, rules.Customer, rules.Health}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The sheet shows nothing of the chat, whatever the options say.
func TestTrainingHoldsNothingOfTheChat(t *testing.T) {
	for _, name := range []string{"training", "training-pdf"} {
		f, _ := Lookup(name)
		inputs, findings, res := sample()
		got := readable(t, f, write(t, f, Options{Lang: locale.German, Reveal: true}, inputs, findings, res))
		for _, s := range append([]string{"exports", "Baustelle"}, secrets...) {
			if strings.Contains(strings.ToLower(got), strings.ToLower(s)) {
				t.Errorf("%s: %q is readable", name, s)
			}
		}
		if !strings.Contains(got, "fällt bis auf Weiteres aus") {
			t.Errorf("%s: no lesson about illness", name)
		}
	}
}

// One to two pages are what people read.
func TestTrainingFitsTwoPages(t *testing.T) {
	summary := lint.Summary{}
	var findings []*lint.Finding
	for _, c := range rules.Categories {
		for i, l := range lessons[c] {
			id := string(c) + "/learned"
			if len(l.rules) > 0 {
				id = l.rules[0]
			}
			f := finding(0, i, "A", "x", id, c, rules.Critical, "x")
			if len(l.about) > 0 {
				f.About = l.about[0]
			}
			findings = append(findings, f)
			summary.Add(c, f.Severity)
		}
	}
	f, _ := Lookup("training-pdf")
	for _, lang := range locale.Langs {
		got := readable(t, f, write(t, f, Options{Lang: lang}, hostileInputs, findings, &lint.Result{Summary: summary}))
		if n := strings.Count(got, lessonTexts.For(lang).T("title")); n > 1+2 { // the title, and a footer a page
			t.Errorf("%s: %d pages", lang, n-1)
		}
	}
}

func TestTrainingWithoutFindings(t *testing.T) {
	f, _ := Lookup("training")
	got := write(t, f, Options{Lang: locale.English}, nil, nil, &lint.Result{Verdict: lint.Clean, Coverage: lint.Coverage{Messages: 12}})
	if strings.Count(got, "<li>") != goldenRules || !strings.Contains(got, "Nothing was found") {
		t.Errorf("no rules for a clean group:\n%s", got)
	}
}
