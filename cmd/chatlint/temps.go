package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// temps knows the temporary files of a run, so that an interrupted run can
// remove those that its own code does not get to.
type temps struct {
	mu     sync.Mutex
	names  map[string]bool
	closed bool // the run was given up: nothing may be created any more
}

// abandoned is how long nobody has written to a temporary file that a run has
// left which was killed. No run takes that long.
const abandoned = 24 * time.Hour

// sweep removes what killed runs have left of temporary files of a pattern. What
// it may not remove belongs to others and stays.
func sweep(dir, pattern string) {
	dir = cmp.Or(dir, os.TempDir())
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !isTemp(e.Name(), pattern) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// isTemp reports whether os.CreateTemp makes such a name of a pattern: with
// digits in place of its last star.
func isTemp(name, pattern string) bool {
	star := strings.LastIndexByte(pattern, '*')
	digits, ok := strings.CutPrefix(name, pattern[:star])
	if !ok {
		return false
	}
	digits, ok = strings.CutSuffix(digits, pattern[star+1:])
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// create makes a temporary file that only the user can read.
func (t *temps) create(dir, pattern string) (*os.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, context.Canceled
	}
	sweep(dir, pattern)
	f, err := os.CreateTemp(dir, pattern)
	if err != nil {
		return nil, err
	}
	if t.names == nil {
		t.names = map[string]bool{}
	}
	t.names[f.Name()] = true
	return f, nil
}

// rename gives a temporary file its final name.
func (t *temps) rename(name, final string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return context.Canceled
	}
	if err := os.Rename(name, final); err != nil {
		return err
	}
	delete(t.names, name)
	return nil
}

// remove closes and removes a temporary file; a renamed one stays.
func (t *temps) remove(f *os.File) {
	f.Close()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.names[f.Name()] {
		os.Remove(f.Name())
		delete(t.names, f.Name())
	}
}

// unlink removes a temporary file that stays open, where the operating system
// allows it.
func (t *temps) unlink(f *os.File) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if os.Remove(f.Name()) == nil {
		delete(t.names, f.Name())
	}
}

// removeAll removes what is left of a run that was given up. It may go on for a
// moment but makes no further file.
func (t *temps) removeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.closed = true
	for name := range t.names {
		os.Remove(name)
	}
	t.names = nil
}
