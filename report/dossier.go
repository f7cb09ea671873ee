package report

import (
	"cmp"
	"slices"
	"time"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// dossier collects a run for the formats that show sums before findings. What
// it keeps is bounded: of each finding a short excerpt, of the findings beyond
// maxListed only that they were there.
type dossier struct {
	opt    *Options
	texts  *locale.Texts
	inputs []lint.Input
	parts  []part
	listed int
	days   map[time.Time]lint.Counts
	people map[string]lint.Counts // sender → findings
	rules  map[string]int         // rule → findings
	states map[string]int         // new, remaining
	old    *Earlier
}

// part is what a dossier holds of one chat.
type part struct {
	items   []item
	omitted int
	total   int
}

// item is one finding as it is listed.
type item struct {
	Severity rules.Severity
	Category rules.Category
	Rule     string
	Title    string
	At       time.Time
	Sender   string
	About    string
	Line     int
	Text     string
	Marks    []rules.Span
	State    string // key of a text; empty without a comparison
}

// Bounds of what a dossier lists.
const (
	maxListed = 20_000
	maxPeople = 12 // bars of a chart
)

// textLimit is how much of a message is shown, in code points, when so many
// findings are listed already: a long report must still open at once.
func textLimit(listed int) int {
	switch {
	case listed < 1000:
		return 400
	case listed < 3000:
		return 200
	}
	return 110
}

func newDossier(opt *Options) *dossier {
	return &dossier{opt: opt, texts: catalogue.For(opt.Lang), days: map[time.Time]lint.Counts{},
		people: map[string]lint.Counts{}, rules: map[string]int{}, states: map[string]int{}, old: opt.Compare.clone()}
}

func (d *dossier) begin(inputs []lint.Input) error {
	d.inputs = inputs
	d.parts = make([]part, len(inputs))
	return nil
}

func (d *dossier) finding(f *lint.Finding) error {
	day := f.Message.Time.Truncate(24 * time.Hour)
	count(d.days, day, f.Severity)
	count(d.people, f.Message.Sender, f.Severity)
	d.rules[f.Rule]++
	state := ""
	if d.old != nil {
		state = d.old.match(f.Fingerprint)
		d.states[state]++
	}
	p := &d.parts[f.Chat]
	p.total++
	if d.listed == maxListed {
		p.omitted++
		return nil
	}
	p.items = append(p.items, d.item(f, state))
	d.listed++
	return nil
}

func count[K comparable](m map[K]lint.Counts, key K, s rules.Severity) {
	n := m[key]
	n[s]++
	m[key] = n
}

func (d *dossier) item(f *lint.Finding, state string) item {
	text, marks := brief(f, textLimit(d.listed))
	return item{
		Severity: f.Severity, Category: f.Category, Rule: f.Rule, Title: oneLine(about(d.opt, f).title),
		At: f.Message.Time, Sender: oneLine(f.Message.Sender), About: d.whom(f), Line: f.Message.Line,
		Text: text, Marks: marks, State: state,
	}
}

// brief is words for a single line that also takes few bytes.
func brief(f *lint.Finding, limit int) (string, []rules.Span) {
	const bytesPerPoint = 2
	text, marks := foldAll(visible(words(f, limit)))
	if size := len(text); size > bytesPerPoint*limit {
		short := *f
		short.Message.Text, short.Spans = text, marks
		text, marks = words(&short, max(1, limit*limit*bytesPerPoint/size))
	}
	return text, marks
}

// whom says who a finding is about, with the stand-in of a named person: the
// one that the finding points at or the only one there is.
func (d *dossier) whom(f *lint.Finding) string {
	who := d.texts.T("about." + f.About.String())
	if f.About != rules.Named {
		return who
	}
	var people []detector.Entity
	for _, e := range f.Entities {
		if e.Type == detector.Person {
			people = append(people, e)
		}
	}
	i := slices.IndexFunc(people, func(e detector.Entity) bool { return pointsAt(f, e) })
	if i < 0 && len(people) == 1 {
		i = 0
	}
	if i < 0 {
		return who
	}
	return who + ": " + oneLine(f.Message.Text[people[i].Start:people[i].End])
}

// sort puts the findings of each chat in the order of the categories.
func (d *dossier) sort() {
	for i := range d.parts {
		slices.SortStableFunc(d.parts[i].items, func(a, b item) int {
			return cmp.Or(cmp.Compare(slices.Index(rules.Categories, a.Category), slices.Index(rules.Categories, b.Category)),
				-cmp.Compare(a.Severity, b.Severity))
		})
	}
}

// when writes when a message was sent, if it says so.
func (d *dossier) when(at time.Time) string {
	if at.IsZero() {
		return d.texts.T("report.none")
	}
	return clock(d.texts, at)
}
