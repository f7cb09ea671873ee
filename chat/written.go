package chat

import (
	"archive/zip"
	"bytes"
	"io"
	"iter"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Written is a message with the text that it was read from, cut at its joints,
// so that a copy of the export can be written with other names and words: Head,
// Name, Joint and Body follow each other in the file.
type Written struct {
	Message
	Head  string   // the stamp with its frame and the blank behind it
	Name  string   // of the sender, with its marks; of a notice only where the line names one
	Joint string   // the colon with its blank and marks, "" without a Name
	Body  string   // everything else, marks kept, lines joined with LF
	Ends  []string // what ends each line of the body: "\n", "\r\n", or "" at the end of the text
}

// Written streams the messages of the chat with their text. Of a message that
// exceeds MaxText the rest is missing. An error ends the sequence.
func (c *Chat) Written() iter.Seq2[Written, error] {
	return func(yield func(Written, error) bool) {
		for e, err := range c.entries() {
			var w Written
			if err == nil {
				w = e.reader.written(e.entry)
			}
			if !yield(w, err) || err != nil {
				return
			}
		}
	}
}

func (r *messageReader) written(e *entry) Written {
	w := Written{Message: r.message(e), Head: string(e.head)}
	name := r.nameLen(e)
	w.Name, w.Joint = cutJoint(string(e.body[:name]))
	w.Body = string(e.body[name:])
	for _, end := range e.ends {
		w.Ends = append(w.Ends, lineEnds[end])
	}
	return w
}

var lineEnds = [...]string{noEnd: "", lineFeed: "\n", carriageReturn: "\r", lineFeed | carriageReturn: "\r\n"}

// nameLen returns how many bytes of the body the name takes, with its joint.
func (r *messageReader) nameLen(e *entry) int {
	name, body, notice := e.split()
	if notice {
		return 0
	}
	if who := r.who(name); who != nil {
		if body, notice = r.behindName(who, e, body); notice {
			return 0
		}
	}
	return len(e.body) - len(body)
}

// cutJoint divides "Jana: " into the name and what stands behind it. The last
// colon is the joint: only blanks and marks follow it.
func cutJoint(s string) (name, joint string) {
	b := []byte(s)
	if i := bytes.LastIndexByte(b, ':'); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// Preamble returns the number of lines before the first message.
func (c *Chat) Preamble() int {
	for _, p := range c.Problems {
		if p.Code == Preamble && p.Line > 0 {
			return p.Count
		}
	}
	return 0
}

// Encode returns a writer that takes UTF-8 and writes to w in the encoding of
// the chat. The caller closes it, which leaves w open.
func (c *Chat) Encode(w io.Writer) io.WriteCloser {
	switch c.Encoding {
	case utf16LEEncoding:
		return transform.NewWriter(w, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder())
	case utf16BEEncoding:
		return transform.NewWriter(w, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder())
	case win1252Encoding:
		return transform.NewWriter(w, encoding.ReplaceUnsupported(charmap.Windows1252.NewEncoder()))
	}
	return transform.NewWriter(w, transform.Nop)
}

// Unmark returns s without the invisible marks that WhatsApp writes. The
// offsets tell where each byte of the result stands in s, and the last one is
// the length of s; they are nil where s holds no mark.
func Unmark(s string) (clean string, offsets []int) {
	b := []byte(s)
	if !hasMark(b) {
		return s, nil
	}
	out := make([]byte, 0, len(b))
	offsets = make([]int, 0, len(b)+1)
	for i := 0; i < len(b); {
		if n := markLen(b[i:]); n > 0 {
			i += n
			continue
		}
		out, offsets = append(out, b[i]), append(offsets, i)
		i++
	}
	return string(out), append(offsets, len(b))
}

// EntryName returns the name of a zip's entry as Chat.Entry and Attachment.Name
// give it: old tools write another encoding than UTF-8.
func EntryName(f *zip.File) string { return entryName(f) }
