package rules

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// BenchmarkCheck measures the whole judgement of a message of a working day.
func BenchmarkCheck(b *testing.B) {
	e, messages := load(b, Options{}), workingDay(b)
	s := e.NewSession(roster(e, messages))
	perMessage(b, len(messages), func(i int) { s.Check(messages[i], after(messages, i)) })
}

// BenchmarkWho measures who is mentioned and whom each clause is about.
func BenchmarkWho(b *testing.B) {
	e, messages := load(b, Options{}), workingDay(b)
	people, scenes := roster(e, messages), scenes(e, messages)
	perMessage(b, len(scenes), func(i int) {
		scenes[i].findMentions(e, people)
		scenes[i].findSubjects()
	})
}

// BenchmarkModel measures the features of a message and of its thread and what
// the learned model makes of them.
func BenchmarkModel(b *testing.B) {
	e, messages := load(b, Options{}), workingDay(b)
	scenes := scenes(e, messages)
	s := e.NewSession(nil)
	perMessage(b, len(scenes), func(i int) {
		scenes[i].learnable(e)
		s.score(scenes[i])
	})
}

// BenchmarkRules measures the rules without the learned model.
func BenchmarkRules(b *testing.B) {
	e, messages := load(b, Options{RulesOnly: true}), workingDay(b)
	scenes := scenes(e, messages)
	s := e.NewSession(nil)
	perMessage(b, len(scenes), func(i int) {
		scenes[i].rules = e.candidates(scenes[i].shown(scenes[i].signs), scenes[i].rules[:0])
		s.applyRules(scenes[i])
	})
}

// perMessage reports how many messages a second the stage works off.
func perMessage(b *testing.B, n int, stage func(i int)) {
	b.Helper()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		stage(i % n)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}

// workingDay reads labelled chats that are all for training.
func workingDay(b *testing.B) []*chat.Message {
	b.Helper()
	f, err := os.Open("../testdata/labelled/u.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var out []*chat.Message
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l struct{ Time, Sender, Text string }
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			b.Fatal(err)
		}
		t, err := time.Parse("2006-01-02T15:04", l.Time)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, &chat.Message{Time: t, Sender: l.Sender, Text: l.Text})
	}
	if len(out) < 500 {
		b.Fatalf("only %d messages", len(out))
	}
	return out
}

func roster(e *Engine, messages []*chat.Message) *Roster {
	names := map[string]bool{}
	for _, m := range messages {
		names[m.Sender] = true
	}
	return e.Meet(slices.Sorted(maps.Keys(names)), slices.Values(messages))
}

// scenes returns what the rules and the model see of each message.
func scenes(e *Engine, messages []*chat.Message) []scene {
	s := e.NewSession(roster(e, messages))
	all := make([]*analysis, len(messages))
	out := make([]scene, len(messages))
	for i, m := range messages {
		s.Observe(m)
		a := *s.current()
		a.reading = a.clone()
		all[i] = &a
		out[i] = scene{analysis: &a}
		for n := i - 1; n >= max(0, i-reach); n-- {
			out[i].earlier = append(out[i].earlier, all[n])
		}
		if i > 0 {
			out[i-1].later = &a
		}
	}
	return out
}
