package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// document is the audit report in words and numbers, before any layout. HTML
// and PDF show the same one.
type document struct {
	Lang       locale.Lang
	Title      string
	Made       string // when and with what
	Masked     bool
	Notice     string // says whether the report is masked
	Light      string // red, amber or green
	LightWord  string
	LightText  string
	Closing    string
	Suppressed string
	Inputs     []docInput
	Charts     []chart
	Columns    []string // severities, the most severe first
	Rows       []docRow // categories × severities
	Steps      []string
	Categories []docCategory
	Parts      []docPart
	Compare    *docCompare
	Gaps       []string
	Method     []string
	Limits     []string
	Total      int
	People     []string // senders with findings
}

type docInput struct {
	Name  string
	Facts []docFact
}

type docFact struct{ Label, Value string }

type docRow struct {
	Title string
	bar
}

type docCategory struct {
	ID, Title        string
	Counts           bar
	Why, Case, Legal string
	Rules            []docRule
}

type docRule struct {
	ID, Anchor, Title, Why, Advice, Legal, Hits string
}

type docPart struct {
	ID, Name, Facts string
	Items           []item
	Omitted         string
}

type docCompare struct {
	Sum   string
	Fixed []docFixed
	More  string
}

type docFixed struct {
	Severity rules.Severity
	Title    string
	Time     string
}

// document puts the dossier into words.
func (d *dossier) document(res *lint.Result) *document {
	t := d.texts
	doc := &document{
		Lang: t.Lang(), Title: t.T("report.title"), Masked: !d.opt.Reveal, Notice: t.T("report.masked"),
		Closing: Closing(d.opt.Lang, res), Suppressed: suppressed(t, res), Total: res.Summary.Total(),
		Steps: d.steps(res), Gaps: d.gaps(), Method: d.method(), Compare: d.comparison(),
	}
	if d.opt.Reveal {
		doc.Notice = t.T("report.revealed")
	}
	if !d.opt.Date.IsZero() {
		doc.Made = t.T("report.made", "date", d.opt.Date.Format(t.T("layout.time")), "version", d.opt.Version)
	}
	doc.Light = light(res)
	doc.LightWord, doc.LightText = t.T("report.word."+doc.Light), t.T("report.light."+doc.Light)
	for _, sev := range severities {
		doc.Columns = append(doc.Columns, t.T("severity."+sev.String()))
	}
	d.sums(doc, res.Summary)
	for i := range d.inputs {
		doc.Inputs = append(doc.Inputs, d.input(i))
		doc.Parts = append(doc.Parts, d.part(i))
	}
	for _, key := range []string{"hint", "missed", "advice", "bdsg"} {
		doc.Limits = append(doc.Limits, t.T("report.limits."+key))
	}
	return doc
}

// light is the traffic light: red from severity high, amber for anything else
// that somebody has to look at.
func light(res *lint.Result) string {
	switch {
	case res.Summary.AtLeast(rules.High) > 0:
		return "red"
	case res.Summary.Total() > 0 || !res.Coverage.Complete():
		return "amber"
	}
	return "green"
}

// sums fills in what is counted.
func (d *dossier) sums(doc *document, s lint.Summary) {
	if s.Total() == 0 {
		return
	}
	doc.Charts = slices.DeleteFunc([]chart{d.categoryChart(s), d.timeChart(), d.peopleChart()}, func(c chart) bool { return len(c.Bars) == 0 })
	for _, c := range rules.Categories {
		if n := s[c]; n != (lint.Counts{}) {
			title := categoryTitle(d.opt, c)
			doc.Rows = append(doc.Rows, docRow{title, newBar(title, n)})
			doc.Categories = append(doc.Categories, d.category(c, n))
		}
	}
	for sender := range d.people {
		if sender != "" {
			doc.People = append(doc.People, oneLine(sender))
		}
	}
	slices.SortFunc(doc.People, naturally)
}

