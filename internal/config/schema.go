package config

import (
	"strconv"
	"strings"
)

// kind is what a key's value looks like.
type kind uint8

const (
	word   kind = iota // one of a few words
	toggle             // true or false
	count              // a whole number from 0
	list               // texts separated by commas
	folder             // a path of a folder or file; one in a file is relative to the file's folder
	pairs              // names with a value each
)

// key is one thing that can be set.
type key struct {
	name  string
	kind  kind
	words []string // the values of a word, and of the pairs whose values are no paths
	names []string // the names of pairs, nil if any is possible
}

type schema []key

// Groups are the people whom the key words can list.
var Groups = []string{"customers", "staff", "partners"}

// newSchema lists every key. The formats are the only values that belong to
// another package.
func newSchema(formats []string) schema {
	severities := []string{"low", "medium", "high", "critical"}
	return schema{
		{name: "lang", kind: word, words: []string{"de", "en"}},
		{name: "color", kind: word, words: []string{"auto", "always", "never"}},
		{name: "format", kind: word, words: formats},
		{name: profileKey, kind: word, words: Profiles},
		{name: "min-severity", kind: word, words: severities},
		{name: "fail-on", kind: word, words: append([]string{"none"}, severities...)},
		{name: "date-order", kind: word, words: []string{"auto", "dmy", "mdy", "ymd"}},
		{name: "rules", kind: folder},
		{name: "disable", kind: list},
		{name: "enable", kind: list},
		{name: "severity", kind: pairs, words: severities},
		{name: "words", kind: pairs, names: Groups},
		{name: "strict", kind: toggle},
		{name: "jobs", kind: count},
		{name: "baseline", kind: folder},
	}
}

func (s schema) names() []string {
	names := make([]string, len(s))
	for i, k := range s {
		names[i] = k.name
	}
	return names
}

func (s schema) find(name string) (key, bool) {
	for _, k := range s {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

// zero is the value of a key that nobody set.
func (k key) zero() any {
	switch k.kind {
	case toggle:
		return false
	case count:
		return 0
	case list:
		return []string(nil)
	case pairs:
		return []Pair(nil)
	default:
		return ""
	}
}

// example shows how a file sets the key.
func (k key) example() string {
	switch k.kind {
	case toggle:
		return k.name + ": true"
	case count:
		return k.name + ": 2"
	case list:
		return k.name + ": [" + lists[k.name] + "]"
	case pairs:
		return k.name + ": {" + k.pairExample(": ") + "}"
	case folder:
		return k.name + ": " + paths[k.name]
	default:
		return k.name + ": " + strings.Join(k.words[:min(1, len(k.words))], "")
	}
}

// lists are what the examples of lists name.
var lists = map[string]string{"disable": "health/illness, partner", "enable": "partner/trouble"}

// paths are what the examples of paths name.
var paths = map[string]string{"rules": "own-rules", "baseline": ".chatlint-baseline.json"}

// parse reads a value from text. The error names no origin yet.
func (k key) parse(text string) (any, *Error) {
	switch k.kind {
	case toggle:
		// No more words than YAML knows, so that a variable and a file agree.
		if text == "true" || text == "false" {
			return text == "true", nil
		}
		return nil, k.bad(text, "true", "false")
	case count:
		if n, err := strconv.Atoi(text); err == nil && n >= 0 {
			return n, nil
		}
		return nil, k.bad(text)
	case list:
		return split(text), nil
	case pairs:
		return k.parsePairs(split(text))
	case folder:
		return text, nil
	default:
		for _, w := range k.words {
			if w == text {
				return w, nil
			}
		}
		return nil, k.bad(text, k.words...)
	}
}

func split(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}
