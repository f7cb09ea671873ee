package tagger

import (
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// template numbers a family of features. Values are stable: they are hashed
// into the keys of the model file.
type template uint8

const (
	templateWord template = iota + 1
	templateSuffix
	templatePrefix
	templateShape
	templateRole
	templateRoleShape
	templateProfile
	templateProfileShape
	templateFirst
	templateSurname
	templatePlace
	templateFrequency
	templateClass
	templateCase
	templateCaseFirst
	templateGroup
	templateCluster
	templateLength
	templatePossessive
	templateEnding
	templatePairBefore
	templatePairAfter
	templatePairWords
	templateNoun
	templateTail
	templateLike
	templateLikeRole
	templateLikeCase
	templateClusterBefore
	templateClusterAfter
)

const fnvPrime, fnvBasis = 1099511628211, 14695981039346656037

func hashString(t template, s string) uint32 {
	h := uint64(fnvBasis) ^ uint64(t)
	h *= fnvPrime
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return fold32(h)
}

func hashNumbers(t template, a, b uint32) uint32 {
	h := (uint64(fnvBasis) ^ uint64(t)) * fnvPrime
	h = (h ^ uint64(a)) * fnvPrime
	h = (h ^ uint64(b)) * fnvPrime
	return fold32(h)
}

// fold32 keeps 0 free as "no key".
func fold32(h uint64) uint32 {
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return max(1, uint32(h^h>>32))
}

// features calls add with every feature of the word by itself, and with how far
// around the word it counts: within 0, 1 or 2 tokens.
func (x lexeme) features(w *word, add func(key uint32, within int)) {
	put := func(t template, a, b int, within int) { add(hashNumbers(t, uint32(a), uint32(b)), within) }
	e := x.entry
	if w.key != 0 {
		add(w.key, 2)
	}
	put(templateShape, int(x.shape), 0, 2)
	put(templateRole, int(w.role), 0, 2)
	put(templateRoleShape, int(w.role), int(x.shape), 1)
	if x.kind != Word {
		return
	}
	put(templateProfile, int(w.profile), 0, 1)
	put(templateProfileShape, int(w.profile), int(x.shape), 0)
	put(templateFirst, int(e.First), int(x.shape), 0)
	put(templateSurname, int(e.Surname), int(x.shape), 0)
	put(templatePlace, int(e.Place), int(x.shape), 1)
	put(templateFrequency, int(e.German), int(e.English), 1)
	put(templateClass, int(e.Class), int(x.shape), 1)
	put(templateCase, int(e.Case)*4+int(e.Article), int(x.shape), 0)
	put(templateCaseFirst, int(e.Case)*4+int(e.Article), int(e.First)*8+int(e.Surname), 0)
	put(templateNoun, flag(e.Noun)*64+int(w.role), int(x.shape), 1)
	if x.tail > 0 {
		put(templateTail, min(x.tail, 8)*2+flag(x.compound), int(x.shape), 0)
	}
	if e.Group > 0 {
		put(templateGroup, int(e.Group), 0, 2)
		put(templateCluster, int(e.Cluster), 0, 1)
	}
	put(templateLike, int(x.like), int(x.shape), 1)
	put(templateLikeRole, int(x.like), int(w.role), 0)
	put(templateLikeCase, int(x.like)*8+int(x.shape), int(e.Case)*8+int(e.German), 0)
	if x.possessive {
		put(templatePossessive, int(w.role), int(x.shape), 0)
	}
	x.affixes(add)
}

// affixes gives the beginnings and ends of a word that are shorter than it.
func (x lexeme) affixes(add func(key uint32, within int)) {
	if len(x.lower) > longestWord {
		return
	}
	s := x.lower
	n := utf8.RuneCountInString(s)
	add(hashNumbers(templateLength, uint32(min(n, 12)), uint32(x.shape)), 0)
	for i, length := len(s), 1; length <= 5 && length < n; length++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		within := 0
		if length == 3 {
			within = 1
		}
		add(hashString(templateSuffix, s[i:]), within)
		if length == 2 || length == 3 {
			add(hashNumbers(templateEnding, hashString(templateSuffix, s[i:]), uint32(x.shape)), 0)
		}
	}
	for i, length := 0, 1; length <= 4 && length < n; length++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		add(hashString(templatePrefix, s[:i]), 0)
	}
}

// Masked returns the entry as if no name list had the word, to train and to
// measure for names that no list has. What is hardly more than a name is then in no
// list at all: such names are not among the frequent words either.
func Masked(e gazetteer.Entry) gazetteer.Entry {
	if max(e.First, e.Surname) >= 3 && max(e.German, e.English) < 4 && !e.Noun && e.Place == 0 && e.Class != gazetteer.Homonym && e.Class != gazetteer.Function {
		return gazetteer.Entry{}
	}
	e.First, e.Surname = 0, 0
	if e.Class == gazetteer.Nickname || e.Class == gazetteer.Homonym {
		e.Class = gazetteer.NoClass
	}
	return e
}