// naturally puts "Person 2" before "Person 10".
func naturally(a, b string) int {
	if len(a) != len(b) && strings.TrimRight(a, "0123456789") == strings.TrimRight(b, "0123456789") {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func (d *dossier) category(c rules.Category, n lint.Counts) docCategory {
	lang, info := string(d.opt.Lang), d.opt.Rules.Category(c)
	legal := make([]string, len(info.Legal))
	for i, provision := range info.Legal {
		legal[i] = rules.Cite(provision, lang)
	}
	title := categoryTitle(d.opt, c)
	out := docCategory{ID: string(c), Title: title, Counts: newBar(title, n), Why: info.Why.In(lang), Case: info.Case.In(lang), Legal: strings.Join(legal, ", ")}
	for _, r := range d.opt.Rules.Rules() {
		if r.Category == c && d.rules[r.ID] > 0 {
			out.Rules = append(out.Rules, d.rule(&r, &out))
		}
	}
	return out
}

// rule says what a rule adds to its category.
func (d *dossier) rule(r *rules.Rule, c *docCategory) docRule {
	e := explain(d.opt, r)
	out := docRule{ID: r.ID, Anchor: anchor(r.ID), Title: e.title, Why: e.why, Advice: e.advice, Legal: strings.Join(e.legal, ", "),
		Hits: d.texts.N("report.hits", d.rules[r.ID])}
	if out.Why == c.Why {
		out.Why = ""
	}
	if out.Legal == c.Legal {
		out.Legal = ""
	}
	return out
}

// anchor makes the ID of a rule one of an element.
func anchor(rule string) string { return "r-" + strings.ReplaceAll(rule, "/", "-") }

func (d *dossier) input(i int) docInput {
	t, in := d.texts, &d.inputs[i]
	period := t.T("report.none")
	if !in.First.IsZero() {
		layout := t.T("layout.date")
		period = in.First.Format(layout) + " – " + in.Last.Format(layout)
	}
	facts := []docFact{
		{t.T("report.sha"), oneLine(in.SHA256)},
		{t.T("report.period"), period},
		{t.T("report.messages"), grouped(t, in.Messages)},
		{t.T("report.people"), grouped(t, len(in.Participants))},
		{t.T("report.count"), grouped(t, d.parts[i].total)},
		{t.T("report.encoding"), oneLine(in.Encoding)},
	}
	return docInput{Name: oneLine(file(in)), Facts: slices.DeleteFunc(facts, func(f docFact) bool { return f.Value == "" })}
}

func (d *dossier) part(i int) docPart {
	in, p := &d.inputs[i], &d.parts[i]
	out := docPart{ID: "chat-" + strconv.Itoa(i+1), Name: oneLine(file(in)), Facts: strings.Join(facts(d.texts, in), " · "), Items: p.items}
	if p.omitted > 0 {
		out.Omitted = d.texts.N("report.omitted", p.omitted)
	}
	return out
}

// steps says what to do now, in the order of urgency.
func (d *dossier) steps(res *lint.Result) []string {
	s := res.Summary
	var keys []string
	if s[rules.Credential] != (lint.Counts{}) {
		keys = append(keys, "code")
	}
	if s.AtLeast(rules.High) > 0 {
		keys = append(keys, "delete", "dpo")
	}
	if s.Total() > 0 {
		keys = append(keys, "channel", "train", "share")
	}
	if !res.Coverage.Complete() {
		keys = append(keys, "look")
	}
	if len(keys) == 0 {
		keys = []string{"none"}
	}
	for i, key := range keys {
		keys[i] = d.texts.T("report.step." + key)
	}
	return keys
}

// maxGaps is how many places of a chat are named that nobody examined.
const maxGaps = 20

// gaps lists what was not examined, and what no run ever does.
func (d *dossier) gaps() []string {
	t := d.texts
	var out []string
	for i := range d.inputs {
		in := &d.inputs[i]
		name := oneLine(file(in))
		if len(in.Media) > 0 {
			out = append(out, t.N("report.gaps.media", len(in.Media), "file", name))
		}
		dropped := in.Dropped
		for n, p := range in.Problems {
			if n < maxGaps {
				out = append(out, d.gap(name, p))
			} else {
				dropped++
			}
		}
		if dropped > 0 {
			out = append(out, t.N("report.gaps.dropped", dropped, "file", name))
		}
	}
	if len(out) == 0 {
		out = append(out, t.T("report.gaps.none"))
	}
	return append(out, t.T("report.gaps.voice"), t.T("report.gaps.calls"))
}

func (d *dossier) gap(name string, p chat.Problem) string {
	problem := d.texts.T("problem." + string(p.Code))
	if p.Entry != "" {
		problem += " (" + oneLine(p.Entry) + ")"
	}
	if p.Line > 0 {
		return d.texts.T("report.gaps.line", "file", name, "line", p.Line, "problem", problem)
	}
	return d.texts.T("report.gaps.place", "file", name, "problem", problem)
}

func (d *dossier) method() []string {
	t := d.texts
	out := []string{t.T("report.method.how"), t.T("report.method.severity"),
		t.T("report.method.version", "version", d.opt.Version, "rules", d.opt.RuleSet), t.T("report.method.same")}
	if !d.opt.Reveal {
		out = append(out, t.T("report.method.masking"))
	}
	return out
}

// maxFixed is how many findings are listed that are gone.
const maxFixed = 200

func (d *dossier) comparison() *docCompare {
	if d.old == nil {
		return nil
	}
	left := d.old.left()
	out := &docCompare{Sum: d.texts.T("compare.sum", "new", d.states[stateNew], "remaining", d.states[stateRemaining], "fixed", len(left))}
	for i, f := range left {
		if i == maxFixed {
			out.More = d.texts.N("more", len(left)-maxFixed)
			break
		}
		out.Fixed = append(out.Fixed, docFixed{f.Severity, d.earlierTitle(f.Rule), d.when(f.at())})
	}
	return out
}

// earlierTitle tells a rule of an earlier report, which may be gone by now.
func (d *dossier) earlierTitle(id string) string {
	if r, ok := d.opt.Rules.Rule(id); ok {
		return r.Title.In(string(d.opt.Lang))
	}
	return oneLine(id)
}

// grouped writes a number with its thousands apart.
func grouped(t *locale.Texts, n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + t.T("layout.thousands") + s[i:]
	}
	return s
}
