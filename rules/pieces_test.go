package rules

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// long is a text of about n bytes that tells nothing about anybody.
func long(n int, filler string) string { return strings.Repeat(filler, n/len(filler)+1) }

func TestCut(t *testing.T) {
	for name, text := range map[string]string{
		"lines": long(3*pieceSize, "Material ist da\n"), "words": long(3*pieceSize, "Kupferrohr "), "no blank": long(3*pieceSize, "x"),
		"umlauts": long(3*pieceSize, "ü"), "emoji": long(3*pieceSize, "🤒"), "odd emoji": "x" + long(3*pieceSize, "🤒"), "no UTF-8": long(3*pieceSize, "\x80"),
		"sentences": long(3*pieceSize, "Material ist da. Rohre fehlen! Wann? "), "early breaks": long(3*pieceSize, "a\n"+strings.Repeat("x", pieceSize)), "short": "ja", "just fits": strings.Repeat("x", pieceSize), "just not": strings.Repeat("x", pieceSize+1),
	} {
		m := &chat.Message{Index: 3, Sender: "Al", Text: text}
		joined, n, short, most := "", 0, 0, partSize
		if len(text) <= pieceSize {
			most = pieceSize
		}
		for p := range pieces(m) {
			if len(p.Text) > most || p.Text == "" || p.Index != 3 || p.Sender != "Al" {
				t.Errorf("%s: a piece of %d bytes of message %d", name, len(p.Text), p.Index)
			}
			if utf8.ValidString(text) && !utf8.ValidString(p.Text) {
				t.Errorf("%s: a letter is cut", name)
			}
			if len(p.Text) <= partSize/2 {
				short++
			}
			joined += p.Text
			n++
		}
		if joined != text {
			t.Errorf("%s: %d pieces do not add up", name, n)
		}
		// More than half full, or the rest: their number is bounded by the length.
		if short > 1 {
			t.Errorf("%s: %d of %d pieces are short", name, short, n)
		}
		var tail []string
		for p := range lastPieces(m, 2) {
			tail = append(tail, p.Text)
		}
		if len(tail) != min(n, 2) || !strings.HasSuffix(text, strings.Join(tail, "")) {
			t.Errorf("%s: the last two pieces are %d", name, len(tail))
		}
	}
}

// What stands in the last piece of a long message is found where it stands.
func TestLongMessage(t *testing.T) {
	const phone = "0171 2345678"
	for _, filler := range []string{"Material ist da\n", "Kupferröhre ", "🙂 "} {
		text := long(5*pieceSize, filler) + "ruf " + phone + " an"
		m := &chat.Message{Time: monday, Sender: "Al", Text: text}
		r := meet(full(), []*chat.Message{m}).Check(m, nil)
		sound(t, m, r)
		want := strings.Index(text, phone)
		if !slices.ContainsFunc(r.Entities, func(e detector.Entity) bool {
			return e.Type == detector.Phone && e.Start == want && e.End == want+len(phone)
		}) {
			t.Errorf("%q…: the number at %d is not among %d entities", filler, want, len(r.Entities))
		}
		i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Category == Contact })
		if i < 0 || !slices.Contains(r.Findings[i].Spans, Span{want, want + len(phone)}) {
			t.Errorf("%q…: no finding of the number at %d", filler, want)
		}
	}
}

// The most severe finding of all pieces stands for the message.
func TestLongMessageMostSevere(t *testing.T) {
	mild, filler := "Kennzeichen M-AB 1234. ", long(pieceSize, "Material ist da\n")
	for _, text := range []string{mild + filler + "IBAN DE89 3704 0044 0532 0130 00", "IBAN DE89 3704 0044 0532 0130 00 " + filler + mild} {
		m := &chat.Message{Time: monday, Sender: "Al", Text: text}
		r := meet(plain(), []*chat.Message{m}).Check(m, nil)
		i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Category == Identifier })
		if i < 0 || r.Findings[i].Severity != High {
			t.Errorf("found %+v", r.Findings)
		}
	}
}

// The messages after a long one see its end.
func TestThreadAfterLongMessage(t *testing.T) {
	long := &chat.Message{Time: monday, Sender: "Al", Text: long(20*pieceSize, "Material ist da\n") + "Wo bleibt Stefan?"}
	next := &chat.Message{Time: monday.Add(time.Minute), Sender: "Jo", Text: "der hat sich krank gemeldet"}
	messages := []*chat.Message{long, next}
	sc := last(plain(), messages)
	if r := sc.refer(at(t, sc.analysis, "krank"), sc.earlier); r.about != Thread {
		t.Errorf("about %s, want thread", r.about)
	}
	sameInBlocks(t, full(), messages)
}

// The work on a long message grows with its length, not with its square: what
// it allocates for twice the text is about twice as much, and no piece is
// larger than any other message.
func TestLongMessageIsLinear(t *testing.T) {
	allocations := func(n int) float64 {
		m := &chat.Message{Time: monday, Sender: "Al", Text: long(n, "Kevin ist krank, ruf 0171 2345678 an. ")}
		s := meet(plain(), []*chat.Message{m})
		s.Check(m, nil) // warm up
		return testing.AllocsPerRun(1, func() { s.Check(m, nil) })
	}
	small, large := allocations(20*pieceSize), allocations(80*pieceSize)
	if ratio := large / small; ratio > 6 {
		t.Errorf("four times the text takes %.1f times the allocations", ratio)
	}
}
