package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/eval"
)

// source is what exports are generated from: the conversations of the long
// labelled chats, with places for other names, towns and numbers.
type source struct {
	plain, flagged []conversation
	spare          map[string][]sentence // language → sentences of unflagged messages
	names          pools
}

// conversation is a run of messages without a long pause.
type conversation []line

// line is one message.
type line struct {
	sender     string
	kind       chat.Kind
	attachment string
	edited     bool
	flagged    bool
	language   string
	pause      time.Duration // since the message before
	text       []sentence
}

// sentence is a text up to a full stop or line break, in pieces.
type sentence []piece

// piece is a text as it stands, or a place for another one.
type piece struct {
	text string
	slot slot
}

// slot is what may stand in a place.
type slot uint8

const (
	literal slot = iota // its numbers and its spelling vary
	fixed               // nothing varies: numbers with a checksum
	forename
	surname
	fullName
	town
)

// A conversation ends at a pause, and is cut where it is long.
const (
	longPause        = 45 * time.Minute
	longConversation = 12
)

// loadSource reads the labelled chats of a folder. Those of the test part stay
// closed.
func loadSource(dir string) (*source, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	chats, err := eval.Load(files, "")
	if err != nil {
		return nil, err
	}
	s := &source{spare: map[string][]sentence{}}
	reader := reader{scanner: detector.New().NewScanner(), names: &s.names}
	for _, c := range chats {
		if c.Part != eval.Test && !c.Mini() {
			s.add(c, &reader)
		}
	}
	if len(s.plain) == 0 || len(s.flagged) == 0 || s.names.empty() {
		return nil, fmt.Errorf("%s: no labelled chats to make exports of", dir)
	}
	return s, nil
}

// add cuts a chat into conversations.
func (s *source) add(c *eval.Chat, r *reader) {
	var talk conversation
	last := c.Messages[0].Time
	for i := range c.Messages {
		m := &c.Messages[i]
		pause := max(0, m.Time.Sub(last))
		last = m.Time
		if pause >= longPause || len(talk) >= longConversation {
			s.keep(talk)
			talk, pause = nil, 0
		}
		if m.Kind == chat.Text && m.Text != "" || m.Kind == chat.Media || m.Kind == chat.Deleted {
			l := r.line(m, c.Gold[i])
			l.language, l.pause = c.Language, pause
			talk = append(talk, l)
		}
	}
	s.keep(talk)
}

func (s *source) keep(talk conversation) {
	if len(talk) == 0 {
		return
	}
	flagged := false
	for _, l := range talk {
		flagged = flagged || l.flagged
		if !l.flagged && len(l.text) > 0 {
			s.spare[l.language] = append(s.spare[l.language], l.text...)
		}
	}
	if flagged {
		s.flagged = append(s.flagged, talk)
	} else {
		s.plain = append(s.plain, talk)
	}
}

// reader takes messages apart.
type reader struct {
	scanner *detector.Scanner
	text    detector.Text
	names   *pools
}

func (r *reader) line(m *chat.Message, gold eval.Gold) line {
	r.names.person(m.Sender, false)
	return line{
		sender: m.Sender, kind: m.Kind, attachment: m.Attachment, edited: m.Edited,
		flagged: len(gold.Labels) > 0, text: sentences(r.pieces(m.Text, gold.Spans)),
	}
}

// pieces puts slots where the labels, or for towns the detectors, say so.
func (r *reader) pieces(text string, spans []eval.Span) []piece {
	marks := make([]slot, len(text))
	r.text.Reset(text)
	for _, e := range r.scanner.Run(&r.text, detector.Context{}) {
		if e.Type == detector.Location {
			r.names.towns = append(r.names.towns, strings.Clone(text[e.Start:e.End]))
			fill(marks[e.Start:e.End], town)
		}
	}
	for _, s := range spans {
		if s.Start < 0 {
			continue
		}
		switch s.Type {
		case detector.Person:
			fill(marks[s.Start:s.End], r.names.person(text[s.Start:s.End], titled(text[:s.Start])))
		case detector.Phone, detector.Credential, detector.Address:
			fill(marks[s.Start:s.End], literal)
		default:
			fill(marks[s.Start:s.End], fixed)
		}
	}
	var out []piece
	for from := 0; from < len(text); {
		to := from + 1
		for to < len(text) && marks[to] == marks[from] {
			to++
		}
		out = append(out, piece{text[from:to], marks[from]})
		from = to
	}
	return out
}

func fill(marks []slot, s slot) {
	for i := range marks {
		marks[i] = s
	}
}

// titled reports whether a title stands at the end of a text.
func titled(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	switch strings.TrimSuffix(strings.ToLower(words[len(words)-1]), ".") {
	case "herr", "herrn", "hr", "frau", "fr", "familie", "fam", "mr", "mrs", "ms", "dr":
		return true
	}
	return false
}

// sentences cuts pieces behind the stops and line breaks of their literals.
func sentences(pieces []piece) []sentence {
	var out []sentence
	var s sentence
	for _, p := range pieces {
		for p.slot == literal {
			end := sentenceEnd(p.text)
			if end < 0 {
				break
			}
			out = append(out, append(s, piece{p.text[:end], literal}))
			s, p.text = nil, p.text[end:]
		}
		if p.text != "" {
			s = append(s, p)
		}
	}
	if len(s) > 0 {
		out = append(out, s)
	}
	return out
}

// sentenceEnd returns where the next sentence starts, or -1 if none does.
func sentenceEnd(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i-1] == '\n' || text[i] == ' ' && strings.IndexByte(".!?", text[i-1]) >= 0 && i > 3 {
			for i < len(text) && text[i] == ' ' {
				i++
			}
			return i
		}
	}
	return -1
}
