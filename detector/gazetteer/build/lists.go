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
func (b *builder) lists(lists fs.FS) error {
	for _, c := range classes {
		data, err := fs.ReadFile(lists, c.file)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, w := range strings.Fields(line) {
				b.classify(w, c.class)
			}
		}
	}
	for w, e := range b.words {
		if e.Class == gazetteer.NoClass && max(e.German, e.English) >= veryCommon && e.First <= 4 {
			b.classify(w, gazetteer.Function)
		}
	}
	return nil
}

// veryCommon is the frequency from which a word that is hardly a first name
// is never one in a chat: the top 300.
const veryCommon = 6

func (b *builder) classify(w string, class gazetteer.Class) {
	e := b.words[w]
	switch {
	case class == gazetteer.Nickname:
		e.First = max(e.First, bucket(nicknamePPM))
		if e.First > bucket(nicknamePPM) {
			b.words[w] = e // a full first name anyway
			return
		}
	case class == gazetteer.Function:
		e.First, e.Surname, e.Place = 0, 0, 0
	}
	e.Class = class
	b.words[w] = e
}
