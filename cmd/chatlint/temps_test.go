package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// A run that was killed cannot tidy up. The next one with the same output does,
// and touches nothing else: no fresh file, no other output's, no folder, no link.
func TestAbandonedFilesGo(t *testing.T) {
	e, _, stderr := testEnv(t)
	writeFile(t, e.Dir, "chat.txt", sample)
	old := []string{
		".out.json.123.tmp", // the only one of its kind
		".out.json.12a.tmp", ".out.json..tmp", ".out.json.123.tmp2", "out.json.123.tmp", ".other.json.123.tmp", ".out.json.tmp",
	}
	for _, name := range old {
		writeFile(t, e.Dir, name, "x")
	}
	writeFile(t, e.Dir, ".out.json.456.tmp", "of a run that goes on")
	if err := os.Mkdir(filepath.Join(e.Dir, ".out.json.7.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	old = append(old, ".out.json.7.tmp")
	if err := os.Symlink("chat.txt", filepath.Join(e.Dir, ".out.json.8.tmp")); err == nil {
		old = append(old, ".out.json.8.tmp")
	}
	long := time.Now().Add(-2 * abandoned)
	for _, name := range old {
		if err := os.Chtimes(filepath.Join(e.Dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	before := listing(t, e.Dir)
	if exit := e.Run(t.Context(), []string{"scan", "-o", "out.json", "chat.txt"}); exit == exitUsage || exit == exitFailed {
		t.Fatalf("exit %d: %s", exit, stderr)
	}
	want := slices.DeleteFunc(append(before, "out.json"), func(name string) bool { return name == ".out.json.123.tmp" })
	slices.Sort(want)
	if got := listing(t, e.Dir); !slices.Equal(got, want) {
		t.Errorf("left %q, want %q", got, want)
	}
}
