package redact

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
)

// recent says how long ago something was spoken of, in messages.
type recent struct{ key, asked, code, number, digits, house int }

// memory is for how many messages a word for a key or a code makes what follows
// suspicious: questions are answered soon or not at all.
const memory = 4

func newRecent() recent {
	return recent{memory + 1, memory + 1, memory + 1, memory + 1, memory + 1, memory + 1}
}

func holdsAny(word string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(word, p) {
			return true
		}
	}
	return false
}

// secrets finds codes and hiding places that only what was said before, or the
// rest of the message, makes one.
func (f *finder) secrets() {
	t := &f.text
	key, code := f.cues()
	f.recent.key++
	f.recent.asked++
	f.recent.code++
	if key {
		f.recent.key = 0
		if strings.Contains(t.Raw, "?") || holdsWord(t, whereabouts) {
			f.recent.asked = 0
		}
	}
	if code {
		f.recent.code = 0
	}
	for _, e := range f.listener.Hear(t.Raw) {
		f.edits = append(f.edits, edit{start: e.Start, end: e.End, typ: e.Type})
	}
	f.codes()
	f.hollow()
	if f.recent.key == 0 || f.recent.code == 0 || f.recent.key <= memory && (f.isShort() || f.recent.asked == 1) {
		f.hidingPlaces()
	}
}

// shortAnswer is the most tokens of a message that answers a question for a code.
const shortAnswer = 14

// early is before which token the code stands in a longer answer.
const early = 4

func (f *finder) isShort() bool { return len(f.text.Tokens) <= shortAnswer }

// cues reports words for a key and for a code.
func (f *finder) cues() (key, code bool) {
	t := &f.text
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || covered(int(k.Start), f.taken) {
			continue // "[Zugang 1]" asks for nothing
		}
		key = key || f.text.NamesKey(i)
		code = code || t.NamesCode(i)
	}
	return key, code
}

// codes finds numbers that can be keyed in, with what is pressed after them.
// Unless a code is spoken of, only a number with such a tail is one.
func (f *finder) codes() {
	t := &f.text
	here, answer := f.recent.code == 0, f.recent.code <= memory
	for i := range t.Tokens {
		k := t.Tokens[i]
		if !k.Digit || k.End-k.Start < 3 && !f.isRepeated(i) || k.Kind != detector.Number && k.Kind != detector.Word || f.counts(i) || f.ofThing(i) {
			continue
		}
		last := f.tail(i)
		if last == i && f.recent.code > 0 && k.End-k.Start < 4 && len(t.Tokens) > 4 {
			continue // an answer of several words with a small number is no code
		}
		spoken := here || answer && (i < early || f.isShort())
		if !spoken && (last == i || k.Kind != detector.Number) {
			continue
		}
		for last+1 < len(t.Tokens) && t.Tokens[last+1].Kind == detector.Number && !f.counts(last+1) {
			last++
		}
		first := i
		if i > 1 && joints[t.Word(i-1)] && utf8.RuneCountInString(t.Of(i-2)) == 1 && t.Tokens[i-2].Upper {
			first = i - 2
		}
		if i > 0 && t.Glued(i-1) && strings.Contains("#*", t.Of(i-1)) {
			first--
		}
		f.edits = append(f.edits, edit{start: int(t.Tokens[first].Start), end: int(t.Tokens[last].End), typ: detector.Credential})
	}
}

// isRepeated reports "4 mal die 6" and "viermal die 7".
func (f *finder) isRepeated(i int) bool {
	t := &f.text
	for j := max(0, i-2); j < i; j++ {
		if w := t.Word(j); strings.HasSuffix(w, "mal") || w == "times" {
			return true
		}
	}
	return i+1 < len(t.Tokens) && (t.Word(i+1) == "mal" || t.Word(i+1) == "times" || t.Word(i+1) == "twice")
}

// measures follow numbers that count or measure something. The detectors know more units;
// these are the signs, and the times that only matter where any number may be an answer.
var measures = wordSet("€ £ $ % ° h sek stunden wochen monate days weeks hours o'clock am pm")

// counts reports a number that tells a time, a date, a price or an amount.
func (f *finder) counts(i int) bool {
	t := &f.text
	if i+1 < len(t.Tokens) {
		next := t.Word(i + 1)
		if (t.IsUnit(i+1) || measures[next]) && next != "mal" {
			return true
		}
		if strings.Contains(":.,", next) && t.Glued(i) && t.Glued(i+1) && i+2 < len(t.Tokens) && t.Tokens[i+2].Digit {
			return true
		}
	}
	if i > 1 && t.Glued(i-1) && t.Glued(i-2) && strings.Contains(":.,", t.Of(i-1)) && t.Tokens[i-2].Digit {
		return true
	}
	return i > 0 && strings.Contains("€$£", t.Of(i-1))
}

// joints and buttons are what follows a code on a keypad: "dann Raute".
var (
	joints  = wordSet("dann und danach un then and + & d die den de der the auf press drücken mit")
	buttons = strings.Fields("raute rute rautn stern star hash pound grün grüen gruen green enter schlüssel key haken ok taste-taste button route rot gelb twice zweimal")
)

// tail returns the last token of a code with what is pressed after it.
func (f *finder) tail(i int) int {
	t := &f.text
	last := i
	for j := i + 1; j < len(t.Tokens) && j <= last+3; j++ {
		switch w := t.Word(j); {
		case strings.Contains("#*", w):
			last = j
		case holdsAny(w, buttons), t.Tokens[j].Digit && t.Tokens[j].Kind == detector.Number && !f.counts(j) && j > i+1:
			last = j
			for last+2 < len(t.Tokens) && t.Of(last+1) == "-" && t.Glued(last) {
				last += 2
			}
			j = last
		case joints[w], t.Of(j) == "-":
		default:
			return last
		}
	}
	return last
}

// secretTails is what a password goes on with behind a sign, without a blank: Wacholder#83.
var secretTails = regexp.MustCompile(`^(?:[#*_@$%&+=!~^]+[\pL\pN]+)+`)

// wholeSecrets takes the rest of a password into the edits that hold its beginning.
func (f *finder) wholeSecrets() {
	for n := range f.edits {
		if e := &f.edits[n]; e.typ == detector.Credential {
			e.end += len(secretTails.FindString(f.text.Raw[e.end:]))
		}
	}
}
