package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// fetches matches what makes a browser ask somebody for something.
var fetches = regexp.MustCompile(`(?i)<(?:link|img|iframe|object|embed|base|audio|video|source)\b|\b(?:src|srcset|action|ping|poster)\s*=|href\s*=\s*"?[^"#]|url\(|@import`)

// checkHTML looks for what leaves the file and for markup of a message.
func checkHTML(t *testing.T, name, got string) {
	t.Helper()
	if found := fetches.FindString(got); found != "" {
		t.Errorf("%s: %q asks for something outside of the file", name, found)
	}
	own := 0
	if strings.Contains(got, "<form") {
		own = 1 // the one that filters
	}
	if n := strings.Count(strings.ToLower(got), "<script"); n != own {
		t.Errorf("%s: %d scripts, want %d", name, n, own)
	}
	for _, tag := range []string{"html", "head", "title", "style", "body", "main", "section", "table", "tbody", "svg", "script", "ul", "ol", "dl", "mark"} {
		opened, closed := len(regexp.MustCompile(`<`+tag+`[ >]`).FindAllString(got, -1)), strings.Count(got, "</"+tag+">")
		if opened != closed {
			t.Errorf("%s: %d <%s> and %d </%s>", name, opened, tag, closed, tag)
		}
	}
}

// A browser refuses a style or script whose hash the policy does not name.
func TestPolicyNamesWhatThePageHolds(t *testing.T) {
	inputs, findings, res := sample()
	f, _ := Lookup("html")
	got := write(t, f, Options{Lang: locale.German}, inputs, findings, res)
	for _, tag := range []string{"style", "script"} {
		m := regexp.MustCompile(`(?s)<` + tag + `>(.*?)</` + tag + `>`).FindStringSubmatch(got)
		if m == nil {
			t.Fatalf("no %s", tag)
		}
		hash := strings.ReplaceAll(source(m[1]), "+", "&#43;")
		if !strings.Contains(strings.ReplaceAll(got, "&#39;", "'"), hash) {
			t.Errorf("the policy does not name the %s", tag)
		}
	}
}

// A page for people who hear it: headings in order, heads of tables with a
// scope, charts in words, a language.
func TestHTMLIsAccessible(t *testing.T) {
	inputs, findings, res := sample()
	f, _ := Lookup("html")
	got := write(t, f, Options{Lang: locale.English}, inputs, findings, res)
	if !strings.Contains(got, `<html lang="en">`) {
		t.Error("no language")
	}
	last := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(got, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 {
			t.Errorf("a heading jumps from %d to %d", last, level)
		}
		last = level
	}
	for _, th := range regexp.MustCompile(`<th\b[^>]*>`).FindAllString(got, -1) {
		if !strings.Contains(th, "scope=") {
			t.Errorf("%s has no scope", th)
		}
	}
	for _, svg := range regexp.MustCompile(`<svg\b[^>]*>`).FindAllString(got, -1) {
		if !strings.Contains(svg, `role="img"`) || !strings.Contains(svg, "aria-label=") {
			t.Errorf("%s says nothing", svg)
		}
	}
	for _, field := range regexp.MustCompile(`(?:<label>[^<]*)?<(?:select|input)\b`).FindAllString(got, -1) {
		if !strings.HasPrefix(field, "<label>") {
			t.Errorf("%s has no label", field)
		}
	}
}

// manyFindings are more than anybody reads, in long messages.
func manyFindings(n int) ([]lint.Input, []*lint.Finding, *lint.Result) {
	at := time.Date(2023, 1, 2, 6, 0, 0, 0, time.UTC)
	in := lint.Input{Path: "gruppe.txt", Messages: n, First: at, Last: at.Add(time.Duration(n) * time.Hour)}
	for i := range 20 {
		in.Participants = append(in.Participants, chat.Participant{Name: fmt.Sprintf("Mitarbeiter %c", 'A'+i), Messages: n / 20})
	}
	res := &lint.Result{Inputs: []lint.Input{in}, Summary: lint.Summary{}, Verdict: lint.Tolerated, Coverage: lint.Coverage{Messages: n}}
	var findings []*lint.Finding
	for i := range n {
		text := fmt.Sprintf("Nachricht %d: Stefan ist schon wieder krank und kommt diese Woche nicht & größere Sorgen übers Büro, ", i) + strings.Repeat("äußerst müde 🤒 ", 20)
		f := finding(0, i, in.Participants[i%20].Name, text, "health/sick", rules.Health, rules.Severity(1+i%4), "Stefan ist schon wieder krank", entity(detector.Person, "Stefan"))
		f.Message.Time = at.Add(time.Duration(i) * time.Hour)
		findings = append(findings, f)
		res.Summary.Add(f.Category, f.Severity)
	}
	return []lint.Input{in}, findings, res
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

var _ io.Writer = (*counter)(nil)

func TestManyFindingsStayReadable(t *testing.T) {
	const n = 10_000
	inputs, findings, res := manyFindings(n)
	for name, limit := range map[string]counter{"html": 5_000_000, "pdf": 20_000_000} {
		f, _ := Lookup(name)
		var size counter
		start := time.Now()
		if err := play(New(Options{Lang: locale.German, Rules: book{}}, Target{f, &size}), inputs, findings, res); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d findings, %d bytes, %v", name, n, size, time.Since(start))
		if size > limit {
			t.Errorf("%s: %d findings make %d bytes, want at most %d", name, n, size, limit)
		}
	}
}

func TestFindingsBeyondTheListAreCounted(t *testing.T) {
	inputs, findings, _ := manyFindings(1)
	d := newDossier(&Options{Lang: locale.English, Rules: book{}})
	if err := d.begin(inputs); err != nil {
		t.Fatal(err)
	}
	d.listed = maxListed - 1
	for range 3 {
		if err := d.finding(findings[0]); err != nil {
			t.Fatal(err)
		}
	}
	if p := d.part(0); len(p.Items) != 1 || !strings.HasPrefix(p.Omitted, "2 more findings") {
		t.Errorf("%d listed, %q", len(p.Items), p.Omitted)
	}
}
