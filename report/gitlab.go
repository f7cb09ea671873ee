package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/rules"
)

// gitlab writes a Code Quality report, which GitLab shows in merge requests:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
type gitlab struct {
	jsonStream
	opt    *Options
	inputs []lint.Input
}

func newGitLab(w io.Writer, opt *Options) writer {
	return &gitlab{jsonStream: newJSONStream(w), opt: opt}
}

func (g *gitlab) begin(inputs []lint.Input) error {
	g.inputs = inputs
	g.array()
	return g.flush()
}

type gitlabIssue struct {
	Type        string         `json:"type"`
	Check       string         `json:"check_name"`
	Description string         `json:"description"`
	Content     gitlabContent  `json:"content"`
	Categories  []string       `json:"categories"`
	Severity    string         `json:"severity"`
	Fingerprint string         `json:"fingerprint"`
	Location    gitlabLocation `json:"location"`
}

type gitlabContent struct {
	Body string `json:"body"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func (g *gitlab) finding(f *lint.Finding) error {
	book := about(g.opt, f)
	text, _ := words(f, maxAnnotation)
	path := file(&g.inputs[f.Chat])
	g.element(gitlabIssue{
		Type: "issue", Check: f.Rule, Description: book.title + ": " + oneLine(text),
		Content: gitlabContent{g.body(book)}, Categories: []string{"Security"},
		Severity: gitlabSeverity(f.Severity), Fingerprint: gitlabFingerprint(path, f),
		Location: gitlabLocation{path, gitlabLines{max(1, f.Message.Line)}},
	})
	return g.flush()
}

func (g *gitlab) body(book explanation) string {
	parts := []string{book.why, book.advice}
	if !g.opt.Reveal {
		parts = append(parts, catalogue.For(g.opt.Lang).T("masked"))
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}

func (g *gitlab) end(*lint.Result) error {
	g.text("\n]\n")
	return g.flush()
}

func gitlabSeverity(s rules.Severity) string {
	switch s {
	case rules.Critical:
		return "blocker"
	case rules.High:
		return "critical"
	case rules.Medium:
		return "major"
	}
	return "minor"
}

// gitlabFingerprint names a finding. Where there is no key to make a lasting
// name, its place must do; it holds nothing of the text.
func gitlabFingerprint(path string, f *lint.Finding) string {
	if f.Fingerprint != "" {
		return f.Fingerprint
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %d %s", path, f.Message.Line, f.Rule))
	return hex.EncodeToString(sum[:16])
}
