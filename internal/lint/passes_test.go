package lint

import (
	"slices"
	"testing"

	"github.com/chatlint/chatlint/rules"
)

func hit(rule string, c rules.Category, s rules.Severity) Finding {
	return Finding{Finding: rules.Finding{Rule: rule, Category: c, Severity: s}}
}

func TestPasses(t *testing.T) {
	all := []Finding{
		hit("health/b", rules.Health, rules.Low),
		hit("contact/a", rules.Contact, rules.Medium),
		hit("health/a", rules.Health, rules.High),
		hit("customer/a", rules.Customer, rules.Medium),
	}
	accept := func(names ...string) func(*Finding) bool {
		return func(f *Finding) bool { return slices.Contains(names, f.Rule) }
	}
	tests := map[string]struct {
		opt        Options
		want       []string
		suppressed int
	}{
		"one per category, most severe first": {Options{}, []string{"health/a", "customer/a", "contact/a"}, 0},
		"min severity":                        {Options{MinSeverity: rules.High}, []string{"health/a"}, 0},
		"disabled": {Options{DisabledCategories: []rules.Category{rules.Health, rules.Customer}},
			[]string{"contact/a"}, 0},
		"suppressed":                    {Options{Suppress: accept("contact/a")}, []string{"health/a", "customer/a"}, 1},
		"suppressed uncovers a lesser":  {Options{Suppress: accept("health/a")}, []string{"customer/a", "contact/a", "health/b"}, 1},
		"unwanted is not suppressed":    {Options{MinSeverity: rules.High, Suppress: accept("contact/a")}, []string{"health/a"}, 0},
		"everything suppressed":         {Options{Suppress: func(*Finding) bool { return true }}, nil, 4},
		"suppressed is shown last":      {Options{Suppress: accept("contact/a"), ShowSuppressed: true}, []string{"health/a", "customer/a", "contact/a"}, 1},
		"disabled is no suppression":    {Options{DisabledCategories: []rules.Category{rules.Contact}, Suppress: accept("contact/a")}, []string{"health/a", "customer/a"}, 0},
		"nothing left, nothing counted": {Options{MinSeverity: rules.Critical}, nil, 0},
	}
	for name, test := range tests {
		r := newRun(nil, test.opt, nil)
		m := Checked{Findings: slices.Clone(all)}
		r.finish(&m)
		var got []string
		for _, f := range m.Findings {
			got = append(got, f.Rule)
		}
		if !slices.Equal(got, test.want) || r.res.Suppressed != test.suppressed {
			t.Errorf("%s: got %v and %d suppressed, want %v and %d", name, got, r.res.Suppressed, test.want, test.suppressed)
		}
		open := len(test.want)
		if test.opt.ShowSuppressed {
			open -= test.suppressed
		}
		if r.res.Summary.Total() != open {
			t.Errorf("%s: summary counts %d, want %d", name, r.res.Summary.Total(), open)
		}
	}
}
