package rules

import (
	"slices"
	"time"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// reach is how many earlier messages a rule can ask.
const reach = 8

// Window is how many earlier messages of a chat can matter for a message: those
// within reach, what lies within theirs, and what decides there what is a secret.
const Window = 2*reach + detector.EarlierHeard

// ThreadSpan is how long ago an earlier message may be to still be what a pronoun
// or a left-out subject refers to, or what a bare code answers.
const ThreadSpan = 6 * time.Hour

// analysis is one message prepared for the rules. It depends on this message alone,
// but for what of it is a secret, which those right before it may decide.
type analysis struct {
	sender string
	time   time.Time
	*reading
	private reading // where the reading is not shared with equal messages
}

// reading is what a message says, whoever sent it and whenever.
type reading struct {
	kind     chat.Kind
	text     detector.Text
	known    []*word // of the tokens
	terms    []lexicon.Words
	entities []detector.Entity
	spans    []tokenSpan // of entities, same order
	listed   []listing
	hits     []lexicon.Hit
	classes  classIndex // of hits
	clauses  []int32    // token → number of its clause
	sents    []int32    // token → number of its sentence
	mentions []mention
	german   int // function words of each language
	english  int
	asks     bool // holds a question mark
	signs    signs
	rules    []int32 // numbers of those that the signs do not rule out

	// What the learned model sees; filled only if the engine has one.
	words    []uint32    // token → hash, names and numbers masked
	subjects []reference // clause → whom it is about
	ownSeen  []Feature
	wordOnly int // how many of ownSeen, at its start, depend on a word alone
	alone    impression
	scores   [len(categoryColumns)]float32 // log-odds from this message alone
}

// tokenSpan is a range of tokens, both ends inclusive.
type tokenSpan struct{ first, last int }

// analyse fills a reading of its own for a. The detectors are not told the
// sender, so that equal texts read alike, and mostly not the messages before.
func (s *Session) analyse(a *analysis, m *chat.Message, before []*detector.Text) {
	a.reading = &a.private
	a.kind = m.Kind
	a.text.Reset(s.people.spell(m.Text))
	s.lookUp(a)
	found := s.scanner.Run(&a.text, detector.Context{People: s.people, Earlier: before})
	a.entities = append(a.entities[:0], found...)
	a.alignEntities()
	a.findListed(s.engine.listed)
	a.hits = s.matcher.Match(&a.text, a.terms, lexicon.Unknown, a.hits[:0])
	a.dropNames()
	a.dropOtherLanguage(s.engine)
	a.classes.index(a.hits, s.engine.lex.Classes())
	a.segment()
	a.findMentions(s.engine, s.people)
	a.asks = slices.ContainsFunc(a.text.Tokens, func(k detector.Token) bool { return a.text.Raw[k.Start] == '?' })
}

// conclude draws from the reading what rules and model need of it.
func (a *analysis) conclude(e *Engine) {
	a.signs = a.shown(a.signs)
	a.rules = e.candidates(a.signs, a.rules[:0])
	a.learnable(e)
}

// learnable prepares what the model sees of the message alone.
func (a *analysis) learnable(e *Engine) {
	a.hashWords()
	a.findSubjects()
	a.ownSeen = a.own(e, a.ownSeen[:0])
	if e.model != nil {
		e.model.alone(a)
	}
}

// alignEntities computes the tokens that each entity covers.
func (a *analysis) alignEntities() {
	a.spans = a.spans[:0]
	i := 0
	for _, e := range a.entities {
		for i < len(a.text.Tokens) && int(a.text.Tokens[i].End) <= e.Start {
			i++
		}
		j := i
		for j+1 < len(a.text.Tokens) && int(a.text.Tokens[j+1].Start) < e.End {
			j++
		}
		a.spans = append(a.spans, tokenSpan{i, min(j, len(a.text.Tokens)-1)})
	}
}

// dropNames removes the hits that are names of persons: Herr Koch does not
// cook, and Frau Stark is not strong.
func (a *analysis) dropNames() {
	a.hits = slices.DeleteFunc(a.hits, func(h lexicon.Hit) bool {
		for i, e := range a.entities {
			if e.Type == detector.Person && a.spans[i].first <= h.First && h.Last <= a.spans[i].last {
				return true
			}
		}
		return false
	})
}

// bytes returns the bytes that a token range covers; of a link, those of what it gives
// away.
func (a *analysis) bytes(t tokenSpan) Span {
	if t.first == t.last && a.text.Tokens[t.first].Kind == detector.Link {
		for i, e := range a.entities {
			if a.spans[i] == t {
				return Span{e.Start, e.End}
			}
		}
	}
	return Span{int(a.text.Tokens[t.first].Start), int(a.text.Tokens[t.last].End)}
}

// segment numbers the sentences and clauses. A clause ends at a comma, a
// colon, a dash or a conjunction; a sentence at a stop, a line break or an
// emoji that is followed by more text.
func (a *analysis) segment() {
	a.clauses, a.sents = a.clauses[:0], a.sents[:0]
	var clause, sent int32
	newClause, newSent := false, false
	for i, k := range a.text.Tokens {
		if k.Kind == detector.Word || k.Kind == detector.Number {
			if newSent {
				sent++
			}
			if newSent || newClause || a.startsClause(i) {
				clause++
			}
			newSent, newClause = false, false
		}
		switch a.boundary(i) {
		case sentenceEnd:
			newSent = true
		case clauseEnd:
			newClause = true
		}
		a.clauses = append(a.clauses, clause)
		a.sents = append(a.sents, sent)
	}
}

type boundaryKind uint8

const (
	noBoundary boundaryKind = iota
	clauseEnd
	sentenceEnd
)

// boundary tells what ends at token i.
func (a *analysis) boundary(i int) boundaryKind {
	k := a.text.Tokens[i]
	switch k.Kind {
	case detector.Break, detector.Symbol:
		return sentenceEnd
	case detector.Punct:
	default:
		return noBoundary
	}
	switch sign, _ := utf8.DecodeRuneInString(a.text.Raw[k.Start:]); sign {
	case '!', '?', ';', '…':
		return sentenceEnd
	case '.':
		if a.text.Glued(i) || i > 0 && abbreviation[a.text.Word(i-1)] {
			return noBoundary
		}
		if i > 0 && a.text.Tokens[i-1].Kind == detector.Number {
			return noBoundary // am 3. Mai
		}
		return sentenceEnd
	case ',', ':', '(', ')':
		return clauseEnd
	case '-', '–', '—':
		if !a.text.Glued(i) && i > 0 && !a.text.Glued(i-1) {
			return clauseEnd
		}
	}
	return noBoundary
}

// abbreviation lists words whose full stop ends no sentence.
var abbreviation = map[string]bool{
	"hr": true, "fr": true, "dr": true, "str": true, "ca": true, "nr": true, "tel": true, "bzw": true, "fam": true,
	"geb": true, "mr": true, "mrs": true, "ms": true, "st": true, "evtl": true, "usw": true, "inkl": true, "vllt": true,
	"ggf": true, "bspw": true, "max": true, "min": true, "prof": true, "ing": true, "dipl": true, "tr": true,
}

func (a *analysis) startsClause(i int) bool {
	return i > 0 && a.known[i].opens
}

// conjunction lists the words that open a clause with a subject of its own.
var conjunction = map[string]bool{
	"aber": true, "weil": true, "dass": true, "ob": true, "wenn": true, "denn": true, "obwohl": true, "sonst": true,
	"deshalb": true, "und": true, "oder": true, "sondern": true, "drum": true, "darum": true, "deswegen": true,
	"but": true, "because": true, "cause": true, "cuz": true, "that": true, "if": true, "so": true, "and": true, "or": true,
}
