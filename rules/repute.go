package rules

import (
	"iter"
	"slices"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/spelling"
	"github.com/chatlint/chatlint/detector/tagger"
)

// A bare surname says nothing of its bearer, but the chat has told elsewhere that
// he ordered a gate. Before the messages of a chat are judged, a glance at the
// words of each one says what it seems to be about, and that goes to the repute of
// all names in it. The model sees the repute of whom a message names or follows.

// hintLevels is how many degrees of suspicion a glance tells apart.
const hintLevels = 6

// Scores are log-odds per category in the order of Columns.
type Scores [columns]float32

// Hints are what the words of a message suggest by themselves, per category in the
// order of Columns: from 0 for nothing to hintLevels-1.
type Hints [columns]uint8

// HintEdges are the log-odds above which a hint is 1, 2 and so on, per category in the
// order of Columns: the edges of bins that hold fixed shares of all messages.
type HintEdges [columns][hintLevels - 1]float32

// Hints grades the log-odds that the words of a message have by themselves.
func (e *HintEdges) Hints(scores *Scores) (h Hints) {
	for c, s := range scores {
		for _, edge := range e[c] {
			if s > edge {
				h[c]++
			}
		}
	}
	return h
}

// repute is the profile of a name: it sums up the messages that hold it.
type repute struct {
	messages  uint32
	strongest Hints
	sums      [columns]uint32 // of the hints
}

// Reputes are what a chat tells of those who bear names, by the hash of a word.
type Reputes map[uint32]*repute

// reputesKept bounds the memory of a chat's reputes, about 90 bytes each: the names that
// come first are kept.
const reputesKept = 1 << 15

// Add notes the hints of a message for each of the names in it.
func (r Reputes) Add(names []uint32, h Hints) {
	for _, n := range names {
		p := r[n]
		if p == nil {
			if len(r) >= reputesKept {
				continue
			}
			p = new(repute)
			r[n] = p
		}
		p.messages++
		for c, hint := range h {
			p.strongest[c] = max(p.strongest[c], hint)
			p.sums[c] += uint32(hint)
		}
	}
}

// leaning returns the category that is hinted at most, the first of equals.
func (p *repute) leaning() (most int) {
	for c, sum := range p.sums {
		if sum > p.sums[most] {
			most = c
		}
	}
	return most
}

// Bearer is somebody whose repute the model sees.
type Bearer struct {
	Name   uint32 // hash of a word of the name
	Writes bool   // of a member of the chat
	// Ago is how many messages before the one that is judged the name was said, at
	// most bearerAgo; 0 for that one.
	Ago int
}

// Features appends what the model sees of the bearers.
func (r Reputes) Features(bearers []Bearer, dst []Feature) []Feature {
	for _, b := range bearers {
		p := r[b.Name]
		if p == nil {
			continue
		}
		at := func(k reputeKind, a, v int) { dst = append(dst, Feature{reputeKey(b.Ago, b.Writes, k, a, v), -1, -1}) }
		at(reputeMessages, 0, frequency(p.messages))
		for c, h := range p.strongest {
			at(reputeStrongest, c, int(h))
		}
		at(reputeLeaning, 0, p.leaning())
	}
	return dst
}

// reputeKind numbers what of a repute the model sees.
type reputeKind uint32

const (
	reputeMessages reputeKind = iota
	reputeStrongest
	reputeLeaning
)

func reputeKey(ago int, writes bool, k reputeKind, a, v int) uint32 {
	return hash(tRepute, uint32(ago), boolBit(writes), uint32(k), uint32(a), uint32(v))
}

// perRepute holds what belongs to each feature of a repute, of which a message has so
// many that they are not worth looking up: by how long ago the name was said and
// whether its bearer writes.
type perRepute [bearerAgo + 1][2]struct {
	messages  [frequencies]row
	strongest [columns][hintLevels]row
	leaning   [columns]row
}

// reputeRows looks all features of reputes up.
func (m *model) reputeRows() (all perRepute) {
	for ago := range all {
		for writes := range all[ago] {
			of := &all[ago][writes]
			at := func(k reputeKind, a, v int) row { return m.rowOf(reputeKey(ago, writes == 1, k, a, v)) }
			for n := range of.messages {
				of.messages[n] = at(reputeMessages, 0, n)
			}
			for c := range columns {
				of.leaning[c] = at(reputeLeaning, 0, c)
				for h := range hintLevels {
					of.strongest[c][h] = at(reputeStrongest, c, h)
				}
			}
		}
	}
	return all
}

// recognise adds what the chat tells of those whom a message names or follows.
func (m *model) recognise(bearers []Bearer, reputes Reputes, to *impression) {
	for _, b := range bearers {
		p := reputes[b.Name]
		if p == nil {
			continue
		}
		var sum lanes
		see := func(r *row) { sum.add(r); to.note(r) }
		rows := &m.reputed[b.Ago][boolBit(b.Writes)]
		see(&rows.messages[frequency(p.messages)])
		for c, h := range p.strongest {
			see(&rows.strongest[c][h])
		}
		see(&rows.leaning[p.leaning()])
		to.features += sum.rows
		sum.flush(&to.sums)
	}
}

