package main

import (
	"strings"
	"unicode/utf8"
)

// sentence writes a sentence with other names, towns, numbers and slips.
func (g *generator) sentence(s sentence) {
	for _, p := range s {
		switch p.slot {
		case forename:
			g.add(g.forename())
		case surname:
			g.add(g.src.names.surname(g.rnd))
		case fullName:
			g.add(g.forename() + " " + g.src.names.surname(g.rnd))
		case town:
			g.add(g.src.names.town(g.rnd))
		case fixed:
			g.add(p.text)
		case literal:
			g.literal(p.text)
		}
	}
}

// forename is that of a member as often as not: groups talk of themselves.
func (g *generator) forename() string {
	if g.rnd.IntN(2) == 0 {
		name, _, _ := strings.Cut(pick(g.rnd, g.cast), " ")
		return name
	}
	return pick(g.rnd, g.src.names.forenames)
}

// literal writes a text word by word.
func (g *generator) literal(text string) {
	for len(text) > 0 {
		n := run(text, isLetter)
		if n > 0 {
			g.word(text[:n])
		} else if n = run(text, isDigit); n > 0 {
			g.number(text[:n])
		} else {
			n = run(text, func(c byte) bool { return !isLetter(c) && !isDigit(c) })
			g.add(text[:n])
		}
		text = text[n:]
	}
}

func run(s string, class func(byte) bool) int {
	for i := range len(s) {
		if !class(s[i]) {
			return i
		}
	}
	return len(s)
}

// isLetter takes every byte beyond ASCII for a letter; slips leave such words
// alone.
func isLetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number writes another number of the same length. Short ones keep their first
// digit, so that most times and dates stay possible.
func (g *generator) number(s string) {
	for i := range len(s) {
		switch {
		case i == 0 && len(s) == 1:
			g.buf = append(g.buf, byte('1'+g.rnd.IntN(9)))
		case i == 0 && (len(s) == 2 || len(s) == 4 || s[0] == '0'):
			g.buf = append(g.buf, s[0])
		case i == 0:
			g.buf = append(g.buf, byte('1'+g.rnd.IntN(9)))
		case i == 1 && s[0] == '2':
			g.buf = append(g.buf, byte('0'+g.rnd.IntN(4)))
		default:
			g.buf = append(g.buf, byte('0'+g.rnd.IntN(10)))
		}
	}
}

// One word in slips is mistyped, if it is long enough.
const (
	slips      = 40
	slipLength = 4
)

func (g *generator) word(w string) {
	if len(w) < slipLength || g.rnd.IntN(slips) > 0 || strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		g.add(w)
		return
	}
	i := 1 + g.rnd.IntN(len(w)-2)
	switch g.rnd.IntN(4) {
	case 0:
		g.add(strings.ToLower(w))
	case 1: // a letter too few
		g.add(w[:i] + w[i+1:])
	case 2: // a letter too many
		g.add(w[:i] + w[i:i+1] + w[i:])
	case 3: // two letters swapped
		g.add(w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:])
	}
}
