package redact

import (
	"sort"
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// maxWords bounds the vocabulary that is kept of hostile input.
const maxWords = 1 << 20

// lesson is what the first reading of the chats tells about a word.
type lesson struct {
	seen, upper     int32 // occurrences, and those with a capital
	tagged, capital int32 // occurrences taken for a name, and those with a capital
	titled          int32 // occurrences behind Herr, Frau, Familie
}

// learner reads chats for the names in them, before anything is replaced: a
// name that is plain in one message is then known in all.
type learner struct {
	finder
	names  []string        // as they are saved
	first  map[string]bool // first words of them
	words  map[string]*lesson
	full   []string // names of more than one word, in the order of appearance
	isFull map[string]bool
	heard  language
}

func newLearner(saved detector.People, names []string) *learner {
	first := map[string]bool{}
	for _, n := range names {
		if words := nameWords(n); len(words) > 0 && hasLetters(words[0], 2) {
			first[words[0]] = true
		}
	}
	return &learner{
		names:  names,
		first:  first,
		finder: finder{recent: newRecent(), listener: detector.NewListener(secretEagerness), saved: saved, values: values{}, streets: streetNames{}},
		words:  map[string]*lesson{}, isFull: map[string]bool{},
	}
}

// message learns from one message and what the detectors saw in it.
func (l *learner) message(m *chat.Written, seen []sighting) {
	v := newView(m.Body)
	found := settle(inside(l.find(&v, seen), spoken(v.text, m)))
	l.heard.hear(&l.text)
	l.language = l.heard
	for i, k := range l.text.Tokens {
		if k.Kind == detector.Word && !covered(int(k.Start), l.taken) {
			l.see(&l.text, i)
		}
	}
	for _, e := range found {
		part := v.text[e.start:e.end]
		if e.typ != detector.Person {
			l.values.add(e.typ, part)
			if e.typ == detector.Address {
				l.streets.add(&l.text, e)
			}
			continue
		}
		l.name(&l.text, e)
		if strings.ContainsAny(part, " \u00A0") && !l.isFull[part] {
			part = strings.Clone(part)
			l.isFull[part] = true
			l.full = append(l.full, part)
		}
	}
}

// covered reports whether a byte lies in one of the places, which are sorted.
func covered(at int, places [][2]int) bool {
	i := firstBehind(at, places)
	return i < len(places) && places[i][0] <= at
}

// firstBehind returns the first of the sorted places that ends behind a byte.
func firstBehind(at int, places [][2]int) int {
	return sort.Search(len(places), func(i int) bool { return places[i][1] > at })
}

// lesson returns what is known of a word, nil if there are too many words.
func (l *learner) lesson(word string) *lesson {
	if w := l.words[word]; w != nil {
		return w
	}
	if len(l.words) >= maxWords {
		return nil
	}
	w := new(lesson)
	l.words[strings.Clone(word)] = w
	return w
}

func (l *learner) see(t *detector.Text, i int) {
	if w := l.lesson(t.Word(i)); w != nil {
		w.seen++
		if t.Tokens[i].Upper {
			w.upper++
		}
	}
}

// name counts the words of a name that was found.
func (l *learner) name(t *detector.Text, e edit) {
	first := sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].Start) >= e.start })
	for i := first; i < len(t.Tokens) && int(t.Tokens[i].Start) < e.end; i++ {
		k := t.Tokens[i]
		if k.Kind != detector.Word {
			continue
		}
		word := strings.ToLower(t.Raw[k.Start:min(int(k.End), e.end)])
		if w := l.lesson(word); w != nil {
			w.tagged++
			if k.Upper {
				w.capital++
			}
			if l.followsTitle(i) || l.isCalled(i) || i > 0 && roles[l.text.Word(i-1)] && !l.isNoun(gazetteer.Lookup(word)) {
				w.titled++
			}
			if word != t.Word(i) { // a possessive: the name itself was seen, too
				w.seen++
				if k.Upper {
					w.upper++
				}
			}
		}
	}
}

// strength says where a word is taken for a name that the detectors did not
// take for one.
type strength uint8

const (
	never    strength = iota // the word is too common: the detectors decide each time
	capitals                 // with a capital
	mostly                   // in small letters, too, unless the words before make it an everyday word
	always
)

// hides reports whether a word of this strength is a name where it is written
// with a capital, or stands as an everyday word would.
func (s strength) hides(upper, everyday bool) bool {
	switch s {
	case always:
		return true
	case mostly:
		return upper || !everyday
	}
	return s == capitals && upper
}

// known is the words that are names in the chats, in canonical spelling; where
// that is an everyday word, as of Schütz and Bäck, as they are written.
type known map[string]strength

