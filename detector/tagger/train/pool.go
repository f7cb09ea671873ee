package train

import (
	"io/fs"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/gazetteer/build"
	"github.com/chatlint/chatlint/detector/gazetteer/lists"
	"github.com/chatlint/chatlint/detector/tagger"
)

// pool draws names to put in the place of others.
type pool struct {
	first, short, homonym, namesake, surname, homonymSurname drawer
}

// drawer draws words by weight.
type drawer struct {
	words []string
	upTo  []float64 // running sum of the weights
}

func newDrawer(weights map[string]float64) drawer {
	var d drawer
	for w := range weights {
		d.words = append(d.words, w)
	}
	slices.Sort(d.words)
	sum := 0.0
	for _, w := range d.words {
		sum += weights[w]
		d.upTo = append(d.upTo, sum)
	}
	return d
}

func (d drawer) draw(r *rand.Rand) string {
	x := r.Float64() * d.upTo[len(d.upTo)-1]
	i, _ := slices.BinarySearch(d.upTo, x)
	return d.words[min(i, len(d.words)-1)]
}

// newPool reads the name lists below src.
func newPool(src fs.FS) (*pool, error) {
	first, surname, err := build.Names(src, lists.FS)
	if err != nil {
		return nil, err
	}
	names := map[gazetteer.Class]map[string]float64{}
	for _, c := range []gazetteer.Class{gazetteer.NoClass, gazetteer.Nickname, gazetteer.Homonym} {
		names[c] = map[string]float64{}
	}
	namesakes, surnames := map[string]float64{}, map[gazetteer.Class]map[string]float64{gazetteer.NoClass: {}, gazetteer.Homonym: {}}
	for w, ppm := range first {
		e := gazetteer.Lookup(w)
		if into, ok := names[e.Class]; ok && drawable(w) {
			into[w] = math.Pow(ppm+0.05, 0.6) // rare names more often than they are borne
			if isNamesake(e) {
				namesakes[w] = into[w]
			}
		}
	}
	for w, ppm := range surname {
		c := gazetteer.Lookup(w).Class
		if into, ok := surnames[c]; ok && drawable(w) {
			into[w] = math.Pow(ppm+0.3, 0.6)
		}
	}
	return &pool{
		first: newDrawer(names[gazetteer.NoClass]), short: newDrawer(names[gazetteer.Nickname]), homonym: newDrawer(names[gazetteer.Homonym]), namesake: newDrawer(namesakes),
		surname: newDrawer(surnames[gazetteer.NoClass]), homonymSurname: newDrawer(surnames[gazetteer.Homonym]),
	}, nil
}

// isNamesake reports a first name that is a place's as well and not so common
// that everybody thinks of a person.
func isNamesake(e gazetteer.Entry) bool { return e.Place > 1 && e.First > 1 && e.First < 6 }

// drawable reports whether a list's word can stand for a name in a sentence.
func drawable(w string) bool {
	n := utf8.RuneCountInString(w)
	if n < 2 || n > 14 {
		return false
	}
	for _, r := range w {
		if !unicode.In(r, unicode.Latin) {
			return false
		}
	}
	e := gazetteer.Lookup(w)
	return n > 2 || e.First >= 4
}

// homonymShare is how many other names a homonym replaces: they are the hard ones.
// namesakeShare is how many first names that of a place replaces: in edited text,
// which alone marks places, Chelsea and Sydney are hardly ever persons.
const (
	homonymShare  = 0.05
	namesakeShare = 0.03
)

// like draws a name of the kind that the word is: a surname for a surname, a
// short form, a plain first name or that of a place for a first name, a homonym
// for a homonym.
func (p *pool) like(w string, surname bool, r *rand.Rand) string {
	e := gazetteer.Lookup(w)
	homonym := e.Class == gazetteer.Homonym || r.Float64() < homonymShare
	switch {
	case surname && homonym:
		return p.homonymSurname.draw(r)
	case surname:
		return p.surname.draw(r)
	case homonym:
		return p.homonym.draw(r)
	case r.Float64() < namesakeShare:
		return p.namesake.draw(r)
	case e.Class == gazetteer.Nickname && r.Float64() < 0.5 || r.Float64() < 0.15:
		return p.short.draw(r)
	}
	return p.first.draw(r)
}

// isSurname guesses whether a part of a name is the surname. Only the parts of
// the name and the word before it are looked at.
func isSurname(w, before string, part int) bool {
	e := gazetteer.Lookup(w)
	first := e.First >= 3 || e.Class == gazetteer.Nickname
	switch {
	case tagger.Title(before) == tagger.Address, tagger.Title(before) == tagger.Family:
		return part > 0 || !first || e.Surname > 0
	case part > 0:
		return true
	}
	return !first && e.Surname > 0
}

// written gives a name the capitals of another word.
func written(name, like string) string {
	first, _ := utf8.DecodeRuneInString(like)
	switch {
	case !unicode.IsUpper(first):
		return name
	case utf8.RuneCountInString(like) > 1 && strings.ToUpper(like) == like:
		return strings.ToUpper(name)
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[n:]
}
