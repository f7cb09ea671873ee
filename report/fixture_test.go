package report

import (
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// book is a rulebook of three rules.
type book struct{}

var bookRules = []rules.Rule{
	{ID: "contact/phone", Category: rules.Contact, Title: rules.Text{De: "Telefonnummer", En: "Phone number"},
		Why:    rules.Text{De: "Eine private Nummer geht nur die an, die anrufen müssen.", En: "A private number concerns only those who have to call."},
		Advice: rules.Text{De: "Die Nummer in den Auftrag schreiben.", En: "Put the number into the job."}},
	{ID: "customer/detail", Category: rules.Customer, Title: rules.Text{De: "Kunde mit Adresse", En: "Customer with address"},
		Advice: rules.Text{De: "Auftragsnummer nennen.", En: "Name the job."}, Legal: []string{"Art. 6(1) GDPR"}},
	{ID: "health/sick", Category: rules.Health, Title: rules.Text{De: "Krankmeldung", En: "Sick note"},
		Advice: rules.Text{De: "Der Krankenstand gehört per Telefon ins Büro.", En: "Tell the office by phone."}},
}

func (book) Rules() []rules.Rule { return bookRules }

func (book) Rule(id string) (rules.Rule, bool) {
	for _, r := range bookRules {
		if r.ID == id {
			return r, true
		}
	}
	return rules.Rule{}, false
}

func (book) Category(c rules.Category) rules.CategoryInfo {
	if c != rules.Health {
		return rules.CategoryInfo{}
	}
	return rules.CategoryInfo{
		Title: rules.Text{De: "Gesundheit", En: "Health"}, Legal: []string{"Art. 9(1) GDPR", "§ 26(3) BDSG"},
		Why: rules.Text{De: "Gesundheitsdaten sind besonders geschützt.", En: "Health data is specially protected."},
	}
}

// secrets are the canaries of the sample run: none may show up masked.
var secrets = []string{"Stefan", "Brandl", "Ayşe", "Öztürk", "Oeztuerk", "Meier", "Lindenweg", "4711", "1234567", "0532", "geheim", "web.de", "anton", "99887766"}

// sample is a run over two chats with a secret in every place.
func sample() ([]lint.Input, []*lint.Finding, *lint.Result) {
	at := time.Date(2024, 3, 11, 7, 2, 0, 0, time.UTC)
	inputs := []lint.Input{
		{
			Path: "/home/anton/WhatsApp Chat mit Stefan Brandl.txt", Name: "Stefan Brandl", SHA256: strings.Repeat("ab", 32), Bytes: 1200,
			Encoding: "UTF-8", DateOrder: chat.DayFirst,
			Messages: 40, First: at, Last: at.AddDate(0, 2, 3), Cards: 1, Media: []string{"Stefan Brandl.vcf", "IMG-20240311-WA0001.jpg"},
			Participants: []chat.Participant{{Name: "Stefan Brandl", Messages: 30}, {Name: "Ayşe Öztürk", Messages: 10}},
			Problems:     []chat.Problem{{Line: 17, Code: chat.InvalidBytes, Count: 2}, {Code: chat.NestedArchive, Count: 1, Entry: "Stefan Brandl.zip"}},
		},
		{Path: "exports/empty.txt", Name: "empty"},
		{
			Path: "exports/WhatsApp Chat - Baustelle Meier.zip", Entry: "_chat.txt", Ambiguous: true, DateOrder: chat.MonthFirst, Name: "Baustelle Meier", Messages: 2, First: at, Last: at,
			Participants: []chat.Participant{{Name: "+49 171 99887766", Messages: 2}},
		},
	}
	findings := []*lint.Finding{
		finding(0, 1, "Ayşe Öztürk", "moin, Stefan ist krank und Ayşes Kind auch 🤒\nmehr weiß Brandl", "health/sick", rules.Health, rules.High, "Stefan ist krank",
			entity(detector.Person, "Stefan"), entity(detector.Person, "Ayşe")),
		finding(0, 2, "Stefan Brandl", "Frau Meier, Lindenweg 12, Schlüssel 4711, Tel. 0171 1234567", "customer/detail", rules.Customer, rules.Medium, "Meier, Lindenweg 12",
			entity(detector.Person, "Meier"), entity(detector.Address, "Lindenweg 12"), entity(detector.Credential, "4711"), entity(detector.Phone, "0171 1234567")),
		finding(0, 3, "Stefan Brandl", "IBAN DE89 3704 0044 0532 0130 00, Mail geheim@web.de, 0171/1234567", "contact/phone", rules.Contact, rules.Medium, "0171/1234567",
			entity(detector.IBAN, "DE89 3704 0044 0532 0130 00")),
		finding(2, 0, "+49 171 99887766", "Meier liegt im Krankenhaus", "health/sick", rules.Health, rules.Critical, "Krankenhaus",
			entity(detector.Person, "Meier")),
	}
	findings[0].Fingerprint = strings.Repeat("0f", 16)
	findings[1].Message.Attachment = "Stefan Brandl.vcf"
	res := &lint.Result{
		Inputs: inputs, Summary: lint.Summary{}, Suppressed: 2, FailOn: rules.Medium, Verdict: lint.Flagged,
		Coverage: lint.Coverage{Messages: 42, Unreadable: 2, MediaNotExamined: 2},
	}
	for _, f := range findings {
		res.Summary.Add(f.Category, f.Severity)
	}
	return inputs, findings, res
}

type entityOf func(text string) detector.Entity

func entity(t detector.Type, s string) entityOf {
	return func(text string) detector.Entity {
		i := strings.Index(text, s)
		return detector.Entity{Type: t, Start: i, End: i + len(s), Why: "list"}
	}
}

func finding(chatIndex, index int, sender, text, rule string, c rules.Category, s rules.Severity, span string, entities ...entityOf) *lint.Finding {
	i := strings.Index(text, span)
	f := &lint.Finding{
		Chat: chatIndex,
		Message: chat.Message{Index: index, Line: index + 1, Time: time.Date(2024, 3, 11, 7, index, 0, 0, time.UTC),
			Sender: sender, Text: text},
		Finding: rules.Finding{Rule: rule, Category: c, Severity: s, Confidence: 0.9, About: rules.Named,
			Spans:    []rules.Span{{Start: i, End: i + len(span)}},
			Evidence: []rules.Evidence{{Key: "about:named"}, {Key: "term:illness", Span: rules.Span{Start: i, End: i + len(span)}}}},
	}
	for _, e := range entities {
		f.Entities = append(f.Entities, e(text))
	}
	return f
}

// write writes a run in one format.
func write(t *testing.T, format Format, opt Options, inputs []lint.Input, findings []*lint.Finding, res *lint.Result) string {
	t.Helper()
	var b strings.Builder
	opt.Rules, opt.Version = book{}, "1.2.3"
	r := New(opt, Target{format, &b})
	if err := play(r, inputs, findings, res); err != nil {
		t.Fatalf("%s: %v", format.Name, err)
	}
	return b.String()
}

func play(r *Report, inputs []lint.Input, findings []*lint.Finding, res *lint.Result) error {
	if err := r.Begin(inputs); err != nil {
		return err
	}
	for _, f := range findings {
		if err := r.Finding(f); err != nil {
			return err
		}
	}
	return r.End(res)
}

// variants are the ways in which golden files are written.
var variants = map[string]Options{
	"masked.de":   {Lang: locale.German},
	"revealed.en": {Lang: locale.English, Reveal: true},
}
