package lint

import (
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

func TestFingerprint(t *testing.T) {
	key := []byte("secret")
	at := time.Date(2024, 3, 11, 7, 2, 30, 0, time.UTC)
	base := chat.Message{Index: 3, Line: 4, Time: at, Sender: "Zoë", Text: "Küche  ist\nfertig"}
	want := Fingerprint(key, "health/a", &base)
	if len(want) != 32 {
		t.Fatalf("got %q, want 32 digits", want)
	}
	same := map[string]chat.Message{
		"moved":             {Index: 9, Line: 12, Time: at, Sender: base.Sender, Text: base.Text},
		"without seconds":   {Time: at.Truncate(time.Minute), Sender: base.Sender, Text: base.Text},
		"other white space": {Time: at, Sender: base.Sender, Text: "Küche ist fertig"},
		"decomposed":        {Time: at, Sender: "Zoe\u0308", Text: "Ku\u0308che ist fertig"},
	}
	for name, m := range same {
		if got := Fingerprint(key, "health/a", &m); got != want {
			t.Errorf("%s: got another fingerprint", name)
		}
	}
	other := map[string]chat.Message{
		"text":   {Time: at, Sender: base.Sender, Text: "Küche ist nicht fertig"},
		"sender": {Time: at, Sender: "Zo", Text: "ë" + base.Text},
		"minute": {Time: at.Add(time.Minute), Sender: base.Sender, Text: base.Text},
	}
	for name, m := range other {
		if Fingerprint(key, "health/a", &m) == want {
			t.Errorf("other %s: got the same fingerprint", name)
		}
	}
	if Fingerprint(key, "health/b", &base) == want || Fingerprint([]byte("other"), "health/a", &base) == want {
		t.Error("rule and key must change the fingerprint")
	}
}

func TestFingerprintNeedsKey(t *testing.T) {
	for key, want := range map[string]bool{"": false, "secret": true} {
		opt := Options{}
		if key != "" {
			opt.Key = []byte(key)
		}
		m := Checked{Findings: []Finding{hit("health/a", rules.Health, rules.High)}}
		newRun(nil, opt, nil).finish(&m)
		if got := m.Findings[0].Fingerprint != ""; got != want {
			t.Errorf("key %q: fingerprint set %t, want %t", key, got, want)
		}
	}
}
