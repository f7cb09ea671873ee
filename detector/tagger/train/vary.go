package train

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/tagger"
)

// varier makes variants of sentences. It is deterministic for a seed.
type varier struct {
	pool   *pool
	random *rand.Rand
	text   detector.Text
}

func (v *varier) chance(p float64) bool { return v.random.Float64() < p }

// edit replaces pieces of a text and keeps track of the spans.
type edit struct {
	start, end int
	with       string
}

// apply makes the edits, which must be sorted and not overlap, and moves the spans.
func (s Sentence) apply(edits []edit) Sentence {
	var b strings.Builder
	moved := slices.Clone(s.Spans)
	last := 0
	for _, e := range edits {
		b.WriteString(s.Text[last:e.start])
		b.WriteString(e.with)
		last = e.end
		shift := len(e.with) - (e.end - e.start)
		for i, sp := range s.Spans {
			if sp.Start >= e.end {
				moved[i].Start += shift
			}
			if sp.End >= e.end {
				moved[i].End += shift
			}
		}
	}
	b.WriteString(s.Text[last:])
	s.Text, s.Spans = b.String(), moved
	return s
}

// swap puts other names in the place of the persons'. Of full names, one in
// four keeps one part only.
func (v *varier) swap(s Sentence) Sentence {
	v.text.Reset(s.Text)
	t := &v.text
	var edits []edit
	spans := slices.Clone(s.Spans)
	for k, sp := range spans {
		if sp.Unlabelled || sp.Class != tagger.Person {
			continue
		}
		before, part := "", 0
		for i, tok := range t.Tokens {
			start, end := max(int(tok.Start), sp.Start), min(int(tok.End), sp.End)
			if int(tok.End) <= sp.Start && tok.Kind == detector.Word {
				before = t.Word(i)
			}
			if start >= end || tok.Kind != detector.Word {
				continue
			}
			if s.People != nil {
				spans[k].Known = max(spans[k].Known, detector.TaggerTokens(t, s.People, nil)[i].Known)
			}
			word := t.Lower[start:end]
			if utf8.RuneCountInString(word) < 2 || nameParticles[word] {
				continue
			}
			name := v.pool.like(word, isSurname(word, before, part), v.random)
			edits = append(edits, edit{start, end, written(name, t.Raw[start:end])})
			part++
		}
		spans[k].Swapped = true
	}
	s.Spans = spans
	return s.apply(edits)
}

// nameParticles stay where they are.
var nameParticles = map[string]bool{"von": true, "der": true, "van": true, "de": true, "den": true, "zu": true, "al": true, "el": true,
	"bin": true, "ibn": true, "la": true, "le": true, "di": true, "da": true, "dos": true, "vom": true, "mc": true, "ten": true}

// shorten leaves one part of names that have two.
func (v *varier) shorten(s Sentence) Sentence {
	var edits []edit
	for _, sp := range s.Spans {
		name := s.Text[sp.Start:sp.End]
		given, surname, two := strings.Cut(name, " ")
		if sp.Unlabelled || sp.Class != tagger.Person || !two || !v.chance(0.6) {
			continue
		}
		keep := given
		if v.chance(0.5) {
			keep = surname
		}
		edits = append(edits, edit{sp.Start, sp.End, keep})
	}
	return s.apply(edits)
}

// hide has some names treated as if no list had them.
func (v *varier) hide(s Sentence, share float64) Sentence {
	s.Spans = slices.Clone(s.Spans)
	for i, sp := range s.Spans {
		if !sp.Unlabelled && sp.Class == tagger.Person && v.chance(share) {
			s.Spans[i].Hidden = true
		}
	}
	return s
}

// small writes everything small. Offsets stay, as Text.Lower keeps them.
func (v *varier) small(s Sentence) Sentence {
	v.text.Reset(s.Text)
	s.Text = v.text.Lower
	return s
}

// loud writes everything in capitals, but for letters whose capital has another
// length.
func (v *varier) loud(s Sentence) Sentence {
	b := []byte(s.Text)
	for i, r := range s.Text {
		if u := unicode.ToUpper(r); r != utf8.RuneError && utf8.RuneLen(u) == utf8.RuneLen(r) {
			utf8.EncodeRune(b[i:], u)
		}
	}
	s.Text = string(b)
	return s
}

// phone writes small what does not start a sentence, as a phone's keyboard does.
func (v *varier) phone(s Sentence) Sentence {
	v.text.Reset(s.Text)
	b := []byte(v.text.Lower)
	start := true
	for i, t := range v.text.Tokens {
		if start && t.Kind == detector.Word {
			copy(b[t.Start:t.End], v.text.Of(i))
		}
		start = t.Kind == detector.Break || t.Kind == detector.Punct && strings.Contains(".!?", v.text.Of(i)) || start && t.Kind != detector.Word
	}
	s.Text = string(b)
	return s
}

// capitals writes small names with a capital.
func (v *varier) capitals(s Sentence) Sentence {
	var edits []edit
	for _, sp := range s.Spans {
		r, n := utf8.DecodeRuneInString(s.Text[sp.Start:])
		if !sp.Unlabelled && sp.Class == tagger.Person && unicode.IsLower(r) {
			edits = append(edits, edit{sp.Start, sp.Start + n, string(unicode.ToUpper(r))})
		}
	}
	return s.apply(edits)
}

// bare leaves out punctuation that ends or cuts sentences.
func (v *varier) bare(s Sentence) Sentence {
	v.text.Reset(s.Text)
	var edits []edit
	for i, t := range v.text.Tokens {
		inside := slices.ContainsFunc(s.Spans, func(sp Span) bool { return sp.Start <= int(t.Start) && int(t.End) <= sp.End })
		if t.Kind == detector.Punct && !inside && strings.Contains(".,!?\"„“;", v.text.Of(i)) {
			edits = append(edits, edit{int(t.Start), int(t.End), ""})
		}
	}
	return s.apply(edits)
}
