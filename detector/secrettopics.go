package detector

import "strings"

// topics is what a message talks about, a bit each.
type topics uint8

const (
	topicCode topics = 1 << iota
	topicKey
	topicPlace
	topicQuestion
)

// gist is what the words of a message say of secrets, before anything is labelled.
type gist struct {
	topics topics
	digits int  // told in words
	placed bool // holds a preposition that may open a hiding place
}

func gistOf(t *Text) (out gist) {
	for i := range t.Tokens {
		m := t.mark(i)
		switch {
		case m&(markCode|markPassword) != 0:
			out.topics |= topicCode
		case m&markKey != 0:
			out.topics |= topicKey
		case m&markPlace != 0:
			out.topics |= topicPlace
		case m&markDigit != 0:
			out.digits++
		}
		out.placed = out.placed || m&markPreposition != 0
	}
	if strings.Contains(t.Raw, "?") {
		out.topics |= topicQuestion
	}
	return out
}

// mayTellSecret is the gate of the labeller: digits, a word for a code or key here or
// just before, or a door and words that may say how it is opened.
func mayTellSecret(t *Text, earlier []*Text) bool {
	if t.Digits >= 2 {
		return true
	}
	here := gistOf(t)
	talk := here.topics
	for _, e := range earlier[:min(len(earlier), EarlierHeard)] {
		talk |= gistOf(e).topics
	}
	return talk&(topicCode|topicKey) != 0 || here.digits >= 2 || talk&topicPlace != 0 && (here.digits > 0 || here.placed)
}
