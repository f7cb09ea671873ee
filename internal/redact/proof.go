package redact

import (
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// proof holds what must not stand in the output: the names that are replaced
// wherever they stand, in canonical spelling, and the numbers by their digits.
//
// Words that are everyday words as well (Rosa, Koch, Winter) are not in it: the
// detectors decide each time, and "im Winter" stays.
type proof struct {
	names  known
	values values
}

// learn adds what a run knows.
func (p *proof) learn(k known, v values) {
	if p.names == nil {
		p.names, p.values = known{}, values{}
	}
	for word, s := range k {
		if s == always {
			p.names[word] = s
		}
	}
	for digits, typ := range v {
		p.values[digits] = typ
	}
}

// check looks for an original in every line of a chat, its stamp and the labels
// of WhatsApp aside: "Verpasster Anruf" names nobody even where somebody is
// called Verpasster.
func (p *proof) check(c *chat.Chat) error {
	var t detector.Text
	for m, err := range c.Written() {
		if err != nil {
			return err
		}
		name := visible(m.Name)
		// The raw bytes, marks removed: a mark inside a name hides nothing.
		body := visible(m.Body)
		if p.stands(&t, name, [][2]int{{0, len(name)}}) >= 0 {
			return &Error{Reason: Leftover, Line: m.Line}
		}
		places := spoken(body, &m)
		switch m.Kind {
		case chat.System:
			places = [][2]int{{0, len(body)}}
		case chat.Deleted, chat.Call:
			places = nil
		}
		if at := p.stands(&t, body, places); at >= 0 {
			return &Error{Reason: Leftover, Line: m.Line + strings.Count(body[:at], "\n")}
		}
	}
	return nil
}

// stands returns where an original stands in the places of a text, or -1.
func (p *proof) stands(t *detector.Text, text string, places [][2]int) int {
	t.ResetWords(text)
	own := standInsIn(text)
	for i, k := range t.Tokens {
		if covered(int(k.Start), places) && !covered(int(k.Start), own) && p.holds(t, i) {
			return int(k.Start)
		}
	}
	return -1
}

// holds reports an original at token i.
func (p *proof) holds(t *detector.Text, i int) bool {
	switch t.Tokens[i].Kind {
	case detector.Word:
		return p.names.of(t.Word(i)) == always
	case detector.Number:
		_, ok := p.values.find(digitsOf(t.Raw[t.Tokens[i].Start:t.Tokens[lastOfNumber(t, i)].End]))
		return ok
	}
	return false
}
