package tagger

import "github.com/chatlint/chatlint/detector/gazetteer"

// corpus is the compiled form of the examples.
type corpus struct {
	forms     map[form]int32
	entries   []entry // entry 0 is the boundary
	ids       map[featureID]int32
	keys      []featureID // of the sparse features, in order of their number
	sequences []sequence
}

// form is a token form, as far as its features go.
type form struct {
	text   string
	kind   Kind
	hidden bool
}

// featureID is a sparse feature at a distance.
type featureID struct {
	key      uint32
	distance int8
}

// entry is a token form in training: the numbers of its features per distance.
type entry struct {
	word     word
	lexeme   lexeme
	uses     int32
	features [offsets][]int32
}

// sequence is a compiled example.
type sequence struct {
	forms   []int32 // with the boundaries
	rows    [][denseFamilies]int32
	beside  [][pairs]int32 // -1 for none
	allowed []Mask
	weight  float32
	rest    int // passes to be left out
}

func compile(examples []Example, o Options) *corpus {
	c := &corpus{forms: map[form]int32{}, ids: map[featureID]int32{}, entries: []entry{{word: edge}}}
	for _, x := range examples {
		for i, tok := range x.Tokens {
			id := c.intern(tok, x.Unknown != nil && x.Unknown[i], o)
			c.entries[id].uses++
		}
	}
	counts := map[featureID]int32{}
	for i := range c.entries {
		e := &c.entries[i]
		e.each(func(f featureID) { counts[f] += e.uses })
	}
	keys := make([][][pairs]uint32, len(examples))
	for k, x := range examples {
		keys[k] = c.addSequence(x)
		for _, token := range keys[k] {
			for _, key := range token {
				if key != 0 {
					counts[featureID{key, 0}]++
				}
			}
		}
	}
	c.number(counts, int32(o.Minimum), keys)
	return c
}

// intern returns the number of a token form.
func (c *corpus) intern(tok Token, hidden bool, o Options) int32 {
	f := form{tok.Text, tok.Kind, hidden}
	id, ok := c.forms[f]
	if !ok {
		lookup := o.Lookup
		if hidden {
			lookup = func(w string) gazetteer.Entry { return Masked(o.Lookup(w)) }
		}
		id = int32(len(c.entries))
		c.forms[f] = id
		w, x := newWord(&tok, lookup, o.HeldOut)
		c.entries = append(c.entries, entry{word: w, lexeme: x})
	}
	return id
}

// each calls f with the features of an entry at all distances.
func (e *entry) each(f func(featureID)) {
	if e.word.role == boundary {
		return
	}
	e.lexeme.features(&e.word, func(key uint32, within int) {
		for d := -within; d <= within; d++ {
			f(featureID{key, int8(d)})
		}
	})
}

// addSequence compiles an example but for its pairs, whose keys it returns.
func (c *corpus) addSequence(x Example) [][pairs]uint32 {
	n := len(x.Tokens)
	q := sequence{forms: make([]int32, n+2*reach), rows: make([][denseFamilies]int32, n), allowed: x.Allowed, weight: max(x.Weight, 1)}
	for i, tok := range x.Tokens {
		q.forms[i+reach] = c.forms[form{tok.Text, tok.Kind, x.Unknown != nil && x.Unknown[i]}]
	}
	var s sentence
	next := reach
	s.reset(x.Tokens, func(*Token) *word {
		next++
		return &c.entries[q.forms[next-1]].word
	})
	keys := make([][pairs]uint32, n)
	for i := range n {
		s.dense(i, &q.rows[i])
		s.pairs(i, &keys[i])
	}
	c.sequences = append(c.sequences, q)
	return keys
}

// number gives numbers to the features that are frequent enough.
func (c *corpus) number(counts map[featureID]int32, minimum int32, beside [][][pairs]uint32) {
	number := func(f featureID) int32 {
		if f.key == 0 || counts[f] < minimum {
			return -1
		}
		id, ok := c.ids[f]
		if !ok {
			id = int32(denseRows + len(c.keys))
			c.ids[f] = id
			c.keys = append(c.keys, f)
		}
		return id
	}
	for i := range c.entries {
		e := &c.entries[i]
		e.each(func(f featureID) {
			if id := number(f); id >= 0 {
				e.features[int(f.distance)+reach] = append(e.features[int(f.distance)+reach], id)
			}
		})
	}
	for k := range c.sequences {
		q := &c.sequences[k]
		q.beside = make([][pairs]int32, len(q.allowed))
		for i := range q.beside {
			for j := range q.beside[i] {
				q.beside[i][j] = number(featureID{beside[k][i][j], 0})
			}
		}
	}
}
