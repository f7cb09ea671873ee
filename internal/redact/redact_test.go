package redact

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

var engine = sync.OnceValue(func() *rules.Engine {
	e, err := rules.Load(rules.Options{})
	if err != nil {
		panic(err)
	}
	return e
})

// memoryScratch keeps a text in memory.
type memoryScratch struct{ bytes.Buffer }

func (m *memoryScratch) Source() chat.Source { return chat.Bytes(m.Bytes()) }
func (m *memoryScratch) Release()            {}

func newMemory() (Scratch, error) { return new(memoryScratch), nil }

// redacted runs a redaction of one text in memory.
func redacted(t testing.TB, text []byte, opt Options) (string, *Result, error) {
	t.Helper()
	chats, err := chat.Read("chat.txt", chat.Bytes(text), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if opt.Scratch == nil {
		opt.Scratch = newMemory
	}
	if opt.Lang == "" {
		opt.Lang = "de"
	}
	result, err := Run(t.Context(), chats, engine(), opt)
	if err != nil {
		return "", nil, err
	}
	in, err := result.Texts[0].Source.Open()
	if err != nil {
		t.Fatal(err)
	}
	out := make([]byte, in.Size())
	if _, err := in.ReadAt(out, 0); err != nil {
		t.Fatal(err)
	}
	return string(out), result, nil
}

// TestConformance redacts every case of the conformance suite in every mode: it
// is read as the same messages, and redacting again changes nothing.
func TestConformance(t *testing.T) {
	files, err := filepath.Glob("../../testdata/exports/conformance/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	samples, err := filepath.Glob("../../testdata/exports/*.txt")
	if err != nil || len(samples) == 0 {
		t.Fatal(samples, err)
	}
	done := 0
	for _, file := range append(files, samples...) {
		chats, err := chat.Open(file, chat.Options{})
		if err != nil {
			continue // a case of an error
		}
		done++
		for name, opt := range map[string]Options{"pseudonym": {}, "mask": {Mask: true}, "drop": {Drop: rules.Low}, "english": {Lang: "en"}} {
			t.Run(filepath.Base(file)+" "+name, func(t *testing.T) {
				compareRuns(t, chats[0], file, opt)
			})
		}
	}
	if done < 55 {
		t.Errorf("only %d cases", done)
	}
}

func compareRuns(t *testing.T, original *chat.Chat, file string, opt Options) {
	in, err := chat.File(file).Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	text := make([]byte, in.Size())
	in.ReadAt(text, 0)
	once, _, err := redacted(t, text, opt)
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := redacted(t, []byte(once), opt)
	if err != nil {
		t.Fatal(err)
	}
	if once != again {
		t.Errorf("the second run changes something:\n%s", firstDifference(once, again))
	}
	chats, err := chat.Read("chat.txt", chat.Bytes([]byte(once)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := sameShape(0, original, chats[0]); err != nil {
		t.Error(err)
	}
	for _, p := range original.Participants {
		if strings.Contains(once, p.Name) && len(p.Name) > 5 && !isStandIn(p.Name) {
			t.Errorf("the name %q stands in the output", p.Name)
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return ""
}

const team = `11.03.24, 06:58 - Stefan Brandl hat die Gruppe „Team Brandl“ erstellt.
11.03.24, 07:00 - Stefan Brandl hat Ayşe Öztürk hinzugefügt.
11.03.24, 07:02 - Stefan Brandl: moin, Kevin ist krank. @Ayşe Öztürk fährst du zum Huber Sepp?
11.03.24, 07:03 - Ayşe Öztürk: ja, Brandls Auto steht noch beim Sepp. Nummer 0171 39200 83
11.03.24, 07:04 - Stefan Brandl: Kevins Krankmeldung.pdf (Datei angehängt)
11.03.24, 07:05 - Ayşe Öztürk: mail an stefan.brandl@brandl-dach.de
und +49 171 3920083 anrufen, Oeztuerk ist mein Name
11.03.24, 07:06 - Stefan Brandl: Standort: https://maps.google.com/?q=48.137154,11.576124
`

func TestPseudonyms(t *testing.T) {
	got, result, err := redacted(t, []byte(team), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `11.03.24, 06:58 - Person 1 hat die Gruppe „Gruppe 1“ erstellt.
11.03.24, 07:00 - Person 1 hat Person 2 hinzugefügt.
11.03.24, 07:02 - Person 1: moin, Person 3 ist krank. @Person 2 fährst du zum Person 4?
11.03.24, 07:03 - Person 2: ja, Person 1 Auto steht noch beim Person 4. Nummer [Telefon 1]
11.03.24, 07:04 - Person 1: Datei 1.pdf (Datei angehängt)
11.03.24, 07:05 - Person 2: mail an [E-Mail 1]
und [Telefon 1] anrufen, Person 2 ist mein Name
11.03.24, 07:06 - Person 1: Standort: https://maps.google.com/?q=0.0,0.0
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if e := result.Table[0]; e.StandIn != "Person 1" || !slices.Contains(e.Originals, "Stefan Brandl") || !slices.Contains(e.Originals, "Brandls") {
		t.Errorf("table entry %+v", e)
	}
}

func TestMask(t *testing.T) {
	got, _, err := redacted(t, []byte(team), Options{Mask: true, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Person 1: moin, [name] ist krank", "Nummer [phone]", "mail an [e-mail]\nund [phone] anrufen"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestDrop(t *testing.T) {
	got, result, err := redacted(t, []byte(team), Options{Drop: rules.High})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got, " - Person 1: [entfernt: health]\n") || result.Dropped == 0 || strings.Count(got, "\n") != strings.Count(team, "\n") {
		t.Errorf("%d dropped\n%s", result.Dropped, got)
	}
	if n := result.Remaining[rules.High] + result.Remaining[rules.Critical]; n > 0 {
		t.Errorf("%d findings left", n)
	}
}

func TestListedNames(t *testing.T) {
	const text = "11.03.24, 07:02 - Jana: der Xqzor war bei blümchenfeld, und Nagel hat einen nagel\n"
	got, _, err := redacted(t, []byte(text), Options{Names: []string{"Xqzor", "Anna Blümchenfeld", "Nagel"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Person 1: der Person 2 war bei Person 3, und Person 4 hat einen nagel"; !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestPreamble checks that the lines before the first message go and still count.
func TestPreamble(t *testing.T) {
	got, _, err := redacted(t, []byte("Von: Stefan Brandl\r\nAn: Ayşe\r\n"+team), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got, "\n\n11.03.24") {
		t.Errorf("got %q", got[:20])
	}
}

// brokenScratch fails like a full disk.
type brokenScratch struct{ memoryScratch }

func (b *brokenScratch) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestScratchErrorsArrive(t *testing.T) {
	_, _, err := redacted(t, []byte(team), Options{Scratch: func() (Scratch, error) { return new(brokenScratch), nil }})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
	_, _, err = redacted(t, []byte(team), Options{Scratch: func() (Scratch, error) { return nil, syscall.ENOSPC }})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
}

func TestProofFindsLeftovers(t *testing.T) {
	p := proof{names: known{canonical("Öztürk"): always}, values: values{}}
	p.values.add(detector.Phone, "+49 171 3920083")
	for text, line := range map[string]int{
		"alles gut": 0, "die Öztürk": 1, "OEZTUERK": 1, "ozturk": 1, "Ö\u200eztürk": 1, "a\nb 0171/39 200-83": 2, "Person 1": 0,
	} {
		chats, err := chat.Read("x.txt", chat.Bytes([]byte("11.03.24, 07:02 - Person 1: "+text+"\n")), chat.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		if e, ok := errors.AsType[*Error](p.check(chats[0])); ok {
			got = e.Line
		}
		if got != line {
			t.Errorf("%q: line %d, want %d", text, got, line)
		}
	}
}

// zipOf makes a zip of names and contents.
func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestZip(t *testing.T) {
	in := zipOf(t, "WhatsApp Chat mit Team Brandl.txt", team, "IMG-20240311-WA0001.jpg", "picture", "Kevins Krankmeldung.pdf", "document",
		"Sepp Huber.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sepp Huber\r\nTEL:0171 3920083\r\nEND:VCARD\r\n")
	chats, err := chat.Read("team.zip", chat.Bytes(in), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := Run(t.Context(), chats, engine(), Options{Lang: "de", Scratch: newMemory})
	if err != nil {
		t.Fatal(err)
	}
	for keep, want := range map[bool]string{
		false: "_chat.txt",
		true:  "_chat.txt IMG-20240311-WA0001.jpg Datei 1.pdf Datei 2.vcf",
	} {
		z := written(t, result, in, keep)
		var names []string
		for _, f := range z.File {
			names = append(names, f.Name)
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil || bytes.Contains(content, []byte("Huber")) || bytes.Contains(content, []byte("3920083")) {
				t.Errorf("%s: %v\n%s", f.Name, err, content)
			}
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("keep %t: got %s, want %s", keep, got, want)
		}
	}
}

// written returns the redacted zip of in.
func written(t *testing.T, result *Result, in []byte, keepMedia bool) *zip.Reader {
	t.Helper()
	source, err := chat.Bytes(in).Open()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := result.WriteZip(&out, source, keepMedia); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// A zip may hold folders with names in them, links, names that leave it and
// names that come twice. The output holds none of these.
func TestHostileZip(t *testing.T) {
	in := zipOf(t, "Chat mit Sepp Huber/_chat.txt", team, "Chat mit Sepp Huber/IMG-20240311-WA0001.jpg", "one", "Brandl/IMG-20240311-WA0001.jpg", "two",
		"Chat mit Sepp Huber/_chat.txt", team, "Brandl/IMG-20240311-WA0001.jpg", "three", "../Huber.jpg", "x", "Huber\nBrandl.jpg", "x", "/Huber.txt", team, "Huber.zip", "PK")
	chats, err := chat.Read("team.zip", chat.Bytes(in), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := Run(t.Context(), chats, engine(), Options{Lang: "de", Scratch: newMemory})
	if err != nil {
		t.Fatal(err)
	}
	z := written(t, result, in, true)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if want := []string{"_chat.txt", "IMG-20240311-WA0001.jpg", "IMG-20240311-WA0001 (2).jpg", "Datei 2.zip"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

// TestSampleZip redacts a zip as WhatsApp writes it: what comes out is a zip that
// is read as the same messages.
func TestSampleZip(t *testing.T) {
	const file = "../../testdata/exports/notdienst-iphone.zip"
	chats, err := chat.Open(file, chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := Run(t.Context(), chats, engine(), Options{Lang: "de", Scratch: newMemory})
	if err != nil {
		t.Fatal(err)
	}
	in, err := chat.File(file).Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	if err := result.WriteZip(&out, in, true); err != nil {
		t.Fatal(err)
	}
	again, err := chat.Read("out.zip", chat.Bytes(out.Bytes()), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range chats {
		if err := sameShape(i, chats[i], again[i]); err != nil {
			t.Error(err)
		}
		for _, p := range again[i].Participants {
			if !isStandIn(p.Name) {
				t.Errorf("a sender is called %q", p.Name)
			}
		}
	}
}

func TestCanonical(t *testing.T) {
	for _, group := range [][]string{{"Müller", "MÜLLER", "Mueller", "Muller"}, {"Strauß", "strauss"}, {"Öztürk", "Oeztuerk", "ozturk"}} {
		for _, w := range group {
			if canonical(w) != canonical(group[0]) {
				t.Errorf("%s: %s, %s: %s", group[0], canonical(group[0]), w, canonical(w))
			}
		}
	}
	if got := digitsOf("٠١٢-34 ५𝟘"); got != "0123450" {
		t.Errorf("digits %s", got)
	}
}

// The work on a long message grows with its length, not with its square.
func TestLongMessageIsLinear(t *testing.T) {
	took := func(n int) time.Duration {
		best := time.Hour
		text := "11.03.24, 07:01 - Jana: Moin\n11.03.24, 07:02 - Jana: " + strings.Repeat("Frau Meier wohnt Lindenweg 12, Kevin ist krank, der Schlüssel liegt unter der Matte, ruf 0171 2345678 an. Code 4711. ", n) + "\n"
		for range 2 {
			start := time.Now()
			if _, _, err := redacted(t, []byte(text), Options{}); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	took(10) // warm up
	if small, large := took(100), took(800); large > 20*small && large > time.Second {
		t.Errorf("eight times the text takes %v after %v", large, small)
	}
}
