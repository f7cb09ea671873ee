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
