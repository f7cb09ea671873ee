// Package tagger finds names of persons, places and organisations in short
// informal German and English messages. It is a linear-chain conditional random
// field over hashed features; training (package train) and tagging share the
// feature functions of this package.
package tagger

// Kind is the rough class of a token.
type Kind uint8

// The kinds of tokens.
const (
	Word Kind = iota
	Number
	Punct
	Symbol
	Break
)

// Token is one token of a message.
type Token struct {
	Text  string // as written
	Lower string // in lower case
	Kind  Kind
	Glued bool  // no white space stands before it
	Known uint8 // how sure the chat's person memory is of it, 0 to MaxKnown
	Form  *Form // what the model has made of Text before, nil if nobody remembers it
}

// MaxKnown is the highest value of Token.Known.
const MaxKnown = 3

// Class is what a span names.
type Class uint8

// The classes.
const (
	Person Class = iota
	Location
	Organization
	classes
)

// Span is a run of tokens that names something.
type Span struct {
	Class       Class
	First, Last int     // tokens, both included
	Score       float32 // probability that its tokens are of the class
}

// Label is the tag of one token: O outside, else beginning or inside of a class.
type Label uint8

// Outside is the label of tokens that name nothing.
const Outside Label = 0

// Labels is the number of labels.
const Labels = 1 + 2*int(classes)

// Begin returns the label of a span's first token.
func (c Class) Begin() Label { return Label(1 + 2*c) }

// Inside returns the label of a span's other tokens.
func (c Class) Inside() Label { return Label(2 + 2*c) }

// class returns the class of a label other than Outside.
func (l Label) class() Class { return Class((l - 1) / 2) }

// begins reports whether the label starts a span.
func (l Label) begins() bool { return l%2 == 1 }

// Follows reports whether label next may come after label l: inside labels
// continue a span of their class.
func (l Label) Follows(next Label) bool {
	if next == Outside || next.begins() {
		return true
	}
	return l != Outside && l.class() == next.class()
}
