package tagger

import (
	"iter"
	"maps"
)

// TitleKind says what a title promises about the words behind it.
type TitleKind uint8

// The kinds of titles; NoTitle is the kind of every other word.
const (
	NoTitle  TitleKind = iota
	Address            // Herr, Frau, Mr: a surname follows
	Family             // Familie, Fam.: a surname follows
	Academic           // Dr., Prof.: a surname may follow
)

// Title returns the kind of a lower-cased word that stands, with or without a
// full stop, before a person's name and does not belong to it.
func Title(word string) TitleKind { return titles[word] }

// Titles yields the words that have a kind, in any order.
func Titles() iter.Seq[string] { return maps.Keys(titles) }

var titles = map[string]TitleKind{
	"herr": Address, "herrn": Address, "hr": Address, "hrn": Address, "frau": Address, "fr": Address, "fräulein": Address, "frl": Address,
	"mr": Address, "mrs": Address, "ms": Address, "miss": Address, "mister": Address, "missus": Address, "signor": Address, "madame": Address,
	"familie": Family, "fam": Family, "eheleute": Family, "ehepaar": Family,
	"dr": Academic, "prof": Academic, "professor": Academic, "dipl": Academic, "mag": Academic, "med": Academic,
}
