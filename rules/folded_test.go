package rules

import (
	"testing"

	"github.com/chatlint/chatlint/chat"
)

// Messages are judged as they are read, and findings point at what was written.
func TestFoldedMessages(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		category   Category
	}{
		{"ruf ihn an: 0171\u202f234\u202f5678", "0171\u202f234\u202f5678", Contact},
		{"ruf ihn an: ０１７１ ２３４５６７８", "０１７１ ２３４５６７８", Contact},
		{"IBAN DE58\u00a01234\u00a05678\u00a00123\u00a04567\u00a089", "DE58\u00a01234\u00a05678\u00a00123\u00a04567\u00a089", Identifier},
		{"der Code vom Tor ist 4️⃣7️⃣1️⃣1️⃣", "4️⃣7️⃣1️⃣1️⃣", Credential},
		{"Jana ist seit Montag kra\u00adnk", "kra\u00adnk", Health},
		{"Jana hat Ru\u0308ckenschmerzen", "Ru\u0308ckenschmerzen", Health},
	} {
		m := talk("Jo Sommer: moin", "Jo Sommer: "+tt.text)
		s := meet(full(), m)
		s.Observe(m[0])
		r := s.Check(m[1], nil)
		sound(t, m[1], r)
		if !marks(r, m[1], tt.category, tt.want) {
			t.Errorf("%q: found %+v", tt.text, r.Findings)
		}
		in := meet(full(), m).Explain(m[1], nil)
		for _, o := range in.Opinions {
			for _, span := range o.Spans {
				if span.End > len(tt.text) {
					t.Errorf("%q: explained by %v", tt.text, span)
				}
			}
		}
	}
}

// marks reports whether a finding points at some words of a message.
func marks(r Result, m *chat.Message, category Category, words string) bool {
	for _, f := range r.Findings {
		for _, s := range f.Spans {
			if f.Category == category && m.Text[s.Start:s.End] == words {
				return true
			}
		}
	}
	return false
}
