package disguise

import (
	"iter"
	"strings"
	"unicode"
)

// chunk is what stands between two blanks, without the signs at its edges.
type chunk struct {
	text     string
	from, to int // in the whole text
}

// The lengths in bytes between which a chunk may hide a word.
const (
	shortest = 4
	longest  = 60
)

// chunks yields the chunks of a text that may hide a word.
func chunks(text string) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		at := 0
		for field := range strings.FieldsFuncSeq(text, unicode.IsSpace) {
			from := at + strings.Index(text[at:], field)
			at = from + len(field)
			core := strings.TrimLeftFunc(field, edge)
			from += len(field) - len(core)
			core = strings.TrimRightFunc(core, outside) + struckEnd(core)
			if len(core) < shortest || len(core) > longest || isAddress(core) {
				continue
			}
			if !yield(chunk{core, from, from + len(core)}) {
				return
			}
		}
	}
}

// struckEnd returns the star at the end of a chunk whose last letter is struck out as others are.
// Stars on both ends make it bold.
func struckEnd(core string) string {
	inner := strings.TrimRightFunc(core, outside)
	if strings.HasPrefix(core[len(inner):], star) && strings.Contains(inner, star) {
		return star
	}
	return ""
}

const star = "*"

// outside reports what stands around words and belongs to none.
func outside(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// edge reports what begins no word. A sign that stands for a letter may.
func edge(r rune) bool { return outside(r) && standsFor[r] == "" }

// isAddress reports an address of the net or of mail.
func isAddress(s string) bool {
	if at := strings.IndexByte(s, '@'); at >= 0 && strings.IndexByte(s[at:], '.') >= 0 {
		return true
	}
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.")
}

// ways are how a word can be read, each with its own demands on what comes out, the
// surest first.
var ways = []func(word string) []Edit{unmixed, unparted, unmasked, unstruck, unheld, voiced}

// read returns the edits that turn the chunk into a word.
func (c chunk) read() []Edit {
	if onlyLetters(c.text) && rank(c.text) > 0 {
		return nil
	}
	for _, way := range ways {
		if edits := way(c.text); edits != nil {
			for i := range edits {
				edits[i].From += c.from
				edits[i].To += c.from
			}
			return edits
		}
	}
	return nil
}

// apply returns a text with its edits done.
func apply(text string, edits []Edit) string {
	var out strings.Builder
	at := 0
	for _, e := range edits {
		out.WriteString(text[at:e.From])
		out.WriteString(e.With)
		at = e.To
	}
	out.WriteString(text[at:])
	return out.String()
}
