package train

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/eval"
)

// Count compares spans found with spans labelled.
type Count struct {
	Gold, GoldHit   int // hit: overlaps one of the other side
	Found, FoundHit int
	Exact           int
}

// Precision is the share of the spans found that overlap a labelled one.
func (c Count) Precision() float64 { return share(c.FoundHit, c.Found) }

// Recall is the share of the labelled spans that overlap one found.
func (c Count) Recall() float64 { return share(c.GoldHit, c.Gold) }

// F1 is the harmonic mean of Precision and Recall.
func (c Count) F1() float64 { return harmonic(c.Precision(), c.Recall()) }

// Strict is the F1 where only equal spans count.
func (c Count) Strict() float64 { return harmonic(share(c.Exact, c.Found), share(c.Exact, c.Gold)) }

func (c *Count) add(o Count) {
	c.Gold += o.Gold
	c.GoldHit += o.GoldHit
	c.Found += o.Found
	c.FoundHit += o.FoundHit
	c.Exact += o.Exact
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// compare counts the spans of one class in one text.
func compare(gold, found []Span) Count {
	c := Count{Gold: len(gold), Found: len(found)}
	for _, g := range gold {
		hit := false
		for _, f := range found {
			if f.Start == g.Start && (f.End == g.End || f.End == g.End-1 && g.Genitive) {
				c.Exact++
			}
			hit = hit || f.Start < g.End && g.Start < f.End
		}
		c.GoldHit += number(hit)
	}
	for _, f := range found {
		hit := false
		for _, g := range gold {
			hit = hit || f.Start < g.End && g.Start < f.End
		}
		c.FoundHit += number(hit)
	}
	return c
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Measurement is one row of the table of figures.
type Measurement struct {
	Name  string
	Cased Count
	Lower Count
}

// measurer runs the detector over sentences.
type measurer struct {
	find  func(*detector.Text, detector.Context, []detector.Entity) []detector.Entity
	other *detector.Scanner // nil on edited text, where only names are looked for
	text  detector.Text
	miss  func(s Sentence, gold, found []Span) // told of every sentence with a mistake; may be nil
}

func newMeasurer(m *tagger.Model) *measurer { return &measurer{find: detector.PersonDetector(m).Find} }

func newChatMeasurer(m *tagger.Model) *measurer {
	c := newMeasurer(m)
	c.other = detector.New().NewScanner()
	return c
}

// types are the detector's types per class.
var types = map[tagger.Class]detector.Type{tagger.Person: detector.Person, tagger.Location: detector.Location, tagger.Organization: detector.Organization}

// count measures one class over the sentences, in small letters if lower.
func (m *measurer) count(sentences []Sentence, class tagger.Class, lower bool) Count {
	var sum Count
	for _, s := range sentences {
		if lower {
			m.text.Reset(s.Text)
			s.Text = m.text.Lower
		}
		m.text.Reset(s.Text)
		var gold, found []Span
		for _, sp := range s.Spans {
			if sp.Class == class && !sp.Unlabelled {
				sp.Genitive = !s.PersonsOnly && strings.HasSuffix(s.Text[:sp.End], "s")
				gold = append(gold, sp)
			}
		}
		for _, e := range m.entities(s) {
			if e.Type == types[class] && !unlabelled(s, e) {
				found = append(found, Span{Start: e.Start, End: e.End, Class: class})
			}
		}
		c := compare(gold, found)
		if m.miss != nil && (c.GoldHit < c.Gold || c.FoundHit < c.Found) {
			m.miss(s, gold, found)
		}
		sum.add(c)
	}
	return sum
}

// entities returns the names found, without those inside of an address or
// another entity that outranks them.
func (m *measurer) entities(s Sentence) []detector.Entity {
	ctx := detector.Context{People: s.People}
	found := m.find(&m.text, ctx, nil)
	if m.other == nil {
		return found
	}
	all := m.other.Run(&m.text, ctx)
	return slices.DeleteFunc(found, func(e detector.Entity) bool {
		return slices.ContainsFunc(all, func(o detector.Entity) bool {
			return o.Start < e.End && e.Start < o.End && !isName(o.Type)
		})
	})
}

func isName(t detector.Type) bool {
	return t == detector.Person || t == detector.Location || t == detector.Organization
}

func unlabelled(s Sentence, e detector.Entity) bool {
	for _, sp := range s.Spans {
		if sp.Unlabelled && sp.Start < e.End && e.Start < sp.End {
			return true
		}
	}
	return false
}

func (m *measurer) measure(name string, sentences []Sentence, class tagger.Class) Measurement {
	return Measurement{name, m.count(sentences, class, false), m.count(sentences, class, true)}
}

// Public measures the public test sets.
func (d *Data) Public(model *tagger.Model) []Measurement {
	m := newMeasurer(model)
	return []Measurement{
		m.measure("GermEval 2014 test, PER", d.GermEval, tagger.Person),
		m.measure("GermEval 2014 test, LOC", d.GermEval, tagger.Location),
		m.measure("GermEval 2014 test, ORG", d.GermEval, tagger.Organization),
		m.measure("German PUD, PER", d.PUD, tagger.Person),
		m.measure("WNUT-17 test, PER", d.WNUT, tagger.Person),
	}
}

// Chats measures persons in labelled chats, as they are and with their names
// taken out of all lists.
func Chats(model *tagger.Model, chats []*eval.Chat) []Measurement {
	var german, english, long []*eval.Chat
	for _, c := range chats {
		if c.Language == "en" {
			english = append(english, c)
		} else {
			german = append(german, c)
		}
		if !c.Mini() {
			long = append(long, c)
		}
	}
	m, unseen := newChatMeasurer(model), newChatMeasurer(model.WithLookup(without(chats)))
	return []Measurement{
		m.measure("all chats", sentences(chats), tagger.Person),
		m.measure("German", sentences(german), tagger.Person),
		m.measure("English", sentences(english), tagger.Person),
		m.measure("long chats", sentences(long), tagger.Person),
		unseen.measure("all, names in no list", sentences(chats), tagger.Person),
	}
}

// without returns the gazetteer without the names of the chats.
func without(chats []*eval.Chat) func(string) gazetteer.Entry {
	hidden := map[string]bool{}
	var t detector.Text
	for _, s := range sentences(chats) {
		for _, sp := range s.persons() {
			t.Reset(s.Text[sp.Start:sp.End])
			for i := range t.Tokens {
				hidden[t.Word(i)] = true
			}
		}
	}
	return func(w string) gazetteer.Entry {
		e := gazetteer.Lookup(w)
		if hidden[w] {
			return tagger.Masked(e)
		}
		return e
	}
}

// Add sums the measurements of several folds row by row.
func Add(sum, part []Measurement) []Measurement {
	if sum == nil {
		return part
	}
	for i := range sum {
		sum[i].Cased.add(part[i].Cased)
		sum[i].Lower.add(part[i].Lower)
	}
	return sum
}

// Print writes the measurements as a Markdown table.
func Print(w io.Writer, rows []Measurement) {
	fmt.Fprintln(w, "| set | gold | precision | recall | F1 | strict F1 | lower case: precision | recall | F1 | strict F1 |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|---|---|---|---|")
	for _, r := range rows {
		fmt.Fprintf(w, "| %s | %d |", r.Name, r.Cased.Gold)
		for _, c := range []Count{r.Cased, r.Lower} {
			fmt.Fprintf(w, " %.3f | %.3f | %.3f | %.3f |", c.Precision(), c.Recall(), c.F1(), c.Strict())
		}
		fmt.Fprintln(w)
	}
}
