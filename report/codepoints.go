package report

import (
	"unicode/utf8"

	"github.com/chatlint/chatlint/rules"
)

// codePoints converts a span of bytes into one of Unicode code points, the unit
// of all machine formats. A byte that is no valid UTF-8 counts as one, like the
// replacement character that stands for it in JSON.
func codePoints(s string, span rules.Span) [2]int {
	start := utf8.RuneCountInString(s[:span.Start])
	return [2]int{start, start + utf8.RuneCountInString(s[span.Start:span.End])}
}
