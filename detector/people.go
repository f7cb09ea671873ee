package detector

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// Memory is what a chat's senders, mentions and contact cards tell about the
// names of its people. It implements People and is safe for concurrent use.
type Memory struct {
	words    map[string]known
	outlines [1 << outlineBits / 64]uint64 // a bit for each word's outline, to spare look-ups
	persons  []person
	redacted bool // stand-ins are among the saved names
}

// known is a word of somebody's name.
type known struct {
	score   float32
	persons []int // sorted
}

// person is one human behind one or more saved names.
type person struct {
	given   string   // the first word of the name
	rest    []string // surname words, if told
	initial byte     // of the surname where only that is told: Stefan B.
}

// NewPeople builds the memory from names as they were saved: "Stefan Brandl",
// "Justin Azubi", "~ Kev". What a name says beside the person (a role, a trade,
// a town, an emoji) is left out. Phone numbers tell nothing.
func NewPeople(names []string) *Memory {
	m := &Memory{words: map[string]known{}}
	var t Text
	for _, n := range names {
		if IsStandIn(n) {
			m.redacted = true
			n = Neutral(n)
		}
		for _, saved := range splitSaved(n) {
			t.Reset(Fold(saved).Text)
			m.add(readSaved(&t))
		}
	}
	return m
}

// Known implements People. It also recognises the possessive and the spelling
// without accents.
func (m *Memory) Known(word string) float32 {
	k, _ := m.find(word)
	return k.score
}

func (m *Memory) find(word string) (known, bool) {
	if m == nil {
		return known{}, false
	}
	if k, ok := m.exactly(word); ok || !strings.HasSuffix(word, "s") {
		return k, ok
	}
	return m.exactly(tagger.Stem(word))
}

// exactly finds a word as it stands.
func (m *Memory) exactly(word string) (known, bool) {
	if len(word) < 2 {
		return known{}, false
	}
	if o := outline(word); m.outlines[o/64]>>(o%64)&1 == 0 {
		return known{}, false
	}
	k, ok := m.words[word]
	return k, ok
}

// outlineBits is the size of an outline.
const outlineBits = 15

// outline sums up what is quickly seen of a word of two bytes or more: how it
// begins and ends, and its length.
func outline(word string) uint32 {
	n := len(word)
	seen := uint32(word[0]) | uint32(word[1])<<8 | uint32(word[n-1])<<16 | uint32(n)<<24
	return seen * 0x9e3779b1 >> (32 - outlineBits)
}

// Redacted reports whether stand-ins are among the saved names. The texts of such
// a chat are read as Neutral spells them.
func (m *Memory) Redacted() bool { return m != nil && m.redacted }

// Len returns the number of persons that the memory tells apart.
func (m *Memory) Len() int { return len(m.persons) }

// Identify returns the number of the person that a name stands for, from 0 and
// in the order in which the chat told them. The name may be a full name, a
// first name, a surname, a short form or a possessive. It reports false for a
// stranger and for a name that two persons of the chat share.
func (m *Memory) Identify(name string) (id int, ok bool) {
	var t Text
	t.Reset(Fold(name).Text)
	var candidates []int
	seen := 0
	for i, tok := range t.Tokens {
		if tok.Kind != Word || utf8.RuneCountInString(t.Word(i)) < 2 || tagger.Title(t.Word(i)) != tagger.NoTitle {
			continue
		}
		k, found := m.find(t.Word(i))
		if !found {
			return 0, false
		}
		if seen++; seen == 1 {
			candidates = k.persons
		} else {
			candidates = intersect(candidates, k.persons)
		}
	}
	if len(candidates) != 1 {
		return 0, false
	}
	return candidates[0], true
}

func intersect(a, b []int) []int {
	var out []int
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// add merges a name into the memory: the same first name with the same or no
// surname is the same person, another surname is another one.
func (m *Memory) add(n savedName) {
	if len(n.words) == 0 {
		return
	}
	p := person{given: n.words[0].text, initial: n.initial}
	if n.surname {
		p.given = ""
		p.rest = texts(n.words)
	} else {
		p.rest = texts(n.words[1:])
	}
	id := slices.IndexFunc(m.persons, p.same)
	if id < 0 {
		id = len(m.persons)
		m.persons = append(m.persons, p)
	} else {
		m.persons[id].merge(p)
	}
	for _, w := range n.words {
		m.learn(w.text, w.score, id)
		for _, f := range []string{gazetteer.Fold(w.text), gazetteer.Drop(w.text)} {
			m.learn(f, w.score, id)
		}
	}
	for _, alias := range aliases[p.given] {
		m.learn(alias, aliasScore, id)
	}
}

// aliasScore is how sure it is that a short form of a known first name is a name.
const aliasScore = 0.5

func (m *Memory) learn(word string, score float32, id int) {
	if len(word) < 2 {
		return
	}
	o := outline(word)
	m.outlines[o/64] |= 1 << (o % 64)
	k := m.words[word]
	k.score = max(k.score, score)
	if at, found := slices.BinarySearch(k.persons, id); !found {
		k.persons = slices.Insert(k.persons, at, id)
	}
	m.words[word] = k
}

func texts(words []savedWord) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return out
}

// same reports whether two names can be one person's.
func (p person) same(q person) bool {
	if p.given != "" && q.given != "" && p.given != q.given {
		return false
	}
	if len(p.rest) > 0 && len(q.rest) > 0 {
		return slices.Equal(p.rest, q.rest)
	}
	if p.given == "" || q.given == "" {
		return false // a surname alone says too little
	}
	a, b := p.surnameInitial(), q.surnameInitial()
	return a == b || a == 0 || b == 0
}

func (p person) surnameInitial() byte {
	if len(p.rest) > 0 {
		return p.rest[len(p.rest)-1][0]
	}
	return p.initial
}

func (p *person) merge(q person) {
	if p.given == "" {
		p.given = q.given
	}
	if len(p.rest) == 0 {
		p.rest = q.rest
	}
	if p.initial == 0 {
		p.initial = q.initial
	}
}
