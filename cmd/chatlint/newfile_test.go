package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestNewFile(t *testing.T) {
	dir := t.TempDir()
	n := newFile{name: "x", path: filepath.Join(dir, "deep", "x"), folder: 0o700, mode: 0o640}
	var ts temps
	if err := n.write(&ts, "first"); err != nil {
		t.Fatal(err)
	}
	if err := n.write(&ts, "second"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("written twice: %v", err)
	}
	raw, err := os.ReadFile(n.path)
	if err != nil || string(raw) != "first" {
		t.Errorf("holds %q (%v)", raw, err)
	}
	info, err := os.Stat(n.path)
	if err != nil || info.Mode().Perm() != n.mode {
		t.Errorf("mode %v (%v), want %v", info.Mode(), err, n.mode)
	}
	entries, err := os.ReadDir(filepath.Dir(n.path))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

// Of several that make the same file, one wins and the others hear of it.
func TestNewFileIsMadeOnce(t *testing.T) {
	n := newFile{name: "x", path: filepath.Join(t.TempDir(), "x"), folder: 0o700, mode: 0o600}
	errs := make([]error, 8)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() { errs[i] = n.write(new(temps), "x") })
	}
	all.Wait()
	won := 0
	for _, err := range errs {
		if err == nil {
			won++
		} else if !errors.Is(err, fs.ErrExist) {
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d have made the file", won)
	}
}
