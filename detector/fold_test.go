package detector

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "Größe 12, 👩‍⚕️ ❤️ „ja“ – 3 €", "Größe 12, 👩‍⚕️ ❤️ „ja“ – 3 €"},
		{"blanks", "0171\u00a0234\u202f567\u2009\u20078\u3000x", "0171 234 567  8 x"},
		{"full width", "ＤＥ５８＠ｘ．", "DE58@x."},
		{"digits of other scripts", "٠١٢ ۳ ४ 𝟎𝟗𝟘𝟡", "012 3 4 0909"},
		{"hidden", "Mü\u200bl\u00adler\u2060 \ufeff0\u200d1", "Müller 01"},
		{"keycaps", "1️⃣2⃣", "12"},
		{"struck through", "4\u03367\u0336 k\u0336r\u0336", "47 kr"},
		{"styled", "𝐤𝓻𝔞𝗻𝕜 ⓚⓡ ᵏʳ", "krank kr kr"},
		{"told", "null zehn elf eins zwei drei vier fünf", "0101112345"},
		{"disguised", "K e v i n ist kr4nk\u00a0und f\u0430ul", "Kevin ist krank und faul"},
		{"accents apart", "Mu\u0308ller Jose\u0301", "Müller José"},
		{"accents that fit no letter", "q\u0308 \u0301", "q\u0308 \u0301"},
		{"letters for digits", "О171 2Ο3 Олег 1О", "0171 203 Олег 10"},
		{"invalid bytes", "a\xff\u00a0\xffb", "a\ufffd \ufffdb"},
		{"nothing to see", "\u200b\u00ad", ""},
	} {
		f := Fold(tt.text)
		if f.Text != tt.want || f.Same() != (tt.text == tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, f.Text, tt.want)
		}
		if err := f.check(tt.text); err != "" {
			t.Errorf("%s: %s", tt.name, err)
		}
	}
}

// The offsets lead back to the characters of the original, accents and keycaps
// included, and leave out what shows nothing beside a word.
func TestFoldedOffsets(t *testing.T) {
	for text, words := range map[string][]string{
		"ab cd": {"ab", "cd"},
		"Mu\u0308ller\u00a0ist\u200b 0️⃣1️⃣":  {"Mu\u0308ller", "ist", "0️⃣1️⃣"},
		"\u200b０１\u00ad２\u200b":               {"０１\u00ad２"},
		"m\u00fcde, K e v i n faulllll kr*nk": {"m\u00fcde,", "K e v i n", "faulllll", "kr*nk"},
	} {
		f := Fold(text)
		var got []string
		for at := 0; at < len(f.Text); {
			end := at + len(strings.SplitN(f.Text[at:], " ", 2)[0])
			got = append(got, text[f.Start(at):f.End(end)])
			at = end + 1
		}
		if !slices.Equal(got, words) {
			t.Errorf("%q: %q, want %q", text, got, words)
		}
	}
}

// check returns what is wrong with the offsets into the original, "" for nothing.
func (f *Folded) check(raw string) string {
	last := 0
	for i := 0; i <= len(f.Text); i++ {
		if !startsRune(f.Text, i) {
			continue
		}
		start, end := f.Start(i), f.End(i)
		switch {
		case start < end && i < len(f.Text), start < last, end > len(raw), start > len(raw):
			return "offsets are out of order"
		case !startsRune(raw, start) || !startsRune(raw, end):
			return "offsets lie inside of a character"
		}
		last = start
	}
	return ""
}

func FuzzFold(f *testing.F) {
	for _, s := range append(slices.Clone(oddTexts), probes...) {
		if len(s) < 200 {
			f.Add(s)
		}
	}
	f.Add("k\u00adr4nk kr*nk krnk triple 5 double o eins null K e v i n\u200b")
	f.Add("null zehn elf eins zwei drei vier fünf")
	f.Add("Mu\u0308ller О171\u202f２３\u200d4️⃣\u0301\xff\u00ad")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		if err := folded.check(text); err != "" {
			t.Errorf("%q: %s", text, err)
		}
		if folded.Same() && folded.Text != text {
			t.Errorf("%q became %q in silence", text, folded.Text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(folded.Text) {
			t.Errorf("%q became invalid", text)
		}
		for _, r := range folded.Text {
			if unicode.IsDigit(r) && !isASCIIDigit(r) {
				t.Errorf("%q keeps a digit in %q", text, folded.Text)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, text := range map[string]string{
		"ascii": "Morgen 8 Uhr beim Kunden, bitte den Hubwagen mitbringen und Kevin abholen", "german": "Früh um acht über die Brücke, größere Kübel für die Möbel mitnehmen",
		"blanks": "Ruf an: 0171\u202f234\u202f5678, Kunde wartet seit 8\u00a0Uhr auf dich",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Fold(text)
			}
		})
	}
}
