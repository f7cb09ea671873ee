package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// missed is the safety net below the detectors: words of the names of those
// who write, anything with an '@' inside, long numbers, and in a finding about
// codes and numbers every digit it points at.
func (m *masker) missed(f *lint.Finding) []cut {
	var cuts []cut
	m.text.ResetWords(f.Message.Text)
	for i := 0; i < len(m.text.Tokens); i++ {
		t := m.text.Tokens[i]
		span := rules.Span{Start: int(t.Start), End: int(t.End)}
		if isRedacted(f, span) {
			continue
		}
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

// isRedacted reports whether a span is part of what redaction put for a name.
func isRedacted(f *lint.Finding, s rules.Span) bool {
	return slices.ContainsFunc(f.Entities, func(e detector.Entity) bool { return e.StandIn && e.Start <= s.Start && s.End <= e.End })
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
