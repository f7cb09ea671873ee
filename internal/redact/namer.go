package redact

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// namer tells whom a name means, so that one person gets one stand-in. Senders
// are kept apart by their saved names, whatever else is known.
type namer struct {
	people  *detector.Memory
	senders map[string]bool   // saved names
	persons map[int]string    // number of a person → saved name
	phones  map[string]string // number of a sender without a name → saved name
	spelled map[string]string // saved name by what its spellings share
	ordered []string          // saved names, longest first
}

// newNamer takes the saved names in the order of the chats, and the full names
// that stand in messages.
func newNamer(saved, full []string) *namer {
	n := &namer{senders: map[string]bool{}, persons: map[int]string{}, phones: map[string]string{}, spelled: map[string]string{}}
	names := slices.Clone(saved)
	for _, s := range saved {
		if o := inOrder(s); n.spelled[o] == "" {
			n.spelled[o] = s
		}
	}
	for _, f := range full {
		if n.spelled[inOrder(f)] == "" { // another spelling of a saved name is nobody else
			names = append(names, givenFirst(f))
		}
	}
	n.people = detector.NewPeople(names)
	for _, s := range saved {
		n.senders[s] = true
		if d := digitsOf(s); len(d) >= minDigits && !hasLetters(s, 1) {
			n.phones[significant(d)] = s
		}
		if id, ok := n.number(s); ok && n.persons[id] == "" {
			n.persons[id] = s
		}
	}
	n.ordered = slices.Clone(saved)
	slices.SortStableFunc(n.ordered, func(a, b string) int { return len(b) - len(a) })
	return n
}

// givenFirst turns Huber Sepp round.
func givenFirst(name string) string {
	words := strings.Fields(name)
	if len(words) == 2 {
		first, second := gazetteer.Lookup(strings.ToLower(words[0])), gazetteer.Lookup(strings.ToLower(words[1]))
		if second.First >= 3 && second.First > first.First || second.Class == gazetteer.Nickname && first.First == 0 {
			return words[1] + " " + words[0]
		}
	}
	return name
}

// number finds a saved name in the memory, which has left out what is no name.
func (n *namer) number(saved string) (int, bool) {
	for _, s := range append([]string{saved}, nameWords(saved)...) {
		if id, ok := n.people.Identify(s); ok {
			return id, true
		}
	}
	return 0, false
}

// key returns what all names of one person share.
func (n *namer) key(name string) string {
	if saved := strings.Join(strings.Fields(name), " "); n.senders[saved] {
		return "sender " + saved
	}
	name = shorten(strings.ReplaceAll(name, "-\n", ""), 1)
	if id, ok := n.people.Identify(name); ok {
		if saved := n.persons[id]; saved != "" {
			return "sender " + saved
		}
		return "person " + strconv.Itoa(id)
	}
	o := inOrder(name)
	if saved := n.spelled[o]; saved != "" && strings.Contains(o, " ") {
		return "sender " + saved
	}
	return "name " + o
}

// inOrder returns what all spellings of a name share, in whatever order its
// words stand.
func inOrder(name string) string {
	words := nameWords(name)
	for i, w := range words {
		words[i] = canonical(tagger.Stem(w))
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// phone returns the saved name of a sender who is known by a number only.
func (n *namer) phone(text string) (saved string, ok bool) {
	if len(n.phones) == 0 {
		return "", false
	}
	saved, ok = n.phones[significant(digitsOf(text))]
	return saved, ok
}

func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
}

// savedName returns the name before the colon of a line, as the reader shows it
// and without the tilde of an unsaved contact.
func savedName(written string) string {
	name := strings.Join(strings.FieldsFunc(visible(written), unicode.IsSpace), " ")
	return strings.TrimSpace(strings.TrimLeft(name, "~ "))
}
