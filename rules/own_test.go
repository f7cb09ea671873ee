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
