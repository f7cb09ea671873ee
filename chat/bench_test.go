package chat

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// bigChat renders n plain messages of the length people write.
func bigChat(n int, l stampLocale) []byte {
	texts := []string{
		"Guten Morgen, bin etwa 10 Minuten später da",
		"ok",
		"Die Lieferung für Halle 2 ist angekommen: 14 Kartons, einer beschädigt",
		"Kannst du morgen die Frühschicht übernehmen?",
		"👍 passt",
	}
	var b strings.Builder
	at := time.Date(2023, 1, 2, 6, 0, 0, 0, time.UTC)
	for i := range n {
		b.WriteString(l.write(at))
		fmt.Fprintf(&b, "Person %d: %s\n", i*7%13, texts[i%len(texts)])
		at = at.Add(97 * time.Second)
	}
	return []byte(b.String())
}

// BenchmarkRead measures both passes over plain messages.
func BenchmarkRead(b *testing.B) {
	for _, l := range []int{0, 1, 8} {
		const n = 20_000
		content := bigChat(n, stampLocales[l])
		b.Run(stampLocales[l].name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				chats, err := Read("bench.txt", Bytes(content), Options{})
				if err != nil {
					b.Fatal(err)
				}
				for _, err := range chats[0].Messages() {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
}
