package main

import (
	"bytes"
	"errors"
	"io"
	"testing"
)

// sameForever never ends and holds one kind of byte.
type sameForever struct{}

func (sameForever) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// A stream fills the disk up to a limit and leaves nothing there.
func TestEndlessStream(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const limit = spoolLimit + 1<<20
	for _, c := range []struct {
		name string
		r    io.Reader
		ok   bool
	}{
		{"endless", sameForever{}, false},
		{"one byte too many", bytes.NewReader(make([]byte, limit+1)), false},
		{"up to the limit", bytes.NewReader(make([]byte, limit)), true},
	} {
		e, _, _ := testEnv(t)
		source, closer, err := (&command{Env: e}).spoolUpTo(limit, stdinPath, c.r)
		if (err == nil) != c.ok {
			t.Fatalf("%s: %v", c.name, err)
		}
		if f, ok := errors.AsType[*fault](err); !c.ok && (!ok || f.what.key != "error.endless" || f.exit != exitFailed) {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.ok {
			in, err := source.Open()
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(in); err != nil || len(got) != limit {
				t.Errorf("%s: %d bytes, %v", c.name, len(got), err)
			}
			closer.Close()
		}
		if left := tempFiles(t); len(left) > 0 {
			t.Errorf("%s: %q left", c.name, left)
		}
	}
}
