package detector

import "testing"

// The everyday ways to tell a secret must be found whatever the labeller has learnt last,
// and everyday numbers beside them must not.
func TestCredential(t *testing.T) {
	checkSpans(t, Credential, []spanCase{
		found("4711 ist der code", "4711"),
		none("Wifi im Container heißt FRITZ!Box 7590"),
		none("the guest network is called Hafen24"),
		found("WLAN heißt Gast und das pw ist hafen2024", "hafen2024"),
		found("WLAN heißt Gast, Passwort hafen2024", "hafen2024"),
		found("der code fürs tor lautet 4711", "4711"),
		found("Türcode: 4711#", "4711#"),
		found("code for the gate: 6174", "6174"),
		found("6174 is the alarm code", "6174"),
		found("PIN 4 7 1 1", "4 7 1 1"),
		found("Alarm aus mit 4-7-1-1", "4-7-1-1"),
		found("der Tresor geht mit 83 14 22 auf", "83 14 22"),
		found("pw: Sommer2023!", "Sommer2023!"),
		found("WLAN-Passwort: sonnenschein", "sonnenschein"),
		found("the password is Butterfly", "Butterfly"),
		found("password changed to Butterfly", "Butterfly"),
		found("Passwort lautet jetzt Kirsche_31", "Kirsche_31"),
		found("Schlüssel liegt unter der dritten Fußmatte", "unter der dritten Fußmatte"),
		found("schlissl hängt hinterm Fensterladn", "hinterm Fensterladn"),
		found("key's under the flowerpot", "under the flowerpot"),
		found("Der Ersatzschlüssel ist hinter dem Zählerkasten.", "hinter dem Zählerkasten"),

		none("code 1200 € teurer"),
		none("der Code fürs Tor ist weg"),
		none("Passwort vergessen"),
		none("Passwort bitte zurücksetzen"),
		none("6174 Euro reichen"),
		none("bestell 4711 Dübel"),
		none("um 1830 am Tor"),
		none("vom netz trennen!!"),
		none("who dropped a key in the coach overnight"),
	})
}

// What is told before decides what a number is.
func TestEarlierMessagesDecide(t *testing.T) {
	scanner := New().NewScanner()
	for _, tt := range []struct {
		earlier []string // newest first
		text    string
		want    string
	}{
		{[]string{"wie ist der Code vom Tor?"}, "4711", "4711"},
		{[]string{"wie viele Schrauben?"}, "4711", ""},
		{[]string{"ok", "what's the code for the gate?"}, "it's 6174", "6174"},
		{[]string{"und wie viele Dübel?", "pw ist Sommer_23"}, "5283", ""},
		{[]string{"how long is it?", "gate code anyone"}, "1860", ""},
		{[]string{"wo liegt der Schlüssel?"}, "unter der Fußmatte", "unter der Fußmatte"},
		{[]string{"wo liegt die Rechnung?"}, "unter der Fußmatte", ""},
		{[]string{"brauche noch die Passnummer von dir"}, "504417823", "504417823"},
		{[]string{"Artikelnummer vom Fliesenkleber?"}, "504417823", ""},
		{[]string{"Versichertennummer fehlt noch"}, "K582914736, so steht es da", "K582914736"},
	} {
		text, earlier := newText(tt.text), []*Text{}
		for _, e := range tt.earlier {
			earlier = append(earlier, newText(e))
		}
		got := ""
		for _, e := range scanner.Run(text, Context{Earlier: earlier}) {
			got += tt.text[e.Start:e.End]
		}
		if got != tt.want {
			t.Errorf("%q after %q: found %q, want %q", tt.text, tt.earlier, got, tt.want)
		}
	}
}

// Only messages that may tell a secret heed those before them.
func TestHeeds(t *testing.T) {
	for _, tt := range []struct {
		text, before string
		want         bool
	}{
		{"4711", "wie ist der Code?", true}, {"ok", "wie ist der Code?", true}, {"4711", "moin", true},
		{"ok", "moin", false}, {"dritter vierter zweiundachtzig", "geburtsdatum?", true}, {"unter der Fußmatte", "wo liegt die Rechnung?", false},
	} {
		if got := Heeds(newText(tt.text), []*Text{newText(tt.before)}); got != tt.want {
			t.Errorf("%q after %q: %t", tt.text, tt.before, got)
		}
	}
	if Heeds(newText("4711"), nil) {
		t.Error("heeds what is not there")
	}
}

func newText(raw string) *Text {
	t := &Text{}
	t.Reset(raw)
	return t
}

