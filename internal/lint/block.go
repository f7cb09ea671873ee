package lint

import (
	"context"
	"iter"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// A block is large enough that handing it over costs nothing and small enough
// that two per worker fit anywhere. Where a block ends does not change what is
// found.
const (
	blockMessages = 512
	blockBytes    = 1 << 20 // of message text
)

// block is a part of a chat that can be checked by itself.
type block struct {
	before   []chat.Message // at most rules.Window messages of context
	messages []chat.Message
}

// blocks cuts a chat. An error of the chat comes last, without a block.
func blocks(messages iter.Seq2[chat.Message, error]) iter.Seq2[block, error] {
	return func(yield func(block, error) bool) {
		var b block
		size := 0
		for m, err := range messages {
			if err != nil {
				yield(block{}, err)
				return
			}
			b.messages = append(b.messages, m)
			size += len(m.Text)
			if len(b.messages) < blockMessages && size < blockBytes {
				continue
			}
			if !yield(b, nil) {
				return
			}
			b, size = b.next(), 0
		}
		if len(b.messages) > 0 {
			yield(b, nil)
		}
	}
}

// next returns the empty block that follows b.
func (b block) next() block {
	seen := slices.Concat(b.before, b.messages)
	return block{before: seen[max(0, len(seen)-rules.Window):], messages: make([]chat.Message, 0, blockMessages)}
}

// check checks the messages of the block in their order. It returns early when
// ctx is done.
func (b block) check(ctx context.Context, index int, s session) []Checked {
	for i := range b.before {
		s.Observe(&b.before[i])
	}
	checked := make([]Checked, 0, len(b.messages))
	for i := range b.messages {
		if ctx.Err() != nil {
			break
		}
		checked = append(checked, keep(index, &b.messages[i], s.Check(&b.messages[i])))
	}
	return checked
}

// keep copies a result, which the session overwrites with the next message.
func keep(index int, m *chat.Message, r rules.Result) Checked {
	c := Checked{Chat: index, Message: *m, Entities: slices.Clone(r.Entities)}
	for _, f := range r.Findings {
		f.Spans, f.Evidence = slices.Clone(f.Spans), slices.Clone(f.Evidence)
		c.Findings = append(c.Findings, Finding{Finding: f, Chat: index, Message: *m, Entities: c.Entities})
	}
	return c
}
