package chat

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// TestHostileBodies reads bodies that repeat whatever a recogniser looks for.
// Anything quadratic would take minutes.
func TestHostileBodies(t *testing.T) {
	const size = 128 << 10
	for _, unit := range []string{
		"\u200E", "\u200E ", "\u200E<", "\u200Ea", "<", ">", "a.pdf ", "<a: ", "00000001-", " (a)", ": ", "„", "„a: “", "•\u200E", "-20", "IMG-2023",
		"\n", "\n\u200E", "A:\n", "OPTION: a (1)\n", "http", "https://maps.google.com/?q=", "\u00A0", "a. ", "null", "\x00", "\uFEFF", "1.1.23 ", "\n1.1.23, ", "م",
	} {
		body := strings.Repeat(unit, size/len(unit))
		for _, frame := range []string{"13.05.23, 08:00 - A: ", "\u200E[13.05.23, 08:00:00] A: \u200E", "[13.05.23, 08:00:00] A: x ", "13.05.23, 08:00 - "} {
			start := time.Now()
			chats, err := Read("x", Bytes([]byte(frame+"a\n"+frame+body+"\n"+frame+body+">)\n")), Options{})
			if err != nil {
				t.Fatalf("%q: %v", unit, err)
			}
			collect(t, chats[0])
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%q in %q took %v", unit, frame, took)
			}
		}
	}
}

// full makes the hostile inputs as large as an attacker would, for which there
// is no time in every run: CHATLINT_HOSTILE=full go test ./...
var full = os.Getenv("CHATLINT_HOSTILE") == "full"

// sized chooses the size of a hostile input.
func sized(quick, whole int) int {
	if full {
		return whole
	}
	return quick
}

// within fails if f takes longer than anything linear would.
func within(t *testing.T, name string, limit time.Duration, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if took := time.Since(start); took > limit {
		t.Errorf("%s took %v", name, took)
	}
}

// TestHostileTexts reads whole files that exceed what people write: the number
// of messages, the length of one, the number of their senders. What is not
// read is counted, so that every byte is accounted for.
func TestHostileTexts(t *testing.T) {
	t.Run("one-byte messages", func(t *testing.T) {
		n := sized(100_000, 1_000_000)
		within(t, "reading", time.Minute, func() {
			c, got := readAll(t, strings.Repeat("13.05.23, 08:00 - A: a\n", n))
			if got != n || len(c.Problems) > 0 {
				t.Errorf("%d of %d messages, problems %v", got, n, c.Problems)
			}
		})
	})
	t.Run("one message", func(t *testing.T) {
		n := sized(MaxText+1<<20, 100<<20)
		within(t, "reading", time.Minute, func() {
			c, got := readAll(t, "13.05.23, 08:00 - A: "+strings.Repeat("x", n)+"\n13.05.23, 08:01 - B: danach\n")
			// The limit counts the whole line, with what stands before the text.
			if got != 2 || len(c.Problems) != 1 || c.Problems[0].Code != TextCut || c.Problems[0].Count < n-MaxText || c.Problems[0].Count > n-MaxText+100 {
				t.Errorf("%d messages, problems %v", got, c.Problems)
			}
		})
	})
	t.Run("participants", func(t *testing.T) {
		const n = 1 << 16
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "13.05.23, 08:00 - P%d: x\n", i)
		}
		within(t, "reading", time.Minute, func() {
			c, got := readAll(t, b.String())
			if got != n || len(c.Participants) != MaxSenders || len(c.Problems) != 1 || c.Problems[0].Count != n-MaxSenders {
				t.Errorf("%d messages, %d participants, problems %v", got, len(c.Participants), c.Problems)
			}
		})
	})
}

