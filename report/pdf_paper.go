package report

import (
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// paper is a PDF document of A4 pages that text flows onto from the top.
// Lengths are millimetres, sizes of letters points.
type paper struct {
	*fpdf.Fpdf
	typesetter
	texts *locale.Texts
	size  float64
	bold  bool
	pages map[string]int // anchor → page, as far as written
	total int            // pages of the document, 0 while nobody knows
	links map[string]int
	foot  string
}

// Sizes of the paper.
const (
	marginSide   = 18
	marginTop    = 18
	marginBottom = 20
	textWidth    = 210 - 2*marginSide
	pageEnd      = 297 - marginBottom

	bodySize  = 9.5
	smallSize = 8

	millimetres = 25.4 / 72 // per point
	leading     = 1.38      // line to line, in sizes of letters
)

// colour is red, green and blue.
type colour [3]int

var (
	paperInk   = colour{27, 31, 36}
	paperSoft  = colour{87, 96, 106}
	paperLine  = colour{208, 215, 222}
	paperPanel = colour{246, 248, 250}
	paperMark  = colour{255, 241, 168}

	wordColours = map[rules.Severity]colour{rules.Critical: {142, 21, 56}, rules.High: {185, 58, 18}, rules.Medium: {128, 87, 0}, rules.Low: {11, 98, 133}}
	barColours  = map[rules.Severity]colour{rules.Critical: {142, 21, 56}, rules.High: {221, 95, 50}, rules.Medium: {224, 165, 38}, rules.Low: {90, 169, 201}}
	lights      = map[string]colour{"red": {179, 38, 30}, "amber": {154, 91, 0}, "green": {31, 122, 61}}
)

const family = "go"

func newPaper(opt *Options, title, subject string) *paper {
	p := &paper{
		Fpdf:       fpdf.New("P", "mm", "A4", ""),
		typesetter: typesetter{known: map[rune]bool{}},
		texts:      catalogue.For(opt.Lang), pages: map[string]int{}, links: map[string]int{}, foot: title,
	}
	p.SetCatalogSort(true) // the same bytes each time
	p.SetCreationDate(made(opt))
	p.SetModificationDate(made(opt))
	p.SetTitle(title, true)
	p.SetSubject(subject, true)
	p.SetCreator("chatlint "+opt.Version, true)
	p.SetProducer("chatlint", true)
	p.SetLang(string(opt.Lang))
	p.SetMargins(marginSide, marginTop, marginSide)
	p.SetAutoPageBreak(false, 0)
	p.AddUTF8FontFromBytes(family, "", goregular.TTF)
	p.AddUTF8FontFromBytes(family, "B", gobold.TTF)
	p.SetFooterFunc(p.footer)
	p.letters(bodySize, false)
	return p
}

// made is the date of the report. The library would take the clock for none.
func made(opt *Options) time.Time {
	if opt.Date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return opt.Date.UTC()
}

func (p *paper) footer() {
	size, bold := p.size, p.bold
	p.letters(smallSize, false)
	p.ink(paperSoft)
	p.put(marginSide, 297-11, p.foot)
	number := p.texts.T("report.page", "page", p.PageNo(), "pages", p.total)
	p.put(210-marginSide-p.width(number, false), 297-11, number)
	p.letters(size, bold)
}

// letters chooses the size and weight of what is measured and written next.
func (p *paper) letters(size float64, bold bool) {
	p.size, p.bold = size, bold
	weight := ""
	if bold {
		weight = "B"
	}
	p.SetFont(family, weight, size)
}

// width measures a text at the present size.
func (p *paper) width(s string, bold bool) float64 {
	if bold != p.bold {
		p.letters(p.size, bold)
	}
	return p.GetStringWidth(s)
}

// pitch is the distance between two lines.
func (p *paper) pitch() float64 { return p.size * millimetres * leading }

func (p *paper) ink(c colour)  { p.SetTextColor(c[0], c[1], c[2]) }
func (p *paper) fill(c colour) { p.SetFillColor(c[0], c[1], c[2]) }
func (p *paper) pen(c colour)  { p.SetDrawColor(c[0], c[1], c[2]) }

// put writes one piece of text with its baseline at y.
func (p *paper) put(x, y float64, s string) {
	if s != "" {
		p.Text(x, y, p.clean(s))
	}
}

// room starts a page unless so much is left on the present one.
func (p *paper) room(height float64) {
	if p.GetY()+height > pageEnd {
		p.AddPage()
	}
}

func (p *paper) skip(height float64) { p.SetY(p.GetY() + height) }

// write writes lines one below the other from the present y, across pages if
// need be.
func (p *paper) write(lines [][]span, x float64) {
	for _, l := range lines {
		p.room(p.pitch())
		p.writeLine(l, x, p.GetY())
		p.skip(p.pitch())
	}
}

// writeLine writes a line whose top is y.
func (p *paper) writeLine(l []span, x, y float64) {
	baseline := y + p.size*millimetres*1.02
	for _, s := range l {
		w := p.width(s.text, s.bold)
		if s.marked {
			p.fill(paperMark)
			p.Rect(x, y, w, p.pitch()-0.3, "F")
		}
		p.ink(s.color.or(paperInk))
		p.Text(x, baseline, s.text)
		x += w
	}
}

// or is the colour unless it is none. Nothing is written in pure black.
func (c colour) or(other colour) colour {
	if c == (colour{}) {
		return other
	}
	return c
}

// paragraph writes a text over the width of the page.
func (p *paper) paragraph(spans []span) {
	p.write(p.lines(spans, textWidth), marginSide)
	p.skip(1.2)
}

// item writes a text behind a sign such as a bullet.
func (p *paper) item(sign string, spans []span) {
	const indent = 6
	lines := p.lines(spans, textWidth-indent)
	p.room(p.pitch() * float64(min(len(lines), 3)))
	p.writeLine(plainText(sign), marginSide+1, p.GetY())
	p.write(lines, marginSide+indent)
	p.skip(0.8)
}

// heading writes a heading and makes it a target of links and bookmarks. Some
// of what follows stays with it.
func (p *paper) heading(level int, anchor, title string) {
	size := [...]float64{0, 20, 14, 11, 9.5}[level]
	p.letters(size, true)
	lines := p.lines(boldText(title), textWidth)
	above := [...]float64{0, 0, 7, 4, 2}[level]
	follows := [...]float64{0, 18, 40, 22, 18}[level]
	p.room(above + p.pitch()*float64(len(lines)) + follows)
	if p.GetY() > marginTop {
		p.skip(above)
	}
	if anchor != "" {
		p.pages[anchor] = p.PageNo()
		p.SetLink(p.link(anchor), p.GetY(), p.PageNo())
		p.Bookmark(p.clean(title), level-2, p.GetY())
	}
	p.write(lines, marginSide)
	if level == 2 {
		p.pen(paperLine)
		p.SetLineWidth(0.4)
		p.Line(marginSide, p.GetY()+0.3, marginSide+textWidth, p.GetY()+0.3)
		p.skip(1.2)
	}
	p.skip(1.2)
	p.letters(bodySize, false)
}

// link returns the number of the link to an anchor, also to one that comes
// later.
func (p *paper) link(anchor string) int {
	if _, ok := p.links[anchor]; !ok {
		p.links[anchor] = p.AddLink()
	}
	return p.links[anchor]
}

// labelled writes a label and beside it a value.
func (p *paper) labelled(label, value string, indent float64) {
	lines := p.lines(plainText(value), textWidth-indent)
	p.room(p.pitch())
	p.writeLine([]span{{text: p.clean(label), color: paperSoft}}, marginSide, p.GetY())
	p.write(lines, marginSide+indent)
}

// pixel is the length of a pixel of a drawing.
const pixel = 0.255

// drawn is the height that a chart takes, with its title.
func (p *paper) drawn(d drawing) float64 { return d.H*pixel + 14 }

// draw draws a chart over the width of the page.
func (p *paper) draw(d drawing) {
	p.letters(bodySize, true)
	p.room(p.drawn(d))
	p.paragraph(boldText(d.Title))
	top := p.GetY()
	p.letters(12.5*pixel/millimetres, false)
	p.SetLineWidth(0.2)
	for _, l := range d.Lines {
		p.pen(paperLine)
		p.Line(marginSide+l.X*pixel, top+l.Y*pixel, marginSide+l.End*pixel, top+l.Y*pixel)
	}
	p.pen(colour{255, 255, 255})
	for _, r := range d.Rects {
		p.fill(barColours[r.Severity])
		p.Rect(marginSide+r.X*pixel, top+r.Y*pixel, r.W*pixel, r.H*pixel, "FD")
	}
	p.ink(paperInk)
	for _, w := range d.Words {
		x := marginSide + w.X*pixel
		switch w.Anchor {
		case "end":
			x -= p.width(p.clean(w.Text), false)
		case "middle":
			x -= p.width(p.clean(w.Text), false) / 2
		}
		p.put(x, top+w.Y*pixel, w.Text)
	}
	p.SetY(top + d.H*pixel + 4)
	p.letters(bodySize, false)
}
