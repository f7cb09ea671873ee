package rules

import "strings"

// Text is a text in both languages of the program.
type Text struct {
	De string `yaml:"de"`
	En string `yaml:"en"`
}

// Rule is one file of rules/builtin or of a user's own folder. Its ID is its
// path without the ending; the first part of the path is its category.
type Rule struct {
	ID       string   `yaml:"-"`
	Category Category `yaml:"-"`
	Source   string   `yaml:"-"` // file it was read from, for messages to people
	Own      bool     `yaml:"-"` // one of the user's own rules

	Title  Text `yaml:"title"`
	Why    Text `yaml:"why"`
	Advice Text `yaml:"advice"`
	// Legal is what a finding cites; a rule without its own inherits the
	// category's.
	Legal []string `yaml:"legal,omitempty"`
	// FalseAlarms says when the rule is known to be wrong.
	FalseAlarms Text `yaml:"false_alarms,omitempty"`

	// Detail names the column of the severity table.
	Detail string `yaml:"detail"`
	// Severity replaces single cells of the table for this rule.
	Severity map[About]Severity `yaml:"severity,omitempty"`
	// Confidence is how often the rule is right, 0 to 1.
	Confidence float64 `yaml:"confidence"`
	// Message makes the rule look at the message as a whole; otherwise all of
	// its conditions must hold within one sentence.
	Message bool `yaml:"message,omitempty"`
	// Facts makes the rule one about a span and not about a person: it reports
	// whoever it belongs to (phone numbers, codes).
	Facts bool `yaml:"facts,omitempty"`
	// Graded lets the learned model choose the severity of a rule about facts,
	// where the words around decide: whose door a code opens.
	Graded bool `yaml:"graded,omitempty"`

	// Learned marks the rule that stands for what the learned model finds by
	// itself in the category. It has no conditions.
	Learned bool `yaml:"learned,omitempty"`

	When   Condition  `yaml:"when,omitempty"`
	Unless *Condition `yaml:"unless,omitempty"`
	needs  []signs    // of When

	severityKeys [len(aboutNames)]string

	Tests Tests `yaml:"tests"`
}

// Tests are a rule's own examples.
type Tests struct {
	Flag []Example `yaml:"flag"`
	OK   []Example `yaml:"ok"`
	// TodoFlag and TodoOK are known misses. One that starts to pass fails the
	// self-test until it is moved up.
	TodoFlag []Example `yaml:"todo_flag,omitempty"`
	TodoOK   []Example `yaml:"todo_ok,omitempty"`
}

// Example is a message, or several of a chat of which the last is judged.
type Example struct {
	Text     string
	Chat     []Line
	Severity Severity // of a Flag example; None accepts any
	About    *About   // of a Flag example; nil accepts any
}

// Line is one message of an example.
type Line struct {
	Sender string `yaml:"sender"`
	Text   string `yaml:"text"`
}

// In returns the text in a language, "de" or "en".
func (t Text) In(lang string) string {
	if strings.HasPrefix(lang, "de") {
		return t.De
	}
	return t.En
}

// severity returns the severity of a finding of this rule.
func (r *Rule) severity(t severityTable, about About) Severity {
	if s, ok := r.Severity[about]; ok {
		return s
	}
	return t[r.Category][r.Detail][about]
}

// severityTable is the guideline's table: category → detail → reference.
type severityTable map[Category]map[string]map[About]Severity
