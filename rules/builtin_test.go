package rules

import "testing"

func load(t testing.TB, opt Options) *Engine {
	t.Helper()
	e, err := Load(opt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Every built-in rule must pass its own examples.
func TestBuiltinRules(t *testing.T) {
	e := load(t, Options{})
	for _, r := range e.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			for _, f := range e.SelfTest(&r) {
				t.Errorf("%s[%d] %q: %+v", f.List, f.Number, f.Text, f.Outcome)
			}
		})
	}
}
