package redact

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// countedScratch is a scratch that somebody has to release.
type countedScratch struct {
	memoryScratch
	open *atomic.Int64
}

func (c *countedScratch) Release() { c.open.Add(-1) }

// A redaction that is cancelled at any time ends, releases what it wrote and
// leaves no goroutine behind.
func TestCancelledRunLeavesNothing(t *testing.T) {
	chats, err := chat.Read("chat.txt", chat.Bytes([]byte(strings.Repeat(team, 3000))), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for _, after := range []time.Duration{0, 50 * time.Millisecond, 200 * time.Millisecond} {
		var open atomic.Int64
		scratch := func() (Scratch, error) {
			open.Add(1)
			return &countedScratch{open: &open}, nil
		}
		ctx, cancel := context.WithTimeoutCause(t.Context(), after, context.Canceled)
		result, err := Run(ctx, chats, engine(), Options{Lang: "de", Scratch: scratch})
		cancel()
		if err == nil {
			t.Logf("done within %v", after)
			result.Release()
		} else if !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("cancelled after %v: %v", after, err)
		}
		if n := open.Load(); n != 0 {
			t.Errorf("cancelled after %v: %d texts are kept", after, n)
		}
	}
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}
