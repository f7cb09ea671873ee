package rules

import (
	"reflect"
	"strings"
	"testing"
)

// Every list of examples can fail, and says how.
func TestSelfTest(t *testing.T) {
	const examples = `tests:
  flag:
    - Kevin zwirbelt
    - Kevin kommt
    - {text: Kevin zwirbelt, severity: low}
    - {text: Kevin zwirbelt, severity: high, about: sender}
    - {text: Kevin zwirbelt, severity: high, about: named}
    - {chat: [{sender: Al, text: Wo ist Kevin?}, {sender: Jo, text: zwirbelt}], about: thread}
    - {chat: [{text: Wo ist Kevin?}, {text: "<Media omitted>"}]}
  ok:
    - Kevin kommt
    - Kevin zwirbelt
  todo_flag:
    - Kevin kommt
    - Kevin zwirbelt
  todo_ok:
    - Kevin zwirbelt
    - Kevin kommt
`
	head, _, _ := strings.Cut(goodRule, "tests:")
	e := load(t, Options{RulesOnly: true, Own: own(map[string]string{"health/own.yaml": head + examples})})
	r, _ := e.Rule("health/own")
	want := []Failure{
		{"health/own", "flag", 2, "Kevin kommt", Outcome{Code: NotFlagged}},
		{"health/own", "flag", 3, "Kevin zwirbelt", Outcome{WrongSeverity, "low", "high"}},
		{"health/own", "flag", 4, "Kevin zwirbelt", Outcome{WrongReference, "sender", "named"}},
		{"health/own", "flag", 7, "<Media omitted>", Outcome{Code: NotFlagged}},
		{"health/own", "ok", 2, "Kevin zwirbelt", Outcome{Flagged, "", "high"}},
		{"health/own", "todo_flag", 2, "Kevin zwirbelt", Outcome{Code: NowFlagged}},
		{"health/own", "todo_ok", 2, "Kevin kommt", Outcome{Code: NowNotFlagged}},
	}
	if got := e.SelfTest(&r); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if again, _ := e.Rule("health/own"); again.Tests.Flag[6].Chat[0].Sender != "" {
		t.Error("the self-test changed the examples of the engine")
	}
}

// A learned rule is tested together with the model.
func TestSelfTestLearned(t *testing.T) {
	r, ok := full().Rule("health/learned")
	if !ok {
		t.Fatal("no rule health/learned")
	}
	r.Tests = Tests{OK: []Example{{Text: "Kevin ist krank, hat Grippe"}, {Text: "ok mach ich"}}}
	if got := full().SelfTest(&r); len(got) != 1 || got[0].List != "ok" || got[0].Number != 1 {
		t.Errorf("got %+v", got)
	}
}
