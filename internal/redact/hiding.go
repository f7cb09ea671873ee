package redact

import (
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// hidingPlaces finds where a key lies: from a preposition to the end of the
// clause, together with a remark behind a comma.
func (f *finder) hidingPlaces() {
	t := &f.text
	f.firstKey = unknownKey
	found := -2
	for i, k := range t.Tokens {
		if i <= found || !t.Places(i) || !f.liesHere(i) && i > found+2 || f.isElsewhere(i) {
			continue
		}
		if last := f.clauseEnd(i); last > i {
			f.edits = append(f.edits, edit{start: int(k.Start), end: int(t.Tokens[last].End), typ: detector.Credential})
			found = last
		}
	}
}

// sentenceEnd returns the last token of the sentence that goes on at token i.
func (f *finder) sentenceEnd(i int) int {
	t := &f.text
	for ; i+1 < len(t.Tokens); i++ {
		if k := t.Tokens[i+1]; k.Kind == detector.Break || k.Kind == detector.Punct && strings.Contains(".!?", t.Of(i+1)) {
			break
		}
	}
	return i
}

// whereabouts ask where a key is.
var whereabouts = wordSet("wo where woher welcher which")

// someone is who keeps a key that is not hidden, or a time.
var someone = wordSet(`mir dir uns euch ihm ihr ihnen eam meiner deiner frau herr mia me us him them her you pause minuten minute einer ner ordnung
	urlaub arbeit montag dienstag mittwoch donnerstag freitag samstag sonntag morgen`)

// isElsewhere reports a preposition before somebody who keeps the key, or a time.
func (f *finder) isElsewhere(i int) bool {
	t := &f.text
	for j := i + 1; j < len(t.Tokens) && j <= i+2; j++ {
		if someone[t.Word(j)] || t.Tokens[j].Digit && j == i+1 {
			return true
		}
	}
	return false
}

func holdsWord(t *detector.Text, set map[string]bool) bool {
	for i, k := range t.Tokens {
		if k.Kind == detector.Word && set[t.Word(i)] {
			return true
		}
	}
	return false
}

// lies are the verbs of a key in its hiding place.
var lies = wordSet(`liegt liegn leit leid lag lieg liggt ist is isch sind hängt hängn hangt hing steckt legt leg lege legen gelegt klebt versteckt deponiert
	's es lies lying hidden hangs hanging hung left leave put keep keeps kept are it's one nimm find findest key keys schlüssel schlissl schlüssl`)

// liesHere reports whether the words before a preposition say that a key lies
// there. In an answer nothing needs to.
func (f *finder) liesHere(i int) bool {
	t := &f.text
	if t.Word(i) == "with" {
		return f.text.NamesKey(i-1) || f.text.NamesKey(i-2)
	}
	if f.recent.key > 0 && f.recent.code > 0 {
		return i <= 2 && len(t.Tokens) <= shortPlace && f.recent.asked <= memory || f.follows(i, keeps)
	}
	if t.Hides(i) && (f.keyNear(i) || f.recent.code == 0) {
		return true
	}
	if !f.keyNear(i) {
		return false
	}
	return f.follows(i, lies)
}

// follows reports a word of a set soon before token i.
func (f *finder) follows(i int, set map[string]bool) bool {
	t := &f.text
	for j := max(0, i-4); j < i; j++ {
		if t.Tokens[j].Kind == detector.Word && set[t.Word(j)] {
			return true
		}
	}
	return false
}

// keeps are verbs that say where a thing lies that was spoken of before.
var keeps = wordSet("liegt liegn leit leid lag lieg liggt hängt hängn hangt hängk hing steckt klebt versteckt deponiert lies lying hidden hides hangs hanging hung")

// shortPlace is the most tokens of a message that answers where a key is.
const shortPlace = 10

// keyNear reports a word for a key before token i, or soon behind it in the same
// clause.
func (f *finder) keyNear(i int) bool {
	t := &f.text
	if f.firstKey == unknownKey {
		f.firstKey = f.findKey()
	}
	if f.firstKey <= i {
		return true
	}
	for j := i + 1; j <= f.firstKey && j <= i+8 && j < len(t.Tokens); j++ {
		if t.Tokens[j].Kind == detector.Punct && t.Of(j) != "-" {
			return false
		}
		if j == f.firstKey {
			return true
		}
	}
	return false
}

// unknownKey says that nobody has looked for the first word for a key yet.
const unknownKey = -1

// findKey returns the first token that is a word for a key, or the number of
// tokens.
func (f *finder) findKey() int {
	t := &f.text
	for j := range t.Tokens {
		if t.NamesKey(j) {
			return j
		}
	}
	return len(t.Tokens)
}

// remark is the most words of a remark behind a comma: ", links".
const remark = 6

// clauseEnd returns the last token of a description that goes on behind token i.
func (f *finder) clauseEnd(i int) int {
	t := &f.text
	for j := i; j+1 < len(t.Tokens) && j-i < 12; j++ {
		next := t.Tokens[j+1]
		switch {
		case next.Kind == detector.Break, next.Kind == detector.Symbol, t.EndsPlace(j + 1):
			return j
		case next.Kind == detector.Punct && t.Of(j+1) != "-":
			return f.remarkEnd(j)
		}
		if j+2 == len(t.Tokens) {
			return j + 1
		}
	}
	return min(i+12, len(t.Tokens)-1)
}

// remarkEnd returns the last token of a remark behind the comma that follows
// token i, or i if there is none.
func (f *finder) remarkEnd(i int) int {
	t := &f.text
	if i+1 >= len(t.Tokens) || t.Of(i+1) != "," {
		return i
	}
	end := i + 2
	for end < len(t.Tokens) && end-i-2 <= remark && t.Tokens[end].Kind <= detector.Number && !t.EndsPlace(end) {
		end++
	}
	if words := end - i - 2; words == 0 || words > remark || end < len(t.Tokens) && t.Tokens[end].Kind == detector.Word {
		return i
	}
	return end - 1
}
