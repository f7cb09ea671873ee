package detector

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// oddTexts break tokenizers: emoji, line ends, bidi marks, invalid UTF-8, NUL,
// floods, and what detectors look for cut off at every end.
var oddTexts = []string{
	"", " ", "\n", "\r\n", "\x00", "\xff\xfe\xfd", "0171\x002345678", "😂", "👨‍👩‍👧‍👦 0171 2345678 🤷🏽‍♀️",
	"Tel:\r\n0171 2345678\r\n\r\nHauptstr. 12\r\n", "\u202e0171 2345678\u202c", "\u200e+49 171 2345678\u200f",
	"שלום 0171 2345678 مرحبا", "٠١٧١ ٢٣٤٥٦٧٨", "０１７１ ２３４５６７８", "M\xc3-AB 1234", "DE58\u00a01234\u00a05678\u00a00123\u00a04567\u00a089",
	"a\u0301\u0301\u0301\u0301 4711", strings.Repeat("\u0301", 5000), "x" + strings.Repeat("\u0308", 3000) + " code 4711",
	strings.Repeat("0171 2345678 ", 2000), strings.Repeat("1", 10000), strings.Repeat("1 ", 5000), strings.Repeat("a@", 3000),
	strings.Repeat("DE", 4000), strings.Repeat("(", 3000), strings.Repeat("-", 3000) + "1", strings.Repeat("Hauptstr. 1, ", 2000),
	strings.Repeat("°", 500), strings.Repeat(":", 500), strings.Repeat("1.", 3000), strings.Repeat("key under ", 1000),
	"+", "+4", "+49", "(0", "#", "#1", "*", "@", "a@", "@b", "a@b.", "geb.", "geb. 1", "1.1.", "DE", "DE5", "M-", "M-A", "M-AB", "Str.", "Str. 1",
	"code", "code:", "key", "unter", "SK4", "SK4 9", "n", "1°", "1°2°", "wa.me/", "instagram.com/", "null ", "oh ", "at", "at dot", "12a", "-1", "1-",
	"H\u0130 0171 2345678", "ẞ straße 4", "STRASSE 4", "HAUPTSTRAẞE 4", "İstanbul caddesi 4",
	"https://", "http://.", "www.", "a.de/", "https://a.example/\u200e?q=48.1,", strings.Repeat("https://a.example/?pwd=1 ", 500), strings.Repeat("a.de/", 2000), strings.Repeat("a.", 2000) + "de/1",
	"el&&&&&&&&&&\r\n", "9999;;;;;;;;G;;;;;;;;;;;\n", "Siemens\r\n", "Berlin &&&\n", strings.Repeat("53310190M077", 8000),
}

// probes are texts in which every detector finds something.
var probes = []string{
	"erika@web.example", "DE58123456780123456789", "53310190M077", "86 095 742 719", "X123456788", "Perso L01X00T47", "4111111111111111",
	"0171 2345678", "geb. 12.3.84", "M-AB 1234", "192.0.2.7", Neutral("Person 7"), "48.137154, 11.576124", "instagram.com/maler.toni", "Hauptstr. 12", "code 4711",
	"Schlüssel unter der Fußmatte", "PESEL 80022901235", "Frau Müller", "pw: Sommer2023!", "erika ät web punkt example",
	"https://meet.example/j/87?pwd=a1B2c3",
}

