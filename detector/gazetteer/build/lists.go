package build

import (
	"io/fs"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// classes are the hand-written lists, the later ones outweighing the earlier.
var classes = []struct {
	file  string
	class gazetteer.Class
}{
	{"nicknames.txt", gazetteer.Nickname},
	{"crafts.txt", gazetteer.Homonym},
	{"brands.txt", gazetteer.Brand},
	{"words.txt", gazetteer.Function},
}

// nicknamePPM is the frequency of a first name given to a short form, for
// which no register counts.
const nicknamePPM = 30

// lists applies the hand-written lists.
func (b *builder) lists() error {
	for _, c := range classes {
		if err := b.listed(c.file, func(w string) { b.classify(w, c.class) }); err != nil {
			return err
		}
	}
	return nil
}

// listedPlaces adds the towns and cities of the project's own list.
func (b *builder) listedPlaces() error {
	return b.listed("places.txt", func(w string) { b.place(w, 3) })
}

// listed calls f with the words of one of the project's lists.
func (b *builder) listed(file string, f func(w string)) error {
	data, err := fs.ReadFile(b.own, file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				f(w)
			}
		}
	}
	return nil
}

func (b *builder) classify(w string, class gazetteer.Class) {
	e := b.words[w]
	switch {
	case class == gazetteer.Nickname:
		if e.First > bucket(nicknamePPM) {
			return // a full first name anyway
		}
		e.First = bucket(nicknamePPM)
	case class == gazetteer.Function && e.Class == gazetteer.Homonym:
		return // somebody may well be called Lang
	case class == gazetteer.Function:
		e.First, e.Surname, e.Place = 0, 0, 0
	}
	e.Class = class
	b.words[w] = e
}

// veryCommon is the frequency from which a word that is hardly a first name
// is never one in a chat: the top 300.
const veryCommon = 6

// functionWords classifies the most frequent words that no list classifies.
func (b *builder) functionWords() error {
	for w, e := range b.words {
		if e.Class == gazetteer.NoClass && max(e.German, e.English) >= veryCommon && e.First <= 4 {
			b.classify(w, gazetteer.Function)
		}
	}
	return nil
}
