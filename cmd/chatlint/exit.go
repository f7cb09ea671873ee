package main

import "github.com/chatlint/chatlint/internal/lint"

// The exit codes, all of them. docs/exit-codes.md explains them to users.
const (
	exitOK          = 0   // nothing at or above --fail-on
	exitFindings    = 1   // findings at or above --fail-on, or a rule's test failed
	exitUsage       = 2   // wrong use: flag, setting, rule file, missing path
	exitFailed      = 3   // could not finish, no chat in the input, or incomplete under --strict
	exitInterrupted = 130 // Ctrl-C or a request to end
)

// exitCode is what a verdict means for whoever called the program. The same
// verdict decides the closing sentence of the report.
func exitCode(v lint.Verdict) int {
	switch v {
	case lint.Flagged:
		return exitFindings
	case lint.Incomplete:
		return exitFailed
	default:
		return exitOK
	}
}
