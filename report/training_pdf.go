package report

import (
	"fmt"
	"io"

	"github.com/chatlint/chatlint/internal/locale"
)

// trainingPaper is the training sheet on paper.
type trainingPaper struct {
	*paper
	texts *locale.Texts
}

// trainingPDF lays the sheet out twice, so that its pages know how many they are.
func trainingPDF(w io.Writer, opt *Options, s *trainingSheet) error {
	texts := lessonTexts.For(opt.Lang)
	layOut := func(total int) *paper {
		t := trainingPaper{newPaper(opt, texts.T("title"), texts.T("subject")), texts}
		t.total = total
		t.AddPage()
		t.write(s)
		return t.paper
	}
	return layOut(layOut(0).PageCount()).Output(w)
}

func (t trainingPaper) write(s *trainingSheet) {
	t.letters(bodySize, false)
	t.paragraph(softText(t.texts.T("subject")))
	t.heading(1, "", t.texts.T("title"))
	for _, p := range s.Intro {
		t.paragraph(plainText(p))
	}
	t.heading(2, "", t.texts.T("three"))
	for i, r := range s.Rules {
		t.golden(i+1, r)
	}
	if len(s.Topics) > 0 {
		t.heading(2, "", t.texts.T("examples"))
	}
	for _, topic := range s.Topics {
		t.heading(3, "", topic.Title+" ("+topic.Hits+")")
		for _, p := range topic.Pairs {
			t.pair(p)
		}
	}
	t.heading(2, "", t.texts.T("happened"))
	t.paragraph(plainText(t.texts.T("happened.text")))
	t.signed()
}

// golden writes one of the rules that matter most, behind a large number.
func (t trainingPaper) golden(n int, text string) {
	const indent = 12
	t.letters(12.5, true)
	lines := t.lines(boldText(text), textWidth-indent-4)
	height := max(11, t.pitch()*float64(len(lines))+5)
	t.room(height)
	top := t.GetY()
	t.fill(paperPanel)
	t.RoundedRect(marginSide, top, textWidth, height, 1.5, "1234", "F")
	t.writeLine([]span{{text: fmt.Sprint(n), bold: true, color: lights["green"]}}, marginSide+4, top+(height-t.pitch())/2)
	t.SetY(top + (height-t.pitch()*float64(len(lines)))/2)
	t.paper.write(lines, marginSide+indent)
	t.SetY(top + height + 2)
	t.letters(bodySize, false)
}

// pair writes what not to write and what to write, side by side.
func (t trainingPaper) pair(p trainingPair) {
	const gap, pad = 4, 3
	const width = (textWidth - gap) / 2
	sides := []struct {
		light, sign, word, text string
	}{{"red", "×", t.texts.T("not"), p.Not}, {"green", "»", t.texts.T("better"), p.Better}}
	height := 0.0
	var blocks [][][]span
	for _, s := range sides {
		block := t.lines([]span{{text: s.sign + " " + s.word, bold: true, color: lights[s.light]}}, width-2*pad)
		block = append(block, t.lines(plainText(s.text), width-2*pad)...)
		blocks = append(blocks, block)
		height = max(height, t.pitch()*float64(len(block))+4)
	}
	t.room(height + 2)
	top := t.GetY()
	for i, s := range sides {
		x := marginSide + float64(i)*(width+gap)
		t.fill(paperPanel)
		t.Rect(x, top, width, height, "F")
		t.fill(lights[s.light])
		t.Rect(x, top, 1, height, "F")
		for n, l := range blocks[i] {
			t.writeLine(l, x+pad, top+2+float64(n)*t.pitch())
		}
	}
	t.SetY(top + height + 2)
}

// signed leaves room to say who was trained, when and by whom.
func (t trainingPaper) signed() {
	t.room(34)
	t.heading(3, "", t.texts.T("signed"))
	t.pen(paperSoft)
	t.SetLineWidth(0.2)
	fields := []struct {
		label string
		width float64
	}{{"signed.date", 34}, {"signed.by", 46}, {"signed.names", textWidth - 34 - 46 - 8}}
	x, y := float64(marginSide), t.GetY()+12
	t.letters(smallSize, false)
	t.ink(paperSoft)
	for _, f := range fields {
		t.Line(x, y, x+f.width, y)
		t.put(x, y+4, t.texts.T(f.label))
		x += f.width + 4
	}
	t.SetY(y + 6)
	t.letters(bodySize, false)
}
