package rules

import (
	"testing"
	"testing/fstest"
)

func TestHash(t *testing.T) {
	own := func(text string) Options {
		return Options{Own: fstest.MapFS{"health/own.yaml": {Data: []byte(text)}}}
	}
	seen := map[string]string{}
	for name, opt := range map[string]Options{
		"built-in": {}, "a rule of one's own": own("a"), "another": own("b"),
		"one disabled": {Disabled: []string{"health"}}, "no model": {RulesOnly: true},
	} {
		hash, err := Hash(opt)
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[hash]; ok {
			t.Errorf("%s and %s have the same hash", name, other)
		}
		seen[hash] = name
		if again, _ := Hash(opt); again != hash || len(hash) != 16 {
			t.Errorf("%s: %q, then %q", name, hash, again)
		}
	}
	if a, _ := Hash(Options{Disabled: []string{"x", "y"}}); a != hashOf(t, "y", "x") {
		t.Error("the order of what is disabled changes the hash")
	}
}

func hashOf(t *testing.T, disabled ...string) string {
	t.Helper()
	hash, err := Hash(Options{Disabled: disabled})
	if err != nil {
		t.Fatal(err)
	}
	return hash
}
