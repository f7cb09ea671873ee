package redact

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// finder finds what has to go from the texts of a chat. It serves one
// goroutine.
type finder struct {
	scanner *detector.Scanner
	calm    bool            // guess nothing: the chat was redacted before
	saved   detector.People // the names that the chats tell beside the messages
	language
	known   known
	values  values
	streets streetNames
	slips   slips
	full    map[string]bool // squeezed full names that also hide in longer words

	listener *detector.Listener
	recent   recent
	text     detector.Text // at hand
	taken    [][2]int      // places of the stand-ins in it
	edits    []edit

	firstKey int // first token that is a word for a key, see keyNear
}

// startChat forgets what was said in another chat.
func (f *finder) startChat() {
	f.recent = newRecent()
	f.listener.Restart()
}

// find returns the edits of a view in which the detectors have seen something,
// in no order.
func (f *finder) find(v *view, seen []sighting) []edit {
	f.edits = f.edits[:0]
	f.text.ResetWords(detector.Neutral(v.text))
	f.taken = standInsIn(v.text)
	for _, s := range seen {
		f.entity(s)
	}
	f.words()
	f.titled()
	if !f.calm {
		f.likely()
		f.initials()
		f.listed()
		f.secrets()
		f.answers()
	}
	f.patterned()
	f.longNumbers()
	f.numbers()
	f.knownStreets()
	f.wholeAddresses()
	f.wholeSecrets()
	f.places(v.text)
	f.widen()
	return f.apart(v.text, f.edits)
}

// apart cuts the stand-ins of the text at hand out of its edits.
func (f *finder) apart(text string, edits []edit) []edit {
	if len(f.taken) == 0 {
		return edits
	}
	var kept []edit
	for _, e := range edits {
		for _, part := range e.without(f.taken) {
			if part.standIn != "" {
				kept = append(kept, part)
			} else if holdsText(text[part.start:part.end]) {
				kept = append(kept, trim(text, part))
			}
		}
	}
	return kept
}

// sureLower and sureUpper are how sure a name must be, in the view of detectors
// that are made eager, if it is written without and with a capital.
const (
	sureLower = 0.75
	sureUpper = 0.5
)

func (f *finder) entity(s sighting) {
	e := edit{start: int(s.start), end: int(s.end), typ: s.typ}
	switch s.typ {
	case detector.Location, detector.Organization:
	case detector.Person:
		f.person(e, s.score)
	default:
		f.edits = append(f.edits, e)
	}
}

// person takes a name as the detectors found it, without what being eager adds
// to it: a place of work behind the name, a word nobody would write small.
func (f *finder) person(e edit, score float32) {
	t := &f.text
	first, last := f.tokensOf(&e)
	if score < sureUpper || score < sureLower && !t.Tokens[first].Upper {
		return
	}
	for i := first + 1; i < last; i++ {
		if next := gazetteer.Lookup(t.Word(last)); belongs[t.Word(i)] && (f.isNoun(next) || !next.IsName()) {
			e.end = int(t.Tokens[i-1].End)
			last = i - 1
			break
		}
	}
	if first == last && (isContraction(t.Word(first)) || f.isSpeech(t.Word(first)) && f.saved.Known(t.Word(first)) == 0) {
		return
	}
	if w := t.Of(first); first == last && len(w) <= 4 && w == strings.ToUpper(w) && !gazetteer.Lookup(t.Word(first)).IsName() {
		return // IBAN, TÜV
	}
	f.edits = append(f.edits, e)
}

// everyday are words of speech, trade and calendar that no dictionary carries and
// that are written with a capital.
var everyday = wordSet(`woch johr moang morjen morschn morng moagn guat heid di mi tel chat server iban reha doktor mot ni fi bem
	sunday monday tuesday wednesday thursday friday saturday easter christmas ramadan corona kölsch gmbh whatsapp excel till ye hot
	koa mor eahm hett ok`)

