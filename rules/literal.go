package rules

import "regexp/syntax"

// requiredLiterals returns strings of which every match of the expression
// contains at least one.
func requiredLiterals(expr string) ([]string, error) {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	lits := literals(re.Simplify())
	if lits == nil {
		return nil, &Reason{Code: NoLiteral}
	}
	return lits, nil
}

// literals returns nil where a match may hold no long enough literal.
func literals(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if s := string(re.Rune); len(s) >= minLiteral && re.Flags&syntax.FoldCase == 0 {
			return []string{s}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return literals(re.Sub[0])
	case syntax.OpConcat:
		return fewest(re.Sub)
	case syntax.OpAlternate:
		return union(re.Sub)
	}
	return nil
}

// fewest picks the part with the fewest alternatives.
func fewest(parts []*syntax.Regexp) []string {
	var best []string
	for _, p := range parts {
		if l := literals(p); l != nil && (best == nil || len(l) < len(best)) {
			best = l
		}
	}
	return best
}

func union(parts []*syntax.Regexp) []string {
	var all []string
	for _, p := range parts {
		l := literals(p)
		if l == nil {
			return nil
		}
		all = append(all, l...)
	}
	return all
}
