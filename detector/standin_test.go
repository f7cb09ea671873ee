package detector

import (
	"strings"
	"testing"
)

func TestNeutral(t *testing.T) {
	for text, want := range map[string]string{
		"Person 7 hat Fieber":          "Personxk hat Fieber",
		"die Person 12, [Telefon 3]!":  "die Personxcd, [Telefon..]!",
		"ruf [Name] an":                "ruf [Name] an",
		"[entfernt: health]":           "[entfernt: health]",
		"Datei 2.pdf in Gruppe 1":      "Dateixd.pdf in Gruppexc",
		"pro Person Kuchen":            "pro Person Kuchen",
		"Person 7a und Kundenperson 7": "Person 7a und Kundenperson 7",
		"[das ist mehr; als ein Wort]": "[das ist mehr; als ein Wort]",
		"a[1] und [] und [":            "a[1] und [] und [",
	} {
		got := Neutral(text)
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if len(got) != len(text) {
			t.Errorf("%q: offsets moved", text)
		}
	}
}

func TestIsStandIn(t *testing.T) {
	for name, want := range map[string]bool{"Person 7": true, "Person 120": true, "Person": false, "Person A": false, "Anna": false, "Gruppe 1": false} {
		if IsStandIn(name) != want {
			t.Errorf("%q: got %t", name, !want)
		}
	}
}

// TestRedactedChat checks that in the texts of a redacted chat stand-ins are
// people, one by one, and nothing else.
func TestRedactedChat(t *testing.T) {
	people := NewPeople([]string{"Person 1", "Person 2"})
	if !people.Redacted() || NewPeople([]string{"Anna"}).Redacted() {
		t.Error("a chat is redacted if stand-ins write in it")
	}
	const text = "Frau Person 8 sitzt mit Person 12 4012 im Bus, [Telefon 1] oder [Adresse 2]"
	var prepared Text
	prepared.Reset(Neutral(text))
	var got []string
	for _, e := range New().NewScanner().Run(&prepared, Context{People: people}) {
		if !e.StandIn {
			t.Errorf("found %s %q", e.Type, text[e.Start:e.End])
		}
		got = append(got, text[e.Start:e.End])
	}
	if strings.Join(got, ", ") != "Person 8, Person 12" {
		t.Errorf("found %q", got)
	}
}
