package rules

import (
	"slices"
	"testing"
	"testing/fstest"
)

// ruleYAML is a rule with that condition.
func ruleYAML(when string) string {
	return `
title: {de: Titel, en: Title}
why: {de: Weil, en: Because}
advice: {de: Lassen, en: Leave}
detail: named
confidence: 0.9
severity: {none: low, sender: low, named: low, thread: low, addressee: low}
message: true
when: ` + when + `
tests:
  flag: [x]
  ok: [y]
`
}

// A message without a sign that a condition needs is never asked; what needs
// none always is.
func TestCandidates(t *testing.T) {
	for _, tt := range []struct {
		when string
		yes  []string
		no   []string
	}{
		{"{term: [health/illness]}", []string{"Kevin ist krank"}, []string{"Kevin ist da", "", "0171 2345678"}},
		{"{entity: [PHONE, IBAN]}", []string{"0171 2345678"}, []string{"Kevin ist krank", "👍"}},
		{"{person: [customer]}", []string{"Frau Meier war da"}, []string{"Kevin ist krank", "ok"}},
		{"{kind: [text]}", []string{"", "Kevin ist krank"}, nil},
		{"{kind: [contact]}", nil, []string{"Kevin ist krank"}},
		{"{all: [{term: [health/illness]}, {person: [customer]}]}", []string{"Frau Meier ist krank"}, []string{"bin krank", "Frau Meier war da"}},
		{"{any: [{term: [health/illness]}, {entity: [PHONE]}]}", []string{"bin krank", "0171 2345678"}, []string{"Frau Meier war da"}},
		{"{any: [{term: [health/illness]}, {pattern: 'pumpe'}]}", []string{"bin krank", "Pumpe", "ok"}, nil},
		{"{any: [{term: [health/illness]}, {all: [{entity: [PHONE]}, {pattern: 'pumpe'}]}]}", []string{"0171 2345678"}, []string{"Pumpe"}},
		{"{none: [{term: [health/illness]}]}", []string{"bin krank", "ok"}, nil},
		{"{before: {term: [health/illness]}}", []string{"ok", "bin krank"}, nil},
		{"{anywhere: {term: [health/illness]}}", []string{"bin krank"}, []string{"ok"}},
		{"{near: {within: 3, of: [{term: [health/illness]}, {person: [customer]}]}}", []string{"Frau Meier ist krank"}, []string{"bin krank"}},
	} {
		e := load(t, Options{RulesOnly: true, Own: fstest.MapFS{"customer/asked.yaml": {Data: []byte(ruleYAML(tt.when))}}})
		number := slices.IndexFunc(e.rules, func(r Rule) bool { return r.ID == "customer/asked" })
		asked := func(text string) bool {
			return slices.Contains(last(e, talk("Jo Sommer: "+text)).rules, int32(number))
		}
		for _, text := range tt.yes {
			if !asked(text) {
				t.Errorf("%s: %q is not asked", tt.when, text)
			}
		}
		for _, text := range tt.no {
			if asked(text) {
				t.Errorf("%s: %q is asked for nothing", tt.when, text)
			}
		}
	}
}

// No rule that holds for an example of any rule is ruled out by its signs.
func TestCandidatesLeaveNoneOut(t *testing.T) {
	e := plain()
	held := 0
	for _, from := range e.Rules() {
		for _, x := range slices.Concat(from.Tests.Flag, from.Tests.OK) {
			sc := last(e, talk("Jo Sommer: "+x.Text))
			for n := range e.rules {
				r := &e.rules[n]
				if r.Learned {
					continue
				}
				for unit := range sc.units(r.Message) {
					if _, ok := r.When.check(sc, unit, nil); ok {
						held++
						if !slices.Contains(sc.rules, int32(n)) {
							t.Errorf("%s holds for %q and is not asked", r.ID, x.Text)
						}
					}
				}
			}
		}
	}
	if held < 100 {
		t.Errorf("rules hold %d times only", held)
	}
}
