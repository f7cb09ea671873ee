package redact

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// Types of stand-ins beside those of entities.
const (
	group      detector.Type = "GROUP"      // the name of a group
	attachment detector.Type = "ATTACHMENT" // the name of a file
	maskedName detector.Type = "NAME"       // a name that is only hidden
)

// label is what a stand-in says of what it hides.
type label struct{ de, en string }

// labels hold a word for every type. Persons, groups and files have none in
// brackets: their stand-ins take the place of names.
var labels = map[detector.Type]label{
	detector.Person:          {"Name", "name"},
	detector.Phone:           {"Telefon", "phone"},
	detector.Email:           {"E-Mail", "e-mail"},
	detector.Address:         {"Adresse", "address"},
	detector.IBAN:            {"Konto", "account"},
	detector.Card:            {"Karte", "card"},
	detector.TaxID:           {"Steuer-ID", "tax ID"},
	detector.SocialSecurity:  {"SV-Nummer", "social security"},
	detector.HealthInsurance: {"Versichertennummer", "health insurance"},
	detector.IDDocument:      {"Ausweis", "ID document"},
	detector.DateOfBirth:     {"Geburtsdatum", "date of birth"},
	detector.LicensePlate:    {"Kennzeichen", "plate"},
	detector.Credential:      {"Zugang", "credential"},
	detector.Coordinates:     {"Standort", "location"},
	detector.IP:              {"IP-Adresse", "IP address"},
	detector.URLPersonal:     {"Link", "link"},
	number:                   {"Nummer", "number"},
	maskedName:               {"Name", "name"},
	group:                    {"Gruppe", "Group"},
	attachment:               {"Datei", "File"},
}

// number is a long number of which nobody knows what it is.
const number detector.Type = "NUMBER"

func (l label) in(lang string) string {
	if lang == "de" {
		return l.de
	}
	return l.en
}

// numbered are the types whose stand-ins are names and carry no brackets.
func bare(t detector.Type) bool {
	return t == detector.Person || t == group || t == attachment
}

// standInPattern knows every stand-in of either language and mode at the start of
// a text.
var standInPattern = buildPattern()

func buildPattern() *regexp.Regexp {
	var inner []string
	for _, l := range labels {
		inner = append(inner, regexp.QuoteMeta(l.de), regexp.QuoteMeta(l.en))
	}
	slices.Sort(inner)
	return regexp.MustCompile(`^(?:Person \d+\b|(?:Gruppe|Group) \d+\b|(?:Datei|File) \d+\b(?:\.\w+)?` +
		`|\[(?:` + strings.Join(slices.Compact(inner), "|") + `)(?: \d+)?\]|\[(?:entfernt|removed): [a-z, -]+\])`)
}

// standInStarts are how stand-ins begin.
var standInStarts = []string{"[", "Person ", "Gruppe ", "Group ", "Datei ", "File "}

// standInsIn finds the stand-ins of a text and where they stand.
func standInsIn(text string) [][2]int {
	var out [][2]int
	for i := 0; i < len(text); i++ {
		if strings.IndexByte("[PGDF", text[i]) < 0 || text[i] != '[' && i > 0 && isASCIIWord(text[i-1]) {
			continue
		}
		if !slices.ContainsFunc(standInStarts, func(s string) bool { return strings.HasPrefix(text[i:], s) }) {
			continue
		}
		if m := standInPattern.FindStringIndex(text[i:]); m != nil {
			out = append(out, [2]int{i, i + m[1]})
			i += m[1] - 1
		}
	}
	return out
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

// isStandIn reports whether all of a text is a stand-in.
func isStandIn(text string) bool {
	m := standInPattern.FindStringIndex(text)
	return m != nil && m[0] == 0 && m[1] == len(text)
}

// Entry is one stand-in of the table with what it stands for.
type Entry struct {
	StandIn   string        `json:"standIn"`
	Type      detector.Type `json:"type"`
	Originals []string      `json:"originals"` // every spelling, in the order of their appearance
}

// table gives stand-ins and keeps what they stand for.
type table struct {
	mask    bool
	lang    string
	numbers map[detector.Type]int
	taken   map[string]bool // stand-ins that the chat held before
	byKey   map[string]int  // index into entries
	entries []Entry
	spelled map[string]bool // stand-in and original, to list each spelling once
}

func newTable(mask bool, lang string) *table {
	return &table{mask: mask, lang: lang, numbers: map[detector.Type]int{}, taken: map[string]bool{},
		byKey: map[string]int{}, spelled: map[string]bool{}}
}

// reserve keeps the stand-ins that a text holds from being given again.
func (t *table) reserve(text string) {
	for _, p := range standInsIn(text) {
		t.taken[bareStandIn(text[p[0]:p[1]])] = true
	}
}

// bareStandIn drops the extension of a file's stand-in.
func bareStandIn(s string) string {
	if !strings.HasPrefix(s, "[") {
		s, _, _ = strings.Cut(s, ".")
	}
	return s
}

// of returns the stand-in for a key. The original is one of its spellings.
func (t *table) of(typ detector.Type, key, original string) string {
	key = string(typ) + "\x00" + key
	at, ok := t.byKey[key]
	if !ok {
		at = len(t.entries)
		t.byKey[key] = at
		t.entries = append(t.entries, Entry{StandIn: t.next(typ), Type: typ})
	}
	e := &t.entries[at]
	if spelling := e.StandIn + "\x00" + original; !t.spelled[spelling] {
		t.spelled[spelling] = true
		e.Originals = append(e.Originals, original)
	}
	return e.StandIn
}

func (t *table) next(typ detector.Type) string {
	word := labels[typ].in(t.lang)
	if t.mask && !bare(typ) {
		return "[" + word + "]"
	}
	for {
		t.numbers[typ]++
		s := t.shape(typ, word, t.numbers[typ])
		if !t.taken[s] {
			return s
		}
	}
}

func (t *table) shape(typ detector.Type, word string, n int) string {
	switch {
	case typ == detector.Person:
		return "Person " + strconv.Itoa(n)
	case bare(typ):
		return fmt.Sprintf("%s %d", word, n)
	}
	return fmt.Sprintf("[%s %d]", word, n)
}
