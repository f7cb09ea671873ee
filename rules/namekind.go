package rules

import (
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// nameKind is all that the model sees of a name: colleagues go by first names,
// customers by surnames.
type nameKind uint8

// The kinds. noName is what is none, or a name beside which something tells who
// bears it.
const (
	noName nameKind = iota
	fullName
	firstName
	surname
	eitherName // Martin, Thomas: as common as both
	unlistedName
)

// nameKind tells the kind of a name at the tokens.
func (a *analysis) nameKind(t tokenSpan) nameKind {
	if t.first < t.last {
		return fullName
	}
	word := a.text.Word(t.first)
	e := gazetteer.Lookup(word)
	if !e.IsName() {
		e = gazetteer.Lookup(tagger.Stem(word))
	}
	switch {
	case e.Class == gazetteer.Nickname, e.First > e.Surname:
		return firstName
	case e.Surname > e.First:
		return surname
	case e.IsName():
		return eitherName
	}
	return unlistedName
}

// whomCode packs into eight bits whom something is about and the role of whoever
// that is or, where nothing tells it, the kind of the name.
func whomCode(about About, role Role, bare nameKind) uint32 {
	part := uint32(role)
	if bare != noName {
		part = uint32(len(roleNames)) + uint32(bare)
	}
	return uint32(about)*16 + part
}