// germanEveryday are such words that are names in English.
var germanEveryday = wordSet("jo mia doc san mo")

// isSpeech reports an everyday word of the languages of the chat.
func (f *finder) isSpeech(word string) bool {
	return everyday[word] || germanEveryday[word] && f.isGerman()
}

// belongs are the words between a person and where it comes from.
var belongs = wordSet("von vom aus bei beim of from at")

// holdsText reports whether a rest of an entity still says anything.
func holdsText(s string) bool {
	return strings.IndexFunc(s, isWordRune) >= 0 && utf8.RuneCountInString(strings.TrimSpace(s)) > 1
}

// trim takes blanks and marks of punctuation off the ends of an edit.
func trim(text string, e edit) edit {
	s := text[e.start:e.end]
	e.start += len(s) - len(strings.TrimLeftFunc(s, notWord))
	e.end -= len(s) - len(strings.TrimRightFunc(s, notWord))
	return e
}

// widen takes the other parts of a name with a hyphen and the particle before a
// surname into the edits that hold one part of it.
func (f *finder) widen() {
	t := &f.text
	for n := range f.edits {
		e := &f.edits[n]
		if e.typ != detector.Person {
			continue
		}
		first, last := f.tokensOf(e)
		if k := t.Tokens[last]; t.Raw[e.end:k.End] == "s" {
			e.end = int(k.End) // of a possessive, of a plural or of the name itself: Lars
		}
		for last+2 < len(t.Tokens) && t.Of(last+1) == "-" && t.Glued(last) && t.Glued(last+1) && t.Tokens[last+2].Upper && int(t.Tokens[last].End) == e.end {
			last += 2
			e.end = int(t.Tokens[last].End)
		}
		for first >= 2 && t.Of(first-1) == "-" && t.Glued(first-1) && t.Glued(first-2) && t.Tokens[first-2].Upper && (isPart(t.Word(first-2)) || isGiven(t.Word(first))) {
			first -= 2
			e.start = int(t.Tokens[first].Start)
		}
		e.start = min(e.start, int(t.Tokens[f.withParticles(first)].Start))
	}
}

// withParticles returns the first token of the particles before a surname: all
// behind a title, else those that mean nothing else.
func (f *finder) withParticles(first int) int {
	t := &f.text
	j := first
	for j > 0 && particles[t.Word(j-1)] {
		j--
	}
	switch {
	case j < first && f.followsTitle(j):
		return j
	case first > 0 && nobles[t.Word(first-1)]:
		return first - 1
	case j < first && t.Tokens[j].Upper && t.Word(j) != "der" && t.Word(j) != "den" && t.Word(j) != "zu" && f.isInside(j):
		return j // durch Van der Meer
	}
	return first
}

// isPart reports whether a word before a hyphen can be the first half of a name.
func isPart(word string) bool {
	e := gazetteer.Lookup(word)
	return e.IsName() && !e.Noun
}

// isGiven reports a usual first name: whatever is tied to it with a hyphen is part
// of a double name or of a nickname, as in Gemüse-Toni.
func isGiven(word string) bool {
	e := gazetteer.Lookup(word)
	return e.Class == gazetteer.Nickname || e.First >= 4 && e.Class == gazetteer.NoClass && !e.Noun
}

// nobles are particles that are no other word of German or English.
var nobles = wordSet("van ten ter bin ibn al el mac")

// followsTitle reports whether a title stands before token i.
func (f *finder) followsTitle(i int) bool {
	t := &f.text
	for i--; i >= 0 && (t.Of(i) == "." || particles[t.Word(i)]); i-- {
	}
	return i >= 0 && tagger.Title(t.Word(i)) != tagger.NoTitle
}

