package chat

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// frame is how a header line sets its stamp apart from the rest.
type frame uint8

const (
	dash    frame = iota // DATE, TIME - rest (Android)
	bracket              // [DATE, TIME] rest (iPhone, Desktop, Web copy)
	colon                // DATE TIME: rest (iPhone until about 2016)
)

// place says where the word for the half of the day stands.
type place uint8

const (
	nowhere place = iota
	before        // 오후 1:37
	after         // 1:37 PM
)

// shape is the signature of a header: everything about the way its date and
// time are written that does not change from one message to the next. Two
// headers of one phone have equal shapes, padding apart.
type shape struct {
	frame     frame
	timeFirst bool
	zero      rune     // zero of the digit set
	sep       [2]rune  // between the date fields
	gap       [2]bool  // blank after that separator
	tail      rune     // behind the date: '.', 日, г or 0
	yearFirst bool     // first field has four digits or an era
	wideYear  bool     // four digits
	era       bool     // R4: year of a Japanese reign
	buddhist  bool     // marked BE
	comma     rune     // behind the date: ',' or U+060C, 0 for none
	word      [16]byte // between date and time: klo, à …
	timeSep   byte     // ':' or '.'
	seconds   bool
	meridiem  place
	hourWord  bool // Bulgarian ч. behind the time
}

// padding says how a field below ten is written.
type padding uint8

const (
	unknown padding = iota // ten or more: shows nothing
	padded
	unpadded
)

// Fields of a stamp that can be padded: three of the date, and the hour.
const padFields = 4

// stamp is a date and a time as written, before the order of day and month is
// known.
type stamp struct {
	shape     shape
	date      [3]int // fields in the order of the file
	reign     int    // year before the first of the reign, with shape.era
	pad       [padFields]padding
	hour      int // 0..24 after the meridiem
	min, sec  int
	period    period
	eastAsian bool // meridiem in Han, Hangul or Kana before the time
	upper     bool // meridiem in upper-case Latin letters
}

// numStamp is how many numbers a stamp can hold: three of the date, hour,
// minute, second.
const numStamp = 6

// header is a header line cut at its stamp.
type header struct {
	stamp
	lead bool // directional mark before the bracket: the line carries media
	rest int  // offset of what follows the stamp
}

// parseHeader parses line as a header of any shape.
func parseHeader(line []byte, h *header) bool {
	rest, lead := skipMarks(line)
	if len(rest) == 0 || !canStart(rest) {
		return false
	}
	c := cursor{b: rest}
	return c.header(line, lead, h)
}

// header parses what follows the marks at the start of line.
func (c *cursor) header(line []byte, lead bool, h *header) bool {
	rest := c.b
	*h = header{}
	if rest[0] == '[' {
		c.i++
		h.lead, h.shape.frame = lead, bracket
		if !c.stamp(&h.stamp) {
			return false
		}
	} else if !c.stamp(&h.stamp) {
		return false
	}
	if !c.close(&h.stamp) {
		return false
	}
	h.rest = len(line) - len(rest) + c.i
	return h.isNamed(line)
}

// isNamed reports whether what follows the stamp can follow one. Behind a
// bracket stands a name, the Desktop's hyphen, or generated text: anything else
// was pasted, or is a header that was cut off.
func (h *header) isNamed(line []byte) bool {
	if h.shape.frame != bracket {
		return true
	}
	rest := line[h.rest:]
	if end, _ := nameEnd(rest, 0); end > 0 {
		return true
	}
	return bytes.HasPrefix(rest, []byte("- ")) || isMarked(rest)
}

// canStart rejects most continuation lines by their first byte.
func canStart(b []byte) bool {
	c := b[0]
	switch {
	case c == '[' || c >= '0' && c <= '9':
		return true
	case c < utf8.RuneSelf:
		return len(b) > 1 && reignStart(rune(c)) >= 0 && b[1] >= '0' && b[1] <= '9'
	}
	if _, _, n := digit(b); n > 0 {
		return true
	}
	r, _ := utf8.DecodeRune(b)
	return reignStart(r) >= 0 || isEastAsian(b)
}

