package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// junit writes JUnit XML as Jenkins and GitLab read it: a suite per chat, a
// failed case per finding. A suite starts with the number of its cases, so the
// cases of one chat are held back until the next one starts.
type junit struct {
	w      io.Writer
	opt    *Options
	inputs []lint.Input
	chat   int // suite at work
	cases  bytes.Buffer
	failed int
}

func newJUnit(w io.Writer, opt *Options) writer { return &junit{w: w, opt: opt} }

type junitCase struct {
	XMLName xml.Name      `xml:"testcase"`
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitProperties struct {
	XMLName xml.Name        `xml:"properties"`
	List    []junitProperty `xml:"property"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

func (j *junit) begin(inputs []lint.Input) error {
	j.inputs = inputs
	_, err := io.WriteString(j.w, xml.Header+"<testsuites name=\"chatlint\">\n")
	return err
}

func (j *junit) finding(f *lint.Finding) error {
	if err := j.suites(f.Chat); err != nil {
		return err
	}
	book := about(j.opt, f)
	text, _ := visible(words(f, maxAnnotation))
	name := fmt.Sprintf("%s (%s)", book.title, catalogue.For(j.opt.Lang).T("finding.line", "n", f.Message.Line))
	j.failed++
	return j.add(junitCase{Name: name, Class: f.Rule, File: oneLine(file(&j.inputs[f.Chat])), Line: f.Message.Line,
		Failure: &junitFailure{Message: oneLine(text), Type: f.Severity.String(), Text: text + "\n" + book.advice}})
}

func (j *junit) end(res *lint.Result) error {
	if err := j.suites(len(j.inputs)); err != nil {
		return err
	}
	closing, err := xml.Marshal(junitProperties{List: []junitProperty{
		{"verdict", string(res.Verdict)}, {"suppressed", fmt.Sprint(res.Suppressed)},
		{"complete", fmt.Sprint(res.Coverage.Complete())}, {"masked", fmt.Sprint(!j.opt.Reveal)},
	}})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(j.w, "  <testsuite name=\"chatlint\" tests=\"0\" failures=\"0\">\n    %s\n  </testsuite>\n</testsuites>\n", closing)
	return err
}

// suites writes the suites of the chats before one.
func (j *junit) suites(chat int) error {
	for ; j.chat < chat; j.chat++ {
		if err := j.suite(); err != nil {
			return err
		}
	}
	return nil
}

func (j *junit) suite() error {
	name := oneLine(file(&j.inputs[j.chat]))
	tests := j.failed
	if tests == 0 {
		tests = 1 // a suite without cases counts as not run
		if err := j.add(junitCase{Name: catalogue.For(j.opt.Lang).T("none"), Class: "chatlint", File: name}); err != nil {
			return err
		}
	}
	var quoted bytes.Buffer
	if err := xml.EscapeText(&quoted, []byte(name)); err != nil {
		return err
	}
	_, err := fmt.Fprintf(j.w, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\">\n%s  </testsuite>\n", &quoted, tests, j.failed, &j.cases)
	j.cases.Reset()
	j.failed = 0
	return err
}

func (j *junit) add(c junitCase) error {
	b, err := xml.Marshal(c)
	if err != nil {
		return err
	}
	fmt.Fprintf(&j.cases, "    %s\n", b)
	return nil
}
