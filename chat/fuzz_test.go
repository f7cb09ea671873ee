package chat

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// FuzzZip checks what must hold for every zip: typed errors that name the
// input, no name that leaves its folder, passes that agree, nothing left open.
func FuzzZip(f *testing.F) {
	f.Add(makeZip(f, file{name: "_chat.txt", content: smallChat}, file{name: "Max.vcf", content: smallCard}, file{name: "b.jpg", content: "x"}))
	f.Add(makeZip(f, file{name: "WhatsApp Chat mit Eva.txt", content: smallChat}, file{name: "../x.txt", content: smallChat}, file{name: "n.txt", content: "no chat"}))
	f.Add(overlap(makeZip(f, file{name: "000.txt", content: smallChat}), 3))
	f.Add(lie(makeZip(f, file{name: "_chat.txt", content: strings.Repeat(smallChat, 9)})))
	f.Add(makeZip(f))
	f.Add(uncheckedZip(f, smallChat))
	f.Fuzz(func(t *testing.T, content []byte) {
		src := &changing{contents: [][]byte{content}}
		chats, err := Read("x.zip", src, Options{})
		if e, ok := errors.AsType[*Error](err); err != nil && (!ok || e.Path != "x.zip") {
			t.Fatalf("error %v is untyped or names no input", err)
		}
		for _, c := range chats {
			if c.Entry != "" && !isSafeName(c.Entry) || len(c.Problems) > maxProblems || len(c.Cards) > 2*MaxCards {
				t.Errorf("entry %q, %d problems, %d cards", c.Entry, len(c.Problems), len(c.Cards))
			}
			for _, m := range c.Media {
				if !isSafeName(m.Name) || m.Size < 0 {
					t.Errorf("file %q of %d bytes", m.Name, m.Size)
				}
			}
			checkMessages(t, c, content)
		}
		if src.open != 0 {
			t.Errorf("%d inputs stay open", src.open)
		}
	})
}

// uncheckedZip is a zip with a text that is neither packed nor has a checksum,
// so that a change of its bytes arrives.
func uncheckedZip(f *testing.F, text string) []byte {
	f.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "_chat.txt", CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text))})
	if err != nil {
		f.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		f.Fatal(err)
	}
	if err := z.Close(); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}

// checkMessages is checkInvariants for a text that may be damaged behind its
// first pass.
func checkMessages(t *testing.T, c *Chat, content []byte) {
	t.Helper()
	for _, err := range c.Messages() {
		if err != nil {
			if CodeOf(err) == "" {
				t.Errorf("untyped error %v", err)
			}
			return
		}
	}
	checkInvariants(t, c, content)
}

// FuzzCard checks that what is kept of a contact card is clean and no more than
// the card holds.
func FuzzCard(f *testing.F) {
	f.Add(smallCard)
	f.Add("BEGIN:VCARD\nN:;;\nFN:\xff\x1b[2J\nADR;a=\"b\":;;x\n y\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD")
	f.Fuzz(func(t *testing.T, text string) {
		cards, _ := readCards("x.vcf", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil })
		kept := 0
		for _, c := range cards {
			kept += c.size()
			for _, list := range [][]string{c.Names, c.Phones, c.Emails, c.Addresses, c.Notes, {c.Org}} {
				for _, value := range list {
					if !utf8.ValidString(value) || strings.ContainsAny(value, "\n\r\t") || strings.TrimSpace(value) != value {
						t.Errorf("value %q", value)
					}
				}
			}
		}
		// An invalid byte becomes three, and parts are joined by a comma and a blank.
		if kept > 3*len(text) {
			t.Errorf("%d bytes kept of %d", kept, len(text))
		}
	})
}
