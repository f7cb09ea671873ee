package lint

import (
	"context"
	"iter"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/blocks"
	"github.com/chatlint/chatlint/rules"
)

// A block is large enough that handing it over costs nothing and small enough
// that two per worker fit anywhere. Where a block ends does not change what is
// found.
const (
	blockMessages = 256
	blockBytes    = 1 << 20   // of message text
	partBytes     = 128 << 10 // of a message that is divided among blocks
)

// piece is a message as blocks hold it, or a part of a long one, which is divided
// among blocks.
type piece struct {
	chat.Message
	whole  *chat.Message // that it is a part of, nil if of none
	offset int           // in the text of the whole
	last   bool          // no part follows
}

// block is a part of a chat that can be checked by itself: messages, or some parts
// of one.
type block struct{ blocks.Block[piece] }

// limits keep the parts of each long message in blocks of their own, which are
// smaller than others.
var limits = blocks.Limits[piece]{
	Window: rules.Window,
	Count:  blockMessages,
	Size:   blockBytes,
	SizeOf: func(p *piece) int {
		if p.whole != nil {
			return len(p.Text) * (blockBytes / partBytes)
		}
		return len(p.Text)
	},
	Apart: func(before, after *piece) bool { return before.whole != after.whole },
}

// cut cuts a chat. An error of the chat comes last, without a block.
func cut(messages iter.Seq2[chat.Message, error]) iter.Seq2[block, error] {
	return func(yield func(block, error) bool) {
		for b, err := range limits.Cut(pieces(messages)) {
			if !yield(block{b}, err) {
				return
			}
		}
	}
}

// pieces divides the long messages of a chat.
func pieces(messages iter.Seq2[chat.Message, error]) iter.Seq2[piece, error] {
	return func(yield func(piece, error) bool) {
		for m, err := range messages {
			if err != nil {
				yield(piece{}, err)
				return
			}
			if len(m.Text) <= partBytes {
				if !yield(piece{Message: m}, nil) {
					return
				}
				continue
			}
			for part := range divide(&m) {
				if !yield(part, nil) {
					return
				}
			}
		}
	}
}

// divide yields the parts of a long message.
func divide(m *chat.Message) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		offset := 0
		parts := rules.Parts(m)
		for i, part := range parts {
			if !yield(piece{part, m, offset, i == len(parts)-1}) {
				return
			}
			offset += len(part.Text)
		}
	}
}

// whole returns the message that the block holds parts of, nil if of none, and
// whether they are the last ones.
func (b block) whole() (m *chat.Message, last bool) {
	p := &b.Elements[len(b.Elements)-1]
	return p.whole, p.last
}

// next returns the message after message i of the block, or nil.
func (b block) next(i int) *chat.Message {
	p := b.Next(i)
	if p == nil {
		return nil
	}
	return &p.Message
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
	for i := range b.Before {
		s.Observe(&b.Before[i].Message)
	}
	if whole, _ := b.whole(); whole != nil {
		return outcome{part: b.checkParts(ctx, s)}
	}
	checked := make([]Checked, 0, len(b.Elements))
	for i := range b.Elements {
		if ctx.Err() != nil {
			break
		}
		m := &b.Elements[i].Message
		checked = append(checked, keep(index, m, s.Check(m, b.next(i))))
	}
	return outcome{checked: checked}
}

func (b block) checkParts(ctx context.Context, s session) rules.Result {
	var sum rules.Result
	for i := range b.Elements {
		if ctx.Err() != nil {
			break
		}
		part := &b.Elements[i]
		sum.Add(s.Check(&part.Message, b.next(i)), part.offset)
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