// cursor walks through a line.
type cursor struct {
	b     []byte
	i     int
	found int           // numbers read so far
	at    [numStamp]int // where they begin
}

func (c *cursor) skipMarks() {
	for c.i < len(c.b) {
		n := markLen(c.b[c.i:])
		if n == 0 {
			return
		}
		c.i += n
	}
}

// blanks skips marks and blanks and reports whether there was a blank.
func (c *cursor) blanks() bool {
	seen := false
	for c.i < len(c.b) {
		if n := blankLen(c.b[c.i:]); n > 0 {
			c.i += n
			seen = true
		} else if n := markLen(c.b[c.i:]); n > 0 {
			c.i += n
		} else {
			break
		}
	}
	return seen
}

// peek returns the next byte behind marks, 0 at the end.
func (c *cursor) peek() byte {
	c.skipMarks()
	if c.i < len(c.b) {
		return c.b[c.i]
	}
	return 0
}

func (c *cursor) accept(b byte) bool {
	if c.peek() != b || c.i >= len(c.b) {
		return false
	}
	c.i++
	return true
}

// number reads one to four digits of one set and returns how many there were.
func (c *cursor) number(zero *rune) (value, width int) {
	c.skipMarks()
	c.at[min(c.found, numStamp-1)] = c.i
	c.found++
	for c.i < len(c.b) {
		v, z, n := digit(c.b[c.i:])
		if n == 0 {
			break
		}
		if *zero == 0 {
			*zero = z
		}
		if z != *zero || width == 4 {
			return 0, 0
		}
		value = value*10 + v
		width++
		c.i += n
	}
	return value, width
}

// stamp reads date and time in either order.
func (c *cursor) stamp(s *stamp) bool {
	start, frame := c.i, s.shape.frame
	if c.date(s) && c.between(s) && c.clock(s) && s.plausible() {
		return true
	}
	*s = stamp{shape: shape{frame: frame, timeFirst: true}}
	c.i, c.found = start, 0
	c.word(s)
	if !c.clock(s) {
		return false
	}
	s.shape.comma = c.comma()
	return c.blanks() && c.date(s) && s.plausible()
}

// date reads three numbers with their separators and the mark of an era.
func (c *cursor) date(s *stamp) bool {
	var width [3]int
	for f := range s.date {
		c.reign(s)
		s.date[f], width[f] = c.number(&s.shape.zero)
		if width[f] == 0 {
			return false
		}
		if f < 2 && !c.dateSep(s, f) {
			return false
		}
		s.setPad(f, s.date[f], width[f])
	}
	if !s.setYear(width) {
		return false
	}
	c.dateTail(s)
	return true
}

// setYear finds the place and the width of the year.
func (s *stamp) setYear(width [3]int) bool {
	first, last := width[0], width[2]
	if width[1] > 2 || first == 3 || last == 3 {
		return false
	}
	switch {
	case s.shape.era:
		return first <= 2 && last <= 2
	case first == 4:
		s.shape.yearFirst, s.shape.wideYear = true, true
		return last <= 2
	case last == 4:
		s.shape.wideYear = true
		return true
	}
	return last == 2 || first == 2
}

func (s *stamp) setPad(field, value, width int) {
	switch {
	case width == 2 && value < 10:
		s.pad[field] = padded
	case width == 1:
		s.pad[field] = unpadded
	}
}

// reign reads the letter or the name of a Japanese reign before its year.
func (c *cursor) reign(s *stamp) {
	c.skipMarks()
	r, n := utf8.DecodeRune(c.b[c.i:])
	start := reignStart(r)
	if start < 0 {
		return
	}
	next := c.i + n
	if r >= utf8.RuneSelf {
		_, m := utf8.DecodeRune(c.b[next:])
		next += m
	}
	if _, _, d := digit(c.b[next:]); d == 0 {
		return
	}
	c.i, s.reign, s.shape.era = next, start, true
	s.shape.yearFirst = s.shape.sep[0] == 0
}

