package redact

import (
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// language says in which languages a chat is written. Whether a word is a name
// or an everyday word depends on it: Can and Will, Rock and Art.
type language struct{ german, english int }

// markers are words of one language that no other has in common use.
var (
	germanMarkers  = wordSet("und ich nicht ist das der mit wir auch noch ein auf zu für ned nich dat isch dem den vom beim aber ja nein heute morgen bitte des")
	englishMarkers = wordSet("the and you of this with have be that what need from please she they are your at we")
)

func (l *language) hear(t *detector.Text) {
	for i, k := range t.Tokens {
		if k.Kind != detector.Word {
			continue
		}
		if w := t.Word(i); germanMarkers[w] {
			l.german++
		} else if englishMarkers[w] {
			l.english++
		}
	}
}

// few is the share of a language, one in so many marker words, below which the
// language does not count.
const few = 10

func (l *language) isGerman() bool  { return l.german*few >= l.english }
func (l *language) isEnglish() bool { return l.english*few >= l.german }

// frequency returns how common a word is in the languages of the chat, 0 to 7.
func (l *language) frequency(e gazetteer.Entry) uint8 {
	switch {
	case !l.isEnglish():
		return e.German
	case !l.isGerman():
		return e.English
	}
	return max(e.German, e.English)
}

// isNoun reports whether the word is a common noun of German in a German chat.
func (l *language) isNoun(e gazetteer.Entry) bool { return e.Noun && l.isGerman() }
