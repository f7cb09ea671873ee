package disguise

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
			core = strings.TrimRightFunc(core, outside)
			if len(core) < shortest || len(core) > longest || isAddress(core) {
				continue
			}
			if !yield(chunk{core, from, from + len(core)}) {
				return
			}
		}
	}
}

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
var ways = []func(word string) []Edit{unmixed, unparted, unmasked, unstruck, unheld}

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

// unmixed reads letters of Greek and Cyrillic as the Latin ones they look like, in a word
// that has Latin letters too.
func unmixed(word string) []Edit {
	var edits []Edit
	latin := false
	for i, r := range word {
		switch twin := twins[r]; {
		case twin != "":
			edits = append(edits, Edit{i, i + utf8.RuneLen(r), twin})
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.IsLetter(r):
			return nil
		}
	}
	if !latin {
		return nil
	}
	return edits
}

// twins are the letters of Greek and Cyrillic that look like a Latin one (Unicode Technical
// Standard 39, confusables).
var twins = pairs("АаВЕеЅѕІіЈјКМНОоРрСсТУуХхԁԛԝһΑΒΕΖΗΙΚΜΝΟοΡΤΥΧνӀ", "AaBEeSsIiJjKMHOoPpCcTYyXxdqwhABEZHIKMNOoPTYXvI")

// pairs maps each character of one text to the one at the same place of another.
func pairs(from, to string) map[rune]string {
	out := map[rune]string{}
	latin := []rune(to)
	for i, r := range []rune(from) {
		out[r] = string(latin[i])
	}
	return out
}

// parting are the signs that part the letters of a word. Those of usual spelling must stand
// there twice: walk-in, ver.di, Sa/So.
const (
	parting = ".-/_*·|~"
	usual   = ".-/"
)

// unparted drops a sign that parts the letters of a word.
func unparted(word string) []Edit {
	for _, sign := range parting {
		s := string(sign)
		joined := strings.ReplaceAll(word, s, "")
		if count := strings.Count(word, s); count == 0 || count == 1 && strings.ContainsRune(usual, sign) {
			continue
		}
		if !onlyLetters(joined) || utf8.RuneCountInString(joined) < shortest ||
			rank(joined) == 0 || wholeWords(strings.Split(word, s)) {
			continue
		}
		var edits []Edit
		for i := range word {
			if strings.HasPrefix(word[i:], s) {
				edits = append(edits, Edit{i, i + len(s), ""})
			}
		}
		return edits
	}
	return nil
}

// wholeWords reports parts that are words by themselves, the last of two perhaps an ending
// for women: Montag*Dienstag, Kolleg*innen.
func wholeWords(parts []string) bool {
	for _, p := range parts {
		if utf8.RuneCountInString(p) < leastLetters {
			return false
		}
	}
	return len(parts) == 2 || !slices.ContainsFunc(parts, func(p string) bool { return rank(p) == 0 })
}

// standsFor are the digits and signs that stand for letters, the likeliest first.
var standsFor = map[rune]string{
	'0': "o", '1': "il", '3': "e", '4': "a", '5': "s", '7': "t", '8': "b",
	'@': "a", '$': "s", '€': "e", '!': "i", '|': "li",
}

// leastLetters is how many letters a word still shows when others are hidden.
const leastLetters = 3

// maxReadings bounds what is tried for one word.
const maxReadings = 1000

// unmasked reads digits and signs that stand before a letter as letters.
func unmasked(word string) []Edit {
	var places []place
	for i, r := range word {
		if unicode.IsLetter(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if standsFor[r] == "" || !followed(word[end:]) {
			return nil
		}
		places = append(places, place{i, end, standsFor[r]})
	}
	if len(places) == 0 || letters(word) < leastLetters || places[0].from == 0 && letters(word) <= leastLetters {
		return nil
	}
	return best(word, places, 1)
}

// followed reports signs that stand for letters up to a letter.
func followed(rest string) bool {
	for _, r := range rest {
		if standsFor[r] == "" {
			return unicode.IsLetter(r)
		}
	}
	return false
}

// struck are the signs that stand for any letter.
const struck = "*#_%"

const anyLetter = "enirastdhulcgmobwfkzvüpäßjöyxq"

// unstruck fills in up to two letters that are struck out, if that makes a frequent word.
func unstruck(word string) []Edit {
	var places []place
	for i, r := range word {
		switch {
		case unicode.IsLetter(r):
		case i > 0 && strings.ContainsRune(struck, r):
			places = append(places, place{i, i + 1, anyLetter})
		default:
			return nil
		}
	}
	if n := len(places); n == 0 || n > 2 || letters(word) < leastLetters {
		return nil
	}
	return best(word, places, 3)
}

// place is where one of some letters stands.
type place struct {
	from, to int
	letters  string
}

// best returns the letters that make the most frequent word of at least that rank.
func best(word string, places []place, least int) []Edit {
	readings := 1
	for _, p := range places {
		readings *= utf8.RuneCountInString(p.letters)
	}
	if readings > maxReadings {
		return nil
	}
	var out []Edit
	for n := range readings {
		edits := make([]Edit, len(places))
		for i, p := range places {
			all := []rune(p.letters)
			edits[i] = Edit{p.from, p.to, string(all[n%len(all)])}
			n /= len(all)
		}
		if k := rank(apply(word, edits)); k >= least {
			out, least = edits, k+1
		}
	}
	return out
}

// leastHeld is how often a letter stands at least that is held down.
const leastHeld = 3

// unheld takes letters that are held down for one or two. Three may also be where two words
// meet, as in Rollladen.
func unheld(word string) []Edit {
	if !onlyLetters(word) {
		return nil
	}
	held := heldLetters(word)
	if len(held) == 0 || len(held) > maxHeld {
		return nil
	}
	var out []Edit
	least := 1
	for twice := range 1 << len(held) {
		var edits []Edit
		for i, p := range held {
			size := len(p.letters)
			kept := twice >> i & 1 * size
			if kept > 0 && p.to-p.from == leastHeld*size {
				kept = 0
			}
			edits = append(edits, Edit{p.from + kept, p.to, p.letters})
		}
		if k := rank(apply(word, edits)); k >= least {
			out, least = edits, k+1
		}
	}
	return out
}

// maxHeld is how many letters of one word may be held down.
const maxHeld = 4

// heldLetters returns where letters are held down, and which.
func heldLetters(word string) (held []place) {
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		end := i + n
		for end < len(word) && strings.EqualFold(word[end:min(end+n, len(word))], string(r)) {
			end += n
		}
		if end-i >= leastHeld*n {
			held = append(held, place{i, end, string(r)})
		}
		i = end
	}
	return held
}