// checkDetectors runs every detector and the engine over one text and returns a
// description of the first invariant that does not hold.
func checkDetectors(s string) error {
	text := &Text{}
	text.Reset(s)
	for _, d := range registry {
		got := d.Find(text, Context{}, nil)
		if len(got) > 0 && !d.Gate(text) {
			return fmt.Errorf("%s: gate is closed on %q but finds %+v", d.Name, s, got[0])
		}
		for _, e := range got {
			if err := e.check(s); err != nil {
				return fmt.Errorf("%s: %w", d.Name, err)
			}
			if !slices.Contains(d.Types, e.Type) {
				return fmt.Errorf("%s: returns %s, which it does not declare", d.Name, e.Type)
			}
		}
	}
	got := slices.Clone(New().NewScanner().Run(text, Context{}))
	for i, e := range got {
		if i > 0 && e.Start < got[i-1].End {
			return fmt.Errorf("%+v overlaps or precedes %+v in %q", e, got[i-1], s)
		}
	}
	text.Reset(s)
	if again := New().NewScanner().Run(text, Context{}); !slices.Equal(got, again) {
		return fmt.Errorf("%q: found %+v, then %+v", s, got, again)
	}
	return nil
}

func (e Entity) check(s string) error {
	switch {
	case e.Start < 0 || e.Start >= e.End || e.End > len(s):
		return fmt.Errorf("offsets %d to %d in a text of %d bytes", e.Start, e.End, len(s))
	case !startsRune(s, e.Start) || !startsRune(s, e.End):
		return fmt.Errorf("%q is cut inside a character", s[e.Start:e.End])
	case e.Score <= 0 || e.Score > 1 || e.Why == "":
		return fmt.Errorf("%+v has no score or reason", e)
	case strings.TrimSpace(s[e.Start:e.End]) != s[e.Start:e.End]:
		return fmt.Errorf("%q begins or ends with a blank", s[e.Start:e.End])
	}
	return nil
}

// startsRune reports whether offset at is where a character starts, or the end; an
// invalid byte is a character of its own.
func startsRune(s string, at int) bool {
	from := max(0, at-utf8.UTFMax)
	for from < at && !utf8.RuneStart(s[from]) {
		from++
	}
	for from < at {
		_, n := utf8.DecodeRuneInString(s[from:])
		from += n
	}
	return from == at
}

