package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// Learn takes up the names that a message proves by its spelling: behind Herr,
// Frau or Familie, and in @mentions. It is meant for a cheap pass over the chat
// before the scan: call it for every message, then share the memory.
func (m *Memory) Learn(t *Text) {
	if !mayAdd(t) {
		return
	}
	for i := range t.Tokens {
		for _, a := range additions {
			if n, ok := a(t, Context{}, i); ok {
				m.learnName(t, n)
			}
		}
	}
}

func (m *Memory) learnName(t *Text, n name) {
	var saved savedName
	for i := n.First; i <= n.Last; i++ {
		w := t.Word(i)
		if t.Tokens[i].Kind != Word || particles[w] || len(w) < 3 {
			continue
		}
		if _, known := m.find(w); known {
			return
		}
		saved.words = append(saved.words, savedWord{strings.Clone(w), heardScore(w)})
	}
	saved.surname = n.why == titleWhy
	m.add(saved)
}

// heardScore is lower for a name that is a plain word as well.
func heardScore(w string) float32 {
	e := gazetteer.Lookup(w)
	if e.Class == gazetteer.Homonym || e.Noun || max(e.German, e.English) >= 3 {
		return 0.6
	}
	return 0.9
}
