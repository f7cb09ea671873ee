package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// html writes the audit report as one file that asks nobody for anything: its
// policy lets no request out and runs no script but its own.
type html struct {
	*dossier
	w io.Writer
}

func newHTML(w io.Writer, opt *Options) writer { return &html{newDossier(opt), w} }

func (h *html) end(res *lint.Result) error {
	h.sort()
	return writePage(h.w, "report", h.opt, h.document(res), reportScript)
}

//go:embed html/style.css
var style string

//go:embed html/report.js
var reportScript string

//go:embed html/*.gohtml
var pageFiles embed.FS

// page is what every template gets.
type page struct {
	Doc    any
	Lang   locale.Lang
	Style  template.CSS
	Script template.JS
	Policy string
}

// pages holds the templates; the functions are bound to a language for use.
var pages = template.Must(template.New("").Funcs(pageFuncs(&Options{})).ParseFS(pageFiles, "html/*.gohtml"))

func pageFuncs(opt *Options) template.FuncMap {
	t := catalogue.For(opt.Lang)
	return template.FuncMap{
		"t":        t.T,
		"badge":    func(s rules.Severity) string { return badgeWord(t, s) },
		"level":    func(s rules.Severity) int { return int(s) },
		"grouped":  func(n int) string { return grouped(t, n) },
		"drawing":  func(c chart) drawing { return c.drawing(t) },
		"levels":   func() []rules.Severity { return severities },
		"category": func(c rules.Category) string { return categoryTitle(opt, c) },
		"word":     func(s rules.Severity) string { return t.T("severity." + s.String()) },
		"anchor":   anchor,
		"marked":   marked,
		"lesson":   lessonTexts.For(opt.Lang).T,
		"when": func(i item) string {
			if i.At.IsZero() {
				return t.T("report.none")
			}
			return clock(t, i.At)
		},
	}
}

func writePage(w io.Writer, name string, opt *Options, doc any, script string) error {
	bound, err := pages.Clone()
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 64<<10)
	err = bound.Funcs(pageFuncs(opt)).ExecuteTemplate(b, name, page{
		Doc: doc, Lang: opt.Lang, Style: template.CSS(style), Script: template.JS(script), Policy: policy(script),
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// policy allows the page its own style and script and nothing else.
func policy(script string) string {
	return "default-src 'none'; style-src " + source(style) + "; script-src " + source(script) + "; base-uri 'none'; form-action 'none'"
}

// source names an inline style or script by its hash.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// marked sets the parts of a text off that a finding points at.
func marked(i item) template.HTML {
	var b strings.Builder
	end := 0
	for _, m := range i.Marks {
		template.HTMLEscape(&b, []byte(i.Text[end:m.Start]))
		b.WriteString("<mark>")
		template.HTMLEscape(&b, []byte(i.Text[m.Start:m.End]))
		b.WriteString("</mark>")
		end = m.End
	}
	template.HTMLEscape(&b, []byte(i.Text[end:]))
	return template.HTML(b.String())
}
