package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// writer explains one message.
type writer struct {
	Options
	texts   *locale.Texts
	insight *lint.Insight
}

// shown returns the finding as a reader may see it.
func (w *writer) shown(f *lint.Finding) *lint.Finding {
	if w.Mask == nil {
		return f
	}
	return w.Mask.Finding(f)
}

func (w *writer) text(t rules.Text) string { return t.In(string(w.Lang)) }

func (w *writer) entities(f *lint.Finding) []Entity {
	out := []Entity{}
	points := report.NewCodePoints(f.Message.Text)
	for _, e := range f.Entities {
		if e.Type == detector.Location || e.Type == detector.Organization {
			continue // they only help to tell persons apart
		}
		at := points.Span(rules.Span{Start: e.Start, End: e.End})
		out = append(out, Entity{Type: e.Type, Start: at[0], End: at[1], Text: f.Message.Text[e.Start:e.End], Sense: w.texts.T("entity." + string(e.Type))})
	}
	return out
}

func (w *writer) finding(original *lint.Finding) Finding {
	f := w.shown(original)
	out := Finding{
		Rule: f.Rule, Title: f.Rule, Category: f.Category, Subject: w.subject(f.Category), Severity: f.Severity,
		Confidence: report.Rounded(f.Confidence), Words: w.words(f), About: f.About, Person: w.person(f), Decided: w.decided(f), Level: w.level(f), Legal: []string{},
	}
	if r, ok := w.Rules.Rule(f.Rule); ok {
		out.Title, out.Why, out.Advice = w.text(r.Title), w.text(r.Why), w.text(r.Advice)
		for _, provision := range r.Legal {
			out.Legal = append(out.Legal, rules.Cite(provision, string(w.Lang)))
		}
	}
	return out
}

func (w *writer) subject(c rules.Category) string {
	return cmp.Or(w.text(w.Rules.Category(c).Title), string(c))
}

// words lists the places that gave the reasons.
func (w *writer) words(f *lint.Finding) []Words {
	out := []Words{}
	points := report.NewCodePoints(f.Message.Text)
	for _, e := range f.Evidence {
		sense := w.sense(e.Key)
		if sense == "" || e.Span.Start == e.Span.End {
			continue
		}
		at := points.Span(e.Span)
		out = append(out, Words{Start: at[0], End: at[1], Text: f.Message.Text[e.Span.Start:e.Span.End], Key: e.Key, Sense: sense})
	}
	return out
}

// sense says what a piece of evidence found at its words, "" where the words do
// not matter by themselves.
func (w *writer) sense(key string) string {
	kind, what, _ := strings.Cut(key, ":")
	switch kind {
	case "term":
		if name := "sense." + what; w.texts.Has(name) {
			return w.texts.T(name)
		}
		return w.texts.T("sense.own", "list", what) // a list of the user's own
	case "entity":
		return w.texts.T("entity." + what)
	case "learned", "words", "repute":
		return w.texts.T("sense." + kind)
	case "listed":
		return w.texts.T("sense.listed")
	}
	return ""
}

// person says whom the finding is about.
func (w *writer) person(f *lint.Finding) string {
	key, role := "about."+f.About.String(), ""
	name := ""
	for _, e := range f.Evidence {
		if who, ok := strings.CutPrefix(e.Key, "about:"); ok {
			_, role, _ = strings.Cut(who, "/")
			name = f.Message.Text[e.Span.Start:e.Span.End]
		}
	}
	if f.About == rules.Thread && w.insight.Person != "" {
		key, name = "about.thread-named", w.insight.Person
		if w.Mask != nil {
			name = w.Mask.Name(f.Chat, name)
		}
	}
	if f.About == rules.Named && name == "" {
		key = "about.named-unsaid"
	}
	text := w.texts.T(key, "name", name)
	if part := "role." + role; f.About != rules.Nobody && w.texts.Has(part) {
		text += ", " + w.texts.T(part)
	}
	return text
}

