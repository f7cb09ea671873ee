package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed callings.txt
var callingList string

// callingWords leads from a lower-cased word to the hash of what somebody does or
// where he works, if the word tells it.
var callingWords = sync.OnceValue(func() map[string]uint32 {
	known := map[string]uint32{}
	for line := range strings.Lines(callingList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		for _, w := range words {
			known[w] = hashText(words[0])
		}
	}
	return known
})

// callings are what the saved names of a chat tell of its members' parts in the
// firm: "Azubi Finn", "Küche Lena". Names themselves tell nothing.
type callings struct {
	of  map[string][]uint32 // saved name → callings, if it tells any
	all []uint32            // sorted; they tell what the firm does
}

func newCallings(saved []string) callings {
	c := callings{of: map[string][]uint32{}}
	for _, name := range saved {
		if told := callingsIn(name); len(told) > 0 {
			c.of[name] = told
			c.all = append(c.all, told...)
		}
	}
	slices.Sort(c.all)
	c.all = slices.Compact(c.all)
	return c
}

// callingsIn returns the callings that a saved name tells, each once.
func callingsIn(saved string) (out []uint32) {
	words := strings.FieldsFunc(strings.ToLower(saved), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		if c, ok := callingWords()[w]; ok && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// features appends the callings of the sender, of those who wrote the messages
// around, and of everybody.
func (c *callings) features(sc scene, dst []Feature) []Feature {
	const own = threadDepth + 1 // in the place of a depth
	for _, x := range c.of[sc.sender] {
		dst = append(dst, Feature{hash(tCalling, own, x), -1, -1})
	}
	for depth, p := range sc.neighbours() {
		for _, x := range c.of[p.sender] {
			dst = append(dst, Feature{hash(tCalling, uint32(depth), x), -1, -1})
		}
	}
	for _, x := range c.all {
		dst = append(dst, Feature{hash(tTrade, x), -1, -1})
	}
	return dst
}
