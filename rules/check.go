package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

// every holds where all parts hold; its places are those of all parts.
func every(parts []check) check {
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		for _, p := range parts {
			var ok bool
			if dst, ok = p(s, unit, dst); !ok {
				return dst[:start], false
			}
		}
		return dst, true
	}
}

func checks(list []Condition) []check {
	out := make([]check, len(list))
	for i := range list {
		out[i] = list[i].check
	}
	return out
}

func allOf(list []Condition) check { return every(checks(list)) }

func anyOf(list []Condition) check {
	parts := checks(list)
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		held := false
		for _, p := range parts {
			var ok bool
			if dst, ok = p(s, unit, dst); ok {
				held = true
			}
		}
		return dst, held
	}
}

func noneOf(list []Condition) check {
	parts := checks(list)
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		for _, p := range parts {
			if rest, ok := p(s, unit, dst); ok {
				return rest[:start], false
			}
		}
		return dst, true
	}
}

// anywhere widens the unit to the whole message.
func anywhere(c *Condition) check {
	return func(s scene, _ tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		return c.check(s, tokenSpan{0, len(s.text.Tokens) - 1}, dst)
	}
}

// before asks the earlier messages of the thread. It has no places: they would
// lie in another message.
func before(c *Condition) check {
	return func(s scene, _ tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		for i, e := range s.earlier {
			if s.time.Sub(e.time) > ThreadSpan {
				break
			}
			old := scene{analysis: e, earlier: s.earlier[i+1:]}
			if rest, ok := c.check(old, tokenSpan{0, len(e.text.Tokens) - 1}, dst); ok {
				return rest[:len(dst)], true
			}
		}
		return dst, false
	}
}

func termCheck(lex *lexicon.Lexicon, names []string) (check, error) {
	classes := make([]lexicon.Class, len(names))
	for i, n := range names {
		c, ok := lex.Class(n)
		if !ok {
			return nil, &Reason{Code: UnknownList, Word: n}
		}
		classes[i] = c
	}
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		for _, c := range classes {
			for n := s.firstOf(c); n >= 0; n = s.nextOf(n) {
				if h := &s.hits[n]; unit.first <= h.First && h.First <= unit.last {
					dst = append(dst, tokenSpan{h.First, h.Last})
				}
			}
		}
		return dst, len(dst) > start
	}, nil
}

func entityCheck(types []detector.Type) (check, error) {
	for _, t := range types {
		if !slices.Contains(detector.Types, t) {
			return nil, &Reason{Code: UnknownEntity, Word: string(t)}
		}
	}
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		for i, e := range s.entities {
			if overlaps(s.spans[i], unit) && slices.Contains(types, e.Type) {
				dst = append(dst, s.spans[i])
			}
		}
		return dst, len(dst) > start
	}, nil
}

func personCheck(names []string) (check, error) {
	roles := make([]Role, len(names))
	for i, n := range names {
		k := slices.Index(roleNames[:], n)
		if k < 0 {
			return nil, &Reason{Code: UnknownRole, Word: n, Allowed: roleNames[:]}
		}
		roles[i] = Role(k)
	}
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		for _, m := range s.mentions {
			if m.about == Named && overlaps(m.tokenSpan, unit) && slices.Contains(roles, m.role) {
				dst = append(dst, m.tokenSpan)
			}
		}
		return dst, len(dst) > start
	}, nil
}

// minLiteral is the shortest literal, in bytes, that is worth searching for
// before a regular expression runs.
const minLiteral = 3

func patternCheck(expr string) (check, error) {
	if err := boundedPattern(expr); err != nil {
		return nil, err
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, err
	}
	literals, err := requiredLiterals(expr)
	if err != nil {
		return nil, err
	}
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		if unit.first > unit.last {
			return dst, false // no text, or a window off the unit
		}
		from, to := int(s.text.Tokens[unit.first].Start), int(s.text.Tokens[unit.last].End)
		part := s.text.Lower[from:to]
		if !slices.ContainsFunc(literals, func(l string) bool { return strings.Contains(part, l) }) {
			return dst, false
		}
		start := len(dst)
		for _, loc := range re.FindAllStringIndex(part, -1) {
			if t, ok := s.tokensAt(from+loc[0], from+loc[1]); ok {
				dst = append(dst, t)
			}
		}
		return dst, len(dst) > start
	}, nil
}

// tokensAt returns the tokens that overlap the bytes.
func (a *analysis) tokensAt(start, end int) (tokenSpan, bool) {
	t := noWords
	for i, k := range a.text.Tokens {
		if int(k.Start) < end && int(k.End) > start {
			if t == noWords {
				t.first = i
			}
			t.last = i
		}
	}
	return t, t != noWords
}

var kindNames = func() (names []string) {
	for k := chat.Text; k <= chat.Call; k++ {
		names = append(names, k.String())
	}
	return names
}()

func kindCheck(names []string) (check, error) {
	for _, n := range names {
		if !slices.Contains(kindNames, n) {
			return nil, &Reason{Code: UnknownKind, Word: n, Allowed: kindNames}
		}
	}
	return func(s scene, _ tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		return dst, slices.Contains(names, s.kind.String())
	}, nil
}

func nearCheck(n *Near) (check, error) {
	if n.Within < 1 || len(n.Of) < 2 {
		return nil, &Reason{Code: BadNear}
	}
	parts := checks(n.Of)
	return func(s scene, unit tokenSpan, dst []tokenSpan) ([]tokenSpan, bool) {
		start := len(dst)
		first, ok := parts[0](s, unit, dst)
		if !ok {
			return dst[:start], false
		}
		for _, anchor := range slices.Clone(first[start:]) {
			window := tokenSpan{max(unit.first, anchor.first-n.Within), min(unit.last, anchor.last+n.Within)}
			rest := append(dst[:start:start], anchor)
			if rest, ok = every(parts[1:])(s, window, rest); ok {
				return rest, true
			}
		}
		return dst[:start], false
	}, nil
}
