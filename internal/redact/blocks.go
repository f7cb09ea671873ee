package redact

import (
	"context"
	"iter"

	"github.com/sourcegraph/conc/stream"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/pairs"
	"github.com/chatlint/chatlint/rules"
)

// A block is large enough that handing it over costs nothing and small enough
// that two per worker fit anywhere.
const (
	blockMessages = 256
	blockBytes    = 1 << 20 // of text
)

// block is a part of a chat that can be looked at by itself.
type block struct {
	before   []chat.Message // at most rules.Window messages of context
	messages []chat.Written
	after    *chat.Written // the first one of the next block, nil behind the last
}

// blocks cuts a chat. An error of the chat comes last, without a block.
func blocks(messages iter.Seq2[chat.Written, error]) iter.Seq2[block, error] {
	return func(yield func(block, error) bool) {
		var b block
		size := 0
		for m, err := range messages {
			if err != nil {
				yield(block{}, err)
				return
			}
			b.messages = append(b.messages, m)
			if size += len(m.Body); len(b.messages) < blockMessages && size < blockBytes {
				continue
			}
			if !yield(b, nil) {
				return
			}
			b, size = b.follower(), 0
		}
		if len(b.messages) > 0 {
			yield(b, nil)
		}
	}
}

// next returns the message after message i of the block, or nil.
func (b block) next(i int) *chat.Written {
	if i+1 == len(b.messages) {
		return b.after
	}
	return &b.messages[i+1]
}

// follower returns the empty block that follows b.
func (b block) follower() block {
	before := b.before
	for _, m := range b.messages[max(0, len(b.messages)-rules.Window):] {
		before = append(before, m.Message)
	}
	return block{before: before[max(0, len(before)-rules.Window):], messages: make([]chat.Written, 0, blockMessages)}
}

// check counts the findings of the block, by severity.
func (b block) check(ctx context.Context, s *rules.Session) map[rules.Severity]int {
	s.Restart()
	for i := range b.before {
		s.Observe(&b.before[i])
	}
	found := map[rules.Severity]int{}
	for i := range b.messages {
		if ctx.Err() != nil {
			break
		}
		for _, f := range s.Check(&b.messages[i].Message, message(b.next(i))).Findings {
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
	for p, err := range pairs.Of(blocks(c.Written())) {
		if err != nil {
			stop(err)
		}
		if ctx.Err() != nil {
			break
		}
		b := p.This
		if p.Next != nil {
			b.after = &p.Next.messages[0]
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
