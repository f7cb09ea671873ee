package main

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/chatlint/chatlint/chat"
)

// members is the size of the group.
const members = 18

// generator writes the messages of one group, one after another.
type generator struct {
	src   *source
	mix   mix
	rnd   *rand.Rand
	cast  []string
	share float64 // of conversations with a flagged message

	talk    conversation // what is left of the conversation at hand
	senders map[string]string
	now     time.Time
	squeeze float64 // pauses are shortened so that a large export spans years, not centuries
	buf     []byte
}

// A group of any size lives between these years.
const (
	firstYear  = 2006
	years      = 18
	meanPause  = 8 * time.Minute // between messages, nights included
	talksPause = 50 * time.Minute
)

func newGenerator(src *source, m mix, rnd *rand.Rand, n int) *generator {
	g := &generator{src: src, mix: m, rnd: rnd, share: m.Flagged}
	if g.share < 0 {
		g.share = float64(len(src.flagged)) / float64(len(src.flagged)+len(src.plain))
	}
	g.cast = src.names.cast(rnd, members)
	g.now = time.Date(firstYear, 1, 2, 6, 0, 0, 0, time.UTC)
	g.squeeze = min(1, float64(years*365*24*time.Hour)/float64(n)/float64(meanPause))
	return g
}

// next returns the lines of the next message. They are valid until the next
// call.
func (g *generator) next() []byte {
	g.buf = g.buf[:0]
	switch x := g.rnd.Float64(); {
	case x < g.mix.Media:
		g.head(pick(g.rnd, g.cast), time.Minute)
		g.add("<Medien ausgeschlossen>")
	case x < g.mix.Media+g.mix.Short:
		g.head(pick(g.rnd, g.cast), time.Minute)
		g.add(pick(g.rnd, shortReplies))
	default:
		g.line()
	}
	return append(g.buf, '\n')
}

// shortReplies stand between the messages of a group.
var shortReplies = []string{
	"ok", "Ok", "OK", "okay", "👍", "👍👍", "👍🏼", "😂", "😂😂😂", "🙈", "💪", "❤️", "✅", "ja", "Ja", "nein", "nee", "passt", "Passt", "passt 👍",
	"danke", "Danke!", "Danke dir", "alles klar", "Alles klar 👍", "super", "Super 💪", "gerne", "bis gleich", "bin da", "Moin", "moin moin",
	"Guten Morgen", "Servus", "mach ich", "erledigt", "Erledigt ✅", "gute Besserung", "thanks", "ok thx", "yes", "no", "on my way", "done", "sure", "will do", "morning all",
}

func (g *generator) add(s string) { g.buf = append(g.buf, s...) }

// head writes date and sender.
func (g *generator) head(sender string, pause time.Duration) {
	g.now = g.now.Add(time.Duration(float64(pause) * g.squeeze))
	g.buf = g.now.AppendFormat(g.buf, "02.01.06, 15:04 - ")
	g.add(sender)
	g.add(": ")
}

// line writes the next message of the conversation at hand.
func (g *generator) line() {
	pause := time.Duration(0)
	if len(g.talk) == 0 {
		g.start()
		pause = time.Duration(g.rnd.ExpFloat64() * float64(talksPause))
	}
	l := &g.talk[0]
	g.talk = g.talk[1:]
	g.head(g.sender(l.sender), pause+l.pause)
	switch l.kind {
	case chat.Deleted:
		g.add("Diese Nachricht wurde gelöscht.")
		return
	case chat.Media:
		g.media(l)
		return
	}
	g.text(l)
	if l.edited {
		g.add(" <Diese Nachricht wurde bearbeitet.>")
	}
}

func (g *generator) media(l *line) {
	if l.attachment == "" {
		g.add("<Medien ausgeschlossen>")
	} else {
		g.add(l.attachment + " (Datei angehängt)")
	}
	if len(l.text) > 0 {
		g.add("\n")
		g.text(l)
	}
}

// start draws a conversation and who takes part in it.
func (g *generator) start() {
	list := g.src.plain
	if g.rnd.Float64() < g.share {
		list = g.src.flagged
	}
	g.talk = pick(g.rnd, list)
	g.senders = map[string]string{}
}

// sender returns the member that plays a sender of the conversation.
func (g *generator) sender(original string) string {
	name, ok := g.senders[original]
	if !ok {
		name = g.cast[(g.rnd.IntN(len(g.cast))+len(g.senders))%len(g.cast)]
		g.senders[original] = name
	}
	return name
}

// text writes a varied message. Sentences that hold nothing to flag may be
// replaced by others, and any message may get one more, so that messages repeat
// no more than people do.
func (g *generator) text(l *line) {
	spare := g.src.spare[l.language]
	for i, s := range l.text {
		if !l.flagged && len(spare) > 0 && g.rnd.IntN(2) == 0 {
			s = g.like(spare, i == len(l.text)-1)
		}
		g.sentence(s)
	}
	if len(spare) > 0 && g.rnd.IntN(4) == 0 {
		g.add("\n")
		g.sentence(pick(g.rnd, spare))
	}
	if n := len(g.buf); g.buf[n-1] == ' ' || g.buf[n-1] == '\n' {
		g.buf = g.buf[:n-1]
	}
}

// like draws a sentence that suits the place: inside a message it has to end in
// a blank or a line break.
func (g *generator) like(spare []sentence, last bool) sentence {
	for range 8 {
		s := pick(g.rnd, spare)
		text := s[len(s)-1].text
		if last || strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n") {
			return s
		}
	}
	return nil
}
