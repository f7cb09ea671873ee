package rules

import (
	"slices"
	"testing"

	"github.com/chatlint/chatlint/detector"
)

// roll is a list with plain names, everyday words and firms.
var roll = map[Role][]string{
	RoleCustomer: {"Xaver Zwirbelmüller", "Koch, Ottilie", "Quastenhuber Josef", "Frau Öztürkoglu", "Autohaus Brombach GmbH", "Karla Wehmut-Gräßlin", "Uhlenbrock", "Quellmair Sepp"},
	RoleStaff:    {"Wladimir Tschapek", "Jens Uhlenbrock"},
	RolePartner:  {"Sören Plambeck"},
}

func TestFindListed(t *testing.T) {
	e := load(t, Options{RulesOnly: true, Names: roll})
	for _, tt := range []struct {
		text, name string
		role       Role
	}{
		{"waren heute beim Zwirbelmüller", "Zwirbelmüller", RoleCustomer},
		{"heizung zwirbelmueller läuft", "zwirbelmueller", RoleCustomer},
		{"ZWIRBELMULLER wartet", "ZWIRBELMULLER", RoleCustomer},
		{"Zwirbelmüllers Kessel", "Zwirbelmüllers", RoleCustomer},
		{"Xaver Zwirbelmüller rief an", "Xaver Zwirbelmüller", RoleCustomer},
		{"Zwirbelmüller, Xaver hat Zeit", "Zwirbelmüller, Xaver", RoleCustomer},
		{"Ottilie Koch wartet", "Ottilie Koch", RoleCustomer},
		{"heute noch zur Frau Koch", "Koch", RoleCustomer},
		{"der Quastenhuber wartet", "Quastenhuber", RoleCustomer},
		{"öztürkoglu hat bezahlt", "öztürkoglu", RoleCustomer},
		{"bei Brombach fehlt das Teil", "Brombach", RoleCustomer},
		{"Wehmut-Gräßlin anrufen", "Wehmut-Gräßlin", RoleCustomer},
		{"wehmut-graesslin anrufen", "wehmut-graesslin", RoleCustomer},
		{"wladimir kommt später", "wladimir", RoleStaff},
		{"Plambeck liefert morgen", "Plambeck", RolePartner},
		{"der Quellmair Sepp wartet", "Quellmair Sepp", RoleCustomer},
		{"Sepp Quellmair wartet", "Sepp Quellmair", RoleCustomer},
		{"Jens Uhlenbrock kommt", "Jens Uhlenbrock", RoleStaff},
		{"Uhlenbrock kommt", "Uhlenbrock", RoleUnknown}, // two of them
	} {
		a := last(e, talk(tt.text)).analysis
		if len(a.listed) != 1 || a.wordsOf(a.listed[0].tokenSpan) != tt.name || a.listed[0].role != tt.role {
			t.Errorf("%q: listed %+v", tt.text, a.listed)
			continue
		}
		if !slices.ContainsFunc(a.mentions, func(m mention) bool {
			return m.first <= a.listed[0].first && a.listed[0].last <= m.last && (m.role == tt.role || tt.role == RoleUnknown)
		}) {
			t.Errorf("%q: mentions %+v, entities %+v", tt.text, a.mentions, a.entities)
		}
	}
}

func TestNotListed(t *testing.T) {
	e := load(t, Options{RulesOnly: true, Names: roll})
	for _, text := range []string{
		"der Koch kommt um zehn", "Sepp kommt heute", "koch bitte Kaffee", "Xaver kommt heute", "Müller wartet", "Autohaus wartet", "Zwirbel fehlt", "",
		"Zwirbelmüllerstraße 4",
	} {
		if a := last(e, talk(text)).analysis; len(a.listed) > 0 {
			t.Errorf("%q: listed %+v", text, a.listed)
		}
	}
}

// A list adds persons and never takes one away, nor any other entity.
func TestListedPersonsFitTheOthers(t *testing.T) {
	e := load(t, Options{RulesOnly: true, Names: roll})
	a := last(e, talk("Frau Ottilie Koch, Zwirbelmüller und Kevin 0171 2345678, plambeck@example.org")).analysis
	end := 0
	var types []detector.Type
	for _, x := range a.entities {
		if x.Start < end {
			t.Errorf("%+v overlaps the one before", x)
		}
		end = x.End
		types = append(types, x.Type)
	}
	if want := []detector.Type{detector.Person, detector.Person, detector.Person, detector.Phone, detector.Email}; !slices.Equal(types, want) {
		t.Errorf("got %v, want %v", types, want)
	}
}

// The user knows who is a customer: whether that is reported, the learned model is
// not asked. It may still see more in the message.
func TestListedCustomersAreReported(t *testing.T) {
	for _, tt := range []struct {
		text     string
		category Category
	}{
		{"zwirbelmueller läuft wieder", Customer},
		{"Plambeck kommt um zehn", Partner},
	} {
		m := talk(tt.text)
		e := load(t, Options{Names: roll})
		r := meet(e, m).Check(m[0], nil)
		if !hasCategory(r, tt.category) {
			t.Errorf("%q: found %+v", tt.text, r.Findings)
		}
		off := load(t, Options{Names: roll, Disabled: []string{string(tt.category)}})
		if r := meet(off, m).Check(m[0], nil); hasCategory(r, tt.category) {
			t.Errorf("%q: found although it is off: %+v", tt.text, r.Findings)
		}
	}
}

func FuzzListed(f *testing.F) {
	f.Add("Xaver Zwirbelmüller", "Zwirbelmüller, Xaver")
	f.Add("Koch", "Frau Koch.")
	f.Add("-", "- - -")
	f.Add("A.-B. C", "a.-b.")
	e := mustLoad(Options{RulesOnly: true})
	f.Fuzz(func(t *testing.T, name, text string) {
		with := *e
		with.listed = newRegister(map[Role][]string{RoleCustomer: {name}})
		a := last(&with, talk("Jo: "+text)).analysis
		end := -1
		for _, l := range a.listed {
			if l.first <= end || l.last < l.first || l.last >= len(a.text.Tokens) {
				t.Errorf("%q in %q: %+v", name, text, a.listed)
			}
			end = l.last
		}
	})
}
