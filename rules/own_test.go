package rules

import (
	"testing"
	"testing/fstest"
)

// What a user's own rule finds is reported even where the learned model, which
// has never heard of it, sees nothing.
func TestOwnRuleIsNotOverruled(t *testing.T) {
	own := fstest.MapFS{"customer/house-word.yaml": {Data: []byte(`
title: {de: Hauswort, en: House word}
why: {de: Weil, en: Because}
advice: {de: Lassen, en: Leave}
detail: named
confidence: 0.9
severity: {none: low, sender: low, named: low, thread: low, addressee: low}
when: {pattern: 'projekt zitronenfalter'}
tests:
  flag: [{text: Projekt Zitronenfalter ist fertig, severity: low}]
  ok: [Der Zitronenfalter fliegt]
`)}}
	e := load(t, Options{Own: own})
	r, ok := e.Rule("customer/house-word")
	if !ok || !r.Own {
		t.Fatal("the rule was not loaded as the user's own")
	}
	if f := e.SelfTest(&r); len(f) > 0 {
		t.Fatalf("self-test: %v", f)
	}
	found, ok := e.runExample(&r, Example{Text: "Projekt Zitronenfalter ist fertig"})
	if !ok || !found.certain {
		t.Errorf("got %+v, want a finding that needs no second opinion", found)
	}
}

// So is what rests on a word of the user's own lists, and only that.
func TestOwnWordIsNotOverruled(t *testing.T) {
	own := fstest.MapFS{"lexicon/de/health/illness.txt": {Data: []byte("zwirbelig\n")}}
	for _, tt := range []struct {
		opt  Options
		text string
		want bool
	}{
		{Options{Own: own}, "Kevin ist zwirbelig", true},
		{Options{}, "Kevin ist zwirbelig", false},
		{Options{Own: own}, "Das Dach ist zwirbelig", false}, // nobody is meant
	} {
		m := talk(tt.text)
		r := meet(load(t, tt.opt), m).Check(m[0], nil)
		if got := hasCategory(r, Health); got != tt.want {
			t.Errorf("%q: %+v", tt.text, r.Findings)
		}
	}
	e := load(t, Options{Own: own})
	if f, _ := e.runExample(ruleOf(t, e, "health/illness"), Example{Text: "Kevin ist krank"}); f.certain {
		t.Error("a built-in word counts as the user's own")
	}
}

func ruleOf(t *testing.T, e *Engine, id string) *Rule {
	t.Helper()
	r, ok := e.Rule(id)
	if !ok {
		t.Fatalf("there is no rule %s", id)
	}
	return &r
}
