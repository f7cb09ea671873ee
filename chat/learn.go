package chat

import (
	"io"
)

// profile is what the first pass learns about a text.
type profile struct {
	plan
	people       *people
	count        int // entries
	from, to     int64
	ambiguous    bool
	invalidDates []int // lines, the first few
	invalidCount int
	preamble     int
	cut          []Problem
	cutCount     int
	invalid, nul tally
}

// plan is what a run of the first pass takes for granted. A run that proves it
// wrong is repeated with a better one; nearly all texts need one run.
type plan struct {
	encoding  string
	stretches []stretch
	rejected  []shape // second signatures that go back in time
}

// maxRuns bounds the repetitions.
const maxRuns = 8

// learn reads a text until its plan holds.
func learn(open opener, opt Options) (*profile, error) {
	p, err := sniff(open)
	for range maxRuns {
		if err != nil {
			return nil, err
		}
		l := newLearner(p, opt)
		if err = l.run(open); err != nil {
			return nil, err
		}
		next, wrong := l.revise()
		if !wrong {
			return l.profile(), nil
		}
		p = next
	}
	l := newLearner(p, opt)
	if err := l.run(open); err != nil {
		return nil, err
	}
	return l.profile(), nil
}

// sniff looks for a byte order mark.
func sniff(open opener) (plan, error) {
	r, err := open()
	if err != nil {
		return plan{}, err
	}
	defer r.Close()
	head := make([]byte, sniffLen)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return plan{}, err
	}
	encoding, err := sniffEncoding(head[:n])
	return plan{encoding: encoding}, err
}

// learner is one run of the first pass.
type learner struct {
	plan
	wanted     DateOrder
	people     *people
	learned    []learnedStretch
	candidates map[shape]*candidate
	scanner    *scanner
	parser     headerParser
	count      int
	cut        []Problem
	cutCount   int
	lastRaw    []byte
	lastWho    *person
}

func newLearner(p plan, opt Options) *learner {
	return &learner{plan: p, wanted: opt.DateOrder, people: newPeople(), candidates: make(map[shape]*candidate)}
}

// learnedStretch is a stretch with the evidence gathered in this run.
type learnedStretch struct {
	stretch
	votes    [padFields][unpadded + 1]int
	dmy, mdy reading
}

// candidate is a signature that could be the next stretch.
type candidate struct {
	from, count int
}

// maxCandidates bounds the foreign signatures that are watched at a time.
const maxCandidates = 64

func (l *learner) run(open opener) error {
	r, err := open()
	if err != nil {
		return err
	}
	defer r.Close()
	l.scanner = newScanner(newLineReader(r, l.encoding), l)
	for {
		e, err := l.scanner.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		l.note(e)
	}
	if l.count == 0 {
		return &Error{Code: NotAChat}
	}
	return nil
}

// admit implements gate. The first header sets the signature; later runs know
// where further stretches begin.
func (l *learner) admit(line []byte, number int, h *header) (int, bool) {
	if !l.parser.parse(line, h) {
		return 0, false
	}
	if next := len(l.learned); next == 0 || next < len(l.stretches) && l.stretches[next].from == number {
		l.learned = append(l.learned, newStretch(l.stretches, next, number, h))
	}
	current := len(l.learned) - 1
	st := &l.learned[current]
	if h.shape != st.shape {
		l.watch(h.shape, number)
		return 0, false
	}
	for f, p := range h.pad {
		st.votes[f][p]++
	}
	if !st.fits(h) {
		return 0, false
	}
	for f, p := range h.pad {
		if st.pad[f] == unknown {
			st.pad[f] = p
		}
	}
	if len(l.candidates) > 0 {
		clear(l.candidates)
	}
	return current, true
}

func newStretch(planned []stretch, i, number int, h *header) learnedStretch {
	st := stretch{shape: h.shape, from: number, eastAsian: h.eastAsian, upper: h.upper}
	if i < len(planned) {
		st.pad = planned[i].pad
	}
	return learnedStretch{stretch: st, dmy: reading{order: DayFirst}, mdy: reading{order: MonthFirst}}
}

// watch notes a header of another signature. It counts only as long as no
// header of the current one follows.
func (l *learner) watch(s shape, number int) {
	c := l.candidates[s]
	if c == nil {
		if len(l.candidates) >= maxCandidates {
			return
		}
		c = &candidate{from: number}
		l.candidates[s] = c
	}
	c.count++
}

// note gathers the evidence of one entry.
func (l *learner) note(e *entry) {
	st := &l.learned[e.stretch]
	if st.yearLeads() || l.wanted == YearFirst && !st.shape.wideYear && !st.shape.era {
		st.dmy.order = YearFirst
		st.dmy.add(&e.stamp, e.line, 0)
	} else {
		day := attachmentDay(e.body)
		st.dmy.add(&e.stamp, e.line, day)
		st.mdy.add(&e.stamp, e.line, day)
	}
	if e.cut > 0 {
		l.cutCount++
		if len(l.cut) < maxProblems {
			l.cut = append(l.cut, Problem{Code: TextCut, Line: e.line, Count: e.cut})
		}
	}
	l.noteSender(e)
	l.count++
}

