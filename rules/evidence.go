package rules

import (
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// The keys of evidence are few and are put together once.

// aboutKeys holds "about:" with each reference and role.
var aboutKeys = func() (keys [len(aboutNames)][len(roleNames)]string) {
	for about := range aboutNames {
		for role := range roleNames {
			keys[about][role] = "about:" + aboutNames[about] + "/" + roleNames[role]
		}
	}
	return keys
}()

// entityKeys holds "entity:" with each type.
var entityKeys = func() map[detector.Type]string {
	keys := map[detector.Type]string{}
	for _, t := range detector.Types {
		keys[t] = "entity:" + string(t)
	}
	return keys
}()

// severityKeys returns "severity:" with the cell of the severity table that
// a rule reads, for each reference.
func severityKeys(r *Rule) (keys [len(aboutNames)]string) {
	for about, name := range aboutNames {
		keys[about] = "severity:" + string(r.Category) + "/" + r.Detail + "/" + name
	}
	return keys
}

// termKeys returns "term:" with the name of each class.
func termKeys(lex *lexicon.Lexicon) []string {
	keys := make([]string, lex.Classes())
	for c := range keys {
		keys[c] = "term:" + lex.Name(lexicon.Class(c))
	}
	return keys
}

// evidence says whom a finding is about.
func (a *analysis) evidence(r reference) Evidence {
	e := Evidence{Key: aboutKeys[r.about][r.role]}
	if r.mention != noWords {
		e.Span = a.bytes(r.mention)
	}
	return e
}
