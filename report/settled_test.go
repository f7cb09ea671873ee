package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
)

// A finding that somebody has accepted is a suppressed result in SARIF and in no
// other format.
func TestSettledFindings(t *testing.T) {
	inputs, findings, res := sample()
	accepted := *findings[0]
	accepted.Suppressed = true
	with := append([]*lint.Finding{&accepted}, findings...)
	for _, f := range Formats {
		opt := Options{Lang: locale.English}
		plain := write(t, f, opt, inputs, findings, res)
		shown := write(t, f, opt, inputs, with, res)
		if f.Name != "sarif" {
			if readable(t, f, shown) != readable(t, f, plain) {
				t.Errorf("%s shows an accepted finding", f.Name)
			}
			continue
		}
		var log struct {
			Runs []struct {
				Results []struct {
					Suppressions []struct{ Kind, Status string }
				}
			}
		}
		if err := json.Unmarshal([]byte(shown), &log); err != nil {
			t.Fatal(err)
		}
		results := log.Runs[0].Results
		if len(results) != len(with) || len(results[0].Suppressions) != 1 || results[0].Suppressions[0].Kind != "external" {
			t.Errorf("%d results, the first with %v", len(results), results[0].Suppressions)
		}
		for _, r := range results[1:] {
			if len(r.Suppressions) > 0 {
				t.Error("an open finding is suppressed")
			}
		}
	}
}

// Every report says how many findings somebody has accepted, or leaves it to
// whoever writes it.
func TestSettledAreCounted(t *testing.T) {
	inputs, findings, res := sample()
	for _, f := range Formats {
		opt := Options{Lang: locale.English}
		some := *res
		some.Suppressed = 9137
		told := strings.Contains(readable(t, f, write(t, f, opt, inputs, findings, &some)), "9137")
		if told == f.NoSums {
			t.Errorf("%s: says the number: %t", f.Name, told)
		}
	}
}
