package rules

import (
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// Role is what somebody is to the business that runs the chat.
type Role uint8

// The roles. RoleUnknown is a person whose part nothing tells.
const (
	RoleUnknown Role = iota
	RoleStaff
	RoleRelative
	RoleCustomer
	RolePartner
	RoleApplicant
)

var roleNames = [...]string{"unknown", "staff", "relative", "customer", "partner", "applicant"}

// String returns the word used in traces and rule files.
func (r Role) String() string { return roleNames[r] }

// mention is a place in a message that refers to somebody.
type mention struct {
	tokenSpan
	about About
	role  Role
	weak  bool // only refers to a person where nothing better stands near
	title bool // carries Herr, Frau, Mr …
	group bool // several people, or nobody in particular
	name  bool // a name, not a role or pronoun
	// bare is the kind of a name whose bearer's role nothing tells. He is taken for
	// staff.
	bare nameKind
}

// findMentions collects everybody the message refers to, ordered by class of
// evidence, not by place: names, then roles, then pronouns.
func (a *analysis) findMentions(e *Engine, people *Roster) {
	a.mentions = a.mentions[:0]
	for i, ent := range a.entities {
		if ent.Type == detector.Person {
			a.mentions = append(a.mentions, a.named(e, i, people))
		}
	}
	for _, c := range e.mentionClasses {
		for n := a.firstOf(c.class); n >= 0; n = a.nextOf(n) {
			h, m := &a.hits[n], c.mention
			m.tokenSpan = tokenSpan{h.First, h.Last}
			if c.pronoun && !a.standsAlone(e, h) || a.insideMention(m.tokenSpan) {
				continue
			}
			a.mentions = append(a.mentions, m)
		}
	}
}

// mentionClass says what the terms of a class refer to.
type mentionClass struct {
	class   lexicon.Class
	mention mention
	pronoun bool // the term is a pronoun only beside a finite verb
}

// mentionTable names the classes that refer to people, strongest first.
var mentionTable = []struct {
	class   string
	mention mention
	pronoun bool
}{
	{"roles/relative-mine", mention{about: Named, role: RoleRelative}, false},
	{"roles/applicant", mention{about: Named, role: RoleApplicant}, false},
	{"roles/staff-group", mention{about: Nobody, role: RoleStaff, group: true}, false},
	{"roles/customer-group", mention{about: Nobody, role: RoleCustomer, group: true}, false},
	{"roles/staff", mention{about: Named, role: RoleStaff}, false},
	{"roles/customer", mention{about: Named, role: RoleCustomer, weak: true}, false},
	{"roles/partner", mention{about: Named, role: RolePartner, weak: true}, false},
	{"roles/official", mention{about: Named, role: RolePartner, weak: true}, false},
	{"roles/anonymous", mention{about: Nobody, group: true}, false},
	{"grammar/first", mention{about: Sender}, false},
	{"grammar/second", mention{about: Addressee}, false},
	{"grammar/third", mention{about: Thread}, false},
	{"grammar/third-weak", mention{about: Thread}, true},
	{"grammar/first-verb", mention{about: Sender, weak: true}, false},
	{"roles/relative", mention{about: Named, role: RoleRelative, weak: true}, false},
	{"things/thing", mention{about: Nobody, group: true, weak: true}, false},
}

func mentionClasses(lex *lexicon.Lexicon) []mentionClass {
	var out []mentionClass
	for _, row := range mentionTable {
		if c, ok := lex.Class(row.class); ok {
			out = append(out, mentionClass{c, row.mention, row.pronoun})
		}
	}
	return out
}

// named describes the person entity i.
func (a *analysis) named(e *Engine, i int, people *Roster) mention {
	m := mention{tokenSpan: a.spans[i], about: Named, name: true}
	before := tokenSpan{max(0, m.first-3), m.first - 1}
	department := a.department(e, m.last)
	after := tokenSpan{m.last, min(len(a.text.Tokens)-1, department+3)} // of Würth, say
	m.title = a.classTouches(e.classTitle, tokenSpan{max(0, m.first-2), m.first})
	if role, ok := a.listedAs(m.tokenSpan); ok {
		m.role = role
		return m
	}
	switch {
	case a.classTouches(e.classStaff, before):
		m.role = RoleStaff
	case a.classTouches(e.classPartner, before), a.classTouches(e.classOfficial, before), a.fromFirm(e, after):
		m.role = RolePartner
	case a.classTouches(e.classCustomer, before), a.classTouches(e.classCustomer, after):
		m.role = RoleCustomer
	case department > m.last:
		m.role = RoleStaff
	case a.anyWord(m.tokenSpan, people.writes):
		m.role = RoleStaff
	case m.title:
		m.role = RoleCustomer
	case a.anyWord(m.tokenSpan, people.addressed):
		m.role, m.title = RoleCustomer, true
	default:
		m.role, m.bare = RoleStaff, a.nameKind(m.tokenSpan)
	}
	return m
}

// fromFirm reports that the tokens say which firm or office somebody is from:
// "von Würth", "vom Bauamt".
func (a *analysis) fromFirm(e *Engine, t tokenSpan) bool {
	if a.classTouches(e.classFirm, t) {
		return true
	}
	for i, ent := range a.entities {
		if ent.Type == detector.Organization && overlaps(a.spans[i], t) {
			return true
		}
	}
	return false
}

// sureName is from where on the people memory is believed.
const sureName = 0.8

// anyWord reports whether the test holds for one of the words.
func (a *analysis) anyWord(t tokenSpan, test func(string) bool) bool {
	for i := t.first; i <= t.last; i++ {
		if test(a.text.Word(i)) {
			return true
		}
	}
	return false
}

// classTouches reports a term of the class that overlaps the tokens.
func (a *analysis) classTouches(c lexicon.Class, t tokenSpan) bool {
	for n := a.firstOf(c); n >= 0; n = a.nextOf(n) {
		if h := &a.hits[n]; overlaps(tokenSpan{h.First, h.Last}, t) {
			return true
		}
	}
	return false
}

// department returns the last token of the department that is named right behind token i,
// or i: "aus der Buchhaltung".
func (a *analysis) department(e *Engine, i int) int {
	for n := a.firstOf(e.classDepartment); n >= 0; n = a.nextOf(n) {
		if h := &a.hits[n]; h.First == i+1 {
			return h.Last
		}
	}
	return i
}

func (a *analysis) insideMention(t tokenSpan) bool {
	for _, m := range a.mentions {
		if m.first <= t.first && t.last <= m.last {
			return true
		}
	}
	return false
}

// standsAlone reports an article that is used as a pronoun: a finite verb
// beside it, or nothing but the end of the clause behind it.
func (a *analysis) standsAlone(e *Engine, h *lexicon.Hit) bool {
	before, after := tokenSpan{h.First - 1, h.First - 1}, tokenSpan{h.Last + 1, h.Last + 1}
	if h.Last+1 < len(a.text.Tokens) {
		if a.text.Tokens[after.first].Kind != detector.Word || a.classTouches(e.classFinite, after) {
			return true
		}
	} else {
		return true
	}
	return h.First > 0 && a.classTouches(e.classFinite, before) && !a.text.Tokens[after.first].Upper
}

func overlaps(a, b tokenSpan) bool { return a.first <= b.last && b.first <= a.last }
