package lint

import (
	"testing"

	"github.com/chatlint/chatlint/rules"
)

func TestJudge(t *testing.T) {
	none, medium := Summary{}, Summary{}
	medium.Add(rules.Customer, rules.Medium)
	gap := Coverage{Messages: 3, Unreadable: 1}
	tests := map[string]struct {
		summary  Summary
		coverage Coverage
		failOn   rules.Severity
		strict   bool
		want     Verdict
	}{
		"nothing":                 {none, Coverage{}, rules.Low, true, Clean},
		"below":                   {medium, Coverage{}, rules.High, false, Tolerated},
		"at":                      {medium, Coverage{}, rules.Medium, false, Flagged},
		"above":                   {medium, Coverage{}, rules.Low, false, Flagged},
		"no threshold":            {medium, Coverage{}, rules.None, false, Tolerated},
		"gap, lenient":            {none, gap, rules.Low, false, Clean},
		"gap, strict":             {none, gap, rules.Low, true, Incomplete},
		"media are a gap":         {none, Coverage{MediaNotExamined: 1}, rules.Low, true, Incomplete},
		"gap weighs more than ok": {medium, gap, rules.High, true, Incomplete},
		"findings weigh more":     {medium, gap, rules.Medium, true, Flagged},
	}
	for name, test := range tests {
		if got := judge(test.summary, test.coverage, test.failOn, test.strict); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}

func TestSummary(t *testing.T) {
	s := Summary{}
	s.Add(rules.Health, rules.High)
	s.Add(rules.Health, rules.Low)
	s.Add(rules.Contact, rules.High)
	if s.Total() != 3 || s.Of(rules.High) != 2 || s.AtLeast(rules.Medium) != 2 || s[rules.Health][rules.Low] != 1 {
		t.Errorf("wrong sums: %v", s)
	}
}
