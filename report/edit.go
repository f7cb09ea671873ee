package report

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/rules"
)

// edit is a text with pieces replaced. It knows where every offset went.
type edit struct {
	text string
	cuts []cut
	at   []int // where the stand-in of each cut starts in text
}

func (e *edit) apply(s string, cuts []cut) {
	var b strings.Builder
	e.cuts, e.at = cuts, e.at[:0]
	end := 0
	for _, c := range cuts {
		b.WriteString(s[end:c.Start])
		e.at = append(e.at, b.Len())
		b.WriteString(c.with)
		end = c.End
	}
	b.WriteString(s[end:])
	e.text = b.String()
}

// start maps the start of a span; inside a cut it is the stand-in's start.
func (e *edit) start(offset int) int {
	i := e.cut(offset + 1)
	if i < 0 {
		return offset
	}
	if c := e.cuts[i]; offset >= c.End {
		return e.at[i] + len(c.with) + offset - c.End
	}
	return e.at[i]
}

// end maps the end of a span; inside a cut it is the stand-in's end.
func (e *edit) end(offset int) int {
	i := e.cut(offset)
	if i < 0 {
		return offset
	}
	c := e.cuts[i]
	return e.at[i] + len(c.with) + max(0, offset-c.End)
}

// cut returns the last cut that starts before the offset, or -1.
func (e *edit) cut(offset int) int {
	i, _ := slices.BinarySearchFunc(e.cuts, offset, func(c cut, o int) int { return c.Start - o })
	return i - 1
}

// spans maps spans.
func (e *edit) spans(spans []rules.Span) []rules.Span {
	out := make([]rules.Span, len(spans))
	for i, s := range spans {
		out[i] = rules.Span{Start: e.start(s.Start), End: e.end(s.End)}
	}
	return out
}
