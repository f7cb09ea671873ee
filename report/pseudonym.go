package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// pseudonyms gives every person of a run a stand-in such as "Person 3", in the
// order of appearance and the same wherever the person appears again. Who is
// the same is decided by the words of a name: a single word that belongs to
// one full name of the chat means that person, an ambiguous one its own.
type pseudonyms struct {
	labels  map[string]string // key of a name → stand-in
	counts  map[string]int    // prefix → numbers given so far
	writers map[string]bool   // keys of those who wrote in a chat
	chats   []aliases
}

// aliases maps the words of the names of one chat to the name's key; a word of
// two names maps to itself.
type aliases map[string]string

func newPseudonyms(chats int) *pseudonyms {
	p := &pseudonyms{labels: map[string]string{}, counts: map[string]int{}, writers: map[string]bool{}, chats: make([]aliases, chats)}
	for i := range p.chats {
		p.chats[i] = aliases{}
	}
	return p
}

// writer is of for somebody who writes in the chat.
func (p *pseudonyms) writer(chat int, name, prefix string) string {
	label := p.of(chat, name, prefix)
	p.writers[p.key(chat, nameWords(name))] = true
	return label
}

// isWriter reports whether the name means somebody who writes in the chat.
func (p *pseudonyms) isWriter(chat int, name string) bool {
	return p.writers[p.key(chat, nameWords(name))]
}

// of returns the stand-in for a name in a chat. The prefix counts when the
// person appears for the first time.
func (p *pseudonyms) of(chat int, name, prefix string) string {
	words := nameWords(name)
	if len(words) == 0 {
		return hidden
	}
	key := p.key(chat, words)
	if _, ok := p.labels[key]; !ok {
		p.labels[key] = p.next(chat, words, prefix)
	}
	p.chats[chat].learn(words, key)
	return p.labels[key]
}

// knows returns the stand-in of a word that is part of a name of the chat.
func (p *pseudonyms) knows(chat int, word string) (string, bool) {
	label, ok := p.labels[p.chats[chat][word]]
	return label, ok
}

// key finds out whom the words of a name mean: "Huber Sepp" is "Sepp Huber",
// and a single word, with or without a genitive s, a person of the chat.
func (p *pseudonyms) key(chat int, words []string) string {
	if len(words) != 1 {
		return strings.Join(slices.Sorted(slices.Values(words)), " ")
	}
	for _, w := range []string{words[0], strings.TrimSuffix(words[0], "s")} {
		if key, ok := p.chats[chat][w]; ok {
			return key
		}
	}
	return words[0]
}

// next makes the stand-in of a new name. Somebody who went by one word keeps
// the stand-in with the full name: "Meier", then "Anna Meier". Writers do not,
// because a colleague saved as "Stefan" and a customer "Stefan Huber" are two.
func (p *pseudonyms) next(chat int, words []string, prefix string) string {
	for _, w := range words {
		if label, ok := p.labels[w]; ok && p.chats[chat][w] == w && !p.writers[w] {
			return label
		}
	}
	p.counts[prefix]++
	return fmt.Sprintf("%s %d", prefix, p.counts[prefix])
}

// learn adds the words of a name.
func (a aliases) learn(words []string, key string) {
	for _, w := range words {
		switch known, ok := a[w]; {
		case len(words) == 1 && ok || particles[w]:
		case !ok:
			a[w] = key
		case known != key:
			a[w] = w
		}
	}
}

// particles are words of names that name nobody.
var particles = map[string]bool{
	"von": true, "van": true, "zu": true, "zum": true, "zur": true, "vom": true, "am": true, "im": true, "in": true,
	"de": true, "der": true, "den": true, "die": true, "da": true, "del": true, "di": true, "la": true, "le": true,
	"el": true, "al": true, "bin": true, "und": true, "and": true, "the": true, "of": true,
}

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
