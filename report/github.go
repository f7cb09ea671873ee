package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// github writes workflow commands, which GitHub Actions turns into annotations:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
type github struct {
	w      *bufio.Writer
	opt    *Options
	inputs []lint.Input
}

// maxAnnotation is how much of a message an annotation shows, in code points.
const maxAnnotation = 200

func newGitHub(w io.Writer, opt *Options) writer { return &github{w: bufio.NewWriter(w), opt: opt} }

func (g *github) begin(inputs []lint.Input) error {
	g.inputs = inputs
	return nil
}

func (g *github) finding(f *lint.Finding) error {
	book := about(g.opt, f)
	text, _ := words(f, maxAnnotation)
	fmt.Fprintf(g.w, "::%s file=%s,line=%d,title=%s::%s\n", command(f.Severity),
		property(file(&g.inputs[f.Chat])), f.Message.Line, property(book.title+" ("+f.Rule+")"), data(text+"\n"+book.advice))
	return g.w.Flush()
}

func (g *github) end(res *lint.Result) error {
	texts := catalogue.For(g.opt.Lang)
	sentences := []string{Closing(g.opt.Lang, res)}
	if gaps := notExamined(texts, res.Coverage, ""); gaps != "" {
		sentences = append(sentences, gaps)
	}
	if accepted := suppressed(texts, res); accepted != "" {
		sentences = append(sentences, accepted)
	}
	if !g.opt.Reveal {
		sentences = append(sentences, texts.T("masked"))
	}
	fmt.Fprintf(g.w, "::notice title=chatlint::%s\n", data(strings.Join(sentences, "\n")))
	return g.w.Flush()
}

func command(s rules.Severity) string {
	switch {
	case s >= rules.High:
		return "error"
	case s == rules.Medium:
		return "warning"
	}
	return "notice"
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// data escapes the message of a command, property one of its settings. What
// would act on a terminal that shows the log is escaped before.
func data(s string) string {
	s, _ = visible(s, nil)
	return dataEscapes.Replace(s)
}

func property(s string) string {
	s, _ = visible(s, nil)
	return propertyEscapes.Replace(s)
}
