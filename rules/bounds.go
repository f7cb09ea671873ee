package rules

import (
	"bytes"
	"regexp/syntax"
)

// Bounds of a rule file. Ours stay below a tenth of them; what is larger would
// cost the decoder, the compiler or every message more than a rule is worth.
const (
	maxRuleFile   = 64 << 10 // bytes
	maxNesting    = 200      // brackets that are open at once; marks of nesting, anchors and tags on one line
	maxConditions = 1000     // of a rule, aliases counted as what they stand for
	maxProgram    = 5000     // instructions of a compiled pattern
)

// bounded refuses text that the YAML decoder would need very much memory for.
// Nesting over several lines needs blanks, which the size bounds.
func bounded(data []byte) error {
	if len(data) > maxRuleFile {
		return &Reason{Code: TooLarge}
	}
	open := 0
	for line := range bytes.Lines(data) {
		marks := 0
		for _, mark := range []string{"- ", "? ", ": ", "&", "!"} {
			marks += bytes.Count(line, []byte(mark))
		}
		for _, c := range line {
			switch c {
			case '[', '{':
				open++
			case ']', '}':
				open = max(0, open-1)
			}
			if open > maxNesting {
				return &Reason{Code: TooLarge}
			}
		}
		if marks > maxNesting {
			return &Reason{Code: TooLarge}
		}
	}
	return nil
}

// countUpTo counts the condition and those inside of it, and stops where there
// are more than most.
func (c *Condition) countUpTo(most int) int {
	n := 1
	lists := [][]Condition{c.All, c.Any, c.None}
	if c.Near != nil {
		lists = append(lists, c.Near.Of)
	}
	for _, list := range lists {
		for i := range list {
			if n > most {
				return n
			}
			n += list[i].countUpTo(most - n)
		}
	}
	for _, inner := range []*Condition{c.Anywhere, c.Before} {
		if inner != nil && n <= most {
			n += inner.countUpTo(most - n)
		}
	}
	return n
}

// boundedPattern refuses a regular expression that repeats itself to a program
// which every message would pay for.
func boundedPattern(expr string) error {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return err
	}
	program, err := syntax.Compile(re.Simplify())
	if err != nil {
		return err
	}
	if len(program.Inst) > maxProgram {
		return &Reason{Code: TooLarge}
	}
	return nil
}
