package eval

import (
	"fmt"
	"strings"
)

// trace words what the system saw in a message, one line per finding and one
// with all entities.
func trace(text string, p Prediction) []string {
	var lines []string
	for _, f := range p.Findings {
		var b strings.Builder
		fmt.Fprintf(&b, "%s: %s %s, about %s, confidence %.2f", f.Rule, f.Category, f.Severity, f.About, f.Confidence)
		for _, e := range f.Evidence {
			fmt.Fprintf(&b, "; %s", e.Key)
			if e.Span.End > e.Span.Start {
				fmt.Fprintf(&b, " %q", text[e.Span.Start:e.Span.End])
			}
		}
		lines = append(lines, b.String())
	}
	var entities []string
	for _, e := range p.Entities {
		entities = append(entities, fmt.Sprintf("%s %q", e.Type, text[e.Start:e.End]))
	}
	if entities != nil {
		lines = append(lines, "entities: "+strings.Join(entities, ", "))
	}
	return lines
}
