package rules

// Severities returns the severities that a finding of the rule can have, the
// lowest first. The learned model can give any that the guideline's table has
// for the category.
func (e *Engine) Severities(r *Rule) []Severity {
	if s, ok := e.setSeverity(r.ID, r.Category); ok {
		return []Severity{s}
	}
	var possible [Critical + 1]bool
	for about := Nobody; about <= Addressee; about++ {
		if !r.Learned {
			possible[r.severity(e.severities, about)] = true
			continue
		}
		for _, column := range e.severities[r.Category] {
			possible[column[about]] = true
		}
	}
	var out []Severity
	for s := Low; s <= Critical; s++ {
		if possible[s] {
			out = append(out, s)
		}
	}
	return out
}
