package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// goodRule is a rule of one's own that loads.
const goodRule = `title: {de: a, en: b}
why: {de: a, en: b}
advice: {de: a, en: b}
detail: illness
confidence: 0.5
when: {pattern: zwirbel}
tests:
  flag: [Kevin zwirbelt]
  ok: [Kevin kommt]
`

// own is a folder of rules and word lists.
func own(files map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// edited is the good rule with one piece of text replaced.
func edited(t *testing.T, from, to string) string {
	t.Helper()
	if !strings.Contains(goodRule, from) {
		t.Fatalf("the rule has no %q", from)
	}
	return strings.Replace(goodRule, from, to, 1)
}

// blank is a copy of the built-in engine that may be added to.
func blank() *Engine {
	e := *plain()
	e.rules = slices.Clone(e.rules)
	return &e
}

func TestLoadErrors(t *testing.T) {
	const file = "health/own.yaml"
	tests := []struct {
		name, file, data string
		code             ReasonCode
		text             string // in the error
	}{
		{"an unknown key", file, edited(t, "detail:", "detial:"), UnknownKey, "detial"},
		{"an unknown key inside", file, edited(t, "{pattern: zwirbel}", "{patern: zwirbel}"), UnknownKey, "patern"},
		{"no YAML", file, "title: [", NoYAML, "title"},
		{"a key twice", file, goodRule + "detail: wish\n", DuplicateKey, "detail"},
		{"a wrong type", file, edited(t, "0.5", "often"), WrongType, "often"},
		{"an unknown severity", file, goodRule + "severity: {named: huge}\n", BadSeverity, `"huge", use one of none, low`},
		{"an unknown reference", file, goodRule + "severity: {nobody: low}\n", BadReference, `"nobody", use one of none, named`},
		{"an example of nothing", file, edited(t, "[Kevin zwirbelt]", "[{severity: high}]"), BadExample, ""},
		{"an example of both", file, edited(t, "[Kevin zwirbelt]", "[{text: a, chat: [{text: b}]}]"), BadExample, ""},
		{"an empty file", file, "", NoYAML, ""},
		{"a list with an odd tag", file, edited(t, "[Kevin zwirbelt]", "!x"), NoYAML, ""},
		{"a wrong folder", "illness/own.yaml", goodRule, NoCategory, `"illness", use one of health, hr-assessment`},
		{"no title", file, edited(t, "title: {de: a, en: b}", "title: {de: a}"), NoTitle, ""},
		{"no why", file, edited(t, "why: {de: a, en: b}\n", ""), NoWhyOrAdvice, ""},
		{"no advice", file, edited(t, "advice: {de: a, en: b}", "advice: {en: b}"), NoWhyOrAdvice, ""},
		{"no confidence", file, edited(t, "confidence: 0.5\n", ""), BadConfidence, ""},
		{"too much confidence", file, edited(t, "0.5", "1.5"), BadConfidence, ""},
		{"an unknown detail", file, edited(t, "illness", "sniffles"), UnknownDetail, `"sniffles", use one of diagnosis`},
		{"no flag example", file, edited(t, "flag: [Kevin zwirbelt]", "flag: []"), NoExamples, ""},
		{"no ok example", file, edited(t, "ok: [Kevin kommt]", "ok: []"), NoExamples, ""},
		{"no condition", file, edited(t, "when: {pattern: zwirbel}\n", ""), EmptyCondition, "when: "},
		{"an empty exception", file, goodRule + "unless: {}\n", EmptyCondition, "unless: "},
		{"an unknown word list", file, goodRule + "unless: {term: [x/y]}\n", UnknownList, `unless: unknown list "x/y"`},
		{"an unknown role", file, edited(t, "{pattern: zwirbel}", "{all: [{person: [stranger]}]}"), UnknownRole, `when.all[0]: unknown role "stranger", use one of`},
		{"an unknown entity", file, edited(t, "{pattern: zwirbel}", "{entity: [SHOE]}"), UnknownEntity, "SHOE"},
		{"an unknown kind", file, edited(t, "{pattern: zwirbel}", "{kind: [smoke]}"), UnknownKind, "smoke"},
		{"a broken pattern", file, edited(t, "pattern: zwirbel", "pattern: 'zwirbel('"), BadPattern, "zwirbel("},
		{"a pattern without letters", file, edited(t, "pattern: zwirbel", "pattern: '[a-z]+'"), NoLiteral, ""},
		{"near nothing", file, edited(t, "{pattern: zwirbel}", "{near: {within: 3, of: [{pattern: zwirbel}]}}"), BadNear, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := blank().own(own(map[string]string{tt.file: tt.data}))
			var le *LoadError
			if !errors.As(err, &le) {
				t.Fatalf("error %v is no *LoadError", err)
			}
			if le.File != tt.file || le.Reason.Code != tt.code || !strings.Contains(le.Error(), tt.text) {
				t.Errorf("file %q, reason %+v, excerpt %q", le.File, le.Reason, le.Excerpt)
			}
			if !strings.Contains(le.Error(), le.File) || !strings.Contains(le.Error(), le.Reason.Error()) || !strings.Contains(le.Error(), le.Excerpt) {
				t.Errorf("the message leaves something out: %q", le)
			}
		})
	}
}

