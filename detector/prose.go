package detector

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/jdkato/prose/v2"
)

// proseModel is the English part-of-speech tagger of prose. It takes a quarter
// of a second and 20 MB to load, so nothing but an unsure name in an English
// message asks for it. Without a shared model, prose would load it per message.
var proseModel = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	return doc.Model
})

// opinion is what prose thinks of a word.
type opinion uint8

const (
	noOpinion  opinion = iota
	properNoun         // it is used as a name
	plainWord          // it is used as a verb, an adjective …
)

// partOfSpeech is a token of prose, placed in the message.
type partOfSpeech struct {
	start, end int
	tag        string // of the Penn Treebank
}

// proseRounds is how often prose is asked. It adds floating-point numbers in the
// random order of a map, so that a close call may go either way: it takes a word
// for a plain one only if it says so every time.
const proseRounds = 3

// secondOpinion asks prose about the words of one English message, once for
// all of them and not before it is needed.
type secondOpinion struct {
	t      *Text
	asked  bool
	silent bool // the message is not English
	text   string
	rounds [][]partOfSpeech // those asked so far
}

// of returns whether the bytes from start to end of the message are used as a name.
func (s *secondOpinion) of(start, end int) opinion {
	s.ask()
	if s.silent || end > len(s.text) || strings.Count(s.text, s.t.Raw[start:end]) > 1 {
		return noOpinion // prose gives all occurrences of a word the tag of the last one
	}
	for i := range proseRounds {
		if o := judge(s.round(i), start, end); o != plainWord {
			return o
		}
	}
	return plainWord
}

// round returns the tags of one answer, for which prose is asked when it is needed.
func (s *secondOpinion) round(i int) []partOfSpeech {
	if i == len(s.rounds) {
		s.rounds = append(s.rounds, tagEnglish(s.text))
	}
	return s.rounds[i]
}

func (s *secondOpinion) ask() {
	if s.asked {
		return
	}
	s.asked, s.silent = true, !isEnglish(s.t)
	if !s.silent {
		s.text = proseText(s.t.Raw)
	}
}

// judge reads the opinion off the tags of the tokens inside of a span.
func judge(tags []partOfSpeech, start, end int) opinion {
	o := noOpinion
	for _, t := range tags {
		if t.start >= end || start >= t.end {
			continue
		}
		if strings.HasPrefix(t.tag, "NNP") {
			return properNoun
		}
		o = plainWord
	}
	return o
}

// proseLimit is how many bytes of a message prose gets to see: the time its
// tokenizer takes grows with the square of the length.
const proseLimit = 1000

// proseText makes a message safe for prose and keeps all offsets: it is cut to
// proseLimit, invalid UTF-8 and the further characters of a run (which make the
// tokenizer slow) are blanked, and a full stop ends it, without which prose
// loses the last word.
func proseText(msg string) string {
	if len(msg) > proseLimit {
		cut := proseLimit
		for cut > 0 && !utf8.RuneStart(msg[cut]) {
			cut--
		}
		msg = msg[:cut]
	}
	b := []byte(msg)
	var last rune
	run := 0
	for i, r := range msg {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(msg[i:])
		}
		if run++; r != last {
			last, run = r, 1
		}
		if r == utf8.RuneError || run > 3 {
			for k := i; k < i+n; k++ {
				b[k] = ' '
			}
		}
	}
	return string(b) + " ."
}

// tagEnglish returns the tokens of prose that stand in the text as they are,
// with their tags. Whatever prose panics on has no tags.
func tagEnglish(text string) (tags []partOfSpeech) {
	model := proseModel()
	if model == nil {
		return nil
	}
	defer func() {
		if recover() != nil {
			tags = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(model))
	if err != nil {
		return nil
	}
	at := 0
	for _, token := range doc.Tokens() {
		i := strings.Index(text[at:], token.Text)
		if i < 0 || token.Text == "" {
			continue // prose has rewritten it
		}
		tags = append(tags, partOfSpeech{at + i, at + i + len(token.Text), token.Tag})
		at += i + len(token.Text)
	}
	return tags
}

// isEnglish reports whether a message reads as English by its everyday words.
func isEnglish(t *Text) bool {
	lean := 0
	for i, k := range t.Tokens {
		if k.Kind == Word {
			e := gazetteer.Lookup(t.Word(i))
			lean += int(e.English) - int(e.German)
		}
	}
	return lean >= 4
}
