package rules_test

import (
	"cmp"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

// Blocks of a chat, checked by a session that has seen other chats and then the
// rules.Window messages before the block, find what one session finds over the
// whole chat. Checked on every 40th training chat; nothing of their text is shown.
func TestBlocksOfLabelledChats(t *testing.T) {
	files, err := filepath.Glob("../testdata/labelled/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	all, err := eval.Load(files, "")
	if err != nil {
		t.Fatal(err)
	}
	engine, err := rules.Load(rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	natural := 0
	for _, c := range eval.Select(all, eval.Train) {
		if c.Mini() {
			continue
		}
		if natural++; natural%40 != 0 {
			continue
		}
		people := eval.Meet(engine, c.Messages)
		want := check(engine.NewSession(people), nil, c.Messages, nil)
		s := engine.NewSession(people)
		for _, size := range []int{1, 7, 50} {
			for from := 0; from < len(c.Messages); from += size {
				to := min(from+size, len(c.Messages))
				got := check(s, c.Messages[max(0, from-rules.Window):from], c.Messages[from:to], chat.After(c.Messages, to-1))
				if !reflect.DeepEqual(got, want[from:to]) {
					t.Fatalf("%s: blocks of %d differ from the whole chat at message %d", c.ID, size, from)
				}
			}
		}
	}
	if natural < 40 {
		t.Fatalf("only %d long chats", natural)
	}
}

// check restarts the session, observes and checks messages between others.
func check(s *rules.Session, before, messages []chat.Message, next *chat.Message) []rules.Result {
	s.Restart()
	for i := range before {
		s.Observe(&before[i])
	}
	var out []rules.Result
	for i := range messages {
		r := s.Check(&messages[i], cmp.Or(chat.After(messages, i), next))
		out = append(out, rules.Result{Entities: slices.Concat(r.Entities), Findings: slices.Concat(r.Findings)})
	}
	return out
}
