package train

import (
	"bufio"
	"io/fs"
	"strings"

	"github.com/chatlint/chatlint/detector/tagger"
)

// columns describes a data set with one token and its tag per line.
type columns struct {
	files    []string
	sep      string
	tag      int // column of the tag
	token    int
	classes  map[string]tagger.Class // by tag without prefix
	open     map[string]bool         // tags whose class in our sense is open
	handles  bool                    // whether @handles are left unlabelled
	comments bool                    // whether lines starting with # are comments
}

var (
	germEvalClasses = map[string]tagger.Class{"PER": tagger.Person, "LOC": tagger.Location, "ORG": tagger.Organization}
	germEvalOpen    = map[string]bool{"PERpart": true, "LOCpart": true, "ORGpart": true, "PERderiv": true}

	germEvalTrain = columns{files: []string{"germeval2014/germ.train.iob2"}, sep: "\t", tag: 1, classes: germEvalClasses, open: germEvalOpen}
	germEvalDev   = columns{files: []string{"germeval2014/germ.dev.iob2"}, sep: "\t", tag: 1, classes: germEvalClasses, open: germEvalOpen}
	germEvalTest  = columns{files: []string{"germeval2014/germ.test.iob2"}, sep: "\t", tag: 1, classes: germEvalClasses}
	pud           = columns{files: []string{"uner_pud_de/de_pud-ud-test.iob2"}, sep: "\t", token: 1, tag: 2, classes: germEvalClasses, comments: true}

	wnutClasses = map[string]tagger.Class{"person": tagger.Person, "location": tagger.Location, "corporation": tagger.Organization}
	wnutOpen    = map[string]bool{"group": true, "creative-work": true}
	wnutTrain   = columns{files: []string{"wnut17/train.conll", "wnut17/dev.conll"}, sep: "\t", tag: 1, classes: wnutClasses, open: wnutOpen, handles: true}
	wnutTest    = columns{files: []string{"wnut17/test.conll"}, sep: "\t", tag: 1, classes: wnutClasses, handles: true}

	broadTwitter = columns{files: []string{"btc/train.conll", "btc/dev.conll"}, sep: "\t", tag: 1, classes: germEvalClasses, handles: true}
	wikigold     = columns{files: []string{"wikigold/wikigold.conll.txt"}, sep: " ", tag: 1, classes: germEvalClasses}

	massive = columns{files: []string{"massive_de/train.txt"}, sep: "\t", tag: 1,
		classes: map[string]tagger.Class{"person": tagger.Person, "place_name": tagger.Location, "business_name": tagger.Organization},
		open: map[string]bool{"artist_name": true, "song_name": true, "audiobook_name": true, "audiobook_author": true, "movie_name": true,
			"podcast_name": true, "playlist_name": true, "radio_name": true, "game_name": true, "event_name": true, "transport_agency": true,
			"app_name": true, "list_name": true, "music_album": true, "email_folder": true, "email_address": true}}
)

// read returns the sentences of a data set.
func (c columns) read(src fs.FS) ([]Sentence, error) {
	var out []Sentence
	for _, name := range c.files {
		f, err := src.Open(name)
		if err != nil {
			return nil, err
		}
		out, err = c.readFile(bufio.NewScanner(f), out)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c columns) readFile(lines *bufio.Scanner, out []Sentence) ([]Sentence, error) {
	b := sentenceBuilder{columns: c}
	for lines.Scan() {
		line := lines.Text()
		switch {
		case c.comments && strings.HasPrefix(line, "#"):
		case strings.TrimSpace(line) == "":
			out = b.flush(out)
		default:
			field := strings.Split(line, c.sep)
			if len(field) > max(c.token, c.tag) {
				b.add(field[c.token], field[c.tag])
			}
		}
	}
	return b.flush(out), lines.Err()
}

// sentenceBuilder joins tokens to text and tags to spans.
type sentenceBuilder struct {
	columns
	text  strings.Builder
	spans []Span
	last  string // tag of the last token without prefix
	quote bool   // inside straight quotes
}

func (b *sentenceBuilder) add(token, tag string) {
	if b.text.Len() > 0 && b.spaced(token) {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(token)
	prefix, name, _ := strings.Cut(tag, "-")
	if name == "" {
		prefix, name = "", tag // MASSIVE has no prefixes
	}
	continues := name == b.last && prefix != "B" && len(b.spans) > 0
	b.last = name
	class, known := b.classes[name]
	handle := b.handles && strings.HasPrefix(token, "@")
	switch {
	case handle:
		b.spans = append(b.spans, Span{Start: start, End: b.text.Len(), Unlabelled: true})
		b.last = ""
	case !known && !b.open[name]:
	case continues:
		b.spans[len(b.spans)-1].End = b.text.Len()
	default:
		b.spans = append(b.spans, Span{Start: start, End: b.text.Len(), Class: class, Unlabelled: !known})
	}
}

// spaced reports whether white space stands before the token in running text.
func (b *sentenceBuilder) spaced(token string) bool {
	if token == "\"" {
		b.quote = !b.quote
		return b.quote
	}
	s := b.text.String()
	if b.quote && strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "(") || strings.HasSuffix(s, "„") {
		return false
	}
	return !strings.Contains(".,;:!?)“'s n't", token) || token == "s"
}

func (b *sentenceBuilder) flush(out []Sentence) []Sentence {
	if b.text.Len() > 0 {
		out = append(out, Sentence{Text: b.text.String(), Spans: b.spans})
	}
	b.text.Reset()
	b.spans, b.last, b.quote = nil, "", false
	return out
}
