package detector

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// misses makes the test print what a type gets wrong on train and tune:
// go test ./detector -run Labelled -v -misses PHONE
var misses = flag.String("misses", "", "print misses and false alarms of this `type`")

// table makes the test print the table of docs/detection.md:
// go test ./detector -run Labelled -v -table
var table = flag.Bool("table", false, "print precision, recall and F1 per type, part and language")

// floors are the overlap F1 per type that must hold on train and tune together.
// They stand a little below what is measured, to catch a loss. Chats that came
// after a detector was made count too. Of codes it is the figure of chats that the
// labeller has learnt from; see testdata/unseen for others.
var floors = map[Type]float64{
	Email: 0.99, Phone: 0.99, IBAN: 0.99, Card: 0.98, TaxID: 0.95, SocialSecurity: 0.98, Coordinates: 0.98,
	Address: 0.98, LicensePlate: 0.98, DateOfBirth: 0.97, IDDocument: 0.96, HealthInsurance: 0.97,
	Credential: 0.86, IP: 0.98, URLPersonal: 0.98,
}

type labelledMessage struct {
	Chat   string
	Sender string
	Text   string
	Spans  []struct{ Type, Text string }
	part   string
}

// tally counts spans of one type: gold and found, and how many overlap.
type tally struct{ gold, goldHit, found, foundHit int }

func (c tally) f1() float64 {
	if c.gold == 0 || c.found == 0 {
		return 0
	}
	r, p := float64(c.goldHit)/float64(c.gold), float64(c.foundHit)/float64(c.found)
	if r+p == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (c *tally) add(o tally) {
	c.gold += o.gold
	c.goldHit += o.goldHit
	c.found += o.found
	c.foundHit += o.foundHit
}

func TestLabelled(t *testing.T) {
	counts := map[string]map[Type]*tally{}
	scanner := New().NewScanner()
	messages := readLabelled(t)
	english := englishChats(messages)
	var earlier []*Text // newest first
	for i, m := range messages {
		if i == 0 || messages[i-1].Chat != m.Chat {
			earlier = nil
		}
		slice := m.part + " German"
		if english[m.Chat] {
			slice = m.part + " English"
		}
		if counts[slice] == nil {
			counts[slice] = map[Type]*tally{}
		}
		folded := Fold(m.Text)
		text := newText(folded.Text)
		found := scanner.Run(text, Context{Earlier: earlier})
		for k := range found {
			found[k].Start, found[k].End = folded.Start(found[k].Start), folded.End(found[k].End)
		}
		m.score(t, found, counts[slice])
		earlier = append([]*Text{text}, earlier[:min(len(earlier), EarlierHeard-1)]...)
	}
	if *table {
		printTable(counts)
	}
	for _, typ := range precedence {
		both, test := total(counts, typ, "train", "tune"), total(counts, typ, "test")
		if both.gold == 0 && both.found == 0 {
			continue
		}
		t.Logf("%-16s train+tune: gold %4d, recall %4d, found %4d, right %4d, F1 %.3f   test: gold %3d, recall %3d, found %3d, right %3d, F1 %.3f",
			typ, both.gold, both.goldHit, both.found, both.foundHit, both.f1(), test.gold, test.goldHit, test.found, test.foundHit, test.f1())
		if floor := floors[typ]; both.f1() < floor {
			t.Errorf("%s: F1 %.3f on train and tune, want at least %.2f", typ, both.f1(), floor)
		}
	}
}

// total sums the slices of these parts, or the slice of that name.
func total(counts map[string]map[Type]*tally, typ Type, parts ...string) tally {
	var sum tally
	for slice, types := range counts {
		for _, part := range parts {
			if c := types[typ]; c != nil && strings.HasPrefix(slice, part) {
				sum.add(*c)
			}
		}
	}
	return sum
}

// englishChats tells the chats whose words are more frequent in English.
func englishChats(messages []labelledMessage) map[string]bool {
	lean, text := map[string]int{}, &Text{}
	for _, m := range messages {
		text.Reset(m.Text)
		for i := range text.Tokens {
			e := gazetteer.Lookup(text.Word(i))
			lean[m.Chat] += int(e.English) - int(e.German)
		}
	}
	english := map[string]bool{}
	for chat, n := range lean {
		english[chat] = n > 0
	}
	return english
}

func printTable(counts map[string]map[Type]*tally) {
	fmt.Println("| type | language | train | tune | test |\n|---|---|---|---|---|")
	for _, typ := range precedence {
		if typ == Person || total(counts, typ, "t").gold == 0 {
			continue
		}
		for _, language := range [...]string{"German", "English"} {
			fmt.Printf("| %s | %s |", typ, language)
			for _, part := range [...]string{"train", "tune", "test"} {
				fmt.Printf(" %s |", total(counts, typ, part+" "+language))
			}
			fmt.Println()
		}
	}
}

// String gives precision, recall, F1 and the number of gold spans.
func (c tally) String() string {
	if c.gold == 0 && c.found == 0 {
		return "–"
	}
	share := func(part, all int) float64 { return float64(part) / float64(max(all, 1)) }
	return fmt.Sprintf("%.2f / %.2f / **%.3f** (%d)", share(c.foundHit, c.found), share(c.goldHit, c.gold), c.f1(), c.gold)
}

// score counts the message's gold spans and the entities found, by overlap.
func (m labelledMessage) score(t *testing.T, found []Entity, counts map[Type]*tally) {
	of := func(typ Type) *tally {
		if counts[typ] == nil {
			counts[typ] = &tally{}
		}
		return counts[typ]
	}
	gold := m.gold()
	for _, g := range gold {
		c := of(g.Type)
		c.gold++
		if overlapsOne(g, found) {
			c.goldHit++
		} else if m.part != "test" && *misses == string(g.Type) {
			t.Logf("missed %q in %q", m.Text[g.Start:g.End], m.Text)
		}
	}
	for _, e := range found {
		c := of(e.Type)
		c.found++
		if overlapsOne(e, gold) {
			c.foundHit++
		} else if m.part != "test" && *misses == string(e.Type) {
			t.Logf("false  %q in %q (%s)", m.Text[e.Start:e.End], m.Text, e.Why)
		}
	}
}

// gold places the labelled spans, which are substrings, in the text.
func (m labelledMessage) gold() []Entity {
	var out []Entity
	next := map[string]int{}
	for _, s := range m.Spans {
		at := strings.Index(m.Text[next[s.Text]:], s.Text)
		if at < 0 {
			continue
		}
		at += next[s.Text]
		next[s.Text] = at + len(s.Text)
		out = append(out, Entity{Type: Type(s.Type), Start: at, End: at + len(s.Text)})
	}
	return out
}

func overlapsOne(e Entity, others []Entity) bool {
	for _, o := range others {
		if o.Type == e.Type && o.Start < e.End && e.Start < o.End {
			return true
		}
	}
	return false
}

func readLabelled(t testing.TB) []labelledMessage {
	t.Helper()
	const dir = "../testdata/labelled"
	part := map[string]string{}
	eachLine(t, filepath.Join(dir, "split.txt"), func(line string) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			part[f[1]] = f[0]
		}
	})
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled chats in %s (%v)", dir, err)
	}
	var out []labelledMessage
	for _, file := range files {
		eachLine(t, file, func(line string) {
			m := labelledMessage{part: "train"}
			if err := json.Unmarshal([]byte(line), &m); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if p := part[m.Chat]; p != "" {
				m.part = p
			}
			out = append(out, m)
		})
	}
	return out
}

func eachLine(t testing.TB, file string, do func(string)) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		do(s.Text())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}
