package report

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// checkCSV reads a table back: the same number of cells in each row, and none
// that a spreadsheet would calculate.
func checkCSV(t *testing.T, name, got string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, byteOrderMark)))
	if strings.Contains(strings.SplitN(got, "\n", 2)[0], ";") {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for _, row := range rows {
		for _, cell := range row {
			if start := strings.TrimSpace(cell); start != "" && strings.ContainsAny(start[:1], "=+-@") {
				t.Errorf("%s: a cell starts like a formula: %q", name, cell)
			}
		}
	}
}

// junitLog is what readers of JUnit XML look at.
type junitLog struct {
	XMLName xml.Name `xml:"testsuites"`
	Suites  []struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Cases    []junitCase `xml:"testcase"`
	} `xml:"testsuite"`
}

// checkJUnit reads the suites back and compares their sums with their cases.
func checkJUnit(t *testing.T, name, got string) {
	t.Helper()
	var log junitLog
	if err := xml.Unmarshal([]byte(got), &log); err != nil {
		t.Errorf("%s: %v\n%s", name, err, got)
		return
	}
	for _, s := range log.Suites {
		failed := 0
		for _, c := range s.Cases {
			if c.Failure != nil {
				failed++
			}
		}
		if len(s.Cases) != s.Tests || failed != s.Failures {
			t.Errorf("%s: suite %s has %d cases and %d failures, but says %d and %d", name, s.Name, len(s.Cases), failed, s.Tests, s.Failures)
		}
	}
}

// checkGitLab holds a report against what GitLab requires of an issue:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
func checkGitLab(t *testing.T, name, got string) {
	t.Helper()
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(got), &issues); err != nil {
		t.Errorf("%s: %v\n%s", name, err, got)
		return
	}
	var seen []string
	for _, i := range issues {
		if i.Description == "" || i.Check == "" || i.Location.Path == "" || i.Location.Lines.Begin < 1 {
			t.Errorf("%s: an issue lacks what GitLab requires: %+v", name, i)
		}
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			t.Errorf("%s: %q is no severity", name, i.Severity)
		}
		if slices.Contains(seen, i.Fingerprint) || i.Fingerprint == "" {
			t.Errorf("%s: fingerprint %q is not unique", name, i.Fingerprint)
		}
		seen = append(seen, i.Fingerprint)
	}
}

func TestHarmlessCell(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"krank":          "krank",
		"=1+1":           "'=1+1",
		"+49 171":        "'+49 171",
		"-2":             "'-2",
		"@SUM(A1)":       "'@SUM(A1)",
		" =1":            "' =1",
		"＝1":             "'＝1",
		"a=1":            "a=1",
		"'=1":            "'=1",
		"\u00a0=cmd|' '": "'\u00a0=cmd|' '",
	} {
		if got := harmlessCell(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownCode(t *testing.T) {
	for in, want := range map[string]string{
		"krank":      "`krank`",
		"a `b` c":    "`` a `b` c ``",
		"``":         "``` `` ```",
		"":           "",
		"<b>@eve</b": "`<b>@eve</b`",
	} {
		if got := code(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestByEnding(t *testing.T) {
	for output, want := range map[string]string{
		"a.json": "json", "A.JSON": "json", "x/a.csv": "csv", "a.xml": "junit", "a.md": "markdown", "a.txt": "", "json": "", ".sarif": "sarif",
		"a.html": "html", "team.training.html": "training", "team.training.pdf": "training-pdf",
	} {
		if f, ok := ByEnding(output); f.Name != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", output, f.Name, want)
		}
	}
}

func TestFor(t *testing.T) {
	for _, test := range []struct{ name, output, want string }{
		{"training", "a.pdf", "training-pdf"}, {"training", "a.html", "training"}, {"training", "", "training"}, {"html", "a.pdf", "html"}, {"none", "", ""},
	} {
		if f, ok := For(test.name, test.output); f.Name != test.want || ok != (test.want != "") {
			t.Errorf("%s to %q: got %q, want %q", test.name, test.output, f.Name, test.want)
		}
	}
}
