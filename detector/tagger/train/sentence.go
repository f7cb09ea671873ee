// Package train reads the data sets that the person tagger learns from, varies
// them, and measures the result. It is used by chatlint-train only.
package train

import (
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
)

// Sentence is a labelled piece of text: a sentence, a tweet or a message.
type Sentence struct {
	Text  string
	Spans []Span // sorted, without overlaps
	// PersonsOnly says that places and organisations are not labelled.
	PersonsOnly bool
	People      detector.People // nil outside chats
	Weight      float32         // how many sentences it stands for; 0 is 1
}

// Span is a labelled run of bytes.
type Span struct {
	Start, End int
	Class      tagger.Class
	Unlabelled bool  // nobody says what it is
	Known      uint8 // as tagger.Token.Known, of a name that was swapped
	Swapped    bool
	Hidden     bool // to be treated as if no list had it
	Genitive   bool // the span holds an ending that ours leave out
}

// example turns the sentence into what the tagger learns from.
func (s Sentence) example(t *detector.Text) tagger.Example {
	t.Reset(s.Text)
	tokens := detector.TaggerTokens(t, s.People, nil)
	x := tagger.Example{Tokens: tokens, Allowed: make([]tagger.Mask, len(tokens)), Unknown: make([]bool, len(tokens)), Weight: s.Weight}
	outside := tagger.Only(tagger.Outside)
	if s.PersonsOnly {
		outside = tagger.Any &^ tagger.Only(tagger.Person.Begin()) &^ tagger.Only(tagger.Person.Inside())
	}
	for i := range tokens {
		x.Allowed[i] = outside
	}
	for _, sp := range s.Spans {
		label := sp.Class.Begin()
		for i, k := range t.Tokens {
			if int(k.End) <= sp.Start || int(k.Start) >= sp.End {
				continue
			}
			x.Allowed[i] = tagger.Only(label)
			if sp.Unlabelled {
				x.Allowed[i] = tagger.Any
			}
			if sp.Swapped {
				tokens[i].Known = sp.Known
			}
			x.Unknown[i] = sp.Hidden
			label = sp.Class.Inside()
		}
	}
	return x
}

// persons returns the labelled names of persons.
func (s Sentence) persons() []Span {
	return slices.DeleteFunc(slices.Clone(s.Spans), func(sp Span) bool { return sp.Unlabelled || sp.Class != tagger.Person })
}
