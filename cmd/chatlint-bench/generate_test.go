package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"github.com/chatlint/chatlint/chat"
)

var testMix = mix{Seed: 7, Flagged: -1, Media: 0.06, Short: 0.1, labelled: "../../testdata/labelled"}

var testSource = sync.OnceValues(func() (*source, error) { return loadSource(testMix.labelled) })

func generate(t *testing.T, m mix, n int) []byte {
	t.Helper()
	src, err := testSource()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.write(&b, src, n); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read parses an export and returns its messages.
func read(t *testing.T, data []byte) (*chat.Chat, []chat.Message) {
	t.Helper()
	chats, err := chat.Read("bench.txt", chat.Bytes(data), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all []chat.Message
	for m, err := range chats[0].Messages() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return chats[0], all
}

func TestExportHasItsMessages(t *testing.T) {
	const n = 10_000
	c, all := read(t, generate(t, testMix, n))
	if c.MessageCount != n || len(all) != n || len(c.Problems) > 0 {
		t.Errorf("%d messages, %d read, problems %v; want %d and none", c.MessageCount, len(all), c.Problems, n)
	}
	if len(c.Participants) != members {
		t.Errorf("%d participants, want %d", len(c.Participants), members)
	}
	kinds := map[chat.Kind]float64{}
	for _, m := range all {
		kinds[m.Kind] += 1.0 / n
	}
	if k := kinds[chat.Media]; k < 0.05 || k > 0.08 {
		t.Errorf("media are %.3f of the messages", k)
	}
	if kinds[chat.Text]+kinds[chat.Media]+kinds[chat.Deleted] < 0.999 {
		t.Errorf("kinds %v: a message was read as something else", kinds)
	}
}

func TestSeedDecides(t *testing.T) {
	const n = 2_000
	one := generate(t, testMix, n)
	if !bytes.Equal(one, generate(t, testMix, n)) {
		t.Error("one seed gives two exports")
	}
	other := testMix
	other.Seed++
	if bytes.Equal(one, generate(t, other, n)) {
		t.Error("two seeds give one export")
	}
}

// A repeated block would make every cache look better than it is.
func TestNothingRepeats(t *testing.T) {
	const block = 8
	_, all := read(t, generate(t, testMix, 20_000))
	blocks := map[string]int{}
	long, distinct := 0, map[string]bool{}
	for i, m := range all {
		if len(strings.Fields(m.Text)) > 8 {
			long++
			distinct[m.Text] = true
		}
		if i < block {
			continue
		}
		var b strings.Builder
		for _, m := range all[i-block : i] {
			b.WriteString(m.Sender + "\x00" + m.Text + "\x00")
		}
		if first, again := blocks[b.String()]; again {
			t.Fatalf("messages %d and %d start the same %d messages", first, i-block, block)
		}
		blocks[b.String()] = i - block
	}
	if share := float64(len(distinct)) / float64(long); share < 0.9 {
		t.Errorf("of the longer messages only %.2f are different", share)
	}
}

func TestMixMustAddUp(t *testing.T) {
	for _, m := range []mix{{Flagged: 1.5}, {Media: -0.1}, {Media: 0.5, Short: 0.5}} {
		if m.generate(&bytes.Buffer{}, 1) != errMix {
			t.Errorf("%+v is accepted", m)
		}
	}
}

func TestShareOfFlagged(t *testing.T) {
	src, err := testSource()
	if err != nil {
		t.Fatal(err)
	}
	flagged := func(share float64) int {
		m := testMix
		m.Flagged = share
		g := newGenerator(src, m, newRandom(m.Seed), 1000)
		n := 0
		for range 1000 {
			g.start()
			for _, l := range g.talk {
				if l.flagged {
					n++
					break
				}
			}
		}
		return n
	}
	if none, some, all := flagged(0), flagged(0.2), flagged(1); none != 0 || all != 1000 || some < 150 || some > 250 {
		t.Errorf("of 1000 conversations %d, %d and %d are flagged; want 0, about 200 and 1000", none, some, all)
	}
}
