package detector

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTricks writes entities as people do who want them to be overlooked, as
// programs do that set text, and as broken ones do. Folded like the messages of
// a chat, they are found, and the whole of them.
func TestTricks(t *testing.T) {
	scanner, text := New().NewScanner(), &Text{}
	for _, c := range []struct {
		text string
		of   Type
		want string // of the original
	}{
		{"ruf \u202e0171 2345678\u202c an", Phone, "0171 2345678"},
		{"ruf \u20660171 2345678\u2069 an", Phone, "0171 2345678"},
		{"ruf 0171\u20112345678 an", Phone, "0171\u20112345678"},
		{"ruf 0171\u00a0234\u202f5678 an", Phone, "0171\u00a0234\u202f5678"},
		{"ruf +49\u2009171\u20072345678 an", Phone, "+49\u2009171\u20072345678"},
		{"ruf ０１７１ ２３４５６７８ an", Phone, "０１７１ ２３４５６７８"},
		{"ruf ＋４９　１７１　２３４５６７８ an", Phone, "＋４９　１７１　２３４５６７８"},
		{"ruf ٠١٧١ ٢٣٤٥٦٧٨ an", Phone, "٠١٧١ ٢٣٤٥٦٧٨"},
		{"ruf 𝟎𝟏𝟕𝟏 𝟐𝟑𝟒𝟓𝟔𝟕𝟖 an", Phone, "𝟎𝟏𝟕𝟏 𝟐𝟑𝟒𝟓𝟔𝟕𝟖"},
		{"ruf 0l7l 2345678 an", Phone, "0l7l 2345678"},
		{"IBAN DE58 I234 5678 O123 4567 89", IBAN, "DE58 I234 5678 O123 4567 89"},
		{"null eins fünf eins zwei drei vier fünf sechs sieben acht", Phone, "null eins fünf eins zwei drei vier fünf sechs sieben acht"},
		{"oh seven nine double one, one two three, four five six", Phone, "oh seven nine double one, one two three, four five six"},
		{"null 176 dann 23 45 67 89", Phone, "null 176 dann 23 45 67 89"},
		{"zero seven seven double oh nine hundred four five six", Phone, "zero seven seven double oh nine hundred four five six"},
		{"null eins sieben sechs, dann 23456789", Phone, "null eins sieben sechs, dann 23456789"},
		{"ruf null1sieben1 zwo34 fünf678 an", Phone, "null1sieben1 zwo34 fünf678"},
		{"bin bei zweiundfünfzig komma eins vier Nord / neun komma drei eins Ost", Coordinates, "zweiundfünfzig komma eins vier Nord / neun komma drei eins Ost"},
		{"Mrs Dane, sixteen-oh-three Cedar Court", Address, "sixteen-oh-three Cedar Court"},
		{"box eins neun zwo . null . zwo . sieben sieben", IP, "eins neun zwo . null . zwo . sieben sieben"},
		{"ruf О171 234567О an", Phone, "О171 234567О"}, // Cyrillic letters
		{"ruf 0171\u200b 234\u200b5678 an", Phone, "0171\u200b 234\u200b5678"},
		{"ruf 0171 2345\u00ad678 an", Phone, "0171 2345\u00ad678"},
		{"ruf 0\u03011\u03017\u03011\u0301 2345678 an", Phone, "0\u03011\u03017\u03011\u0301 2345678"},
		{"ruf 0️⃣1️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ an", Phone, "0️⃣1️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣"},
		{"\xed\xa0\xbd\xed\xb8\x82 ruf 0171 2345678 an", Phone, "0171 2345678"}, // a pair of surrogates in UTF-8
		{"ruf 0171 2345678\x00 an", Phone, "0171 2345678"},
		{"mail \u0435rika@web.example", Email, "\u0435rika@web.example"},
		{"mail erika＠web．example", Email, "erika＠web．example"},
		{"IBAN DE58\u202f1234\u202f5678\u202f0123\u202f4567\u202f89", IBAN, "DE58\u202f1234\u202f5678\u202f0123\u202f4567\u202f89"},
		{"IBAN ＤＥ５８１２３４５６７８０１２３４５６７８９", IBAN, "ＤＥ５８１２３４５６７８０１２３４５６７８９"},
		{"geb. 12.\u00a003.\u00a01984", DateOfBirth, "12.\u00a003.\u00a01984"},
		{"wohnt Hauptstr.\u00a012", Address, "Hauptstr.\u00a012"},
		{"Code: 4️⃣7️⃣1️⃣1️⃣", Credential, "4️⃣7️⃣1️⃣1️⃣"},
		{"Frau Mu\u0308ller ist da", Person, "Mu\u0308ller"},
		{"Frau M\u200büller ist da", Person, "M\u200büller"},
		{"Frau Müller\xed\xa0\x80 ist da", Person, "Müller"},
		{"Frau Müller\xff ist da", Person, "Müller"},
		{text: "\ufeff\ufffe\U0010ffff\U000e0041"},
		{text: "nimm 10l 2345678 mit"}, // no number begins with ten litres
	} {
		folded := Fold(c.text)
		for _, s := range []string{c.text, folded.Text} {
			if err := checkDetectors(s); err != nil {
				t.Error(err)
			}
		}
		text.Reset(folded.Text)
		var got []string
		for _, e := range scanner.Run(text, Context{}) {
			if c.of == "" || e.Type == c.of {
				got = append(got, c.text[folded.Start(e.Start):folded.End(e.End)])
			}
		}
		if c.want == "" && got != nil || c.want != "" && !slices.Equal(got, []string{c.want}) {
			t.Errorf("%q: found %q, want %s %q", c.text, got, c.of, c.want)
		}
	}
}

// Floods of marks and of emojis cost no more than other text.
func TestFloods(t *testing.T) {
	scanner, text := New().NewScanner(), &Text{}
	for _, unit := range []string{"\u0301", "a\u0301", "\u200b", "\u202e", "\u200d", "👩‍", "🏽", "\ufe0f", "\xff", "\xed\xa0\x80", "\U000e0041", "́1", "ﷺ", "İ", "1️⃣", "q\u0308", "\u00a0", "О1", "１", "a ", "k.r.", "i s t  ", "aaab ", "kr4nk ", "kr*nk ", "krnk ", "x4", "null ", "null", "eins-2 ", "eins-", "eins-zwei-", strings.Repeat("sdfghjkl", 7) + " ", "1O ", "1O"} {
		flood := "ruf " + strings.Repeat(unit, 200_000/len(unit)) + " 0171 2345678 an"
		start := time.Now()
		text.Reset(Fold(flood).Text)
		scanner.Run(text, Context{})
		if took := time.Since(start); took > 30*time.Second { // what grows with the square takes minutes
			t.Errorf("%+q took %v", unit, took)
		}
	}
}
