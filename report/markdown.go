package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// markdown writes a report for tickets, wikis and summaries of build jobs:
// chat by chat, then the sums and what the rules that hit say.
type markdown struct {
	w      *bufio.Writer
	opt    *Options
	texts  *locale.Texts
	inputs []lint.Input
	shown  int  // inputs whose heading has been written
	empty  bool // the last heading has no findings yet
	rules  usedRules
}

func newMarkdown(w io.Writer, opt *Options) writer {
	return &markdown{w: bufio.NewWriter(w), opt: opt, texts: catalogue.For(opt.Lang), rules: usedRules{}}
}

func (m *markdown) begin(inputs []lint.Input) error {
	m.inputs = inputs
	m.line("# ", plain(m.texts.T("report.title")))
	if !m.opt.Reveal && len(inputs) > 0 {
		m.line("")
		m.line(plain(m.texts.T("masked")))
	}
	return m.w.Flush()
}

func (m *markdown) finding(f *lint.Finding) error {
	m.headings(f.Chat)
	if m.empty {
		m.line("")
	}
	m.empty = false
	m.rules.add(m.opt, f)
	text, spans := visible(words(f, maxAnnotation))
	where := []string{clock(m.texts, f.Message.Time), m.texts.T("finding.line", "n", f.Message.Line)}
	if f.Message.Sender != "" {
		where = slices.Insert(where, 1, oneLine(f.Message.Sender))
	}
	m.line("* **", badge(m.texts, f.Severity), " · ", plain(oneLine(about(m.opt, f).title)), "** – ",
		plain(strings.Join(where, " · ")), " · ", code(f.Rule), "  ")
	m.line("  ", code(oneLine(bracket(text, spans))))
	return m.w.Flush()
}

func (m *markdown) end(res *lint.Result) error {
	m.headings(len(m.inputs) - 1)
	m.none()
	m.line("")
	m.line("## ", plain(m.texts.T("summary")))
	m.table(res.Summary)
	m.line("")
	m.line("**", plain(Closing(m.opt.Lang, res)), "**")
	for _, s := range []string{notExamined(m.texts, res.Coverage, ""), suppressed(m.texts, res)} {
		if s != "" {
			m.line("")
			m.line(plain(s))
		}
	}
	m.explanations()
	return m.w.Flush()
}

// headings writes the headings of the chats up to and including one.
func (m *markdown) headings(chat int) {
	for ; m.shown <= chat; m.shown++ {
		m.none()
		in := &m.inputs[m.shown]
		m.line("")
		m.line("## ", plain(oneLine(file(in))))
		m.line("")
		m.line(plain(strings.Join(facts(m.texts, in), " · ")))
		m.empty = true
	}
}

// none closes a chat without findings.
func (m *markdown) none() {
	if m.empty {
		m.line("")
		m.line(plain(m.texts.T("none")))
	}
	m.empty = false
}

func (m *markdown) table(s lint.Summary) {
	if s.Total() == 0 {
		return
	}
	m.line("")
	header, rule := "|", "|---|"
	header += " |"
	for _, sev := range severities {
		header += " " + plain(m.texts.T("severity."+sev.String())) + " |"
		rule += "--:|"
	}
	m.line(header)
	m.line(rule)
	for _, c := range rules.Categories {
		if counts := s[c]; counts != (lint.Counts{}) {
			cells := "| " + plain(categoryTitle(m.opt, c)) + " |"
			for _, sev := range severities {
				cells += fmt.Sprintf(" %d |", counts[sev])
			}
			m.line(cells)
		}
	}
}

// explanations says why the rules that hit exist and what to do instead.
func (m *markdown) explanations() {
	for i, r := range m.rules.sorted() {
		if i == 0 {
			m.line("")
			m.line("## ", plain(m.texts.T("report.explained")))
		}
		m.line("")
		m.line("**", plain(oneLine(r.Title)), "** (", code(r.ID), ")  ")
		for _, p := range []struct{ label, text string }{
			{"finding.why", r.Why}, {"finding.advice", r.Advice}, {"finding.legal", strings.Join(r.Legal, ", ")},
		} {
			if p.text != "" {
				m.line(plain(m.texts.T(p.label)), ": ", plain(oneLine(p.text)), "  ")
			}
		}
	}
}

// line writes a line. Errors stay in the buffered writer until it is flushed.
func (m *markdown) line(parts ...string) {
	for _, p := range append(parts, "\n") {
		m.w.WriteString(p)
	}
}

// markdownEscapes are the characters that mean something inside a line.
var markdownEscapes = func() *strings.Replacer {
	var pairs []string
	for _, r := range "\\`*_[]<>#|~&!@" {
		pairs = append(pairs, string(r), "\\"+string(r))
	}
	return strings.NewReplacer(pairs...)
}()

// plain escapes one line of text that has no markup.
func plain(s string) string { return markdownEscapes.Replace(s) }

// code shows one line of text as it is: behind more backticks than it holds,
// nothing in it is markup, a link or a mention.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || fence != "`" {
		s = " " + s + " "
	}
	return fence + s + fence
}
