package rules

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// UnknownRuleError is a rule ID or category that does not exist.
type UnknownRuleError struct{ ID string }

func (e *UnknownRuleError) Error() string { return fmt.Sprintf("no rule or category %q", e.ID) }

// adjust applies to the loaded rules what the user has set.
func (e *Engine) adjust(opt Options) error {
	for _, id := range slices.Concat(opt.Disabled, opt.Enabled, slices.Sorted(maps.Keys(opt.Severity))) {
		if _, ok := e.Rule(id); !ok && !slices.Contains(Categories, Category(id)) {
			return &UnknownRuleError{ID: id}
		}
	}
	e.rules = slices.DeleteFunc(e.rules, func(r Rule) bool { return opt.off(&r) })
	e.set = opt.Severity
	return nil
}

// off reports a rule that is left out. What names the rule itself counts more
// than what names its category.
func (opt *Options) off(r *Rule) bool {
	switch {
	case slices.Contains(opt.Enabled, r.ID):
		return false
	case slices.Contains(opt.Disabled, r.ID):
		return true
	case slices.Contains(opt.Enabled, string(r.Category)):
		return false
	}
	return slices.Contains(opt.Disabled, string(r.Category))
}

// setSeverity returns the severity that the user gave to a rule, or to its
// category.
func (e *Engine) setSeverity(rule string, c Category) (Severity, bool) {
	if s, ok := e.set[rule]; ok {
		return s, true
	}
	s, ok := e.set[string(c)]
	return s, ok
}

// severitySet is the key of the evidence that the user has set the severity.
const severitySet = "severity:set"

// overrule gives findings the severities that the user has set.
func (e *Engine) overrule(found []Finding) {
	if len(e.set) == 0 {
		return
	}
	for i := range found {
		f := &found[i]
		if s, ok := e.setSeverity(f.Rule, f.Category); ok {
			f.Severity = s
			f.Evidence = append(f.Evidence, Evidence{Key: severitySet})
		}
	}
}

// write tells one adjustment from another. Names are counted and not written:
// they are personal data, and a bare hash of a name can be guessed.
func (opt *Options) write(w io.Writer) {
	fmt.Fprintf(w, "%q %t %d\n", slices.Sorted(slices.Values(opt.Disabled)), opt.RulesOnly, len(modelFile))
	if len(opt.Enabled) > 0 {
		fmt.Fprintf(w, "enabled %q\n", slices.Sorted(slices.Values(opt.Enabled)))
	}
	for _, id := range slices.Sorted(maps.Keys(opt.Severity)) {
		fmt.Fprintf(w, "severity %q %s\n", id, opt.Severity[id])
	}
	for _, role := range slices.Sorted(maps.Keys(opt.Names)) {
		fmt.Fprintf(w, "names %s %d\n", role, len(opt.Names[role]))
	}
}
