package lint

import "github.com/chatlint/chatlint/rules"

// Verdict is the outcome of a run. It decides the exit code and the closing
// sentence of every report.
type Verdict string

// The verdicts. Their text is also the key of the closing sentence.
const (
	Clean      Verdict = "clean"      // no findings
	Tolerated  Verdict = "tolerated"  // findings, none that counts against FailOn
	Flagged    Verdict = "flagged"    // findings at or above FailOn
	Incomplete Verdict = "incomplete" // strict, and something was not examined
)

// judge decides the verdict. Findings weigh more than gaps: they are certain.
func judge(s Summary, c Coverage, failOn rules.Severity, strict bool) Verdict {
	switch {
	case failOn != rules.None && s.AtLeast(failOn) > 0:
		return Flagged
	case strict && !c.Complete():
		return Incomplete
	case s.Total() > 0:
		return Tolerated
	}
	return Clean
}
