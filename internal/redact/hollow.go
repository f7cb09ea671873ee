package redact

import "github.com/chatlint/chatlint/detector"

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
