package detector

import "strings"

// topics is what a message talks about, a bit each. Their order is part of the model.
type topics uint8

const (
	topicCode topics = 1 << iota
	topicKey
	topicPlace
	topicQuestion
)

// gist is what the words of a message say of secrets together.
type gist struct {
	topics topics
	digits int // told in words
}

func gistOf(t *Text) (out gist) {
	for i := range t.Tokens {
		switch m := t.mark(i); {
		case m&(markCode|markPassword) != 0:
			out.topics |= topicCode
		case m&markKey != 0:
			out.topics |= topicKey
		case m&markPlace != 0:
			out.topics |= topicPlace
		case m&markDigit != 0:
			out.digits++
		}
	}
	if strings.Contains(t.Raw, "?") {
		out.topics |= topicQuestion
	}
	return out
}

// sayings returns what the words of a message say of secrets together.
func (t *Text) sayings() gist {
	if !t.looked {
		t.look()
	}
	return t.gist
}

// talkOf returns what a message and those before it talk about.
func talkOf(t *Text, earlier []*Text) topics {
	talk := t.sayings().topics
	for _, e := range earlier[:min(len(earlier), EarlierHeard)] {
		talk |= e.sayings().topics
	}
	return talk
}

// mayTellSecret is the gate of the labeller: digits, a word for a code or key here or
// just before, or a door and words that may say how it is opened.
func mayTellSecret(t *Text, earlier []*Text) bool {
	if t.Digits >= 2 {
		return true
	}
	talk, digits := talkOf(t, earlier), t.sayings().digits
	return talk&(topicCode|topicKey) != 0 || digits >= 2 || talk&topicPlace != 0 && (digits > 0 || t.has(markPreposition))
}
