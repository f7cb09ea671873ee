package detector

import (
	"math"
	"slices"

	"github.com/chatlint/chatlint/detector/logit"
)

// secretDoubt is taken from the log-odds of secrets where nobody speaks of a code or a
// key: the chats that the labeller has learnt from hold more codes than others do.
const secretDoubt = 0.5

// features returns all that is true of token i. score adds the same up without a list
// of its own for every token.
func (s *secretTalk) features(i int) []logit.Feature {
	list := s.local(i, slices.Clone(s.about))
	for j := max(0, i-secretLeft); j < i; j++ {
		list = s.aside(j, kindLeft, list)
	}
	for j := i + 1; j <= i+secretRight && j < len(s.tokens); j++ {
		list = s.aside(j, kindRight, list)
	}
	return list
}

// score works out the log-odds of the labels of every token, secretNone having 0.
func (s *secretTalk) score(m *logit.Model) {
	about := m.Sum(s.about)
	s.addUp(m, kindLeft, &s.left)
	s.addUp(m, kindRight, &s.right)
	bias := s.bias
	if s.spoken&(topicCode|topicKey) == 0 {
		bias -= secretDoubt
	}
	s.odds = s.odds[:0]
	for i := range s.tokens {
		s.list = s.local(i, s.list[:0])
		sum := about
		for _, f := range s.list {
			m.Add(&sum, f)
		}
		n := len(s.about) + len(s.list)
		n += s.left.between(max(0, i-secretLeft), i, &sum)
		n += s.right.between(i+1, min(len(s.tokens), i+1+secretRight), &sum)
		odds := m.Scores(sum, n)
		s.odds = append(s.odds, [secretLabels]float32{SecretBegin: odds[SecretBegin-1] + bias, SecretInside: odds[SecretInside-1] + bias})
	}
}

// asides are running sums over the tokens of what each adds to those on one side.
type asides struct {
	sums   []logit.Sum
	counts []int
}

// addUp fills the running sums for one side.
func (s *secretTalk) addUp(m *logit.Model, kind int, a *asides) {
	var sum logit.Sum
	count := 0
	a.sums, a.counts = append(a.sums[:0], sum), append(a.counts[:0], count)
	for i := range s.tokens {
		s.list = s.aside(i, kind, s.list[:0])
		for _, f := range s.list {
			m.Add(&sum, f)
		}
		count += len(s.list)
		a.sums, a.counts = append(a.sums, sum), append(a.counts, count)
	}
}

// between adds what the tokens from i on and before j add, and returns how many
// features that are.
func (a *asides) between(i, j int, sum *logit.Sum) int {
	if j <= i {
		return 0
	}
	for c := range sum {
		sum[c] += a.sums[j][c] - a.sums[i][c]
	}
	return a.counts[j] - a.counts[i]
}

// decide works out the likeliest labels in which none continues what has not begun, by
// the Viterbi algorithm.
func (s *secretTalk) decide() {
	s.from = s.from[:0]
	best := [secretLabels]float32{SecretInside: float32(math.Inf(-1))}
	for i, odds := range s.odds {
		into := [secretLabels]uint8{SecretInside: SecretBegin}
		if best[SecretInside] > best[SecretBegin] {
			into[SecretInside] = SecretInside
		}
		top := into[SecretInside]
		if best[secretNone] >= best[top] {
			top = secretNone
		}
		into[secretNone], into[SecretBegin] = top, top
		var next [secretLabels]float32
		for l := range next {
			next[l] = best[into[l]] + odds[l]
		}
		if i == 0 {
			next[SecretInside] = float32(math.Inf(-1))
		}
		best = next
		s.from = append(s.from, into)
	}
	s.trace(best)
}

// trace follows the best path back.
func (s *secretTalk) trace(best [secretLabels]float32) {
	l := secretNone
	for k := range best {
		if best[k] > best[l] {
			l = uint8(k)
		}
	}
	s.labels = slices.Grow(s.labels[:0], len(s.from))[:len(s.from)]
	for i := len(s.from) - 1; i >= 0; i-- {
		s.labels[i] = l
		l = s.from[i][l]
	}
}
