package main

import (
	"context"
	"os"
	"sync"
)

// temps knows the temporary files of a run, so that an interrupted run can
// remove those that its own code does not get to.
type temps struct {
	mu     sync.Mutex
	names  map[string]bool
	closed bool // the run was given up: nothing may be created any more
}

// create makes a temporary file that only the user can read.
func (t *temps) create(dir, pattern string) (*os.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, context.Canceled
	}
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
