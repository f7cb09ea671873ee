package rules

import (
	"iter"
	"time"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// Feature is one thing the learned model sees in a message: a hash of what it
// is, and the tokens it stands on, for the trace.
type Feature struct {
	Key   uint32
	First int16 // token; negative where no words of this message are meant
	Last  int16
}

// template numbers the kinds of features; it is the first thing hashed, so
// that equal words in different parts never meet.
type template uint32

const (
	tWord template = iota + 1
	tBigram
	tSkip
	tPrefix
	tSuffix
	tWordSubject
	tClass
	tClassSubject
	tClassNegated
	tClassAsked
	tClassPair
	tMention
	tMentions
	tEntity
	tLength
	tShape
	tPrevClass
	tPrevMention
	tPrevEntity
	tPrevWord
	tPrevScore
	tPrevSender
	tPrevShape
	tDepth
	tRule
	tFirst
	tNextWord
	tRepute
	tGap
	tCalling
	tTrade
)

// hash mixes values into a feature key (FNV-1a over 32-bit words, with a final
// avalanche so that neighbouring numbers do not share table slots).
func hash(t template, values ...uint32) uint32 {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(t)) * 1099511628211
	for _, v := range values {
		h = (h ^ uint64(v)) * 1099511628211
	}
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	return uint32(h >> 32)
}

// hashText hashes the bytes of a word.
func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// hashWords fills a.words with a hash per token, in which names, numbers and other
// identifying text are replaced by what they are, names by their kind.
func (a *analysis) hashWords() {
	a.words = a.words[:0]
	for i, k := range a.text.Tokens {
		switch k.Kind {
		case detector.Number:
			a.words = append(a.words, maskNumber+uint32(min(k.End-k.Start, 6)))
		case detector.Link:
			a.words = append(a.words, maskLink)
		default:
			a.words = append(a.words, a.known[i].hash)
		}
	}
	for i, e := range a.entities {
		kind := noName
		if e.Type == detector.Person {
			kind = a.nameKind(a.spans[i])
		}
		for t := a.spans[i].first; t <= a.spans[i].last; t++ {
			a.words[t] = hashText(string(e.Type)) + uint32(kind)
		}
	}
}

const maskNumber, maskLink = 0x6e756d00, 0x6c696e6b

// own appends the features of the message alone.
func (a *analysis) own(e *Engine, dst []Feature) []Feature {
	dst = a.plainWords(dst)
	a.wordOnly = len(dst)
	dst = a.wordsInPlace(dst)
	dst = a.classFeatures(e, dst)
	dst = a.mentionFeatures(dst)
	return a.shapeFeatures(dst)
}

// plain reports a token of which the model sees the word itself.
func (a *analysis) plain(i int) bool {
	return a.text.Tokens[i].Kind == detector.Word && a.words[i] == a.known[i].hash && !a.masked(i)
}

// plainWords appends the features that depend on a word alone.
func (a *analysis) plainWords(dst []Feature) []Feature {
	for i := range a.words {
		if a.plain(i) {
			dst = wordFeatures(a.words[i], a.text.Word(i), i, dst)
		}
	}
	return dst
}

// wordsInPlace appends the features of words beside each other and in their
// clause, and those of masked words and signs.
func (a *analysis) wordsInPlace(dst []Feature) []Feature {
	n := len(a.words)
	for i, w := range a.words {
		at := func(t template, last int, v ...uint32) {
			dst = append(dst, Feature{hash(t, v...), int16(i), int16(last)})
		}
		if a.text.Tokens[i].Kind == detector.Break {
			continue
		}
		if !a.plain(i) {
			at(tWord, i, w)
		}
		if i == 0 {
			at(tFirst, i, w)
		}
		if i+1 < n {
			at(tBigram, i+1, w, a.words[i+1])
		}
		if i+2 < n {
			at(tSkip, i+2, w, a.words[i+2])
		}
		if a.text.Tokens[i].Kind == detector.Word {
			at(tWordSubject, i, w, a.subject(i))
		}
	}
	return dst
}

// masked reports a token whose own letters the model must not see.
func (a *analysis) masked(i int) bool {
	for k := range a.entities {
		if s := a.spans[k]; s.first <= i && i <= s.last {
			return true
		}
	}
	return false
}

// subject codes whom the clause of a token is about.
func (a *analysis) subject(i int) uint32 {
	r := a.subjects[a.clauses[i]]
	return whomCode(r.about, r.role, r.bare)
}

// findSubjects decides once per clause whom it is about, looking only at this
// message.
func (a *analysis) findSubjects() {
	a.subjects = a.subjects[:0]
	for i := range a.text.Tokens {
		c := int(a.clauses[i])
		if c < len(a.subjects) {
			continue
		}
		for len(a.subjects) < c {
			a.subjects = append(a.subjects, reference{mention: noWords})
		}
		last := i
		for last+1 < len(a.clauses) && int(a.clauses[last+1]) == c {
			last++
		}
		a.subjects = append(a.subjects, a.refer(tokenSpan{i, last}, nil))
	}
}

// pairReach is how many hits further on a class is still paired.
const pairReach = 12

