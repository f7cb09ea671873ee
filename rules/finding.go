// Package rules decides what a message says about whom, and how severe that
// is, by the detection guideline (docs/detection-guideline.md).
package rules

import "fmt"

// Category is what a finding is about, spelled as in the guideline.
type Category string

// The ten categories, in the order in which reports list them.
const (
	Health       Category = "health"
	HRAssessment Category = "hr-assessment"
	HRRecord     Category = "hr-record"
	Customer     Category = "customer"
	Partner      Category = "partner"
	Contact      Category = "contact"
	Identifier   Category = "identifier"
	Credential   Category = "credential"
	Special      Category = "special"
	Criminal     Category = "criminal"
)

// Categories lists all categories in report order.
var Categories = []Category{Health, HRAssessment, HRRecord, Customer, Partner, Contact, Identifier, Credential, Special, Criminal}

// Severity is how hard a misuse would hit the person: the protection levels B
// to E of the Lower Saxony authority. It says nothing about confidence.
type Severity uint8

// The severities; None means no finding.
const (
	None Severity = iota
	Low
	Medium
	High
	Critical
)

var severityNames = [...]string{"none", "low", "medium", "high", "critical"}

// String returns the word used in every output format.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity(%d)", uint8(s))
}

// MarshalText writes the word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word; "none" is a valid severity.
func (s *Severity) UnmarshalText(b []byte) error {
	for i, n := range severityNames {
		if n == string(b) {
			*s = Severity(i)
			return nil
		}
	}
	return &Reason{Code: BadSeverity, Word: string(b), Allowed: severityNames[:]}
}

// About says how a message singles out the person it tells something about.
type About uint8

// The references of the guideline.
const (
	Nobody    About = iota // nobody can be singled out
	Named                  // a name, nickname or singular role in the message itself
	Sender                 // first person
	Thread                 // a pronoun or left-out subject that an earlier message resolves
	Addressee              // second person
)

var aboutNames = [...]string{"none", "named", "sender", "thread", "addressee"}

// String returns the word used in every output format.
func (a About) String() string {
	if int(a) < len(aboutNames) {
		return aboutNames[a]
	}
	return fmt.Sprintf("about(%d)", uint8(a))
}

// MarshalText writes the word.
func (a About) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the word.
func (a *About) UnmarshalText(b []byte) error {
	for i, n := range aboutNames {
		if n == string(b) {
			*a = About(i)
			return nil
		}
	}
	return &Reason{Code: BadReference, Word: string(b), Allowed: aboutNames[:]}
}

// Span is a half-open range of bytes in a message's text.
type Span struct{ Start, End int }

// Evidence is one reason for a finding. Key is fixed vocabulary such as
// "term:illness" or "about:named" and holds no text of the message; Span points
// at the words that gave the reason and is empty where no words did.
type Evidence struct {
	Key  string
	Span Span
}

// Finding is a rule's hit on a message.
type Finding struct {
	Rule       string // path of the rule: health/sick-note
	Category   Category
	Severity   Severity
	Confidence float64 // 0 to 1
	About      About
	Spans      []Span // what a reader should look at, sorted
	Evidence   []Evidence

	certain bool // made by a rule about facts, or by the user's own
	graded  bool // whose severity the model may choose
}
