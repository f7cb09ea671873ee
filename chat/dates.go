package chat

import (
	"bytes"
	"time"
)

// DateOrder is the order of day, month and year in the stamps of a chat.
type DateOrder uint8

// The date orders. Auto asks Open to derive the order from the file.
const (
	Auto         DateOrder = iota
	DayFirst               // 31.12.2024
	MonthFirst             // 12/31/2024
	YearFirst              // 2024-12-31
	numDateOrder = iota
)

var dateOrderNames = [numDateOrder]string{"auto", "dmy", "mdy", "ymd"}

// String returns auto, dmy, mdy or ymd.
func (o DateOrder) String() string {
	if int(o) < len(dateOrderNames) {
		return dateOrderNames[o]
	}
	return "invalid"
}

// MarshalText writes the name.
func (o DateOrder) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// ParseDateOrder is the inverse of String.
func ParseDateOrder(name string) (DateOrder, bool) {
	for o, n := range dateOrderNames {
		if n == name {
			return DateOrder(o), true
		}
	}
	return Auto, false
}

// buddhistFrom is the first year taken as one of the Buddhist era, which runs
// 543 years ahead, even without its mark.
const (
	buddhistFrom   = 2400
	buddhistOffset = 543
)

// day returns the date of s, read in order o, as days since 1970. When there
// is no such day, valid is false and the nearest sensible one is returned: the
// other order when that is a date, else the last day of the month.
func (s *stamp) day(o DateOrder) (days int, valid bool) {
	d, m, y := s.date[0], s.date[1], s.date[2]
	switch o {
	case MonthFirst:
		d, m = m, d
	case YearFirst:
		y, d = d, y
	}
	y = s.year(y)
	if m > 12 && d <= 12 {
		m, d = d, m
	} else {
		valid = m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
	}
	m = min(max(m, 1), 12)
	d = min(max(d, 1), daysIn(y, m))
	return daysSince1970(y, m, d), valid
}

func (s *stamp) year(y int) int {
	switch {
	case s.shape.era:
		return s.reign + y
	case y >= buddhistFrom:
		return y - buddhistOffset
	case y < 100 && s.shape.buddhist:
		return 2500 + y - buddhistOffset
	case y < 100:
		return 2000 + y
	}
	return y
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// daysSince1970 counts the days of the proleptic Gregorian calendar. The year
// begins in March so that the leap day is the last one.
func daysSince1970(y, m, d int) int {
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	yearOfEra := y - era*400
	dayOfYear := (153*(m-3)+2)/5 + d - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

// seconds returns the wall clock as seconds since 1970, as if it were UTC. A
// midnight written as 24:00 belongs to the day it stands beside.
func (s *stamp) seconds(day int) int64 {
	hour := s.hour % 24
	return int64(day)*86400 + int64(hour*3600+s.min*60+s.sec)
}

// wallClock is the time of s read in order o.
func (s *stamp) wallClock(o DateOrder) time.Time {
	day, _ := s.day(o)
	return time.Unix(s.seconds(day), 0).UTC()
}

// reading collects what speaks for and against one order of the dates.
type reading struct {
	order       DateOrder
	invalid     int   // dates that do not exist
	invalidAt   []int // their lines, the first few
	agree       int   // dates that equal the one in an attachment's name
	jumps       int   // steps back of more than one day
	first, last int   // day of the first and of the last message
	from, to    int64 // earliest and latest second
	seen        bool
}

// add notes the stamp of a message at line.
func (r *reading) add(s *stamp, line, attachment int) {
	day, valid := s.day(r.order)
	if !valid {
		r.invalid++
		if len(r.invalidAt) < maxProblems {
			r.invalidAt = append(r.invalidAt, line)
		}
	}
	if attachment != 0 && attachment == day {
		r.agree++
	}
	sec := s.seconds(day)
	if !r.seen {
		r.seen, r.first, r.last, r.from, r.to = true, day, day, sec, sec
		return
	}
	if r.last-day > 1 {
		r.jumps++
	}
	r.last = day
	r.from, r.to = min(r.from, sec), max(r.to, sec)
}

// span is the time from the first to the last day, in days, at least one.
func (r *reading) span() int64 { return (r.to-r.from)/86400 + 1 }

// decideOrder returns the reading that the evidence prefers, and whether
// nothing decided. dmy and mdy hold the evidence of the same messages. The
// rules stand in the order of docs/formats.md, strongest first.
func decideOrder(dmy, mdy *reading, st *stretch) (best *reading, ambiguous bool) {
	prefer := func(a, b int) *reading {
		switch {
		case a > b:
			return dmy
		case b > a:
			return mdy
		}
		return nil
	}
	if r := prefer(mdy.invalid, dmy.invalid); r != nil {
		return r, false
	}
	if r := prefer(dmy.agree, mdy.agree); r != nil {
		return r, false
	}
	if r := prefer(mdy.jumps, dmy.jumps); r != nil {
		return r, false
	}
	if s := st.shape.sep[1]; s == '.' || s == '-' {
		return dmy, false
	}
	if mdy.span() >= minSpanRatio*dmy.span() {
		return dmy, false
	}
	if dmy.span() >= minSpanRatio*mdy.span() {
		return mdy, false
	}
	if st.isUS() {
		return mdy, false
	}
	return dmy, true
}

// minSpanRatio is how much longer one reading must make a chat than the other
// for the shorter one to be believed.
const minSpanRatio = 3

// attachmentDay returns the day in the name of an attachment, as days since
// 1970, or 0: IMG-20230504-WA0001.jpg, 00000012-PHOTO-2023-05-04-13-37-08.jpg.
func attachmentDay(body []byte) int {
	for {
		i := bytes.Index(body, []byte("-20"))
		if i < 0 {
			return 0
		}
		if day := dayAt(body, i+1); day != 0 {
			return day
		}
		body = body[i+1:]
	}
}

// dayAt reads YYYYMMDD-WA or YYYY-MM-DD- behind a hyphen and capital letters.
func dayAt(body []byte, i int) int {
	if i < 4 || !isUpper(body[i-2]) || !isUpper(body[i-3]) || !isUpper(body[i-4]) {
		return 0
	}
	var ymd [3]int
	rest := body[i:]
	dashed := len(rest) > 10 && rest[4] == '-' && rest[7] == '-' && rest[10] == '-'
	for f, width := range [3]int{4, 2, 2} {
		if len(rest) < width {
			return 0
		}
		for _, c := range rest[:width] {
			if c < '0' || c > '9' {
				return 0
			}
			ymd[f] = ymd[f]*10 + int(c-'0')
		}
		rest = rest[width:]
		if dashed {
			rest = rest[1:]
		}
	}
	if !dashed && !bytes.HasPrefix(rest, []byte("-WA")) {
		return 0
	}
	if ymd[1] < 1 || ymd[1] > 12 || ymd[2] < 1 || ymd[2] > daysIn(ymd[0], ymd[1]) {
		return 0
	}
	return daysSince1970(ymd[0], ymd[1], ymd[2])
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
