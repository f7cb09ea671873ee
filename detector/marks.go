package detector

import (
	"iter"
	"maps"
	"slices"

	"github.com/chatlint/chatlint/detector/disguise"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// mark tells what a word can open or mean. One look at the words of a message spares
// most messages most searches: what no word of it opens cannot be found in it.
type mark uint16

// The marks. Those from markCode on are heard by the labeller of secrets, whose model
// has learnt them by their bits: their order is part of it.
const (
	markAt          mark = 1 << iota // stands for the @ sign
	markTitle                        // stands before a name
	markParticle                     // opens a surname by itself: van der Meer, the Robinsons
	markDay                          // tells a day in words, beside months
	markCode                         // names a code that opens something
	markPassword                     // or a password
	markKey                          // a key of a house
	markDigit                        // a digit told in words
	markPreposition                  // opens a hiding place
	markPlace                        // something that a code opens
	markUnit                         // what a number before it counts
	markOther                        // names a code that opens nothing
	markFigure                       // stands before a number that is no code
	markTelling                      // stands between a word for a code and the code
	markUnheard                      // stands in no list of words
)

// markedWords are the words with marks of their own, without those of stems.
var markedWords = newMarkTable(slices.Concat(secretWords(), []markList{
	{markDigit, maps.Keys(disguise.Digits)},
	{markAt, maps.Keys(atWords.words)},
	{markTitle, tagger.Titles()},
	{markParticle, maps.Keys(nameOpeners)},
	{markDay, spokenDayForms()},
}))

func secretWords() (out []markList) {
	for _, l := range secretLists {
		out = append(out, markList{l.mark, maps.Keys(l.cues.words)})
	}
	return out
}

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

// marked reports that token i carries one of the marks; outside the text none does.
func (t *Text) marked(i int, m mark) bool {
	return i >= 0 && i < len(t.Tokens) && t.mark(i)&m != 0
}

// look collects the marks of all words, and what they say together.
func (t *Text) look() {
	t.looked = true
	t.all, t.marks = 0, t.marks[:0]
	for i := range t.Tokens {
		m := t.marksOf(i)
		t.all |= m
		t.marks = append(t.marks, m)
	}
	t.gist = gistOf(t)
}

// marksOf works out the marks of token i, unless its form has them.
func (t *Text) marksOf(i int) mark {
	if f := t.form(i); f != nil {
		return f.secret.marks
	}
	if t.Tokens[i].Kind != Word {
		return 0
	}
	w := t.Word(i)
	m := markedWords.of(w)
	if b := bare(w); b != w {
		w = b
		m |= markedWords.of(w)
	}
	m = (m | stemMarks(w)).settled(w)
	if e := gazetteer.Lookup(w); e.German == 0 && e.English == 0 {
		m |= markUnheard
	}
	return m
}
