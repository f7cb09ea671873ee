package chat

import (
	"bytes"
	"io"
	"os"
)

// Source is an input that can be opened again: reading takes two passes.
type Source interface {
	Open() (Input, error)
}

// Input is an opened Source. The random access serves zip files.
type Input interface {
	io.ReadCloser
	io.ReaderAt
	Size() int64 // in bytes
}

// File returns the source of the file at path.
func File(path string) Source { return fileSource(path) }

// Bytes returns a source that holds its content in memory.
func Bytes(content []byte) Source { return bytesSource(content) }

type fileSource string

type fileInput struct {
	*os.File
	size int64
}

func (f fileInput) Size() int64 { return f.size }

// Open opens the file for reading.
func (f fileSource) Open() (Input, error) {
	file, err := os.Open(string(f))
	if err != nil {
		return nil, fileError(string(f), err)
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, fileError(string(f), err)
	}
	return fileInput{file, info.Size()}, nil
}

type bytesSource []byte

type bytesInput struct{ *bytes.Reader }

func (bytesInput) Close() error { return nil }

// Open returns a reader of the content.
func (b bytesSource) Open() (Input, error) { return bytesInput{bytes.NewReader(b)}, nil }

// opener opens the bytes of one chat text: a file, or an entry of a zip.
type opener func() (io.ReadCloser, error)
