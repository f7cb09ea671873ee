package report

import (
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// crew is a chat of three, two of whom share a first name.
func crew() []lint.Input {
	return []lint.Input{{Participants: []chat.Participant{{Name: "Stefan Brandl"}, {Name: "Lena Hofer"}, {Name: "Lena Brunner"}}}}
}

func TestMaskText(t *testing.T) {
	person := func(names ...string) (es []entityOf) {
		for _, n := range names {
			es = append(es, entity(detector.Person, n))
		}
		return es
	}
	tests := map[string]struct {
		text     string
		category rules.Category
		span     string
		entities []entityOf
		want     string
	}{
		"first name is the sender":    {"Stefan ist krank", rules.Health, "krank", person("Stefan"), "Person 1 ist krank"},
		"surname is the sender":       {"Herr Brandl ist krank", rules.Health, "krank", person("Brandl"), "Herr Person 1 ist krank"},
		"full name is one person":     {"Stefan Brandl ist krank", rules.Health, "krank", person("Stefan", "Brandl"), "Person 1 ist krank"},
		"shared name is nobody's":     {"Lena ist krank", rules.Health, "krank", person("Lena"), "Person 4 ist krank"},
		"stranger":                    {"Otto und Stefan sind krank", rules.Health, "krank", person("Otto", "Stefan"), "Person 4 und Person 1 sind krank"},
		"customer":                    {"Otto zahlt nicht", rules.Customer, "Otto", person("Otto"), "Kunde 1 zahlt nicht"},
		"colleague beside a customer": {"Stefan fährt zu Otto", rules.Customer, "Stefan fährt zu Otto", person("Stefan", "Otto"), "Person 1 fährt zu Kunde 1"},
		"customer beside the span":    {"Familie Otto wartet", rules.Customer, "Familie", person("Otto"), "Familie Kunde 1 wartet"},
		"stranger beside a customer":  {"Emil fährt zu Otto", rules.Customer, "Otto", person("Emil", "Otto"), "Person 4 fährt zu Kunde 1"},
		"missed by the detectors":     {"Brandl ist krank", rules.Health, "krank", nil, "Person 1 ist krank"},
		"missed behind a title":       {"Fr. Montag kommt am Dienstag", rules.Health, "kommt", nil, "Fr. Person 4 kommt am Dienstag"},
		"missed possessive":           {"Brandls Kind", rules.Health, "Kind", nil, "Person 1 Kind"},
		"missed number":               {"ruf 0171 123 45 67 an", rules.Contact, "ruf", nil, "ruf *** an"},
		"missed address":              {"an a.b@c.de schicken", rules.Contact, "an", nil, "an ***@*** schicken"},
		"missed code":                 {"Code 47 11 für 3 Türen", rules.Credential, "47 11", nil, "Code *** für 3 Türen"},
		"date and price stay":         {"am 12.03.2024 um 7:30, 1.250,00 Euro", rules.Customer, "Euro", nil, "am 12.03.2024 um 7:30, 1.250,00 Euro"},
		"town and firm stay": {"Bau in Köln für Contora", rules.Customer, "Bau",
			[]entityOf{entity(detector.Location, "Köln"), entity(detector.Organization, "Contora")}, "Bau in Köln für Contora"},
	}
	for name, test := range tests {
		m := newMasker(catalogue.For(locale.German))
		m.inputs(crew())
		f := finding(0, 0, "Lena Hofer", test.text, "r", test.category, rules.High, test.span, test.entities...)
		if got := m.finding(f).Message.Text; got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

func TestMaskKeepsSpansInPlace(t *testing.T) {
	text := "👍 Stefan Brandl, Lindenweg 12, ist krank"
	f := finding(0, 0, "Lena Hofer", text, "r", rules.Health, rules.High, "Brandl, Lindenweg 12, ist krank",
		entity(detector.Person, "Stefan Brandl"), entity(detector.Address, "Lindenweg 12"))
	m := newMasker(catalogue.For(locale.English))
	m.inputs(crew())
	got := m.finding(f)
	at := func(start, end int) string { return got.Message.Text[start:end] }
	if s := at(got.Spans[0].Start, got.Spans[0].End); s != "Person 1, [address], ist krank" {
		t.Errorf("span is %q", s)
	}
	if s := at(got.Entities[1].Start, got.Entities[1].End); s != "[address]" {
		t.Errorf("entity is %q", s)
	}
	if s := at(got.Evidence[1].Span.Start, got.Evidence[1].Span.End); s != "Person 1, [address], ist krank" {
		t.Errorf("evidence is at %q", s)
	}
	if e := got.Evidence[0].Span; e != (rules.Span{}) {
		t.Errorf("evidence without words moved to %v", e)
	}
}

// TestMaskKeepsStandIns checks that what redaction put for names stays what it
// is, and that nobody else gets it.
func TestMaskKeepsStandIns(t *testing.T) {
	m := newMasker(catalogue.For(locale.German))
	m.inputs([]lint.Input{{Participants: []chat.Participant{{Name: "Person 1"}, {Name: "Person 3"}}}})
	f := finding(0, 0, "Person 3", "Frau Person 7 und Otto sind krank", "r", rules.Health, rules.High, "krank",
		entity(detector.Person, "Person 7"), entity(detector.Person, "Otto"))
	f.Entities[0].StandIn = true
	got := m.finding(f)
	if want := "Frau Person 7 und Person 2 sind krank"; got.Message.Text != want || got.Message.Sender != "Person 3" {
		t.Errorf("got %q by %q, want %q", got.Message.Text, got.Message.Sender, want)
	}
}

func TestPseudonyms(t *testing.T) {
	inputs := append(crew(), lint.Input{Participants: []chat.Participant{{Name: "Brandl Stefan"}, {Name: "🌵"}, {Name: "Luki Azubi"}, {Name: "+49 171 5550123"}}})
	p := newPseudonyms(inputs)
	steps := []struct {
		chat       int
		name, want string
	}{
		{0, "Stefan Brandl", "P 1"},
		{0, "Lena Hofer", "P 2"},
		{0, "Lena Brunner", "P 3"},
		{0, "stefan", "P 1"},
		{0, "Stefans", "P 1"},
		{0, "Hofer", "P 2"},
		{0, "Lena", "P 4"},            // one of two, nobody knows which
		{1, "Brandl Stefan", "P 1"},   // the same in another chat
		{1, "Stefan", "P 1"},          //
		{1, "🌵", "P 5"},               // a name of no letters
		{1, "+49 171 5550123", "P 6"}, //
		{1, "Meier", "P 7"},           // a stranger
		{1, "Anna Meier", "P 7"},      // told in full later
		{1, "Anna", "P 7"},            //
		{1, "Sepp Meier", "P 8"},      // another one
		{0, "Otto", "P 9"},            //
		{0, "Otto von Thal", "P 9"},   //
		{0, "Karl von Berg", "P 10"},  // "von" makes nobody the same
		{1, "Luki Azubi", "P 11"},     //
		{1, "Lukis", "P 11"},          // "Azubi" is no name
		{1, "L u k i", "P 11"},        // disguised
		{1, "S3pp Meier", "P 8"},      //
		{1, "", hidden},               //
	}
	for _, s := range steps {
		if got := p.of(s.chat, s.name, "P"); got != s.want {
			t.Errorf("%q in chat %d: got %q, want %q", s.name, s.chat, got, s.want)
		}
	}
}

func TestShape(t *testing.T) {
	tests := []struct {
		of   detector.Type
		text string
		want string
	}{
		{detector.Phone, "0171 1234567", "0171 ***"},
		{detector.Phone, "+49 (171) 123-4567", "+49 ***"},
		{detector.Phone, "1234", "***"},
		{detector.IBAN, "de58 3704 0044 0532 0130 89", "DE58 **** **89"},
		{detector.IBAN, "BLZ 37040044 Kto 532013000", "***"},
		{detector.Card, "4111 1111 1111 1111", "**** 1111"},
		{detector.LicensePlate, "TÖL-AB 123", "TÖL-** ****"},
		{detector.LicensePlate, "TÖLAB123", "***"},
		{detector.Email, "a.b@firma.example", "***@***.example"},
		{detector.Email, "a.b at firma", "***@***"},
		{detector.Address, "Gartenstr. 5", "[address]"},
		{detector.Credential, "1234", "[access code]"},
		{detector.Type("NEW"), "secret", "***"},
	}
	for _, test := range tests {
		if got := shape(test.of, test.text, catalogue.For(locale.English)); got != test.want {
			t.Errorf("%s %q: got %q, want %q", test.of, test.text, got, test.want)
		}
	}
}

func TestAttachment(t *testing.T) {
	for name, want := range map[string]string{
		"": "", "Stefan Brandl.vcf": "***.vcf", "IMG-1.jpeg": "***.jpeg", "Brief an Herrn.Huber": "***", "ohne Endung": "***",
	} {
		if got := attachment(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// FuzzMask checks that masking keeps every offset inside the text and shows no
// digit run that singles somebody out.
func FuzzMask(f *testing.F) {
	f.Add("Stefan, 0171 1234567, a@b.de", 0, 6, 8, 20)
	f.Add("\xff\u202e👍", 0, 1, 1, 2)
	f.Add("x", 0, 0, 0, 1)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		clamp := func(i int) int { return max(0, min(i, len(text))) }
		a, b, c, d = clamp(a), clamp(b), clamp(c), clamp(d)
		if a > b || c >= d {
			t.Skip()
		}
		m := newMasker(catalogue.For(locale.German))
		m.inputs(crew())
		got := m.finding(&lint.Finding{
			Message:  chat.Message{Text: text, Sender: "Stefan Brandl"},
			Finding:  rules.Finding{Spans: []rules.Span{{Start: a, End: b}, {Start: c, End: d}}},
			Entities: []detector.Entity{{Type: detector.Person, Start: c, End: d}},
		})
		n := len(got.Message.Text)
		for _, s := range append(got.Spans, rules.Span{Start: got.Entities[0].Start, End: got.Entities[0].End}) {
			if s.Start < 0 || s.Start > s.End || s.End > n {
				t.Fatalf("span %v is outside of %d bytes", s, n)
			}
		}
		if strings.Contains(got.Message.Text, "0171 1234567") {
			t.Fatalf("number is readable in %q", got.Message.Text)
		}
		shown, spans := visible(excerpt(got.Message.Text, got.Spans, 100))
		for _, l := range wrap(shown, spans, 20) {
			for _, r := range l {
				if strings.ContainsAny(r.text, "\n\x1b") {
					t.Fatalf("line holds a control character: %q", r.text)
				}
			}
		}
	})
}