func TestEveryDetectorOnOddTexts(t *testing.T) {
	for _, s := range oddTexts {
		for _, text := range []string{s, s + " 0171 2345678", "Hauptstr. 12 " + s} {
			if err := checkDetectors(text); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestEveryDetectorFindsSomething(t *testing.T) {
	hit := map[string]bool{}
	text := &Text{}
	for _, s := range probes {
		if err := checkDetectors(s); err != nil {
			t.Error(err)
		}
		text.Reset(s)
		for _, d := range registry {
			hit[d.Name] = hit[d.Name] || len(d.Find(text, Context{}, nil)) > 0
		}
	}
	for _, d := range registry {
		if !hit[d.Name] {
			t.Errorf("no probe for detector %s", d.Name)
		}
	}
}

func TestRegistryIsComplete(t *testing.T) {
	names, types := map[string]bool{}, map[Type]bool{}
	for _, d := range registry {
		if names[d.Name] || d.Name == "" || d.Gate == nil || d.Find == nil {
			t.Errorf("detector %q is double or incomplete", d.Name)
		}
		names[d.Name] = true
		for _, typ := range d.Types {
			types[typ] = true
			if !slices.Contains(precedence, typ) {
				t.Errorf("%s has no place in the precedence", typ)
			}
		}
	}
	for _, typ := range precedence[:16] {
		if !types[typ] {
			t.Errorf("no detector for %s", typ)
		}
	}
}

func TestInvalidBytesBecomePunctuation(t *testing.T) {
	text := &Text{}
	text.Reset("a\xffb")
	if len(text.Tokens) != 3 || text.Tokens[1].Kind != Punct {
		t.Errorf("tokens %+v, want a mark between two words", text.Tokens)
	}
}

func TestResolve(t *testing.T) {
	e := func(typ Type, start, end int) Entity { return Entity{Type: typ, Start: start, End: end} }
	for _, c := range []struct{ in, want []Entity }{
		{nil, nil},
		{[]Entity{e(Phone, 4, 20), e(IBAN, 0, 22)}, []Entity{e(IBAN, 0, 22)}},
		{[]Entity{e(Card, 0, 19), e(IBAN, 5, 30)}, []Entity{e(IBAN, 5, 30)}},
		{[]Entity{e(Person, 0, 6), e(Address, 0, 14)}, []Entity{e(Address, 0, 14)}},
		{[]Entity{e(Phone, 0, 5), e(Phone, 0, 9)}, []Entity{e(Phone, 0, 9)}},
		{[]Entity{e(Person, 8, 12), e(Phone, 0, 8)}, []Entity{e(Phone, 0, 8), e(Person, 8, 12)}},
		{[]Entity{e(Phone, 0, 9), e(DateOfBirth, 0, 8), e(Person, 8, 12)}, []Entity{e(DateOfBirth, 0, 8), e(Person, 8, 12)}},
	} {
		if got := resolve(slices.Clone(c.in)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("resolve(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

// A link costs memory, since it is prepared as a text of its own.
func TestRunAllocatesNothing(t *testing.T) {
	if underRace {
		t.Skip("the race detector makes pools allocate")
	}
	scanner, text := New().NewScanner(), &Text{}
	plain := slices.DeleteFunc(slices.Clone(probes), func(s string) bool { return strings.Contains(s, "/") })
	for _, s := range []string{"moin, komme heute später, bin noch beim Kunden", strings.Join(plain, ", ")} {
		text.Reset(s)
		scanner.Run(text, Context{})
		if n := testing.AllocsPerRun(50, func() { scanner.Run(text, Context{}) }); n > 0 {
			t.Errorf("%.1f allocations on %q", n, s)
		}
	}
}

// identifiers is an engine of all detectors but that of persons.
func identifiers() *Engine {
	return &Engine{detectors: slices.DeleteFunc(slices.Clone(registry), func(d Detector) bool { return d.Name == "person" })}
}

// TestCostStaysLinear repeats what detectors look back or ahead from. A quadratic
// search would take minutes on these texts, not milliseconds.
func TestCostStaysLinear(t *testing.T) {
	pieces := append([]string{
		"netz ", "pw-", "pw:a.b.", "instagram.com/p/", "Geburtsjahr ", "key in ", "123 456 7881\n", "a-", "Str. ", "Am ", "!!!!1 ", "((1", "+1(", "1.1.", "@a",
		"a at b dot ", "SK4 9ZZ, ", "DE58 ", "0171 ", "1:2:", "1°", "null eins ", "schlüssel ", "geb. 1.1.84 ", "M-AB 1 ", "unter ", "4711 ist ",
	}, probes...)
	scanner, text := New().NewScanner(), &Text{}
	for _, piece := range pieces {
		text.Reset(strings.Repeat(piece, 100_000/len(piece)))
		start := time.Now()
		scanner.Run(text, Context{})
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q repeated to 100 kB took %v", piece, took)
		}
	}
}

func FuzzDetectors(f *testing.F) {
	for _, s := range probes {
		f.Add(s)
	}
	for _, s := range oddTexts {
		if len(s) < 200 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if err := checkDetectors(s); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkRun scans the labelled chats; each op is one message.
func BenchmarkRun(b *testing.B) {
	messages := readLabelled(b)
	texts, tokens := make([]Text, len(messages)), 0
	for i := range messages {
		texts[i].Reset(messages[i].Text)
		tokens += len(texts[i].Tokens)
	}
	run := func(name string, e *Engine) {
		b.Run(name, func(b *testing.B) {
			s := e.NewScanner()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				s.Run(&texts[i%len(texts)], Context{})
			}
			perToken := float64(b.Elapsed()) / float64(b.N) / (float64(tokens) / float64(len(texts)))
			b.ReportMetric(1e9/perToken, "tokens/s")
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
	run("all", New())
	run("identifiers", identifiers())
	for _, d := range registry {
		run(d.Name, &Engine{detectors: []Detector{d}})
	}
}

func BenchmarkReset(b *testing.B) {
	messages, text := readLabelled(b), &Text{}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		text.Reset(messages[i%len(messages)].Text)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}
