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
	blockBytes    = 1 << 20   // of message text
	partBytes     = 128 << 10 // of a message that is divided among blocks
)

// block is a part of a chat that can be checked by itself: messages, or some
// parts of a long one.
type block struct {
	before   []chat.Message // at most rules.Window messages of context
	messages []chat.Message
	after    *chat.Message // the first one of the next block, nil behind the last
	whole    *chat.Message // that messages are parts of, nil if they are none
	offset   int           // of the first part in the text of the whole
	last     bool          // the parts are the last ones
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
			if len(m.Text) > partBytes {
				if len(b.messages) > 0 && !yield(b, nil) {
					return
				}
				b, size = b.follower(), 0
				for part := range b.divide(m) {
					if !yield(part, nil) {
						return
					}
					b = part.follower()
				}
				continue
			}
			b.messages = append(b.messages, m)
			size += len(m.Text)
			if len(b.messages) < blockMessages && size < blockBytes {
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
func (b block) next(i int) *chat.Message {
	if i+1 == len(b.messages) {
		return b.after
	}
	return &b.messages[i+1]
}

// follower returns the empty block that follows b.
func (b block) follower() block {
	seen := slices.Concat(b.before, b.messages[max(0, len(b.messages)-rules.Window):])
	return block{before: seen[max(0, len(seen)-rules.Window):], messages: make([]chat.Message, 0, blockMessages)}
}

// divide yields the blocks of a long message, which follow the empty block b.
func (b block) divide(m chat.Message) iter.Seq[block] {
	return func(yield func(block) bool) {
		b.whole = &m
		size := 0
		parts := rules.Parts(&m)
		for i, part := range parts {
			b.messages = append(b.messages, part)
			size += len(part.Text)
			b.last = i == len(parts)-1
			if size < partBytes && !b.last {
				continue
			}
			if !yield(b) {
				return
			}
			next := b.follower()
			next.whole, next.offset = b.whole, b.offset+size
			b, size = next, 0
		}
	}
}

// outcome is what was found in a block: all of its messages, or what its parts
// add to the one message.
type outcome struct {
	checked []Checked
	part    rules.Result
}

// check checks the messages of the block in their order. It returns early when
// ctx is done.
func (b block) check(ctx context.Context, index int, s session) outcome {
	for i := range b.before {
		s.Observe(&b.before[i])
	}
	if b.whole != nil {
		return outcome{part: b.checkParts(ctx, s)}
	}
	checked := make([]Checked, 0, len(b.messages))
	for i := range b.messages {
		if ctx.Err() != nil {
			break
		}
		checked = append(checked, keep(index, &b.messages[i], s.Check(&b.messages[i], b.next(i))))
	}
	return outcome{checked: checked}
}

func (b block) checkParts(ctx context.Context, s session) rules.Result {
	var sum rules.Result
	offset := b.offset
	for i := range b.messages {
		if ctx.Err() != nil {
			break
		}
		sum.Add(s.Check(&b.messages[i], b.next(i)), offset)
		offset += len(b.messages[i].Text)
	}
	return sum
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
