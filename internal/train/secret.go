package train

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/logit"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

// SecretSettings are those the shipped labeller of secrets is trained with.
var SecretSettings = Settings{Alpha: 2, L1: 0.3, L2: 0.2, Epochs: 12, MinCount: 4, Seed: 1}

// secretLesson is a message that the labeller looks at.
type secretLesson struct {
	group, chat int
	time        time.Time
	text        *detector.Text
	earlier     []*detector.Text
	gold        []eval.Span // the secrets of the message
	labels      []uint8     // of its tokens
}

// Secrets trains the labeller of codes, passwords and hiding places, and returns the
// packed file.
func Secrets(chats []*eval.Chat, opt Settings) []byte { return fitSecrets(studySecrets(chats), opt) }

// MeasureSecrets counts what labellers find in chats that they have not learnt from:
// overlaps, as the detection guideline counts spans.
func MeasureSecrets(chats []*eval.Chat, folds int, opt Settings) (sum eval.Counts, err error) {
	lessons := studySecrets(chats)
	for fold := range folds {
		var rest, held []secretLesson
		for _, l := range lessons {
			if l.group%folds == fold {
				held = append(held, l)
			} else {
				rest = append(rest, l)
			}
		}
		m, err := logit.Decode(fitSecrets(rest, opt))
		if err != nil {
			return sum, err
		}
		for _, l := range held {
			sum.Add(eval.Overlaps(detector.Credential, l.gold, detector.Secrets(l.text, l.earlier, m)))
		}
	}
	return sum, nil
}

// studySecrets collects the messages of labelled chats with the ones before them, as a
// session hears them.
func studySecrets(chats []*eval.Chat) (out []secretLesson) {
	for i, c := range chats {
		var heard []*secretLesson // newest first
		for k := range c.Messages {
			m := &c.Messages[k]
			if m.Kind == chat.System {
				continue
			}
			t := &detector.Text{}
			t.Reset(m.Text)
			l := secretLesson{group: group(c, i), chat: i, time: m.Time, text: t, gold: eval.SpansOf(detector.Credential, c.Gold[k].Spans)}
			for _, e := range heard {
				if l.time.Sub(e.time) > rules.ThreadSpan {
					break
				}
				l.earlier = append(l.earlier, e.text)
			}
			l.label()
			out = append(out, l)
			heard = append([]*secretLesson{&l}, heard[:min(len(heard), detector.EarlierHeard-1)]...)
		}
	}
	return out
}

func (l *secretLesson) label() {
	l.labels = make([]uint8, len(l.text.Tokens))
	for _, s := range l.gold {
		label := detector.SecretBegin
		for i, k := range l.text.Tokens {
			if int(k.Start) < s.End && s.Start < int(k.End) {
				l.labels[i] = label
				label = detector.SecretInside
			}
		}
	}
}

// shown is a message as it is shown in training.
type shown struct {
	labels []uint8
	tokens [][]int32 // numbers of the features that are known
	sizes  []int     // of all features
}

// fitSecrets trains on lessons.
func fitSecrets(lessons []secretLesson, opt Settings) []byte {
	rng := rand.New(rand.NewPCG(opt.Seed, 0))
	index, keys := numberSecretFeatures(lessons, opt.MinCount)
	var course []shown
	for _, l := range lessons {
		if len(l.gold) == 0 && rng.IntN(2) == 0 {
			continue // of what tells nothing, half is enough
		}
		if features := detector.SecretFeatures(l.text, l.earlier); features != nil {
			course = append(course, show(features, l.labels, index))
		}
	}
	m := newFTRL(len(keys), logit.Columns, opt)
	for range opt.Epochs {
		for _, i := range rng.Perm(len(course)) {
			x := &course[i]
			for k, features := range x.tokens {
				m.learnLabel(features, logit.Value(x.sizes[k]), int(x.labels[k]))
			}
		}
	}
	return packSecrets(m, keys)
}

func show(features [][]logit.Feature, labels []uint8, index map[logit.Feature]int32) shown {
	x := shown{labels: labels}
	for _, list := range features {
		var known []int32
		for _, f := range list {
			if n := index[f]; n > 0 {
				known = append(known, n)
			}
		}
		x.tokens, x.sizes = append(x.tokens, known), append(x.sizes, len(list))
	}
	return x
}

// learnLabel updates all columns by one token: label 0 has the log-odds 0, label n
// those of column n-1.
func (f *ftrl) learnLabel(features []int32, value float32, label int) {
	var p [logit.Columns]float32
	sum := float32(1)
	for c := range p {
		p[c] = float32(math.Exp(float64(f.score(features, value, c))))
		sum += p[c]
	}
	for c := range p {
		g := p[c] / sum
		if label == c+1 {
			g--
		}
		f.step(features, value, c, g)
	}
}

func packSecrets(m *ftrl, keys []logit.Feature) []byte {
	row := func(i int) (ws [logit.Columns]float32) {
		copy(ws[:], m.w[i*logit.Columns:])
		return ws
	}
	weights := map[logit.Feature][logit.Columns]float32{}
	for i, key := range keys[1:] {
		weights[key] = row(i + 1)
	}
	return logit.Encode(row(0), weights)
}

// numberSecretFeatures numbers the features that stand in enough chats; 0 is the bias.
func numberSecretFeatures(lessons []secretLesson, least int) (map[logit.Feature]int32, []logit.Feature) {
	counts := chatCounts{}
	for _, l := range lessons {
		for _, list := range detector.SecretFeatures(l.text, l.earlier) {
			for _, f := range list {
				counts.add(f, l.chat)
			}
		}
	}
	keys := append([]logit.Feature{0}, slices.Sorted(maps.Keys(counts.atLeast(least)))...)
	numbers := make(map[logit.Feature]int32, len(keys))
	for i, f := range keys[1:] {
		numbers[f] = int32(i + 1)
	}
	return numbers, keys
}
