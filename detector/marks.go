package detector

import (
	"iter"
	"maps"
	"strings"

	"github.com/chatlint/chatlint/detector/tagger"
)

// mark tells what a word can open. One look at the words of a message spares most
// messages most searches: what no word of it opens cannot be found in it.
type mark uint16

const (
	markPassword    mark = 1 << iota // names a password
	markDigit                        // a digit told in words, or the turn of a lock
	markCall                         // opens a telephone number told in words
	markTurned                       // tells how a code is altered
	markSide                         // says where, by itself: links, hinten
	markPreposition                  // opens a hiding place
	markKey                          // a key of a house
	markKeyBox                       // a box with keys
	markAt                           // stands for the @ sign
	markTitle                        // stands before a name
	markParticle                     // opens a surname by itself: van der Meer, the Robinsons
	markDay                          // tells a day in words, beside months
	markKeyStem                      // holds a stem that compounds for keys are made of
	markSecretStem                   // holds a piece of a word for a password
	markFigure                       // a figure in a garden, or how one gets at what it hides
)

// markedWords are the words with marks of their own, without those of stems.
var markedWords = newMarkTable([]markList{
	{markPassword, maps.Keys(passwordCues.words)},
	{markDigit, maps.Keys(spokenDigits)},
	{markDigit, maps.Keys(turnDirections.words)},
	{markCall, maps.Keys(spokenOpeners.words)},
	{markTurned, maps.Keys(turnedAround.words)},
	{markTurned, maps.Keys(timesWords.words)},
	{markTurned, maps.Keys(numbersOwned.words)},
	{markTurned, maps.Keys(keypads.words)},
	{markSide, maps.Keys(sides.words)},
	{markFigure, maps.Keys(gardenFigures.words)},
	{markFigure, maps.Keys(gettingAt.words)},
	{markPreposition, maps.Keys(hidingPrepositions.words)},
	{markKey, maps.Keys(keyWords.words)},
	{markKeyBox, maps.Keys(keyBoxes.words)},
	{markAt, maps.Keys(atWords.words)},
	{markTitle, tagger.Titles()},
	{markParticle, maps.Keys(nameOpeners)},
	{markDay, spokenDayForms()},
})

// markList is the words that carry a mark.
type markList struct {
	mark  mark
	words iter.Seq[string]
}

// markTable finds the marks of a word. The lengths of its words by their first
// byte rule out most others before they are looked up.
type markTable struct {
	words   map[string]mark
	lengths [256]uint32 // bit n: a word of n bytes begins with the byte
}

func newMarkTable(lists []markList) *markTable {
	t := &markTable{words: map[string]mark{}}
	for _, l := range lists {
		for w := range l.words {
			t.words[w] |= l.mark
			t.lengths[w[0]] |= 1 << len(w)
		}
	}
	return t
}

func (t *markTable) of(word string) mark {
	if t.lengths[word[0]]>>len(word)&1 == 0 {
		return 0
	}
	return t.words[word]
}

// has reports whether a word of the text carries one of the marks.
func (t *Text) has(m mark) bool {
	if !t.looked {
		t.look()
	}
	return t.all&m != 0
}

// mark returns the marks of token i.
func (t *Text) mark(i int) mark {
	if !t.looked {
		t.look()
	}
	return t.marks[i]
}

// look collects the marks of all words.
func (t *Text) look() {
	t.looked = true
	t.all, t.marks = 0, t.marks[:0]
	for i := range t.Tokens {
		m := t.marksOf(i)
		t.all |= m
		t.marks = append(t.marks, m)
	}
}

// marksOf works out the marks of token i, unless its form has them.
func (t *Text) marksOf(i int) mark {
	if f := t.form(i); f != nil {
		return f.marks
	}
	if t.Tokens[i].Kind != Word {
		return 0
	}
	w := t.Word(i)
	return markedWords.of(w) | stemMarks(w)
}

// stemMarks looks for stems in a lower-cased word.
func stemMarks(s string) (m mark) {
	for i := 0; i+3 <= len(s); i++ {
		switch s[i] {
		case 'k':
			if s[i+1] == 'e' && s[i+2] == 'y' {
				m |= markKeyStem
			}
		case 's':
			if rest := s[i:]; strings.HasPrefix(rest, "schl") || strings.HasPrefix(rest, "slötel") || strings.HasPrefix(rest, "spare") {
				m |= markKeyStem
			}
		case 'w':
			if s[i+1] == 'o' && s[i+2] == 'r' {
				m |= markSecretStem
			}
		case 'c':
			if strings.HasPrefix(s[i:], "code") {
				m |= markSecretStem
			}
		}
	}
	return m
}