// decided says what made the finding.
func (w *writer) decided(f *lint.Finding) string {
	o := w.opinion(f.Category)
	args := []any{"rule", f.Rule}
	r, ok := w.Rules.Rule(f.Rule)
	switch {
	case ok && r.Learned:
		return w.texts.T("decided.learned") + " " + w.model(o)
	case o.Needed == 0, ok && (r.Facts || r.Own):
		return w.texts.T("decided.rule", args...)
	case o.Agrees:
		return w.texts.T("decided.both", args...) + " " + w.model(o)
	case slices.ContainsFunc(f.Evidence, func(e rules.Evidence) bool { return strings.HasPrefix(e.Key, "listed:") }):
		return w.texts.T("decided.listed", args...)
	}
	return w.texts.T("decided.own", args...)
}

// model says how the learned model came to its opinion: first whether the message is
// flagged, then for what.
func (w *writer) model(o rules.Opinion) string {
	args := []any{
		"subject", w.subject(o.Category), "sure", percent(o.Model), "needed", percent(o.Needed),
		"alert", percent(w.insight.Alert), "alert-needed", percent(w.insight.AlertNeeded),
	}
	switch {
	case !o.Agrees && w.insight.Alert < w.insight.AlertNeeded:
		return w.texts.T("model.passes", args...)
	case !o.Agrees:
		return w.texts.T("model.unsure", args...)
	case o.Likeliest:
		return w.texts.T("model.flags", args...) + " " + w.texts.T("model.likeliest", args...)
	}
	return w.texts.T("model.flags", args...) + " " + w.texts.T("model.beside", args...)
}

// level says why the finding has its severity.
func (w *writer) level(f *lint.Finding) string {
	l := w.Rules.Level(&f.Finding)
	args := []any{
		"severity", w.texts.T("severity." + f.Severity.String()), "table", w.texts.T("severity." + l.Table.String()),
		"detail", w.texts.T("detail." + string(f.Category) + "/" + l.Detail), "about", w.texts.T("whom." + f.About.String()),
	}
	key := "level.table"
	switch {
	case l.Set:
		key = "level.set"
	case l.Table == rules.None:
		key = "level.learned"
	case l.Table != f.Severity:
		key = "level.graded"
	case l.OfRule:
		key = "level.rule"
	}
	return w.texts.T(key, args...) + " " + w.texts.T("means."+f.Severity.String())
}

func (w *writer) opinion(c rules.Category) rules.Opinion {
	for _, o := range w.insight.Opinions {
		if o.Category == c {
			return o
		}
	}
	return rules.Opinion{}
}

// near is how sure the learned model must be, as a share of what it takes to
// report, for a category to be worth a word.
const near = 0.5

// considered lists what is not reported although a rule spoke for it, or the
// learned model was half sure. The closest comes first.
func (w *writer) considered() []Considered {
	out := []Considered{}
	for _, o := range w.insight.Opinions {
		reported := slices.ContainsFunc(w.insight.Findings, func(f lint.Finding) bool { return f.Category == o.Category })
		if reported || o.Rule == "" && (o.Needed == 0 || o.Model < near*o.Needed) {
			continue
		}
		out = append(out, Considered{
			Category: o.Category, Subject: w.subject(o.Category), Rule: o.Rule, Model: report.Rounded(o.Model), Needed: report.Rounded(o.Needed), Text: w.whyNot(o),
		})
	}
	slices.SortStableFunc(out, func(a, b Considered) int { return cmp.Compare(b.Model*a.Needed, a.Model*b.Needed) })
	return out
}

// whyNot says why an opinion made no finding.
func (w *writer) whyNot(o rules.Opinion) string {
	args := []any{"subject", w.subject(o.Category), "rule", o.Rule}
	switch {
	case o.Agrees, o.Needed == 0:
		return w.texts.T("not.left-out", args...) // too mild, or switched off
	case o.Rule != "":
		return w.texts.T("not.overruled", args...) + " " + w.model(o)
	}
	return w.texts.T("not.unsure", args...) + " " + w.model(o)
}

// percent never claims to be certain: a model is not.
func percent(p float64) string { return fmt.Sprintf("%.0f", min(max(100*p, 1), 99)) }
