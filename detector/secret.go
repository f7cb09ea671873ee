package detector

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/chatlint/chatlint/detector/logit"
)

//go:embed secret.model
var secretWeights []byte

// secretModel labels the tokens of secrets. It is learnt from the labelled chats
// (internal/train/secret.go).
var secretModel = sync.OnceValue(func() *logit.Model {
	m, err := logit.Decode(secretWeights)
	if err != nil {
		panic("detector: embedded model of secrets: " + err.Error())
	}
	return m
})

// The labels of the tokens of secrets, for training: a token begins one or continues it.
const (
	secretNone uint8 = iota
	SecretBegin
	SecretInside
	secretLabels
)

// EarlierHeard is how many messages before one count for what is a secret in it.
const EarlierHeard = 2

// whyLearnt is the reason of a secret that has no form of its own.
const whyLearnt = "told like a code, a password or where a key lies"

// SecretFeatures returns the features of every token of a message as the labeller of
// secrets sees them, nil for one that it does not look at. The messages before it in
// the chat stand newest first.
func SecretFeatures(t *Text, earlier []*Text) [][]logit.Feature {
	if !mayTellSecret(t, earlier) {
		return nil
	}
	var s secretTalk
	s.hear(t, earlier)
	out := make([][]logit.Feature, len(t.Tokens))
	for i := range out {
		out[i] = s.features(i)
	}
	return out
}

// Secrets returns the codes, passwords and hiding places that a model sees in a message in
// the light of the messages before it in the chat, newest first. It is there to measure
// models in training; others use a Scanner or a Listener.
func Secrets(t *Text, earlier []*Text, m *logit.Model) []Entity {
	if !mayTellSecret(t, earlier) {
		return nil
	}
	var s secretTalk
	return s.label(t, earlier, m, nil)
}

// Listener finds the secrets of a chat, message by message.
type Listener struct {
	talk    secretTalk
	texts   [EarlierHeard + 1]*Text // the newest last
	earlier []*Text
	found   []Entity
}

// NewListener returns a listener that takes words for a secret sooner than the
// detectors do if the bias is above 0. It is in log odds for every word.
func NewListener(bias float32) *Listener { return &Listener{talk: secretTalk{bias: bias}} }

// Hear returns the secrets of the next message. Its slice is valid until the next call.
func (l *Listener) Hear(raw string) []Entity {
	oldest := l.texts[0]
	if oldest == nil {
		oldest = new(Text)
	}
	copy(l.texts[:], l.texts[1:])
	l.texts[EarlierHeard] = oldest
	oldest.Reset(raw)
	l.earlier = l.earlier[:0]
	for n := EarlierHeard - 1; n >= 0 && l.texts[n] != nil; n-- {
		l.earlier = append(l.earlier, l.texts[n])
	}
	l.found = l.found[:0]
	if mayTellSecret(oldest, l.earlier) {
		l.found = l.talk.label(oldest, l.earlier, secretModel(), l.found)
	}
	return l.found
}

// Restart forgets what was said, for another chat.
func (l *Listener) Restart() { l.texts = [EarlierHeard + 1]*Text{} }

// label appends what the labeller takes for secrets.
func (s *secretTalk) label(t *Text, earlier []*Text, m *logit.Model, out []Entity) []Entity {
	s.hear(t, earlier)
	s.score(m)
	s.decide()
	for i := 0; i < len(s.labels); i++ {
		if s.labels[i] == secretNone {
			continue
		}
		last := i
		for last+1 < len(s.labels) && s.labels[last+1] == SecretInside {
			last++
		}
		if first, end := trimmed(t, i, last); first < end || first == end && !isNoSecret(t, first, earlier) {
			out = append(out, t.span(Credential, first, end, 0.7, whyLearnt))
		}
		i = last
	}
	return out
}

// isNoSecret reports that token i alone tells no secret, whatever it resembles: a number
// that has a unit, answers a question for an amount or is all of a message with none
// before it, and a short word such as ja.
func isNoSecret(t *Text, i int, earlier []*Text) bool {
	if t.kind(i) == Number {
		return isAmount(t, i, i) || len(t.Tokens) == 1 && len(earlier) == 0 || len(earlier) > 0 && asksAmount(earlier[0])
	}
	k := t.Tokens[i]
	return k.Kind == Word && !k.Digit && !k.Upper && k.End-k.Start <= 3
}

// trimmed leaves out links and the marks of the sentence at both ends.
func trimmed(t *Text, first, last int) (int, int) {
	for first <= last && besideSecret(t, first) {
		first++
	}
	for first <= last && besideSecret(t, last) {
		last--
	}
	return first, last
}

func besideSecret(t *Text, i int) bool { return isSentenceMark(t, i) || t.kind(i) == Link }

func isSentenceMark(t *Text, i int) bool {
	return t.kind(i) == Break || t.kind(i) == Punct && strings.Contains(`,.;:?"„“”()`, t.Of(i))
}

// Heeds reports whether the messages before a text may decide what of it is a secret or whose number or
// link it holds: after "wie ist der Code?" a bare 4711 is a code, after "wie viele Schrauben?" it is none.
func Heeds(t *Text, earlier []*Text) bool {
	return len(earlier) > 0 && (t.Digits > 0 || t.has(markDay) || urlPersonalDetector.Gate(t) || mayTellSecret(t, earlier))
}
