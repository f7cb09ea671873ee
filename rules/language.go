package rules

import (
	"slices"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// dropOtherLanguage removes the hits of the language that the message is
// certainly not written in: "die" is no verb in a German message, "not" no
// distress. Function words decide; a close race keeps both.
func (a *analysis) dropOtherLanguage(e *Engine) {
	a.german, a.english = 0, 0
	for _, w := range a.known {
		switch w.language {
		case lexicon.German:
			a.german++
		case lexicon.English:
			a.english++
		}
	}
	lang := a.language()
	if lang == lexicon.Unknown {
		return
	}
	a.hits = slices.DeleteFunc(a.hits, func(h lexicon.Hit) bool {
		return h.Lang != lexicon.Unknown && h.Lang != lang
	})
}

// language returns the language of the message, or Unknown in a close race.
func (a *analysis) language() lexicon.Language {
	switch {
	case a.german > a.english+a.english/2:
		return lexicon.German
	case a.english > a.german+a.german/2:
		return lexicon.English
	}
	return lexicon.Unknown
}

// functionWord maps frequent small words to the one language that has them.
// Words that both languages spell alike (in, an, so, will, war, die, was,
// man, not, all, also, hat, am) are left out.
var functionWord = func() map[string]lexicon.Language {
	m := map[string]lexicon.Language{}
	for _, w := range []string{"der", "das", "und", "ist", "ich", "nicht", "ein", "eine", "einen", "mit", "auf", "für", "von", "den", "dem", "zu",
		"auch", "noch", "schon", "nur", "mal", "wir", "ihr", "er", "sie", "du", "bei", "beim", "aus", "nach", "wie", "wo", "wer", "kann", "hab", "habe", "haben",
		"heute", "heut", "morgen", "bin", "bist", "sind", "wird", "wenn", "aber", "oder", "dann", "jetzt", "nix", "net", "ned", "nich", "is", "kein", "keine",
		"mein", "meine", "dein", "vom", "zum", "zur", "im", "uns", "euch", "mir", "dir", "ihm", "hier", "doch", "bitte", "danke", "ja", "nein", "moin", "des", "de", "i", "ned", "isch", "wieder", "gleich", "muss", "über", "unter", "vor", "bis", "um"} {
		m[w] = lexicon.German
	}
	for _, w := range []string{"the", "and", "is", "i", "i'm", "you", "he", "she", "it", "we", "they", "of", "to", "for", "with", "on", "at", "his", "her", "my", "your",
		"this", "that", "not", "don't", "can", "has", "have", "had", "are", "be", "been", "but", "or", "if", "from", "by", "out", "up", "off", "back", "today", "tomorrow", "please",
		"thanks", "just", "get", "got", "what", "who", "when", "where", "there", "her", "him", "them", "me", "us", "our", "it's", "he's", "she's", "no", "yes", "still", "again", "about", "would", "could", "did", "didn't", "won't", "can't"} {
		if _, both := m[w]; both {
			delete(m, w)
			continue
		}
		m[w] = lexicon.English
	}
	return m
}()
