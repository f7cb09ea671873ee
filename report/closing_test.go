package report

import (
	"testing"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

func TestClosing(t *testing.T) {
	two := lint.Summary{rules.Health: {rules.High: 1, rules.Low: 1}}
	tests := map[string]struct {
		res  lint.Result
		want string
	}{
		"clean":              {lint.Result{Verdict: lint.Clean}, "No personal data found in one message."},
		"clean above":        {lint.Result{Verdict: lint.Clean, MinSeverity: rules.High}, "No findings of severity “high” or above in one message; milder ones are left out."},
		"clean with settled": {lint.Result{Verdict: lint.Clean, Suppressed: 1}, "No open findings in one message."},
		"tolerated":          {lint.Result{Verdict: lint.Tolerated, Summary: two}, "2 findings in one message."},
		"below":              {lint.Result{Verdict: lint.Tolerated, Summary: two, FailOn: rules.Critical}, "2 findings in one message, all below severity “critical”."},
		"flagged":            {lint.Result{Verdict: lint.Flagged, Summary: two, FailOn: rules.Medium}, "One finding of severity “medium” or above in one message: do not share it like this."},
		"incomplete":         {lint.Result{Verdict: lint.Incomplete}, "Not everything was examined, only one message: look at the rest before sharing."},
	}
	for name, test := range tests {
		test.res.Coverage.Messages = 1
		if got := Closing(locale.English, &test.res); got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
