package report

import (
	"slices"
	"unicode/utf8"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// longestText is how much of a message a report shows, in bytes. WhatsApp sends no
// longer ones; what is longer was pasted by another program.
const longestText = 64 << 10

// shorten cuts a message that is longer than longestText to the part around the
// first span, and moves every offset with it. Spans outside are dropped.
func shorten(f *lint.Finding) *lint.Finding {
	text := f.Message.Text
	if len(text) <= longestText {
		return f
	}
	start := 0
	if len(f.Spans) > 0 {
		start = max(0, min(f.Spans[0].Start-longestText/4, len(text)-longestText))
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	end := min(start+longestText, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	inside := func(a, b int) bool { return start <= a && b <= end }
	short := *f
	short.Message.Text = text[start:end]
	short.Spans, short.Entities, short.Evidence = nil, nil, slices.Clone(f.Evidence)
	for _, s := range f.Spans {
		if inside(s.Start, s.End) {
			short.Spans = append(short.Spans, rules.Span{Start: s.Start - start, End: s.End - start})
		}
	}
	for _, e := range f.Entities {
		if inside(e.Start, e.End) {
			e.Start, e.End = e.Start-start, e.End-start
			short.Entities = append(short.Entities, e)
		}
	}
	for i, e := range short.Evidence {
		if inside(e.Span.Start, e.Span.End) {
			short.Evidence[i].Span = rules.Span{Start: e.Span.Start - start, End: e.Span.End - start}
		} else {
			short.Evidence[i].Span = rules.Span{}
		}
	}
	return &short
}
