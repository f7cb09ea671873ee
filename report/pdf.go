package report

import (
	"fmt"
	"io"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// pdf writes the audit report for paper and files.
type pdf struct {
	*dossier
	w io.Writer
}

func newPDF(w io.Writer, opt *Options) writer { return &pdf{newDossier(opt), w} }

// end lays the report out twice: the first time shows on which page a heading
// stands, and the second time the table of contents knows.
func (p *pdf) end(res *lint.Result) error {
	p.sort()
	doc := p.document(res)
	first := &filing{doc: doc, dossier: p.dossier}
	first.layOut()
	second := &filing{doc: doc, dossier: p.dossier, known: first.paper.pages, total: first.paper.PageCount()}
	second.layOut()
	return second.paper.Output(p.w)
}

// filing is one layout of a document.
type filing struct {
	*dossier
	paper *paper
	doc   *document
	known map[string]int // anchor → page
	total int
}

func (f *filing) layOut() {
	f.paper = newPaper(f.opt, f.doc.Title, f.texts.T("report.subject"))
	f.paper.total = f.total
	f.paper.AddPage()
	f.title()
	f.result()
	f.contents()
	f.comparison()
	f.scanned()
	f.overview()
	f.categories()
	f.findings()
	f.list("gaps", f.texts.T("report.gaps"), f.doc.Gaps)
	f.paragraphs("method", f.texts.T("report.method"), f.doc.Method)
	f.list("limits", f.texts.T("report.limits"), f.doc.Limits)
}

func (f *filing) title() {
	p := f.paper
	p.letters(bodySize, false)
	p.paragraph(softText(f.texts.T("report.subject")))
	p.heading(1, "", f.doc.Title)
	if f.doc.Made != "" {
		p.paragraph(softText(f.doc.Made))
	}
	p.paragraph([]span{{text: f.doc.Notice, bold: !f.doc.Masked}})
}

// result writes the verdict in a box with the traffic light, and what to do.
func (f *filing) result() {
	p, light := f.paper, lights[f.doc.Light]
	p.heading(2, "", f.texts.T("report.result"))
	const indent = 34
	p.letters(12, true)
	closing := p.lines(boldText(f.doc.Closing), textWidth-indent-6)
	closingPitch := p.pitch()
	p.letters(bodySize, false)
	text := p.lines(plainText(f.doc.LightText), textWidth-indent-6)
	if s := f.doc.Suppressed; s != "" {
		text = append(text, p.lines(plainText(s), textWidth-indent-6)...)
	}
	height := max(26, 8+closingPitch*float64(len(closing))+p.pitch()*float64(len(text)))
	top := p.GetY()
	p.pen(light)
	p.fill(light)
	p.SetLineWidth(0.6)
	p.RoundedRect(marginSide, top, textWidth, height, 2, "1234", "D")
	p.Circle(marginSide+indent/2, top+height/2-3, 6, "F")
	word := []span{{text: f.doc.LightWord, bold: true, color: light}}
	p.writeLine(word, marginSide+(indent-p.width(f.doc.LightWord, true))/2, top+height/2+4.5)
	p.SetY(top + 4)
	p.letters(12, true)
	p.write(closing, marginSide+indent)
	p.letters(bodySize, false)
	p.write(text, marginSide+indent)
	p.SetY(top + height + 2)
	p.heading(3, "", f.texts.T("report.steps"))
	for i, s := range f.doc.Steps {
		p.item(fmt.Sprintf("%d.", i+1), plainText(s))
	}
}

// entry is a line of the table of contents.
type entry struct {
	level         int
	anchor, title string
}

func (f *filing) entries() []entry {
	t := f.texts
	var out []entry
	if f.doc.Compare != nil {
		out = append(out, entry{2, "compare", t.T("compare.title")})
	}
	out = append(out, entry{2, "scanned", t.T("report.scanned")})
	if f.doc.Total > 0 {
		out = append(out, entry{2, "charts", t.T("report.charts")}, entry{2, "categories", t.T("report.categories")})
		for _, c := range f.doc.Categories {
			out = append(out, entry{3, c.ID, c.Title})
		}
		out = append(out, entry{2, "findings", t.T("report.findings")})
		for _, part := range f.doc.Parts {
			out = append(out, entry{3, part.ID, part.Name})
		}
	}
	return append(out, entry{2, "gaps", t.T("report.gaps")}, entry{2, "method", t.T("report.method")}, entry{2, "limits", t.T("report.limits")})
}

func (f *filing) contents() {
	p := f.paper
	p.heading(2, "", f.texts.T("report.contents"))
	for _, e := range f.entries() {
		indent := float64(e.level-2) * 6
		title := p.lines([]span{{text: e.title, bold: e.level == 2}}, textWidth-indent-16)[0]
		page := ""
		if n := f.known[e.anchor]; n > 0 {
			page = fmt.Sprint(n)
		}
		p.room(p.pitch())
		y := p.GetY()
		p.writeLine(title, marginSide+indent, y)
		p.writeLine(plainText(page), marginSide+textWidth-p.width(page, false), y)
		p.Link(marginSide, y, textWidth, p.pitch(), p.link(e.anchor))
		p.skip(p.pitch() + 0.4)
	}
}

func (f *filing) comparison() {
	c := f.doc.Compare
	if c == nil {
		return
	}
	p := f.paper
	p.heading(2, "compare", f.texts.T("compare.title"))
	p.paragraph(boldText(c.Sum))
	p.paragraph(plainText(f.texts.T("compare.how")))
	if len(c.Fixed) == 0 {
		return
	}
	p.heading(3, "", f.texts.T("compare.fixed-list"))
	for _, x := range c.Fixed {
		p.item("•", append(f.badge(x.Severity), span{text: " " + x.Title + ", " + x.Time}))
	}
	if c.More != "" {
		p.paragraph(plainText(c.More))
	}
}

func (f *filing) badge(s rules.Severity) []span {
	return []span{{text: badgeWord(f.texts, s), bold: true, color: wordColours[s]}}
}

func (f *filing) scanned() {
	p := f.paper
	p.heading(2, "scanned", f.texts.T("report.scanned"))
	for _, in := range f.doc.Inputs {
		p.heading(4, "", in.Name)
		for _, fact := range in.Facts {
			p.labelled(fact.Label, fact.Value, 38)
		}
	}
}

// overview writes the charts and the numbers behind them.
func (f *filing) overview() {
	if f.doc.Total == 0 {
		return
	}
	p := f.paper
	first := f.doc.Charts[0].drawing(f.texts)
	p.room(p.drawn(first) + 28) // the heading stays with its chart
	p.heading(2, "charts", f.texts.T("report.charts"))
	f.legend()
	for _, c := range f.doc.Charts {
		p.draw(c.drawing(f.texts))
	}
	f.sums()
}

func (f *filing) legend() {
	p, x := f.paper, float64(marginSide)
	for _, sev := range severities {
		word := badgeWord(f.texts, sev)
		p.fill(barColours[sev])
		p.Rect(x, p.GetY()+0.6, 3, 3, "F")
		p.writeLine(plainText(word), x+4.5, p.GetY())
		x += p.width(word, false) + 12
	}
	p.skip(p.pitch() + 2)
}

func (f *filing) sums() {
	const number = 20
	t := &table{paper: f.paper, columns: []column{{title: f.texts.T("filter.category"), width: 62}}}
	for _, sev := range severities {
		t.columns = append(t.columns, column{badgeWord(f.texts, sev), number, true})
	}
	t.columns = append(t.columns, column{f.texts.T("total"), number - 4, true})
	t.room(40)
	t.head()
	for _, r := range f.doc.Rows {
		cells := [][][]span{{plainText(r.Title)}}
		for _, sev := range severities {
			n := "–"
			if r.Counts[sev] > 0 {
				n = grouped(f.texts, r.Counts[sev])
			}
			cells = append(cells, [][]span{plainText(n)})
		}
		t.row(append(cells, [][]span{boldText(grouped(f.texts, r.Total))})...)
	}
	t.letters(bodySize, false)
}

func (f *filing) categories() {
	if f.doc.Total == 0 {
		return
	}
	p := f.paper
	p.heading(2, "categories", f.texts.T("report.categories"))
	for _, c := range f.doc.Categories {
		p.heading(3, c.ID, fmt.Sprintf("%s (%s)", c.Title, grouped(f.texts, c.Counts.Total)))
		if c.Why != "" {
			p.paragraph(plainText(c.Why))
		}
		for _, x := range []docFact{{f.texts.T("report.legal"), c.Legal}, {f.texts.T("report.case"), c.Case}} {
			if x.Value != "" {
				p.labelled(x.Label, x.Value, 47)
			}
		}
		p.skip(1.5)
		for _, r := range c.Rules {
			f.rule(r)
		}
	}
}

// rule says what a rule found and what to do instead.
func (f *filing) rule(r docRule) {
	p := f.paper
	spans := []span{{text: r.Title + " ", bold: true}, {text: r.Hits + " · " + r.ID + " ", color: paperSoft}, {text: "– "}}
	if r.Why != "" {
		spans = append(spans, span{text: r.Why + " "})
	}
	if r.Advice != "" {
		spans = append(spans, span{text: f.texts.T("finding.advice") + ": ", bold: true}, span{text: r.Advice + " "})
	}
	if r.Legal != "" {
		spans = append(spans, span{text: f.texts.T("report.legal") + ": " + r.Legal, color: paperSoft})
	}
	p.item("•", spans)
}

// findings writes a part per chat with its findings as a table.
func (f *filing) findings() {
	if f.doc.Total == 0 {
		return
	}
	p := f.paper
	p.heading(2, "findings", f.texts.T("report.findings"))
	for i := range f.doc.Parts {
		part := &f.doc.Parts[i]
		p.heading(3, part.ID, part.Name)
		p.paragraph(softText(part.Facts))
		if len(part.Items) == 0 {
			p.paragraph(plainText(f.texts.T("none")))
		} else {
			f.items(part.Items)
		}
		if part.Omitted != "" {
			p.paragraph(boldText(part.Omitted))
		}
	}
}

func (f *filing) items(items []item) {
	const when, what = 30, 44
	t := &table{paper: f.paper, columns: []column{
		{title: f.texts.T("column.severity"), width: when}, {title: f.texts.T("column.finding"), width: what},
		{title: f.texts.T("column.text"), width: textWidth - when - what - 2*cellGap},
	}}
	t.head()
	for _, i := range items {
		first := [][]span{f.badge(i.Severity), plainText(f.when(i.At))}
		if i.Sender != "" {
			first = append(first, plainText(i.Sender))
		}
		below := softText(categoryTitle(f.opt, i.Category))
		if i.State != "" {
			below = append(below, span{text: " · ", color: paperSoft}, span{text: f.texts.T(i.State), bold: i.State == stateNew})
		}
		about := f.texts.T("column.about") + ": " + i.About + " · " + f.texts.T("finding.line", "n", i.Line)
		t.row(first, [][]span{boldText(i.Title), below}, [][]span{markedText(i.Text, i.Marks), softText(about)})
	}
	t.letters(bodySize, false)
}

func (f *filing) list(anchor, title string, texts []string) {
	f.paper.heading(2, anchor, title)
	for _, s := range texts {
		f.paper.item("•", plainText(s))
	}
}

func (f *filing) paragraphs(anchor, title string, texts []string) {
	f.paper.heading(2, anchor, title)
	for _, s := range texts {
		f.paper.paragraph(plainText(s))
	}
}
