package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/lint"
)

// pseudonyms gives every person of a run a stand-in such as "Person 3", in the
// order of appearance and the same wherever the person appears again. A person
// is known by a key, the sorted words of the fullest name seen.
type pseudonyms struct {
	labels map[string]string // key → stand-in
	counts map[string]int    // prefix → numbers given so far
	taken  map[string]bool   // stand-ins under which somebody writes
	chats  []circle
}

// circle is whom a chat knows.
type circle struct {
	writers   *detector.Memory
	saved     map[string]bool   // keys of the writers, as they are saved
	keys      map[int]string    // number of a writer in the memory → key
	strangers map[string]string // word of the name of somebody else → key, "" if of two
	given     map[string]string // name of a writer, as met → stand-in
}

func newPseudonyms(inputs []lint.Input) *pseudonyms {
	p := &pseudonyms{labels: map[string]string{}, counts: map[string]int{}, taken: map[string]bool{}}
	for _, in := range inputs {
		for _, who := range in.Participants {
			p.taken[who.Name] = detector.IsStandIn(who.Name)
		}
		p.chats = append(p.chats, newCircle(in.Participants))
	}
	return p
}

func newCircle(participants []chat.Participant) circle {
	names := make([]string, len(participants))
	for i, p := range participants {
		names[i] = p.Name
	}
	c := circle{writers: detector.NewPeople(names), saved: map[string]bool{}, keys: map[int]string{}, strangers: map[string]string{}, given: map[string]string{}}
	for _, n := range names {
		key := nameKey(nameWords(n))
		c.saved[key] = true
		if id, ok := c.number(n); ok && len(key) > len(c.keys[id]) {
			c.keys[id] = key
		}
	}
	return c
}

// number finds a saved name in the memory, which has left out what is no name:
// of "Luki Azubi" it knows "Luki".
func (c *circle) number(saved string) (int, bool) {
	for _, n := range append([]string{saved}, nameWords(saved)...) {
		if id, ok := c.writers.Identify(n); ok {
			return id, true
		}
	}
	return 0, false
}

// of returns the stand-in for a name in a chat; one that redaction has given stays.
// The prefix counts when the person appears for the first time.
func (p *pseudonyms) of(chat int, name, prefix string) string {
	c := &p.chats[chat]
	if label, ok := c.given[name]; ok {
		return label
	}
	words := readWords(name)
	switch {
	case len(words) == 0:
		return hidden
	case detector.IsStandIn(name):
		return name
	}
	key, writer := c.key(name)
	if _, ok := p.labels[key]; !ok {
		p.labels[key] = p.next(c, words, prefix)
	}
	if writer {
		c.given[strings.Clone(name)] = p.labels[key]
	} else {
		c.learn(words, key)
	}
	return p.labels[key]
}

// isWriter reports whether the name means one of those who write in the chat.
func (p *pseudonyms) isWriter(chat int, name string) bool {
	_, writer := p.chats[chat].key(name)
	return writer
}

// knows reports whether a lower-cased word is part of a name in the chat.
func (p *pseudonyms) knows(chat int, word string) bool {
	c := &p.chats[chat]
	return c.writers.Known(word) > 0 || c.isStranger(word) || c.isStranger(tagger.Stem(word))
}

// key finds out whom a name means: a writer, or a stranger by the one word of
// a name seen before. A word that two persons share means neither. Names that
// are saved apart are two people, whatever the memory takes them for.
func (c *circle) key(name string) (key string, writer bool) {
	if key = nameKey(nameWords(name)); c.saved[key] {
		return key, true
	}
	words := readWords(name)
	if key = nameKey(words); c.saved[key] {
		return key, true
	}
	if id, ok := c.writers.Identify(name); ok && c.keys[id] != "" {
		return c.keys[id], true
	}
	if len(words) == 1 {
		for _, w := range []string{words[0], tagger.Stem(words[0])} {
			if known := c.strangers[w]; known != "" {
				return known, false
			}
		}
	}
	return key, false
}

func (c *circle) isStranger(word string) bool {
	_, ok := c.strangers[word]
	return ok
}

// next makes the stand-in of a new name. A stranger who went by one word keeps
// the stand-in with the full name: "Meier", then "Anna Meier".
func (p *pseudonyms) next(c *circle, words []string, prefix string) string {
	for _, w := range words {
		if label, ok := p.labels[w]; ok && c.strangers[w] == w {
			return label
		}
	}
	for {
		p.counts[prefix]++
		if label := fmt.Sprintf("%s %d", prefix, p.counts[prefix]); !p.taken[label] {
			return label
		}
	}
}

// learn adds the words of a stranger's name.
func (c *circle) learn(words []string, key string) {
	for _, w := range words {
		known, ok := c.strangers[w]
		switch {
		case len(words) == 1 && ok || particles[w]:
		case !ok || known == w:
			c.strangers[w] = key
		case known != key:
			c.strangers[w] = ""
		}
	}
}

// particles are words of names that name nobody.
var particles = map[string]bool{
	"von": true, "van": true, "zu": true, "zum": true, "zur": true, "vom": true, "am": true, "im": true, "in": true,
	"de": true, "der": true, "den": true, "die": true, "da": true, "del": true, "di": true, "la": true, "le": true,
	"el": true, "al": true, "bin": true, "und": true, "and": true, "the": true, "of": true,
}

// nameKey makes one key of "Huber Sepp" and "Sepp Huber".
func nameKey(words []string) string {
	return strings.Join(slices.Sorted(slices.Values(words)), " ")
}

// readWords splits a name as people read it: "K e v i n" is Kevin.
func readWords(name string) []string { return nameWords(detector.Fold(name).Text) }

// nameWords splits a name into its lower-cased words. A name of symbols alone
// is one word.
func nameWords(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 && name != "" {
		return []string{name}
	}
	return words
}
