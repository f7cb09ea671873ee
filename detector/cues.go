package detector

import (
	"slices"
	"strings"
)

// cues is a table of context words: whole words, and parts that may stand
// anywhere in a word, for compounds and inflections.
type cues struct {
	words map[string]bool
	parts []string
}

// newCues reads a table from two space-separated lists in lower case.
func newCues(words, parts string) *cues {
	c := &cues{words: map[string]bool{}, parts: strings.Fields(parts)}
	for _, w := range strings.Fields(words) {
		c.words[w] = true
	}
	return c
}

func (c *cues) has(word string) bool {
	if c.words[bare(word)] {
		return true
	}
	for _, p := range c.parts {
		if strings.Contains(word, p) {
			return true
		}
	}
	return false
}

// before reports a cue among the n words that precede token i on its line. A token that opens its line
// belongs to the line above; one that opens the message may answer the message before, if that is short.
func (c *cues) before(t *Text, i, n int) bool {
	seen := 0
	for j := i - 1; j >= 0 && seen < n; j-- {
		switch t.Tokens[j].Kind {
		case Break:
			if seen > 0 {
				return false
			}
		case Word:
			if c.has(t.Word(j)) {
				return true
			}
			seen++
		case Number:
			seen++
		}
	}
	return seen == 0 && slices.ContainsFunc(t.before[:min(len(t.before), 1)], c.asked)
}

// answers reports a number at token i before which at most a few words stand, "his is 925665416",
// in a message that answers one of those before it with a cue.
func (t *Text) answers(i int, c *cues) bool {
	return t.opens(i, 4) && slices.ContainsFunc(t.before, c.asked)
}

// opens reports that no number and at most so many words stand before token i.
func (t *Text) opens(i, words int) bool {
	for j := range i {
		switch t.Tokens[j].Kind {
		case Number:
			return false
		case Word:
			words--
		}
	}
	return words >= 0
}

// longestQuestion is how many tokens a message has at most that asks for a number.
const longestQuestion = 25

// asked reports a cue in a message that is short enough to be about little else.
func (c *cues) asked(t *Text) bool {
	if len(t.Tokens) > longestQuestion {
		return false
	}
	for i, k := range t.Tokens {
		if k.Kind == Word && c.has(t.Word(i)) {
			return true
		}
	}
	return false
}

// after reports a cue among the n words that follow token i on its line.
func (c *cues) after(t *Text, i, n int) bool {
	seen := 0
	for j := i + 1; j < len(t.Tokens) && seen < n; j++ {
		switch t.Tokens[j].Kind {
		case Break:
			return false
		case Word:
			if c.has(t.Word(j)) {
				return true
			}
			seen++
		case Number:
			seen++
		}
	}
	return false
}

// around reports a cue within n words on either side of the tokens i to j.
func (c *cues) around(t *Text, i, j, n int) bool {
	return c.before(t, i, n) || c.after(t, j, n)
}

// productCues name a number that belongs to a thing or a transaction and to
// nobody: it keeps every detector of personal numbers away.
var productCues = newCues("awb ean gtin din iso ral sn az part item sku imei iccid order orders",
	"artikel bestell seriennummer serien-n serienn serien teilenummer ersatzteil aktenzeichen auftragsn auftrag vorgang rechnungsn invoice "+
		"sendungsn sendung tracking typennummer modell zähler zaehler inventar barcode charge chargenn fahrgestell chip angebot lieferschein "+
		"ticket voranmeldung gerätenummer materialn palette pallet")
