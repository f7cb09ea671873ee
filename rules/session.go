package rules

import (
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
// A message is judged by itself, the Window messages before it and the one after,
// so a chat can be cut into blocks that different sessions check, if each first
// observes the Window messages before its block and hears of the one behind it.
type Session struct {
	engine  *Engine
	people  *Roster
	scanner *detector.Scanner
	matcher *lexicon.Matcher
	texts   *texts

	ring    [reach + 2]*analysis // the last messages, newest at next-1
	next    int
	seen    int
	ahead   int  // how many of them, 0 or 1, come after the message that is judged
	coming  said // the text of that one
	earlier []*analysis
	before  []*detector.Text // texts of the last of them
	places  []tokenSpan
	found   []Finding
	keys    []uint32   // of the tokens of the message that is analysed
	named   []Bearer   // whom the message is about, by name
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
func (s *Session) Restart() { s.seen, s.ahead = 0, 0 }

// Observe remembers a message as context for those that follow.
func (s *Session) Observe(m *chat.Message) {
	for part := range lastPieces(m, reach+1) {
		part, _ = folded(part)
		s.remember(part)
	}
}

// Check judges a message and remembers it. What people answer tells what was
// said, so it listens to the message after it, too; next is nil where the chat
// ends.
func (s *Session) Check(m, next *chat.Message) Result {
	r := s.check(m, next)
	s.engine.overrule(r.Findings)
	return r
}

// check is Check with the severities of the rules themselves.
func (s *Session) check(m, next *chat.Message) Result {
	if len(m.Text) > pieceSize {
		return s.checkPieces(m, next)
	}
	return s.checkPiece(m, next)
}

// checkPiece judges a message, or a piece of one, as a reader sees it.
func (s *Session) checkPiece(m, next *chat.Message) Result {
	m, text := folded(m)
	return s.judgePiece(m, next).unfolded(&text)
}

// judgePiece judges what a reader sees of a message.
func (s *Session) judgePiece(m, next *chat.Message) Result {
	a := s.remember(m)
	s.lookAhead(next)
	s.found = s.found[:0]
	if judged(m) {
		sc := s.scene()
		s.judge(sc)
		s.addListed(sc)
		s.sortFound()
	}
	return Result{Entities: a.entities, Findings: s.found}
}

// remember makes a message the one that is judged. Mostly it has been read
// already, as the one after the last.
func (s *Session) remember(m *chat.Message) *analysis {
	if s.ahead > 0 {
		s.ahead = 0
		if a := s.current(); s.coming == (said{m.Kind, m.Text}) && a.sender == m.Sender && a.time.Equal(m.Time) {
			return a
		}
		s.next = (s.next - 1 + len(s.ring)) % len(s.ring)
		s.seen--
	}
	return s.read(m)
}

// lookAhead reads the message after the one that is judged, or the beginning of
// a long one; nil is none.
func (s *Session) lookAhead(next *chat.Message) {
	if next == nil {
		return
	}
	part, _ := folded(firstPiece(next))
	s.read(part)
	s.ahead, s.coming = 1, said{part.Kind, part.Text}
}

// read analyses a message into the oldest place of the ring. What is read of a text is
// kept for when it is said again, but where the messages before it may decide what of it
// is a secret or whose number it holds: "Was ist der Code?" – "4711#".
func (s *Session) read(m *chat.Message) *analysis {
	a := s.ring[s.next]
	s.next = (s.next + 1) % len(s.ring)
	s.seen++
	a.sender, a.time = m.Sender, m.Time
	before := s.justSaid(a)
	a.reading = s.texts.find(m)
	if a.reading != nil && !detector.Heeds(&a.text, before) {
		return a
	}
	s.analyse(a, m, before)
	a.conclude(s.engine)
	if !detector.Heeds(&a.text, before) {
		s.texts.add(m, a.reading)
	}
	return a
}

// justSaid returns the texts of the messages right before one, newest first.
func (s *Session) justSaid(a *analysis) []*detector.Text {
	s.before = s.before[:0]
	for _, e := range s.thread() {
		if len(s.before) == detector.EarlierHeard || a.time.Sub(e.time) > ThreadSpan {
			break
		}
		s.before = append(s.before, &e.text)
	}
	return s.before
}

// current returns the message that is judged.
func (s *Session) current() *analysis { return s.past(0) }

// past returns the message n before the one that is judged.
func (s *Session) past(n int) *analysis {
	return s.ring[(s.next-1-s.ahead-n+2*len(s.ring))%len(s.ring)]
}

// scene returns the message that is judged among its neighbours.
func (s *Session) scene() scene {
	sc := scene{analysis: s.current(), earlier: s.thread()}
	if s.ahead > 0 {
		sc.later = s.past(-1)
	}
	return sc
}

// thread returns the messages before the current one, newest first. Notices of
// the app belong to no conversation.
func (s *Session) thread() []*analysis {
	s.earlier = s.earlier[:0]
	for n := 1; n <= reach && n < s.seen-s.ahead; n++ {
		if a := s.past(n); a.kind != chat.System {
			s.earlier = append(s.earlier, a)
		}
	}
	return s.earlier
}

// judged reports whether a message can hold words of a person at all.
func judged(m *chat.Message) bool { return judgedKind(m.Kind) }

func judgedKind(k chat.Kind) bool { return k != chat.System && k != chat.Deleted }
