package detector

import (
	"strings"
	"sync"
	"testing"
)

// namesIn returns the persons of a message, joined by bars.
func namesIn(d *Detector, msg string, people People) string {
	var t Text
	t.Reset(msg)
	var out []string
	for _, e := range resolve(d.Find(&t, Context{People: people}, nil)) {
		if e.Type == Person {
			out = append(out, msg[e.Start:e.End])
		}
	}
	return strings.Join(out, "|")
}

func TestPersons(t *testing.T) {
	tests := []struct{ msg, want string }{
		{"stefan is krank", "stefan"},
		{"Kevin kommt heute später, Zug hat Verspätung", "Kevin"},
		{"Hat jemand Frau Dr. Meier-Lübke erreicht?", "Meier-Lübke"},
		{"bei Familie Özdemir ist die Heizung ausgefallen", "Özdemir"},
		{"Herr von der Heide hat angerufen", "von der Heide"},
		{"van der Velde ist abgereist", "van der Velde"},
		{"die Familie von Igor Huber", "Igor Huber"},
		{"Grüße\nStefan\nHuber GmbH", "Stefan"},
		{"key is at the Hendersons till Monday", "Hendersons"},
		{"Dr Bagger isch hee", ""},
		{"Dr Wekesa wants two of these", "Wekesa"},
		{"Miss Thibodeaux in flat 4", "Thibodeaux"},
		{"i miss Mondays", ""},
		{"hole mr. Wer het dr Wage?", ""},
		{"Wo bleibt d'Steffi?", "Steffi"},
		{"der Lehrbub von Frau Direktor Plank", "Plank"},
		{"da Herr Pfarrer hat geschrieben", ""},
		{"Frau Kurz oder ihr Sohn?", "Kurz"},
		{"frech wie Oskar, der neue Lehrling", ""},
		{"Herr der Ringe im Kino", ""},
		{"Bäckerei Hofmann hat geliefert", ""},
		{"das ist Stefans Auto", "Stefan"},
		{"hab gestern Gerhards Hobel gebraucht", "Gerhard"},
		{"Herr Peters war da", "Peters"},
		{"Ludwig XIV. hätte auch gewartet", "Ludwig XIV."},
		{"is that Dave's van outside?", "Dave"},
		{"@Kevin bringst du die Leiter mit", "Kevin"},
		{"da Schorsch hod des scho gmacht", "Schorsch"},
		{"ask Priya if she can cover Friday", "Priya"},
		{"Bitte bei Jürgen Vogel melden", "Jürgen Vogel"},
		{"komme heute später, stau auf der a8", ""},
		{"Moin zusammen, wer hat den Schlüssel?", ""},
		{"running late, traffic is mad", ""},
		{"Jürgen_Vogel_Krankmeldung.pdf", "Jürgen_Vogel"},
		{"Jürgen_Vogel.pdf", "Jürgen_Vogel"},
		{"der S. schläft wieder im bus", "S."},
		{"T. hat um drei schon getrunken", "T."},
		{"K.P. nicht erschienen, K. P. auch am montag nicht", "K.P.|K. P."},
		{"P.S. S. 12 fehlt, z. B. die A. 7 und U.S. Stecker, Plan B steht, Fr. kommt der Kran", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := namesIn(&personDetector, tt.msg, nil); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.msg, got, tt.want)
		}
	}
}

func TestPersonsAreTheSameInParallel(t *testing.T) {
	msgs := []string{"stefan is krank", "Frau Huber hat abgesagt", "Mehmet und Ali fahren", "ok", "Grüße aus Wien, Maria"}
	want := make([]string, len(msgs))
	for i, m := range msgs {
		want[i] = namesIn(&personDetector, m, nil)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for k := range 200 {
				i := k % len(msgs)
				if got := namesIn(&personDetector, msgs[i], nil); got != want[i] {
					t.Errorf("%q: %q, want %q", msgs[i], got, want[i])
				}
			}
		})
	}
	group.Wait()
}

func FuzzPersons(f *testing.F) {
	for _, s := range []string{"Stefan's Auto", "@Kevin", "Dr. Ümit Özdemir-Kaya", "\xff\xfe", "İbrahim’s", "a\u200db", "HANS\nPETER", strings.Repeat("Anna ", 400)} {
		f.Add(s)
	}
	people := NewPeople([]string{"Anna Büro", "Stefan"})
	f.Fuzz(func(t *testing.T, msg string) {
		var text Text
		text.Reset(msg)
		for _, e := range personDetector.Find(&text, Context{People: people}, nil) {
			if e.Start < 0 || e.End <= e.Start || e.End > len(msg) || !(e.Score >= 0 && e.Score <= 1) {
				t.Fatalf("entity %+v in %q", e, msg)
			}
		}
	})
}

func BenchmarkPersons(b *testing.B) {
	messages := readLabelled(b)
	people := NewPeople([]string{"Stefan Brandl", "Anna Büro", "Kevin"})
	var texts []*Text
	tokens := 0
	for _, m := range messages {
		t := &Text{}
		t.Reset(m.Text)
		texts = append(texts, t)
		tokens += len(t.Tokens)
	}
	var found []Entity
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, t := range texts {
			found = personDetector.Find(t, Context{People: people}, found[:0])
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestPersonsHold keeps a later change from losing what is reached. The tune part
// is not trained on; the figures in docs/detection.md also use the senders.
func TestPersonsHold(t *testing.T) {
	counts := map[Type]*tally{}
	var text Text
	for _, m := range readLabelled(t) {
		if m.part == "tune" {
			text.Reset(m.Text)
			m.score(t, personDetector.Find(&text, Context{}, nil), counts)
		}
	}
	if f1 := counts[Person].f1(); f1 < 0.92 {
		t.Errorf("persons in the tune part: F1 %.3f, want at least 0.92", f1)
	}
}
