package report

import (
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// Rulebook tells what the rules say about themselves; a rules.Engine is one.
type Rulebook interface {
	Rules() []rules.Rule
	Rule(id string) (rules.Rule, bool)
	Category(rules.Category) rules.CategoryInfo
}

// explanation is what a reader learns about a finding, in one language.
type explanation struct {
	title, why, advice string
	legal              []string
}

// about returns the explanation of a finding. What the rule does not say, its
// category does; a rule that the book does not know is told by its ID.
func about(opt *Options, f *lint.Finding) explanation {
	rule, ok := opt.Rules.Rule(f.Rule)
	if !ok {
		return explanation{title: f.Rule, legal: []string{}}
	}
	return explain(opt, &rule)
}

func explain(opt *Options, r *rules.Rule) explanation {
	lang, category := string(opt.Lang), opt.Rules.Category(r.Category)
	e := explanation{title: r.Title.In(lang), why: r.Why.In(lang), advice: r.Advice.In(lang), legal: append([]string{}, r.Legal...)}
	if e.why == "" {
		e.why = category.Why.In(lang)
	}
	if len(e.legal) == 0 {
		e.legal = append(e.legal, category.Legal...)
	}
	for i, provision := range e.legal {
		e.legal[i] = rules.Cite(provision, lang)
	}
	return e
}

func categoryTitle(opt *Options, c rules.Category) string {
	if title := opt.Rules.Category(c).Title.In(string(opt.Lang)); title != "" {
		return title
	}
	return string(c)
}
