package detector

import "testing"

func TestMemoryKnown(t *testing.T) {
	m := NewPeople([]string{"Justin Azubi", "Chef Sommer", "Büro Kessler", "Anna Büro 🧾", "~ Kev", "Lukas (Azubi)",
		"Frau Dr. Meier-Lübke", "+49 171 1234567", "Stefan B.", "Sabine & Ralf", "Aslıhan"})
	for _, w := range []string{"justin", "sommer", "kessler", "anna", "kev", "lukas", "meier", "lübke", "luebke", "stefan",
		"stefans", "stefan's", "sabine", "ralf", "aslihan", "steff"} {
		if m.Known(w) < 0.3 {
			t.Errorf("Known(%q) = %.2f, want a name", w, m.Known(w))
		}
	}
	for _, w := range []string{"azubi", "chef", "büro", "frau", "dr", "b", "171", ""} {
		if m.Known(w) != 0 {
			t.Errorf("Known(%q) = %.2f, want 0", w, m.Known(w))
		}
	}
	var none *Memory
	if none.Known("anna") != 0 {
		t.Error("a nil memory knows somebody")
	}
}

func TestMemoryIdentify(t *testing.T) {
	m := NewPeople([]string{"Stefan Brandl", "Stefan Huber", "Michael Kowalski", "Frau Özdemir", "Jürgen", "Jürgen Vogel", "Paul B.", "Paul Berger", "Paul K."})
	tests := []struct {
		name string
		want int // -1: nobody, or not one person
	}{
		{"Stefan Brandl", 0},
		{"stefan huber", 1},
		{"Stefan", -1},
		{"Brandl", 0},
		{"Brandls", 0},
		{"Hr. Huber", 1},
		{"Michi", 2},
		{"Michael", 2},
		{"Michi Kowalski", 2},
		{"Oezdemir", 3},
		{"Jürgen", 4},
		{"Juergen Vogel", 4},
		{"Vogel", 4},
		{"Berger", 5},
		{"Paul", -1},
		{"Stefan Vogel", -1},
		{"Kevin", -1},
		{"", -1},
	}
	for _, tt := range tests {
		id, ok := m.Identify(tt.name)
		if !ok {
			id = -1
		}
		if id != tt.want {
			t.Errorf("Identify(%q) = %d, want %d", tt.name, id, tt.want)
		}
	}
}

func TestMemoryLearn(t *testing.T) {
	m := NewPeople([]string{"Stefan Brandl", "Kevin"})
	var text Text
	for _, msg := range []string{"Frau Kranich hat angerufen", "Frau Brandl ist da", "die Familie von Ahlen zieht um", "@Mehmet kommst du?",
		"Frau Doktor kommt gleich", "Fr 8 Uhr", "meine Frau ist krank", "@all bitte melden"} {
		text.Reset(msg)
		m.Learn(&text)
	}
	for _, w := range []string{"kranich", "ahlen", "mehmet"} {
		if m.Known(w) < 0.5 {
			t.Errorf("Known(%q) = %.2f", w, m.Known(w))
		}
	}
	for _, w := range []string{"doktor", "uhr", "ist", "all", "von", "8"} {
		if m.Known(w) != 0 {
			t.Errorf("Known(%q) = %.2f, want 0", w, m.Known(w))
		}
	}
	if id, ok := m.Identify("Brandl"); !ok || id != 0 {
		t.Errorf("Identify(Brandl) = %d, %v: a title made another person of a known surname", id, ok)
	}
	if id, ok := m.Identify("Kranich"); !ok || id < 2 {
		t.Errorf("Identify(Kranich) = %d, %v", id, ok)
	}
}
