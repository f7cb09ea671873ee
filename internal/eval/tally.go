package eval

import (
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// tally is what was counted over some messages. Tallies of chats add up to the
// tally of a set.
type tally struct {
	headline
	categories map[rules.Category]*Counts
	exact      map[detector.Type]*Counts
	overlap    map[detector.Type]*Counts
}

// headline holds the sums behind the headline figures. It is flat, because the
// bootstrap adds up millions of them.
type headline struct {
	chats, messages int
	finding         Counts // (message, category) pairs
	flagLow         Counts // messages with anything
	flagMedium      Counts // messages with anything at medium or above
	severityExact   int    // of finding.Found
	severityNear    int    // of finding.Found, within one level
	clean           int    // messages without a label
	falseLow        int    // of clean, flagged
	falseMedium     int    // of clean, flagged at medium or above
	spanExact       Counts
	spanOverlap     Counts
}

func newTally() *tally {
	t := &tally{
		categories: map[rules.Category]*Counts{},
		exact:      map[detector.Type]*Counts{},
		overlap:    map[detector.Type]*Counts{},
	}
	for _, c := range rules.Categories {
		t.categories[c] = &Counts{}
	}
	for _, s := range SpanTypes {
		t.exact[s], t.overlap[s] = &Counts{}, &Counts{}
	}
	return t
}

func (t *tally) add(o *tally) {
	t.headline.add(&o.headline)
	for k, c := range o.categories {
		t.categories[k].Add(*c)
	}
	for k, c := range o.exact {
		t.exact[k].Add(*c)
	}
	for k, c := range o.overlap {
		t.overlap[k].Add(*c)
	}
}

func (h *headline) add(o *headline) {
	h.chats += o.chats
	h.messages += o.messages
	h.finding.Add(o.finding)
	h.flagLow.Add(o.flagLow)
	h.flagMedium.Add(o.flagMedium)
	h.severityExact += o.severityExact
	h.severityNear += o.severityNear
	h.clean += o.clean
	h.falseLow += o.falseLow
	h.falseMedium += o.falseMedium
	h.spanExact.Add(o.spanExact)
	h.spanOverlap.Add(o.spanOverlap)
}

// severities maps the categories of a message to their severity.
type severities map[rules.Category]rules.Severity

func (s severities) max() rules.Severity {
	top := rules.None
	for _, v := range s {
		top = max(top, v)
	}
	return top
}

// message counts one message. clean says that its truth holds no label at all,
// whatever categories are looked at.
func (t *tally) message(gold, predicted severities, clean bool) {
	t.messages++
	for _, c := range rules.Categories {
		want, got := gold[c], predicted[c]
		t.categories[c].decide(got > rules.None, want > rules.None)
		t.finding.decide(got > rules.None, want > rules.None)
		if want > rules.None && got > rules.None {
			t.severity(want, got)
		}
	}
	g, p := gold.max(), predicted.max()
	t.flagLow.decide(p >= rules.Low, g >= rules.Low)
	t.flagMedium.decide(p >= rules.Medium, g >= rules.Medium)
	if !clean {
		return
	}
	t.clean++
	if p >= rules.Low {
		t.falseLow++
	}
	if p >= rules.Medium {
		t.falseMedium++
	}
}

func (t *tally) severity(want, got rules.Severity) {
	switch int(want) - int(got) {
	case 0:
		t.severityExact++
		t.severityNear++
	case -1, 1:
		t.severityNear++
	}
}

// spans counts the spans of one message. Types that the guideline does not
// know, such as towns and firms, are left out.
func (t *tally) spans(gold []Span, entities []detector.Entity) {
	for _, s := range SpanTypes {
		want, got := SpansOf(s, gold), entitiesOf(s, entities)
		exact := match(want, got, func(a, b Span) bool { return a == b })
		overlap := match(want, got, overlapping)
		t.exact[s].Add(exact)
		t.overlap[s].Add(overlap)
		t.spanExact.Add(exact)
		t.spanOverlap.Add(overlap)
	}
}

func overlapping(a, b Span) bool { return a.Start < b.End && b.Start < a.End }

// Overlaps counts the spans of one type that overlap with a true one.
func Overlaps(s detector.Type, gold []Span, entities []detector.Entity) Counts {
	return match(SpansOf(s, gold), entitiesOf(s, entities), overlapping)
}

// SpansOf returns the spans of one type.
func SpansOf(want detector.Type, all []Span) []Span {
	var out []Span
	for _, s := range all {
		if s.Type == want {
			out = append(out, s)
		}
	}
	return out
}

func entitiesOf(want detector.Type, all []detector.Entity) []Span {
	var out []Span
	for _, e := range all {
		if e.Type == want {
			out = append(out, Span{e.Type, e.Start, e.End})
		}
	}
	return out
}

func match(gold, predicted []Span, same func(a, b Span) bool) Counts {
	hits := func(of, in []Span) int {
		n := 0
		for _, a := range of {
			if slices.ContainsFunc(in, func(b Span) bool { return same(a, b) }) {
				n++
			}
		}
		return n
	}
	return Counts{Predicted: len(predicted), Right: hits(predicted, gold), Gold: len(gold), Found: hits(gold, predicted)}
}
