package rules

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// register holds the people whom the user has listed by name, filed under each
// word of their names in every spelling that a list may have of it.
type register struct {
	people []listedPerson
	byWord map[string][]int
}

// listedPerson is one line of a list.
type listedPerson struct {
	role    Role
	given   []string // lower-cased words before the surname, none for a single word
	surname []string // several words for Müller-Lüdenscheidt
	alone   bool     // the surname is no everyday word and tells the person by itself
	first   bool     // so does the first name
}

// newRegister files names; it returns nil if there are none.
func newRegister(names map[Role][]string) *register {
	r := &register{byWord: map[string][]int{}}
	for role := RoleUnknown + 1; role <= RoleApplicant; role++ {
		for _, name := range names[role] {
			if p, ok := readListed(name, role); ok {
				r.add(p)
			}
		}
	}
	if len(r.people) == 0 {
		return nil
	}
	return r
}

func (r *register) add(p listedPerson) {
	n := len(r.people)
	r.people = append(r.people, p)
	for _, w := range slices.Concat(p.given, p.surname) {
		for _, spelling := range []string{w, gazetteer.Fold(w), gazetteer.Drop(w)} {
			if !slices.Contains(r.byWord[spelling], n) {
				r.byWord[spelling] = append(r.byWord[spelling], n)
			}
		}
	}
}

// legalForms are what firms carry behind their names.
var legalForms = map[string]bool{
	"gmbh": true, "mbh": true, "ag": true, "kg": true, "ohg": true, "gbr": true, "ug": true, "e.k.": true, "ek": true,
	"co": true, "co.": true, "&": true, "ltd": true, "ltd.": true, "inc": true, "inc.": true, "llc": true, "plc": true,
}

// readListed reads "Sepp Huber", "Huber, Sepp", "Huber Sepp" or "Frau Huber".
func readListed(name string, role Role) (listedPerson, bool) {
	if last, first, ok := strings.Cut(name, ","); ok {
		name = first + " " + last
	}
	fields := slices.DeleteFunc(strings.Fields(strings.ToLower(name)), func(f string) bool {
		return legalForms[f] || tagger.Title(strings.TrimSuffix(f, ".")) != tagger.NoTitle
	})
	if n := len(fields); n == 2 && isFirstName(fields[1]) && !isFirstName(fields[0]) {
		slices.Reverse(fields)
	}
	if len(fields) == 0 {
		return listedPerson{}, false
	}
	p := listedPerson{role: role, surname: wordsIn(fields[len(fields)-1])}
	for _, f := range fields[:len(fields)-1] {
		p.given = append(p.given, wordsIn(f)...)
	}
	p.alone = telling(p.surname)
	p.first = role == RoleStaff && len(p.given) > 0 && telling(p.given[:1])
	return p, len(p.surname) > 0
}

func isFirstName(word string) bool {
	e := gazetteer.Lookup(word)
	return e.Class == gazetteer.Nickname || e.First > e.Surname && e.First >= 3
}

// wordsIn splits a name as a message would be split.
func wordsIn(name string) []string {
	var t detector.Text
	t.Reset(name)
	var words []string
	for i, k := range t.Tokens {
		if k.Kind == detector.Word {
			words = append(words, strings.Clone(t.Word(i)))
		}
	}
	return words
}

// telling reports words that are nothing but a name: no Koch, no Winter.
func telling(words []string) bool {
	for _, w := range words {
		e := gazetteer.Lookup(w)
		if len([]rune(w)) >= 3 && !e.Noun && e.German < 3 && e.English < 3 && e.Class != gazetteer.Function && e.Class != gazetteer.Homonym {
			return true
		}
	}
	return false
}

// listing is a place of a message where somebody listed is named.
type listing struct {
	tokenSpan
	role Role // RoleUnknown where people of several roles are called that
}

// findListed finds the listed people in a message and makes persons of them
// where the detectors saw none.
func (a *analysis) findListed(r *register) {
	a.listed = a.listed[:0]
	if r == nil {
		return
	}
	for i := 0; i < len(a.text.Tokens); i++ {
		if l, ok := r.at(&a.text, i); ok {
			a.listed = append(a.listed, l)
			a.addPerson(l.tokenSpan)
			i = l.last
		}
	}
}

// addPerson makes a person of the tokens unless something else stands there
// that identifies somebody.
func (a *analysis) addPerson(t tokenSpan) {
	span := a.bytes(t)
	overlaps := func(e detector.Entity) bool { return e.Start < span.End && span.Start < e.End }
	gives := func(e detector.Entity) bool {
		switch e.Type {
		case detector.Location, detector.Organization:
			return overlaps(e)
		case detector.Person:
			return span.Start <= e.Start && e.End <= span.End && e.End-e.Start < span.End-span.Start
		}
		return false
	}
	if slices.ContainsFunc(a.entities, func(e detector.Entity) bool { return overlaps(e) && !gives(e) }) {
		return
	}
	a.entities = slices.DeleteFunc(a.entities, gives)
	a.entities = append(a.entities, detector.Entity{Type: detector.Person, Start: span.Start, End: span.End, Score: 1, Why: "listed name"})
	slices.SortFunc(a.entities, func(x, y detector.Entity) int { return x.Start - y.Start })
	a.alignEntities()
}

