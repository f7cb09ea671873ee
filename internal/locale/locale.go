// Package locale holds what the commands say, in German and in English, and
// finds out which of the two a user reads.
//
// A text is looked up by a key such as "error.missing-path" and may hold
// placeholders in braces. The two languages are two files beside this one; a
// test keeps their keys and placeholders alike. Other packages keep their own
// two files in the same form.
package locale

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Lang is a language of the user interface, as a two-letter ISO 639 code.
type Lang string

// The languages.
const (
	German  Lang = "de"
	English Lang = "en"
)

// Langs lists the languages.
var Langs = []Lang{German, English}

//go:embed de.yaml en.yaml
var files embed.FS

var commands = New(files, ".")

// For returns what the commands say in a language, in English for a language
// that is not in Langs.
func For(lang Lang) *Texts { return commands.For(lang) }

// Lang returns the language of the catalogue.
func (t *Texts) Lang() Lang { return t.lang }

// T returns the text of a key with its placeholders filled. The arguments are
// pairs of a placeholder's name and its value. An unknown key is returned as
// it is.
func (t *Texts) T(key string, args ...any) string {
	text, ok := t.texts[key]
	if !ok {
		return key
	}
	text = strings.TrimSuffix(text, "\n")
	if len(args) == 0 {
		return text
	}
	return fill(text, args)
}

// fill puts values in the place of their names in braces. It runs for every line
// of a report, which a strings.Replacer is too costly for.
func fill(text string, args []any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, behind, closed := strings.Cut(rest, "}")
		if value, ok := argument(args, name); ok && closed {
			fmt.Fprint(&b, value)
			text = behind
		} else {
			b.WriteByte('{')
			text = rest
		}
	}
}

// argument returns the value that stands behind a name.
func argument(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// N is T for a text that depends on a number: it takes key+".one" or
// key+".other" and fills the placeholder {n}.
func (t *Texts) N(key string, n int, args ...any) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return t.T(key+form, append([]any{"n", n}, args...)...)
}

// Has reports whether the catalogue holds the key.
func (t *Texts) Has(key string) bool {
	_, ok := t.texts[key]
	return ok
}

// Keys returns all keys, sorted.
func (t *Texts) Keys() []string { return slices.Sorted(maps.Keys(t.texts)) }
