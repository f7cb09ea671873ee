// Package people learns who takes part in a chat and who is talked of in it,
// before its messages are judged.
package people

import (
	"cmp"
	"context"
	"iter"

	"github.com/sourcegraph/conc/stream"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/blocks"
	"github.com/chatlint/chatlint/rules"
)

// limits cut a chat among the workers. What is learnt does not depend on them.
var limits = blocks.Limits[chat.Message]{Count: 256, Size: 1 << 20, SizeOf: func(m *chat.Message) int { return len(m.Text) }}

// Of reads a chat once and quickly, with so many workers. The error is that of
// the chat or of ctx.
func Of(ctx context.Context, engine *rules.Engine, c *chat.Chat, workers int) (*rules.Roster, error) {
	roster := engine.NewRoster(SavedNames(c))
	glances := stream.New().WithMaxGoroutines(workers)
	defer glances.Wait()
	for b, err := range limits.Cut(telling(c.Messages())) {
		if err := cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		for i := range b.Elements {
			roster.Introduce(&b.Elements[i])
		}
		glances.Go(func() stream.Callback {
			seen := roster.Glance(b.Elements)
			return func() { roster.Note(seen) }
		})
	}
	return roster, nil
}

// telling leaves out the messages that tell a roster nothing, some of which are long.
func telling(messages iter.Seq2[chat.Message, error]) iter.Seq2[chat.Message, error] {
	return func(yield func(chat.Message, error) bool) {
		for m, err := range messages {
			if (err != nil || rules.Tells(&m)) && !yield(m, err) {
				return
			}
		}
	}
}

// SavedNames returns the names under which people of a chat are saved.
func SavedNames(c *chat.Chat) (names []string) {
	for _, p := range c.Participants {
		names = append(names, p.Name)
	}
	for _, card := range c.Cards {
		names = append(names, card.Names...)
	}
	return names
}
