package redact

import (
	"context"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/pairs"
)

// sighting is an entity without its reasons, in bytes of the view.
type sighting struct {
	start, end int32
	typ        detector.Type
	score      float32
}

// maxSightings bounds what a lookout remembers. Of chats with more than that it
// finds everything anew.
const maxSightings = 1 << 20

// lookout runs the detectors over the chats of one run, which reads them twice.
// It remembers what they found, so that they work once.
type lookout struct {
	ctx     context.Context
	workers int
	saved   detector.People
	eyes    pool[*eye]
	seen    []record // by the number of the chat
	kept    int      // sightings and messages in all of them
}

// eye is what one goroutine looks with.
type eye struct {
	scanner *detector.Scanner
	text    detector.Text
}

// record is what was seen in a chat: of each message, where its sightings end.
type record struct {
	ends  []int32
	all   []sighting
	whole bool // nothing was left out
}

func newLookout(ctx context.Context, workers int, e *detector.Engine, saved detector.People) *lookout {
	return &lookout{ctx: ctx, workers: workers, saved: saved, eyes: newPool(workers, func() *eye { return &eye{scanner: e.NewScanner()} })}
}

// each calls f with every message of a chat, which has a number of its own, the
// message after it or nil, and what the detectors see in it.
func (l *lookout) each(number int, c *chat.Chat, f func(m, next *chat.Written, seen []sighting) error) error {
	for len(l.seen) <= number {
		l.seen = append(l.seen, record{})
	}
	if l.seen[number].whole {
		return l.recall(&l.seen[number], c, f)
	}
	m := record{whole: true}
	err := inBlocks(l.ctx, l.workers, c, l.look, func(b block, found [][]sighting) error {
		for i := range b.Elements {
			l.keep(&m, found[i])
			if err := f(&b.Elements[i], b.Next(i), found[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		l.seen[number] = m
	}
	return err
}

// look finds what is in the messages of a block.
func (l *lookout) look(b block) [][]sighting {
	e := l.eyes.take()
	defer l.eyes.give(e)
	out := make([][]sighting, len(b.Elements))
	for i := range b.Elements {
		if l.ctx.Err() != nil {
			break
		}
		out[i] = e.look(&b.Elements[i], l.saved)
	}
	return out
}

// look finds what is in the words of a message.
func (e *eye) look(m *chat.Written, saved detector.People) []sighting {
	if !hasWords(&m.Message) {
		return nil
	}
	v := newView(m.Body)
	e.text.ResetWords(detector.Neutral(v.text))
	var out []sighting
	for _, found := range e.scanner.Run(&e.text, detector.Context{Sender: m.Sender, People: saved}) {
		if found.StandIn {
			continue
		}
		out = append(out, sighting{int32(found.Start), int32(found.End), found.Type, found.Score})
	}
	return out
}

func (l *lookout) keep(m *record, seen []sighting) {
	if !m.whole {
		return
	}
	if l.kept += 1 + len(seen); l.kept > maxSightings {
		*m = record{}
		return
	}
	m.all = append(m.all, seen...)
	m.ends = append(m.ends, int32(len(m.all)))
}

// recall reads a chat again with what was seen in it.
func (l *lookout) recall(seen *record, c *chat.Chat, f func(m, next *chat.Written, seen []sighting) error) error {
	i, from := 0, int32(0)
	for p, err := range pairs.Of(c.Written()) {
		if err == nil {
			err = l.ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := f(&p.This, p.Next, seen.all[from:seen.ends[i]]); err != nil {
			return err
		}
		i, from = i+1, seen.ends[i]
	}
	return nil
}