// A listener hears what the messages before say.
func TestListener(t *testing.T) {
	l := NewListener(0)
	for _, tt := range []struct {
		raw  string
		want int
	}{{"wie ist der Code vom Tor?", 0}, {"4711", 1}, {"danke", 0}, {"wie viele Schrauben?", 0}, {"4711", 0}} {
		if got := l.Hear(tt.raw); len(got) != tt.want {
			t.Errorf("%q: %d secrets, want %d", tt.raw, len(got), tt.want)
		}
	}
}

// Nothing of one chat counts in the next.
func TestListenerRestarts(t *testing.T) {
	l := NewListener(0)
	l.Hear("wie ist der Code vom Tor?")
	l.Restart()
	if got := l.Hear("4711"); len(got) > 0 {
		t.Errorf("heard %+v", got)
	}
}

// An eager listener hears at least what a calm one does.
func TestEagerListener(t *testing.T) {
	calm, eager := NewListener(0), NewListener(3)
	for _, raw := range []string{"Code?", "steht am Kasten", "die 6174 oder so", "hängt hinten beim Trog", "ruf halt an"} {
		if c, e := len(calm.Hear(raw)), len(eager.Hear(raw)); e < c {
			t.Errorf("%q: calm %d, eager %d", raw, c, e)
		}
	}
}

// Numbers too long for a code are none, nor are their ends, whatever the labeller says.
func TestPlainSecrets(t *testing.T) {
	for text, want := range map[string]string{
		"Code 11 22 33 44 55 66":          "",
		"Code 1 2 3 4 5 6 7 8 9 0 1 2":    "",
		"PIN ist: 1985":                   "1985",
		"der Code vom Jahrgang 1985":      "",
		"Schlüssel lag unter der Matte":   "",
		"Schlüssel hängt. Unter der Bank": "",
		"Passwort: Kirsche_31, glaub ich": "Kirsche_31",
		"Passwort ist abgelaufen":         "",
		"4711 ist der Code vom Tor":       "4711",
		"Barcode 471199":                  "",
	} {
		got := ""
		for _, e := range findPlainSecrets(newText(text), nil) {
			got += text[e.Start:e.End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A clone keeps what it is when the text is used again.
func TestClone(t *testing.T) {
	text := newText("wie ist der Code?")
	text.look()
	c := text.Clone()
	text.Reset("morgen um acht am Tor")
	text.look()
	if c.Raw != "wie ist der Code?" || c.Word(3) != "code" || c.mark(3)&markCode == 0 || c.sayings().topics != topicCode|topicQuestion {
		t.Errorf("%+v", c)
	}
}

// The model has learnt features by their hashes: what changes them needs a new training
// (chatlint-train secret), and then another sum here.
func TestFeaturesAreThoseOfTheModel(t *testing.T) {
	const learnt = 0x40bef20c
	h := uint32(0)
	for _, features := range SecretFeatures(newText("Tor: 4-7-1-1 dann Raute, pw is Sommer_23 £5"), []*Text{newText("Wie is der Code? hab 20 min"), newText("Schlüssel unterm Topf")}) {
		for _, f := range features {
			h = h*31 + f
		}
	}
	if h != learnt {
		t.Errorf("the features are %#x, the model has learnt %#x", h, learnt)
	}
}

// The sums that score adds up are those of the features that training shows.
func TestScoresAreThoseOfFeatures(t *testing.T) {
	text, earlier := newText("also das Tor: 4-7-1-1 und dann Raute, pw ist Sommer_23, liegt unterm Topf"), []*Text{newText("Code?"), newText("bin am Tor")}
	m := secretModel()
	var s secretTalk
	s.hear(text, earlier)
	s.score(m)
	for i, features := range SecretFeatures(text, earlier) {
		sum := m.Sum(features)
		odds := m.Scores(sum, len(features))
		if s.odds[i][SecretBegin] != odds[0] || s.odds[i][SecretInside] != odds[1] {
			t.Errorf("token %d: %v, by its features %v", i, s.odds[i], odds)
		}
	}
}

// A label never continues what has not begun.
func TestLabelsBegin(t *testing.T) {
	s := secretTalk{odds: [][secretLabels]float32{{0, -9, 5}, {0, -1, 12}, {0, -9, -9}, {0, -9, 1}}}
	s.decide()
	for i, l := range s.labels {
		if l == SecretInside && (i == 0 || s.labels[i-1] == secretNone) {
			t.Errorf("token %d continues nothing: %v", i, s.labels)
		}
	}
	if s.labels[1] != SecretInside {
		t.Errorf("labels %v", s.labels)
	}
}
