package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/rules"
)

const gap = " … "

// excerpt shortens a text to about limit code points: what the spans point at,
// with the words around, or else its start. The spans are returned where they
// are in the excerpt; they are sorted and do not overlap.
func excerpt(s string, spans []rules.Span, limit int) (string, []rules.Span) {
	spans = flatten(spans)
	if utf8.RuneCountInString(s) <= limit {
		return s, spans
	}
	windows := windows(s, spans, limit)
	var cuts []cut
	end := 0
	for _, w := range append(windows, rules.Span{Start: len(s), End: len(s)}) {
		if end < w.Start {
			cuts = append(cuts, newCut(end, w.Start, gap))
		}
		end = w.End
	}
	var e edit
	e.apply(s, cuts)
	kept := e.spans(clip(spans, windows))
	if trimmed, ok := strings.CutPrefix(e.text, " "); ok && len(cuts) > 0 && cuts[0].Start == 0 {
		e.text = trimmed
		shift(kept, -1)
	}
	return strings.TrimSuffix(e.text, " "), kept
}

// windows chooses what to keep: an equal share of the limit for each span, as
// many as leave every one of them room to be read.
func windows(s string, spans []rules.Span, limit int) []rules.Span {
	const room = 40
	if len(spans) == 0 {
		return []rules.Span{{Start: 0, End: forward(s, 0, limit)}}
	}
	spans = spans[:min(len(spans), max(1, limit/room))]
	share := limit / len(spans)
	var out []rules.Span
	for _, span := range spans {
		around := max(share-utf8.RuneCountInString(s[span.Start:span.End]), share/2) / 2
		w := rules.Span{
			Start: back(s, span.Start, around),
			End:   forward(s, min(span.End, forward(s, span.Start, share/2)), around),
		}
		w = wholeWords(s, w, span)
		if last := len(out) - 1; last >= 0 && w.Start <= out[last].End {
			out[last].End = max(out[last].End, w.End)
			continue
		}
		out = append(out, w)
	}
	return out
}

// wholeWords takes the halves of words off the edges of a window.
func wholeWords(s string, w, around rules.Span) rules.Span {
	if w.Start > 0 && s[w.Start-1] != ' ' {
		if i := strings.IndexByte(s[w.Start:around.Start], ' '); i >= 0 {
			w.Start += i + 1
		}
	}
	if w.End < len(s) && s[w.End] != ' ' && w.End > around.End {
		if i := strings.LastIndexByte(s[around.End:w.End], ' '); i >= 0 {
			w.End = around.End + i
		}
	}
	return w
}

// flatten sorts spans, joins those that overlap and drops empty ones.
func flatten(spans []rules.Span) []rules.Span {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b rules.Span) int { return a.Start - b.Start })
	var out []rules.Span
	for _, s := range sorted {
		switch last := len(out) - 1; {
		case s.Start >= s.End:
		case last >= 0 && s.Start < out[last].End:
			out[last].End = max(out[last].End, s.End)
		default:
			out = append(out, s)
		}
	}
	return out
}

// clip returns the parts of spans that lie within the windows.
func clip(spans, windows []rules.Span) []rules.Span {
	var out []rules.Span
	for _, w := range windows {
		for _, s := range spans {
			if s = (rules.Span{Start: max(s.Start, w.Start), End: min(s.End, w.End)}); s.Start < s.End {
				out = append(out, s)
			}
		}
	}
	return out
}

func shift(spans []rules.Span, by int) {
	for i := range spans {
		spans[i].Start += by
		spans[i].End += by
	}
}

// forward returns the offset n code points after i, or the end.
func forward(s string, i, n int) int {
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}

// back returns the offset n code points before i, or the start.
func back(s string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}
