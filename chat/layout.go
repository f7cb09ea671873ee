package chat

// headerParser parses headers. It remembers the layout of those it has parsed:
// most lines differ from an earlier one only in their digits, and then the
// numbers can be read where they stood before. The result is the same as that
// of parseHeader.
type headerParser struct {
	layouts [numLayouts]layout
	known   int // layouts in use
	last    int // the one that fitted last
}

// numLayouts is enough for every width of day, month and hour, before and
// after noon.
const numLayouts = 16

// layout is a stamp with ASCII digits that was parsed, with its frame.
type layout struct {
	text   []byte // from the first byte of the line to the rest
	header header
	at     [numStamp]int
	count  int // numbers
}

// parse parses line as a header of any shape.
func (p *headerParser) parse(line []byte, h *header) bool {
	for i := range p.known {
		k := (p.last + i) % p.known
		if l := &p.layouts[k]; l.fits(line) && l.read(line, h) {
			p.last = k
			return h.isNamed(line)
		}
	}
	rest, lead := skipMarks(line)
	if len(rest) == 0 || !canStart(rest) {
		return false
	}
	c := cursor{b: rest}
	if !c.header(line, lead, h) {
		return false
	}
	if c.found <= numStamp && h.shape.zero == '0' {
		for i := range c.at {
			c.at[i] += len(line) - len(rest)
		}
		p.remember(line, h, &c)
	}
	return true
}

func (p *headerParser) remember(line []byte, h *header, c *cursor) {
	k := p.known
	if k == numLayouts {
		k = (p.last + 1) % numLayouts
	} else {
		p.known++
	}
	p.layouts[k] = layout{text: append(p.layouts[k].text[:0], line[:h.rest]...), header: *h, at: c.at, count: c.found}
	p.last = k
}

// fits reports whether line differs from the layout only in its digits.
func (l *layout) fits(line []byte) bool {
	if len(line) < len(l.text) {
		return false
	}
	for i, c := range l.text {
		if d := line[i]; d != c && (c-'0' > 9 || d-'0' > 9) {
			return false
		}
	}
	return true
}

// read fills h from a line that fits. It declines numbers out of range, which
// only the full parser judges.
func (l *layout) read(line []byte, h *header) bool {
	var n [numStamp]int
	for i := range l.count {
		for _, c := range line[l.at[i]:] {
			if c -= '0'; c > 9 {
				break
			}
			n[i] = n[i]*10 + int(c)
		}
	}
	*h = l.header
	date, clock := n[:3], n[3:]
	if h.shape.timeFirst {
		clock, date = n[:l.count-3], n[l.count-3:]
	}
	copy(h.date[:], date)
	h.min, h.sec = clock[1], 0
	if h.shape.seconds {
		h.sec = clock[2]
	}
	if clock[0] > 24 || h.min > 59 || h.sec > 59 || !h.plausible() {
		return false
	}
	h.hour = h.period.hour24(clock[0])
	for f, d := range h.date {
		h.repad(f, d)
	}
	h.repad(padFields-1, clock[0])
	return true
}

// repad corrects the padding of a field whose width is known and whose value
// has changed: only one digit is unpadded, and ten or more shows nothing.
func (s *stamp) repad(field, value int) {
	wide := s.shape.wideYear && (field == 0 && s.shape.yearFirst || field == 2 && !s.shape.yearFirst)
	switch {
	case s.pad[field] == unpadded || wide:
	case value < 10:
		s.pad[field] = padded
	default:
		s.pad[field] = unknown
	}
}
