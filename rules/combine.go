package rules

import (
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// learnedRule names the finding of a category that the model alone has made:
// the rule file of that name holds its texts.
const learnedRule = "/learned"

// judge fills s.found, in no order: the rules speak first, the learned model hears them
// among its features, and this is the one place where both are combined.
func (s *Session) judge(sc scene) {
	s.applyRules(sc)
	m := s.engine.model
	if m == nil || !sc.hasWords() {
		return
	}
	v := s.score(sc)
	byRules := s.found
	s.found = s.found[len(s.found):]
	for c, category := range categoryColumns {
		f, ruled := s.fromRules(byRules, category)
		switch {
		case ruled && f.certain:
			// What a detector has checked needs no second opinion.
			if f.graded {
				f.Severity = s.grade(sc, c)
			}
		case !m.reports(&v, c):
			continue
		default:
			var ok bool
			if f, ok = s.graded(sc, c, f, ruled); !ok {
				continue
			}
			f.Confidence = probability(v.scores[c])
		}
		s.found = append(s.found, f)
	}
}

// score returns the verdict of the model, once s.found is what the rules found. The
// network looks only where the linear model does not rule everything out.
func (s *Session) score(sc scene) verdict {
	m := s.engine.model
	s.outlook = impression{sums: sc.alone.sums, features: sc.alone.features, grades: s.outlook.grades[:0], vectors: s.outlook.vectors[:0]}
	s.context = s.contextFeatures(sc, s.context[:0])
	m.impress(s.context, &s.outlook)
	for depth, p := range sc.neighbours() {
		m.recall(depth, p.sender == sc.sender, &p.scores, &s.outlook)
	}
	m.recognise(s.bearers(sc), s.people.told(), &s.outlook)
	scores := m.likely(&s.outlook)
	if slices.Max(scores[:]) < m.gate {
		return allRuledOut
	}
	s.look(sc)
	seen := m.network.scores(&s.view)
	return m.decide(&scores, &seen)
}

// look lets the network see what the linear model has seen. The vectors of what
// depends on a word alone have been summed when the word was first seen.
func (s *Session) look(sc scene) {
	n := &s.engine.model.network
	seen := sight{features: s.outlook.features}
	for i, w := range sc.known {
		if sc.plain(i) {
			seen.join(&w.vectors, int(w.added))
		}
	}
	n.see(sc.alone.vectors, &seen)
	n.see(s.outlook.vectors, &seen)
	n.look(&seen, &s.view)
}

// grade returns the severity that the model gives a finding of category column
// c, once score has looked at the message.
func (s *Session) grade(sc scene, c int) Severity {
	return s.engine.model.grade(c, s.outlook.features, sc.alone.grades, s.outlook.grades)
}

// graded gives the finding of category column c its severity. Where no rule made
// it, or the model sees something far milder or more severe than the rule, the
// finding is the model's own.
func (s *Session) graded(sc scene, c int, f Finding, ruled bool) (Finding, bool) {
	severity := s.grade(sc, c)
	if !ruled || max(f.Severity, severity)-min(f.Severity, severity) > 1 {
		own, ok := s.learned(sc, c)
		if !ok && !ruled {
			return f, false
		}
		if ok {
			f = own
		}
	}
	f.Severity = severity
	return f, true
}

// hasWords reports whether the message says anything: the model has learnt
// nothing about an emoji or an empty caption.
func (a *analysis) hasWords() bool {
	return slices.ContainsFunc(a.text.Tokens, func(k detector.Token) bool { return k.Kind == detector.Word || k.Kind == detector.Number })
}

// applyRules fills s.found with the best finding that the rules make in each
// category.
func (s *Session) applyRules(sc scene) {
	s.found = s.found[:0]
	for _, n := range sc.rules {
		r := &s.engine.rules[n]
		f, ok := s.apply(r, sc)
		if !ok {
			continue
		}
		k := slices.IndexFunc(s.found, func(g Finding) bool { return g.Category == r.Category })
		switch {
		case k < 0:
			s.found = append(s.found, f)
		case better(f, s.found[k]):
			s.found[k] = f
		}
	}
}

// better orders the findings of a category: what needs no second opinion first,
// then by severity and confidence.
func better(f, g Finding) bool {
	switch {
	case f.certain != g.certain:
		return f.certain
	case f.Severity != g.Severity:
		return f.Severity > g.Severity
	}
	return f.Confidence > g.Confidence
}

func (s *Session) fromRules(found []Finding, c Category) (Finding, bool) {
	i := slices.IndexFunc(found, func(f Finding) bool { return f.Category == c })
	if i < 0 {
		return Finding{}, false
	}
	return found[i], true
}

// contextFeatures appends what the thread, the names of the chat and the rules tell
// the model beside the message, but for judgements and reputes.
func (s *Session) contextFeatures(sc scene, dst []Feature) []Feature {
	dst = sc.threaded(s.engine, dst)
	if s.people != nil {
		dst = s.people.callings.features(sc, dst)
	}
	return s.ruleFeatures(dst)
}

// ruleFeatures tells the model what the rules found.
func (s *Session) ruleFeatures(dst []Feature) []Feature {
	for _, f := range s.found {
		id := hashText(f.Rule)
		dst = append(dst,
			Feature{hash(tRule, id), -1, -1},
			Feature{hash(tRule, id, uint32(f.Severity), uint32(f.About)), -1, -1})
	}
	return dst
}

// strongest is how many features a learned finding shows as its evidence, and
// longestEvidence how many tokens each may cover: half a message points at nothing.
const (
	strongest       = 3
	longestEvidence = 4
)

// roleTold says what somebody is whose part nothing else tells when the model is
// sure of such a finding.
var roleTold = map[Category]Role{Customer: RoleCustomer, Partner: RolePartner}

// learned makes a finding of category column c from the model alone. Its
// evidence is the words that spoke for it most.
func (s *Session) learned(sc scene, c int) (Finding, bool) {
	category := categoryColumns[c]
	f := Finding{Rule: string(category) + learnedRule, Category: category}
	if _, ok := s.engine.Rule(f.Rule); !ok {
		return f, false
	}
	f.Spans, f.Evidence = make([]Span, 0, strongest), make([]Evidence, 0, strongest+2)
	for _, w := range s.strongestWords(sc, c) {
		span := sc.bytes(sc.trimmed(tokenSpan{int(w.First), int(w.Last)}))
		f.Spans = append(f.Spans, span)
		f.Evidence = append(f.Evidence, Evidence{Key: "learned", Span: span})
	}
	f.Evidence = sc.reputed(s.people.told(), c, f.Evidence)
	ref := reference{mention: noWords}
	if n := len(sc.text.Tokens); n > 0 {
		anchor := tokenSpan{0, n - 1}
		if len(f.Spans) > 0 {
			if t, ok := sc.tokensAt(f.Spans[0].Start, f.Spans[0].End); ok {
				anchor = t
			}
		}
		ref = sc.refer(anchor, sc.earlier)
	}
	if role, ok := roleTold[category]; ok && ref.bare != noName {
		ref.role = role
	}
	f.About = ref.about
	f.Evidence = append(f.Evidence, sc.evidence(ref))
	f.Spans = MergeSpans(f.Spans)
	return f, !s.holdsForAll(sc, &f)
}

// holdsForAll reports personnel data that are nobody's own: a shutdown, a pay deal.
func (s *Session) holdsForAll(sc scene, f *Finding) bool {
	return f.Category == HRRecord && f.About == Nobody && sc.has(s.engine.classCollective)
}

// weighted is a feature, what the models know of it and what it adds to the
// log-odds.
type weighted struct {
	Feature
	row    *row
	weight float32
}

// strongestWords returns the features that speak most for category column c and
// stand on words with a meaning of their own, without overlaps. Of equal ones the
// first counts.
func (s *Session) strongestWords(sc scene, c int) (out []Feature) {
	s.weighWords(sc, c)
	for len(s.speak) > 0 && len(out) < strongest {
		best := s.speak[0]
		for _, w := range s.speak[1:] {
			if w.weight > best.weight {
				best = w
			}
		}
		out = append(out, best.Feature)
		s.speak = slices.DeleteFunc(s.speak, func(w weighted) bool { return best.First <= w.Last && w.First <= best.Last })
	}
	return out
}

// weighWords fills s.speak with the features that speak for category column c and
// can be shown.
func (s *Session) weighWords(sc scene, c int) {
	m := s.engine.model
	s.speak, s.vectors = s.speak[:0], s.vectors[:0]
	for _, f := range sc.ownSeen {
		if f.First < 0 || f.Last-f.First >= longestEvidence || !sc.meaningful(tokenSpan{int(f.First), int(f.Last)}) {
			continue
		}
		if r := m.find(f.Key); r != nil {
			s.speak = append(s.speak, weighted{Feature: f, row: r})
			s.vectors = r.appendVector(s.vectors)
		}
	}
	s.fetched += m.network.fetch(s.vectors)
	slope := m.network.slope(c, &s.view)
	for i := range s.speak {
		w := &s.speak[i]
		w.weight = m.speaks(w.row, c, &slope)
	}
	s.speak = slices.DeleteFunc(s.speak, func(w weighted) bool { return w.weight <= 0 })
}

// meaningful reports a range that starts and ends with words or numbers, one of
// which has a meaning of its own.
func (a *analysis) meaningful(t tokenSpan) bool {
	if !a.said(t.first) || !a.said(t.last) {
		return false
	}
	t = a.trimmed(t)
	return t.first <= t.last
}

// trimmed leaves out the function words at both ends: "der" is evidence of
// nothing to a reader.
func (a *analysis) trimmed(t tokenSpan) tokenSpan {
	for t.first <= t.last && !a.tells(t.first) {
		t.first++
	}
	for t.first <= t.last && !a.tells(t.last) {
		t.last--
	}
	return t
}

// said reports a token that is a word or a number.
func (a *analysis) said(i int) bool { return a.text.Tokens[i].Kind <= detector.Number }

// tells reports a word or number with a meaning of its own.
func (a *analysis) tells(i int) bool {
	return a.said(i) && a.known[i].language == lexicon.Unknown && a.text.Tokens[i].End-a.text.Tokens[i].Start > 2
}

// MergeSpans sorts spans and joins those that touch, in place.
func MergeSpans(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (s *Session) sortFound() { slices.SortFunc(s.found, inReportOrder) }

func inReportOrder(a, b Finding) int {
	return slices.Index(Categories, a.Category) - slices.Index(Categories, b.Category)
}
