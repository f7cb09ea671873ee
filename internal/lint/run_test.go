package lint

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/pairs"
	"github.com/chatlint/chatlint/rules"
)

// echo is a session that flags "sick" if the last rules.Window messages hold a
// name, and overwrites its result with every call as the real one does.
type echo struct {
	recent []string
	res    rules.Result
}

func (e *echo) Restart() { e.recent = nil }

func (e *echo) Observe(m *chat.Message) {
	e.recent = append(e.recent, m.Text)
	e.recent = e.recent[max(0, len(e.recent)-rules.Window):]
}

func (e *echo) Check(m, next *chat.Message) rules.Result {
	e.res.Entities, e.res.Findings = e.res.Entities[:0], e.res.Findings[:0]
	if i := strings.Index(m.Text, "sick"); i >= 0 && slices.Contains(e.recent, "Anna") {
		e.res.Entities = append(e.res.Entities, detector.Entity{Type: detector.Person, Start: i, End: i + 4})
		e.res.Findings = append(e.res.Findings, rules.Finding{
			Rule: "health/sick", Category: rules.Health, Severity: rules.High, Spans: []rules.Span{{Start: i, End: i + 4}},
		})
	}
	if next != nil && strings.Contains(next.Text, "sick") {
		e.res.Entities = append(e.res.Entities, detector.Entity{Type: detector.Address})
	}
	e.Observe(m)
	return e.res
}

func newEcho() session { return &echo{} }

// talk is a chat of n messages in which a name stands every 97 and an illness
// every 7 messages.
func talk(n int) iter.Seq2[chat.Message, error] {
	return func(yield func(chat.Message, error) bool) {
		for i := range n {
			text := "hello"
			switch {
			case i%97 == 0:
				text = "Anna"
			case i%7 == 0:
				text = strings.Repeat("x", i%5) + "sick"
			}
			if !yield(chat.Message{Index: i, Line: i + 1, Text: text}, nil) {
				return
			}
		}
	}
}

func lintTalk(t *testing.T, n, workers int) ([]string, *Result) {
	t.Helper()
	var seen []string
	r := newRun(nil, Options{Workers: workers}, func(m *Checked) error {
		seen = append(seen, fmt.Sprint(m.Message.Index, m.Entities, m.Findings))
		return nil
	})
	if err := r.chat(t.Context(), 0, talk(n), newEcho); err != nil {
		t.Fatal(err)
	}
	return seen, r.close()
}

func TestWorkersChangeNothing(t *testing.T) {
	const n = 5*blockMessages + 17
	s := &echo{}
	var want []string
	for p := range pairs.Of(talk(n)) {
		m := p.This
		c := keep(0, &m, s.Check(&m, p.Next))
		want = append(want, fmt.Sprint(m.Index, c.Entities, c.Findings))
	}
	for _, workers := range []int{1, 2, 7, 32} {
		got, res := lintTalk(t, n, workers)
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: output differs from a single session's", workers)
		}
		if res.Coverage.Messages != n || res.Summary.Total() == 0 || res.Verdict != Tolerated {
			t.Errorf("%d workers: wrong result %+v", workers, res)
		}
	}
}

func TestErrorsStopTheRun(t *testing.T) {
	broken := errors.New("broken")
	failing := func(yield func(chat.Message, error) bool) {
		for m := range talk(3 * blockMessages) {
			if !yield(m, nil) {
				return
			}
		}
		yield(chat.Message{}, broken)
	}
	refuse := func(*Checked) error { return broken }
	accept := func(*Checked) error { return nil }
	tests := map[string]struct {
		messages iter.Seq2[chat.Message, error]
		sink     func(*Checked) error
	}{
		"chat": {failing, accept},
		"sink": {talk(10 * blockMessages), refuse},
	}
	for name, test := range tests {
		r := newRun(nil, Options{Workers: 4}, test.sink)
		if err := r.chat(t.Context(), 0, test.messages, newEcho); !errors.Is(err, broken) {
			t.Errorf("%s: got error %v, want %v", name, err, broken)
		}
	}
}

func TestSinkIsNotCalledAfterItsError(t *testing.T) {
	calls := 0
	r := newRun(nil, Options{Workers: 4}, func(*Checked) error { calls++; return errors.New("full") })
	_ = r.chat(t.Context(), 0, talk(4*blockMessages), newEcho)
	if calls != 1 {
		t.Errorf("sink called %d times, want once", calls)
	}
}

func TestCancel(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(chat.Message, error) bool) {
		for yield(chat.Message{Text: "hello"}, nil) {
		}
	}
	r := newRun(nil, Options{Workers: 3}, func(m *Checked) error { cancel(); return nil })
	if err := r.chat(ctx, 0, endless, newEcho); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	for deadline := time.Now().Add(2 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func TestReaderWaitsForSlowSink(t *testing.T) {
	const workers = 2
	var read atomic.Int64
	var ahead int64
	counted := func(yield func(chat.Message, error) bool) {
		for m := range talk(60 * blockMessages) {
			read.Add(1)
			if !yield(m, nil) {
				return
			}
		}
	}
	r := newRun(nil, Options{Workers: workers}, func(m *Checked) error {
		if m.Message.Index == 0 {
			time.Sleep(50 * time.Millisecond) // the reader runs as far ahead as it may
			ahead = read.Load()
		}
		return nil
	})
	if err := r.chat(t.Context(), 0, counted, newEcho); err != nil {
		t.Fatal(err)
	}
	if limit := int64(2*workers+3) * blockMessages; ahead > limit {
		t.Errorf("reader was %d messages ahead, want at most %d", ahead, limit)
	}
}

func TestManyBytesMakeSmallBlocks(t *testing.T) {
	text := strings.Repeat("x", partBytes)
	messages := func(yield func(chat.Message, error) bool) {
		for i := range 2*blockBytes/partBytes + 1 {
			if !yield(chat.Message{Index: i, Text: text}, nil) {
				return
			}
		}
	}
	var sizes []int
	for b := range cut(messages) {
		sizes = append(sizes, len(b.Elements))
	}
	if n := blockBytes / partBytes; !slices.Equal(sizes, []int{n, n, 1}) {
		t.Errorf("got blocks of %v messages, want %d, %d and 1", sizes, n, n)
	}
}

// A long message is divided among blocks, in order and without a gap.
func TestLongMessageIsDivided(t *testing.T) {
	long := chat.Message{Index: 1, Text: strings.Repeat("one two ", partBytes/2)}
	messages := func(yield func(chat.Message, error) bool) {
		_ = yield(chat.Message{Text: "before"}, nil) && yield(long, nil) && yield(chat.Message{Index: 2, Text: "behind"}, nil)
	}
	var joined strings.Builder
	n := 0
	for b := range cut(messages) {
		whole, last := b.whole()
		if whole == nil {
			continue
		}
		n++
		if offset := b.Elements[0].offset; offset != joined.Len() || whole.Text != long.Text || len(b.Before) == 0 {
			t.Errorf("block %d starts at %d, want %d", n, offset, joined.Len())
		}
		for _, part := range b.Elements {
			joined.WriteString(part.Text)
		}
		if last != (joined.Len() == len(long.Text)) {
			t.Errorf("block %d is the last one at byte %d of %d", n, joined.Len(), len(long.Text))
		}
	}
	if joined.String() != long.Text || n < 3 {
		t.Errorf("%d blocks hold %d of %d bytes", n, joined.Len(), len(long.Text))
	}
}
