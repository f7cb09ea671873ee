// Package postag gives English words their part of speech. It is the averaged
// perceptron of prose (github.com/jdkato/prose, after Matthew Honnibal), whose
// weights take prose a quarter of a second and 20 MB to load. Here they are laid
// out so that they are used where they lie, and are added up in whole numbers,
// so that equal words have equal tags.
package postag

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/mingrammer/commonregex"
)

//go:generate go run ../../cmd/chatlint-train postag

//go:embed weights.bin
var data string

var model = sync.OnceValue(func() *Model {
	m, err := Decode(data)
	if err != nil {
		panic("postag: embedded weights: " + err.Error())
	}
	return m
})

// Tag appends the tags of the words of a text, of the Penn Treebank as prose
// knows it.
func Tag(words, tags []string) []string { return model().Tag(words, tags) }

// Tag appends the tags of the words of a text. An empty word, or one of which
// nothing is known, has no tag.
func (m *Model) Tag(words, tags []string) []string {
	c := context{before: "-START-", before2: "-START2-"}
	for i, w := range words {
		tag := ""
		if w != "" {
			c.words(words, i)
			tag = m.tag(w, &c)
		}
		tags = append(tags, tag)
		c.before2, c.before = c.before, tag
	}
	return tags
}

func (m *Model) tag(w string, c *context) string {
	if tag, ok := m.fixed(w); ok {
		return tag
	}
	return m.predict(w, c)
}

var (
	none = regexp.MustCompile(`^(?:0|\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`)
	keep = regexp.MustCompile(`^\-[A-Z]{3}\-$`)
)

// fixed returns the tag of a word that has it wherever it stands.
func (m *Model) fixed(w string) (string, bool) {
	switch {
	case w == "-":
		return "-", true
	case m.emoticons[w]:
		return "SYM", true
	case w[0] == '@', isLink(w):
		return "NN", true
	case (w[0] == '0' || w[0] == '*') && none.MatchString(w):
		return "-NONE-", true
	case w[0] == '-' && keep.MatchString(w):
		return w, true
	}
	class, ok := m.words[w]
	if !ok {
		return "", false
	}
	return m.classes[class], true
}

func isLink(w string) bool {
	return strings.Contains(w, ".") && commonregex.LinkRegex.MatchString(w) ||
		strings.Contains(w, "@") && commonregex.EmailRegex.MatchString(w)
}

// context is what stands around a word: the tags before it and the words on both
// sides of it, in a common form.
type context struct {
	before, before2 string
	word            [5]string // two before, the word itself, two behind
}

const middle = 2

func (c *context) words(words []string, i int) {
	for k := range c.word {
		switch at := i + k - middle; {
		case at == -2:
			c.word[k] = "-START-"
		case at == -1:
			c.word[k] = "-START2-"
		case at < len(words):
			c.word[k] = common(words[at])
		case at == len(words):
			c.word[k] = "-END-"
		default:
			c.word[k] = "-END2-"
		}
	}
}

// common is a word without what makes it rare.
func common(w string) string {
	switch {
	case w == "":
		return w
	case w[0] != '-' && strings.Contains(w, "-"):
		return "!HYPHEN"
	case len(w) == 4 && isNumber(w):
		return "!YEAR"
	case w[0] >= '0' && w[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(w)
}

func isNumber(w string) bool {
	_, err := strconv.Atoi(w)
	return err == nil
}

// predict adds up the weights of all features of a word.
func (m *Model) predict(w string, c *context) string {
	var s scores
	m.add(&s, "bias")
	m.add(&s, "i suffix", end(w))
	m.add(&s, "i pref1", string(rune(w[0]))) // the byte as a character, as prose has it
	m.add(&s, "i-1 tag", c.before)
	m.add(&s, "i-2 tag", c.before2)
	m.add(&s, "i tag+i-2 tag", c.before, c.before2)
	m.add(&s, "i word", c.word[middle])
	m.add(&s, "i-1 tag+i word", c.before, c.word[middle])
	m.add(&s, "i-1 word", c.word[middle-1])
	m.add(&s, "i-1 suffix", end(c.word[middle-1]))
	m.add(&s, "i-2 word", c.word[middle-2])
	m.add(&s, "i+1 word", c.word[middle+1])
	m.add(&s, "i+1 suffix", end(c.word[middle+1]))
	m.add(&s, "i+2 word", c.word[middle+2])
	return m.best(&s)
}

// end is the last three bytes of a word.
func end(w string) string { return w[max(0, len(w)-3):] }

// scores are the sums of the weights of each class.
type scores struct {
	sum  [maxClasses]int32
	seen uint64 // the classes that any feature speaks of, as bits
}

func (m *Model) add(s *scores, feature ...string) {
	for c := range m.cells(hash(feature...)) {
		s.sum[c.class] += c.weight
		s.seen |= 1 << c.class
	}
}

// best is the class with the highest sum. A proper noun wins a tie.
func (m *Model) best(s *scores) string {
	best := -1
	for c, name := range m.classes {
		if s.seen>>c&1 == 0 {
			continue
		}
		if best < 0 || s.sum[c] > s.sum[best] || s.sum[c] == s.sum[best] && strings.HasPrefix(name, "NNP") {
			best = c
		}
	}
	if best < 0 {
		return ""
	}
	return m.classes[best]
}