// readAll reads a text that is a chat and counts its messages.
func readAll(t *testing.T, text string) (c *Chat, messages int) {
	t.Helper()
	chats, err := Read("x", Bytes([]byte(text)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range chats[0].Messages() {
		if err != nil {
			t.Fatal(err)
		}
		messages++
	}
	return chats[0], messages
}

// TestHostileNumbers reads zips of very many entries, which must not cost the
// square of their number.
func TestHostileNumbers(t *testing.T) {
	numbered := func(n int, ending, content string) []byte {
		files := []file{{name: "_chat.txt", content: smallChat}}
		for i := range n - 1 {
			files = append(files, file{name: fmt.Sprintf("%06d%s", i, ending), content: content})
		}
		return makeZip(t, files...)
	}
	for _, c := range []struct {
		name            string
		content         []byte
		chats, cardsMin int
		want            Code
	}{
		{"media", numbered(sized(10_000, MaxEntries), ".jpg", "x"), 1, 0, ""},
		{"too many", numbered(MaxEntries+1, ".jpg", ""), 0, 0, ZipBomb},
		{"texts", numbered(sized(2_000, MaxEntries), ".txt", "no chat"), 1, 0, ""},
		{"chats", numbered(sized(2_000, MaxChats), ".txt", smallChat), sized(2_000, MaxChats), 0, ""},
		{"too many chats", numbered(MaxChats+1, ".txt", smallChat), 0, 0, ZipBomb},
		{"cards", numbered(sized(2_000, MaxEntries), ".vcf", smallCard), 1, sized(1_999, MaxCards), ""},
	} {
		within(t, c.name, time.Minute, func() {
			chats, err := Read("x.zip", Bytes(c.content), Options{})
			if CodeOf(err) != c.want || len(chats) != c.chats {
				t.Fatalf("%s: %d chats, error %v", c.name, len(chats), err)
			}
			if err == nil && len(chats[0].Cards) < c.cardsMin {
				t.Errorf("%s: %d cards", c.name, len(chats[0].Cards))
			}
		})
	}
}

// TestZipBombs refuses what unpacks to far more than an export, before it is
// unpacked.
func TestZipBombs(t *testing.T) {
	filler := smallChat + strings.Repeat("a", RatioFloor-len(smallChat))
	kernel := makeZip(t, file{name: "000.txt", content: filler})
	for name, content := range map[string][]byte{
		"many below the limit": makeZip(t, file{name: "a.txt", content: filler}, file{name: "b.txt", content: filler}),
		"overlapping":          overlap(kernel, 100),
	} {
		within(t, name, time.Minute, func() {
			chats, err := Read("x.zip", Bytes(content), Options{})
			if code := CodeOf(err); code != ZipBomb && code != BrokenZip {
				t.Errorf("%s: %d chats, error %v", name, len(chats), err)
			}
		})
	}
}

// overlap makes the listing of a zip with one entry name it n times, each time
// under a name of its own: all share the same bytes.
func overlap(b []byte, n int) []byte {
	at := bytes.Index(b, []byte("PK\x01\x02"))
	end := bytes.LastIndex(b, []byte("PK\x05\x06"))
	record, out := b[at:end], bytes.Clone(b[:at])
	for i := range n {
		out = append(out, bytes.Replace(record, []byte("000"), fmt.Appendf(nil, "%03d", i), 1)...)
	}
	tail := bytes.Clone(b[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(record)))
	return append(out, tail...)
}

// TestNestedZips opens no archive inside of another, so that one that holds
// itself ends nowhere but here.
func TestNestedZips(t *testing.T) {
	inner := makeZip(t, file{name: "_chat.txt", content: smallChat})
	for range 10 {
		inner = makeZip(t, file{name: "r.zip", content: string(inner)})
	}
	if _, err := Read("x.zip", Bytes(inner), Options{}); CodeOf(err) != NoChatInZip {
		t.Errorf("nested chat: %v", err)
	}
	chats, err := Read("x.zip", Bytes(makeZip(t, file{name: "_chat.txt", content: smallChat}, file{name: "r.zip", content: string(inner)})), Options{})
	if err != nil || len(chats) != 1 || !hasProblem(chats[0], NestedArchive) {
		t.Errorf("%d chats, %v", len(chats), err)
	}
}

// TestHostileNames keeps names out that leave their folder or hold control
// characters.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{
		"../x.txt", "a/../../x.txt", "/etc/x.txt", `..\x.txt`, `C:\x.txt`, "C:x.txt", "a\x00.txt", "a\nb.txt", "\x1b[2J.txt", "a\u0085.txt", "..", "../x.vcf", "../x.zip",
	} {
		chats, err := Read("x.zip", Bytes(makeZip(t, file{name: "_chat.txt", content: smallChat}, file{name: name, content: smallChat})), Options{})
		if err != nil || len(chats) != 1 {
			t.Errorf("%q: %d chats, error %v", name, len(chats), err)
			continue
		}
		c := chats[0]
		if len(c.Media)+len(c.Cards) > 0 || !hasProblem(c, UnsafeName) {
			t.Errorf("%q: media %v, problems %v", name, c.Media, c.Problems)
		}
		for _, p := range c.Problems {
			if strings.ContainsFunc(p.Entry, unicode.IsControl) {
				t.Errorf("%q is reported as %q", name, p.Entry)
			}
		}
	}
}

