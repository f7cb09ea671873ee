package detector

import "github.com/chatlint/chatlint/detector/logit"

// secretTalk is what the labeller of secrets hears: a message and the ones before it.
// Its buffers are reused, so one value serves one goroutine.
type secretTalk struct {
	bias   float32 // added to the log-odds of both labels of secrets
	t      *Text
	tokens []secretToken
	about  []logit.Feature // true of the talk, and so of every token
	topics []logit.Feature // those of them that are asked again together with a token's shape
	spoken topics          // of all its messages
	before []uint32        // words of the message before
	length uint32          // class of the number of tokens

	list        []logit.Feature
	left, right asides
	odds        [][secretLabels]float32
	from        [][secretLabels]uint8
	labels      []uint8
}

// The kinds of features, whose order is part of the model. Most go with a distance, which
// is added to the kind.
const (
	kindWord       = 16 * (iota + 1) // the tokens around
	kindShape                        // their shapes
	kindMark                         // their marks
	kindPair                         // two or three of them together
	kindAffix                        // beginning and end of the token
	kindNumber                       // the class of a number
	kindGlue                         // blanks beside the token
	kindPlace                        // where in the message it stands
	kindLeft                         // words and meanings on the left, however far
	kindRight                        // and on the right
	kindAnywhere                     // and in the whole message
	kindTopic                        // what the talk is about
	kindTopicShape                   // the same with the shape of the token
	kindBefore                       // words of the message before
	kindLength                       // length of the message
	kindBeside                       // words of the talk with the shape of the token
)

// feature hashes a kind of feature and what it is true of.
func feature(kind int, a, b uint32) logit.Feature {
	h := (uint32(kind)*0x9e3779b1 ^ a) * 0x85ebca6b
	h ^= h >> 15
	h = (h ^ b*0xc2b2ae35) * 0x27d4eb2f
	return h ^ h>>16
}

// hear prepares a message and the ones before it, newest first.
func (s *secretTalk) hear(t *Text, earlier []*Text) {
	s.t = t
	s.tokens, s.about, s.topics, s.before = s.tokens[:0], s.about[:0], s.topics[:0], s.before[:0]
	s.length = secretLength(len(t.Tokens))
	s.about = append(s.about, feature(kindLength, s.length, 0))
	for i := range t.Tokens {
		k := t.secretToken(i)
		s.tokens = append(s.tokens, k)
		s.about = append(s.about, feature(kindAnywhere, k.word, 0))
		s.about = k.marks.appendFeatures(s.about, kindAnywhere, 1)
	}
	s.spoken = talkOf(t, earlier)
	s.topic(0, t)
	for n, e := range earlier[:min(len(earlier), EarlierHeard)] {
		s.topic(n+1, e)
	}
	if len(earlier) == 0 {
		s.topics = append(s.topics, feature(kindTopic+EarlierHeard+1, 0, 0))
	} else {
		s.hearBefore(earlier[0])
	}
	s.about = append(s.about, s.topics...)
}

// mostBefore is how many words of the message before are heard.
const mostBefore = 64

// hearBefore takes the words of the message before.
func (s *secretTalk) hearBefore(t *Text) {
	for i := range t.Tokens[:min(len(t.Tokens), mostBefore)] {
		w := t.secretToken(i).word
		s.before = append(s.before, w)
		s.about = append(s.about, feature(kindBefore, w, 0))
	}
}

// secretLength is the class of a number of tokens.
func secretLength(tokens int) uint32 {
	switch {
	case tokens <= 4:
		return 0
	case tokens <= 10:
		return 1
	}
	return 2
}

// topic notes what the message is about that stands so many before.
func (s *secretTalk) topic(before int, t *Text) {
	is := t.sayings().topics
	for bit := topicCode; bit <= topicQuestion; bit <<= 1 {
		if is&bit != 0 {
			s.topics = append(s.topics, feature(kindTopic+before, uint32(bit), 0))
		}
	}
	if is&topicQuestion != 0 && is != topicQuestion {
		s.topics = append(s.topics, feature(kindTopic+before, uint32(is), 1))
	}
}

// reach to the left and right within which every word is heard, in tokens.
const secretLeft, secretRight = 12, 9

// aside appends what a token adds to those on its other side.
func (s *secretTalk) aside(i, kind int, list []logit.Feature) []logit.Feature {
	k := &s.tokens[i]
	return k.marks.appendFeatures(append(list, feature(kind, k.word, 0)), kind, 1)
}

// appendFeatures appends a feature for each mark.
func (m mark) appendFeatures(list []logit.Feature, kind int, b uint32) []logit.Feature {
	for m &= secretMarks; m != 0; m &= m - 1 {
		list = append(list, feature(kind, uint32(m&-m), b))
	}
	return list
}

