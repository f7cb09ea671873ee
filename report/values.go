package report

import (
	"math"
	"time"
	"unicode/utf8"

	"github.com/chatlint/chatlint/rules"
)

// How all machine formats write values; inspect and explain write them alike.

// CodePoints converts spans of bytes of one text into spans of Unicode code
// points, the unit of all machine formats. A byte that is no valid UTF-8 counts
// as one, like the replacement character that stands for it in JSON. It counts
// from the place it was asked for last, so that spans in order cost one pass.
type CodePoints struct {
	text          string
	bytes, points int // the place asked for last
}

// NewCodePoints returns a converter for the spans of a text.
func NewCodePoints(text string) *CodePoints { return &CodePoints{text: text} }

// Span returns where a span starts and ends.
func (c *CodePoints) Span(s rules.Span) [2]int { return [2]int{c.at(s.Start), c.at(s.End)} }

func (c *CodePoints) at(i int) int {
	if i >= c.bytes {
		c.points += utf8.RuneCountInString(c.text[c.bytes:i])
	} else {
		c.points -= utf8.RuneCountInString(c.text[i:c.bytes])
	}
	c.bytes = i
	return c.points
}

// Rounded keeps the two decimals that a probability deserves.
func Rounded(p float64) float64 { return math.Round(p*100) / 100 }

// WallClock writes a time without a zone, which an export does not name.
func WallClock(t time.Time) string { return t.Format("2006-01-02T15:04:05") }
