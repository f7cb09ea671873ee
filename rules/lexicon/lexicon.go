// Package lexicon finds the terms of word lists in a message: inflected,
// compound and without umlauts, in one pass over the tokens.
//
// A list is one class of terms, such as health/diagnosis. Its syntax is
// described in docs/lexicon.md.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed de en
var builtin embed.FS

// Language is the language that a list of terms belongs to.
type Language uint8

// The languages. Unknown takes part in both.
const (
	Unknown Language = iota
	German
	English
)

// Class numbers a class of terms within one Lexicon.
type Class uint16

// Hit is a term found in a message. First and Last are token indexes, both
// inclusive.
type Hit struct {
	Class       Class
	Lang        Language // of the list that holds the term
	First, Last int
	Own         bool // the term is not from the first file system that was loaded
}

// Lexicon is a compiled set of word lists. It is immutable and safe for
// concurrent use through Matchers. It is a handful of flat arrays, so that the
// built-in one is read in no time and costs the garbage collector nothing.
type Lexicon struct {
	classes []string
	byName  map[string]Class
	terms   []term
	steps   []step  // of all terms
	choices []int32 // word ids of all steps
	anchors anchors
	words   wordIndex
}

// term is a sequence of words with gaps between them.
type term struct {
	first uint32 // of its steps
	class Class
	lang  Language
	block bool
	own   bool  // not from the first file system
	count uint8 // of its steps
	rare  uint8 // the step that fewest other terms share; matching starts there
}

// step is one word of a term and the gap before it: any of the choices from
// start to end.
type step struct {
	start, end uint32
	gap        uint8 // tokens that may stand between the step before and this one
}

func (l *Lexicon) stepsOf(t *term) []step { return l.steps[t.first : t.first+uint32(t.count)] }

func (l *Lexicon) choicesOf(s *step) []int32 { return l.choices[s.start:s.end] }

// anchors are the terms to try where a word stands: those whose rarest word it
// is.
type anchors struct {
	start []uint32 // word id → its first term, and the end of the last one's
	terms []int32
	rest  []signs // what else the term needs in the message
}

// Files returns the built-in word lists.
func Files() fs.FS { return builtin }

// Load compiles the word lists below the folders de and en of each file
// system. Lists of the same class add up.
func Load(systems ...fs.FS) (*Lexicon, error) {
	b := newBuilder()
	for i, fsys := range systems {
		b.own = i > 0
		for _, lang := range []Language{German, English} {
			if err := b.folder(fsys, lang); err != nil {
				return nil, err
			}
		}
	}
	return b.lexicon(), nil
}

func (l Language) folder() string {
	if l == German {
		return "de"
	}
	return "en"
}

func (b *builder) folder(fsys fs.FS, lang Language) error {
	root := lang.folder()
	if _, err := fs.Stat(fsys, root); err != nil {
		return nil // a pack may serve one language
	}
	return fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".txt" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		class := strings.TrimSuffix(strings.TrimPrefix(name, root+"/"), ".txt")
		return b.list(name, class, lang, string(data))
	})
}

// ClassNames lists the classes, sorted.
func (l *Lexicon) ClassNames() []string {
	names := slices.Clone(l.classes)
	slices.Sort(names)
	return names
}

// Classes is the number of classes; every Class is smaller.
func (l *Lexicon) Classes() int { return len(l.classes) }

// Class returns the class of that name.
func (l *Lexicon) Class(name string) (Class, bool) {
	c, ok := l.byName[name]
	return c, ok
}

// Name returns the name of a class.
func (l *Lexicon) Name(c Class) string { return l.classes[c] }

// SyntaxError is a line of a word list that cannot be read.
type SyntaxError struct {
	File   string
	Line   int
	Term   string
	Reason Reason
}

// Reason says what is wrong with a line.
type Reason string

// The reasons.
const (
	NoWord         Reason = "term-no-word"
	TooManyWords   Reason = "term-too-many-words"
	GapAtEnd       Reason = "term-gap-at-end"
	GapAtStart     Reason = "term-gap-at-start"
	WordMissing    Reason = "term-word-missing"    // before, behind or between marks
	BadAlternative Reason = "term-bad-alternative" // of more than one word
)

// Reasons lists all reasons.
var Reasons = []Reason{NoWord, TooManyWords, GapAtEnd, GapAtStart, WordMissing, BadAlternative}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d: %q: %s", e.File, e.Line, e.Term, e.Reason)
}
