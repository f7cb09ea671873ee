package redact

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// streetEndings make a street of the word before them.
var streetEndings = []string{"straße", "strasse", "straß", "strass", "stroß", "str", "weg", "gasse", "gass", "allee", "platz", "ring", "damm", "ufer", "steig", "stieg", "chaussee", "zeile"}

// minStreet is the shortest name of a street, in bytes without the ending, that
// is known again.
const minStreet = 4

// streetName returns what is particular in a word of an address: naumann of
// Naumannstr. It is empty if nothing is.
func streetName(word string) string {
	word = withoutEnding(word)
	if len(word) < minStreet || signWords[word]&streetWord != 0 || everydayFrames[word] {
		return ""
	}
	return canonical(word)
}

// streetNames are the streets that addresses of the chat name.
type streetNames map[string]bool

// add learns the street of an address: the words on the side of its number that
// hold no digits, up to the next mark.
func (s streetNames) add(t *detector.Text, e edit) {
	began := false
	for i, k := range t.Tokens {
		if int(k.Start) < e.start || int(k.Start) >= e.end {
			continue
		}
		switch {
		case k.Digit && began:
			return
		case k.Digit:
		case k.Kind != detector.Word:
			if began && t.Of(i) == "," {
				return
			}
		default:
			began = true
			if name := streetName(t.Word(i)); name != "" && gazetteer.Lookup(t.Word(i)).Class != gazetteer.Function {
				s[name] = true
			}
		}
	}
}

// knownStreets finds the streets of the chat again: with a number in any
// spelling, without one if the word can be nothing else.
func (f *finder) knownStreets() {
	t := &f.text
	if len(f.streets) == 0 {
		return
	}
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || k.Digit || int(k.End-k.Start) < minStreet || !f.streets[streetName(t.Word(i))] {
			continue
		}
		start, end, numbered := f.withNumber(i)
		if word := t.Word(i); numbered || isStreet(word) {
			f.edits = append(f.edits, edit{start: start, end: end, typ: detector.Address})
		}
	}
}

// isStreet reports a word that ends like a street and is none of every day.
func isStreet(word string) bool {
	return hasStreetEnding(word) && gazetteer.Lookup(word) == (gazetteer.Entry{})
}

// hasStreetEnding reports a word that ends like a street.
func hasStreetEnding(word string) bool {
	rest := withoutEnding(word)
	return rest != word && len(rest) >= minStreet
}

// withoutEnding cuts what makes a street of a word.
func withoutEnding(word string) string {
	if word == "" || !strings.Contains("eßsrgpztm", word[len(word)-1:]) && word[len(word)-1] < 0x80 {
		return word
	}
	for _, e := range streetEndings {
		if rest, ok := strings.CutSuffix(word, e); ok {
			return rest
		}
	}
	return word
}

// withNumber returns where the address around the street in token i begins and
// ends, and whether it has a number.
func (f *finder) withNumber(i int) (start, end int, ok bool) {
	t := &f.text
	start, end = int(t.Tokens[i].Start), int(t.Tokens[i].End)
	j := i + 1
	for j < len(t.Tokens) && (t.Of(j) == "." || t.Word(j) == "str" || t.Word(j) == "straße" || t.Word(j) == "nr") {
		j++
	}
	if j < len(t.Tokens) && f.isHouse(j) {
		return start, int(t.Tokens[j].End), true
	}
	if i > 0 && f.isHouse(i-1) {
		return int(t.Tokens[i-1].Start), end, true
	}
	return start, end, false
}

// isHouse reports a number that can be that of a house: 7, 12a, 2203.
func (f *finder) isHouse(i int) bool {
	k := f.text.Tokens[i]
	return k.Digit && k.End-k.Start <= 4 && '1' <= f.text.Raw[k.Start] && f.text.Raw[k.Start] <= '9' && !f.counts(i)
}
