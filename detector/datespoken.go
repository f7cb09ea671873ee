package detector

import (
	"iter"
	"strconv"
	"strings"

	"github.com/chatlint/chatlint/detector/disguise"
)

// spokenDays are the ordinals of the days, without their German ending.
var spokenDays = map[string]int{
	"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12,
	"dreizehnt": 13, "vierzehnt": 14, "fünfzehnt": 15, "sechzehnt": 16, "siebzehnt": 17, "achtzehnt": 18, "neunzehnt": 19, "zwanzigst": 20,
	"einundzwanzigst": 21, "zweiundzwanzigst": 22, "dreiundzwanzigst": 23, "vierundzwanzigst": 24, "fünfundzwanzigst": 25, "sechsundzwanzigst": 26,
	"siebenundzwanzigst": 27, "achtundzwanzigst": 28, "neunundzwanzigst": 29, "dreißigst": 30, "einunddreißigst": 31,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30,
}

// dayEndings are the endings of the German ordinals.
var dayEndings = [...]string{"en", "er", "e"}

// spokenDayForms yields the forms in which the days stand in a text.
func spokenDayForms() iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range spokenDays {
			if !strings.HasSuffix(w, "t") || w == "first" {
				if !yield(w) {
					return
				}
				continue
			}
			for _, e := range dayEndings {
				if !yield(w+e) || !yield("null"+w+e) {
					return
				}
			}
		}
	}
}

// spokenDay returns the day that token i tells in words, 0 for none.
func (t *Text) spokenDay(i int) int {
	if i >= len(t.Tokens) || t.mark(i)&markDay == 0 {
		return 0
	}
	w := strings.TrimPrefix(t.Word(i), "null")
	for _, e := range dayEndings {
		if day := spokenDays[strings.TrimSuffix(w, e)]; day > 0 {
			return day
		}
	}
	return spokenDays[w]
}

// spokenDate reads a month and a year behind a day in words.
func (t *Text) spokenDate(i, day int) (date, bool) {
	j := i + 1
	for t.wordAt(j) == "of" || t.wordAt(j) == "the" {
		j++
	}
	d, ok := t.monthAndYear(j, day)
	if month := t.spokenDay(j); month > 0 {
		d, ok = t.yearBehind(j, day, month)
	}
	d.spoken = true
	return d, ok
}

// spokenYear reads neunzehnhundertvierundachtzig and nineteen eighty four at token
// j, or the last two digits of a year before 2000, and returns the year and its
// last token; the year is 0 if there is none.
func (t *Text) spokenYear(j int) (year, last int) {
	w := t.wordAt(j)
	for _, c := range [...]struct {
		name string
		year int
	}{{"neunzehnhundert", 1900}, {"zweitausend", 2000}} {
		if rest, ok := strings.CutPrefix(w, c.name); ok {
			if n := numberSaid(strings.TrimPrefix(rest, "und")); n > 0 || rest == "" {
				return c.year + n, j
			}
		}
	}
	switch {
	case w == "nineteen":
		if n, last := t.numberAt(j + 1); n > 0 {
			return 1900 + n, last
		}
	case w == "two" && t.wordAt(j+1) == "thousand":
		j++
		if t.wordAt(j+1) == "and" {
			j++
		}
		n, last := t.numberAt(j + 1)
		return 2000 + n, max(j, last)
	}
	if n, last := t.numberAt(j); n > 30 {
		return 1900 + n, last
	}
	return 0, 0
}

// numberSaid returns the number from 1 to 99 that one word says, 0 for none.
func numberSaid(w string) int {
	digits := disguise.DigitsOf(w)
	if digits == "" {
		return 0 // an error of Atoi would allocate
	}
	n, _ := strconv.Atoi(digits)
	return n
}

// numberAt reads "vierundachtzig", "eighty four", "eighty-four", "oh five" or "twelve" at
// token j and returns its last token; the number is 0 if there is none.
func (t *Text) numberAt(j int) (n, last int) {
	w := t.wordAt(j)
	if w == "oh" {
		j++
		w = t.wordAt(j)
	}
	n = numberSaid(w)
	if !strings.HasSuffix(w, "ty") {
		return n, j
	}
	k := j + 1
	if t.isDash(k) {
		k++
	}
	if one := numberSaid(t.wordAt(k)); one > 0 && one < 10 {
		return n + one, k
	}
	return n, j
}
