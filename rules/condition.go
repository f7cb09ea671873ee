package rules

import (
	"fmt"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// Condition is what a rule asks of a message. Exactly one field of a leaf, or
// any number of All, Any and None of a branch is set; a branch with several
// fields asks for all of them.
type Condition struct {
	All  []Condition `yaml:"all,omitempty"`
	Any  []Condition `yaml:"any,omitempty"`
	None []Condition `yaml:"none,omitempty"`

	// Term holds where a term of one of the classes stands.
	Term []string `yaml:"term,omitempty"`
	// Entity holds where a detector found one of the types.
	Entity []detector.Type `yaml:"entity,omitempty"`
	// Person holds where somebody with one of the roles is mentioned by name or
	// by role.
	Person []string `yaml:"person,omitempty"`
	// Pattern is a regular expression over the lower-cased message. It must
	// contain a literal of three bytes or more, which is searched for first.
	Pattern string `yaml:"pattern,omitempty"`
	// Kind holds for a whole message of one of the kinds.
	Kind []string `yaml:"kind,omitempty"`
	// Near holds where all of its conditions hold within so many tokens.
	Near *Near `yaml:"near,omitempty"`
	// Anywhere asks the whole message, not only the sentence.
	Anywhere *Condition `yaml:"anywhere,omitempty"`
	// Before asks the last messages of the chat, newest first.
	Before *Condition `yaml:"before,omitempty"`

	check check
}

// Near asks that conditions hold close to each other.
type Near struct {
	Within int         `yaml:"within"` // tokens between the first and the last
	Of     []Condition `yaml:"of"`
}

// scene is what a condition is evaluated against.
type scene struct {
	*analysis
	earlier []*analysis // newest first
	later   *analysis   // the message after, nil if none is known
}

// check finds the places inside a unit of tokens where a condition holds. ok
// can be true without places: the absence of something has none.
type check func(s scene, unit tokenSpan, dst []tokenSpan) (places []tokenSpan, ok bool)

// compile prepares the condition; where says which part of the rule it is.
func (c *Condition) compile(lex *lexicon.Lexicon, where string) error {
	if err := c.compileNested(lex, where); err != nil {
		return err
	}
	parts, err := c.parts(lex)
	if err != nil {
		return inPart(err, where)
	}
	switch len(parts) {
	case 0:
		return &Reason{Code: EmptyCondition, Where: where}
	case 1:
		c.check = parts[0]
	default:
		c.check = every(parts)
	}
	return nil
}

// compileNested compiles the conditions that c holds.
func (c *Condition) compileNested(lex *lexicon.Lexicon, where string) error {
	lists := []struct {
		name string
		list []Condition
	}{{"all", c.All}, {"any", c.Any}, {"none", c.None}}
	if c.Near != nil {
		lists = append(lists, struct {
			name string
			list []Condition
		}{"near.of", c.Near.Of})
	}
	for _, l := range lists {
		for i := range l.list {
			if err := l.list[i].compile(lex, fmt.Sprintf("%s.%s[%d]", where, l.name, i)); err != nil {
				return err
			}
		}
	}
	if c.Anywhere != nil {
		if err := c.Anywhere.compile(lex, where+".anywhere"); err != nil {
			return err
		}
	}
	if c.Before != nil {
		return c.Before.compile(lex, where+".before")
	}
	return nil
}

// parts returns one check for each field that is set.
func (c *Condition) parts(lex *lexicon.Lexicon) (parts []check, err error) {
	add := func(set bool, build func() (check, error)) {
		if !set || err != nil {
			return
		}
		var f check
		if f, err = build(); err == nil {
			parts = append(parts, f)
		}
	}
	plain := func(f check) (check, error) { return f, nil }
	add(c.All != nil, func() (check, error) { return plain(allOf(c.All)) })
	add(c.Any != nil, func() (check, error) { return plain(anyOf(c.Any)) })
	add(c.Term != nil, func() (check, error) { return termCheck(lex, c.Term) })
	add(c.Entity != nil, func() (check, error) { return entityCheck(c.Entity) })
	add(c.Person != nil, func() (check, error) { return personCheck(c.Person) })
	add(c.Pattern != "", func() (check, error) { return patternCheck(c.Pattern) })
	add(c.Kind != nil, func() (check, error) { return kindCheck(c.Kind) })
	add(c.Near != nil, func() (check, error) { return nearCheck(c.Near) })
	add(c.Anywhere != nil, func() (check, error) { return plain(anywhere(c.Anywhere)) })
	add(c.Before != nil, func() (check, error) { return plain(before(c.Before)) })
	add(c.None != nil, func() (check, error) { return plain(noneOf(c.None)) })
	return parts, err
}
