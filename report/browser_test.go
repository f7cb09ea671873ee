package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// browsers are the names under which systems install Chromium.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// openReport shows the sample report in a browser.
func openReport(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	var path string
	for _, name := range browsers {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no browser installed: looked for " + strings.Join(browsers, ", "))
	}
	f, _ := Lookup("html")
	inputs, findings, res := sample()
	page := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(page, []byte(write(t, f, Options{Lang: locale.German}, inputs, findings, res)), 0o600); err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-background-networking", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	do(t, ctx, chromedp.Navigate("file://"+page), chromedp.WaitVisible(chromedp.CSS("#filter")))
	return ctx
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// script runs a script in the page and returns what it makes, as a text.
func script(t *testing.T, ctx context.Context, expression string) string {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](`String(`+expression+`)`))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// shownLines lists the lines, as the last column has them, of the findings shown.
const shownLines = `[...document.querySelectorAll("table.findings tbody tr")].filter(r => r.offsetParent).map(r => r.cells[6].textContent.trim()).join(" ")`

// expect waits until an expression has a value.
func expect(t *testing.T, ctx context.Context, expression, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if got = script(t, ctx, expression); got == want {
			return
		}
	}
	t.Errorf("%s is %q, want %q", expression, got, want)
}

func TestReportInABrowser(t *testing.T) {
	ctx := openReport(t)
	// Chat 1 has the lines 2, 3 and 4, chat 3 the line 1.
	expect(t, ctx, shownLines, "2 3 4 1")
	expect(t, ctx, `document.querySelector("output").textContent`, "4 von 4 Funden")

	t.Run("filter", func(t *testing.T) {
		choose := func(name, value string) {
			script(t, ctx, `(() => { const s = document.querySelector("[name=`+name+`]"); s.value = "`+value+`"; s.dispatchEvent(new Event("input", {bubbles: true})) })()`)
		}
		reset := func() { do(t, ctx, chromedp.Click(chromedp.CSS("#filter button[type=reset]"))) }
		choose("least", "3")
		expect(t, ctx, shownLines, "2 1")
		expect(t, ctx, `document.querySelector("output").textContent`, "2 von 4 Funden")
		choose("person", "Person 3")
		expect(t, ctx, shownLines, "1")
		reset()
		choose("category", string(rules.Contact))
		expect(t, ctx, shownLines, "4")
		reset()
		do(t, ctx, chromedp.SendKeys(chromedp.CSS("[name=text]"), "KRANKENHAUS"))
		expect(t, ctx, shownLines, "1")
		do(t, ctx, chromedp.SendKeys(chromedp.CSS("[name=text]"), "xyz"))
		expect(t, ctx, `document.querySelector("output").textContent`, "Kein Fund passt zum Filter.")
		reset()
		expect(t, ctx, shownLines, "2 3 4 1")
	})

	t.Run("sort", func(t *testing.T) {
		const head = chromedp.CSS(`section.part:first-of-type th:nth-child(7) button`)
		do(t, ctx, chromedp.Click(head))
		expect(t, ctx, shownLines, "2 3 4 1")
		do(t, ctx, chromedp.Click(head))
		expect(t, ctx, shownLines, "4 3 2 1")
		expect(t, ctx, `document.querySelector("table.findings th:nth-child(7)").ariaSort`, "descending")
	})

	t.Run("keyboard", func(t *testing.T) {
		// The first tab stop leads to the findings.
		do(t, ctx, chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS("#filter")), chromedp.KeyEvent(kb.Tab))
		expect(t, ctx, `document.activeElement.className`, "skip")
		do(t, ctx, chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
		expect(t, ctx, `document.activeElement.name`, "least")
		do(t, ctx, chromedp.KeyEvent(kb.ArrowDown))
		expect(t, ctx, shownLines, "1")
		do(t, ctx, chromedp.KeyEvent(kb.ArrowUp))
		expect(t, ctx, shownLines, "2 3 4 1")
		for range 4 { // category, person, text, reset
			do(t, ctx, chromedp.KeyEvent(kb.Tab))
		}
		expect(t, ctx, `document.activeElement.type`, "reset")
		do(t, ctx, chromedp.KeyEvent(kb.Tab))
		expect(t, ctx, `document.activeElement.textContent`, "Stufe")
		do(t, ctx, chromedp.KeyEvent(" "))
		expect(t, ctx, `document.activeElement.parentElement.ariaSort`, "ascending")
	})

	t.Run("nothing is fetched", func(t *testing.T) {
		expect(t, ctx, `performance.getEntriesByType("resource").length`, "0")
		// The policy stops what a message could smuggle in.
		script(t, ctx, `(() => { const s = document.createElement("script"); s.textContent = "window.smuggled = true"; document.body.append(s) })()`)
		expect(t, ctx, `window.smuggled === undefined`, "true")
	})

	t.Run("narrow", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(360, 800))
		expect(t, ctx, `document.documentElement.scrollWidth <= 360`, "true")
	})
}
