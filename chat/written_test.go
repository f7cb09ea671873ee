package chat

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rebuild writes a chat again from what it is written of.
func rebuild(t testing.TB, c *Chat) []byte {
	t.Helper()
	var out bytes.Buffer
	w := c.Encode(&out)
	for m, err := range c.Written() {
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(m.Head+m.Name+m.Joint+m.Body, "\n")
		if len(lines) != len(m.Ends) {
			t.Fatalf("message %d: %d lines, %d ends", m.Index, len(lines), len(m.Ends))
		}
		for i, line := range lines {
			fmt.Fprint(w, line, m.Ends[i])
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWrittenIsTheFile checks that nothing of a file is lost or moved.
func TestWrittenIsTheFile(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(conformanceDir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for _, file := range files {
		chats, err := Open(file, Options{})
		if err != nil {
			continue // a case of an error
		}
		if chats[0].Preamble() > 0 {
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := rebuild(t, chats[0]); !bytes.Equal(got, want) {
			t.Errorf("%s: differs", filepath.Base(file))
		}
		whole++
	}
	if whole < 50 {
		t.Errorf("%d files", whole)
	}
}

func TestWrittenNames(t *testing.T) {
	const text = "[14.08.24, 21:00:10] Team Garten: \u200eNachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\r\n" +
		"[14.08.24, 21:00:11] \u202aElke: die Zweite\u202c: hallo\r\nund noch was\r\n" +
		"[14.08.24, 21:00:12] \u202aElke: die Zweite\u202c: ja\n" +
		"[14.08.24, 21:00:13] \u202aElke: die Zweite\u202c: nein\r"
	chats, err := Read("x.txt", Bytes([]byte(text)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for m, err := range chats[0].Written() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%q", []string{m.Name, m.Joint, m.Body, strings.Join(m.Ends, "|")}))
	}
	want := []string{
		`["Team Garten" ": " "\u200eNachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt." "\r\n"]`,
		`["\u202aElke: die Zweite\u202c" ": " "hallo\nund noch was" "\r\n|\r\n"]`,
		`["\u202aElke: die Zweite\u202c" ": " "ja" "\n"]`,
		`["\u202aElke: die Zweite\u202c" ": " "nein" "\r"]`,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := rebuild(t, chats[0]); string(got) != text {
		t.Errorf("got %q", got)
	}
}

func TestUnmark(t *testing.T) {
	clean, offsets := Unmark("\u200eä@\u2068Jo\u2069")
	if clean != "ä@Jo" || fmt.Sprint(offsets) != "[3 4 5 9 10 14]" {
		t.Errorf("got %q %v", clean, offsets)
	}
	if clean, offsets := Unmark("ä@Jo"); clean != "ä@Jo" || offsets != nil {
		t.Errorf("without marks: got %q %v", clean, offsets)
	}
}

// TestRemarkIsNoName checks that a remark in brackets is not taken for the
// second half of a name.
func TestRemarkIsNoName(t *testing.T) {
	chats, err := Read("x.txt", Bytes([]byte(strings.Repeat("11.03.24, 07:02 - Jana: [entfernt: health]\n", 4))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p := chats[0].Participants; len(p) != 1 || p[0].Name != "Jana" {
		t.Errorf("participants %v", p)
	}
}
