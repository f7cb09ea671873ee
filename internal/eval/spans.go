package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// locateAll finds the gold spans, which name only their text, in the message.
// written is the text as labelled, text what the reader of exports leaves of it.
func locateAll(gold []goldSpan, written, text string) ([]Span, string) {
	spans := make([]Span, 0, len(gold))
	for _, g := range gold {
		switch {
		case !slices.Contains(SpanTypes, g.Type):
			return nil, fmt.Sprintf("unknown span type %q", g.Type)
		case g.Text == "" || !strings.Contains(written, g.Text):
			return nil, fmt.Sprintf("the text of a %s span does not stand in the message", g.Type)
		}
		s := Span{Type: g.Type, Start: locate(text, g.Text, spans), End: -1}
		if s.Start >= 0 {
			s.End = s.Start + len(g.Text)
		}
		spans = append(spans, s)
	}
	return spans, ""
}

// locate returns the offset of the first occurrence of part that no span has
// taken yet. Whole words come before beginnings of words ("Stefans") and those
// before anything else ("Ali" in "Alina"). It returns -1 if there is none.
func locate(text, part string, taken []Span) int {
	best, bestRank := -1, -1
	for from := 0; ; {
		i := strings.Index(text[from:], part)
		if i < 0 {
			return best
		}
		i += from
		from = i + 1
		if slices.ContainsFunc(taken, func(s Span) bool { return s.Start < i+len(part) && i < s.End }) {
			continue
		}
		if rank := edgeRank(text, i, i+len(part)); rank > bestRank {
			best, bestRank = i, rank
		}
	}
}

func edgeRank(text string, start, end int) int {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	switch {
	case isWord(before):
		return 0
	case isWord(after):
		return 1
	}
	return 2
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