// Load passes such errors on.
func TestLoadError(t *testing.T) {
	var (
		le      *LoadError
		unknown *UnknownRuleError
	)
	if e, err := Load(Options{RulesOnly: true, Own: own(map[string]string{"health/own.yaml": "x: y"})}); !errors.As(err, &le) || e != nil {
		t.Errorf("an unknown key: %v", err)
	}
	if e, err := Load(Options{RulesOnly: true, Disabled: []string{"x"}}); !errors.As(err, &unknown) || e != nil {
		t.Errorf("an unknown rule: %v", err)
	}
}

func TestLoadLexiconError(t *testing.T) {
	_, err := Load(Options{RulesOnly: true, Own: own(map[string]string{"lexicon/de/health/own.txt": "gut\nschlecht ~\n"})})
	var le *LoadError
	if !errors.As(err, &le) || le.File != "lexicon/de/health/own.txt" || le.Line != 2 || le.Reason.Code != ReasonCode(lexicon.GapAtEnd) || le.Excerpt != "schlecht ~" {
		t.Fatalf("got %v", err)
	}
}

func TestLoadOwnRules(t *testing.T) {
	e := load(t, Options{RulesOnly: true, Own: own(map[string]string{
		"health/own.yaml":           edited(t, "{pattern: zwirbel}", "{term: [health/own]}"),
		"health/wish.yml":           goodRule,
		"health/deep/down.yaml":     goodRule,
		"health/notes.txt":          "no rule",
		"readme.yaml":               "no: rule",
		"lexicon/de/health/own.txt": "zwirbel\n",
		"lexicon/notes.yaml":        "no: rule",
	})})
	builtin := plain().Rules()
	if got, want := len(e.Rules()), len(builtin)+2; got != want {
		t.Errorf("%d rules, want %d", got, want)
	}
	if !slices.IsSortedFunc(e.Rules(), func(a, b Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the rules are not sorted")
	}
	for _, id := range []string{"health/own", "health/wish", "health/deep/down"} {
		r, ok := e.Rule(id)
		if !ok || r.Title.De != "a" || r.Category != Health {
			t.Errorf("%s: %t %+v", id, ok, r.Title)
			continue
		}
		if !slices.Equal(r.Legal, e.Category(Health).Legal) || len(r.Legal) == 0 {
			t.Errorf("%s cites %q, not what its category does", id, r.Legal)
		}
		for _, f := range e.SelfTest(&r) {
			t.Errorf("%s: %+v", id, f)
		}
	}
	if r, _ := e.Rule("health/wish"); r.Source != "health/wish.yml" {
		t.Errorf("the replaced rule comes from %q", r.Source)
	}
	if _, ok := e.Rule("health/nothing"); ok {
		t.Error("found a rule that is not there")
	}
}

// ids returns the IDs of the rules of an engine.
func ids(e *Engine) map[string]bool {
	out := map[string]bool{}
	for _, r := range e.Rules() {
		out[r.ID] = true
	}
	return out
}

func TestDisabled(t *testing.T) {
	all := ids(plain())
	for _, tt := range []struct {
		disabled []string
		gone     func(id string) bool
	}{
		{nil, func(string) bool { return false }},
		{[]string{"health/wish"}, func(id string) bool { return id == "health/wish" }},
		{[]string{"health"}, func(id string) bool { return strings.HasPrefix(id, "health/") }},
		{[]string{"health", "health/wish"}, func(id string) bool { return strings.HasPrefix(id, "health/") }},
		{[]string{"health/wish", "health/wish"}, func(id string) bool { return id == "health/wish" }},
		{[]string{"special", "criminal"}, func(id string) bool {
			return strings.HasPrefix(id, "special/") || strings.HasPrefix(id, "criminal/")
		}},
	} {
		want := maps.Clone(all)
		maps.DeleteFunc(want, func(id string, _ bool) bool { return tt.gone(id) })
		e := blank()
		if err := e.adjust(Options{Disabled: tt.disabled}); err != nil {
			t.Errorf("without %q: %v", tt.disabled, err)
		}
		if got := ids(e); !maps.Equal(got, want) {
			t.Errorf("without %q: %d rules, want %d", tt.disabled, len(got), len(want))
		}
	}
	for _, id := range []string{"", "healht", "health/", "health/no-such"} {
		err := blank().adjust(Options{Disabled: []string{id}})
		var unknown *UnknownRuleError
		if !errors.As(err, &unknown) || unknown.ID != id || !strings.Contains(err.Error(), fmt.Sprintf("%q", id)) {
			t.Errorf("without %q: error %v", id, err)
		}
	}
}

// What is disabled is not found, by rules or by the model.
func TestDisabledFindsNothing(t *testing.T) {
	m := talk("Kevin ist krank, hat Grippe")
	if r := meet(full(), m).Check(m[0], nil); !hasCategory(r, Health) {
		t.Fatal("the message is no finding to begin with")
	}
	e := load(t, Options{Disabled: []string{"health"}})
	if r := meet(e, m).Check(m[0], nil); hasCategory(r, Health) {
		t.Errorf("found %+v", r.Findings)
	}
}

func hasCategory(r Result, c Category) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Category == c })
}