// reignStart returns the year before the first year of a reign, or -1. Names
// of two characters are told by their first one.
func reignStart(r rune) int {
	switch r {
	case 'R', '令': // Reiwa
		return 2018
	case 'H', '平': // Heisei
		return 1988
	case 'S', '昭': // Shōwa
		return 1925
	case 'T', '大': // Taishō
		return 1911
	}
	return -1
}

func (c *cursor) dateSep(s *stamp, f int) bool {
	c.skipMarks()
	r, n := utf8.DecodeRune(c.b[c.i:])
	switch r {
	case '.', '/', '-', '年', '月':
	default:
		return false
	}
	c.i += n
	s.shape.sep[f], s.shape.gap[f] = r, c.blanks()
	return true
}

// dateTail reads what may stand behind the last number: a full stop (hr, ko),
// 日 (ja, zh), г. (bg) or BE for the Buddhist calendar.
func (c *cursor) dateTail(s *stamp) {
	c.skipMarks()
	r, n := utf8.DecodeRune(c.b[c.i:])
	if r == '.' || r == '日' {
		s.shape.tail = r
		c.i += n
	}
	mark := c.i
	c.blanks()
	if next := c.peek(); next == 'B' || next >= utf8.RuneSelf {
		for _, w := range dateWords {
			if bytes.HasPrefix(c.b[c.i:], []byte(w.text)) {
				c.i += len(w.text)
				s.shape.buddhist = w.tail == 0
				s.shape.tail = max(s.shape.tail, w.tail)
				return
			}
		}
	}
	c.i = mark
}

// dateWords are words behind the date; those without a tail mark the Buddhist
// era.
var dateWords = []struct {
	text string
	tail rune
}{{"BE", 0}, {"B.E.", 0}, {"พ.ศ.", 0}, {"г.", 'г'}}

func (c *cursor) comma() rune {
	c.skipMarks()
	r, n := utf8.DecodeRune(c.b[c.i:])
	switch r {
	case ',', '،', '、':
		c.i += n
		return r
	}
	return 0
}

// between reads the comma, the blank and the word that may stand between date
// and time. The word may be the half of the day, which then needs no blank.
func (c *cursor) between(s *stamp) bool {
	s.shape.comma = c.comma()
	blank := c.blanks()
	if _, _, n := digit(c.b[c.i:]); n > 0 {
		return blank
	}
	return c.word(s) && (blank || s.eastAsian)
}

// word reads letters before the time: the half of the day or a word like klo.
func (c *cursor) word(s *stamp) bool {
	run := c.run(func(rest []byte) bool { _, _, n := digit(rest); return n > 0 })
	if len(run) == 0 {
		return false
	}
	if p := lookupPeriod(run); p != noPeriod {
		s.setPeriod(before, p, run)
		return true
	}
	fields := bytes.Fields(run)
	if len(fields) != 1 || len(fields[0]) > len(s.shape.word) || len(fields[0]) == len(run) {
		return false
	}
	copy(s.shape.word[:], fields[0])
	return true
}

// setPeriod notes the half of the day.
func (s *stamp) setPeriod(at place, p period, word []byte) {
	s.shape.meridiem = at
	s.eastAsian = at == before && isEastAsian(word)
	s.upper = len(word) > 0 && (word[0] == 'A' || word[0] == 'P') && bytes.IndexByte(word, 'M') > 0
	s.period = p
}

// maxWord bounds the words inside a stamp, in bytes.
const maxWord = 48

// run consumes letters, combining marks, full stops and blanks up to a place
// where stop holds. It consumes nothing when anything else stands in between.
func (c *cursor) run(stop func(rest []byte) bool) []byte {
	for i := c.i; i < len(c.b) && i-c.i <= maxWord; {
		if stop(c.b[i:]) {
			run := c.b[c.i:i]
			c.i = i
			return run
		}
		r, n := utf8.DecodeRune(c.b[i:])
		if !isWordRune(r) && blankLen(c.b[i:]) == 0 && markLen(c.b[i:]) == 0 {
			return nil
		}
		i += n
	}
	return nil
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '.' || r == '"' || r == '״' || r == '\u200C' || r == '’'
}

