package detector

import (
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/tagger"
)

// maxInitials is how many initials a person has at most.
const maxInitials = 3

// initialsName finds a person given by initials only, who in a chat is somebody known: K.P., der S., T. hat.
func initialsName(t *Text, _ Context, i int) (name, bool) {
	end := i
	for end+1 < len(t.Tokens) && isInitial(t, end) && utf8.RuneCountInString(t.Of(end)) == 1 && t.punct(end+1, '.') {
		end += 2
	}
	letters := (end - i) / 2
	switch {
	case letters == 0 || letters > maxInitials || i > 1 && isInitial(t, i-2) || t.Glued(end-1) || t.kind(end) == Number:
		return name{}, false // part of something longer, or S. 12
	case letters == 1 && !beforeInitial[t.wordAt(i-1)] && !(opensSentence(t, i) && behindInitial[t.wordAt(end)]):
		return name{}, false
	case letters > 1 && shortForms[initialLetters(t, i, end)]:
		return name{}, false
	}
	return name{tagger.Span{Class: tagger.Person, First: i, Last: end - 1, Score: 0.7}, "initials"}, true
}

// Words right before or right behind a single initial that show it is a person.
var (
	beforeInitial = wordSet("der die den dem vom beim unser unsere unserem unseren kollege kollegin kollegen azubi")
	behindInitial = wordSet("hat ist is war kommt will darf wird bleibt fehlt muss soll kann macht geht ham hod has was says said wants got went isn't didn't")
)

// shortForms are initials of other things, often in capitals.
var shortForms = wordSet("ps us usa uk eu am pm nb ad bc cv dc la ny ok rip tbd tbc tba vip wc eg ie ia ea zb dh uu va og ug eg dg kg ag po od ko ffs cod vi id hd gps")

func initialLetters(t *Text, first, end int) string {
	var b strings.Builder
	for i := first; i < end; i += 2 {
		b.WriteString(t.Word(i))
	}
	return b.String()
}

// opensSentence reports a token at the start of a text, a line or a sentence.
func opensSentence(t *Text, i int) bool {
	return i == 0 || t.kind(i-1) == Break || t.oneOf(i-1, ".:!?")
}
