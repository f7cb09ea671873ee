package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	marks "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/rules"
)

// roles are what the groups of the setting words are to the firm.
var roles = map[string]rules.Role{"customers": rules.RoleCustomer, "staff": rules.RoleStaff, "partners": rules.RolePartner}

// ownNames reads the tables of people that the settings name.
func (c *command) ownNames(tables []config.Pair) (map[rules.Role][]string, error) {
	names := map[rules.Role][]string{}
	for _, t := range tables {
		rows, err := c.readTable(t.Value)
		if err != nil {
			return nil, err
		}
		people, fault := peopleIn(t.Value, rows)
		if fault != nil {
			return nil, fault
		}
		names[roles[t.Name]] = append(names[roles[t.Name]], people...)
	}
	return names, nil
}

// row is one line of a table.
type row struct {
	line   int // 1-based, where it starts
	fields []string
}

// readTable reads a table in CSV from a file.
func (c *command) readTable(name string) ([]row, error) {
	raw, err := os.ReadFile(c.path(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("error.missing-path", "path", name)
	case err != nil:
		return nil, failed("error.unreadable", "path", name)
	}
	return parseTable(name, raw)
}

// parseTable reads a table as office programs write it: in UTF-8, UTF-16 or
// Windows-1252, with commas, semicolons or tabs between the fields.
func parseTable(name string, raw []byte) ([]row, error) {
	text := decodeTable(raw)
	table := csv.NewReader(bytes.NewReader(text))
	table.FieldsPerRecord, table.TrimLeadingSpace = -1, true
	table.Comma = delimiter(text)
	var rows []row
	for {
		fields, err := table.Read()
		if bad, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, notATable(name, bad.Line)
		}
		if err != nil {
			return rows, nil // the end: bytes in memory have no other error
		}
		line, _ := table.FieldPos(0)
		if slices.ContainsFunc(fields, func(f string) bool { return strings.ContainsRune(f, 0) }) {
			return nil, notATable(name, line)
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		rows = append(rows, row{line, fields})
	}
}

func notATable(name string, line int) *fault {
	return usage("error.not-a-table", "path", fmt.Sprintf("%s:%d", name, line)).hint("hint.table")
}

// decodeTable returns the text of a table in UTF-8.
func decodeTable(raw []byte) []byte {
	fallback := charmap.Windows1252.NewDecoder().Transformer
	if utf8.Valid(raw) {
		fallback = transform.Nop
	}
	text, _, err := transform.Bytes(marks.BOMOverride(fallback), raw)
	if err != nil {
		return raw
	}
	return text
}

// delimiter is the sign that stands between the fields of the first line that
// has any.
func delimiter(text []byte) rune {
	first, _, _ := bytes.Cut(bytes.TrimSpace(text), []byte("\n"))
	best := ','
	for _, r := range ";\t" {
		if bytes.Count(first, []byte(string(r))) > bytes.Count(first, []byte(string(best))) {
			best = r
		}
	}
	return best
}

// The headings that office programs and people give to columns of names.
var (
	fullHeadings    = headings("name, namen, vollständiger name, kunde, kunden, kundin, kundenname, mandant, patient, gast, mieter, mitarbeiter, mitarbeiterin, mitarbeitername, beschäftigte, ansprechpartner, kontakt, full name, display name, customer, customer name, client, tenant, employee, contact, contact name")
	givenHeadings   = headings("vorname, vornamen, rufname, first name, firstname, given name, forename")
	surnameHeadings = headings("nachname, familienname, zuname, last name, lastname, surname, family name")
)

func headings(list string) map[string]bool {
	set := map[string]bool{}
	for h := range strings.SplitSeq(list, ", ") {
		set[h] = true
	}
	return set
}

// columns are the columns of a table that hold names, -1 for none.
type columns struct{ full, given, surname int }

// columnsOf finds the columns by the headings in the first row.
func columnsOf(first []string) (c columns, ok bool) {
	at := func(set map[string]bool) int {
		return slices.IndexFunc(first, func(f string) bool { return set[strings.ToLower(strings.TrimSpace(f))] })
	}
	c = columns{at(fullHeadings), at(givenHeadings), at(surnameHeadings)}
	if c.given >= 0 && c.surname < 0 {
		c.surname = c.full // Name, Vorname
	}
	return c, c.full >= 0 || c.surname >= 0
}

// name puts together the name in a row, "" if there is none.
func (c columns) name(fields []string) string {
	field := func(i int) string {
		if i < 0 || i >= len(fields) {
			return ""
		}
		return fields[i]
	}
	if c.surname >= 0 {
		return strings.TrimSpace(field(c.given) + " " + field(c.surname))
	}
	return field(c.full)
}

// peopleIn returns the names of the people that a table lists. A table of one
// column needs no heading.
func peopleIn(file string, rows []row) ([]string, *fault) {
	rows = slices.DeleteFunc(rows, func(r row) bool { return strings.Join(r.fields, "") == "" })
	if len(rows) == 0 {
		return nil, usage("error.no-names", "path", file).hint("hint.table")
	}
	c, headed := columnsOf(rows[0].fields)
	switch {
	case headed:
		rows = rows[1:]
	case slices.ContainsFunc(rows, func(r row) bool { return len(r.fields) > 1 }):
		return nil, usage("error.no-heading", "path", fmt.Sprintf("%s:%d", file, rows[0].line)).hint("hint.table")
	default:
		c = columns{0, -1, -1}
	}
	var names []string
	for _, r := range rows {
		if name := c.name(r.fields); strings.ContainsFunc(name, unicode.IsLetter) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, usage("error.no-names", "path", file).hint("hint.table")
	}
	return names, nil
}

// namesToHide returns all names that the settings list, and those of a table of
// its own: every field there that holds letters is one.
func (c *command) namesToHide(file string) ([]string, error) {
	listed, err := c.ownNames(c.cfg.Words)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, group := range config.Groups {
		names = append(names, listed[roles[group]]...)
	}
	if file == "" {
		return names, nil
	}
	rows, err := c.readTable(file)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		for _, field := range r.fields {
			if strings.ContainsFunc(field, unicode.IsLetter) {
				names = append(names, field)
			}
		}
	}
	return names, nil
}