// clock reads hour, minute, second and the half of the day behind them.
func (c *cursor) clock(s *stamp) bool {
	hour, width := c.number(&s.shape.zero)
	if width == 0 || width > 2 || hour > 24 {
		return false
	}
	s.setPad(padFields-1, hour, width)
	s.shape.timeSep = c.peek()
	if s.shape.timeSep != ':' && s.shape.timeSep != '.' {
		return false
	}
	c.i++
	if s.min, width = c.number(&s.shape.zero); width != 2 || s.min > 59 {
		return false
	}
	if c.peek() == s.shape.timeSep {
		if _, _, n := digit(c.b[c.i+1:]); n > 0 {
			c.i++
			s.shape.seconds = true
			if s.sec, width = c.number(&s.shape.zero); width != 2 || s.sec > 59 {
				return false
			}
		}
	}
	if !c.meridiem(s) {
		return false
	}
	s.hour = s.period.hour24(hour)
	return true
}

// meridiem reads the half of the day behind the time, if there is one.
func (c *cursor) meridiem(s *stamp) bool {
	mark := c.i
	c.blanks()
	next := c.peek()
	if next < utf8.RuneSelf && !unicode.IsLetter(rune(next)) {
		c.i = mark
		return true
	}
	if atEnd(c.b[c.i:]) {
		c.i = mark
		return true
	}
	if c.ascii12(s) {
		return true
	}
	run := c.run(atEnd)
	if p := lookupPeriod(run); p != noPeriod && s.shape.meridiem == nowhere {
		s.setPeriod(after, p, run)
		return true
	}
	word := foldPeriod(make([]byte, 0, maxWord), run)
	s.shape.hourWord = string(word) == "ч"
	return s.shape.hourWord
}

// ascii12 reads AM or PM, by far the most frequent words.
func (c *cursor) ascii12(s *stamp) bool {
	rest := c.b[c.i:]
	if len(rest) < 3 || rest[1]|0x20 != 'm' || isLetter(rest[2]) || rest[2] == '.' || s.shape.meridiem != nowhere {
		return false
	}
	p := am
	switch rest[0] | 0x20 {
	case 'a':
	case 'p':
		p = pm
	default:
		return false
	}
	s.setPeriod(after, p, rest[:2])
	c.i += 2
	return true
}

func isLetter(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf && b != 0xE2 && b != 0xC2
}

// atEnd reports whether a stamp can end here, blanks aside.
func atEnd(rest []byte) bool {
	c := cursor{b: rest}
	blank := c.blanks()
	switch c.peek() {
	case ']', ',', ':':
		return true
	case '-':
		return blank
	}
	return c.comma() != 0
}

// close reads the end of the frame and decides which frame it is.
func (c *cursor) close(s *stamp) bool {
	if s.shape.frame == bracket {
		c.blanks()
		if !c.accept(']') {
			return false
		}
		c.skipMarks()
		return c.accept(' ')
	}
	if s.shape.seconds && c.peek() == ':' {
		s.shape.frame = colon
		c.i++
		return c.accept(' ')
	}
	return c.blanks() && c.accept('-') && c.accept(' ')
}

// firstYear is the first number of four digits taken as a year, of whatever
// calendar.
const firstYear = 1000

// plausible rejects numbers that are a date in no order.
func (s *stamp) plausible() bool {
	d := s.date
	if s.shape.wideYear && max(d[0], d[2]) < firstYear {
		return false
	}
	if s.shape.yearFirst {
		return d[1] >= 1 && d[1] <= 12 && d[2] >= 1 && d[2] <= 31
	}
	dayMonth := func(day, month int) bool { return day >= 1 && day <= 31 && month >= 1 && month <= 12 }
	return dayMonth(d[0], d[1]) || dayMonth(d[1], d[0]) || s.eastAsian && dayMonth(d[2], d[1])
}
