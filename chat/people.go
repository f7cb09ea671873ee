package chat

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// Participant is a sender of at least one message that is no notice.
type Participant struct {
	Name     string
	Messages int
}

// MaxSenders is how many different senders a chat keeps account of. WhatsApp
// groups hold at most a few thousand; more come from hostile input.
const MaxSenders = 1 << 14

// minColonName is how often a name must be followed by the same second part
// for both to be believed to be one name with a colon inside.
const minColonName = 3

// person is what the first pass learns about the name before the first colon.
type person struct {
	name   string // as shown
	count  int    // headers with this name
	next   string // part up to the second colon, if always the same
	always bool   // every message so far went on with next
	odd    int    // Android lines that read like a notice whose name has a colon
	plain  stats  // if the name ends at the first colon
	joined stats  // if it ends at the second
	isFull bool   // decided: name and next are one name
	full   string // both parts, once decided
}

// stats counts the messages of a person under one reading of the name.
type stats struct {
	unmarked int // bodies that begin without a mark: typed by a person
	notices  int // certainly notices
	doubtful int // marked text: a notice if the sender never typed anything
}

// people maps names to persons. Lookups use the raw bytes of a header.
type people struct {
	byRaw  map[string]*person
	byName map[string]*person
	lost   tally // messages of senders beyond MaxSenders
}

func newPeople() *people {
	return &people{byRaw: make(map[string]*person), byName: make(map[string]*person)}
}

// find returns the person of a raw name, nil if there is none.
func (p *people) find(raw []byte) *person { return p.byRaw[string(raw)] }

// meet returns the person of a raw name and remembers new ones, up to the
// limit; beyond it, it returns nil.
func (p *people) meet(raw []byte, line int) *person {
	if who := p.byRaw[string(raw)]; who != nil {
		return who
	}
	name := cleanName(raw)
	who := p.byName[name]
	if len(p.byRaw) >= MaxSenders {
		if who == nil {
			p.lost.add(1, line)
		}
		return who
	}
	if who == nil {
		who = &person{name: name, always: true}
		p.byName[name] = who
	}
	p.byRaw[string(raw)] = who
	return who
}

// settle decides which names hold a colon.
func (p *people) settle() {
	for _, who := range p.byName {
		if who.always && who.next != "" && who.count-who.odd >= minColonName {
			who.isFull, who.full = true, who.name+": "+who.next
		}
	}
}

// stats returns the counts under the reading of the name that was decided.
func (w *person) stats() *stats {
	if w.isFull {
		return &w.joined
	}
	return &w.plain
}

// shown returns the name under the reading that was decided.
func (w *person) shown() string {
	if w.isFull {
		return w.full
	}
	return w.name
}

// isGroup reports whether the name never typed anything: on the iPhone it is
// the name of the group, on Android the beginning of a notice.
func (w *person) isGroup() bool { return w.stats().unmarked == 0 }

// onlyNotices reports whether every line of an Android name reads like a
// notice, so that its colon is part of somebody's name.
func (w *person) onlyNotices() bool { return w.odd == w.count && w.odd > 0 }

// secondPart returns the part of body up to the second colon of the header
// line, whose rest is first bytes long, and the offset behind it.
func secondPart(body []byte, first int) (part []byte, start int) {
	if first <= 0 || isMarked(body[:first]) {
		return nil, 0
	}
	end, start := nameEnd(body[:first], 0)
	if end <= 0 || end > maxName || isMapLink(body[start:first]) || isOpen(body[:end]) {
		return nil, 0
	}
	return body[:end], start
}

// isOpen reports whether a bracket opens in b and does not close: no name ends
// there, but a remark such as "[removed: health]" goes on.
func isOpen(b []byte) bool {
	return bytes.IndexByte(b, '[') > bytes.IndexByte(b, ']')
}

// isMapLink reports whether b begins with the link of a location, before which
// a label stands and no name.
func isMapLink(b []byte) bool {
	return bytes.HasPrefix(b, []byte("http")) && hasMapLink(b)
}

// list returns the participants, busiest first.
func (p *people) list() []Participant {
	var out []Participant
	for _, who := range slices.Sorted(maps.Keys(p.byName)) {
		w := p.byName[who]
		if n := w.messages(); n > 0 {
			out = append(out, Participant{w.shown(), n})
		}
	}
	slices.SortStableFunc(out, func(a, b Participant) int { return cmp.Compare(b.Messages, a.Messages) })
	return out
}

// messages counts the entries of a person that are no notices.
func (w *person) messages() int {
	if w.onlyNotices() {
		return 0
	}
	st := w.stats()
	n := w.count - st.notices
	if w.isFull {
		n -= w.odd
	}
	if st.unmarked == 0 {
		n -= st.doubtful
	}
	return n
}