// Rules returns a copy: what a caller does to it stays with the caller.
func TestRulesAreACopy(t *testing.T) {
	rules := plain().Rules()
	id := rules[0].ID
	rules[0].ID = "x/y"
	if plain().Rules()[0].ID != id {
		t.Error("a caller renamed a rule of the engine")
	}
}

// FuzzLoad feeds rule files: each loads, or gives an error that names it.
func FuzzLoad(f *testing.F) {
	f.Add(goodRule)
	f.Add("")
	f.Add("title: [")
	f.Add("when: {all: [{any: [{none: [{}]}]}]}")
	f.Add("<<: *a")
	f.Add("a: &a [*a]")
	f.Add("tests:\n  flag: !x\n0")
	f.Add(strings.Replace(goodRule, "{pattern: zwirbel}", "{near: {within: 2, of: [{kind: [text]}, {before: {person: [staff]}}]}}", 1))
	f.Fuzz(func(t *testing.T, data string) {
		e := blank()
		err := e.own(own(map[string]string{"health/fuzz.yaml": data}))
		if err == nil {
			r, ok := e.Rule("health/fuzz")
			if !ok {
				t.Fatal("the rule is neither loaded nor refused")
			}
			e.SelfTest(&r)
			return
		}
		var le *LoadError
		if !errors.As(err, &le) || le.File != "health/fuzz.yaml" || le.Reason == nil {
			t.Fatalf("error %#v does not say which file or why", err)
		}
	})
}