func (a *analysis) classFeatures(e *Engine, dst []Feature) []Feature {
	for i, h := range a.hits {
		at := func(t template, v ...uint32) {
			dst = append(dst, Feature{hash(t, v...), int16(h.First), int16(h.Last)})
		}
		c := e.classKey[h.Class]
		r := a.refer(tokenSpan{h.First, h.Last}, nil)
		at(tClass, c)
		at(tClassSubject, c, whomCode(r.about, r.role, r.bare))
		if a.clauseHas(e.classNegation, a.clauses[h.First]) {
			at(tClassNegated, c)
		}
		if a.asks {
			at(tClassAsked, c)
		}
		for _, g := range a.hits[i+1 : min(len(a.hits), i+1+pairReach)] {
			if a.sents[g.First] != a.sents[h.First] {
				break
			}
			if d := e.classKey[g.Class]; d != c {
				dst = append(dst, Feature{hash(tClassPair, min(c, d), max(c, d)), int16(h.First), int16(g.Last)})
			}
		}
	}
	return dst
}

// clauseHas reports a term of the class in a clause.
func (a *analysis) clauseHas(c lexicon.Class, clause int32) bool {
	for n := a.firstOf(c); n >= 0; n = a.nextOf(n) {
		if a.clauses[a.hits[n].First] == clause {
			return true
		}
	}
	return false
}

func (a *analysis) mentionFeatures(dst []Feature) []Feature {
	var set uint32
	for _, m := range a.mentions {
		code := m.code()
		set |= 1 << (uint32(m.about)*4 + min(uint32(m.role), 3))
		dst = append(dst, Feature{hash(tMention, code), int16(m.first), int16(m.last)})
	}
	dst = append(dst, Feature{hash(tMentions, set), -1, -1})
	for i, ent := range a.entities {
		dst = append(dst, Feature{hash(tEntity, hashText(string(ent.Type))), int16(a.spans[i].first), int16(a.spans[i].last)})
	}
	return dst
}

// code packs what a mention is into a number.
func (m mention) code() uint32 {
	c := whomCode(m.about, m.role, m.bare)
	for i, b := range [...]bool{m.title, m.group, m.name, m.weak} {
		if b {
			c |= 1 << (8 + i)
		}
	}
	return c
}

// shapeFeatures tell questions, length and kind.
func (a *analysis) shapeFeatures(dst []Feature) []Feature {
	n := uint32(len(a.text.Tokens))
	size := uint32(0)
	for n > 1 {
		n >>= 1
		size++
	}
	dst = append(dst, Feature{hash(tLength, size), -1, -1}, Feature{hash(tShape, uint32(a.kind), boolBit(a.asks)), -1, -1})
	return dst
}

func boolBit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// threadDepth is how many earlier messages the model sees.
const threadDepth = 3

// seen returns the earlier messages that the model looks at, newest first.
func (sc scene) seen() []*analysis {
	n := 0
	for n < len(sc.earlier) && n < threadDepth && sc.time.Sub(sc.earlier[n].time) <= ThreadSpan {
		n++
	}
	return sc.earlier[:n]
}

// heard returns the message after, if the model listens to it, or nil.
func (sc scene) heard() *analysis {
	if l := sc.later; l != nil && judgedKind(l.kind) && l.time.Sub(sc.time) <= ThreadSpan {
		return l
	}
	return nil
}

// neighbours returns the messages that the model looks at by their depth: the
// message after for 0, which may be nil, then the earlier ones, newest first.
func (sc scene) neighbours() iter.Seq2[int, *analysis] {
	return func(yield func(int, *analysis) bool) {
		if l := sc.heard(); l != nil && !yield(0, l) {
			return
		}
		for i, p := range sc.seen() {
			if !yield(i+1, p) {
				return
			}
		}
	}
}

// threaded appends the features that the messages around add, but for those of
// Judgement.
func (sc scene) threaded(e *Engine, dst []Feature) []Feature {
	at := func(t template, v ...uint32) { dst = append(dst, Feature{hash(t, v...), -1, -1}) }
	at(tDepth, uint32(len(sc.seen())))
	if len(sc.earlier) > 0 {
		at(tGap, boolBit(sc.earlier[0].sender == sc.sender), gap(sc.time.Sub(sc.earlier[0].time)))
	}
	for depth, p := range sc.neighbours() {
		depth, same := uint32(depth), boolBit(p.sender == sc.sender)
		at(tPrevSender, depth, same)
		at(tPrevShape, depth, same, boolBit(p.asks))
		for _, m := range p.mentions {
			at(tPrevMention, depth, m.code())
		}
		for _, ent := range p.entities {
			at(tPrevEntity, depth, hashText(string(ent.Type)))
		}
		for _, h := range p.hits {
			at(tPrevClass, depth, e.classKey[h.Class])
		}
		for i, w := range p.words {
			switch {
			case p.text.Tokens[i].Kind != detector.Word:
			case depth == 0:
				at(tNextWord, w, same)
			case depth == 1:
				at(tPrevWord, w)
			}
		}
	}
	return dst
}

// gap coarsens how long a chat was silent: what comes within minutes answers, and
// what comes hours later begins something new.
func gap(d time.Duration) uint32 {
	limits := [...]time.Duration{0, time.Minute, 3 * time.Minute, 8 * time.Minute, 20 * time.Minute, time.Hour, 3 * time.Hour}
	for i, l := range limits {
		if d <= l {
			return uint32(i)
		}
	}
	return uint32(len(limits))
}

// buckets is how many values bucket has.
const buckets = 6

// bucket coarsens a log-odds score.
func bucket(s float32) uint32 {
	switch {
	case s < -4:
		return 0
	case s < -2:
		return 1
	case s < -0.5:
		return 2
	case s < 0.5:
		return 3
	case s < 2:
		return 4
	}
	return 5
}
