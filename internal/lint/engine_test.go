package lint

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/pairs"
	"github.com/chatlint/chatlint/internal/people"
	"github.com/chatlint/chatlint/rules"
)

const team = `11.03.24, 07:02 - Stefan Brandl: moin, bin in zehn Minuten da
11.03.24, 07:03 - Ayşe Öztürk: Kevin hat sich krank gemeldet
11.03.24, 07:04 - Stefan Brandl: ok, dann fahr ich allein
`

// builtIn is the engine of all built-in rules.
var builtIn = sync.OnceValues(func() (*rules.Engine, error) { return rules.Load(rules.Options{}) })

func TestRunWithBuiltInRules(t *testing.T) {
	engine, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	chats, err := chat.Read("team.txt", chat.Bytes([]byte(team)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	res, err := Run(t.Context(), chats, engine, Options{FailOn: rules.High, Key: []byte("secret")}, func(f *Finding) error {
		found = found || f.Message.Index == 1 && f.Category == rules.Health && f.Fingerprint != ""
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !found {
		t.Error("no finding on health with a fingerprint in message 1")
	}
	if res.Verdict != Flagged || res.Coverage.Messages != 3 || len(res.Inputs) != 1 || len(res.Inputs[0].Participants) != 2 {
		t.Errorf("wrong result %+v", res)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, chats, engine, Options{}, func(*Finding) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

// Whether a long message is judged by one session or its parts by many, what is
// found is the same, in it and behind it.
func TestLongMessageByManyWorkers(t *testing.T) {
	engine, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	text := team + "11.03.24, 07:05 - Stefan Brandl: " + strings.Repeat("Material ist da\nFrau Meier, Lindenweg 12, ruf 0171 2345678 an. Was ist der Code?\n4711\n", 2*partBytes/90) +
		"Wo bleibt Kevin?\n11.03.24, 07:06 - Ayşe Öztürk: der ist krank\n"
	chats, err := chat.Read("team.txt", chat.Bytes([]byte(text)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	roster, err := people.Of(t.Context(), engine, chats[0], 3)
	if err != nil {
		t.Fatal(err)
	}
	session, passes := engine.NewSession(roster), newRun(nil, Options{}, nil)
	var want []Checked
	for p, err := range pairs.Of(chats[0].Messages()) {
		if err != nil {
			t.Fatal(err)
		}
		checked := keep(0, &p.This, session.Check(&p.This, p.Next))
		passes.finish(&checked)
		want = append(want, checked)
	}
	for _, workers := range []int{1, 3} {
		var got []Checked
		if _, err := Each(t.Context(), chats, engine, Options{Workers: workers}, func(m *Checked) error {
			got = append(got, *m)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if i >= len(got) || fmt.Sprint(got[i]) != fmt.Sprint(want[i]) {
				t.Errorf("%d workers find something else than one session in message %d", workers, i)
			}
		}
	}
}

// A run that is cancelled in the middle ends soon, closes its input and leaves
// no goroutine behind, also within one long message.
func TestCancelledRunLeavesNothing(t *testing.T) {
	engine, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"many messages":    strings.Repeat(team, 20_000),
		"one long message": team + "11.03.24, 07:05 - Stefan Brandl: " + strings.Repeat("Kevin ist krank, ruf 0171 2345678 an. ", 8<<20/38),
	} {
		src := &openInputs{Source: chat.Bytes([]byte(text))}
		chats, err := chat.Read("team.txt", src, chat.Options{})
		if err != nil {
			t.Fatal(err)
		}
		before := runtime.NumGoroutine()
		ctx, cancel := context.WithCancel(t.Context())
		var cancelled time.Time
		time.AfterFunc(100*time.Millisecond, func() { cancelled = time.Now(); cancel() })
		_, err = Run(ctx, chats, engine, Options{Workers: 3}, func(*Finding) error { return nil })
		if took := time.Since(cancelled); !errors.Is(err, context.Canceled) || took > 10*time.Second {
			t.Errorf("%s: ends with %v after %v", name, err, took)
		}
		if n := src.open.Load(); n != 0 {
			t.Errorf("%s: %d inputs stay open", name, n)
		}
		for deadline := time.Now().Add(2 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s: %d goroutines, %d before", name, runtime.NumGoroutine(), before)
			}
		}
	}
}

// openInputs counts the inputs of a source that are open.
type openInputs struct {
	chat.Source
	open atomic.Int64
}

func (o *openInputs) Open() (chat.Input, error) {
	in, err := o.Source.Open()
	if err == nil {
		o.open.Add(1)
	}
	return closingInput{in, o}, err
}

type closingInput struct {
	chat.Input
	source *openInputs
}

func (c closingInput) Close() error {
	c.source.open.Add(-1)
	return c.Input.Close()
}
