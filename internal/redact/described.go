package redact

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// describing are parts of words of which people build a code, or tell how it is
// altered, when they would not write it down: my wedding day, backwards.
var (
	describing = strings.Fields(`geburtsjahr geburtstag geburtsdat hochzeitstag hausnummer postleitzahl gründungsjahr baujahr telefonnummer
		festnetz rückwärts hintereinander zusammengeschrieben kleingeschrieben ziffernblock nummernblock birthday birthyear anniversary backwards postcode`)
	describingWords = wordSet("jahr jahreszahl year höhe height")
)

// justNow is for how many messages a question for a code makes its description
// one; words like these are soon said of something else.
const justNow = 2

// longest is the most tokens of a message that is searched for the description of
// a code.
const longest = 80

// describedCode hides what tells a code without its digits: the sentence that
// answers the question for one, or what stands behind "Code ist".
func (f *finder) describedCode() {
	t := &f.text
	if f.recent.code > justNow || f.recent.code > 0 && !f.isShort() || len(t.Tokens) > longest {
		return
	}
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || !f.describes(i) {
			continue
		}
		first, last := f.sentenceStart(i), f.sentenceEnd(i)
		if last+1 < len(t.Tokens) && t.Of(last+1) == "?" {
			continue
		}
		if f.recent.code == 0 {
			if first = f.saidBefore(i, first); first < 0 {
				continue
			}
		}
		for first < i && openers[t.Word(first)] {
			first++
		}
		f.edits = append(f.edits, edit{start: int(t.Tokens[first].Start), end: int(t.Tokens[last].End), typ: detector.Credential})
		return
	}
}

// openers begin an answer and tell nothing.
var openers = wordSet("ja jo jep yes nein no ok also dann is ist isch it's jetzt now ,")

// describes reports a word in token i that describes a code.
func (f *finder) describes(i int) bool {
	t := &f.text
	w := t.Word(i)
	return describingWords[w] || len(w) >= 7 && holdsAny(w, describing) || t.IsDigitWord(i) && f.isRepeated(i) ||
		w == "ohne" && i+1 < len(t.Tokens) && len(t.Of(i+1)) == 1 && t.Tokens[i+1].Kind == detector.Word
}

// saidBefore returns the token behind a word or mark that tells what the code is,
// between tokens first and i, or -1.
func (f *finder) saidBefore(i, first int) int {
	for j := i - 1; j > first; j-- {
		switch f.text.Word(j) {
		case "ist", "is", "isch", "=", ":":
			return j + 1
		}
	}
	return -1
}

// sentenceStart returns the first token of the sentence that token i belongs to.
func (f *finder) sentenceStart(i int) int {
	t := &f.text
	for ; i > 0; i-- {
		if k := t.Tokens[i-1]; k.Kind == detector.Break || k.Kind == detector.Punct && strings.Contains(".!?", t.Of(i-1)) {
			break
		}
	}
	return i
}

// hollows are what a key is hidden in besides a place, with the words for it, and
// how one gets at it.
var hollows = wordSet("hohl hollow abschrauben aufschrauben unscrews unscrew")

// hollow hides the clause that tells of a hollow thing where a key was spoken of,
// and that of a loose stone.
func (f *finder) hollow() {
	t := &f.text
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || !(f.recent.key <= memory && hollows[t.Word(i)] || f.isLooseStone(i)) {
			continue
		}
		first := i
		for first > 0 && t.Tokens[first-1].Kind <= detector.Number {
			first--
		}
		f.edits = append(f.edits, edit{start: int(t.Tokens[first].Start), end: int(t.Tokens[f.sentenceEnd(i)].End), typ: detector.Credential})
		return
	}
}

// isLooseStone reports "ein loser Stein" and "the loose brick" at the first of the
// two words.
func (f *finder) isLooseStone(i int) bool {
	t := &f.text
	if i+1 >= len(t.Tokens) {
		return false
	}
	switch t.Word(i) {
	case "loser", "losen", "lockerer", "lockeren", "loose":
		return loosened[t.Word(i+1)]
	}
	return false
}

var loosened = wordSet("stein ziegel ziegelstein backstein pflasterstein brick stone slab")
