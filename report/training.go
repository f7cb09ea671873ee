package report

import (
	"cmp"
	"embed"
	"io"
	"slices"
	"time"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

//go:embed training
var trainingFiles embed.FS

// lessonTexts is what the training sheet says.
var lessonTexts = locale.New(trainingFiles, "training")

// training makes a sheet for the staff. It counts which rules hit and keeps
// nothing else of a chat: its examples are invented and chosen by the counts.
type training struct {
	opt    *Options
	w      io.Writer
	layOut func(io.Writer, *Options, *trainingSheet) error
	inputs []lint.Input
	hits   map[hit]int
}

// hit is what a lesson can depend on.
type hit struct {
	category rules.Category
	rule     string
	about    rules.About
}

func newTraining(w io.Writer, opt *Options) writer {
	return &training{opt: opt, w: w, layOut: trainingHTML, hits: map[hit]int{}}
}

func newTrainingPDF(w io.Writer, opt *Options) writer {
	return &training{opt: opt, w: w, layOut: trainingPDF, hits: map[hit]int{}}
}

func (t *training) begin(inputs []lint.Input) error {
	t.inputs = inputs
	return nil
}

func (t *training) finding(f *lint.Finding) error {
	t.hits[hit{f.Category, f.Rule, f.About}]++
	return nil
}

func (t *training) end(res *lint.Result) error { return t.layOut(t.w, t.opt, t.sheet(res)) }

// trainingSheet is the sheet in words.
type trainingSheet struct {
	Intro  []string
	Rules  []string
	Topics []trainingTopic
}

type trainingTopic struct {
	Title, Hits string
	Pairs       []trainingPair
}

type trainingPair struct{ Not, Better string }

// lesson is an example of a category, for findings of some rules or about some
// people; without either it is for all.
type lesson struct {
	key   string
	rules []string
	about []rules.About
}

// lessons lists the examples. The first of a category is the general one.
var lessons = map[rules.Category][]lesson{
	rules.Health: {
		{key: "health.other", about: []rules.About{rules.Named, rules.Thread, rules.Addressee}},
		{key: "health.own", about: []rules.About{rules.Sender}},
		{key: "health.wish", rules: []string{"health/wish", "health/recovery"}},
		{key: "health.group", rules: []string{"health/group"}},
	},
	rules.HRAssessment: {
		{key: "hr-assessment.negative"},
		{key: "hr-assessment.sanction", rules: []string{"hr-assessment/sanction"}},
		{key: "hr-assessment.positive", rules: []string{"hr-assessment/positive"}},
	},
	rules.HRRecord: {
		{key: "hr-record.record"},
		{key: "hr-record.pay", rules: []string{"hr-record/pay"}},
		{key: "hr-record.leave", rules: []string{"hr-record/leave"}},
	},
	rules.Customer:   {{key: "customer.detail"}, {key: "customer.trouble", rules: []string{"customer/trouble"}}},
	rules.Partner:    {{key: "partner.detail"}, {key: "partner.trouble", rules: []string{"partner/trouble"}}},
	rules.Contact:    {{key: "contact.data"}, {key: "contact.card", rules: []string{"contact/card"}}},
	rules.Identifier: {{key: "identifier.official"}, {key: "identifier.vehicle", rules: []string{"identifier/vehicle"}}},
	rules.Credential: {{key: "credential.code"}, {key: "credential.door", rules: []string{"credential/door"}}},
	rules.Special:    {{key: "special.person"}},
	rules.Criminal:   {{key: "criminal.offence"}, {key: "criminal.own", rules: []string{"criminal/own"}}},
}

// Bounds that keep the sheet within two pages.
const (
	goldenRules = 3
	maxTopics   = 6
	maxPairs    = 2
)

// everywhere is what a group without findings hears about.
var everywhere = []rules.Category{rules.Health, rules.Customer, rules.Credential}

func (t *training) sheet(res *lint.Result) *trainingSheet {
	texts := lessonTexts.For(t.opt.Lang)
	heard := byWeight(res.Summary)
	s := &trainingSheet{Intro: t.intro(res)}
	for _, c := range heard[:min(maxTopics, len(heard))] {
		s.Topics = append(s.Topics, t.topic(c, res.Summary[c]))
	}
	for _, c := range everywhere {
		if len(heard) < goldenRules && !slices.Contains(heard, c) {
			heard = append(heard, c)
		}
	}
	for _, c := range heard[:goldenRules] {
		s.Rules = append(s.Rules, texts.T(string(c)+".rule"))
	}
	return s
}

func (t *training) intro(res *lint.Result) []string {
	texts := lessonTexts.For(t.opt.Lang)
	messages := catalogue.For(t.opt.Lang).N("messages", res.Coverage.Messages)
	if res.Summary.Total() == 0 {
		return []string{texts.T("nothing", "messages", messages), texts.T("why")}
	}
	found := texts.N("found", res.Summary.Total(), "messages", messages)
	if first, last := t.period(); !first.IsZero() {
		layout := catalogue.For(t.opt.Lang).T("layout.date")
		found += " " + texts.T("period", "first", first.Format(layout), "last", last.Format(layout))
	}
	return []string{found, texts.T("why"), texts.T("invented")}
}

// period is from the first message of all chats to the last.
func (t *training) period() (first, last time.Time) {
	for _, in := range t.inputs {
		if in.First.IsZero() {
			continue
		}
		if first.IsZero() || in.First.Before(first) {
			first = in.First
		}
		if in.Last.After(last) {
			last = in.Last
		}
	}
	return first, last
}

// byWeight lists the categories with findings, those first that matter most: a
// severity weighs twice the one below.
func byWeight(s lint.Summary) []rules.Category {
	weight := func(c rules.Category) int {
		w := 0
		for sev := rules.Low; sev <= rules.Critical; sev++ {
			w += s[c][sev] << sev
		}
		return w
	}
	found := slices.DeleteFunc(slices.Clone(rules.Categories), func(c rules.Category) bool { return weight(c) == 0 })
	slices.SortStableFunc(found, func(a, b rules.Category) int { return -cmp.Compare(weight(a), weight(b)) })
	return found
}

func (t *training) topic(c rules.Category, n lint.Counts) trainingTopic {
	texts := lessonTexts.For(t.opt.Lang)
	topic := trainingTopic{Title: categoryTitle(t.opt, c), Hits: texts.N("hits", newBar("", n).Total)}
	for _, l := range t.chosen(c) {
		topic.Pairs = append(topic.Pairs, trainingPair{texts.T(l.key + ".not"), texts.T(l.key + ".better")})
	}
	return topic
}

// chosen returns the lessons that most findings of a category call for.
func (t *training) chosen(c rules.Category) []lesson {
	calls := make(map[string]int)
	for h, n := range t.hits {
		if h.category == c {
			calls[lessonFor(h).key] += n
		}
	}
	called := slices.DeleteFunc(slices.Clone(lessons[c]), func(l lesson) bool { return calls[l.key] == 0 })
	slices.SortStableFunc(called, func(a, b lesson) int { return -cmp.Compare(calls[a.key], calls[b.key]) })
	return called[:min(maxPairs, len(called))]
}

// lessonFor returns the lesson for a hit: one for its rule, else one for whom it
// is about, else the general one.
func lessonFor(h hit) lesson {
	list := lessons[h.category]
	if i := slices.IndexFunc(list, func(l lesson) bool { return slices.Contains(l.rules, h.rule) }); i >= 0 {
		return list[i]
	}
	if i := slices.IndexFunc(list, func(l lesson) bool { return slices.Contains(l.about, h.about) }); i >= 0 {
		return list[i]
	}
	return list[0]
}

func trainingHTML(w io.Writer, opt *Options, s *trainingSheet) error {
	return writePage(w, "training", opt, s, "")
}