func (l *learner) noteSender(e *entry) {
	name, body, notice := e.split()
	if notice {
		return
	}
	who := l.lastWho
	if who == nil || string(name) != string(l.lastRaw) {
		who = l.people.meet(name, e.line)
		l.lastRaw, l.lastWho = append(l.lastRaw[:0], name...), who
	}
	if who == nil {
		return
	}
	who.count++
	first := e.first - (len(e.body) - len(body))
	if !l.noteColonName(who, e, body, first) {
		who.plain.note(e, body, who.name, l.count == 0)
	}
}

// noteColonName checks whether the name goes on behind its first colon. It
// returns true for a line of Android that reads like a notice, as long as the
// person has nothing else to its credit.
func (l *learner) noteColonName(who *person, e *entry, body []byte, first int) (odd bool) {
	var part []byte
	var start int
	if who.always {
		part, start = secondPart(body, first)
	}
	if part == nil && !e.iphone() && (who.always || who.odd == who.count-1) && (isNoticeText(who.name) || endsLikeNotice(clean(body))) {
		who.odd++
		return true
	}
	if !who.always {
		return false
	}
	second := cleanName(part)
	if who.next == "" {
		who.next = second
	}
	if who.always = second != "" && second == who.next; who.always {
		who.joined.note(e, body[start:], who.name+": "+who.next, l.count == 0)
	}
	return false
}

// note counts one body under one reading of the name.
func (s *stats) note(e *entry, body []byte, name string, first bool) {
	if !isMarked(body) {
		s.unmarked++
		return
	}
	if !e.iphone() {
		return
	}
	c := classify(body, surroundings{sender: name, lead: e.lead, iphone: true})
	switch {
	case c.kind != Text:
	case first || isMarkedNotice(c.text, name):
		s.notices++
	default:
		s.doubtful++
	}
}

// isMarkedNotice reports whether marked text of an iPhone is a notice by
// itself: it begins with the actor or holds a key phrase.
func isMarkedNotice(text, name string) bool {
	return beginsWithName(text, name) || isNoticeText(text)
}

// revise returns a better plan if this run proved its plan wrong.
func (l *learner) revise() (plan, bool) {
	next := plan{encoding: l.encoding, rejected: l.rejected}
	wrong := false
	for i := range l.learned {
		st := l.learned[i].stretch
		if l.learned[i].outvoted(&st.pad) {
			wrong = true
		}
		next.stretches = append(next.stretches, st)
	}
	lines := l.scanner.lines
	switch {
	case l.encoding == utf8Encoding && lines.invalid.count > 0 && !lines.multibyte:
		next.encoding, wrong = win1252Encoding, true
	case wrong:
	case l.goesBack():
		last := len(next.stretches) - 1
		next.rejected = append(next.rejected, next.stretches[last].shape)
		next.stretches, wrong = next.stretches[:last], true
	default:
		if s, from, ok := l.nextStretch(); ok {
			next.stretches, wrong = append(next.stretches, stretch{shape: s, from: from}), true
		}
	}
	return next, wrong
}

// outvoted corrects a padding that more lines contradict than follow.
func (st *learnedStretch) outvoted(pad *[padFields]padding) bool {
	changed := false
	for f, votes := range st.votes {
		better := pad[f]
		if votes[padded] > votes[unpadded] {
			better = padded
		} else if votes[unpadded] > votes[padded] {
			better = unpadded
		}
		if better != pad[f] {
			pad[f], changed = better, true
		}
	}
	return changed
}

// goesBack reports whether the last stretch begins before the one before it
// ends, so that it was pasted and is no second format.
func (l *learner) goesBack() bool {
	n := len(l.learned)
	if n < 2 {
		return false
	}
	a, _ := l.learned[n-2].decide(l.wanted)
	b, _ := l.learned[n-1].decide(l.wanted)
	return b.first < a.last
}

// nextStretch picks the earliest signature that took over from the last one.
func (l *learner) nextStretch() (s shape, from int, ok bool) {
	for cand, c := range l.candidates {
		if c.count >= 2 && (!ok || c.from < from) && !l.isRejected(cand) {
			s, from, ok = cand, c.from, true
		}
	}
	return s, from, ok
}

func (l *learner) isRejected(s shape) bool {
	for _, r := range l.rejected {
		if r == s {
			return true
		}
	}
	return false
}

// decide returns the reading of the stretch and whether it is a guess.
func (st *learnedStretch) decide(wanted DateOrder) (*reading, bool) {
	switch {
	case st.dmy.order == YearFirst || wanted == DayFirst:
		return &st.dmy, false
	case wanted == MonthFirst:
		return &st.mdy, false
	}
	return decideOrder(&st.dmy, &st.mdy, &st.stretch)
}

// profile sums the run up.
func (l *learner) profile() *profile {
	lines := l.scanner.lines
	p := &profile{
		plan: plan{encoding: l.encoding}, people: l.people, count: l.count, preamble: l.scanner.preamble,
		cut: l.cut, cutCount: l.cutCount, invalid: lines.invalid, nul: lines.nul,
	}
	for i := range l.learned {
		st := &l.learned[i]
		r, ambiguous := st.decide(l.wanted)
		st.order = r.order
		p.stretches = append(p.stretches, st.stretch)
		p.ambiguous = p.ambiguous || ambiguous
		p.invalidDates = append(p.invalidDates, r.invalidAt...)
		p.invalidCount += r.invalid
		if i == 0 {
			p.from, p.to = r.from, r.to
		}
		p.from, p.to = min(p.from, r.from), max(p.to, r.to)
	}
	l.people.settle()
	return p
}
