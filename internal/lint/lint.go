// Package lint runs the rule engine over whole chats: many goroutines, one
// order, bounded memory. It turns what the rules say about a message into
// findings a report can print, counts them, and says what was not examined.
package lint

import (
	"runtime"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// Options steer a run. The zero value reports everything, never fails and uses
// all processors.
type Options struct {
	// Workers is the number of goroutines that check messages; 0 means one
	// per processor. It changes the speed and nothing else.
	Workers int
	// MinSeverity drops findings below it.
	MinSeverity rules.Severity
	// DisabledCategories drops the findings of whole categories.
	DisabledCategories []rules.Category
	// Suppress reports findings that somebody has accepted, by a baseline or a
	// suppression. They are counted and not passed on. Nil accepts nothing.
	Suppress func(*Finding) bool
	// ShowSuppressed passes accepted findings on all the same, marked as such,
	// for formats that can say so.
	ShowSuppressed bool
	// FailOn is the severity at which findings decide the verdict; None means
	// that no finding does.
	FailOn rules.Severity
	// Strict makes incomplete coverage decide the verdict.
	Strict bool
	// Key is the secret of the fingerprints; without it findings carry none.
	Key []byte
}

// workers returns how many goroutines check messages.
func (o *Options) workers() int {
	if o.Workers < 1 {
		return runtime.GOMAXPROCS(0)
	}
	return o.Workers
}

// Finding is a rule's hit together with the message it stands in. Whoever gets
// one may keep it.
type Finding struct {
	rules.Finding
	Chat        int // index into Result.Inputs
	Message     chat.Message
	Entities    []detector.Entity // all of the message, not only those of the hit
	Fingerprint string            // see Fingerprint; empty without a key
	Suppressed  bool              // accepted by Options.Suppress; it counts in no sum
}

// Checked is a message with everything that was found in it.
type Checked struct {
	Chat     int
	Message  chat.Message
	Entities []detector.Entity
	Findings []Finding
}

// Result is what a run leaves behind beside the findings themselves.
type Result struct {
	Inputs     []Input
	Summary    Summary
	Suppressed int // findings that Options.Suppress accepted
	Coverage   Coverage
	FailOn     rules.Severity // Options.FailOn, which the verdict answers
	Verdict    Verdict

	MinSeverity rules.Severity // Options.MinSeverity, below which nothing is counted
}
