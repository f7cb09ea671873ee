package chat

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"time"
)

// Open reads the exports at path: a text, a zip, or a folder with any number
// of both. Errors are of type *Error.
func Open(path string, opt Options) ([]*Chat, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileError(path, err)
	}
	switch {
	case info.IsDir():
		return openFolder(path, opt)
	case !info.Mode().IsRegular():
		return nil, &Error{Code: NotAFile, Path: path}
	}
	return Read(path, File(path), opt)
}

// Read reads the export that src holds, a text or a zip. name stands for it in
// errors and in Chat.Path. Errors are of type *Error.
func Read(name string, src Source, opt Options) ([]*Chat, error) {
	in, err := src.Open()
	if err != nil {
		return nil, fileError(name, err)
	}
	defer in.Close()
	if isZip(in) {
		return readZip(name, src, in, opt)
	}
	c := &Chat{Path: name, Name: title(filepath.Base(name))}
	size := in.Size()
	c.open = func() (io.ReadCloser, error) {
		in, err := openSized(src, size)
		if err != nil {
			return nil, err
		}
		return newSizedReader(in), nil
	}
	if err := c.learn(opt); err != nil {
		return nil, err
	}
	if err := c.identify(in); err != nil {
		return nil, err
	}
	return []*Chat{c}, nil
}

// isZip looks for the signature of a local file or of an empty archive.
func isZip(r io.ReaderAt) bool {
	var head [4]byte
	if _, err := r.ReadAt(head[:], 0); err != nil {
		return false
	}
	return bytes.Equal(head[:], []byte("PK\x03\x04")) || bytes.Equal(head[:], []byte("PK\x05\x06"))
}

// identify sets the size and the hash of the input as given.
func (c *Chat) identify(in Input) error {
	sum, err := hashOf(in)
	if err != nil {
		return c.wrap(err)
	}
	c.SHA256, c.Bytes = sum, in.Size()
	return nil
}

func hashOf(in Input) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(in, 0, in.Size())); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// learn runs the first pass and fills the chat from it.
func (c *Chat) learn(opt Options) error {
	p, err := learn(c.open, opt)
	if err != nil {
		return c.wrap(err)
	}
	c.profile = p
	c.Encoding = p.encoding
	c.Order, c.Ambiguous = p.stretches[0].order, p.ambiguous
	c.MessageCount = p.count
	c.Participants = p.people.list()
	c.First, c.Last = time.Unix(p.from, 0).UTC(), time.Unix(p.to, 0).UTC()
	c.noteProblems(p)
	return nil
}

// noteProblems lists what the first pass could not take as it stands.
func (c *Chat) noteProblems(p *profile) {
	c.addTally(Preamble, tally{p.preamble, 1})
	c.addTally(InvalidBytes, p.invalid)
	c.addTally(NulBytes, p.nul)
	c.addTally(TooManySenders, p.people.lost)
	for _, cut := range p.cut {
		c.addProblem(cut)
	}
	for _, line := range p.invalidDates {
		c.addProblem(Problem{Code: ImpossibleDate, Line: line, Count: 1})
	}
	c.ProblemsDropped += p.cutCount - len(p.cut) + p.invalidCount - len(p.invalidDates)
}

func (c *Chat) addTally(code ProblemCode, t tally) {
	if t.count > 0 {
		c.addProblem(Problem{Code: code, Line: t.line, Count: t.count})
	}
}

// probeLen is how much of a text beside a chat is searched for a header: an
// export begins with one, a document that was sent in the chat does not.
const probeLen = 64 << 10

// holdsHeader reports whether the beginning of a text holds a header.
func holdsHeader(open opener) bool {
	probe := func() (io.ReadCloser, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return struct {
			io.Reader
			io.Closer
		}{io.LimitReader(r, probeLen), r}, nil
	}
	p, err := sniff(probe)
	if err != nil {
		return false
	}
	r, err := probe()
	if err != nil {
		return false
	}
	defer r.Close()
	lines := newLineReader(r, p.encoding)
	for {
		line, err := lines.next()
		if err != nil {
			return false
		}
		if parseHeader(line, new(header)) {
			return true
		}
	}
}
