package chat

import (
	"io"
	"sync"
)

// sharedInput is one opened input for all readers of a zip. A listing that is
// read anew for every text would cost the square of their number. The input is
// open only while somebody reads it.
type sharedInput struct {
	src  Source
	size int64 // when the listing was read

	mu    sync.Mutex
	in    Input
	users int
}

// acquire opens the input for one more user. Whoever gets no error calls
// release once.
func (s *sharedInput) acquire() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users == 0 {
		in, err := openSized(s.src, s.size)
		if err != nil {
			return err
		}
		s.in = in
	}
	s.users++
	return nil
}

// release closes the input behind its last user.
func (s *sharedInput) release() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.users--
	if s.users > 0 {
		return nil
	}
	in := s.in
	s.in = nil
	return in.Close()
}

// ReadAt reads for a user. The field needs no lock: it changes only while
// there is none.
func (s *sharedInput) ReadAt(p []byte, off int64) (int, error) { return s.in.ReadAt(p, off) }

// openSized opens a source that is to have size bytes, as it had before.
func openSized(src Source, size int64) (Input, error) {
	in, err := src.Open()
	if err != nil {
		return nil, err
	}
	if in.Size() != size {
		in.Close()
		return nil, &Error{Code: ChangedMeanwhile}
	}
	return in, nil
}

// sizedReader reads an input that has as many bytes as it had when it was
// opened first, whatever is done to the file meanwhile.
type sizedReader struct {
	in   Input
	left *io.SectionReader
}

func newSizedReader(in Input) *sizedReader {
	return &sizedReader{in, io.NewSectionReader(in, 0, in.Size())}
}

// Read fails where the input ends early.
func (r *sizedReader) Read(p []byte) (int, error) {
	n, err := r.left.Read(p)
	if at, _ := r.left.Seek(0, io.SeekCurrent); err == io.EOF && at < r.left.Size() {
		err = &Error{Code: ChangedMeanwhile}
	}
	return n, err
}

// Close closes the input.
func (r *sizedReader) Close() error { return r.in.Close() }
