package rules

import (
	"slices"
	"testing"
)

func TestLanguage(t *testing.T) {
	for want, texts := range map[string][]string{
		"de": {"Moin, wer kann heute nach Hannover?", "ok", "the bus ist weg, ich komme mit dem Auto"},
		"en": {"Morning, who can do the job today?", "Danke", "I have the van, he is on his way"},
		"":   {"👍", "12", "ok"},
	} {
		if got := Language(slices.Values(texts)); got != want {
			t.Errorf("%q: got %q, want %q", texts, got, want)
		}
	}
}
