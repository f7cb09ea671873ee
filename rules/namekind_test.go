package rules

import (
	"slices"
	"testing"
)

func TestNameKind(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		want       nameKind
	}{
		{"Stefan zahlt nicht", "Stefan", firstName},
		{"Stefans Auto ist weg", "Stefans", firstName},
		{"Müller zahlt nicht", "Müller", surname},
		{"Martin zahlt nicht", "Martin", eitherName},
		{"Jana Müller zahlt nicht", "Jana Müller", fullName},
		{"Xwrtzkiewy zahlt nicht", "Xwrtzkiewy", unlistedName},
		{"Kayleigh owes us", "Kayleigh", firstName},
		{"Whittaker owes us", "Whittaker", surname},
	} {
		sc := last(plain(), talk("Al: "+tt.text))
		if got := sc.nameKind(at(t, sc.analysis, tt.name)); got != tt.want {
			t.Errorf("%q: kind %d of %q, want %d", tt.text, got, tt.name, tt.want)
		}
	}
}

// The model sees the kind of a name and nothing else of it.
func TestModelSeesTheKindOfANameOnly(t *testing.T) {
	seen := func(line string) (keys []uint32) {
		e := plain()
		sc := last(e, talk("Al: "+line))
		for _, f := range sc.own(e, nil) {
			keys = append(keys, f.Key)
		}
		return keys
	}
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Stefan zahlt nicht", "Kevin zahlt nicht", true},
		{"Müller zahlt nicht", "Schneider zahlt nicht", true},
		{"Stefan zahlt nicht", "Müller zahlt nicht", false},
		{"Herr Müller zahlt nicht", "Herr Schmidt zahlt nicht", true},
	} {
		if same := slices.Equal(seen(tt.a), seen(tt.b)); same != tt.same {
			t.Errorf("%q and %q look the same: %t", tt.a, tt.b, same)
		}
	}
}
