package rules

import (
	"slices"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// BenchmarkCheck measures the whole judgement of a message of a working day.
func BenchmarkCheck(b *testing.B) {
	e := load(b, Options{})
	texts := []string{
		"Moin, wer fährt heute mit auf die Baustelle in Freising?",
		"ok mach ich",
		"Der Kevin hat sich schon wieder krank gemeldet, was machen wir mit der Frau Meier?",
		"Material ist bestellt, kommt morgen gegen zehn",
		"👍",
		"Brauch noch 20 m Kupferrohr und zwei Bögen, wer hat Zeit?",
	}
	s := e.NewSession(Meet([]string{"Kevin Azubi", "Chef Sommer"}, slices.Values([]*chat.Message(nil))))
	start := time.Date(2024, 3, 11, 7, 0, 0, 0, time.UTC)
	m := chat.Message{Sender: "Chef Sommer"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Text, m.Time = texts[i%len(texts)], start.Add(time.Duration(i)*time.Minute)
		s.Check(&m)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}
