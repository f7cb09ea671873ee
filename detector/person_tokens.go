package detector

import "github.com/chatlint/chatlint/detector/tagger"

// TaggerTokens appends the tokens of a text in the form the tagger reads.
// People may be nil.
func TaggerTokens(t *Text, people People, tokens []tagger.Token) []tagger.Token {
	for i, k := range t.Tokens {
		token := tagger.Token{
			Text:  t.Raw[k.Start:k.End],
			Lower: t.Lower[k.Start:k.End],
			Kind:  tagger.Kind(k.Kind),
			Glued: i > 0 && t.Tokens[i-1].End == k.Start,
		}
		if people != nil && k.Kind == Word {
			token.Known = knownLevel(people.Known(token.Lower))
		}
		tokens = append(tokens, token)
	}
	return tokens
}

// knownLevel turns what the memory says into the scale of tagger.Token.
func knownLevel(score float32) uint8 {
	switch {
	case score >= 0.8:
		return 3
	case score >= 0.5:
		return 2
	case score > 0:
		return 1
	}
	return 0
}
