package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// masker replaces personal data. It never changes what it is given.
type masker struct {
	texts  *locale.Texts
	people *pseudonyms
	text   detector.Text
}

func newMasker(t *locale.Texts) *masker { return &masker{texts: t} }

// inputs returns the inputs without names.
func (m *masker) inputs(inputs []lint.Input) []lint.Input {
	m.people = newPseudonyms(inputs)
	masked := slices.Clone(inputs)
	for i := range masked {
		masked[i].Participants = m.participants(i, masked[i].Participants)
	}
	for i := range masked {
		in := &masked[i]
		in.Name = m.chatName(i, in.Name)
		in.Path, in.Entry = m.path(i, in.Path), m.path(i, in.Entry)
		in.Media = attachments(in.Media)
		in.Problems = problems(in.Problems)
	}
	return masked
}

func (m *masker) participants(chatIndex int, ps []chat.Participant) []chat.Participant {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Name = m.people.of(chatIndex, ps[i].Name, m.texts.T("person"))
	}
	return ps
}

func problems(ps []chat.Problem) []chat.Problem {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Entry = attachment(ps[i].Entry)
	}
	return ps
}

// finding returns the finding without names and other entities.
func (m *masker) finding(f *lint.Finding) *lint.Finding {
	masked := *f
	if f.Message.Sender != "" {
		masked.Message.Sender = m.people.of(f.Chat, f.Message.Sender, m.texts.T("person"))
	}
	masked.Message.Attachment = attachment(f.Message.Attachment)
	cuts := m.cuts(f)
	var e edit
	e.apply(f.Message.Text, cuts)
	masked.Message.Text = e.text
	masked.Spans = e.spans(f.Spans)
	masked.Entities = slices.Clone(f.Entities)
	for i, x := range f.Entities {
		masked.Entities[i].Start, masked.Entities[i].End = e.start(x.Start), e.end(x.End)
	}
	masked.Evidence = slices.Clone(f.Evidence)
	for i, x := range f.Evidence {
		masked.Evidence[i].Span = rules.Span{Start: e.start(x.Span.Start), End: e.end(x.Span.End)}
	}
	return &masked
}

// cut is a piece of a text and what to show in its place.
type cut struct {
	rules.Span
	with string
}

func newCut(start, end int, with string) cut { return cut{rules.Span{Start: start, End: end}, with} }

// cuts lists what to hide in a message: its entities and, between them, what a
// detector may have missed. Sorted, without overlaps.
func (m *masker) cuts(f *lint.Finding) []cut {
	var cuts []cut
	for _, e := range f.Entities {
		if e.Type != detector.Location && e.Type != detector.Organization {
			cuts = append(cuts, newCut(e.Start, e.End, m.standIn(f, e)))
		}
	}
	cuts = append(cuts, m.missed(f)...)
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.Start - b.Start })
	return merge(f.Message.Text, cuts)
}

func (m *masker) standIn(f *lint.Finding, e detector.Entity) string {
	s := f.Message.Text[e.Start:e.End]
	if e.Type != detector.Person {
		return shape(e.Type, s, m.texts)
	}
	prefix := m.texts.T("person")
	if f.Category == rules.Customer && m.isCustomer(f, e) {
		prefix = m.texts.T("customer")
	}
	return m.people.of(f.Chat, s, prefix)
}

// isCustomer reports whether the finding is about the person: a stranger at
// whom the rule points or, where it points at nobody, any stranger.
func (m *masker) isCustomer(f *lint.Finding, e detector.Entity) bool {
	stranger := func(o detector.Entity) bool {
		return o.Type == detector.Person && !m.people.isWriter(f.Chat, f.Message.Text[o.Start:o.End])
	}
	pointed := func(o detector.Entity) bool { return stranger(o) && pointsAt(f, o) }
	return pointed(e) || stranger(e) && !slices.ContainsFunc(f.Entities, pointed)
}

func pointsAt(f *lint.Finding, e detector.Entity) bool {
	return slices.ContainsFunc(f.Spans, func(s rules.Span) bool { return s.Start < e.End && e.Start < s.End })
}

