package detector

// date is a calendar date as people write it.
type date struct {
	day, month, year int
	last             int  // its last token
	short            bool // the year has two digits
	spoken           bool // the day or the year is told in words
}

// months are the month names, abbreviated or not, German (also Austrian) and English.
var months = map[string]int{
	"jan": 1, "januar": 1, "jänner": 1, "jaenner": 1, "january": 1, "feb": 2, "februar": 2, "feber": 2, "february": 2,
	"mär": 3, "mrz": 3, "märz": 3, "maerz": 3, "mar": 3, "march": 3, "apr": 4, "april": 4, "mai": 5, "may": 5,
	"jun": 6, "juni": 6, "juno": 6, "june": 6, "jul": 7, "juli": 7, "julei": 7, "july": 7, "aug": 8, "august": 8,
	"sep": 9, "sept": 9, "september": 9, "okt": 10, "oktober": 10, "oct": 10, "october": 10,
	"nov": 11, "november": 11, "dez": 12, "dezember": 12, "dec": 12, "december": 12,
}

// dateAt reads a date with a year that starts at token i: 12.3.84, 12/03/1984,
// 1984-03-12, 12. März 84, 9th Feb '41, July 14, 1962.
func (t *Text) dateAt(i int) (date, bool) {
	if day := t.spokenDay(i); day > 0 {
		return t.spokenDate(i, day)
	}
	if t.kind(i) == Word && !t.Tokens[i].Digit {
		return t.monthFirst(i)
	}
	if d, ok := t.numericDate(i); ok {
		return d, ok
	}
	return t.namedMonth(i)
}

// numericDate reads three numbers with the same sign between.
func (t *Text) numericDate(i int) (date, bool) {
	a, b, c := t.number(i), t.number(i+2), t.number(i+4)
	if a < 0 || b < 0 || c < 0 || t.gap(i) != 0 || t.gap(i+2) != 0 || t.gap(i+1) > 1 || t.gap(i+3) > 1 {
		return date{}, false
	}
	sign := t.Of(i + 1)
	if !t.separator(i+1) || t.Of(i+3) != sign || sign != "." && (t.gap(i+1) > 0 || t.gap(i+3) > 0) {
		return date{}, false
	}
	if t.size(i) == 4 && t.size(i+2) == 2 && t.size(i+4) == 2 {
		return date{day: c, month: b, year: a, last: i + 4}.checked(4)
	}
	if t.size(i) > 2 || t.size(i+2) > 2 {
		return date{}, false
	}
	if b > 12 && sign != "." {
		a, b = b, a // month first
	}
	return date{day: a, month: b, year: c, last: i + 4}.checked(t.size(i + 4))
}

// namedMonth reads a day, a month name and a year.
func (t *Text) namedMonth(i int) (date, bool) {
	day := t.ordinal(i)
	if day < 0 {
		return date{}, false
	}
	j := i + 1
	if t.punct(j, '.') || t.wordAt(j) == "of" {
		j++
	}
	return t.monthAndYear(j, day)
}

// monthFirst reads July 14, 1962 at the month name.
func (t *Text) monthFirst(i int) (date, bool) {
	month := months[t.Word(i)]
	if month == 0 {
		return date{}, false
	}
	j := i + 1
	if t.punct(j, '.') {
		j++
	}
	day := t.ordinal(j)
	if t.punct(j+1, ',') {
		j++
	}
	if day < 0 || t.size(j+1) != 4 {
		return date{}, false
	}
	return date{day: day, month: month, year: t.number(j + 1), last: j + 1}.checked(4)
}

func (t *Text) monthAndYear(j, day int) (date, bool) {
	month := months[t.wordAt(j)]
	if year, _ := t.spokenYear(j + 2); year > 0 && t.punct(j+1, '.') && month == 0 {
		month = max(t.number(j), 0) // 29. 2. zweiundfünfzig
	}
	if month == 0 || t.size(j) > 3 && t.wordAt(j) != "sept" && t.punct(j+1, '.') && t.gap(j+1) > 0 {
		return date{}, false // a month that is not abbreviated ends its sentence
	}
	return t.yearBehind(j, day, month)
}

// yearBehind reads the year of a date whose month is token j.
func (t *Text) yearBehind(j, day, month int) (date, bool) {
	j++
	for t.punct(j, '.') || t.punct(j, '\'') || t.kind(j) == Punct && t.Of(j) == "’" {
		j++
	}
	if year, last := t.spokenYear(j); year > 0 {
		return date{day: day, month: month, year: year, last: last, spoken: true}.checked(4)
	}
	d, ok := date{day: day, month: month, year: t.number(j), last: j}.checked(t.size(j))
	return d, ok && t.kind(j) == Number
}

// ordinal returns the day at token i: 3, 3rd or 22nd; -1 for anything else.
func (t *Text) ordinal(i int) int {
	if n := t.number(i); n >= 0 {
		return n
	}
	w := t.wordAt(i)
	if n := len(w) - 2; (n == 1 || n == 2) && digitsOnly(w[:n]) {
		switch w[n:] {
		case "st", "nd", "rd", "th":
			day := 0
			for _, c := range []byte(w[:n]) {
				day = day*10 + int(c-'0')
			}
			return day
		}
	}
	return -1
}

// checked reports whether the date can be; digits is how many its year has. A
// year of two digits is put into the hundred years up to 2029.
func (d date) checked(digits int) (date, bool) {
	switch digits {
	case 2:
		d.short = true
		if d.year += 1900; d.year < 1930 {
			d.year += 100
		}
	case 4:
	default:
		return d, false
	}
	return d, d.day >= 1 && d.day <= 31 && d.month >= 1 && d.month <= 12 && d.year >= 1900 && d.year <= 2099
}
