package rules

import (
	"slices"
	"testing"

	"github.com/chatlint/chatlint/chat"
)

func TestRolesOfNames(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		words string
		role  Role
		title bool
	}{
		{"a title makes a customer", []string{"sind bei Frau Meier fertig"}, "Meier", RoleCustomer, true},
		{"a first name is staff", []string{"Kevin fährt mit"}, "Kevin", RoleStaff, false},
		{"a bare surname after a titled one", []string{"Al: Herr Weber hat angerufen", "Weber will morgen zahlen"}, "Weber", RoleCustomer, true},
		{"its possessive", []string{"Al: Herr Weber hat angerufen", "Webers Haus ist fertig"}, "Webers", RoleCustomer, true},
		{"a member is staff, title or not", []string{"Uwe Obermeier: bin da", "frag mal den Herrn Obermeier"}, "Obermeier", RoleStaff, true},
		{"a role word before", []string{"unser Azubi Kevin ist da"}, "Kevin", RoleStaff, false},
		{"a customer word before", []string{"die Kundin Anna Berger hat angerufen"}, "Anna Berger", RoleCustomer, false},
		{"a firm behind", []string{"Herr Schulz von der Firma Obermeier GmbH kommt"}, "Schulz", RolePartner, true},
		{"a supplier word before", []string{"der Architekt Schulz kommt"}, "Schulz", RolePartner, false},
		{"a department of ours behind", []string{"Frau Quellmalz aus der Buchhaltung hat angerufen"}, "Quellmalz", RoleStaff, true},
		{"a department of another firm", []string{"Frau Quellmalz aus der Buchhaltung der Firma Obermeier GmbH"}, "Quellmalz", RolePartner, true},
		{"a customer word before, a department behind", []string{"die Kundin Frau Quellmalz vom Empfang"}, "Quellmalz", RoleCustomer, true},
		{"English: a department behind", []string{"Ms Thistlebrook from accounts rang"}, "Thistlebrook", RoleStaff, true},
		{"English: a title", []string{"we are done at Mrs Baker"}, "Baker", RoleCustomer, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sc := last(plain(), talk(tt.lines...))
			i := slices.IndexFunc(sc.mentions, func(m mention) bool { return m.name && sc.wordsOf(m.tokenSpan) == tt.words })
			if i < 0 {
				t.Fatalf("%q is not mentioned in %q: %+v", tt.words, sc.text.Raw, sc.mentions)
			}
			if m := sc.mentions[i]; m.role != tt.role || m.title != tt.title || m.about != Named {
				t.Errorf("%s/%s, title %t; want named/%s, title %t", m.about, m.role, m.title, tt.role, tt.title)
			}
		})
	}
}

// Mentions without a name, in the order of how much they tell.
func TestMentionsWithoutName(t *testing.T) {
	tests := []struct {
		text  string
		about About
		role  Role
		words string
	}{
		{"meine Frau liegt im Bett", Named, RoleRelative, "meine Frau"},
		{"ich komme", Sender, RoleUnknown, "ich"},
		{"kommst du?", Addressee, RoleUnknown, "du"},
		{"der ist krank", Thread, RoleUnknown, "der"},
		{"die Azubis sind faul", Nobody, RoleStaff, "Azubis"},
		{"der Lehrling ist da", Named, RoleStaff, "Lehrling"},
	}
	for _, tt := range tests {
		sc := last(plain(), talk(tt.text))
		if !slices.ContainsFunc(sc.mentions, func(m mention) bool {
			return m.about == tt.about && m.role == tt.role && sc.wordsOf(m.tokenSpan) == tt.words && !m.name
		}) {
			t.Errorf("%q: no %s/%s %q among %+v", tt.text, tt.about, tt.role, tt.words, sc.mentions)
		}
	}
}

// An article before a noun is no pronoun.
func TestArticleIsNoPronoun(t *testing.T) {
	for text, want := range map[string]bool{
		"der ist krank":           true,
		"krank ist der":           true,
		"der alte Wagen ist leer": false,
		"die Schraube fehlt":      false,
	} {
		sc := last(plain(), talk(text))
		got := slices.ContainsFunc(sc.mentions, func(m mention) bool { return m.about == Thread })
		if got != want {
			t.Errorf("%q: pronoun %t, want %t", text, got, want)
		}
	}
}

func TestRoster(t *testing.T) {
	r := load(t, Options{}).Meet([]string{"Uwe Obermeier"}, slices.Values([]*chat.Message{
		{Text: "Frau Lindner hat angerufen"},
		{Text: "Herr Notiz wurde hinzugefügt", Kind: chat.System},
	}))
	for word, want := range map[string][2]bool{ // writes, addressed
		"obermeier": {true, false}, "lindner": {false, true}, "lindners": {false, true}, "notiz": {false, false}, "pumpe": {false, false},
	} {
		if got := [2]bool{r.writes(word), r.addressed(word)}; got != want {
			t.Errorf("%s: writes, addressed = %v, want %v", word, got, want)
		}
	}
	if r.Known("lindner") == 0 || r.Memory() == nil {
		t.Error("a titled name is not known")
	}
	var nobody *Roster
	if nobody.Known("weber") != 0 || nobody.writes("weber") || nobody.addressed("weber") {
		t.Error("a nil roster knows somebody")
	}
}

func TestMayHoldTitle(t *testing.T) {
	for text, want := range map[string]bool{
		"Herr Weber": true, "bei Frau Weber": true, "(Hr. Weber)": true, "ok\nMrs Baker": true, "@Dr. Kim": true, "MR BAKER": true,
		"": false, "ok mach ich": false, "Bauherren": false,
	} {
		if got := mayHoldTitle(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