// missed is the safety net below the detectors: words of the names of those
// who write, anything with an '@' inside, long numbers, and in a finding about
// codes and numbers every digit it points at.
func (m *masker) missed(f *lint.Finding) []cut {
	var cuts []cut
	m.text.Reset(f.Message.Text)
	for i := 0; i < len(m.text.Tokens); i++ {
		t := m.text.Tokens[i]
		span := rules.Span{Start: int(t.Start), End: int(t.End)}
		if last, long := m.number(i); long || t.Digit && numeric[f.Category] && within(span, f.Spans) {
			span.End = int(m.text.Tokens[last].End)
			cuts = append(cuts, cut{span, hidden})
			i = last
		} else if label, ok := m.name(f.Chat, i); ok {
			cuts = append(cuts, cut{span, label})
		} else if m.at(i) {
			cuts = append(cuts, cut{field(f.Message.Text, span), "***@***"})
		}
	}
	return cuts
}

// number follows the digits that start at a token over blanks, hyphens, slashes
// and brackets, and reports whether they are long enough to single somebody out.
// A date in digits is not, with the dots between.
func (m *masker) number(first int) (last int, long bool) {
	last, total := first, 0
	for i := first; i < len(m.text.Tokens); i++ {
		switch {
		case m.text.Tokens[i].Digit:
			last, total = i, total+digits(m.text.Of(i))
		case i == first || !strings.Contains("-/()", m.text.Of(i)):
			return last, total > 6 || total > 4 && last == first
		}
	}
	return last, total > 6 || total > 4 && last == first
}

// at reports whether the token is an '@' inside a word, as in an address.
func (m *masker) at(token int) bool {
	return m.text.Of(token) == "@" && token > 0 && m.text.Glued(token-1) && m.text.Glued(token)
}

// numeric holds the categories whose findings point at numbers and codes.
var numeric = map[rules.Category]bool{rules.Credential: true, rules.Identifier: true, rules.Contact: true}

// name finds the stand-in of a word that is part of a name: somebody's in this
// chat, or anybody's behind a Herr, Frau or Familie. In lower case many names
// are words of the language, and only the detectors can tell.
func (m *masker) name(chat, token int) (string, bool) {
	if !m.text.Tokens[token].Upper || !m.people.knows(chat, m.text.Word(token)) && !m.titled(token) {
		return "", false
	}
	return m.people.of(chat, m.text.Of(token), m.texts.T("person")), true
}

// titled reports whether a title that a surname follows stands before the token.
func (m *masker) titled(token int) bool {
	before := token - 1
	if before >= 0 && m.text.Of(before) == "." {
		before--
	}
	if before < 0 {
		return false
	}
	kind := tagger.Title(m.text.Word(before))
	return kind == tagger.Address || kind == tagger.Family
}

// digits counts the decimal digits.
func digits(s string) int { return len(only(s, unicode.IsDigit)) }

func within(s rules.Span, spans []rules.Span) bool {
	return slices.ContainsFunc(spans, func(o rules.Span) bool { return o.Start <= s.Start && s.End <= o.End })
}

// field extends a span to the white space around it.
func field(text string, s rules.Span) rules.Span {
	if i := strings.LastIndexFunc(text[:s.Start], unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		s.Start = i + n
	} else {
		s.Start = 0
	}
	if i := strings.IndexFunc(text[s.End:], unicode.IsSpace); i >= 0 {
		s.End += i
	} else {
		s.End = len(text)
	}
	return s
}

// merge joins cuts that overlap, named by the one that starts first, and those
// with the same stand-in side by side: a first name and a surname.
func merge(text string, sorted []cut) []cut {
	merged := sorted[:0]
	for _, c := range sorted {
		if last := len(merged) - 1; last >= 0 {
			prev := &merged[last]
			if c.Start < prev.End || c.with == prev.with && strings.TrimSpace(text[prev.End:c.Start]) == "" {
				prev.End = max(prev.End, c.End)
				continue
			}
		}
		merged = append(merged, c)
	}
	return merged
}

// attachments hides file names, which often hold the name of a contact.
func attachments(names []string) []string {
	masked := make([]string, len(names))
	for i, n := range names {
		masked[i] = attachment(n)
	}
	return masked
}

func attachment(name string) string {
	if name == "" {
		return ""
	}
	return hidden + extension(name)
}

// extension returns the file extension with its dot if it looks like one.
func extension(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i < 0 || len(name)-i > len(".jpeg") {
		return ""
	}
	for _, r := range name[i+1:] {
		if !('a' <= r && r <= 'z' || '0' <= r && r <= '9') {
			return ""
		}
	}
	return name[i:]
}
