package report

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// masker replaces personal data. It never changes what it is given.
type masker struct {
	texts  *locale.Texts
	people *pseudonyms
	text   detector.Text
}

func newMasker(t *locale.Texts) *masker { return &masker{texts: t} }

// Mask replaces personal data as reports do, for outputs that are none.
type Mask struct{ masker }

// NewMask returns a mask for findings of the inputs; the same person has the
// same stand-in in all of them.
func NewMask(lang locale.Lang, inputs []lint.Input) *Mask {
	m := &Mask{masker{texts: catalogue.For(lang)}}
	m.people = newPseudonyms(inputs)
	return m
}

// Finding returns the finding without names and other entities, and with its
// places moved accordingly.
func (m *Mask) Finding(f *lint.Finding) *lint.Finding { return m.finding(f) }

// Name returns what stands for a name in a chat.
func (m *Mask) Name(chat int, name string) string {
	return m.people.of(chat, name, m.texts.T("person"))
}

// inputs returns the inputs without names.
func (m *masker) inputs(inputs []lint.Input) []lint.Input {
	m.people = newPseudonyms(inputs)
	masked := slices.Clone(inputs)
	for i := range masked {
		masked[i].Participants = m.participants(i, masked[i].Participants)
	}
	for i := range masked {
		in := &masked[i]
		in.Name = m.chatName(i, in.Name)
		in.Path, in.Entry = m.path(i, in.Path), m.path(i, in.Entry)
		in.Media = attachments(in.Media)
		in.Problems = problems(in.Problems)
	}
	return masked
}

func (m *masker) participants(chatIndex int, ps []chat.Participant) []chat.Participant {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Name = m.people.of(chatIndex, ps[i].Name, m.texts.T("person"))
	}
	return ps
}

func problems(ps []chat.Problem) []chat.Problem {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Entry = attachment(ps[i].Entry)
	}
	return ps
}

// finding returns the finding without names and other entities.
func (m *masker) finding(f *lint.Finding) *lint.Finding {
	masked := *f
	if f.Message.Sender != "" {
		masked.Message.Sender = m.people.of(f.Chat, f.Message.Sender, m.texts.T("person"))
	}
	masked.Message.Attachment = attachment(f.Message.Attachment)
	cuts := m.cuts(f)
	var e edit
	e.apply(f.Message.Text, cuts)
	masked.Message.Text = e.text
	masked.Spans = e.spans(f.Spans)
	masked.Entities = slices.Clone(f.Entities)
	for i, x := range f.Entities {
		masked.Entities[i].Start, masked.Entities[i].End = e.start(x.Start), e.end(x.End)
	}
	masked.Evidence = slices.Clone(f.Evidence)
	for i, x := range f.Evidence {
		masked.Evidence[i].Span = rules.Span{Start: e.start(x.Span.Start), End: e.end(x.Span.End)}
	}
	return &masked
}

// cut is a piece of a text and what to show in its place.
type cut struct {
	rules.Span
	with string
}

func newCut(start, end int, with string) cut { return cut{rules.Span{Start: start, End: end}, with} }

// cuts lists what to hide in a message: its entities and, between them, what a
// detector may have missed. Sorted, without overlaps.
func (m *masker) cuts(f *lint.Finding) []cut {
	var cuts []cut
	for _, e := range f.Entities {
		if e.Type != detector.Location && e.Type != detector.Organization {
			cuts = append(cuts, newCut(e.Start, e.End, m.standIn(f, e)))
		}
	}
	cuts = append(cuts, m.missed(f)...)
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.Start - b.Start })
	return merge(f.Message.Text, cuts)
}

func (m *masker) standIn(f *lint.Finding, e detector.Entity) string {
	s := f.Message.Text[e.Start:e.End]
	if e.StandIn {
		return s
	}
	if e.Type != detector.Person {
		return shape(e.Type, s, m.texts)
	}
	prefix := m.texts.T("person")
	if f.Category == rules.Customer && m.isCustomer(f, e) {
		prefix = m.texts.T("customer")
	}
	return m.people.of(f.Chat, s, prefix)
}

// isCustomer reports whether the finding is about the person: a stranger at
// whom the rule points or, where it points at nobody, any stranger.
func (m *masker) isCustomer(f *lint.Finding, e detector.Entity) bool {
	stranger := func(o detector.Entity) bool {
		return o.Type == detector.Person && !m.people.isWriter(f.Chat, f.Message.Text[o.Start:o.End])
	}
	pointed := func(o detector.Entity) bool { return stranger(o) && pointsAt(f, o) }
	return pointed(e) || stranger(e) && !slices.ContainsFunc(f.Entities, pointed)
}

func pointsAt(f *lint.Finding, e detector.Entity) bool {
	return slices.ContainsFunc(f.Spans, func(s rules.Span) bool { return s.Start < e.End && e.Start < s.End })
}

// merge joins cuts that overlap, named by the one that starts first, and those
// with the same stand-in side by side: a first name and a surname.
func merge(text string, sorted []cut) []cut {
	merged := sorted[:0]
	for _, c := range sorted {
		if last := len(merged) - 1; last >= 0 {
			prev := &merged[last]
			if c.Start < prev.End || c.with == prev.with && strings.TrimSpace(text[prev.End:c.Start]) == "" {
				prev.End = max(prev.End, c.End)
				continue
			}
		}
		merged = append(merged, c)
	}
	return merged
}
