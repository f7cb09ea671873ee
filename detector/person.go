package detector

import (
	_ "embed"
	"sync"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

//go:embed person.model
var personModel string

// defaultTagger is unpacked when the first message is looked at.
var defaultTagger = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Decode(personModel, gazetteer.Lookup)
	if err != nil {
		panic("detector: embedded person model: " + err.Error())
	}
	return m
})

// personDetector finds names of persons, and of places and organisations to
// tell them from persons.
var personDetector = newPersonDetector(defaultTagger)

// PersonDetector returns the detector of names with another model, so that a
// model can be measured before it is embedded.
func PersonDetector(m *tagger.Model) Detector {
	return newPersonDetector(func() *tagger.Model { return m })
}

func newPersonDetector(model func() *tagger.Model) Detector {
	return Detector{
		Name:  "person",
		Types: []Type{Person, Location, Organization},
		Gate:  func(t *Text) bool { return len(t.Tokens) > 0 },
		Find: func(t *Text, ctx Context, found []Entity) []Entity {
			return findNames(model(), t, ctx, found)
		},
	}
}

// names are the buffers of one look at a message.
type names struct {
	tokens []tagger.Token
	spans  []tagger.Span
}

var namesPool = sync.Pool{New: func() any { return new(names) }}

func findNames(model *tagger.Model, t *Text, ctx Context, found []Entity) []Entity {
	n := namesPool.Get().(*names)
	defer namesPool.Put(n)
	n.tokens = TaggerTokens(t, ctx.People, n.tokens[:0])
	n.spans = model.Tag(n.tokens, n.spans[:0])
	clear(n.tokens) // keeps no text alive
	start := len(found)
	second := secondOpinion{t: t}
	for _, s := range n.spans {
		if fixed, ok := repair(t, name{s, "sequence tagger"}); ok && !refuted(&second, fixed) {
			found = append(found, fixed.entity(t))
		}
	}
	return addNames(t, ctx, found, start)
}

// unsure is the score below which a name in an English message needs a second opinion.
const unsure = 0.6

// refuted reports whether prose takes an unsure English name for a plain word.
// Prose knows names by their capital: it has no say on a small first name.
func refuted(second *secondOpinion, n name) bool {
	if n.Class != tagger.Person || n.Score >= unsure {
		return false
	}
	t := second.t
	if w := gazetteer.Lookup(t.Word(n.First)); !t.Tokens[n.First].Upper && (w.First >= 4 || w.Class == gazetteer.Nickname) {
		return false
	}
	e := n.entity(t)
	return second.of(e.Start, e.End, !t.Tokens[n.First].Upper) == plainWord
}

// addNames appends the names that only the spelling shows. The entities from
// start on are those of this message.
func addNames(t *Text, ctx Context, found []Entity, start int) []Entity {
	if !mayAdd(t) {
		return found
	}
	tagged := len(found)
	for i := range t.Tokens {
		for _, a := range additions {
			n, ok := a(t, ctx, i)
			if !ok {
				continue
			}
			if e := n.entity(t); !overlaps(e, found[start:tagged], Person) {
				found = append(found, e)
			}
		}
	}
	return found
}

func overlaps(e Entity, others []Entity, typ Type) bool {
	for _, o := range others {
		if o.Type == typ && o.Start < e.End && e.Start < o.End {
			return true
		}
	}
	return false
}

func (n name) entity(t *Text) Entity {
	return Entity{
		Type:  entityTypes[n.Class],
		Start: int(t.Tokens[n.First].Start) + elided(t.Word(n.First)),
		End:   nameEnd(t, n.Last),
		Score: n.Score,
		Why:   n.why,
	}
}

var entityTypes = [...]Type{tagger.Person: Person, tagger.Location: Location, tagger.Organization: Organization}

// nameEnd returns where the name in token i ends: before a possessive ending.
func nameEnd(t *Text, i int) int {
	w, end := t.Word(i), int(t.Tokens[i].End)
	stem := tagger.Stem(w)
	if stem == w {
		return end
	}
	if whole, bare := gazetteer.Lookup(w), gazetteer.Lookup(stem); stem+"s" == w && (whole.IsName() && !tagger.OutweighedBy(whole, bare) || !bare.IsName()) {
		return end
	}
	return int(t.Tokens[i].Start) + len(stem)
}
