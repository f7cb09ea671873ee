package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// output is where a command writes its result. What is written to a file
// stands under another name until commit, so an existing file survives any
// failure.
type output struct {
	*bufio.Writer
	name  string   // as the user named it, "" for standard output
	file  *os.File // nil for standard output
	final string   // where commit moves the file; "" if it is written in place
	temps *temps
}

// writeError is an error of an output, told apart from those of an input.
type writeError struct {
	name string
	err  error
}

func (e *writeError) Error() string { return e.name + ": " + e.err.Error() }
func (e *writeError) Unwrap() error { return e.err }

// markingWriter turns the errors of a writer into writeErrors.
type markingWriter struct {
	w    io.Writer
	name string
}

func (m markingWriter) Write(p []byte) (int, error) {
	n, err := m.w.Write(p)
	if err != nil {
		err = &writeError{m.name, err}
	}
	return n, err
}

// bufferSize keeps system calls rare and the first findings early, in bytes.
const bufferSize = 64 << 10

func newOutput(w io.Writer, name string) *output {
	return &output{Writer: bufio.NewWriterSize(markingWriter{w, name}, bufferSize), name: name}
}

// output opens what --output names, standard output for "" and "-".
func (c *command) output(name string, inputs []string) (*output, error) {
	if name == "" || name == "-" {
		return newOutput(c.Stdout, ""), nil
	}
	path := c.path(name)
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, usage("error.output-folder", "path", name)
	case err == nil && c.isInput(info, inputs):
		return nil, usage("error.output-is-input", "path", name)
	case err == nil && !info.Mode().IsRegular():
		return openDevice(path, name)
	case err == nil:
		// A link stays a link; the file it points to is replaced.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, &writeError{name, err}
		}
	}
	f, err := c.temps.create(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("error.missing-path", "path", filepath.Dir(name)).hint("hint.output-folder")
	}
	if err != nil {
		return nil, &writeError{name, err}
	}
	out := newOutput(f, name)
	out.file, out.final, out.temps = f, path, &c.temps
	return out, nil
}

// openDevice opens a pipe or a device, which cannot be replaced.
func openDevice(path, name string) (*output, error) {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, &writeError{name, err}
	}
	out := newOutput(f, name)
	out.file = f
	return out, nil
}

func (c *command) isInput(info fs.FileInfo, inputs []string) bool {
	for _, in := range inputs {
		if other, err := os.Stat(c.path(in)); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// commit makes what was written final.
func (o *output) commit() error {
	if err := o.Flush(); err != nil || o.file == nil {
		return err
	}
	if err := o.settle(); err != nil {
		return &writeError{o.name, err}
	}
	return nil
}

func (o *output) settle() error {
	if o.final == "" {
		return o.file.Close()
	}
	if err := o.file.Sync(); err != nil {
		return err
	}
	if err := o.file.Close(); err != nil {
		return err
	}
	return o.temps.rename(o.file.Name(), o.final)
}

// discard throws away what was not committed. It may follow a commit.
func (o *output) discard() {
	switch {
	case o.file == nil:
	case o.final == "":
		o.file.Close()
	default:
		o.temps.remove(o.file)
	}
}

// explainWrite says a writeError to the user.
func explainWrite(e *writeError) *fault {
	var f *fault
	switch {
	case e.name != "":
		f = failed("error.output-file", "path", e.name)
	case errors.Is(e.err, syscall.EPIPE), errors.Is(e.err, io.ErrClosedPipe):
		return failed("error.output-closed")
	default:
		f = failed("error.output")
	}
	switch {
	case errors.Is(e.err, syscall.ENOSPC):
		f.hint("hint.full")
	case errors.Is(e.err, fs.ErrPermission):
		f.hint("hint.permission")
	}
	if e.name != "" {
		f.hint("hint.output-elsewhere")
	}
	return f
}
