package report

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/chatlint/chatlint/rules"
)

// run is a piece of a line that is marked or not.
type run struct {
	text   string
	marked bool
}

// wrap breaks a visible text into lines of at most width columns, between words
// where it can, and splits the lines where marks begin and end.
func wrap(s string, marks []rules.Span, width int) [][]run {
	var lines [][]run
	for start := 0; start <= len(s); {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s) - start
		}
		for _, l := range breakLine(s[start:start+end], max(width, 8)) {
			lines = append(lines, runs(s, rules.Span{Start: start + l.Start, End: start + l.End}, marks))
		}
		start += end + 1
	}
	return lines
}

// breakLine returns the lines of a paragraph, without the blanks at their ends.
func breakLine(s string, width int) []rules.Span {
	if n, ok := narrow(s); ok && n <= width {
		return []rules.Span{{End: len(strings.TrimRight(s, " "))}}
	}
	var lines []rules.Span
	line, used := rules.Span{}, 0
	rest, state := s, -1
	for len(rest) > 0 {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		word := strings.TrimRight(segment, " ")
		w := columns(word)
		if used > 0 && used+w > width {
			lines = append(lines, line)
			line, used = rules.Span{Start: line.End, End: line.End}, 0
		}
		for w > width { // a word longer than a line
			n := fit(word, width)
			lines = append(lines, rules.Span{Start: line.End, End: line.End + n})
			line = rules.Span{Start: line.End + n, End: line.End + n}
			word, segment = word[n:], segment[n:]
			w = columns(word)
		}
		line.End += len(segment)
		used += columns(segment)
	}
	lines = append(lines, line)
	for i, l := range lines {
		lines[i].End = l.Start + len(strings.TrimRight(s[l.Start:l.End], " "))
	}
	return lines
}

// columns returns how wide a text is on a screen.
func columns(s string) int {
	if n, ok := narrow(s); ok {
		return n
	}
	return uniseg.StringWidth(s)
}

// narrow counts the runes of a text of western letters and signs, which all take
// one column, and reports whether it is one. Most texts are, and need no tables of
// Unicode.
func narrow(s string) (n int, ok bool) {
	for _, r := range s {
		switch {
		case ' ' <= r && r <= '~', 0xa0 <= r && r <= 0x17f && r != 0xad: // a soft hyphen takes none
		case r == '–', r == '—', r == '…', '‘' <= r && r <= '„':
		default:
			return 0, false
		}
		n++
	}
	return n, true
}

// fit returns the length of the longest prefix of whole characters that fits,
// and at least one.
func fit(s string, width int) int {
	n, used, state := 0, 0, -1
	for rest := s; len(rest) > 0; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > width && n > 0 {
			break
		}
		n, used = n+len(cluster), used+w
	}
	return n
}

// runs splits a line of s at the edges of the marks.
func runs(s string, line rules.Span, marks []rules.Span) []run {
	var out []run
	at := line.Start
	for _, m := range marks {
		start, end := max(at, m.Start), min(line.End, m.End)
		if start >= end {
			continue
		}
		if at < start {
			out = append(out, run{s[at:start], false})
		}
		out = append(out, run{s[start:end], true})
		at = end
	}
	if at < line.End || len(out) == 0 {
		out = append(out, run{s[at:line.End], false})
	}
	return out
}
