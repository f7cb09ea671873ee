package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// shape is how a token is written.
type shape uint8

const (
	lower    shape = iota
	capital        // Huber
	upper          // HUBER
	mixed          // McDonald, iPhone
	oneUpper       // B
	digits
	other
	shapes
)

// role is the part a token can play in or beside a name. Roles are few, so that
// combinations of neighbouring roles fit in dense tables.
type role uint8

const (
	boundary role = iota // before the first and behind the last token
	lineBreak
	comma
	stop
	colon
	at
	hyphen
	bracket
	punct
	symbol
	number
	alnum // letters and digits
	initial
	title
	function
	common       // an everyday word and no name
	uncommon     // a rarer word and no name
	unknown      // in no list
	firstStrong  // a first name and hardly anything else
	firstWeak    // a rare first name
	firstCommon  // a first name and an everyday word
	nickname     // a short form
	homonymFirst // a first name that is a plain word
	homonym      // a surname that is a plain word
	surnameRole
	surnameWeak
	surnameCommon // an everyday word that a surname list carries
	bothNames     // first name and surname
	brand
	place
	placeName // a town that is a name as well
	acronym   // capitals in no list
	compound  // in no list, but put together of words that are
	roles
)

// word is a token form with everything that does not depend on its neighbours.
type word struct {
	shape   shape
	role    role
	profile uint8  // bucketed counts of the name lists, below profiles
	key     uint32 // identity, for combinations with the neighbour's role; 0 if too rare or a name
	cluster uint32 // word cluster, from 1; 0 for none
	lang    int8   // leaning to German (positive) or English
	begins  bool   // can start a span
	ends    bool   // ends a sentence
	emit    [offsets]lanes
}

// A word gives evidence about the tokens up to reach away from it. A position
// sees the word at distance d through emit[d+reach].
const (
	reach   = 2
	offsets = 2*reach + 1
)

const profiles = 5 * 4 * 4

// nameLike is the level of likeness from which a rare word in small letters that no
// list has as a name is looked at.
const nameLike = 5

// newWord describes a token. At run time, lookup is gazetteer.Lookup
// and like is Likeness.Level.
func newWord(t *Token, lookup func(string) gazetteer.Entry, like func(string) uint8) (word, lexeme) {
	x := analyse(t, lookup)
	if x.kind == Word {
		x.like = like(x.lower)
	}
	w := word{
		shape:   x.shape,
		role:    x.role(t),
		profile: x.profile(),
		lang:    int8(x.entry.German) - int8(x.entry.English),
		ends:    t.Kind == Break || t.Kind == Symbol || t.Kind == Punct && strings.ContainsAny(t.Text, ".!?:•-"),
	}
	if x.entry.Group > 0 {
		w.cluster = uint32(x.entry.Cluster) + 1
	}
	if x.everyday() {
		w.key = hashString(templateWord, t.Lower)
	}
	w.begins = w.canBegin() || w.role == uncommon && !x.entry.Noun && x.like >= nameLike
	return w, x
}

// lexeme is a word with its gazetteer entry.
type lexeme struct {
	lower      string
	shape      shape
	kind       Kind
	entry      gazetteer.Entry
	possessive bool // the entry is that of the word without its possessive ending
	tail       int  // runes of a noun that ends the word, 0 for none
	like       uint8
	compound   bool // what stands before the tail is a word as well
}

func analyse(t *Token, lookup func(string) gazetteer.Entry) lexeme {
	x := lexeme{lower: t.Lower, kind: t.Kind, shape: shapeOf(t)}
	if t.Kind != Word || len(t.Lower) > longestWord {
		return x
	}
	x.entry = lookup(t.Lower)
	x.split(lookup)
	stem := Stem(t.Lower)
	if stem == t.Lower {
		return x
	}
	e := lookup(stem)
	switch {
	case x.entry.IsName() && !strings.ContainsAny(t.Lower, "'’`´"):
		if OutweighedBy(x.entry, e) {
			x.entry, x.possessive = e, true
		}
	case e.IsName():
		common := max(x.entry.German, x.entry.English)
		if common < 2 || e.First >= 5 && common < 4 {
			x.entry, x.possessive = e, true
		}
	}
	return x
}

// OutweighedBy reports that a word with a final s is the possessive of a common
// first name sooner than the rare name that a list has it for: Ottos, Walters.
func OutweighedBy(word, stem gazetteer.Entry) bool {
	return stem.First >= 5 && word.First <= 2 && word.Surname <= 3 && !word.Noun && word.Class == gazetteer.NoClass
}

// longestWord is how many bytes a word has at most of which anything is known.
const longestWord = 64

// The shortest parts of a German compound that are looked for.
const (
	shortestTail = 4
	shortestHead = 3
)

// split finds the longest noun that ends a longer word.
func (x *lexeme) split(lookup func(string) gazetteer.Entry) {
	n := utf8.RuneCountInString(x.lower)
	at := 0
	for head := 1; head <= n-shortestTail; head++ {
		_, size := utf8.DecodeRuneInString(x.lower[at:])
		at += size
		if head < shortestHead || !gazetteer.Noun(x.lower[at:]) {
			continue
		}
		x.tail = n - head
		x.compound = isHead(x.lower[:at], lookup)
		return
	}
}

