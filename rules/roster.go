package rules

import (
	"iter"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// Roster is what a whole chat tells about its people, learnt before its
// messages are judged: who writes, who is named, who is addressed like a
// customer, and what is said where a name stands. It is read-only once all
// messages are met.
type Roster struct {
	engine  *Engine
	writers *detector.Memory // senders and contact cards
	people  *detector.Memory // those and everybody whom a title proves to be a name
	titled  map[string]bool  // lower-cased surnames behind Herr, Frau, Familie
	reputes Reputes          // empty without a learned model
	callings
}

// Meet learns the people of a chat from the saved names of its members and from
// its messages.
func (e *Engine) Meet(saved []string, messages iter.Seq[*chat.Message]) *Roster {
	r := e.NewRoster(saved)
	for m := range messages {
		r.Introduce(m)
		r.Note(r.Glance([]chat.Message{*m}))
	}
	return r
}

// NewRoster returns what is known of a chat by the saved names of its members. For who
// does not leave the rest to Meet: one goroutine introduces the messages and one notes
// what glances at them tell, each in the order of the chat, and sessions begin when that
// is done.
func (e *Engine) NewRoster(saved []string) *Roster {
	return &Roster{
		engine: e, writers: detector.NewPeople(saved), people: detector.NewPeople(saved),
		titled: map[string]bool{}, reputes: Reputes{}, callings: newCallings(saved),
	}
}

// Tells reports a message that Introduce and Glance look at; notices and very long
// texts they pass over.
func Tells(m *chat.Message) bool { return judged(m) && len(m.Text) <= pieceSize }

// Introduce learns whom a message puts a title before.
func (r *Roster) Introduce(m *chat.Message) {
	if !Tells(m) || !mayHoldTitle(m.Text) {
		return
	}
	var t detector.Text
	t.Reset(r.spell(detector.Fold(m.Text).Text))
	r.people.Learn(&t)
	for first, last := range detector.Titled(&t) {
		for i := first; i <= last; i++ {
			if w := t.Word(i); len(w) > 2 && t.Tokens[i].Kind == detector.Word {
				r.titled[strings.Clone(w)] = true
			}
		}
	}
}

// Sighting is what a glance at a message tells of those who are named in it.
type Sighting struct {
	names []uint32
	hints Hints
}

// Glance looks at what messages hint at and returns the sightings of those that may name
// somebody. Any number of goroutines may call it, beside Introduce and Note too.
func (r *Roster) Glance(messages []chat.Message) []Sighting {
	if r.engine.model == nil {
		return nil
	}
	var out []Sighting
	var t detector.Text
	for i := range messages {
		m := &messages[i]
		if !Tells(m) {
			continue
		}
		t.Reset(r.spell(detector.Fold(m.Text).Text))
		if s := r.engine.glance(&t); len(s.names) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Note adds to the repute of those who were sighted.
func (r *Roster) Note(sightings []Sighting) {
	for _, s := range sightings {
		r.reputes.Add(s.names, s.hints)
	}
}

// Known implements detector.People.
func (r *Roster) Known(word string) float32 {
	if r == nil {
		return 0
	}
	return r.people.Known(word)
}

// spell returns a text of the chat as the detectors read it.
func (r *Roster) spell(text string) string {
	if r == nil || !r.people.Redacted() {
		return text
	}
	return detector.Neutral(text)
}

// Memory returns the names of the chat, for callers that tell persons apart.
func (r *Roster) Memory() *detector.Memory { return r.people }

// writes reports a word that is part of a member's name.
func (r *Roster) writes(word string) bool { return r != nil && r.writers.Known(word) >= sureName }

// addressed reports a surname that somebody in the chat has put a title before,
// or its possessive.
func (r *Roster) addressed(word string) bool {
	return r != nil && (r.titled[word] || r.titled[strings.TrimSuffix(word, "s")])
}

// told returns what the chat tells of those who bear names.
func (r *Roster) told() Reputes {
	if r == nil {
		return nil
	}
	return r.reputes
}

// mayHoldTitle rules out most messages without splitting them into words.
func mayHoldTitle(s string) bool {
	for i := range len(s) {
		if (i == 0 || s[i-1] == ' ' || s[i-1] == '\n' || s[i-1] == '(' || s[i-1] == '@') && titleStart(s[i:]) {
			return true
		}
	}
	return strings.IndexByte(s, '@') >= 0
}

// titleStart reports whether s starts like one of the titles that Learn reads.
func titleStart(s string) bool {
	switch s[0] | 0x20 {
	case 'h', 'f', 'm', 'd':
	default:
		return false
	}
	for _, p := range [...]string{"herr", "frau", "fam", "hr", "fr", "mr", "ms", "miss", "mist", "mes", "hea", "fro", "fra", "dr"} {
		if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
			return true
		}
	}
	return false
}
