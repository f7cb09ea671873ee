package redact

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
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

// FuzzWriteZip redacts any zip that holds a chat: what comes out is a zip with
// the same messages, in which no name leads out of it or into a folder.
func FuzzWriteZip(f *testing.F) {
	f.Add(zipOf(f, "_chat.txt", team), false)
	f.Add(zipOf(f, "Chat mit Huber/_chat.txt", team, "Huber/a.jpg", "x", "b/a.jpg", "y", "Huber.vcf", "BEGIN:VCARD\nFN:Huber\nEND:VCARD\n"), true)
	f.Add(zipOf(f, "WhatsApp Chat mit Brandl.txt", team, "_chat.txt", team, "../x.jpg", "x", "x.zip", "PK"), true)
	f.Fuzz(func(t *testing.T, content []byte, keep bool) {
		chats, err := chat.Read("team.zip", chat.Bytes(content), chat.Options{})
		if err != nil || chats[0].Entry == "" {
			return
		}
		result, err := Run(t.Context(), chats, engine(), Options{Lang: "de", Scratch: newMemory})
		if err != nil {
			return // said by FuzzRun
		}
		in, err := chat.Bytes(content).Open()
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := result.WriteZip(&out, in, keep); err != nil {
			return // a damaged file beside the chat
		}
		z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range z.File {
			if strings.ContainsAny(e.Name, `/\`) {
				t.Errorf("entry %q", e.Name)
			}
		}
		again, err := chat.Read("out.zip", chat.Bytes(out.Bytes()), chat.Options{})
		if err != nil || len(again) != len(chats) {
			t.Fatalf("%d chats of %d: %v", len(again), len(chats), err)
		}
		for i := range chats {
			if again[i].MessageCount != chats[i].MessageCount {
				t.Errorf("chat %d has %d messages of %d", i, again[i].MessageCount, chats[i].MessageCount)
			}
		}
	})
}
