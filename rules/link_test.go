package rules

import "testing"

// The words of a link are nobody's, in whatever thread it stands; what a link gives away
// is pointed at, without the rest of it.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ text, rule, points string }{
		{"https://shop.example/gks-18v-68-gc-06016B5100", "", ""},
		{"https://shop.example/dp/B08N5W?keywords=akkuschrauber", "", ""},
		{"Standort: https://maps.example/?q=0.0,0.0", "", ""},
		{"Standort: https://maps.example/?q=48.137154,11.576124", "contact/data", "48.137154,11.576124"},
		{"https://meet.example/j/87654321098?pwd=aB-cD123", "credential/code", "aB-cD123"},
	} {
		chat := talk("Kim: wo muss ich hin?", "Al Berg: "+c.text)
		got := checkAll(meet(full(), chat), chat)
		findings := got[len(got)-1].Findings
		switch {
		case c.rule == "" && len(findings) > 0:
			t.Errorf("%q: found %s", c.text, findings[0].Rule)
		case c.rule == "":
		case len(findings) != 1 || findings[0].Rule != c.rule:
			t.Errorf("%q: found %+v, want %s", c.text, findings, c.rule)
		default:
			if s := findings[0].Spans[0]; c.text[s.Start:s.End] != c.points {
				t.Errorf("%q: points at %q, want %q", c.text, c.text[s.Start:s.End], c.points)
			}
		}
	}
}
