package tagger

import (
	"math"
	"math/rand/v2"
)

// Likeness tells from its letters alone how much a word looks like a name. It is a
// logistic regression over hashed groups of two to four bytes, and what remains to
// go by where no list has a name and nothing is capitalised.
type Likeness struct {
	weight [1 << gramBits]int8 // in log odds times gramUnit
}

const (
	gramBits = 14
	gramUnit = 16
	longGram = 4
)

// likenessLevels is how many levels of likeness there are; the steps between them
// are in log odds.
const likenessLevels = 8

var likenessSteps = [likenessLevels - 1]int32{-5 * gramUnit, -3 * gramUnit, -3 * gramUnit / 2, 0, 3 * gramUnit / 2, 3 * gramUnit, 5 * gramUnit}

// Level returns how much a lower-cased word looks like a name, from 0 to 7.
func (l *Likeness) Level(word string) uint8 {
	sum := int32(0)
	eachGram(word, func(g uint32) { sum += int32(l.weight[g]) })
	level := uint8(0)
	for level < uint8(len(likenessSteps)) && sum > likenessSteps[level] {
		level++
	}
	return level
}

// eachGram calls f with the numbers of the groups of bytes of a word and its ends.
func eachGram(word string, f func(g uint32)) {
	at := func(i int) byte {
		if i < 0 || i >= len(word) {
			return ' '
		}
		return word[i]
	}
	for i := -1; i < min(len(word), longestWord); i++ {
		h := uint32(at(i))
		for n := 1; n < longGram && i+n <= len(word); n++ {
			h = (h*0x01000193 ^ uint32(at(i+n))) + uint32(n)
			f(h * 0x9e3779b1 >> (32 - gramBits))
		}
	}
}

// LearnLikeness trains on lower-cased names and on words that are none. Equal input
// gives an equal result.
func LearnLikeness(names, words []string) *Likeness {
	var weight, square [1 << gramBits]float32
	random := rand.New(rand.NewPCG(1, 3))
	const passes, rate = 4, 0.3
	// Both sides count the same, however many there are.
	for range passes * 2 * max(len(names), len(words)) {
		list, truth := names, float32(1)
		if random.Uint32()&1 == 0 {
			list, truth = words, 0
		}
		word := list[random.IntN(len(list))]
		sum := float32(0)
		eachGram(word, func(g uint32) { sum += weight[g] })
		gradient := float32(1/(1+math.Exp(-float64(sum)))) - truth
		eachGram(word, func(g uint32) {
			square[g] += gradient * gradient
			weight[g] -= rate / (1 + root(square[g])) * gradient
		})
	}
	l := &Likeness{}
	for g, w := range weight {
		l.weight[g] = int8(max(-127, min(127, math.Round(float64(w*gramUnit)))))
	}
	return l
}
