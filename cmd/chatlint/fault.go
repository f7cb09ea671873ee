package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/internal/locale"
)

// fault is an error as the user hears of it. It names its texts by their keys
// because the language may change until it is said, when the settings are read.
type fault struct {
	exit  int
	what  phrase
	extra []string // lines that stand below, as they are
	hints []phrase
}

// phrase is a text of the catalogue with what fills it.
type phrase struct {
	key  string
	args []any
}

// usage is a fault of how the program was called.
func usage(key string, args ...any) *fault {
	return &fault{exit: exitUsage, what: phrase{key, args}}
}

// failed is a fault that is not the caller's.
func failed(key string, args ...any) *fault {
	return &fault{exit: exitFailed, what: phrase{key, args}}
}

// hint adds a line that says what to do.
func (f *fault) hint(key string, args ...any) *fault {
	f.hints = append(f.hints, phrase{key, args})
	return f
}

// excerpt adds the lines of a file that the fault is about.
func (f *fault) excerpt(text string) *fault {
	if text != "" {
		f.extra = strings.Split(strings.TrimRight(text, "\n"), "\n")
	}
	return f
}

// meant adds a "did you mean" if there is a word to mean.
func (f *fault) meant(word string) *fault {
	if word == "" {
		return f
	}
	return f.hint("hint.meant", "word", word)
}

func (f *fault) Error() string { return f.what.in(locale.For(locale.English)) }

// in says a phrase in a language. What fills it comes from outside, so nothing
// in there may move a terminal's cursor.
func (p phrase) in(t *locale.Texts) string {
	args := make([]any, len(p.args))
	for i, a := range p.args {
		if s, ok := a.(string); ok {
			a = printable(s)
		}
		args[i] = a
	}
	return t.T(p.key, args...)
}

// printable spells out control characters, invisible marks and broken UTF-8.
func printable(s string) string {
	var b strings.Builder
	for i, w := 0, 0; i < len(s); i += w {
		var r rune
		r, w = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && w == 1:
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i]), 16))
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}
