package disguise

import "testing"

func BenchmarkEdits(b *testing.B) {
	for name, text := range map[string]string{
		"plain":     "Morgen 8 Uhr beim Kunden, bitte den Hubwagen mitbringen und Kevin abholen",
		"apart":     "Kevin ist k r a n k",
		"signs":     "Kevin ist kr4nk, sagt der Ch3f",
		"struck":    "Kevin ist kr*nk und b*s*ffen",
		"no vowels": "Kevin ist krnk und kmmt mrgn",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Edits(text)
			}
		})
	}
}
