package chat

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzRead checks what must hold for every input: no panic, typed errors, two
// passes that agree, every line in exactly one place.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join(conformanceDir, "*.txt"))
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(content) < 4096 {
			f.Add(content)
		}
	}
	for _, l := range stampLocales {
		f.Add(bigChat(3, l))
	}
	f.Add([]byte("[1.1.00BE 0.00] \u200e"))
	f.Add([]byte("[1.1.0000 0.00] \u200e"))
	f.Fuzz(func(t *testing.T, content []byte) {
		chats, err := Read("fuzz.txt", Bytes(content), Options{})
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		for _, c := range chats {
			checkInvariants(t, c, content)
		}
	})
}

func checkInvariants(t *testing.T, c *Chat, content []byte) {
	t.Helper()
	preamble := 0
	for _, p := range c.Problems {
		if p.Count <= 0 {
			t.Errorf("problem without a count: %+v", p)
		}
		if p.Code == Preamble {
			preamble = p.Count
		}
	}
	line, count, text, system := 0, 0, 0, 0
	for m, err := range c.Messages() {
		if err != nil {
			t.Fatalf("second pass: %v", err)
		}
		if count == 0 && m.Line != preamble+1 || m.Line <= line {
			t.Errorf("message %d at line %d, after line %d, preamble %d", count, m.Line, line, preamble)
		}
		if y := m.Time.Year(); y < 1 || y > 9999 {
			t.Errorf("year %d", y)
		}
		if m.Time.Before(c.First) || m.Time.After(c.Last) {
			t.Errorf("time %v outside %v to %v", m.Time, c.First, c.Last)
		}
		if int(m.Kind) >= len(kindNames) || (m.Kind == System) != (m.Sender == "") {
			t.Errorf("kind %v, sender %q", m.Kind, m.Sender)
		}
		if !utf8.ValidString(m.Text) || !utf8.ValidString(m.Sender) || hasMark([]byte(m.Text)) {
			t.Errorf("unclean text or sender at line %d", m.Line)
		}
		if m.Kind == System {
			system++
		}
		line, count, text = m.Line, count+1, text+len(m.Text)
	}
	if count != c.MessageCount || count == 0 {
		t.Errorf("%d messages, first pass counted %d", count, c.MessageCount)
	}
	if total := bytes.Count(content, []byte{'\n'}) + 1; c.Entry == "" && c.Encoding == utf8Encoding && line > total {
		t.Errorf("line %d of %d", line, total)
	}
	if c.Entry == "" && utf8.Valid(content) && text > len(content) {
		t.Errorf("%d bytes of text from %d", text, len(content))
	}
	spoken := 0
	for _, p := range c.Participants {
		if p.Name == "" || p.Messages <= 0 {
			t.Errorf("participant with %d messages", p.Messages)
		}
		spoken += p.Messages
	}
	if spoken+system != count {
		t.Errorf("%d messages of participants and %d notices of %d", spoken, system, count)
	}
}

// FuzzLayout checks that the shortcut for lines of a known layout gives what
// the full parser gives.
func FuzzLayout(f *testing.F) {
	for _, l := range stampLocales {
		c := bytes.SplitN(bigChat(2, l), []byte{'\n'}, 3)
		f.Add(c[0], c[1])
	}
	f.Fuzz(func(t *testing.T, first, second []byte) {
		var p headerParser
		var got, want header
		p.parse(first, &got)
		ok := p.parse(second, &got)
		if wanted := parseHeader(second, &want); ok != wanted || ok && got != want {
			t.Errorf("%q after %q:\n got %v %+v\nwant %v %+v", second, first, ok, got, wanted, want)
		}
	})
}

// FuzzClassifyBody checks that no body makes more text than it has.
func FuzzClassifyBody(f *testing.F) {
	for _, c := range ownCases {
		f.Add("Anna", c.file)
	}
	f.Fuzz(func(t *testing.T, sender, body string) {
		kind, text, attachment, _ := ClassifyBody(sender, body)
		if int(kind) >= len(kindNames) || !utf8.ValidString(text) {
			t.Errorf("kind %v, text %q", kind, text)
		}
		if utf8.ValidString(body) && len(text)+len(attachment) > len(body) {
			t.Errorf("%q and %q from %q", text, attachment, body)
		}
	})
}