// words finds the names that are known in this chat.
func (f *finder) words() {
	t := &f.text
	for i, k := range t.Tokens {
		if k.Kind != detector.Word || isContraction(t.Word(i)) {
			continue
		}
		f.broken(i)
		if end := f.knownEnd(i); end > 0 {
			f.edits = append(f.edits, edit{start: int(k.Start), end: int(k.Start) + end, typ: detector.Person})
			continue
		}
		f.inside(i)
		f.humps(i)
	}
}

// humps finds a known name that begins with a capital inside of a word: TeamBrandl.
func (f *finder) humps(i int) {
	word := f.text.Of(i)
	start := 0
	for at, r := range word + "X" {
		if at == 0 || !unicode.IsUpper(r) {
			continue
		}
		if part := word[start:at]; start > 0 && f.known.of(strings.ToLower(part)) > never && hasLetters(part, 3) {
			from := int(f.text.Tokens[i].Start)
			f.edits = append(f.edits, edit{start: from + start, end: from + at, typ: detector.Person})
		}
		start = at
	}
}

// broken finds a known name that a hyphen divides between two lines.
func (f *finder) broken(i int) {
	t := &f.text
	if i+3 >= len(t.Tokens) || t.Of(i+1) != "-" || !t.Glued(i) || t.Tokens[i+2].Kind != detector.Break || t.Tokens[i+3].Kind != detector.Word {
		return
	}
	if f.known.of(t.Word(i)+t.Word(i+3)) > never {
		f.edits = append(f.edits, edit{start: int(t.Tokens[i].Start), end: int(t.Tokens[i+3].End), typ: detector.Person})
	}
}

// knownEnd returns how many bytes of token i are a known name, 0 for none. An
// apostrophe and what follows it stays.
func (f *finder) knownEnd(i int) int {
	t := &f.text
	word, upper := t.Word(i), t.Tokens[i].Upper
	if end := f.nameEnd(i) - int(t.Tokens[i].Start); end < len(word) && f.known.of(word[:end]) == always {
		return end
	}
	if f.known.of(word).hides(upper, f.isEveryday(i)) {
		return len(word)
	}
	if stem := tagger.Stem(word); stem != word {
		if s := f.known.of(stem); s == always && gazetteer.Lookup(word).German == 0 || s >= capitals && upper {
			if strings.HasPrefix(word[len(stem):], "s") {
				return len(word) // the Barlows; without an apostrophe the ending is part of the name
			}
			return len(stem)
		}
	}
	return 0
}

// everydayFrames are words before an everyday word in small letters: "im winter",
// "bis freitag", "ich koch".
var everydayFrames = wordSet(`im am bis ab seit pro jeden jede nächsten letzten diesen diesem nächster nächste letzte letzter ich i du wir man mich
	ein eine einen kein keine so zu sehr ganz too so very a an this last next every each i'm we you`)

// isEveryday reports whether token i stands where a name hardly would.
func (f *finder) isEveryday(i int) bool {
	return i > 0 && everydayFrames[f.text.Word(i-1)]
}

// minFull is the shortest full name, in bytes without blanks, that is looked
// for inside of other words.
const minFull = 9

// squeezedNames returns the names of several words without their blanks.
func squeezedNames(names []string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		if s := squeezed(n); len(s) >= minFull && len(nameWords(n)) > 1 {
			out[s] = true
		}
	}
	return out
}

// inside finds a full name without blanks: #stefanbrandl.
func (f *finder) inside(i int) {
	t := &f.text
	if int(t.Tokens[i].End-t.Tokens[i].Start) < minFull || len(f.full) == 0 || gazetteer.Lookup(t.Word(i)) != (gazetteer.Entry{}) {
		return
	}
	word := canonical(t.Word(i))
	for name := range f.full {
		if strings.Contains(word, name) {
			f.edits = append(f.edits, edit{start: int(t.Tokens[i].Start), end: int(t.Tokens[i].End), typ: detector.Person})
			return
		}
	}
}

