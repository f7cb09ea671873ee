package rules

import "testing"

func TestCite(t *testing.T) {
	for legal, want := range map[string]string{
		"Art. 9(1) GDPR":    "Art. 9 Abs. 1 DSGVO",
		"Art. 5(1)(c) GDPR": "Art. 5 Abs. 1 lit. c DSGVO",
		"Art. 4(15) GDPR":   "Art. 4 Nr. 15 DSGVO",
		"Art. 44 GDPR":      "Art. 44 DSGVO",
		"§ 26(3) BDSG":      "§ 26 Abs. 3 BDSG",
		"§ 203 StGB":        "§ 203 StGB",
	} {
		if got := Cite(legal, "de"); got != want {
			t.Errorf("Cite(%q) = %q, want %q", legal, got, want)
		}
		if got := Cite(legal, "en"); got != legal {
			t.Errorf("English: %q, want %q", got, legal)
		}
	}
}

func TestBuiltinRulesCiteKnownProvisions(t *testing.T) {
	e, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range e.Rules() {
		for _, legal := range r.Legal {
			if !provision.MatchString(legal) {
				t.Errorf("%s: %q is not of the form that Cite knows", r.ID, legal)
			}
		}
	}
}
