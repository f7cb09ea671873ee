package tagger

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// Model is a trained tagger. It is safe for concurrent use.
type Model struct {
	lookup   func(string) gazetteer.Entry
	likeness *Likeness
	lean     float32 // log odds by which the model favours persons, set when it was trained
	bias     float32 // what WithBias adds to it

	transitions transitions
	factors     transitions
	sparse      sparseTable
	dense       denseTable

	cache [cacheSets][cacheWays]atomic.Pointer[remembered]
	pool  sync.Pool // of *scratch
}

// The evidence of the word forms seen last is kept, in sets of two. A chat uses a
// few thousand forms most of the time.
const (
	cacheSets = 1 << 15
	cacheWays = 2
)

// remembered is the evidence of a word form and the form itself.
type remembered struct {
	text string
	word
}

type scratch struct {
	sentence sentence
	lattice  lattice
}

// The file: a version byte, two scales, the lean, the transitions, then the sparse
// features sorted by the hashes of their keys and the dense rows, each with its weights as bytes.
const fileVersion = 4

var errFormat = errors.New("damaged tagger model")

// Decode reads a model that Weights.Encode wrote.
func Decode(data string, lookup func(string) gazetteer.Entry) (*Model, error) {
	r := reader{data: data}
	if r.byte() != fileVersion {
		return nil, errFormat
	}
	m := &Model{lookup: lookup, likeness: new(Likeness)}
	m.pool.New = func() any { return new(scratch) }
	sparseScale, denseScale := r.float(), r.float()
	m.lean = r.float()
	for g := range m.likeness.weight {
		m.likeness.weight[g] = int8(r.byte())
	}
	for p := range m.transitions {
		for y := range m.transitions[p] {
			m.transitions[p][y] = r.float()
		}
	}
	m.factors = factors(&m.transitions)
	m.readSparse(&r, sparseScale)
	m.readDense(&r, denseScale)
	if r.failed || len(r.data) > 0 {
		return nil, errFormat
	}
	return m, nil
}

func (m *Model) readSparse(r *reader, scale float32) {
	keys, total := r.uvarint(), r.uvarint()
	if keys > uint64(len(r.data)) || len(r.data) > maxSparse {
		r.failed = true
		return
	}
	m.sparse = newSparseTable(int(keys), scale, r.data)
	hash, found := uint64(0), uint64(0)
	for range keys {
		step := r.uvarint()
		hash += step
		n := int(r.byte())
		at := len(m.sparse.data) - len(r.data)
		c := cells(r.take(n * cellSize))
		if r.failed || n > maxCells || step == 0 || hash > math.MaxUint32 || !c.sound() {
			r.failed = true
			return
		}
		m.sparse.insert(uint32(hash), at, n)
		found += uint64(n)
	}
	r.failed = r.failed || found != total
}

func (m *Model) readDense(r *reader, scale float32) {
	rows := r.uvarint()
	if rows > maxDense {
		r.failed = true
		return
	}
	m.dense = newDenseTable(int(rows))
	feature := uint64(0)
	for range rows {
		feature += r.uvarint()
		mask := r.byte()
		if r.failed || feature >= uint64(denseRows) {
			r.failed = true
			return
		}
		var scores [Labels]float32
		for y := range Labels {
			if mask>>y&1 != 0 {
				scores[y] = float32(int8(r.byte())) * scale
			}
		}
		m.dense.insert(int32(feature), newLanes(&scores))
	}
}

// WithBias returns the model with a bonus (in log odds) for every token to be
// part of a person's name: above 0 for more recall, below for more precision.
func (m *Model) WithBias(bias float32) *Model {
	n := &Model{lookup: m.lookup, likeness: m.likeness, lean: m.lean, bias: bias, transitions: m.transitions, factors: m.factors, sparse: m.sparse, dense: m.dense}
	n.pool.New = m.pool.New
	return n
}

// WithLookup returns the model with another gazetteer, for measurements.
func (m *Model) WithLookup(lookup func(string) gazetteer.Entry) *Model {
	n := m.WithBias(m.bias)
	n.lookup = lookup
	return n
}

// Form is the evidence of a token wherever it stands. It is for callers who
// remember words of their own, and spares the model to look its own up.
type Form struct {
	word
	model *Model
}

// Describe works out the form of a token. Tokens with equal Text have equal forms.
func (m *Model) Describe(t *Token) Form { return Form{m.describe(t), m} }

// word returns the evidence of a token form, known or cached.
func (m *Model) word(t *Token) *word {
	if t.Form != nil && t.Form.model == m {
		return &t.Form.word
	}
	h := uint64(fnvBasis) ^ uint64(t.Kind)
	for i := range len(t.Text) {
		h = (h ^ uint64(t.Text[i])) * fnvPrime
	}
	set := &m.cache[(h^h>>32)%cacheSets]
	first := set[0].Load()
	if first != nil && first.text == t.Text {
		return &first.word
	}
	if second := set[1].Load(); second != nil && second.text == t.Text {
		return &second.word
	}
	w := &remembered{strings.Clone(t.Text), m.describe(t)} // does not keep the message alive
	set[1].Store(first)                                    // the form described last stands first, the other one falls out next
	set[0].Store(w)
	return &w.word
}

// usualFeatures is about how many features a word has.
const usualFeatures = 32

