package report

import (
	"testing"
	"time"

	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

func TestTimeChartChoosesItsUnit(t *testing.T) {
	from := time.Date(2024, 2, 28, 0, 0, 0, 0, time.UTC) // a Wednesday
	for name, test := range map[string]struct {
		days        []int
		title       string
		bars        int
		first, last string
	}{
		"one day":   {[]int{0}, "Findings by day", 1, "28.02.", "28.02."},
		"leap day":  {[]int{0, 2}, "Findings by day", 3, "28.02.", "01.03."},
		"weeks":     {[]int{0, 60}, "Findings by week", 9, "26.02.", "22.04."},
		"months":    {[]int{0, 300, 700}, "Findings by month", 24, "02/24", "01/26"},
		"years":     {[]int{0, 365 * 10}, "Findings by year", 11, "2024", "2034"},
		"centuries": {[]int{0, 365 * 100}, "", 0, "", ""},
		"no date":   {nil, "", 0, "", ""},
	} {
		d := newDossier(&Options{Lang: locale.English, Rules: book{}})
		count(d.days, time.Time{}, rules.Low)
		for _, n := range test.days {
			count(d.days, from.AddDate(0, 0, n), rules.High)
		}
		c := d.timeChart()
		total := 0
		for _, b := range c.Bars {
			total += b.Counts[rules.High]
		}
		if c.Title != test.title || len(c.Bars) != test.bars || test.bars > 0 && total != len(test.days) {
			t.Errorf("%s: %q with %d bars of %d findings", name, c.Title, len(c.Bars), total)
			continue
		}
		if test.bars > 0 && (c.Bars[0].Label != test.first || c.Bars[test.bars-1].Label != test.last) {
			t.Errorf("%s: from %s to %s", name, c.Bars[0].Label, c.Bars[test.bars-1].Label)
		}
	}
}

func TestPeopleChartSumsUpTheRest(t *testing.T) {
	d := newDossier(&Options{Lang: locale.English, Rules: book{}})
	for i := range 20 {
		for range i + 1 {
			count(d.people, "Person "+string(rune('A'+i)), rules.Low)
		}
	}
	count(d.people, "", rules.High)
	c := d.peopleChart()
	last := c.Bars[len(c.Bars)-1]
	if len(c.Bars) != maxPeople || c.Bars[0].Label != "Person T" || last.Label != "others" || last.Total != 9*10/2+1 {
		t.Errorf("%d bars, the last %+v", len(c.Bars), last)
	}
}

func TestDrawingStaysOnItsPlane(t *testing.T) {
	texts := catalogue.For(locale.German)
	bars := []bar{
		newBar("Ein sehr langer Name einer Kategorie, der nicht passt", lint.Counts{rules.Low: 1, rules.Critical: 99_999}),
		newBar("leer", lint.Counts{}),
	}
	for _, upright := range []bool{false, true} {
		c := newChart("x", bars)
		c.Upright = upright
		d := c.drawing(texts)
		for _, r := range d.Rects {
			if r.X < 0 || r.Y < 0 || r.X+r.W > d.W+0.01 || r.Y+r.H > d.H+0.01 || r.W <= 0 || r.H <= 0 {
				t.Errorf("upright %t: %+v lies outside of %v × %v", upright, r, d.W, d.H)
			}
		}
		if len(d.Rects) != 2 {
			t.Errorf("upright %t: %d parts of bars, want 2", upright, len(d.Rects))
		}
	}
}
