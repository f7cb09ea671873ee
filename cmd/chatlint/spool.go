package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/chatlint/chatlint/chat"
)

// spoolLimit is how much of a stream is held in memory, in bytes. What is
// larger goes to a temporary file.
const spoolLimit = 8 << 20

// streamLimit is how much of a stream is kept at all, in bytes: as much as a text
// may have in a zip. A stream need not end, and a disk does.
const streamLimit = chat.MaxTextSize

// spool keeps all of a stream, because a chat is read twice. The caller closes
// what it returns after the last read.
func (c *command) spool(name string, r io.Reader) (chat.Source, io.Closer, error) {
	return c.spoolUpTo(streamLimit, name, r)
}

func (c *command) spoolUpTo(limit int64, name string, r io.Reader) (chat.Source, io.Closer, error) {
	var head bytes.Buffer
	n, err := io.CopyN(&head, r, spoolLimit+1)
	if errors.Is(err, io.EOF) {
		return chat.Bytes(head.Bytes()), io.NopCloser(nil), nil
	}
	if err != nil {
		return nil, nil, unreadable(name)
	}
	f, err := c.temps.create("", "chatlint-*.tmp")
	if err != nil {
		return nil, nil, spoolFault(err)
	}
	s := &spoolFile{file: f, size: n, temps: &c.temps}
	// Where an open file can be removed it goes at once, so that not even
	// SIGKILL leaves a chat behind.
	s.temps.unlink(f)
	in := &readMarker{r: io.LimitReader(r, limit+1-n)}
	err = s.fill(&head, in)
	switch {
	case err == nil && s.size <= limit:
		return s, s, nil
	case in.err != nil:
		err = unreadable(name)
	case err == nil:
		err = failed("error.endless").hint("hint.endless")
	default:
		err = spoolFault(err)
	}
	s.Close()
	return nil, nil, err
}

func unreadable(name string) *fault {
	if name == stdinPath {
		return failed("error.stdin")
	}
	return failed("error.unreadable", "path", name)
}

// spoolFile is an input in a temporary file.
type spoolFile struct {
	file  *os.File
	size  int64
	temps *temps
}

func (s *spoolFile) fill(head, rest io.Reader) error {
	if _, err := io.Copy(s.file, head); err != nil {
		return err
	}
	n, err := io.Copy(s.file, rest)
	s.size += n
	return err
}

// Open returns a reader from the start. All readers share the file.
func (s *spoolFile) Open() (chat.Input, error) {
	return spoolInput{io.NewSectionReader(s.file, 0, s.size)}, nil
}

// Close removes the file.
func (s *spoolFile) Close() error {
	s.temps.remove(s.file)
	return nil
}

type spoolInput struct{ *io.SectionReader }

func (spoolInput) Close() error { return nil }

// readMarker remembers an error of the reader, which io.Copy does not tell
// apart from one of the writer.
type readMarker struct {
	r   io.Reader
	err error
}

func (m *readMarker) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		m.err = err
	}
	return n, err
}

func spoolFault(err error) *fault {
	return explainWrite(&writeError{os.TempDir(), err})
}
