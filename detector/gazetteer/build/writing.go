package build

import (
	"bufio"
	"compress/gzip"
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// usage counts how prose writes a word away from the start of a sentence.
type usage struct{ total, small, article int }

// articles are the words that stand before a noun rather than before a name.
var articles = map[string]bool{"der": true, "die": true, "das": true, "den": true, "dem": true, "des": true, "ein": true,
	"eine": true, "einen": true, "einem": true, "einer": true, "eines": true, "kein": true, "keine": true, "keinen": true,
	"mein": true, "meine": true, "meinen": true, "meinem": true, "seine": true, "ihre": true, "unsere": true, "im": true,
	"am": true, "zum": true, "zur": true, "vom": true, "beim": true, "ins": true, "ans": true, "diese": true, "dieser": true,
	"dieses": true, "diesen": true, "jede": true, "jeder": true, "jeden": true, "alle": true, "viele": true}

const (
	usageMinimum = 5   // below, the counts say little
	newMinimum   = 8   // below, a word in no list may be a misspelling
	often        = 0.3 // share of articles before a common noun
	sometimes    = 0.08
	nearly       = 0.95 // share that counts as always
)

// writing learns from prose which words are written small and which follow an article.
func (b *builder) writing() error {
	counts, err := b.count()
	if err != nil {
		return err
	}
	for w, u := range counts {
		if u.total < usageMinimum {
			continue
		}
		e, known := b.words[w]
		if !known && (u.total < newMinimum || len(b.parts(w)) != 1) {
			continue
		}
		e.Case, e.Article = u.buckets()
		b.words[w] = e
	}
	return nil
}

func (u usage) buckets() (letter, article uint8) {
	small, before := float64(u.small)/float64(u.total), float64(u.article)/float64(u.total)
	switch {
	case small >= nearly:
		letter = 4
	case small >= 0.5:
		letter = 3
	case small > 1-nearly:
		letter = 2
	default:
		letter = 1
	}
	switch {
	case before >= often:
		article = 3
	case before >= sometimes:
		article = 2
	default:
		article = 1
	}
	return letter, article
}

func (b *builder) count() (map[string]usage, error) {
	file, err := b.src.Open(prose)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	counts := map[string]usage{}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if line := s.Text(); !strings.HasPrefix(line, ">") {
			b.countLine(line, counts)
		}
	}
	return counts, s.Err()
}

func (b *builder) countLine(line string, counts map[string]usage) {
	b.text.Reset(line)
	t := &b.text
	for i := 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].Kind != detector.Word || t.Tokens[i-1].Kind != detector.Word {
			continue // the first word of a clause may be a capital by rule
		}
		u := counts[t.Word(i)]
		u.total++
		if !t.Tokens[i].Upper {
			u.small++
		}
		if articles[t.Word(i-1)] {
			u.article++
		}
		if u.total == 1 {
			counts[strings.Clone(t.Word(i))] = u
		} else {
			counts[t.Word(i)] = u
		}
	}
}
