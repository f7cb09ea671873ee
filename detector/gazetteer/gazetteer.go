// Package gazetteer tells what is generally known of a word: how common it is
// as a first name, a surname, a town or a firm, and how common in everyday
// German and English. It holds no readable list: words are kept as hashes.
//
// Sources and licences stand in NOTICE; "chatlint-train gazetteer" rebuilds the
// data file byte for byte.
package gazetteer

import (
	_ "embed"
	"sync"
)

// Entry is what is known of one lower-cased word. The zero value is an unknown word.
type Entry struct {
	First   uint8 // first name: 0 never, else 1 (rare) to 7 (one person in 2,000 or more)
	Surname uint8 // surname, on the same scale
	Place   uint8 // town or country: 0 none, 1 village, 2 several post codes, 3 city, country or state
	German  uint8 // everyday German: 0 not in the 50,000 most frequent words, else 1 (rare) to 7 (top 100)
	English uint8 // the same for English
	Class   Class
	Case    uint8 // how German prose writes it: 0 unseen, 1 always capital, 2 mostly capital, 3 mostly small, 4 always small
	Article uint8 // how often German prose puts an article before it: 0 unseen, 1 hardly ever, 2 sometimes, 3 often
	Group   uint8 // word cluster 1 to 64 of informal German, 0 none
	Cluster uint8 // word cluster 0 to 255 of informal German; valid if Group > 0
	Noun    bool  // a common noun of the German dictionary, or a form of one
}

// Class is a hand-written judgement that outweighs the counts.
type Class uint8

// The classes of the hand-written lists.
const (
	NoClass  Class = iota
	Nickname       // a short form used as a name
	Brand          // a maker, dealer or product that looks like a name
	Homonym        // an everyday or craft word that is a name as well
	Function       // a word that begins no name even though a list carries it
)

// IsName reports whether any list carries the word as a first name or surname.
func (e Entry) IsName() bool { return e.First > 0 || e.Surname > 0 || e.Class == Nickname }

//go:embed gazetteer.bin
var data string

var table = sync.OnceValue(func() *Table {
	t, err := Decode(data)
	if err != nil {
		panic("gazetteer: embedded data: " + err.Error())
	}
	return t
})

// Lookup returns what is known of a lower-cased word. The data is unpacked by
// the first call; it is safe for concurrent use.
func Lookup(word string) Entry { return table().Lookup(word) }

// Noun reports what Lookup says of Entry.Noun, quicker where it is false.
func Noun(word string) bool { return table().Noun(word) }

// nounTail is how many bytes of a compound its last noun takes at least; shorter
// ones end many surnames.
const nounTail = 5

// EndsInNoun reports a lower-cased word that is a common noun of the dictionary or a
// compound of one.
func EndsInNoun(word string) bool {
	for i := 0; i+nounTail <= len(word); i++ {
		if Noun(word[i:]) {
			return true
		}
	}
	return Noun(word)
}
