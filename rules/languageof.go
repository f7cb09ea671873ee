package rules

import (
	"iter"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// Language returns the language that most of the texts are written in, "de" or
// "en", by their function words; "" if they have none.
func Language(texts iter.Seq[string]) string {
	var (
		text            detector.Text
		german, english int
	)
	for s := range texts {
		text.Reset(s)
		for i := range text.Tokens {
			switch functionWord[text.Word(i)] {
			case lexicon.German:
				german++
			case lexicon.English:
				english++
			}
		}
	}
	switch {
	case german == 0 && english == 0:
		return ""
	case german >= english:
		return "de"
	}
	return "en"
}
