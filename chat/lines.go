package chat

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The encodings that are read.
const (
	utf8Encoding    = "UTF-8"
	utf16LEEncoding = "UTF-16LE"
	utf16BEEncoding = "UTF-16BE"
	win1252Encoding = "Windows-1252"
)

// MaxText is how many bytes of one message are read. WhatsApp itself allows
// 65,536 characters; the limit only keeps hostile input out of the memory.
// What lies beyond is counted in a Problem.
const MaxText = 12 << 20

// bufferSize is the read buffer; longer lines are gathered in a second one. A
// zip may hold many small texts, so the first buffer is small.
const (
	firstBuffer = 8 << 10
	bufferSize  = 128 << 10
)

// lineReader cuts a text into lines and repairs their bytes. Lines end at LF;
// one CR before it is dropped. It is the only place that knows encodings.
type lineReader struct {
	src   io.Reader
	buf   []byte
	r, w  int    // unread part of buf
	long  []byte // line that does not fit into buf
	clean []byte // line after replacing invalid bytes
	err   error

	line      int  // number of the line returned last, 1-based
	cut       int  // bytes of that line beyond MaxText
	end       byte // how that line ends
	multibyte bool // valid UTF-8 beyond ASCII was seen
	invalid   tally
	nul       tally
}

// How a line ends; a carriage return at the end of the text stands alone.
const (
	noEnd          byte = 0
	lineFeed       byte = 1
	carriageReturn byte = 2
)

// tally counts something and knows where it came up first.
type tally struct{ count, line int }

func (t *tally) add(n, line int) {
	if t.count == 0 {
		t.line = line
	}
	t.count += n
}

// newLineReader starts reading src in encoding, one of the constants above.
func newLineReader(src io.Reader, encoding string) *lineReader {
	switch encoding {
	case utf16LEEncoding:
		src = transform.NewReader(src, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case utf16BEEncoding:
		src = transform.NewReader(src, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	case win1252Encoding:
		src = transform.NewReader(src, charmap.Windows1252.NewDecoder())
	}
	return &lineReader{src: src, buf: make([]byte, firstBuffer)}
}

// next returns the next line without its end. The slice is valid until the
// next call. At the end of the text it returns io.EOF.
func (l *lineReader) next() ([]byte, error) {
	raw, err := l.raw()
	if err != nil {
		return nil, err
	}
	l.line++
	return l.repair(raw), nil
}

// raw returns the bytes of the next line.
func (l *lineReader) raw() ([]byte, error) {
	l.long, l.cut = l.long[:0], 0
	for from := l.r; ; from = l.r {
		if i := bytes.IndexByte(l.buf[from:l.w], '\n'); i >= 0 {
			l.r, l.end = from+i+1, lineFeed
			return l.whole(l.buf[from : from+i]), nil
		}
		if l.err != nil {
			l.r, l.end = l.w, noEnd
			if rest := l.buf[from:l.w]; len(rest) > 0 || len(l.long) > 0 {
				return l.whole(rest), nil
			}
			return nil, l.err
		}
		if from > 0 {
			l.w = copy(l.buf, l.buf[from:l.w])
			l.r = 0
		}
		if l.w == len(l.buf) {
			l.gather(l.buf)
			l.w = 0
		}
		l.fill()
		if l.w == len(l.buf) && len(l.buf) < bufferSize {
			l.buf = append(make([]byte, 0, bufferSize), l.buf...)[:bufferSize]
		}
	}
}

// fill reads more bytes into the free end of the buffer.
func (l *lineReader) fill() {
	for range 100 {
		n, err := l.src.Read(l.buf[l.w:])
		l.w += n
		if err != nil {
			l.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	l.err = io.ErrNoProgress
}

// gather adds to the long line and counts what exceeds the limit.
func (l *lineReader) gather(part []byte) {
	room := MaxText - len(l.long)
	if len(part) > room {
		l.cut += len(part) - room
		part = part[:room]
	}
	l.long = append(l.long, part...)
}

// whole joins the last part of a line with what was gathered and drops the CR.
func (l *lineReader) whole(part []byte) []byte {
	if len(l.long) > 0 {
		l.gather(part)
		part = l.long
	}
	if n := len(part) - 1; n >= 0 && part[n] == '\r' {
		l.end |= carriageReturn
		part = part[:n]
	}
	return part
}

// repair counts NULs and replaces every maximal run of invalid bytes.
func (l *lineReader) repair(line []byte) []byte {
	if bytes.IndexByte(line, 0) >= 0 {
		l.nul.add(bytes.Count(line, []byte{0}), l.line)
	}
	if utf8.Valid(line) {
		l.multibyte = l.multibyte || !isASCII(line)
		return line
	}
	var runs int
	l.clean, runs = l.replaceInvalid(l.clean[:0], line)
	l.invalid.add(runs, l.line)
	return l.clean
}

// replaceInvalid appends line to dst with one U+FFFD per run of invalid bytes.
func (l *lineReader) replaceInvalid(dst, line []byte) ([]byte, int) {
	runs, inRun := 0, false
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if r == utf8.RuneError && n == 1 {
			if !inRun {
				dst = utf8.AppendRune(dst, utf8.RuneError)
				runs++
			}
			inRun = true
		} else {
			l.multibyte = l.multibyte || n > 1
			dst = append(dst, line[:n]...)
			inRun = false
		}
		line = line[n:]
	}
	return dst, runs
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// sniffLen is how many bytes sniffEncoding wants to see.
const sniffLen = 4

// sniffEncoding returns the encoding that a byte order mark announces, else
// UTF-8. Whether that holds shows only at the end of the text.
func sniffEncoding(head []byte) (string, error) {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(head, []byte{0, 0, 0xFE, 0xFF}):
		return "", &Error{Code: WrongEncoding, What: utf32Name}
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return utf16LEEncoding, nil
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return utf16BEEncoding, nil
	}
	return utf8Encoding, nil
}

const utf32Name = "UTF-32"
