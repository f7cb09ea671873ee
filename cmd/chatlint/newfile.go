package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// newFile is a file that must not exist yet.
type newFile struct {
	name   string // as the user named it
	path   string
	folder fs.FileMode // of folders that are made for it
	mode   fs.FileMode
}

// write makes the file at once or not at all. The error wraps fs.ErrExist if
// there is one, and is a *writeError otherwise.
func (n newFile) write(t *temps, text string) error {
	if _, err := os.Lstat(n.path); err == nil {
		return &writeError{n.name, fs.ErrExist}
	}
	if err := os.MkdirAll(filepath.Dir(n.path), n.folder); err != nil {
		return &writeError{n.name, err}
	}
	f, err := t.create(filepath.Dir(n.path), "."+filepath.Base(n.path)+".*.tmp")
	if err != nil {
		return &writeError{n.name, err}
	}
	defer t.remove(f)
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Chmod(n.mode), f.Sync(), f.Close()); err != nil {
		return &writeError{n.name, err}
	}
	if err := n.settle(t, f.Name()); err != nil {
		return &writeError{n.name, err}
	}
	return nil
}

// settle gives the file its name. A link, unlike a new name, never replaces a
// file that somebody else has made meanwhile; not every file system has links.
func (n newFile) settle(t *temps, temp string) error {
	err := os.Link(temp, n.path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return t.rename(temp, n.path)
}
