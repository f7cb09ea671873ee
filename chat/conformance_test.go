package chat

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const conformanceDir = "../testdata/exports/conformance"

// wire is a message as the conformance cases spell it.
type wire struct {
	Time       string  `json:"time"`
	Sender     *string `json:"sender"`
	Kind       string  `json:"kind"`
	Text       string  `json:"text"`
	Line       int     `json:"line"`
	Edited     bool    `json:"edited"`
	Attachment string  `json:"attachment"`
}

func toWire(m Message) wire {
	w := wire{m.Time.Format("2006-01-02T15:04:05"), nil, m.Kind.String(), m.Text, m.Line, m.Edited, m.Attachment}
	if m.Kind != System {
		w.Sender = &m.Sender
	}
	return w
}

// parse reads a single chat in memory.
func parse(t testing.TB, content []byte) (*Chat, []wire) {
	t.Helper()
	chats, err := Read("test.txt", Bytes(content), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return chats[0], collect(t, chats[0])
}

func collect(t testing.TB, c *Chat) []wire {
	t.Helper()
	var out []wire
	for m, err := range c.Messages() {
		if err != nil {
			t.Fatal(err)
		}
		if m.Index != len(out) {
			t.Errorf("message %d has index %d", len(out), m.Index)
		}
		out = append(out, toWire(m))
	}
	return out
}

// TestConformance runs the cases of testdata/exports/conformance; its README
// tells what each is for.
func TestConformance(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(conformanceDir, "*.txt"))
	if err != nil || len(files) < 61 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			compareCase(t, file, want)
		})
	}
}

func compareCase(t *testing.T, file string, want []byte) {
	chats, err := Open(file, Options{})
	if want[0] == '{' {
		var e struct{ Error Code }
		if json.Unmarshal(want, &e); e.Error == "" || CodeOf(err) != e.Error {
			t.Errorf("error %v, want code %q", err, e.Error)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	var expected []wire
	if err := json.Unmarshal(want, &expected); err != nil {
		t.Fatal(err)
	}
	compareMessages(t, collect(t, chats[0]), expected)
}

func compareMessages(t *testing.T, got, want []wire) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %s", show(want[i]))
		case i >= len(want):
			t.Errorf("surplus %s", show(got[i]))
		case show(got[i]) != show(want[i]):
			t.Errorf("message %d\n got %s\nwant %s", i, show(got[i]), show(want[i]))
		}
	}
}

func show(w wire) string {
	if len(w.Text) > 2000 {
		w.Text = w.Text[:1000] + "…" + w.Text[len(w.Text)-1000:]
	}
	b, _ := json.Marshal(w)
	return string(b)
}