// at returns what stands d tokens from token i; beyond the ends it is nothing.
func (s *secretTalk) at(i, d int) secretToken {
	if i+d < 0 || i+d >= len(s.tokens) {
		return secretToken{}
	}
	return s.tokens[i+d]
}

// local appends what is true of token i by itself and its neighbours.
func (s *secretTalk) local(i int, list []logit.Feature) []logit.Feature {
	for d := -4; d <= 4; d++ {
		k := s.at(i, d)
		list = append(list, feature(kindWord+d+4, k.word, 0))
		list = k.marks.appendFeatures(list, kindMark+d+4, 0)
		if -2 <= d && d <= 2 {
			list = append(list, feature(kindShape+d+2, uint32(k.shape), 0))
		}
	}
	l, c, r := s.at(i, -1), s.at(i, 0), s.at(i, 1)
	shape := uint32(c.shape)
	list = append(list,
		feature(kindPair, l.word, c.word), feature(kindPair+1, c.word, r.word), feature(kindPair+2, l.word, r.word),
		feature(kindPair+6, s.at(i, -2).word, l.word), feature(kindPair+7, r.word, s.at(i, 2).word),
		feature(kindPair+3, uint32(l.shape), shape), feature(kindPair+4, shape, uint32(r.shape)), feature(kindPair+5, feature(0, uint32(l.shape), shape), uint32(r.shape)),
		feature(kindGlue, s.glue(i), 0), feature(kindGlue+1, s.chunk(i), 0),
		feature(kindPlace, uint32(min(i, 3)), 0), feature(kindPlace+1, uint32(min(len(s.tokens)-1-i, 3)), 0),
		feature(kindLength+1, s.length, shape))
	for _, topic := range s.topics {
		list = append(list, feature(kindTopicShape, topic, shape))
		for n, k := range [...]secretToken{l, c} {
			if m := k.marks & secretMarks; m != 0 {
				list = append(list, feature(kindTopicShape+1+n, topic, uint32(m)))
			}
		}
	}
	return s.beside(i, s.number(i, s.affixes(i, list)))
}

// beside appends the words of the talk together with the shape of token i, if it holds
// digits: "wie viele" makes a number another thing than "welcher Code".
func (s *secretTalk) beside(i int, list []logit.Feature) []logit.Feature {
	if !s.t.Tokens[i].Digit {
		return list
	}
	c := uint32(s.tokens[i].shape)
	for j := max(0, i-secretLeft); j <= i+secretRight && j < len(s.tokens); j++ {
		switch {
		case j < i:
			list = append(list, feature(kindBeside, s.tokens[j].word, c))
		case j > i:
			list = append(list, feature(kindBeside+1, s.tokens[j].word, c))
		}
	}
	for _, w := range s.before {
		list = append(list, feature(kindBeside+2, w, c))
	}
	return list
}

// glue tells on which sides of token i no blank stands.
func (s *secretTalk) glue(i int) (out uint32) {
	if i > 0 && s.t.Glued(i-1) {
		out |= 1
	}
	if s.t.Glued(i) {
		out |= 2
	}
	return out
}

// chunk is the shape of all that stands around token i without a blank.
func (s *secretTalk) chunk(i int) uint32 {
	first, last := i, i
	for first > 0 && i-first < longestChunk && s.t.Glued(first-1) {
		first--
	}
	for last-i < longestChunk && s.t.Glued(last) {
		last++
	}
	h := uint32(0)
	for j := first; j <= last; j++ {
		h = feature(first-j, h, uint32(s.tokens[j].shape))
	}
	return feature(kindGlue, h, uint32(i-first))
}

// longestChunk is how many tokens of a chunk count to either side.
const longestChunk = 8

func (s *secretTalk) affixes(i int, list []logit.Feature) []logit.Feature {
	w := s.t.Word(i)
	if len(w) <= 4 || s.t.Tokens[i].Kind != Word {
		return list
	}
	for n := 3; n <= 4; n++ {
		list = append(list, feature(kindAffix+n, hashOf(w[:n]), 0), feature(kindAffix+8+n, hashOf(w[len(w)-n:]), 0))
	}
	return list
}

// number appends what digits of their own look like: a year, an amount, a code.
func (s *secretTalk) number(i int, list []logit.Feature) []logit.Feature {
	if s.t.Tokens[i].Kind != Number {
		return list
	}
	const year, history, amount, zero, odd = 1, 2, 3, 4, 5
	v, class, digits := s.t.number(i), uint32(odd), uint32(s.t.Tokens[i].End-s.t.Tokens[i].Start)
	switch {
	case digits == 4 && isYear(v):
		class = year
	case digits == 4 && v >= 1500 && v < 1980:
		class = history
	case v%50 == 0:
		class = amount
	case s.t.Of(i)[0] == '0':
		class = zero
	}
	return append(list, feature(kindNumber, class, digits), feature(kindNumber+1+int(s.length), class, digits))
}
