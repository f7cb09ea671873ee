package rules

import (
	"slices"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// apply evaluates one rule on each sentence, or on the message as a whole, and
// returns its most severe finding.
func (s *Session) apply(r *Rule, sc scene) (best Finding, found bool) {
	for unit := range sc.units(r.Message) {
		f, ok := s.applyTo(r, sc, unit)
		if ok && (!found || f.Severity > best.Severity) {
			best, found = f, true
		}
	}
	return best, found
}

// units yields the token ranges that a rule is evaluated on. A message without
// tokens is one empty unit: its kind can still be reported.
func (a *analysis) units(whole bool) func(yield func(tokenSpan) bool) {
	return func(yield func(tokenSpan) bool) {
		n := len(a.text.Tokens)
		if whole || n == 0 {
			yield(tokenSpan{0, n - 1})
			return
		}
		for first := 0; first < n; {
			last := first
			for last+1 < n && a.sents[last+1] == a.sents[first] {
				last++
			}
			if !yield(tokenSpan{first, last}) {
				return
			}
			first = last + 1
		}
	}
}

// applyTo evaluates a rule on one unit.
func (s *Session) applyTo(r *Rule, sc scene, unit tokenSpan) (Finding, bool) {
	places, ok := r.When.check(sc, unit, s.places[:0])
	s.places = places
	if !ok {
		return Finding{}, false
	}
	if r.Unless != nil {
		if _, ok := r.Unless.check(sc, unit, nil); ok {
			return Finding{}, false
		}
	}
	anchor := unit
	if len(places) > 0 {
		anchor = places[0]
	}
	ref := s.reference(r, sc, anchor)
	severity := r.severity(s.engine.severities, ref.about)
	if severity == None {
		return Finding{}, false
	}
	return s.finding(r, sc, places, ref, severity), true
}

// reference says whom the finding is about. A rule about facts needs nobody;
// it names whoever stands nearest.
func (s *Session) reference(r *Rule, sc scene, anchor tokenSpan) reference {
	if len(sc.text.Tokens) == 0 {
		return reference{mention: noWords, sure: 1}
	}
	ref := sc.refer(anchor, sc.earlier)
	if r.Facts {
		ref.sure = 1
	}
	return ref
}

// finding writes the trace.
func (s *Session) finding(r *Rule, sc scene, places []tokenSpan, ref reference, severity Severity) Finding {
	f := Finding{
		Rule:       r.ID,
		Category:   r.Category,
		Severity:   severity,
		Confidence: r.Confidence * ref.sure,
		About:      ref.about,
		certain:    r.Facts || r.Own || sc.ownWord(places),
		graded:     r.Graded,
	}
	f.Spans, f.Evidence = make([]Span, 0, len(places)), make([]Evidence, 0, len(places)+2)
	for i, p := range places {
		if coveredByAnother(places, i) {
			continue
		}
		span := sc.bytes(p)
		f.Spans = append(f.Spans, span)
		f.Evidence = append(f.Evidence, Evidence{Key: sc.name(s.engine, p), Span: span})
	}
	f.Spans = MergeSpans(f.Spans)
	f.Evidence = append(f.Evidence, sc.evidence(ref), Evidence{Key: r.severityKeys[ref.about]})
	return f
}

// ownWord reports a place that a term of the user's own lists has found. Like the
// user's own rules, it needs no second opinion.
func (a *analysis) ownWord(places []tokenSpan) bool {
	return slices.ContainsFunc(a.hits, func(h lexicon.Hit) bool {
		return h.Own && slices.Contains(places, tokenSpan{h.First, h.Last})
	})
}

// coveredByAnother reports that a longer place, or an equal one before, holds
// place i: "ist krank" says all that "krank" does.
func coveredByAnother(places []tokenSpan, i int) bool {
	p := places[i]
	for k, q := range places {
		if k != i && q.first <= p.first && p.last <= q.last && (q != p || k < i) {
			return true
		}
	}
	return false
}

// name says what was found at a place: a term of a class, an entity or a text
// that a pattern matched.
func (a *analysis) name(e *Engine, p tokenSpan) string {
	for _, h := range a.hits {
		if h.First == p.first && h.Last == p.last {
			return e.termKey[h.Class]
		}
	}
	for i, ent := range a.entities {
		if a.spans[i] == p {
			return entityKeys[ent.Type]
		}
	}
	return "words"
}
