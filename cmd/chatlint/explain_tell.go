package main

import (
	"fmt"
	"strings"

	"github.com/fatih/color"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/explain"
	"github.com/chatlint/chatlint/rules"
)

// tellExplanation writes for people.
func (c *command) tellExplanation(out *output, x *explain.Explanation) {
	p := teller{command: c, out: out, width: c.textWidth(), bold: c.style(c.StdoutTTY && out.name == "", color.Bold)}
	p.message(&x.Message)
	if len(x.Findings) == 0 {
		fmt.Fprintf(out, "\n%s\n", p.bold(c.texts.T(p.nothing(&x.Message))))
	}
	for i := range x.Findings {
		p.finding(&x.Findings[i])
	}
	p.recognised(x.Entities)
	p.considered(x.Considered)
	if x.Masked {
		fmt.Fprintf(out, "\n%s\n", wrap(c.texts.T("explain.masked"), p.width))
	}
}

// teller writes an explanation.
type teller struct {
	*command
	out   *output
	width int
	bold  func(string) string
}

func (p *teller) message(m *explain.Message) {
	var head []string
	if !m.At().IsZero() {
		head = append(head, p.texts.T("explain.message", "n", m.Number), p.texts.T("explain.line", "n", m.Line), m.At().Format(p.texts.T("explain.time")))
	}
	if m.Sender != "" {
		head = append(head, printable(m.Sender))
	}
	if len(head) > 0 {
		fmt.Fprintln(p.out, p.bold(strings.Join(head, " · ")))
	}
	for line := range strings.SplitSeq(marked(m.Text, m.Spans()), "\n") {
		for part := range strings.SplitSeq(wrap(printable(line), p.width-4), "\n") {
			fmt.Fprintln(p.out, "  │ "+part)
		}
	}
}

// marked sets the places in a text between guillemets.
func marked(text string, spans []rules.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "«" + text[s.Start:s.End] + "»")
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// nothing says that there is no finding; what no person wrote is not judged.
func (p *teller) nothing(m *explain.Message) string {
	if m.Kind == chat.System || m.Kind == chat.Deleted {
		return "explain.not-judged"
	}
	return "explain.nothing"
}

func (p *teller) finding(f *explain.Finding) {
	level := strings.ToUpper(p.texts.T("severity." + f.Severity.String()))
	fmt.Fprintf(p.out, "\n%s\n", p.bold(level+"  "+f.Title))
	p.paragraph("explain.person", f.Person)
	p.paragraph("explain.words", p.words(f.Words))
	p.paragraph("explain.decided", f.Decided)
	p.paragraph("explain.level", f.Level)
	p.paragraph("explain.why", f.Why)
	p.paragraph("explain.legal", strings.Join(f.Legal, ", "))
	p.paragraph("explain.advice", f.Advice)
}

// words quotes words with what they stand for, said once for neighbours that
// stand for the same.
func (p *teller) words(list []explain.Words) string {
	var b strings.Builder
	for i, w := range list {
		b.WriteString(p.quoted(w.Text))
		if i+1 == len(list) || list[i+1].Sense != w.Sense {
			b.WriteString(" (" + w.Sense + ")")
		}
		if i+1 < len(list) {
			b.WriteString(", ")
		}
	}
	return b.String()
}

// quoted puts words of the message into quotation marks.
func (p *teller) quoted(words string) string {
	return p.texts.T("explain.quoted", "words", printable(strings.ReplaceAll(words, "\n", " ")))
}

// paragraph writes a text below its label, unless it is empty.
func (p *teller) paragraph(label, text string) {
	if text == "" {
		return
	}
	var b strings.Builder
	hanging(&b, p.width, "  "+p.texts.T(label)+": ", text)
	fmt.Fprint(p.out, b.String())
}

func (p *teller) recognised(entities []explain.Entity) {
	var list []string
	for _, e := range entities {
		list = append(list, p.quoted(e.Text)+" ("+e.Sense+")")
	}
	if len(list) > 0 {
		fmt.Fprintln(p.out)
		p.paragraph("explain.recognised", strings.Join(list, ", "))
	}
}

func (p *teller) considered(list []explain.Considered) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(p.out, "\n%s\n", p.bold(p.texts.T("explain.considered")))
	for _, c := range list {
		var b strings.Builder
		hanging(&b, p.width, "  • ", c.Text)
		fmt.Fprint(p.out, b.String())
	}
}
