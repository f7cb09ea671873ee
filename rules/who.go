package rules

// reference is the answer to "who is this about".
type reference struct {
	about   About
	role    Role
	mention tokenSpan // the words that say so; first > last where there are none
	sure    float64   // 0 to 1
	bare    nameKind  // see mention
}

var noWords = tokenSpan{0, -1}

// refer finds whom the anchor words of message a tell something about. earlier
// holds the messages before, newest first.
//
// The nearest mention wins; the same clause counts more than the same sentence,
// a name more than a pronoun, what stands before more than what follows. Where
// the sentence names nobody, the rest of the message and then the thread are
// asked.
func (a *analysis) refer(anchor tokenSpan, earlier []*analysis) reference {
	best, bestScore := -1, 0.0
	for i, m := range a.mentions {
		if s := a.closeness(m, anchor); best < 0 || s > bestScore {
			best, bestScore = i, s
		}
	}
	if best < 0 || bestScore < far {
		if r, ok := a.fromThread(earlier); ok {
			return r
		}
	}
	if best < 0 {
		return reference{mention: noWords, sure: 0.5}
	}
	return a.resolve(a.mentions[best], bestScore, earlier)
}

// far is the closeness below which the thread is a better guess than a mention
// elsewhere in the message.
const far = 0.5

// closeness scores how well a mention fits as the person whom the anchor is
// about. The figures were set by hand on the training chats; only their order
// matters.
func (a *analysis) closeness(m mention, anchor tokenSpan) float64 {
	s, gap := 0.0, 0
	switch {
	case m.last < anchor.first:
		s, gap = 1, anchor.first-m.last
	case m.first > anchor.last:
		gap = m.first - anchor.last
	}
	switch {
	case a.clauses[m.first] == a.clauses[anchor.first]:
		s += 4
	case a.sents[m.first] == a.sents[anchor.first]:
		s += 2
	}
	s -= float64(0.25 * float64(min(gap, 8)))
	if m.name {
		s++
	}
	if m.weak {
		s -= 1.5
	}
	return s
}

// resolve turns the chosen mention into a reference.
func (a *analysis) resolve(m mention, score float64, earlier []*analysis) reference {
	r := reference{about: m.about, role: m.role, mention: m.tokenSpan, sure: 0.9, bare: m.bare}
	if score < 2 {
		r.sure = 0.6
	}
	if m.about != Thread {
		return r
	}
	if n, ok := a.takenUp(m.first); ok {
		n.sure = r.sure
		return n
	}
	if t, ok := a.antecedent(earlier); ok {
		r.role, r.bare = t.role, t.bare
	} else {
		r.sure = 0.6
	}
	return r
}

// takenUp finds what a pronoun at token i takes up within the same message: the
// nearest person before it, or a thing, which makes the pronoun nobody.
func (a *analysis) takenUp(i int) (reference, bool) {
	best := -1
	for k, m := range a.mentions {
		if m.last < i && (m.about == Named || m.about == Nobody) && (best < 0 || m.last > a.mentions[best].last) {
			best = k
		}
	}
	if best < 0 {
		return reference{}, false
	}
	m := a.mentions[best]
	return reference{about: m.about, role: m.role, mention: m.tokenSpan, bare: m.bare}, true
}

// fromThread reads a left-out subject ("hat sich krank gemeldet") as the person
// of the thread, if the thread has one.
func (a *analysis) fromThread(earlier []*analysis) (reference, bool) {
	m, ok := a.antecedent(earlier)
	if !ok {
		return reference{}, false
	}
	return reference{about: Thread, role: m.role, mention: noWords, sure: 0.6, bare: m.bare}, true
}

// antecedent finds the last person named in an earlier message of the thread
// who is not the sender of this one.
func (a *analysis) antecedent(earlier []*analysis) (mention, bool) {
	for _, e := range earlier {
		if a.time.Sub(e.time) > ThreadSpan {
			break
		}
		for _, m := range e.mentions {
			if m.about == Named && !m.weak {
				return m, true
			}
		}
	}
	return mention{}, false
}
