package detector

import (
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/postag"
	"github.com/jdkato/prose/v2"
)

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

// secondOpinion asks prose about the words of one English message, once for
// all of them and not before it is needed.
type secondOpinion struct {
	t      *Text
	asked  bool
	silent bool // the message is not English
	text   string
	tags   []partOfSpeech
}

// of returns whether the bytes from start to end of the message are used as a name.
func (s *secondOpinion) of(start, end int, small bool) opinion {
	s.ask()
	if s.silent || end > len(s.text) || strings.Count(s.text, s.t.Raw[start:end]) > 1 {
		return noOpinion // whoever is named twice is somebody
	}
	return judge(s.tags, start, end, small)
}

func (s *secondOpinion) ask() {
	if s.asked {
		return
	}
	s.asked, s.silent = true, !isEnglish(s.t)
	if !s.silent {
		s.text = proseText(s.t.Raw)
		s.tags = tagEnglish(s.text)
	}
}

// judge reads the opinion off the tags of the tokens inside of a span. A noun in
// small letters may be a name: prose knows names by their capital.
func judge(tags []partOfSpeech, start, end int, small bool) opinion {
	o := noOpinion
	for _, t := range tags {
		if t.start >= end || start >= t.end {
			continue
		}
		switch {
		case strings.HasPrefix(t.tag, "NNP"):
			return properNoun
		case !small || !strings.HasPrefix(t.tag, "NN"):
			o = plainWord
		}
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
	defer func() {
		if recover() != nil {
			tags = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	var words []string
	for _, token := range doc.Tokens() {
		words = append(words, token.Text)
	}
	at := 0
	for n, tag := range postag.Tag(words, nil) {
		i := strings.Index(text[at:], words[n])
		if i < 0 || words[n] == "" {
			continue // prose has rewritten it
		}
		tags = append(tags, partOfSpeech{at + i, at + i + len(words[n]), tag})
		at += i + len(words[n])
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
