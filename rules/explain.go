package rules

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// Opinion is what rules and learned model, each by itself, think of a message in
// one category.
type Opinion struct {
	Category  Category
	Rule      string   // the best finding that the rules made, "" for none
	Severity  Severity // of that finding, by the table
	Spans     []Span   // of that finding
	Model     float64  // how sure the learned model is, 0 to 1; 0 without a model
	Needed    float64  // from where on it reports the category beside the likeliest, 0 to 1; 0 without a model
	Likeliest bool     // no category is likelier to the model
	Agrees    bool     // the model reports the category
}

// Reasons are what led to a Result.
type Reasons struct {
	Opinions []Opinion // one per category, in the order of Categories; none for a message too long to be judged at once
	// Alert is how sure the learned model is that the message holds anything at all, and
	// AlertNeeded from where on it flags a message, both 0 to 1; without a model both are
	// 0. Of a message that it flags it reports the likeliest category and each other one
	// that is as sure as Opinion.Needed.
	Alert, AlertNeeded float64
	Person             string // how an earlier message names the person that the thread is about, "" if none does
}

// Insight is a Result with what led to it.
type Insight struct {
	Result
	Reasons
}

// Explain is Check for somebody who asks why. Unlike a Result, an Insight may be
// kept.
func (s *Session) Explain(m, next *chat.Message) Insight {
	r := s.Check(m, next)
	in := Insight{Result: Result{Entities: slices.Clone(r.Entities)}}
	for _, f := range r.Findings {
		in.Findings = append(in.Findings, f.shifted(0))
	}
	if !judged(m) || len(m.Text) > pieceSize {
		return in
	}
	sc := s.scene()
	text := detector.Fold(m.Text)
	in.Person = sc.personOfThread()
	s.applyRules(sc)
	for _, c := range Categories {
		o := Opinion{Category: c}
		if f, ok := s.fromRules(s.found, c); ok {
			o.Rule, o.Severity, o.Spans = f.Rule, f.Severity, f.unfolded(&text).Spans
		}
		in.Opinions = append(in.Opinions, o)
	}
	if s.engine.model != nil && sc.hasWords() {
		s.addScores(sc, &in.Reasons)
	}
	return in
}

// addScores adds what the model thinks, once s.found is what the rules found.
func (s *Session) addScores(sc scene, to *Reasons) {
	m := s.engine.model
	v := s.score(sc)
	to.Alert, to.AlertNeeded = probability(v.alert), probability(m.alertFrom)
	for c := range categoryColumns {
		o := &to.Opinions[c]
		o.Model, o.Needed = probability(v.scores[c]), probability(m.threshold)
		o.Likeliest, o.Agrees = c == v.top, m.reports(&v, c)
	}
}

// personOfThread returns the name of the person whom a pronoun or a left-out
// subject of the message means.
func (s scene) personOfThread() string {
	for _, e := range s.earlier {
		if s.time.Sub(e.time) > ThreadSpan {
			break
		}
		for _, m := range e.mentions {
			if m.about == Named && !m.weak {
				span := e.bytes(m.tokenSpan)
				return strings.Clone(e.text.Raw[span.Start:span.End])
			}
		}
	}
	return ""
}

// Level says where the severity of a finding comes from.
type Level struct {
	Detail string   // column of the severity table, "" where the learned model found it
	Table  Severity // what the table, or the rule itself, says; None where the learned model found it
	OfRule bool     // the rule has severities of its own
	Set    bool     // the user has set it
}

// Level reads the trace of a finding.
func (e *Engine) Level(f *Finding) Level {
	var l Level
	for _, ev := range f.Evidence {
		if ev.Key == severitySet {
			l.Set = true
		}
		if cell, ok := strings.CutPrefix(ev.Key, "severity:"); ok && ev.Key != severitySet {
			l.Detail = strings.Split(cell, "/")[1]
		}
	}
	if r, ok := e.Rule(f.Rule); ok && !r.Learned {
		l.Table = r.severity(e.severities, f.About)
		_, l.OfRule = r.Severity[f.About]
	}
	return l
}
