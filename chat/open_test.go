package chat

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

const smallChat = "13.05.23, 08:00 - Eva: Karte kommt\n13.05.23, 08:01 - Max: Max.vcf (Datei angehängt)\n"

const smallCard = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Muster;Karla;;;\r\nFN:Karla Muster\r\nitem1.TEL;waid=491700000000:+49 170 0000000\r\nEMAIL;type=WORK:karla@example.org\r\nADR;type=HOME:;;Hauptstr. 1;Musterstadt;;12345;Deutschland\r\nORG:Beispiel GmbH;\r\nEND:VCARD\r\n"

// file is an entry of a zip under test.
type file struct {
	name, content string
	header        func(*zip.FileHeader)
}

func makeZip(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		if f.header != nil {
			f.header(h)
		}
		e, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Write([]byte(f.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func hasProblem(c *Chat, code ProblemCode) bool {
	return slices.ContainsFunc(c.Problems, func(p Problem) bool { return p.Code == code })
}

func TestReadZip(t *testing.T) {
	content := makeZip(t,
		file{name: "Export/Notiz.txt", content: "nur eine Notiz\n"},
		file{name: "Export/_chat.txt", content: smallChat},
		file{name: "Export/WhatsApp Chat mit Büro.txt", content: smallChat + smallChat},
		file{name: "Export/Max.vcf", content: smallCard},
		file{name: "Export/kaputt.vcf", content: "BEGIN:VCARD\r\nohne Ende"},
		file{name: "Export/IMG-20230513-WA0001.jpg", content: "not really"},
		file{name: "Export/IMG-20230513-WA0001.jpg", content: "twice"},
		file{name: "../../etc/passwd", content: "x"},
		file{name: "a\nb.jpg", content: "x"},
		file{name: "Export/innen.zip", content: "PK"},
		file{name: "__MACOSX/._x", content: "x"},
		file{name: "link", content: "/etc/passwd", header: func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }},
	)
	chats, err := Read("dir/WhatsApp Chat - Team.zip", Bytes(content), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(chats) != 2 || chats[0].Entry != "Export/_chat.txt" || chats[0].Name != "Team" || chats[1].Name != "Büro" || chats[1].MessageCount != 4 {
		t.Fatalf("chats %+v", chats)
	}
	c := chats[0]
	for _, code := range []ProblemCode{UnsafeName, DuplicateEntry, LinkEntry, NestedArchive, BrokenCard} {
		if !hasProblem(c, code) {
			t.Errorf("no problem %s in %v", code, c.Problems)
		}
	}
	var media []string
	for _, m := range c.Media {
		media = append(media, m.Name)
	}
	want := []string{"Export/IMG-20230513-WA0001.jpg", "Export/Max.vcf", "Export/Notiz.txt", "Export/innen.zip", "Export/kaputt.vcf"}
	if !slices.Equal(media, want) || c.Media[0].Size != 10 {
		t.Errorf("media %v, want %v", c.Media, want)
	}
	wantCard := Card{File: "Export/Max.vcf", Names: []string{"Karla Muster"}, Phones: []string{"+49 170 0000000"}, Emails: []string{"karla@example.org"}, Addresses: []string{"Hauptstr. 1, Musterstadt, 12345, Deutschland"}, Org: "Beispiel GmbH"}
	if len(c.Cards) != 1 || fmt.Sprintf("%+v", c.Cards[0]) != fmt.Sprintf("%+v", wantCard) {
		t.Errorf("cards %+v", c.Cards)
	}
	if got := collect(t, c); len(got) != 2 || got[1].Kind != "contact" {
		t.Errorf("messages %v", got)
	}
	if len(c.SHA256) != 64 || c.SHA256 != chats[1].SHA256 || c.Bytes != int64(len(content)) {
		t.Errorf("hash %s, %d bytes", c.SHA256, c.Bytes)
	}
}

func TestZipErrors(t *testing.T) {
	good := makeZip(t, file{name: "_chat.txt", content: smallChat + strings.Repeat("mehr Text zum Stauchen, Nummer 7 und 8\n", 99)})
	encrypted := makeZip(t, file{name: "_chat.txt", content: smallChat})
	setFlag(encrypted)
	bomb := makeZip(t, file{name: "_chat.txt", content: smallChat + strings.Repeat("a", RatioFloor)})
	damaged := bytes.Clone(good)
	for i := 60; i < 90; i++ {
		damaged[i] ^= 0x55
	}
	many := make([]file, MaxEntries+1)
	for i := range many {
		many[i] = file{name: fmt.Sprint(i), header: func(h *zip.FileHeader) { h.Method = zip.Store }}
	}
	for _, c := range []struct {
		name    string
		content []byte
		want    Code
	}{
		{"no chat", makeZip(t, file{name: "readme.txt", content: "hi"}), NoChatInZip},
		{"empty", makeZip(t), NoChatInZip},
		{"encrypted", encrypted, EncryptedZip},
		{"cut off", good[:len(good)/2], BrokenZip},
		{"damaged", damaged, BrokenZip},
		{"ratio", bomb, ZipBomb},
		{"entries", makeZip(t, many...), ZipBomb},
		{"lying size", lie(makeZip(t, file{name: "_chat.txt", content: smallChat + strings.Repeat("b\n", 9000)})), BrokenZip},
	} {
		_, err := Read("x.zip", Bytes(c.content), Options{})
		var e *Error
		if !errors.As(err, &e) || e.Code != c.want || e.Path != "x.zip" || !errors.Is(err, &Error{Code: c.want}) {
			t.Errorf("%s: error %v, want code %s", c.name, err, c.want)
		}
	}
}

// TestDamagedZips flips every byte of a zip once: whatever comes out, errors
// stay typed and the two passes agree.
func TestDamagedZips(t *testing.T) {
	content := makeZip(t, file{name: "_chat.txt", content: smallChat}, file{name: "Max.vcf", content: smallCard}, file{name: "b.jpg", content: "x"})
	for i := range content {
		damaged := bytes.Clone(content)
		damaged[i] ^= 0xFF
		chats, err := Read("x.zip", Bytes(damaged), Options{})
		if err != nil {
			if CodeOf(err) == "" {
				t.Errorf("byte %d: untyped error %v", i, err)
			}
			continue
		}
		for _, c := range chats {
			collect(t, c)
		}
	}
}

// setFlag marks the first entry as encrypted, in the local header and in the
// listing.
func setFlag(b []byte) {
	b[6] |= 1
	b[bytes.Index(b, []byte("PK\x01\x02"))+8] |= 1
}

// lie makes the listing name a smaller size than the first entry has.
func lie(b []byte) []byte {
	i := bytes.Index(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[i+24:], 100)
	return b
}

func TestOpenFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(dir, Options{}); CodeOf(err) != NoChatInFolder {
		t.Errorf("empty folder: %v", err)
	}
	write("b/kaputt.zip", []byte("PK\x03\x04"))
	if _, err := Open(dir, Options{}); CodeOf(err) != BrokenZip {
		t.Errorf("folder with nothing but a broken zip: %v", err)
	}
	write("a/WhatsApp Chat mit Eva.txt", []byte(smallChat))
	write("a/Max.vcf", []byte(smallCard))
	write("a/Notiz.txt", []byte("kein Chat"))
	write("b/c/Export.zip", makeZip(t, file{name: "_chat.txt", content: smallChat}))
	write(".versteckt/x.txt", []byte(smallChat))
	if err := os.Symlink(filepath.Join(dir, "a"), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	chats, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(chats) != 2 || chats[0].Name != "Eva" || chats[1].Name != "Export" {
		t.Fatalf("chats %+v", chats)
	}
	c := chats[0]
	if len(c.Media) != 2 || len(c.Cards) != 1 || c.Media[0].Name != "a/Max.vcf" {
		t.Errorf("media %v, cards %v", c.Media, c.Cards)
	}
	if !hasProblem(c, UnreadableEntry) || !hasProblem(c, LinkEntry) {
		t.Errorf("problems %v", c.Problems)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(filepath.Join(dir, "fehlt.txt"), Options{}); CodeOf(err) != NotFound || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	locked := filepath.Join(dir, "zu.txt")
	if err := os.WriteFile(locked, []byte(smallChat), 0o000); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(locked); err != nil {
		if _, err := Open(locked, Options{}); CodeOf(err) != NoPermission || !errors.Is(err, fs.ErrPermission) {
			t.Errorf("locked: %v", err)
		}
	}
	if _, err := Open(os.DevNull, Options{}); CodeOf(err) != NotAFile {
		t.Errorf("device: %v", err)
	}
	if _, err := Read("x", Bytes([]byte("\xff\xfe\x00\x001\x00\x00\x00")), Options{}); CodeOf(err) != WrongEncoding {
		t.Errorf("UTF-32: %v", err)
	}
	if _, err := Read("x", Bytes([]byte("\x89PNG\r\n\x1a\n\x00\x00")), Options{}); CodeOf(err) != NotAChat {
		t.Errorf("picture: %v", err)
	}
}

func TestChangedMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(path, []byte(smallChat), 0o600); err != nil {
		t.Fatal(err)
	}
	chats, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(smallChat+smallChat), 0o600); err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range chats[0].Messages() {
		last = err
	}
	if CodeOf(last) != ChangedMeanwhile {
		t.Errorf("error %v", last)
	}
}

func TestUTF16(t *testing.T) {
	const text = "\uFEFF13.05.23, 08:00 - Änne: Grüße 🎉\r\nzweite Zeile\r\n"
	for name, order := range map[string]binary.AppendByteOrder{utf16LEEncoding: binary.LittleEndian, utf16BEEncoding: binary.BigEndian} {
		var b []byte
		for _, u := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, u)
		}
		c, got := parse(t, b)
		if c.Encoding != name || len(got) != 1 || got[0].Text != "Grüße 🎉\nzweite Zeile" || *got[0].Sender != "Änne" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestProblems(t *testing.T) {
	file := "Vorspann\n\n31.02.23, 08:00 - A: a\x00b\n31.04.23, 08:01 - Ä: \xff\xff x \xff\n13.05.23, 08:01 - B: c\n"
	c, _ := parse(t, []byte(file))
	want := map[ProblemCode]Problem{
		Preamble:       {Code: Preamble, Line: 1, Count: 2},
		NulBytes:       {Code: NulBytes, Line: 3, Count: 1},
		InvalidBytes:   {Code: InvalidBytes, Line: 4, Count: 2},
		ImpossibleDate: {Code: ImpossibleDate, Line: 3, Count: 1},
	}
	for code, p := range want {
		if !slices.Contains(c.Problems, p) {
			t.Errorf("%s: %v", code, c.Problems)
		}
	}
	if len(c.Problems) != 5 {
		t.Errorf("%d problems: %v", len(c.Problems), c.Problems)
	}
	var many strings.Builder
	many.WriteString("13.05.23, 08:00 - A: a\n")
	for range 3 * maxProblems {
		many.WriteString("31.02.23, 08:00 - A: a\n")
	}
	if c, _ = parse(t, []byte(many.String())); len(c.Problems) != maxProblems || c.ProblemsDropped != 2*maxProblems {
		t.Errorf("%d problems kept, %d dropped", len(c.Problems), c.ProblemsDropped)
	}
}

// TestHostileLine checks that what exceeds MaxText is counted, on one line and
// over many, and that the rest of the file is still read.
func TestHostileLine(t *testing.T) {
	const extra = 1000
	for name, filler := range map[string]string{"one line": "x", "many lines": strings.Repeat("y", 99) + "\n"} {
		body := strings.Repeat(filler, (MaxText+extra)/len(filler))
		c, got := parse(t, []byte("13.05.23, 08:00 - A: "+body+"\n13.05.23, 08:01 - B: danach\n"))
		if len(got) != 2 || got[1].Text != "danach" || len(got[0].Text) > MaxText || len(got[0].Text) < MaxText-200 {
			t.Errorf("%s: %d messages, %d bytes", name, len(got), len(got[0].Text))
		}
		if !hasProblem(c, TextCut) {
			t.Errorf("%s: problems %v", name, c.Problems)
		}
	}
}

// TestHostileSenders checks that the account of senders stays bounded and
// that nothing is lost beyond it.
func TestHostileSenders(t *testing.T) {
	var b strings.Builder
	const n = MaxSenders + 10
	for i := range n {
		fmt.Fprintf(&b, "13.05.23, 08:00 - P%d: x\n", i)
	}
	c, got := parse(t, []byte(b.String()))
	if len(got) != n || *got[n-1].Sender != fmt.Sprintf("P%d", n-1) || len(c.Participants) != MaxSenders || !hasProblem(c, TooManySenders) {
		t.Errorf("%d messages, %d participants, %v", len(got), len(c.Participants), c.Problems)
	}
}

func TestTitle(t *testing.T) {
	for file, want := range map[string]string{
		"WhatsApp Chat mit Büro Süd.txt":          "Büro Süd",
		"WhatsApp-Chat mit Büro.txt":              "Büro",
		"WhatsApp_Chat_with_Ann_Lee.txt":          "Ann Lee",
		"WhatsApp Chat - Team.zip":                "Team",
		"Ahmet ile WhatsApp Sohbeti.txt":          "Ahmet",
		"与李雷的 WhatsApp 聊天.txt":                    "李雷",
		"Chat WhatsApp s uživatelem\u00A0Jan.TXT": "Jan",
		"notizen.txt":                             "notizen",
	} {
		if got := title(file); got != want {
			t.Errorf("title(%q) = %q, want %q", file, got, want)
		}
	}
}
