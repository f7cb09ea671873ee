package rules

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestEnabled(t *testing.T) {
	all := ids(plain())
	for _, tt := range []struct {
		disabled, enabled []string
		on                func(id string) bool
	}{
		{[]string{"health"}, []string{"health/wish"}, func(id string) bool { return id == "health/wish" || !strings.HasPrefix(id, "health/") }},
		{[]string{"health/wish"}, []string{"health/wish"}, func(string) bool { return true }},
		{[]string{"health"}, []string{"health"}, func(string) bool { return true }},
		{[]string{"health/wish"}, []string{"health"}, func(id string) bool { return id != "health/wish" }},
		{nil, []string{"special"}, func(string) bool { return true }},
	} {
		want := maps.Clone(all)
		maps.DeleteFunc(want, func(id string, _ bool) bool { return !tt.on(id) })
		e := blank()
		if err := e.adjust(Options{Disabled: tt.disabled, Enabled: tt.enabled}); err != nil {
			t.Errorf("off %q, on %q: %v", tt.disabled, tt.enabled, err)
		}
		if got := ids(e); !maps.Equal(got, want) {
			t.Errorf("off %q, on %q: %d rules, want %d", tt.disabled, tt.enabled, len(got), len(want))
		}
	}
}

func TestAdjustKnowsWhatThereIs(t *testing.T) {
	for _, opt := range []Options{{Enabled: []string{"healht"}}, {Severity: map[string]Severity{"healht": Low}}} {
		var unknown *UnknownRuleError
		if err := blank().adjust(opt); !errors.As(err, &unknown) || unknown.ID != "healht" {
			t.Errorf("%+v: error %v", opt, err)
		}
	}
}

func TestSeverityOfTheUser(t *testing.T) {
	m := talk("Kevin ist krank")
	for _, tt := range []struct {
		set  map[string]Severity
		want Severity
	}{
		{nil, High},
		{map[string]Severity{"health": Low}, Low},
		{map[string]Severity{"health/illness": Critical, "health": Low}, Critical},
		{map[string]Severity{"customer": Low}, High},
	} {
		e := load(t, Options{RulesOnly: true, Severity: tt.set})
		f := meet(e, m).Check(m[0], nil).Findings
		if len(f) != 1 || f[0].Severity != tt.want {
			t.Fatalf("%v: got %+v, want %s", tt.set, f, tt.want)
		}
		told := slices.ContainsFunc(f[0].Evidence, func(e Evidence) bool { return e.Key == severitySet })
		if told != (tt.want != High) {
			t.Errorf("%v: evidence %+v", tt.set, f[0].Evidence)
		}
		r, _ := e.Rule("health/illness")
		if got := e.Severities(&r); tt.want != High && !slices.Equal(got, []Severity{tt.want}) {
			t.Errorf("%v: the rule has %v", tt.set, got)
		}
		if failed := e.SelfTest(&r); len(failed) > 0 {
			t.Errorf("%v: the rule's own examples hang on it: %+v", tt.set, failed)
		}
	}
}
