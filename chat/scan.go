package chat

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// stretch is a part of a file whose headers have one signature. Nearly every
// file is a single stretch; a changed clock setting begins another.
type stretch struct {
	shape     shape
	pad       [padFields]padding // unknown: no line has shown it
	from      int                // line of its first header
	order     DateOrder
	eastAsian bool
	upper     bool
}

// fits reports whether h is a header of st: same shape, and no field padded
// against the habit of the file.
func (st *stretch) fits(h *header) bool {
	if h.shape != st.shape {
		return false
	}
	for f, p := range h.pad {
		if p != unknown && st.pad[f] != unknown && p != st.pad[f] {
			return false
		}
	}
	return true
}

// isUS reports whether the stamps look as on a phone set to the United States:
// slashes, no padding, two-digit year, AM or PM in capitals.
func (st *stretch) isUS() bool {
	return st.shape.sep[0] == '/' && !st.shape.wideYear && st.shape.meridiem == after && st.upper &&
		st.pad[0] != padded && st.pad[1] != padded && st.pad[padFields-1] != padded
}

// yearLeads reports whether the stamps can only be year, month, day.
func (st *stretch) yearLeads() bool {
	return st.shape.yearFirst || st.eastAsian && !st.shape.wideYear
}

// gate decides which lines are headers.
type gate interface {
	// admit parses line, which has the given number, and reports whether it is
	// a header, and of which stretch.
	admit(line []byte, number int, h *header) (stretch int, ok bool)
}

// knownFormat admits the headers of stretches that were learned before.
type knownFormat struct {
	stretches []stretch
	current   int
	parser    headerParser
}

func (k *knownFormat) admit(line []byte, number int, h *header) (int, bool) {
	if !k.parser.parse(line, h) {
		return 0, false
	}
	if next := k.current + 1; next < len(k.stretches) && number >= k.stretches[next].from {
		k.current = next
	}
	return k.current, k.stretches[k.current].fits(h)
}

// entry is a header line with the lines that continue it.
type entry struct {
	header
	stretch int
	line    int    // number of the header line
	head    []byte // the stamp, with everything up to its end
	body    []byte // everything behind the stamp, lines joined with LF, marks kept
	ends    []byte // of each line, see lineEnd
	first   int    // length of the header line's part of body
	cut     int    // bytes that did not fit into MaxText
}

// scanner joins lines to entries.
type scanner struct {
	lines    *lineReader
	gate     gate
	entry    *entry // being filled
	ahead    *entry // the one returned last, to be reused
	begun    bool
	preamble int // lines before the first header
}

func newScanner(lines *lineReader, g gate) *scanner {
	return &scanner{lines: lines, gate: g, entry: new(entry), ahead: new(entry)}
}

// next returns the next entry, valid until the following call, or io.EOF.
func (s *scanner) next() (*entry, error) {
	for {
		line, err := s.lines.next()
		if err == io.EOF && s.begun {
			s.begun = false
			return s.entry, nil
		}
		if err != nil {
			return nil, err
		}
		if at, ok := s.gate.admit(line, s.lines.line, &s.ahead.header); ok {
			s.ahead.begin(line, s.lines, at)
			s.entry, s.ahead = s.ahead, s.entry
			if s.begun {
				return s.ahead, nil
			}
			s.begun = true
			continue
		}
		if s.begun {
			s.entry.extend(line, s.lines.cut, s.lines.end)
		} else {
			s.preamble++
		}
	}
}

func (e *entry) begin(line []byte, lines *lineReader, stretch int) {
	e.line, e.cut, e.stretch = lines.line, lines.cut, stretch
	e.head = append(e.head[:0], line[:e.rest]...)
	e.body = append(e.body[:0], line[e.rest:]...)
	e.ends = append(e.ends[:0], lines.end)
	e.first = len(e.body)
}

func (e *entry) extend(line []byte, cut int, end byte) {
	e.cut += cut
	if room := MaxText - len(e.body) - 1; len(line) > room {
		e.cut += len(line) - max(room, 0)
		line = line[:max(room, 0)]
		if room < 0 {
			return
		}
	}
	e.ends = append(e.ends, end)
	e.body = append(e.body, '\n')
	e.body = append(e.body, line...)
}

// iphone reports whether every line of this framing names a sender.
func (e *entry) iphone() bool { return e.shape.frame != dash }

// split finds the end of the sender's name on the header line. A line without
// a sender is a notice. name and body are parts of e.body.
func (e *entry) split() (name, body []byte, notice bool) {
	head := e.body[:e.first]
	if e.shape.frame == bracket && bytes.HasPrefix(head, []byte("- ")) {
		return nil, e.body[2:], true
	}
	end, start := nameEnd(head, 0)
	if end < 0 {
		return nil, e.body, true
	}
	if closing := quoteAround(head, end); closing > 0 {
		if e.shape.frame != bracket {
			return nil, e.body, true
		}
		if after, body := nameEnd(head, closing); after > 0 {
			end, start = after, body
		}
	}
	if isBlankName(head[:end]) || end > maxName && utf8.RuneCount(head[:end]) > maxName {
		return nil, e.body, true
	}
	return head[:end], e.body[start:], false
}

// nameEnd returns where the name ends that begins b, and where the text begins
// behind its ": ". A colon at the end of the line ends a name too. The search
// begins at from; end is -1 if there is no such colon.
func nameEnd(b []byte, from int) (end, start int) {
	for i := from; i < len(b); i++ {
		colon := bytes.IndexByte(b[i:], ':')
		if colon < 0 {
			break
		}
		i += colon
		after := i + 1
		for n := markLen(b[after:]); n > 0; n = markLen(b[after:]) {
			after += n
		}
		switch {
		case after < len(b) && b[after] != ' ':
		case after == i+1 && after < len(b):
			return i, after + 1
		default:
			return i, i + 1 // the marks belong to the text
		}
	}
	return -1, -1
}

func isBlankName(name []byte) bool {
	for _, c := range name {
		if c > ' ' && c < utf8.RuneSelf {
			return false
		}
	}
	return cleanName(name) == ""
}

// quoteClosers maps an opening quotation mark to those that close it.
var quoteClosers = map[rune]string{
	'„': "“”", '“': "”", '”': "”", '«': "»", '»': "«", '‹': "›", '›': "‹",
	'‘': "’", '‚': "‘’", '「': "」", '『': "』", '"': `"`, '《': "》",
}

// quoteAround returns the offset behind the closing mark when a quotation opens
// before the colon at end and closes after it, else 0.
func quoteAround(head []byte, end int) int {
	if isPlainASCII(head[:end]) {
		return 0
	}
	closers := ""
	for i := 0; i < len(head); {
		r, n := utf8.DecodeRune(head[i:])
		i += n
		switch {
		case closers == "":
			if i > end {
				return 0
			}
			closers = quoteClosers[r]
		case containsRune(closers, r):
			if i > end {
				return i
			}
			closers = ""
		}
	}
	return 0
}

func isPlainASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf || c == '"' {
			return false
		}
	}
	return true
}

func containsRune(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}
