// Package lint runs the rule engine over whole chats: many goroutines, one
// order, bounded memory. It turns what the rules say about a message into
// findings a report can print, counts them, and says what was not examined.
package lint

import (
	"time"

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
	// FailOn is the severity at which findings decide the verdict; None means
	// that no finding does.
	FailOn rules.Severity
	// Strict makes incomplete coverage decide the verdict.
	Strict bool
	// Key is the secret of the fingerprints; without it findings carry none.
	Key []byte
}

// Finding is a rule's hit together with the message it stands in. Whoever gets
// one may keep it.
type Finding struct {
	rules.Finding
	Chat        int // index into Result.Inputs
	Message     chat.Message
	Entities    []detector.Entity // all of the message, not only those of the hit
	Fingerprint string            // see Fingerprint; empty without a key
}

// Checked is a message with everything that was found in it.
type Checked struct {
	Chat     int
	Message  chat.Message
	Entities []detector.Entity
	Findings []Finding
}

// Input describes one chat of a run.
type Input struct {
	Path         string // as the user named it
	Name         string // the chat's own name
	SHA256       string // lower-case hexadecimal, of the file
	Bytes        int64
	Messages     int
	First, Last  time.Time // zero for a chat without messages
	Participants []Participant
	Cards        int      // contact cards read beside the chat
	Media        []string // names of files that came with the chat and were not examined
	Problems     []Problem
}

// Participant is somebody who wrote in a chat.
type Participant struct {
	Name     string
	Messages int
}

// Problem is input that fitted nothing and was not examined.
type Problem struct {
	Line int    // 1-based; 0 where the problem is not one of a line
	Code string // fixed vocabulary; never text of the chat
}

// Result is what a run leaves behind beside the findings themselves.
type Result struct {
	Inputs     []Input
	Summary    Summary
	Suppressed int // findings that Options.Suppress accepted
	Coverage   Coverage
	Verdict    Verdict
}

// Coverage says how much was examined, and what was not.
type Coverage struct {
	Messages         int // messages that were checked
	Unreadable       int // problems of all inputs
	MediaNotExamined int // files that came with the chats: pictures, voice, documents
}

// Complete reports whether nothing was left out.
func (c Coverage) Complete() bool { return c.Unreadable == 0 && c.MediaNotExamined == 0 }
