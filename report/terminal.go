package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// Sizes of the terminal format.
const (
	defaultWidth = 80
	maxText      = 600 // code points of a message that are shown
	maxLines     = 12  // line breaks of a message that are shown as such
)

// terminal writes for the people of an office: chat by chat, in sentences.
type terminal struct {
	w      *bufio.Writer
	opt    *Options
	texts  *locale.Texts
	inputs []lint.Input
	shown  int    // inputs whose heading has been written
	empty  bool   // the last heading has no findings yet
	rule   string // of the most recent finding, as an example
	at     int    // line of that finding

	told map[string]*told // by rule
}

// told is what the report says of a rule with each of its findings.
type told struct {
	title string
	below []string // lines below the message
}

func newTerminal(w io.Writer, opt *Options) writer {
	return &terminal{w: bufio.NewWriter(w), opt: opt, texts: catalogue.For(opt.Lang), told: map[string]*told{}}
}

func (t *terminal) begin(inputs []lint.Input) error {
	t.inputs = inputs
	return nil
}

func (t *terminal) finding(f *lint.Finding) error {
	t.headings(f.Chat)
	t.empty, t.rule, t.at = false, f.Rule, f.Message.Line
	book := t.tell(f)
	t.line("")
	t.line(t.paint(badge(t.texts, f.Severity), look[f.Severity].colours...), "  ", t.paint(book.title, color.Bold))
	t.line("  ", t.paint(t.where(f), color.Faint))
	t.message(f)
	for _, l := range book.below {
		t.line(l)
	}
	return t.w.Flush()
}

// tell returns what to say of the rule of a finding.
func (t *terminal) tell(f *lint.Finding) *told {
	if book, ok := t.told[f.Rule]; ok {
		return book
	}
	e := about(t.opt, f)
	book := &told{oneLine(e.title), slices.Concat(
		t.paragraph(t.texts.T("finding.why"), e.why),
		t.paragraph(t.texts.T("finding.advice"), e.advice),
		t.paragraph(t.texts.T("finding.legal"), strings.Join(e.legal, ", ")),
	)}
	t.told[f.Rule] = book
	return book
}

func (t *terminal) end(res *lint.Result) error {
	t.headings(len(t.inputs) - 1)
	t.none()
	t.table(res.Summary)
	for i, sentence := range t.sentences(res) {
		if i == 0 {
			t.line("")
		}
		t.wrapped("", "", sentence)
	}
	t.steps(res)
	t.wrapped("", "", Closing(t.opt.Lang, res), color.Bold)
	return t.w.Flush()
}

// headings writes the headings of the chats up to and including one.
func (t *terminal) headings(chat int) {
	for ; t.shown <= chat; t.shown++ {
		t.none()
		t.heading(&t.inputs[t.shown])
		t.empty = true
	}
}

// none closes a chat without findings.
func (t *terminal) none() {
	if t.empty {
		t.line("  ", t.texts.T("none"))
	}
	t.empty = false
}

func (t *terminal) heading(in *lint.Input) {
	if t.shown > 0 {
		t.line("")
	}
	t.line(t.paint("━━ "+oneLine(file(in)), color.Bold))
	t.line("   ", t.paint(strings.Join(facts(t.texts, in), " · "), color.Faint))
	if in.Ambiguous {
		t.wrapped("   ", "   ", t.texts.T("ambiguous-dates", "order", in.DateOrder))
	}
}

func (t *terminal) where(f *lint.Finding) string {
	parts := []string{clock(t.texts, f.Message.Time)}
	if f.Message.Sender != "" {
		parts = append(parts, oneLine(f.Message.Sender))
	}
	return strings.Join(append(parts, t.texts.T("finding.line", "n", f.Message.Line), f.Rule), " · ")
}

// message writes what was said, with the spans marked by colour or, without
// colours, by brackets.
func (t *terminal) message(f *lint.Finding) {
	text, spans := foldLines(visible(words(f, maxText)))
	if !t.opt.Color {
		text, spans = bracket(text, spans), nil
	}
	for _, l := range wrap(text, spans, t.width()-4) {
		t.line("  │ ", t.join(l, look[f.Severity].mark))
	}
}

func (t *terminal) join(line []run, mark []color.Attribute) string {
	var b strings.Builder
	for _, r := range line {
		if r.marked {
			r.text = t.paint(r.text, mark...)
		}
		b.WriteString(r.text)
	}
	return b.String()
}

// foldLines shows the line breaks of a text with very many as a sign.
func foldLines(s string, spans []rules.Span) (string, []rules.Span) {
	if strings.Count(s, "\n") <= maxLines {
		return s, spans
	}
	return foldAll(s, spans)
}

// foldAll shows line breaks as a sign.
func foldAll(s string, spans []rules.Span) (string, []rules.Span) {
	var cuts []cut
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "\n"))
			cuts = append(cuts, newCut(i, end, lineBreak))
			i = end
		}
	}
	var e edit
	e.apply(s, cuts)
	return e.text, e.spans(spans)
}

func bracket(s string, spans []rules.Span) string {
	var cuts []cut
	for _, span := range spans {
		cuts = append(cuts, newCut(span.Start, span.Start, "«"), newCut(span.End, span.End, "»"))
	}
	var e edit
	e.apply(s, cuts)
	return e.text
}

// paragraph returns the lines of a labelled text, indented below its label.
func (t *terminal) paragraph(label, text string) (lines []string) {
	if text == "" {
		return nil
	}
	prefix := "  " + label + ": "
	indent := strings.Repeat(" ", columns(prefix))
	for _, l := range wrap(text, nil, t.width()-len(indent)) {
		lines = append(lines, prefix+t.join(l, nil))
		prefix = indent
	}
	return lines
}

// wrapped writes a text with one prefix for the first line and one for the rest.
func (t *terminal) wrapped(first, rest, text string, style ...color.Attribute) {
	for _, l := range wrap(text, nil, t.width()-columns(first)) {
		t.line(first, t.paint(t.join(l, nil), style...))
		first = rest
	}
}

func (t *terminal) width() int {
	if t.opt.Width > 0 {
		return t.opt.Width
	}
	return defaultWidth
}

// line writes a line. Errors stay in the buffered writer until it is flushed.
func (t *terminal) line(parts ...string) {
	for _, p := range append(parts, "\n") {
		t.w.WriteString(p)
	}
}

func (t *terminal) paint(s string, attributes ...color.Attribute) string {
	if !t.opt.Color || len(attributes) == 0 {
		return s
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(s)
}

// look is how a severity is told: by a symbol and a word, so that nothing
// hangs on colours, and by colours.
var look = map[rules.Severity]struct {
	symbol        string
	colours, mark []color.Attribute
}{
	rules.Critical: {"■", []color.Attribute{color.FgHiWhite, color.BgRed, color.Bold}, []color.Attribute{color.FgRed, color.Bold, color.Underline}},
	rules.High:     {"▲", []color.Attribute{color.FgRed, color.Bold}, []color.Attribute{color.FgRed, color.Bold, color.Underline}},
	rules.Medium:   {"●", []color.Attribute{color.FgYellow, color.Bold}, []color.Attribute{color.FgYellow, color.Bold, color.Underline}},
	rules.Low:      {"○", []color.Attribute{color.FgCyan}, []color.Attribute{color.FgCyan, color.Underline}},
}

func badge(t *locale.Texts, s rules.Severity) string {
	return look[s].symbol + " " + strings.ToUpper(t.T("severity."+s.String()))
}