// frequency coarsens how often a name was said.
func frequency(n uint32) int {
	switch {
	case n < 6:
		return int(n)
	case n < 11:
		return 6
	}
	return frequencies - 1
}

// frequencies is how many values frequency has.
const frequencies = 8

const (
	// bearerReach is how many messages back the model looks for a name if a message
	// has none.
	bearerReach = 6
	bearerAgo   = 3
	// shortestName is how many bytes a word of a name has at least.
	shortestName = 3
)

// bearers returns those whose repute the model sees: whom the message names, or else
// the message before it that names somebody. They are valid until the next call.
func (s *Session) bearers(sc scene) []Bearer {
	s.named = sc.namesInto(s.named[:0], s.people, 0)
	for i, p := range sc.earlier[:min(bearerReach, len(sc.earlier))] {
		if len(s.named) > 0 || sc.time.Sub(p.time) > ThreadSpan {
			break
		}
		s.named = p.namesInto(s.named, s.people, min(i+1, bearerAgo))
	}
	return s.named
}

// namesInto appends the words of the names in a message, each once.
func (a *analysis) namesInto(dst []Bearer, people *Roster, ago int) []Bearer {
	for _, w := range a.nameWords() {
		if b := (Bearer{nameHash(w), people.writes(w), ago}); !slices.Contains(dst, b) {
			dst = append(dst, b)
		}
	}
	return dst
}

// nameWords yields the words of the persons in a message with the number of their entity.
func (a *analysis) nameWords() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, e := range a.entities {
			if e.Type != detector.Person {
				continue
			}
			for t := a.spans[i].first; t <= a.spans[i].last; t++ {
				w := a.text.Word(t)
				if a.text.Tokens[t].Kind == detector.Word && len(w) >= shortestName && !yield(i, w) {
					return
				}
			}
		}
	}
}

// reputed appends, as evidence for category column c, the first name in the message
// that the chat mentions more than once and most often in that sense.
func (a *analysis) reputed(reputes Reputes, c int, dst []Evidence) []Evidence {
	for i, w := range a.nameWords() {
		p := reputes[nameHash(w)]
		if p != nil && p.messages > 1 && p.sums[c] > 0 && p.leaning() == c {
			return append(dst, Evidence{Key: "repute", Span: a.bytes(a.spans[i])})
		}
	}
	return dst
}

// nameHash is the same for a name and its possessive, so Hans and Han share one.
func nameHash(word string) uint32 { return hashText(tagger.Stem(word)) }

// nameKey returns the hash of a lower-cased word that may be a name or its possessive, or
// 0 for a word that is only that.
func nameKey(word string) uint32 {
	if mayName(word) || mayName(tagger.Stem(word)) {
		return nameHash(word)
	}
	return 0
}

// mayName reports a word that is a name or in no dictionary.
func mayName(word string) bool {
	e := gazetteer.Lookup(word)
	return len(word) >= shortestName && (e.IsName() || !named(e) && !spelling.Word(word))
}

// glance is a first look at the words of a message.
type glance struct {
	engine   *Engine
	names    []uint32
	sum      lanes
	sums     [flagColumns]int32
	features int
}

// glance returns what the words of a text hint at, if names are among them.
func (e *Engine) glance(t *detector.Text) Sighting {
	g := glance{engine: e}
	for i, k := range t.Tokens {
		if k.Kind == detector.Word {
			g.see(t, i)
		}
	}
	if len(g.names) == 0 {
		return Sighting{}
	}
	g.sum.flush(&g.sums)
	var scores Scores
	finish(g.sums[:columns], g.features, e.model.flagScale[:], e.model.flagBias[:], scores[:])
	return Sighting{g.names, e.model.hintEdges.Hints(&scores)}
}

// see adds token i. Of a word that is not kept, only what a glance needs is worked out.
func (g *glance) see(t *detector.Text, i int) {
	text := t.Word(i)
	g.features += wordFeatureCount(text)
	if w := g.engine.familiar(t, i, hashText(t.Of(i))); w != nil {
		g.names = bearing(g.names, w.bearer)
		g.sum.join(&w.sums, int(w.rows))
	} else {
		g.names = bearing(g.names, nameKey(text))
		g.engine.eachWordRow(hashText(text), text, func(r *row) { g.sum.add(r) })
	}
	if g.sum.rows > maxRows-maxWordFeatures {
		g.sum.flush(&g.sums)
	}
}

// bearing appends what nameKey returned for a word, unless that is 0 or there already.
func bearing(names []uint32, bearer uint32) []uint32 {
	if bearer == 0 || slices.Contains(names, bearer) {
		return names
	}
	return append(names, bearer)
}