// describe computes the evidence of a token form.
func (m *Model) describe(t *Token) word {
	w, x := newWord(t, m.lookup, m.likeness.Level)
	var buf [usualFeatures]spoken
	told := buf[:0]
	x.features(&w, func(key uint32, within int) {
		if c := m.sparse.find(key); c != "" {
			told = append(told, spoken{c, within, c[0]})
		}
	})
	var sums [offsets * Labels]float32 // by slot
	for i := range told {
		m.sparse.add(&told[i], &sums)
	}
	for d := range w.emit {
		w.emit[d] = newLanes((*[Labels]float32)(sums[d*Labels:]))
	}
	return w
}

// Tag appends the spans of a message. Tokens beyond MaxTokens are looked at in
// pieces, so that time and memory stay proportional to the length.
func (m *Model) Tag(tokens []Token, spans []Span) []Span {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	for first := 0; first < len(tokens); first += MaxTokens {
		spans = m.tag(s, tokens[first:min(first+MaxTokens, len(tokens))], first, spans)
	}
	s.sentence.tokens = nil
	return spans
}

// MaxTokens is the longest piece of a message that is tagged at once.
const MaxTokens = 1024

func (m *Model) tag(s *scratch, tokens []Token, base int, spans []Span) []Span {
	s.sentence.reset(tokens, m.word)
	if !s.sentence.canHold() {
		return spans
	}
	m.emissions(&s.sentence, &s.lattice)
	for first, end := 0, 0; end < len(tokens); first = end - 1 {
		end = s.lattice.stretch(first)
		if end-first > 2 || !s.lattice.closed(first) || !s.lattice.closed(end-1) {
			spans = m.decode(s.lattice.part(first, end), base+first, spans)
		}
	}
	return spans
}

// decode appends the spans of one stretch, whose first token is token base.
func (m *Model) decode(l lattice, base int, spans []Span) []Span {
	l.viterbi(&m.transitions)
	scored := false
	for i := 0; i < len(l.labels); i++ {
		if l.labels[i] == Outside {
			continue
		}
		if !scored {
			l.marginals(&m.factors)
			scored = true
		}
		c, last := l.labels[i].class(), i
		for last+1 < len(l.labels) && l.labels[last+1] == c.Inside() {
			last++
		}
		spans = append(spans, Span{Class: c, First: base + i, Last: base + last, Score: l.probability(c, i, last)})
		i = last
	}
	return spans
}

// canHold reports whether any span can start in the sentence.
func (s *sentence) canHold() bool {
	for _, w := range s.words {
		if w.begins {
			return true
		}
	}
	return false
}

// longest is how many tokens a name has at most behind the last token that could
// start one. Further tokens are outside without a look.
const longest = 4

var outside = [Labels]float32{0, never, never, never, never, never, never}

// closed reports a token that can only be outside. Such a token cuts the chain:
// nothing before it matters to what follows.
func (l *lattice) closed(i int) bool { return l.emit[i][Person.Inside()] == never }

// stretch returns the end of the tokens that depend on each other from token i on:
// behind the next closed one, with which the next stretch begins.
func (l *lattice) stretch(i int) int {
	for i++; i < len(l.emit); i++ {
		if l.closed(i) {
			return i + 1
		}
	}
	return i
}

// emissions sums the evidence for every token.
func (m *Model) emissions(s *sentence, l *lattice) {
	l.resize(len(s.tokens))
	var rows [denseFamilies]int32
	var keys [pairs]uint32
	bonus := m.lean + m.bias
	since := longest
	for i := range l.emit {
		since++
		if s.words[i+reach].begins {
			since = 0
		} else if since >= longest {
			l.emit[i] = outside
			continue
		}
		sum := s.words[i].emit[2*reach]
		for d := 1; d < offsets; d++ {
			sum.add(&s.words[i+d].emit[2*reach-d])
		}
		s.dense(i, &rows)
		for _, r := range rows {
			sum.add(m.dense.find(r))
		}
		e := sum.scores()
		c := s.words[i+reach]
		if c.begins {
			s.pairs(i, &keys)
			for _, key := range keys {
				m.pair(&e, key)
			}
			e[Person.Begin()] += bonus
		} else {
			for class := range classes {
				e[class.Begin()] = never
			}
		}
		e[Person.Inside()] += bonus
		l.emit[i] = e
	}
}

func (m *Model) pair(e *[Labels]float32, key uint32) {
	if key == 0 {
		return
	}
	c := m.sparse.find(key)
	for i := 0; i < len(c); i += cellSize {
		// A key that collides with that of a word has other slots.
		if y := int(c[i]) - reach*Labels; y >= 0 && y < Labels {
			e[y] += m.sparse.value[c[i+1]]
		}
	}
}

func add(to, from *[Labels]float32) {
	for y := range to {
		to[y] += from[y]
	}
}

// probability is the mean over the tokens of how sure their class is.
func (l *lattice) probability(c Class, first, last int) float32 {
	sum := float32(0)
	for i := first; i <= last; i++ {
		sum += l.alpha[i][c.Begin()] + l.alpha[i][c.Inside()]
	}
	return min(1, sum/float32(last-first+1))
}

// reader reads the model file and remembers a failure.
type reader struct {
	data   string
	failed bool
}

func (r *reader) byte() byte {
	if len(r.data) == 0 {
		r.failed = true
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *reader) take(n int) string {
	if n > len(r.data) {
		r.failed = true
		return ""
	}
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

func (r *reader) float() float32 {
	var b [4]byte
	for i := range b {
		b[i] = r.byte()
	}
	return math.Float32frombits(binary.LittleEndian.Uint32(b[:]))
}

func (r *reader) uvarint() (v uint64) {
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	r.failed = true
	return 0
}
