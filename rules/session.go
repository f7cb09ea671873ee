package rules

import (
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// Result is what Check found in a message. It is valid until the next call.
type Result struct {
	Entities []detector.Entity
	Findings []Finding // at most one per category, in the order of Categories
}

// Session checks the messages of one chat in their order. It serves one
// goroutine.
//
// A message is judged by itself and the Window messages before it, so a chat
// can be cut into blocks that different sessions check, if each first observes
// the Window messages before its block.
type Session struct {
	engine  *Engine
	people  *Roster
	scanner *detector.Scanner
	matcher *lexicon.Matcher
	texts   *texts

	ring    [reach + 1]*analysis // the last messages, newest at next-1
	next    int
	seen    int
	earlier []*analysis
	places  []tokenSpan
	found   []Finding
	keys    []uint32   // of the tokens of the message that is analysed
	speak   []weighted // for a category, in a message that the model flags
	vectors []uint32   // of speak
	fetched byte       // see network.fetch
	context []Feature  // what the thread and the rules add to the model's view, but for judgements
	outlook impression // of the message in its context; grades are those of the context
	view    view       // of the message in its context, if the network looked
}

// NewSession returns a session for a chat whose people the roster knows; it may
// be nil.
func (e *Engine) NewSession(people *Roster) *Session {
	s := &Session{engine: e, people: people, scanner: e.detectors.NewScanner(), matcher: e.lex.NewMatcher(), texts: newTexts()}
	for i := range s.ring {
		s.ring[i] = new(analysis)
	}
	return s
}

// Restart forgets the messages seen so far and keeps what makes the session
// fast: it knows the words of the chat and what is said again and again. It may go on anywhere in the chat.
func (s *Session) Restart() { s.seen = 0 }

// Observe remembers a message as context for those that follow.
func (s *Session) Observe(m *chat.Message) {
	for part := range lastPieces(m, len(s.ring)) {
		part, _ = folded(part)
		s.remember(part)
	}
}

// Check judges a message and remembers it.
func (s *Session) Check(m *chat.Message) Result {
	r := s.check(m)
	s.engine.overrule(r.Findings)
	return r
}

// check is Check with the severities of the rules themselves.
func (s *Session) check(m *chat.Message) Result {
	if len(m.Text) > pieceSize {
		return s.checkPieces(m)
	}
	return s.checkPiece(m)
}

// checkPiece judges a message, or a piece of one, as a reader sees it.
func (s *Session) checkPiece(m *chat.Message) Result {
	m, text := folded(m)
	return s.judgePiece(m).unfolded(&text)
}

// judgePiece judges what a reader sees of a message.
func (s *Session) judgePiece(m *chat.Message) Result {
	a := s.remember(m)
	s.found = s.found[:0]
	if judged(m) {
		sc := scene{a, s.thread()}
		s.judge(sc)
		s.addListed(sc)
		s.sortFound()
	}
	return Result{Entities: a.entities, Findings: s.found}
}

// remember analyses a message into the oldest place of the ring.
func (s *Session) remember(m *chat.Message) *analysis {
	a := s.ring[s.next]
	s.next = (s.next + 1) % len(s.ring)
	s.seen++
	a.sender, a.time = m.Sender, m.Time
	if a.reading = s.texts.find(m); a.reading == nil {
		s.analyse(a, m)
		a.conclude(s.engine)
		s.texts.add(m, a.reading)
	}
	s.answerCode(a, m)
	return a
}

// answerCode takes a bare number for a code where the message before asked for
// one: "Was ist der Code?" – "4711#". That is no part of what the text says, so
// it is read anew.
func (s *Session) answerCode(a *analysis, m *chat.Message) {
	t := s.thread()
	if len(t) == 0 || !t[0].asks || !t[0].has(s.engine.classSecret) || a.time.Sub(t[0].time) > threadSpan {
		return
	}
	e, ok := detector.AnswerCode(&a.text)
	taken := slices.ContainsFunc(a.entities, func(x detector.Entity) bool {
		return x.Type == detector.Credential || x.Start < e.End && e.Start < x.End
	})
	if ok && !taken {
		s.analyse(a, m)
		a.entities = append(a.entities, e)
		slices.SortFunc(a.entities, func(x, y detector.Entity) int { return x.Start - y.Start })
		a.alignEntities()
		a.conclude(s.engine)
	}
}

// thread returns the messages before the current one, newest first. Notices of
// the app belong to no conversation.
func (s *Session) thread() []*analysis {
	s.earlier = s.earlier[:0]
	for n := 2; n <= len(s.ring) && n <= s.seen; n++ {
		a := s.ring[(s.next-n+len(s.ring))%len(s.ring)]
		if a.kind != chat.System {
			s.earlier = append(s.earlier, a)
		}
	}
	return s.earlier
}

// judged reports whether a message can hold words of a person at all.
func judged(m *chat.Message) bool { return m.Kind != chat.System && m.Kind != chat.Deleted }
