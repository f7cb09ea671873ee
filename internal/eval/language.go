package eval

import (
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// Words that are frequent in one of the two languages and are no word of the
// other, as chats spell them, dialects included.
const (
	germanWords = `aber alle allen als am auch auf aufm aus ausm bei beim bin bis bissl bist bitte da danke dann das dass dei dem den
der des dich die dir doch du dös eh ein eine einem einen einer er erst es euch für gar gehts gestern gleich hab habe
haben ham hams hat heit heut heute hier i ich ihm ihn ihr im immer in ist ja jetzt kann kein keine keiner kommt
können mal mehr mei mein meine meiner mi mich mim mir mit moin morgen morgn muss na nach ne ned nein net nett nicht
nimmer nix noch nochmal nur oan ob oder ohne schon sein seine seit sich sie sind soll und uns unser unsere vom von
vor wann war warum weg weil wenn wer wia wie wieder wir wird wo wos wurde zu zum zur zwei über`
	englishWords = `about after again and any are as ask at back be because been but by call can cant come coming could did didn't
doesn't don't dont down for from get gets getting go going gone good got had has have he he's her here him his how
i'll i'm i've if isn't it it's its just know last like mate me monday more morning my need never new next no not now
of off ok on one our out over please right said say says see she she's should some still thanks that that's the
their them then there they they're this to today told tomorrow too until up us was wasn't we we're week were what
when where which who who's why with won't work would yes yesterday you you're your`
)

var german, english = lexicon(germanWords, englishWords), lexicon(englishWords, germanWords)

// lexicon returns the words of a list that do not stand in the other one.
func lexicon(list, other string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(list) {
		words[w] = true
	}
	for _, w := range strings.Fields(other) {
		delete(words, w)
	}
	return words
}

// language tells German from English by function words and umlauts. A chat that
// shows neither is German, the language of most users.
func language(messages []chat.Message) string {
	de, en := 0, 0
	var text detector.Text
	for i := range messages {
		text.Reset(messages[i].Text)
		for t, tok := range text.Tokens {
			if tok.Kind != detector.Word {
				continue
			}
			word := strings.ReplaceAll(text.Word(t), "’", "'")
			switch {
			case german[word] || strings.ContainsAny(word, "äöüß"):
				de++
			case english[word]:
				en++
			}
		}
	}
	if en > de {
		return "en"
	}
	return "de"
}