func (k known) add(word string, s strength) {
	c := canonical(word)
	if e := gazetteer.Lookup(c); c == word || !e.Noun && e.German < 3 && e.English < 3 {
		k[c] = max(k[c], s)
		return
	}
	for _, spelling := range []string{word, gazetteer.Fold(word)} {
		k[spelling] = max(k[spelling], s)
	}
}

// of returns where a lower-cased word is taken for a name.
func (k known) of(word string) strength { return max(k[word], k[canonical(word)]) }

// known draws the conclusions of the first reading.
func (l *learner) lessons() known {
	k := known{}
	for word, w := range l.words {
		saved := float32(0)
		if l.saved != nil {
			saved = l.saved.Known(word)
		}
		if s := l.judge(word, w, saved); s > never {
			k.add(word, s)
		}
	}
	for _, n := range l.names {
		for _, word := range nameWords(n) {
			if l.words[word] != nil || l.saved == nil {
				continue
			}
			if s := l.judge(word, new(lesson), l.saved.Known(word)); s > never {
				k.add(word, s)
			}
		}
	}
	return k
}

// list takes the words of names that somebody has listed for names. Everyday
// words among them need a capital.
func (k known) list(names []string) {
	for _, n := range names {
		for _, w := range nameWords(n) {
			e := gazetteer.Lookup(w)
			switch {
			case !hasLetters(w, 3) || e.Class == gazetteer.Function || tagger.Title(w) != tagger.NoTitle:
			case e.Noun || e.German >= 3 || e.English >= 3:
				k.add(w, capitals)
			default:
				k.add(w, always)
			}
		}
	}
}

// judge decides how sure a word is a name wherever it stands. saved is what the
// names of the participants say, 0 to 1.
func (l *learner) judge(word string, w *lesson, saved float32) strength {
	e := gazetteer.Lookup(word)
	noun, often := l.heard.isNoun(e), l.heard.frequency(e)
	rate := float64(w.tagged) / float64(max(w.seen, 1))
	if l.first[word] && w.upper*4 >= w.seen*3 && !noun {
		return capitals // whoever writes here is called that, whatever else it means
	}
	if (everyday[word] || germanEveryday[word] && l.heard.isGerman()) && saved == 0 && (rate < usual || e.First < 5) {
		return never
	}
	if w.tagged == 0 && saved < 0.4 || e.Class == gazetteer.Function && !(w.titled > 0 && often < 2) || !hasLetters(word, 2) || tagger.Title(word) != tagger.NoTitle {
		return never
	}
	plain := often < 2 && !noun && e.Class != gazetteer.Brand && (e.Place < 2 || saved >= 0.4)
	given := e.Class == gazetteer.Nickname || e.First >= 4 && e.Class != gazetteer.Homonym && often < 4
	switch {
	case plain && (rate >= 0.4 || saved >= 0.4), given && (rate >= 0.3 || saved >= 0.4):
		return always
	case plain && w.titled > 0 && w.seen < 50:
		return always
	case often >= 5 && (w.titled > 0 || rate >= usual):
		return capitals
	case w.titled > 0 || rate >= usual:
		return mostly // here the word is a name, whatever it is elsewhere
	case saved >= 0.4 && often < 5 && !noun:
		return capitals
	}
	return never
}

// usual is the share of the occurrences of a word that must have been taken for
// a name to make it one where it was not.
const usual = 0.5

func hasLetters(word string, n int) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			n--
		}
	}
	return n <= 0
}

// values are the numbers and addresses that were found, by the spelling that
// all ways of writing them share.
type values map[string]detector.Type

// minDigits is the shortest number that is looked for in all texts once it was
// found in one.
const minDigits = 7

func (v values) add(typ detector.Type, text string) {
	if d := digitsOf(text); len(d) >= minDigits && isNumeric(typ) {
		v[significant(d)] = typ
	}
}

func isNumeric(typ detector.Type) bool {
	switch typ {
	case detector.Phone, detector.IBAN, detector.Card, detector.TaxID, detector.SocialSecurity,
		detector.HealthInsurance, detector.IDDocument, detector.Credential, number:
		return true
	}
	return false
}

// significant drops what a number can be written without: an international
// prefix. The digits are compared from the end.
func significant(digits string) string {
	d := strings.TrimLeft(digits, "0")
	for _, country := range []string{"49", "43", "41", "44"} {
		if rest, ok := strings.CutPrefix(d, country); ok && len(rest) >= minDigits+2 {
			return strings.TrimLeft(rest, "0")
		}
	}
	return d
}
