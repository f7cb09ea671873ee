package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/tagger"
)

// TaggerTokens appends the tokens of a text in the form the tagger reads.
// People may be nil.
func TaggerTokens(t *Text, people People, tokens []tagger.Token) []tagger.Token {
	for i, k := range t.Tokens {
		token := taggerToken(t, i)
		token.Glued = i > 0 && t.Tokens[i-1].End == k.Start
		if f := t.form(i); f != nil {
			token.Form = &f.tagged
		}
		if people != nil && k.Kind == Word {
			token.Known = knownLevel(people.Known(token.Lower))
		}
		tokens = append(tokens, token)
	}
	return tokens
}

// taggerToken returns what the tagger reads of token i by itself.
func taggerToken(t *Text, i int) tagger.Token {
	k := t.Tokens[i]
	start := k.Start + int32(elided(t.Lower[k.Start:k.End]))
	return tagger.Token{Text: t.Raw[start:k.End], Lower: t.Lower[start:k.End], Kind: taggerKind(k.Kind)}
}

// taggerKind returns the kind of a token for the tagger, to which a link is one more sign.
func taggerKind(k TokenKind) tagger.Kind {
	if k == Link {
		return tagger.Symbol
	}
	return tagger.Kind(k)
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

// elided returns the length of an article that is glued to the word, as the
// south writes it: d'Steffi, s'Madl. Irish and French prefixes belong to the name.
func elided(word string) int {
	if len(word) < 5 || word[0] != 'd' && word[0] != 's' {
		return 0
	}
	for _, mark := range []string{"'", "’", "`", "´"} {
		if strings.HasPrefix(word[1:], mark) {
			return 1 + len(mark)
		}
	}
	return 0
}
