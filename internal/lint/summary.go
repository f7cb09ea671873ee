package lint

import "github.com/chatlint/chatlint/rules"

// Counts holds a number per severity, indexed by it.
type Counts [rules.Critical + 1]int

// Summary counts findings by category and severity. Range over
// rules.Categories to visit it in report order.
type Summary map[rules.Category]Counts

// Add counts one finding.
func (s Summary) Add(c rules.Category, sev rules.Severity) {
	n := s[c]
	n[sev]++
	s[c] = n
}

// Of returns the number of findings of one severity.
func (s Summary) Of(sev rules.Severity) int {
	n := 0
	for _, c := range s {
		n += c[sev]
	}
	return n
}

// AtLeast returns the number of findings of a severity and above.
func (s Summary) AtLeast(sev rules.Severity) int {
	n := 0
	for ; sev <= rules.Critical; sev++ {
		n += s.Of(sev)
	}
	return n
}

// Total returns the number of all findings.
func (s Summary) Total() int { return s.AtLeast(rules.None) }
