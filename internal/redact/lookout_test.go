package redact

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// longChat is a chat of several blocks in which names and numbers return.
func longChat(messages int) []byte {
	lines := strings.Split(strings.TrimSpace(team), "\n")
	var b strings.Builder
	for i := range messages {
		line := lines[i%len(lines)]
		fmt.Fprintln(&b, strings.ReplaceAll(line, "Kevin", []string{"Kevin", "Olena", "Frau Quellmalz"}[i/7%3]))
	}
	return []byte(b.String())
}

func TestWorkersChangeNothing(t *testing.T) {
	text := longChat(4 * blockMessages)
	want, first, err := redacted(t, text, Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{2, 7} {
		got, result, err := redacted(t, text, Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%d workers: %s", workers, firstDifference(want, got))
		}
		if fmt.Sprint(result.Remaining, result.Replaced) != fmt.Sprint(first.Remaining, first.Replaced) {
			t.Errorf("%d workers: %v %v, want %v %v", workers, result.Remaining, result.Replaced, first.Remaining, first.Replaced)
		}
	}
}

// TestRecall checks that a chat that is read again shows what it did at first,
// also where it was too much to remember.
func TestRecall(t *testing.T) {
	chats, err := chat.Read("chat.txt", chat.Bytes(longChat(2*blockMessages+5)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range []int{0, maxSightings - 100} {
		l := newLookout(t.Context(), 2, detector.New(), detector.NewPeople([]string{"Stefan Brandl"}))
		l.kept = kept
		var reads [2][]string
		for i := range reads {
			err := l.each(0, chats[0], func(m, next *chat.Written, seen []sighting) error {
				after := -1
				if next != nil {
					after = next.Index
				}
				reads[i] = append(reads[i], fmt.Sprint(m.Index, after, len(seen), seen))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if end := len(reads[0]) - 1; !strings.HasPrefix(reads[0][end-1], fmt.Sprint(end-1, end)) || !strings.HasPrefix(reads[0][end], fmt.Sprint(end, -1)) {
			t.Errorf("kept %d: the last messages are followed by %q", kept, reads[0][end-1:])
		}
		if strings.Join(reads[0], "\n") != strings.Join(reads[1], "\n") || len(reads[0]) != chats[0].MessageCount {
			t.Errorf("kept %d: %d and %d messages, not the same", kept, len(reads[0]), len(reads[1]))
		}
		if remembered := l.seen[0].whole; remembered != (kept == 0) {
			t.Errorf("kept %d: remembered %t", kept, remembered)
		}
	}
}
