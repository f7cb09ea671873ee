package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

var (
	link = regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`)
	// Paths in backticks that start in a folder of the tree and hold no pattern.
	quotedPath = regexp.MustCompile("`((?:cmd|chat|detector|rules|report|internal|testdata|docs|\\.ci)/[A-Za-z0-9_./-]*)`")
)

// documents returns the Markdown files of the repository.
func documents(t *testing.T) []string {
	t.Helper()
	var docs []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if filepath.Ext(path) == ".md" {
			docs = append(docs, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// deadPaths names what a document points to and the tree does not have.
func deadPaths(dir, text string) []string {
	var dead []string
	check := func(base, path string) {
		if _, err := os.Stat(filepath.Join(base, path)); err != nil {
			dead = append(dead, path)
		}
	}
	for _, m := range link.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(m[1], "://") && !strings.HasPrefix(m[1], "mailto:") {
			check(dir, m[1])
		}
	}
	for _, m := range quotedPath.FindAllStringSubmatch(text, -1) {
		check(root, m[1])
	}
	return dead
}

func TestDocumentsPointToWhatExists(t *testing.T) {
	docs := documents(t)
	if len(docs) < 3 {
		t.Fatalf("only %d documents found", len(docs))
	}
	for _, doc := range docs {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range deadPaths(filepath.Dir(doc), string(text)) {
			t.Errorf("%s names %s, which does not exist", strings.TrimPrefix(doc, root+"/"), path)
		}
	}
}

func TestDeadPaths(t *testing.T) {
	const text = "[a](go.mod) [b](nowhere.md) [c](https://example.org/x) [d](#part) `internal/archtest` `rules/none.go` `rules/<x>.go`"
	if got := strings.Join(deadPaths(root, text), " "); got != "nowhere.md rules/none.go" {
		t.Errorf("dead paths = %q", got)
	}
}

// What the README tells to run and what the checks run must not drift apart.
func TestChecksRunTheTestsOfTheReadme(t *testing.T) {
	for _, doc := range []string{"README.md", ".ci/run"} {
		text, err := os.ReadFile(filepath.Join(root, doc))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "\ngo test ./...\n") {
			t.Errorf("%s does not hold the line go test ./...", doc)
		}
	}
}

// namedTest is a test that a document names as what holds a promise.
var namedTest = regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z0-9]*)`")

// A promise is kept by a test that exists.
func TestPromisesAreHeldByTests(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "threat-model.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := namedTest.FindAllStringSubmatch(string(text), -1)
	if len(named) < 20 {
		t.Fatalf("only %d tests are named", len(named))
	}
	code := testCode(t)
	for _, m := range named {
		if !strings.Contains(code, "\nfunc "+m[1]+"(") {
			t.Errorf("docs/threat-model.md names %s, which does not exist", m[1])
		}
	}
}

// testCode returns the text of all test files.
func testCode(t *testing.T) string {
	t.Helper()
	var code strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata"):
			return fs.SkipDir
		case !strings.HasSuffix(path, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(path)
		code.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return code.String()
}
