package people

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// Whoever glances at the blocks of a chat, the chat is known as if one had read it.
func TestOfByManyWorkers(t *testing.T) {
	engine, err := rules.Load(rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for i := range 3 * limits.Count {
		fmt.Fprintf(&text, "11.03.24, 07:05 - Stefan Brandl: %s Wiedmann%d ruft an, der zahlt nicht\n", []string{"Herr", "Frau", "der"}[i%3], i%400)
	}
	fmt.Fprintf(&text, "11.03.24, 07:06 - Ayşe Öztürk: %s\n", strings.Repeat("Material ist da, sagt Kessler\n", 1<<20/30))
	chats, err := chat.Read("team.txt", chat.Bytes([]byte(text.String())), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := engine.Meet(SavedNames(chats[0]), func(yield func(*chat.Message) bool) {
		for m := range chats[0].Messages() {
			if !yield(&m) {
				return
			}
		}
	})
	for _, workers := range []int{1, 3} {
		got, err := Of(t.Context(), engine, chats[0], workers)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers know other people than one reader, error %v", workers, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Of(ctx, engine, chats[0], 3); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