// titled finds what stands behind Herr, Frau, Familie even where the word could
// be anything.
func (f *finder) titled() {
	t := &f.text
	for i := 0; i+1 < len(t.Tokens); i++ {
		switch tagger.Title(t.Word(i)) {
		case tagger.Address, tagger.Family:
		default:
			continue
		}
		j := i + 1
		if t.Of(j) == "." && j+1 < len(t.Tokens) {
			j++
		}
		k := t.Tokens[j]
		if k.Kind != detector.Word || k.Digit || !k.Upper || int(k.End-k.Start) < 2 {
			continue
		}
		e := gazetteer.Lookup(t.Word(j))
		if e.Class == gazetteer.Function || len(t.Of(i)) <= 2 && t.Of(i+1) != "." {
			continue
		}
		f.edits = append(f.edits, edit{start: int(k.Start), end: int(k.End), typ: detector.Person})
	}
}

// numbers finds numbers that are known from another message, however they are
// written here.
func (f *finder) numbers() {
	t := &f.text
	if t.Digits < minDigits || len(f.values) == 0 {
		return
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Kind != detector.Number {
			continue
		}
		last := lastOfNumber(t, i)
		if typ, ok := f.values.find(digitsOf(t.Raw[t.Tokens[i].Start:t.Tokens[last].End])); ok {
			f.edits = append(f.edits, edit{start: int(t.Tokens[i].Start), end: int(t.Tokens[last].End), typ: typ})
			i = last
		} // else a part of it may be known: 0800 before a number without its prefix
	}
}

// lastOfNumber returns the last token of a number that is written in groups.
func lastOfNumber(t *detector.Text, i int) int {
	last := i
	for j := i + 1; j < len(t.Tokens) && j <= last+2; j++ {
		switch k := t.Tokens[j]; {
		case k.Kind == detector.Number && int(k.Start-t.Tokens[j-1].End) <= 1:
			last = j
		case k.Kind == detector.Punct && strings.Contains("-/.()", t.Of(j)):
		default:
			return last
		}
	}
	return last
}

// find looks for a number that ends like a known one.
func (v values) find(digits string) (detector.Type, bool) {
	if len(digits) < minDigits {
		return "", false
	}
	typ, ok := v[significant(digits)]
	return typ, ok
}

// mapLinks begin the links of shared places, which have to stay links, with what
// stands behind them afterwards.
var mapLinks = []struct{ link, standIn string }{
	{"https://maps.google.com/?q=", nowhere}, {"http://maps.google.com/?q=", nowhere}, {"https://maps.google.com/maps?q=", nowhere},
	{"https://www.google.com/maps/search/?api=1&query=", nowhere}, {"https://maps.apple.com/?", nowhere},
	{"https://foursquare.com/v/", noPlace}, {"http://foursquare.com/v/", noPlace}, {"https://www.foursquare.com/v/", noPlace},
}

const (
	nowhere = "0.0,0.0"
	noPlace = "0"
)

// places finds what follows in map links.
func (f *finder) places(text string) {
	if !strings.Contains(text, "://") {
		return
	}
	for _, l := range mapLinks {
		for from := 0; ; {
			i := strings.Index(text[from:], l.link)
			if i < 0 {
				break
			}
			start := from + i + len(l.link)
			end := start + strings.IndexFunc(text[start:]+" ", unicode.IsSpace)
			from = end
			if end > start {
				f.edits = append(f.edits, edit{start: start, end: end, typ: detector.Coordinates, standIn: l.standIn})
			}
		}
	}
}

// tokensOf returns the first and the last token of an edit.
func (f *finder) tokensOf(e *edit) (first, last int) {
	tokens := f.text.Tokens
	first = sort.Search(len(tokens), func(i int) bool { return int(tokens[i].End) > e.start })
	last = sort.Search(len(tokens), func(i int) bool { return int(tokens[i].Start) >= e.end }) - 1
	return first, max(first, last)
}
