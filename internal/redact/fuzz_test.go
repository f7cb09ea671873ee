package redact

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// FuzzRun checks on any text that is a chat: either there is no output, or it is
// read as the same messages and redacting it again changes nothing.
func FuzzRun(f *testing.F) {
	files, err := filepath.Glob("../../testdata/exports/conformance/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(text) < 4<<10 {
			f.Add(text, false, false)
		}
	}
	f.Add([]byte(team), true, true)
	f.Fuzz(func(t *testing.T, text []byte, mask, drop bool) {
		chats, err := chat.Read("chat.txt", chat.Bytes(text), chat.Options{})
		if err != nil {
			return
		}
		opt := Options{Mask: mask}
		if drop {
			opt.Drop = rules.Medium
		}
		once, _, err := redacted(t, text, opt)
		if failed, ok := errors.AsType[*Error](err); ok {
			t.Logf("no output: %v", failed)
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		read, err := chat.Read("chat.txt", chat.Bytes([]byte(once)), chat.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := sameShape(0, chats[0], read[0]); err != nil {
			t.Error(err)
		}
		again, _, err := redacted(t, []byte(once), opt)
		if err != nil || once != again {
			t.Errorf("again: %v\n%s", err, firstDifference(once, again))
		}
	})
}