// at finds the listed people whose name starts at token i. The longest name
// counts.
func (r *register) at(t *detector.Text, i int) (listing, bool) {
	best := listing{tokenSpan: noWords}
	if t.Tokens[i].Kind != detector.Word {
		return best, false
	}
	for _, n := range r.find(t.Word(i)) {
		p := &r.people[n]
		last, ok := p.match(t, i)
		switch {
		case !ok || best.tokenSpan != noWords && last < best.last:
		case best.tokenSpan == noWords || last > best.last:
			best = listing{tokenSpan{i, last}, p.role}
		case best.role != p.role:
			best.role = RoleUnknown
		}
	}
	return best, best.tokenSpan != noWords
}

// find returns the people with a word in their names, also where the word
// stands in a possessive or without its umlauts.
func (r *register) find(word string) []int {
	for w := range spellings(word) {
		if people := r.byWord[w]; people != nil {
			return people
		}
	}
	return nil
}

// spellings yields what a word of a message may be listed as.
func spellings(word string) iter.Seq[string] {
	return func(yield func(string) bool) {
		stem := tagger.Stem(word)
		if !yield(word) || stem != word && !yield(stem) || isASCII(word) {
			return
		}
		_ = yield(gazetteer.Fold(word)) && stem != word && yield(gazetteer.Fold(stem))
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// match reports whether the person is named at token i, and by how much: by all
// words in either order, by a surname that is telling or has a title before it,
// or by a telling first name.
func (p *listedPerson) match(t *detector.Text, i int) (last int, ok bool) {
	if len(p.given) > 0 {
		for _, order := range [2][2][]string{{p.given, p.surname}, {p.surname, p.given}} {
			if middle, ok := matchWords(t, i, order[0]); ok {
				if last, ok := matchWords(t, afterName(t, middle), order[1]); ok {
					return last, true
				}
			}
		}
	}
	if p.alone || titleBefore(t, i) {
		if last, ok := matchWords(t, i, p.surname); ok {
			return last, true
		}
	}
	if p.first {
		return matchWords(t, i, p.given[:1])
	}
	return 0, false
}

// afterName is the token behind a part of a name; a comma may stand between.
func afterName(t *detector.Text, i int) int {
	if i+1 < len(t.Tokens) && t.Of(i+1) == "," {
		return i + 2
	}
	return i + 1
}

// matchWords matches words from token i on; hyphens and dots between them do
// not count.
func matchWords(t *detector.Text, i int, words []string) (last int, ok bool) {
	for n, w := range words {
		for n > 0 && i < len(t.Tokens) && (t.Of(i) == "-" || t.Of(i) == ".") {
			i++
		}
		if i >= len(t.Tokens) || t.Tokens[i].Kind != detector.Word || !sameWord(t.Word(i), w) {
			return 0, false
		}
		last = i
		i++
	}
	return last, true
}

func sameWord(said, listed string) bool {
	for w := range spellings(said) {
		if w == listed || w == gazetteer.Fold(listed) || w == gazetteer.Drop(listed) {
			return true
		}
	}
	return false
}

// titleBefore reports Herr, Frau, Familie or their like right before token i.
func titleBefore(t *detector.Text, i int) bool {
	i--
	if i > 0 && t.Of(i) == "." {
		i--
	}
	return i >= 0 && tagger.Title(t.Word(i)) != tagger.NoTitle
}

// listedAs returns what a list says of the person at the tokens.
func (a *analysis) listedAs(t tokenSpan) (Role, bool) {
	for _, l := range a.listed {
		if t.first <= l.first && l.last <= t.last && l.role != RoleUnknown {
			return l.role, true
		}
	}
	return RoleUnknown, false
}

// naming are the rules that say no more than who is named.
var naming = map[Role]string{RoleCustomer: "customer/named", RolePartner: "partner/named"}

// addListed reports listed people where nothing weightier was found in the
// category. The learned model has no say: the user knows who is a customer.
func (s *Session) addListed(sc scene) {
	for _, l := range sc.listed {
		r, ok := s.engine.Rule(naming[l.role])
		if !ok || slices.ContainsFunc(s.found, func(f Finding) bool { return f.Category == r.Category }) {
			continue
		}
		if f, ok := s.apply(&r, sc); ok {
			f.Confidence = 1
			f.Evidence = append(f.Evidence, Evidence{Key: "listed:" + l.role.String(), Span: sc.bytes(l.tokenSpan)})
			s.found = append(s.found, f)
		}
	}
}
