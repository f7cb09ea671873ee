package rules

import (
	"slices"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// Failure is an example of a rule that turned out otherwise.
type Failure struct {
	Rule   string
	List   string // flag, ok, todo_flag or todo_ok
	Number int    // 1-based position in the list
	Text   string // the judged message of the example
	Outcome
}

// Outcome says how an example turned out otherwise than its list says.
type Outcome struct {
	Code      OutcomeCode
	Want, Got string // for a wrong severity or reference; Got also for what should not be flagged
}

// OutcomeCode is what an Outcome is about.
type OutcomeCode string

// The codes of an Outcome.
const (
	NotFlagged     OutcomeCode = "not-flagged"
	WrongSeverity  OutcomeCode = "wrong-severity"
	WrongReference OutcomeCode = "wrong-reference"
	Flagged        OutcomeCode = "flagged"
	NowFlagged     OutcomeCode = "now-flagged"     // a known miss that is none any more
	NowNotFlagged  OutcomeCode = "now-not-flagged" // a known false alarm that is none any more
)

// OutcomeCodes lists all codes.
var OutcomeCodes = []OutcomeCode{NotFlagged, WrongSeverity, WrongReference, Flagged, NowFlagged, NowNotFlagged}

// SelfTest runs the rule's own examples.
func (e *Engine) SelfTest(r *Rule) []Failure {
	var out []Failure
	run := func(list string, examples []Example, verdict func(Example, Finding, bool) Outcome) {
		for i, ex := range examples {
			f, found := e.runExample(r, ex)
			if o := verdict(ex, f, found); o != (Outcome{}) {
				out = append(out, Failure{r.ID, list, i + 1, ex.judged(), o})
			}
		}
	}
	run("flag", r.Tests.Flag, flagVerdict)
	run("ok", r.Tests.OK, okVerdict)
	run("todo_flag", r.Tests.TodoFlag, func(ex Example, f Finding, found bool) Outcome {
		if flagVerdict(ex, f, found) == (Outcome{}) {
			return Outcome{Code: NowFlagged}
		}
		return Outcome{}
	})
	run("todo_ok", r.Tests.TodoOK, func(ex Example, f Finding, found bool) Outcome {
		if !found {
			return Outcome{Code: NowNotFlagged}
		}
		return Outcome{}
	})
	return out
}

func flagVerdict(ex Example, f Finding, found bool) Outcome {
	switch {
	case !found:
		return Outcome{Code: NotFlagged}
	case ex.Severity != None && f.Severity != ex.Severity:
		return Outcome{WrongSeverity, ex.Severity.String(), f.Severity.String()}
	case ex.About != nil && f.About != *ex.About:
		return Outcome{WrongReference, ex.About.String(), f.About.String()}
	}
	return Outcome{}
}

func okVerdict(_ Example, f Finding, found bool) Outcome {
	if found {
		return Outcome{Code: Flagged, Got: f.Severity.String()}
	}
	return Outcome{}
}

// judged returns the message of the example that is judged.
func (ex Example) judged() string { return ex.lines()[len(ex.lines())-1].Text }

func (ex Example) lines() []Line {
	if len(ex.Chat) > 0 {
		return ex.Chat
	}
	return []Line{{Text: ex.Text}}
}

// exampleStart dates the examples; only differences of times matter.
var exampleStart = time.Date(2024, 1, 15, 7, 0, 0, 0, time.UTC)

// runExample applies one rule alone to the last message of an example.
func (e *Engine) runExample(r *Rule, ex Example) (Finding, bool) {
	lines := slices.Clone(ex.lines())
	var names []string
	for i := range lines {
		if lines[i].Sender == "" {
			lines[i].Sender = "~"
		}
		names = append(names, lines[i].Sender)
	}
	messages := exampleMessages(lines)
	s := e.NewSession(e.Meet(names, slices.Values(messages)))
	for i, m := range messages {
		if r.Learned && i == len(lines)-1 {
			return s.learnedFinding(r, m)
		}
		s.Observe(m)
	}
	return s.apply(r, s.scene())
}

// exampleMessages dates the lines a minute apart.
func exampleMessages(lines []Line) []*chat.Message {
	var out []*chat.Message
	for i, l := range lines {
		m := &chat.Message{Index: i, Line: i + 1, Time: exampleStart.Add(time.Duration(i) * time.Minute), Sender: l.Sender}
		m.Kind, m.Text, m.Attachment, m.Edited = chat.ClassifyBody(l.Sender, l.Text)
		out = append(out, m)
	}
	return out
}

// learnedFinding runs rules and model together, as a scan does.
func (s *Session) learnedFinding(r *Rule, m *chat.Message) (Finding, bool) {
	return s.fromRules(s.check(m, nil).Findings, r.Category)
}

// UnmarshalYAML reads an example: a text alone, or a mapping.
func (ex *Example) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&ex.Text); err == nil {
		return nil
	}
	var m struct {
		Text     string   `yaml:"text"`
		Chat     []Line   `yaml:"chat"`
		Severity Severity `yaml:"severity"`
		About    *About   `yaml:"about"`
	}
	if err := unmarshal(&m); err != nil {
		return err
	}
	if (m.Text == "") == (len(m.Chat) == 0) {
		return &Reason{Code: BadExample}
	}
	*ex = Example(m)
	return nil
}