// TestHostileCards reads contact cards that repeat whatever is gathered.
func TestHostileCards(t *testing.T) {
	fill := func(unit string) string { return strings.Repeat(unit, MaxCardSize/len(unit)-20) }
	var numbers strings.Builder
	for i := range MaxCardSize / 16 {
		fmt.Fprintf(&numbers, "TEL:%d\n", i)
	}
	for name, body := range map[string]string{
		"folded": "NOTE:x\n" + fill(" y\n"), "numbers": numbers.String(), "parts": "ADR:" + fill(";a"), "parameters": "TEL" + fill(";a=b") + ":1\n",
		"unfinished": fill("BEGIN:VCARD\n"), "groups": fill("a."), "blank": fill("\n"),
	} {
		within(t, name, time.Minute, func() {
			chats, err := Read("x.zip", Bytes(makeZip(t, file{name: "_chat.txt", content: smallChat}, file{name: "x.vcf", content: "BEGIN:VCARD\n" + body + "\nEND:VCARD\n"})), Options{})
			if err != nil || len(chats[0].Cards) > MaxCards {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// What is kept of all cards together is bounded as well.
func TestCardTextIsBounded(t *testing.T) {
	files := []file{{name: "_chat.txt", content: smallChat}}
	for i := range 10 {
		files = append(files, file{name: fmt.Sprint(i, ".vcf"), content: "BEGIN:VCARD\nNOTE:" + strings.Repeat("x", MaxCardSize-100) + "\nEND:VCARD\n"})
	}
	chats, err := Read("x.zip", Bytes(makeZip(t, files...)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c := chats[0]; c.cardText > MaxCardText+MaxCardSize || !hasProblem(c, CardsSkipped) {
		t.Errorf("%d bytes kept, problems %v", c.cardText, c.Problems)
	}
}

// changing is a source whose content is another one at each opening, and which
// knows how many of its inputs are open.
type changing struct {
	contents [][]byte // the last one stays
	opened   int
	open     int
}

func (c *changing) Open() (Input, error) {
	content := c.contents[min(c.opened, len(c.contents)-1)]
	c.opened++
	c.open++
	return &countedInput{bytesInput{bytes.NewReader(content)}, c}, nil
}

type countedInput struct {
	Input
	source *changing
}

func (c *countedInput) Close() error { c.source.open--; return nil }

// truncated is an input that lost its end after it was opened.
type truncated struct {
	Input
	at int64
}

func (s truncated) Open() (Input, error) { return s, nil }

func (s truncated) ReadAt(p []byte, off int64) (int, error) {
	if off >= s.at {
		return 0, io.EOF
	}
	return s.Input.ReadAt(p[:min(int64(len(p)), s.at-off)], off)
}

// TestChangingFiles changes a file between and during the passes. The messages
// are those of the bytes that were hashed, or there is an error.
func TestChangingFiles(t *testing.T) {
	text, longer := []byte(smallChat), []byte(smallChat+"noch eine Zeile\n")
	zipped, other := makeZip(t, file{name: "_chat.txt", content: smallChat}), makeZip(t, file{name: "_chat.txt", content: smallChat + smallChat})
	for name, c := range map[string]struct {
		src  Source
		want Code
	}{
		"grows before the first pass":  {&changing{contents: [][]byte{text, longer}}, ChangedMeanwhile},
		"grows before the second pass": {&changing{contents: [][]byte{text, text, text, longer}}, ChangedMeanwhile},
		"shrinks while it is read":     {truncated{bytesInput{bytes.NewReader(text)}, 40}, ChangedMeanwhile},
		"zip grows":                    {&changing{contents: [][]byte{zipped, other}}, ChangedMeanwhile},
		"zip grows later":              {&changing{contents: [][]byte{zipped, zipped, other}}, ChangedMeanwhile},
		"zip is damaged":               {&changing{contents: [][]byte{zipped, zipped, bytes.Repeat([]byte{7}, len(zipped))}}, BrokenZip},
		"nothing happens":              {&changing{contents: [][]byte{text}}, ""},
		"nothing happens to a zip":     {&changing{contents: [][]byte{zipped}}, ""},
	} {
		chats, err := Read("x", c.src, Options{})
		for _, chat := range chats {
			for _, e := range chat.Messages() {
				err = e
			}
		}
		if CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if e, ok := errors.AsType[*Error](err); ok && e.Path != "x" {
			t.Errorf("%s: the error names %q", name, e.Path)
		}
		if src, ok := c.src.(*changing); ok && src.open != 0 {
			t.Errorf("%s: %d inputs stay open", name, src.open)
		}
	}
}

// TestVanishingFile removes a file between the passes.
func TestVanishingFile(t *testing.T) {
	for name, content := range map[string][]byte{"x.txt": []byte(smallChat), "x.zip": makeZip(t, file{name: "_chat.txt", content: smallChat})} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		chats, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		for _, err = range chats[0].Messages() {
		}
		if CodeOf(err) != NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}
