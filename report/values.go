package report

import (
	"math"
	"time"
	"unicode/utf8"

	"github.com/chatlint/chatlint/rules"
)

// How all machine formats write values; inspect and explain write them alike.

// CodePoints converts a span of bytes into one of Unicode code points, the unit
// of all machine formats. A byte that is no valid UTF-8 counts as one, like the
// replacement character that stands for it in JSON.
func CodePoints(s string, span rules.Span) [2]int {
	start := utf8.RuneCountInString(s[:span.Start])
	return [2]int{start, start + utf8.RuneCountInString(s[span.Start:span.End])}
}

// Rounded keeps the two decimals that a probability deserves.
func Rounded(p float64) float64 { return math.Round(p*100) / 100 }

// WallClock writes a time without a zone, which an export does not name.
func WallClock(t time.Time) string { return t.Format("2006-01-02T15:04:05") }
