package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
)

// csvReport writes a table for spreadsheets, a finding a row. Columns are named
// like the members of the JSON format.
type csvReport struct {
	w      *csv.Writer
	out    io.Writer
	opt    *Options
	inputs []lint.Input
}

// byteOrderMark tells spreadsheets that the file is UTF-8.
const byteOrderMark = "\ufeff"

// maxCell is how much of a message a cell shows, in code points.
const maxCell = 1000

func newCSV(w io.Writer, opt *Options) writer {
	c := &csvReport{w: csv.NewWriter(w), out: w, opt: opt}
	if opt.Lang == locale.German {
		c.w.Comma = ';' // what a German spreadsheet splits at
	}
	return c
}

func (c *csvReport) begin(inputs []lint.Input) error {
	c.inputs = inputs
	if _, err := io.WriteString(c.out, byteOrderMark); err != nil {
		return err
	}
	return c.row("path", "line", "time", "sender", "severity", "category", "rule", "title", "about", "confidence",
		"text", "advice", "legal", "masked", "fingerprint")
}

func (c *csvReport) finding(f *lint.Finding) error {
	book := about(c.opt, f)
	text, _ := words(f, maxCell)
	at := ""
	if t := wallClock(f.Message.Time); t != nil {
		at = *t
	}
	return c.row(file(&c.inputs[f.Chat]), strconv.Itoa(f.Message.Line), at, f.Message.Sender,
		f.Severity.String(), string(f.Category), f.Rule, book.title, f.About.String(), strconv.FormatFloat(Rounded(f.Confidence), 'f', -1, 64),
		text, book.advice, strings.Join(book.legal, ", "), strconv.FormatBool(!c.opt.Reveal), f.Fingerprint)
}

func (c *csvReport) end(*lint.Result) error { return nil }

func (c *csvReport) row(cells ...string) error {
	for i, cell := range cells {
		cells[i] = harmlessCell(oneLine(cell))
	}
	if err := c.w.Write(cells); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}

// harmlessCell puts an apostrophe before what a spreadsheet would take for a
// formula (https://owasp.org/www-community/attacks/CSV_Injection), also behind
// blanks and in full width.
func harmlessCell(s string) string {
	if start := strings.TrimSpace(s); start != "" && strings.ContainsRune("=+-@＝＋－＠|%", []rune(start)[0]) {
		return "'" + s
	}
	return s
}
