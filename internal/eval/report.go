package eval

import (
	"fmt"
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// Options says what is measured.
type Options struct {
	Part       Part             // whose chats; All for every one
	Categories []rules.Category // only these; empty for all ten
	Resamples  int              // draws of the bootstrap; 0 for no intervals
	Mistakes   bool             // list what went wrong
}

// Report is the outcome of a measurement.
type Report struct {
	Part     Part      `json:"part"`
	Slices   []Slice   `json:"slices"`             // "all" first; others only if they hold chats
	Mistakes []Mistake `json:"mistakes,omitempty"` // in the order of the chats, none of the test part
	Withheld int       `json:"withheld,omitempty"` // mistakes in chats of the test part
}

// Slice holds the figures of some of the chats.
type Slice struct {
	Name       string          `json:"name"` // all, de, en, long, mini
	Chats      int             `json:"chats"`
	Messages   int             `json:"messages"`
	Labels     int             `json:"labels"`
	Figures    []Figure        `json:"figures"`
	Categories []CategoryScore `json:"categories"`
	Spans      []SpanScore     `json:"spans"`
}

// Figure is one headline figure with its 95 % interval, which is [0, 0] if none
// was asked for. Shares lie between 0 and 1, rates count per 1,000.
type Figure struct {
	Name     string     `json:"name"`
	Value    float64    `json:"value"`
	Interval [2]float64 `json:"interval"`
}

// Score holds counts with the figures they make.
type Score struct {
	Counts
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// CategoryScore is the finding score of one category.
type CategoryScore struct {
	Category rules.Category `json:"category"`
	Score
}

// SpanScore tells how well the spans of one type were found, with exactly their
// bounds and with any overlap.
type SpanScore struct {
	Type    detector.Type `json:"type"`
	Exact   Score         `json:"exact"`
	Overlap Score         `json:"overlap"`
}

// kindOfFigure says which way a figure should go and how it is written.
type kindOfFigure uint8

const (
	share kindOfFigure = iota // 0 to 1, higher is better
	rate                      // per 1,000, lower is better
)

// figureOf reads one figure off the sums.
type figureOf struct {
	name, title string
	kind        kindOfFigure
	of          func(*headline) float64
}

// figures lists the headline figures in the order of every table.
var figures = []figureOf{
	{"finding_precision", "finding precision", share, func(h *headline) float64 { return h.finding.Precision() }},
	{"finding_recall", "finding recall", share, func(h *headline) float64 { return h.finding.Recall() }},
	{"finding_f1", "finding F1", share, func(h *headline) float64 { return h.finding.F1() }},
	{"flag_low_precision", "flag precision, low", share, func(h *headline) float64 { return h.flagLow.Precision() }},
	{"flag_low_recall", "flag recall, low", share, func(h *headline) float64 { return h.flagLow.Recall() }},
	{"flag_low_f1", "flag F1, low", share, func(h *headline) float64 { return h.flagLow.F1() }},
	{"flag_medium_precision", "flag precision, medium", share, func(h *headline) float64 { return h.flagMedium.Precision() }},
	{"flag_medium_recall", "flag recall, medium", share, func(h *headline) float64 { return h.flagMedium.Recall() }},
	{"flag_medium_f1", "flag F1, medium", share, func(h *headline) float64 { return h.flagMedium.F1() }},
	{"severity_exact", "severity exact", share, func(h *headline) float64 { return ratio(h.severityExact, h.finding.Found) }},
	{"severity_within_one", "severity within one", share, func(h *headline) float64 { return ratio(h.severityNear, h.finding.Found) }},
	{"false_alarms", "false alarms per 1,000", rate, func(h *headline) float64 { return 1000 * ratio(h.falseLow, h.clean) }},
	{"false_alarms_medium", "… at medium", rate, func(h *headline) float64 { return 1000 * ratio(h.falseMedium, h.clean) }},
	{"span_exact_f1", "span F1, exact", share, func(h *headline) float64 { return h.spanExact.F1() }},
	{"span_overlap_f1", "span F1, overlap", share, func(h *headline) float64 { return h.spanOverlap.F1() }},
}

// slicing lists the slices a report can have.
var slicing = []struct {
	name string
	has  func(*Chat) bool
}{
	{"all", func(*Chat) bool { return true }},
	{"de", func(c *Chat) bool { return c.Language == "de" }},
	{"en", func(c *Chat) bool { return c.Language == "en" }},
	{"long", func(c *Chat) bool { return !c.Mini() }},
	{"mini", (*Chat).Mini},
}

// Run measures a system on the chosen chats.
func Run(chats []*Chat, system Predictor, opt Options) (*Report, error) {
	report := &Report{Part: opt.Part}
	chosen := Select(chats, opt.Part)
	tallies := make([]*tally, len(chosen))
	for i, c := range chosen {
		predicted, err := system.Predict(c.Messages)
		if err != nil {
			return nil, fmt.Errorf("chat %s: %w", c.ID, err)
		}
		if len(predicted) != len(c.Messages) {
			return nil, fmt.Errorf("chat %s: %d predictions for %d messages", c.ID, len(predicted), len(c.Messages))
		}
		tallies[i] = opt.score(c, predicted, report)
	}
	for _, s := range slicing {
		var some []*tally
		for i, c := range chosen {
			if s.has(c) {
				some = append(some, tallies[i])
			}
		}
		if len(some) > 0 {
			report.Slices = append(report.Slices, newSlice(s.name, some, opt.Resamples))
		}
	}
	return report, nil
}

// score counts one chat and notes its mistakes in the report.
func (o Options) score(c *Chat, predicted []Prediction, report *Report) *tally {
	t := newTally()
	t.chats = 1
	for i, p := range predicted {
		want, got := o.labels(c.Gold[i].Labels), o.findings(p.Findings)
		t.message(want, got, len(c.Gold[i].Labels) == 0)
		t.spans(c.Gold[i].Spans, p.Entities)
		if o.Mistakes {
			report.note(c.Part, mistakes(c, i, want, got, p))
		}
	}
	return t
}

func (o Options) labels(labels []Label) severities {
	s := severities{}
	for _, l := range labels {
		if o.wants(l.Category) {
			s[l.Category] = l.Severity
		}
	}
	return s
}

func (o Options) findings(findings []rules.Finding) severities {
	s := severities{}
	for _, f := range findings {
		if o.wants(f.Category) {
			s[f.Category] = max(s[f.Category], f.Severity)
		}
	}
	return s
}

func (o Options) wants(c rules.Category) bool {
	return len(o.Categories) == 0 || slices.Contains(o.Categories, c)
}

func newSlice(name string, tallies []*tally, resamples int) Slice {
	sum := newTally()
	for _, t := range tallies {
		sum.add(t)
	}
	s := Slice{Name: name, Chats: sum.chats, Messages: sum.messages, Labels: sum.finding.Gold}
	intervals := bootstrap(tallies, resamples)
	for i, f := range figures {
		s.Figures = append(s.Figures, Figure{Name: f.name, Value: f.of(&sum.headline), Interval: intervals[i]})
	}
	for _, c := range rules.Categories {
		s.Categories = append(s.Categories, CategoryScore{c, newScore(*sum.categories[c])})
	}
	for _, t := range SpanTypes {
		s.Spans = append(s.Spans, SpanScore{t, newScore(*sum.exact[t]), newScore(*sum.overlap[t])})
	}
	return s
}

func newScore(c Counts) Score { return Score{c, c.Precision(), c.Recall(), c.F1()} }
