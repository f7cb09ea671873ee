package redact

import (
	"context"

	"github.com/sourcegraph/conc/stream"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/blocks"
	"github.com/chatlint/chatlint/rules"
)

// A block is large enough that handing it over costs nothing and small enough
// that two per worker fit anywhere.
const (
	blockMessages = 256
	blockBytes    = 1 << 20 // of text
)

// block is a part of a chat that can be looked at by itself.
type block = blocks.Block[chat.Written]

var limits = blocks.Limits[chat.Written]{
	Window: rules.Window,
	Count:  blockMessages,
	Size:   blockBytes,
	SizeOf: func(m *chat.Written) int { return len(m.Body) },
}

// check counts the findings of a block, by severity.
func check(ctx context.Context, b block, s *rules.Session) map[rules.Severity]int {
	s.Restart()
	for i := range b.Before {
		s.Observe(&b.Before[i].Message)
	}
	found := map[rules.Severity]int{}
	for i := range b.Elements {
		if ctx.Err() != nil {
			break
		}
		for _, f := range s.Check(&b.Elements[i].Message, message(b.Next(i))).Findings {
			found[f.Severity]++
		}
	}
	return found
}

// message returns what a message says; that of none is none.
func message(m *chat.Written) *chat.Message {
	if m == nil {
		return nil
	}
	return &m.Message
}

// inBlocks has many goroutines work on a chat and hands over what they made in
// the order of the blocks. Its queue is short, so memory stays bounded.
func inBlocks[T any](ctx context.Context, workers int, c *chat.Chat, work func(block) T, deliver func(block, T) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	crew := stream.New().WithMaxGoroutines(workers)
	for b, err := range limits.Cut(c.Written()) {
		if err != nil {
			stop(err)
		}
		if ctx.Err() != nil {
			break
		}
		crew.Go(func() stream.Callback {
			made := work(b)
			return func() {
				if ctx.Err() != nil {
					return
				}
				if err := deliver(b, made); err != nil {
					stop(err)
				}
			}
		})
	}
	crew.Wait()
	return context.Cause(ctx)
}

// pool keeps what serves one goroutine at a time for the next one.
type pool[T any] struct {
	idle chan T
	make func() T
}

func newPool[T any](size int, make_ func() T) pool[T] {
	return pool[T]{idle: make(chan T, size), make: make_}
}

func (p pool[T]) take() T {
	select {
	case t := <-p.idle:
		return t
	default:
		return p.make()
	}
}

func (p pool[T]) give(t T) {
	select {
	case p.idle <- t:
	default:
	}
}
