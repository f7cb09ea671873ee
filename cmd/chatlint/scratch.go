package main

import (
	"bytes"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/redact"
)

// scratch holds a text in memory, and a large one in a temporary file.
type scratch struct {
	*command
	head bytes.Buffer
	file *spoolFile // nil as long as the text is small
}

func (c *command) scratch() (redact.Scratch, error) { return &scratch{command: c}, nil }

// Write adds to the text.
func (s *scratch) Write(p []byte) (int, error) {
	if s.file == nil {
		if s.head.Len()+len(p) <= spoolLimit {
			return s.head.Write(p)
		}
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	n, err := s.file.file.Write(p)
	s.file.size += int64(n)
	if err != nil {
		return n, spoolFault(err)
	}
	return n, nil
}

// spill moves the text to a file, which goes at once where an open file can be
// removed.
func (s *scratch) spill() error {
	f, err := s.temps.create("", "chatlint-*.tmp")
	if err != nil {
		return spoolFault(err)
	}
	s.file = &spoolFile{file: f, temps: &s.temps}
	s.temps.unlink(f)
	n, err := s.head.WriteTo(f)
	s.file.size = n
	if err != nil {
		return spoolFault(err)
	}
	return nil
}

// Source returns what was written.
func (s *scratch) Source() chat.Source {
	if s.file != nil {
		return s.file
	}
	return chat.Bytes(s.head.Bytes())
}

// Release removes the file.
func (s *scratch) Release() {
	if s.file != nil {
		s.file.Close()
	}
}
