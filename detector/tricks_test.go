package detector

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTricks writes entities as people do who want them to be overlooked, and as
// broken programs do. Marks around an entity hide nothing. What the marks inside
// of one do to it is not promised; offsets hold in any case.
func TestTricks(t *testing.T) {
	scanner, text := New().NewScanner(), &Text{}
	for _, c := range []struct {
		text string
		want Type // that is found all the same, if any
	}{
		{"ruf \u202e0171 2345678\u202c an", Phone},
		{"ruf \u20660171 2345678\u2069 an", Phone},
		{"ruf 0171\u20112345678 an", Phone},
		{"mail \u0435rika@web.example", Email}, // a Cyrillic letter
		{"Frau Mu\u0308ller ist da", Person},   // the letter and its dots apart
		{"Frau Müller\xed\xa0\x80 ist da", Person},
		{"Frau Müller\xff ist da", Person},
		{"\xed\xa0\xbd\xed\xb8\x82 ruf 0171 2345678 an", Phone}, // a pair of surrogates in UTF-8
		{"ruf 0171 2345678\x00 an", Phone},
		{text: "ruf ０１７１ ２３４５６７８ an"},
		{text: "ruf ٠١٧١ ٢٣٤٥٦٧٨ an"},
		{text: "ruf 𝟎𝟏𝟕𝟏 𝟐𝟑𝟒𝟓𝟔𝟕𝟖 an"},
		{text: "ruf 0l7l 2345678 an"},
		{text: "ruf 0171\u200b 234\u200b5678 an"},
		{text: "ruf 0171 2345\u00ad678 an"},
		{text: "ruf 0\u03011\u03017\u0301 an"},
		{text: "ruf 0️⃣1️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣ an"},
		{text: "IBAN ＤＥ５８１２３４５６７８"},
		{text: "Frau M\u200büller ist da"},
		{text: "\ufeff\ufffe\U0010ffff\U000e0041"},
	} {
		if err := checkDetectors(c.text); err != nil {
			t.Error(err)
		}
		text.Reset(c.text)
		found := scanner.Run(text, Context{})
		if c.want != "" && !slices.ContainsFunc(found, func(e Entity) bool { return e.Type == c.want }) {
			t.Errorf("%q: no %s in %+v", c.text, c.want, found)
		}
	}
}

// Floods of marks and of emojis cost no more than other text.
func TestFloods(t *testing.T) {
	scanner, text := New().NewScanner(), &Text{}
	for _, unit := range []string{"\u0301", "a\u0301", "\u200b", "\u202e", "\u200d", "👩‍", "🏽", "\ufe0f", "\xff", "\xed\xa0\x80", "\U000e0041", "́1", "ﷺ", "İ"} {
		text.Reset("ruf " + strings.Repeat(unit, 200_000/len(unit)) + " 0171 2345678 an")
		start := time.Now()
		scanner.Run(text, Context{})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%+q took %v", unit, took)
		}
	}
}
