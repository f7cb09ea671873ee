package rules

import (
	"testing"
	"time"
)

func TestRefer(t *testing.T) {
	tests := []struct {
		name   string
		lines  []string
		anchor string
		about  About
		words  string // of the mention
	}{
		{"a name before", []string{"Stefan ist krank"}, "krank", Named, "Stefan"},
		{"a name behind", []string{"krank ist heute der Stefan"}, "krank", Named, "Stefan"},
		{"a singular role", []string{"unser Azubi ist krank"}, "krank", Named, "Azubi"},
		{"a relative", []string{"meine Frau ist im Krankenhaus"}, "Krankenhaus", Named, "meine Frau"},
		{"the nearer of two names", []string{"Stefan fährt, Kevin ist krank"}, "krank", Named, "Kevin"},
		{"the clause beats the distance", []string{"Kevin ist krank, Stefan fährt"}, "krank", Named, "Kevin"},
		{"the sentence beats the message", []string{"Stefan fährt. Kevin ist heute leider schon wieder krank"}, "krank", Named, "Kevin"},
		{"first person", []string{"ich bin krank"}, "krank", Sender, "bin"},
		{"first person by the verb alone", []string{"bin krank"}, "krank", Sender, "bin"},
		{"second person", []string{"bist du wieder gesund?"}, "gesund", Addressee, "du"},
		{"a pronoun and a name in the thread", []string{"Al: Wo bleibt Stefan?", "der hat sich krank gemeldet"}, "krank", Thread, "der"},
		{"no subject and a name in the thread", []string{"Al: Wo bleibt Stefan?", "hat sich krank gemeldet"}, "krank", Thread, ""},
		{"nobody", []string{"zwei Leute krank heute"}, "krank", Nobody, "Leute"},
		{"nobody at all", []string{"Grippe geht rum"}, "Grippe", Nobody, ""},
		{"a thing", []string{"die Pumpe ist krank"}, "krank", Nobody, "Pumpe"},
		{"a person beside a thing", []string{"die Pumpe läuft, Stefan ist krank"}, "krank", Named, "Stefan"},
		{"a thing beside a person", []string{"Stefan sagt, die Pumpe ist krank"}, "krank", Nobody, "Pumpe"},
		{"a pronoun that takes up a name", []string{"Stefan kommt nicht. Er ist krank"}, "krank", Named, "Stefan"},
		{"a pronoun that takes up the nearer name", []string{"Stefan fährt. Kevin bleibt daheim. Er ist krank"}, "krank", Named, "Kevin"},
		{"a role that many have carries no thread", []string{"Al: der Kunde hat angerufen", "hat sich krank gemeldet"}, "krank", Nobody, ""},
		{"a pronoun that takes up a thing", []string{"Die Pumpe läuft nicht. Sie ist krank"}, "krank", Nobody, "Pumpe"},

		{"English: a name", []string{"Kevin is ill"}, "ill", Named, "Kevin"},
		{"English: first person", []string{"I am ill"}, "ill", Sender, "I"},
		{"English: contracted first person", []string{"I'm ill today"}, "ill", Sender, "I'm"},
		{"English: second person", []string{"are you still ill?"}, "ill", Addressee, "you"},
		{"English: a pronoun", []string{"Al: Where is Kevin?", "he is ill"}, "ill", Thread, "he"},
		{"English: a pronoun that takes up a name", []string{"Kevin won't come. He is ill"}, "ill", Named, "Kevin"},
		{"English: a thing", []string{"the pump is ill"}, "ill", Nobody, "pump"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sc := last(plain(), talk(tt.lines...))
			r := sc.refer(at(t, sc.analysis, tt.anchor), sc.earlier)
			if r.about != tt.about || sc.wordsOf(r.mention) != tt.words {
				t.Errorf("%q is about %s %q, want %s %q", tt.lines, r.about, sc.wordsOf(r.mention), tt.about, tt.words)
			}
			if r.sure <= 0 || r.sure > 1 {
				t.Errorf("sure by %g", r.sure)
			}
		})
	}
}

// A thread goes cold: what was said in the morning resolves no pronoun in the
// evening, and a member's own name in his message is not what another refers to.
func TestThreadEnds(t *testing.T) {
	messages := talk("Al: Wo bleibt Stefan?", "hat sich krank gemeldet")
	for after, want := range map[time.Duration]About{ThreadSpan: Thread, ThreadSpan + time.Second: Nobody} {
		messages[1].Time = messages[0].Time.Add(after)
		sc := last(plain(), messages)
		if r := sc.refer(at(t, sc.analysis, "krank"), sc.earlier); r.about != want {
			t.Errorf("after %s: about %s, want %s", after, r.about, want)
		}
	}
}

// The newest name of the thread is meant, not an older one.
func TestThreadNewestFirst(t *testing.T) {
	sc := last(plain(), talk("Al: Wo bleibt Herr Weber?", "Al: und wo ist unser Azubi?", "der ist krank"))
	r := sc.refer(at(t, sc.analysis, "krank"), sc.earlier)
	if r.about != Thread || r.role != RoleStaff {
		t.Errorf("about %s/%s, want thread/staff", r.about, r.role)
	}
}
