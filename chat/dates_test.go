package chat

import (
	"testing"
	"time"
)

// TestDaysSince1970 compares the calendar with the one of package time.
func TestDaysSince1970(t *testing.T) {
	for d := time.Date(1899, 12, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2110; d = d.AddDate(0, 0, 1) {
		y, m, day := d.Date()
		if got := daysSince1970(y, int(m), day); int64(got)*86400 != d.Unix() {
			t.Fatalf("%v: %d days", d, got)
		}
		if next := d.AddDate(0, 0, 1); (next.Month() != m) != (daysIn(y, int(m)) == day) {
			t.Fatalf("%v: %d days in the month", d, daysIn(y, int(m)))
		}
	}
}

// TestDateOrder has a file for every rule that decides the order of dates.
func TestDateOrder(t *testing.T) {
	for _, c := range []struct {
		rule, file string
		order      DateOrder
		ambiguous  bool
	}{
		{"four digits first", "2023/04/05, 10:00 - A: a\n", YearFirst, false},
		{"character before the time", "23. 5. 4. 오후 1:37 - A: a\n", YearFirst, false},
		{"day above 12", "04/05/23, 10:00 - A: a\n13/05/23, 10:00 - A: a\n", DayFirst, false},
		{"second field above 12", "04/05/23, 10:00 - A: a\n05/13/23, 10:00 - A: a\n", MonthFirst, false},
		{"one pasted line does not turn it", "13/05/23, 10:00 - A: a\n14/05/23, 10:00 - A: a\n05/13/23, 10:00 - A: a\n", DayFirst, false},
		{"attachment of Android", "3/4/23, 10:00 - A: IMG-20230304-WA0001.jpg (file attached)\n", MonthFirst, false},
		{"attachment of an iPhone", "\u200E[03/04/23, 10:00:00] A: \u200E<attached: 00000012-PHOTO-2023-04-03-10-00-00.jpg>\n", DayFirst, false},
		{"majority of attachments", "3/4/23, 10:00 - A: IMG-20230304-WA0001.jpg (file attached)\n3/4/23, 10:00 - A: IMG-20230403-WA0001.jpg (file attached)\n3/4/23, 10:00 - A: IMG-20230403-WA0002.jpg (file attached)\n", DayFirst, false},
		{"order of time", "05/03/24, 10:00 - A: a\n09/03/24, 10:00 - A: a\n02/04/24, 10:00 - A: a\n", DayFirst, false},
		{"one late message", "05/03/24, 10:00 - A: a\n09/03/24, 10:00 - A: a\n06/03/24, 10:00 - A: spät\n02/04/24, 10:00 - A: a\n01/05/24, 10:00 - A: a\n", DayFirst, false},
		{"dots", "04.05.23, 10:00 - A: a\n", DayFirst, false},
		{"hyphens", "04-05-23 10:00 - A: a\n", DayFirst, false},
		{"span", "6/1/24, 09:00 - A: a\n6/2/24, 09:00 - A: a\n6/3/24, 09:00 - A: a\n", MonthFirst, false},
		{"American shape", "4/5/23, 9:00 PM - A: a\n", MonthFirst, false},
		{"American shape, lower case", "4/5/23, 9:00 pm - A: a\n", DayFirst, true},
		{"American shape, padded", "04/05/23, 9:00 PM - A: a\n", DayFirst, true},
		{"24-hour clock", "4/5/23, 09:00 - A: a\n", DayFirst, true},
		{"German words decide nothing", "04/05/2023, 13:37 - A: Moin\n", DayFirst, true},
	} {
		chat, _ := parse(t, []byte(c.file))
		if chat.Order != c.order || chat.Ambiguous != c.ambiguous {
			t.Errorf("%s: %v, ambiguous %v", c.rule, chat.Order, chat.Ambiguous)
		}
	}
}

// TestDateOrderOption checks that the option decides, except against the year.
func TestDateOrderOption(t *testing.T) {
	for _, c := range []struct {
		file  string
		order DateOrder
		want  string
	}{
		{"04/05/2023, 13:37 - A: a\n", MonthFirst, "2023-04-05"},
		{"04/05/2023, 13:37 - A: a\n", DayFirst, "2023-05-04"},
		{"4/5/23, 9:00 PM - A: a\n", DayFirst, "2023-05-04"},
		{"2023-04-05 13:37 - A: a\n", DayFirst, "2023-04-05"},
		{"04/05/06, 13:37 - A: a\n", YearFirst, "2004-05-06"},
	} {
		chats, err := Read("x", Bytes([]byte(c.file)), Options{DateOrder: c.order})
		if err != nil {
			t.Fatal(err)
		}
		if got := chats[0].First.Format(time.DateOnly); got != c.want || chats[0].Ambiguous {
			t.Errorf("%q as %v: %s", c.file, c.order, got)
		}
	}
}

// TestHour24 covers the hours where the words of the day differ.
func TestHour24(t *testing.T) {
	for _, c := range []struct {
		word       string
		hour, want int
	}{
		{"AM", 12, 0}, {"PM", 12, 12}, {"a.\u00A0m.", 1, 1}, {"p. m.", 11, 23}, {"午後", 0, 12}, {"午前", 0, 0},
		{"nachts", 12, 0}, {"nachts", 3, 3}, {"nachts", 11, 23}, {"morgens", 7, 7}, {"vorm.", 11, 11},
		{"mittags", 12, 12}, {"mittags", 1, 13}, {"mittags", 11, 11}, {"nachm.", 5, 17}, {"abends", 8, 20}, {"abends", 12, 0},
		{"凌晨", 3, 3}, {"中午", 12, 12}, {"晚上", 9, 21}, {"밤", 11, 23}, {"ص", 12, 0}, {"م", 1, 13}, {"ق.ظ.", 9, 9},
		{"μ.μ.", 4, 16}, {"odp.", 4, 16}, {"du.", 4, 16}, {"em", 4, 16}, {"CH", 4, 16}, {"หลังเที่ยง", 4, 16}, {"PM", 13, 13},
	} {
		p := lookupPeriod([]byte(c.word))
		if p == noPeriod {
			t.Errorf("%s is unknown", c.word)
		}
		if got := p.hour24(c.hour); got != c.want {
			t.Errorf("%d %s is %d, want %d", c.hour, c.word, got, c.want)
		}
	}
	for _, word := range []string{"", "Uhr", "klo", "kl.", "à", "um"} {
		if lookupPeriod([]byte(word)) != noPeriod {
			t.Errorf("%q is a period", word)
		}
	}
}