// isHead reports whether the first part of a compound is a word, with or
// without the letters that link it.
func isHead(s string, lookup func(string) gazetteer.Entry) bool {
	for _, link := range []string{"", "s", "n", "en", "es", "er"} {
		head, ok := strings.CutSuffix(s, link)
		if !ok || len(head) < shortestHead {
			continue
		}
		if e := lookup(head); e.Noun || e.German > 0 || e.Group > 0 {
			return true
		}
	}
	return false
}

// Stem returns a lower-cased word without the ending of a possessive: Stefan's,
// Stefans. Words that it leaves alone may still be possessives.
func Stem(word string) string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "'s"), strings.HasSuffix(word, "`s"):
		return word[:n-2]
	case strings.HasSuffix(word, "’s"), strings.HasSuffix(word, "´s"):
		return word[:strings.LastIndexAny(word, "’´")]
	case n > 3 && word[n-1] == 's' && word[n-2] != 's':
		return word[:n-1]
	}
	return word
}

func shapeOf(t *Token) shape {
	switch t.Kind {
	case Number:
		return digits
	case Punct, Symbol, Break:
		return other
	}
	first, rest := true, false
	ups, downs := 0, 0
	firstUp := false
	for _, r := range t.Text {
		switch {
		case unicode.IsUpper(r):
			ups++
			firstUp = firstUp || first
		case unicode.IsLower(r):
			downs++
		}
		rest = rest || !first
		first = false
	}
	switch {
	case ups == 0:
		return lower
	case downs == 0 && !rest:
		return oneUpper
	case downs == 0:
		return upper
	case ups == 1 && firstUp:
		return capital
	}
	return mixed
}

func (x lexeme) frequency() uint8 { return max(x.entry.German, x.entry.English) }

// everyday reports whether the word may be a feature by itself. Words that
// could be names are not, so that the model holds no names.
func (x lexeme) everyday() bool {
	e := x.entry
	switch {
	case x.kind != Word:
		return x.kind != Symbol && x.kind != Number
	case x.possessive || e.Class == gazetteer.Nickname || e.Class == gazetteer.Homonym || e.Class == gazetteer.Brand:
		return false
	case e.Class == gazetteer.Function:
		return true
	}
	return e.First < 4 && e.Surname < 5 && e.Place < 2 && (x.frequency() >= 2 || !e.IsName())
}

func (x lexeme) role(t *Token) role {
	switch t.Kind {
	case Break:
		return lineBreak
	case Number:
		return number
	case Symbol:
		return symbol
	case Punct:
		return punctRole(t.Text)
	}
	if strings.IndexFunc(t.Lower, unicode.IsDigit) >= 0 {
		return alnum
	}
	e, often := x.entry, x.frequency()
	switch {
	case Title(t.Lower) != NoTitle:
		return title
	case utf8.RuneCountInString(t.Lower) == 1:
		return initial
	case e.Class == gazetteer.Function:
		return function
	case e.Class == gazetteer.Brand:
		return brand
	case e.Class == gazetteer.Homonym && e.First >= 5:
		return homonymFirst
	case e.Class == gazetteer.Homonym:
		return homonym
	case e.Class == gazetteer.Nickname:
		return nickname
	case e.Place >= 2 && e.IsName() && e.First < 5:
		return placeName
	case e.First >= 4 && often >= 4:
		return firstCommon
	case e.First >= 4 && e.Surname >= 4:
		return bothNames
	case e.First >= 4:
		return firstStrong
	case e.Place > 0 && e.Surname < 4 && e.First < 3:
		return place
	case e.Noun && e.First < 4 && e.Surname < 4:
		return uncommon
	case e.Surname >= 4 && (often >= 3 || e.Noun), e.Surname > 0 && often >= 2:
		return surnameCommon
	case e.Surname >= 4:
		return surnameRole
	case e.First > 0 && often >= 3:
		return common
	case e.First > 1 || e.First > e.Surname:
		return firstWeak
	case e.Surname > 0:
		return surnameWeak
	case often >= 3:
		return common
	case often > 0 || e.Group > 0:
		return uncommon
	case x.shape == upper:
		return acronym
	case x.compound:
		return compound
	}
	return unknown
}

func punctRole(s string) role {
	switch s {
	case ",", ";":
		return comma
	case ".", "!", "?", "…":
		return stop
	case ":":
		return colon
	case "@":
		return at
	case "-", "–", "‐", "‑":
		return hyphen
	case "(", ")", "[", "]", "\"", "„", "“", "”", "«", "»", "'", "*", "_":
		return bracket
	}
	return punct
}

func (x lexeme) profile() uint8 {
	first := [8]uint8{0, 1, 1, 2, 2, 3, 3, 4}[x.entry.First&7]
	if x.entry.Class == gazetteer.Nickname {
		first = max(first, 3)
	}
	last := [8]uint8{0, 1, 1, 2, 2, 2, 3, 3}[x.entry.Surname&7]
	often := [8]uint8{0, 1, 1, 2, 2, 3, 3, 3}[x.frequency()&7]
	return first*16 + last*4 + often
}

// canBegin reports whether a span may start with the word. It is what lets most
// messages be skipped.
func (w *word) canBegin() bool {
	switch w.role {
	case boundary, lineBreak, comma, stop, colon, at, hyphen, bracket, punct, symbol, number, title, function:
		return false
	case initial:
		return w.shape == oneUpper
	case common, uncommon, compound, alnum:
		return w.shape != lower
	}
	return true
}
