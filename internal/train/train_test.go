package train

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector/logit"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

var quick = Settings{Alpha: 1, L1: 0.01, L2: 0.01, Epochs: 4, MinCount: 1, Natural: 1.5, Folds: 3, Draws: 2, Rate: 0.05, NetworkEpochs: 4, Gate: -5, Alert: 0.5, Report: 0.5, Seed: 1}

// A problem in which feature 1 alone decides is learnt, and the features that
// tell nothing get next to no weight.
func TestFTRLSeparates(t *testing.T) {
	const noise = 20
	m := newFTRL(2+noise, 1, quick)
	rng := rand.New(rand.NewPCG(1, 1))
	example := func() (features []int32, truth bool) {
		if truth = rng.IntN(2) == 0; truth {
			features = append(features, 1)
		}
		return append(features, 2+rng.Int32N(noise)), truth
	}
	for range 3000 {
		features, truth := example()
		m.learn(features, logit.Value(len(features)), 0, truth, 1)
	}
	for range 500 {
		features, truth := example()
		if got := m.score(features, logit.Value(len(features)), 0); got > 0 != truth {
			t.Fatalf("%v: log-odds %g, truth %t", features, got, truth)
		}
	}
	for i := 2; i < len(m.w); i++ {
		if math.Abs(float64(m.w[i])) > float64(m.w[1])/4 {
			t.Errorf("noise %d weighs %g, the telling feature %g", i, m.w[i], m.w[1])
		}
	}
}

// Columns learn apart from each other.
func TestFTRLColumns(t *testing.T) {
	a := newFTRL(3, 2, quick)
	for range 50 {
		a.learn([]int32{1, 2}, logit.Value(2), 1, true, 1)
	}
	for i := range 3 {
		if a.row(i)[0] != 0 || a.row(i)[1] <= 0 {
			t.Errorf("feature %d weighs %v", i, a.row(i))
		}
	}
}

// A strong L1 term keeps no feature.
func TestFTRLSparse(t *testing.T) {
	opt := quick
	opt.L1 = 1000
	m := newFTRL(2, 1, opt)
	for range 100 {
		m.learn([]int32{1}, 1, 0, true, 1)
	}
	if anyNonZero(m.w) {
		t.Errorf("weights %v", m.w)
	}
}

// decided is a message on which something was decided.
type decided struct {
	linear, network float32
	truth, natural  bool
}

func trainerOf(all []decided) *trainer {
	tr := &trainer{opt: quick, columns: rules.Columns()[:1]}
	for _, d := range all {
		l := &Lesson{Lesson: rules.Lesson{Judged: true}, Truth: []rules.Severity{rules.None}, Natural: d.natural}
		if d.truth {
			l.Truth[0] = rules.Low
		}
		tr.samples = append(tr.samples, sample{Lesson: l, linear: []float32{d.linear}, network: []float32{d.network}})
	}
	return tr
}

// Where the truth is drawn from a sum of both, its weights and bias are found again.
func TestCalibrate(t *testing.T) {
	for name, want := range map[string]rules.Calibration{
		"the mean":         {Linear: 0.5, Network: 0.5},
		"too sure":         {Linear: 0.2, Network: 0.3},
		"too timid":        {Linear: 1, Network: 0.8},
		"too suspicious":   {Linear: 0.5, Network: 0.5, Bias: -1.5},
		"the network only": {Network: 1},
	} {
		t.Run(name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(1, 1))
			var all []decided
			for range 40000 {
				linear, network := float32(rng.NormFloat64()*2), float32(rng.NormFloat64()*2)
				x := want.Linear*linear + want.Network*network + want.Bias
				all = append(all, decided{linear, network, rng.Float64() < 1/(1+math.Exp(-float64(x))), true})
			}
			tr := trainerOf(all)
			// What cannot be a finding, and what is beyond hope, has no say.
			for range 20000 {
				tr.samples = append(tr.samples, sample{Lesson: &Lesson{Truth: []rules.Severity{rules.None}, Natural: true}, linear: []float32{9}, network: []float32{9}})
				tr.samples = append(tr.samples, trainerOf([]decided{{hopeless - 3, hopeless + 2, true, true}}).samples[0])
			}
			got := tr.calibrate()[0]
			for _, d := range []float32{got.Linear - want.Linear, got.Network - want.Network, got.Bias - want.Bias} {
				if d < -0.06 || d > 0.06 {
					t.Errorf("%+v, want %+v", got, want)
					break
				}
			}
		})
	}
}

// Four messages of mini-chats count as much as one of a long chat.
func TestCalibrateWeighs(t *testing.T) {
	bias := func(naturalTruth bool, minis int) float32 {
		var all []decided
		for range 1000 {
			all = append(all, decided{0, 0, naturalTruth, true})
			for range minis {
				all = append(all, decided{0, 0, !naturalTruth, false})
			}
		}
		return trainerOf(all).calibrate()[0].Bias
	}
	if b := bias(true, 4); b < -0.1 || b > 0.1 {
		t.Errorf("bias %g where both sides are equal", b)
	}
	if b := bias(true, 1); b < 1.2 || b > 1.6 { // log 4
		t.Errorf("bias %g where one true message of a long chat stands against a false one of a mini-chat", b)
	}
}

// Where there is nothing to learn from, and where everything is clear, log-odds stay
// finite.
func TestCalibrateExtremes(t *testing.T) {
	for name, all := range map[string][]decided{
		"nothing":   nil,
		"one":       {{2, 2, true, true}},
		"all true":  {{2, 2, true, true}, {-1, -1, true, true}},
		"apart":     {{2, 2, true, true}, {1, 1, true, true}, {-1, -1, false, true}, {-2, -2, false, true}},
		"reversed":  {{2, 2, false, true}, {-2, -2, true, true}},
		"all alike": {{1, 1, true, true}, {1, 1, false, true}, {1, 1, true, true}},
	} {
		got := trainerOf(all).calibrate()[0]
		for _, w := range []float32{got.Linear, got.Network, got.Bias} {
			if !(math.Abs(float64(w)) < 10) {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
	if got := trainerOf(nil).calibrate()[0]; got != (rules.Calibration{Linear: 0.5, Network: 0.5}) {
		t.Errorf("without messages: %+v", got)
	}
}

// Where both are far too sure, the fit still ends near the least loss.
func TestCalibrateOversure(t *testing.T) {
	var all []decided
	for i := range 1000 {
		sure := float32(20)
		if i%2 == 0 {
			sure = -20
		}
		all = append(all, decided{sure, sure, (sure > 0) == (i%10 < 6), true}) // right in 6 of 10
	}
	got := trainerOf(all).calibrate()[0]
	if at := 20 * (got.Linear + got.Network); at < 0.2 || at > 0.6 { // log 1.5 is 0.41
		t.Errorf("%+v gives log-odds %g where 6 of 10 are right", got, at)
	}
}

func TestLogOdds(t *testing.T) {
	if got := logOdds(0.38); got < -0.4896 || got > -0.4894 {
		t.Errorf("log-odds of 0.38: %g", got)
	}
}

// toyChat is a labelled chat; a text that ends in ! is a finding of health.
func toyChat(id string, texts ...string) *eval.Chat {
	c := &eval.Chat{ID: id, Part: eval.Train}
	start := time.Date(2024, 3, 11, 7, 0, 0, 0, time.UTC)
	for i, text := range texts {
		sender := []string{"Uwe Obermeier", "Ina Kessler"}[i%2]
		c.Messages = append(c.Messages, chat.Message{Index: i, Time: start.Add(time.Duration(i) * time.Minute), Sender: sender, Text: text})
		var g eval.Gold
		if strings.HasSuffix(text, "!") {
			g.Labels = []eval.Label{{Category: rules.Health, Severity: rules.High}}
		}
		c.Gold = append(c.Gold, g)
	}
	return c
}

var plain = sync.OnceValue(func() *rules.Engine {
	e, err := rules.Load(rules.Options{RulesOnly: true})
	if err != nil {
		panic(err)
	}
	return e
})

// toyChats hold findings that a word tells.
func toyChats() []*eval.Chat {
	var out []*eval.Chat
	for i := range 12 {
		who := []string{"Stefan", "Kevin", "Jonas"}[i%3]
		out = append(out, toyChat(fmt.Sprint("toy-", i),
			who+" hat den Zwirbel!", "alles klar", "wann kommt das Material", "ich fahr los", "der hat den Zwirbel!", "ok"))
	}
	return out
}

// What a chat tells of a name goes to the messages of that chat that name it.
func TestReputesStayInTheirChat(t *testing.T) {
	named := func(chat int, glanced float32) sample {
		l := Lesson{Lesson: rules.Lesson{Judged: true, Names: []uint32{7}, Bearers: []rules.Bearer{{Name: 7}}}, Chat: chat}
		return sample{Lesson: &l, glanced: rules.Scores{glanced}}
	}
	stranger := sample{Lesson: &Lesson{Lesson: rules.Lesson{Judged: true, Bearers: []rules.Bearer{{Name: 8}}}}}
	tr := &trainer{columns: rules.Columns(), names: map[uint32]int32{}, keys: []uint32{0}}
	tr.samples = []sample{named(0, 1), named(0, 2), named(1, -1), stranger}
	tr.addReputes()
	a, b, other := &tr.samples[0], &tr.samples[1], &tr.samples[2]
	if len(a.features) == 0 || len(a.features) != a.seen || !slices.Equal(a.features, b.features) || slices.Equal(a.features, other.features) {
		t.Errorf("features of two messages of a chat %v and %v, of another chat %v", a.features, b.features, other.features)
	}
	if n := len(tr.samples[3].features); n > 0 {
		t.Errorf("a name that the chat does not tell of has %d features", n)
	}
}

func TestHintEdges(t *testing.T) {
	tr := &trainer{columns: rules.Columns()}
	for i := range 1000 {
		tr.samples = append(tr.samples, sample{
			Lesson:  &Lesson{Lesson: rules.Lesson{Names: []uint32{1}}},
			glanced: rules.Scores{float32(999 - i)},
		})
	}
	tr.samples = append(tr.samples, sample{Lesson: &Lesson{}, glanced: rules.Scores{1e6}}) // names nobody
	tr.setHintEdges()
	for i, share := range hintShares {
		if want := float32(share * 1000); tr.hintEdges[0][i] != want {
			t.Errorf("edge %d is %g, want %g", i, tr.hintEdges[0][i], want)
		}
	}
}

// The same lessons give the same bytes, whatever the workers did first, and the
// model has learnt what they teach.
func TestMessage(t *testing.T) {
	lessons := Study(toyChats(), plain(), nil)
	first, err := Message(lessons, quick)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Message(Study(toyChats(), plain(), nil), quick)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("%d bytes, then %d others, %v", len(first), len(again), err)
	}
	opt := quick
	opt.Seed++
	if other, err := Message(lessons, opt); err != nil || bytes.Equal(first, other) {
		t.Errorf("another seed gives the same model, %v", err)
	}
	e, err := rules.Load(rules.Options{Model: bytes.NewReader(first)})
	if err != nil {
		t.Fatal(err)
	}
	c := toyChat("new", "Ali hat den Zwirbel!", "wann kommst du")
	predicted, err := eval.NewPredictor(e).Predict(c.Messages)
	if err != nil {
		t.Fatal(err)
	}
	if f := predicted[0].Findings; len(f) != 1 || f[0].Category != rules.Health || f[0].Severity != rules.High {
		t.Errorf("found %+v, want health, high", f)
	}
	if f := predicted[1].Findings; len(f) > 0 {
		t.Errorf("found %+v in a message that tells nothing", f)
	}
}

func TestStudy(t *testing.T) {
	c := toyChat("study", "Stefan hat den Zwirbel!", "wann kommt er", "Al ist beigetreten", "der hat den Zwirbel!", "ok")
	c.Messages[2].Kind = chat.System
	lessons := Study([]*eval.Chat{toyChat("mini", "ja"), c}, plain(), nil)
	if len(lessons) != 6 {
		t.Fatalf("%d lessons", len(lessons))
	}
	health := slices.Index(rules.Columns(), rules.Health)
	for i, l := range lessons {
		wantChat, want := 1, rules.None
		if i == 0 {
			wantChat = 0
		}
		if i == 1 || i == 4 {
			want = rules.High
		}
		if l.Chat != wantChat || l.Natural != (wantChat == 1) || l.Truth[health] != want || l.Judged != (i != 3) {
			t.Errorf("lesson %d: chat %d, natural %t, truth %v, judged %t", i, l.Chat, l.Natural, l.Truth, l.Judged)
		}
	}
	// The notice is passed over: it is two messages back to the question.
	want := []rules.Neighbour{{Offset: 1, Depth: 0}, {Offset: -2, Depth: 1, SameSender: true}, {Offset: -3, Depth: 2}}
	if got := lessons[4].Around; !slices.Equal(got, want) {
		t.Errorf("around %+v, want %+v", got, want)
	}
}

// Other names in the same chat make the same features: the model sees that a name
// stands there and not which. Which one it is only files its repute.
func TestNamesAreMasked(t *testing.T) {
	texts := []string{"%s ist krank", "frag mal den %s, ob er kommt", "%s hat Grippe, ruf Frau %s an", "Der %s und der %s fahren los"}
	named := func(a, b string) []Lesson {
		var out []string
		for _, s := range texts {
			s = strings.Replace(s, "%s", a, 1)
			out = append(out, strings.Replace(s, "%s", b, 1))
		}
		return Study([]*eval.Chat{toyChat("names", out...)}, plain(), nil)
	}
	a, b := named("Stefan", "Obermeier"), named("Jonas", "Kessler")
	for i := range texts {
		if !slices.Equal(a[i].Own, b[i].Own) || !slices.Equal(a[i].Context, b[i].Context) {
			t.Errorf("%q: other names give other features", texts[i])
		}
		if len(a[i].Bearers) != len(b[i].Bearers) || slices.Equal(a[i].Bearers, b[i].Bearers) {
			t.Errorf("%q: bearers %v and %v", texts[i], a[i].Bearers, b[i].Bearers)
		}
	}
}

// Neighbouring mini-chats are never split, nor are the messages of a long one.
func TestGroups(t *testing.T) {
	mini := toyChat("mini", "ja")
	for i := range 10 * blockSize {
		if first := i - i%blockSize; group(mini, i) != group(mini, first) {
			t.Errorf("mini-chat %d is apart from %d", i, first)
		}
	}
	if group(mini, 0) == group(mini, blockSize) {
		t.Error("two blocks are one group")
	}
	long := toyChat("long", "a", "b", "c", "d", "e")
	if group(long, 1) != group(long, 999) || group(long, 1) == group(toyChat("other", "a", "b", "c", "d", "e"), 1) {
		t.Error("the group of a long chat is not that of its name")
	}
	seen := map[int]bool{}
	for i := range 40 {
		g := group(toyChat(fmt.Sprint("c", i), "a", "b", "c", "d", "e"), i)
		if g < 0 {
			t.Fatalf("group %d", g)
		}
		seen[g%5] = true
	}
	if len(seen) != 5 {
		t.Errorf("40 chats fall into %d of 5 folds", len(seen))
	}
}

// The inner cross-validation scores a message by what its own fold has not
// taught: a feature of one fold alone says nothing there.
func TestHoldOut(t *testing.T) {
	var lessons []Lesson
	for i := range 60 {
		l := Lesson{Truth: make([]rules.Severity, len(rules.Columns())), Chat: i, Group: i, Weight: 1}
		l.Judged = true
		key := uint32(100) // told by every fold
		if i%quick.Folds == 0 {
			key = 200 // by the first only
		}
		if i%2 == 0 {
			l.Own = []rules.Feature{{Key: key}}
			l.Truth[0] = rules.High
		} else {
			l.Own = []rules.Feature{{Key: 300}}
		}
		lessons = append(lessons, l)
	}
	tr := &trainer{opt: quick, columns: rules.Columns()}
	tr.read(lessons)
	tr.holdOut()
	tr.holdOutDecisions()
	for name, scores := range map[string]func(sample) []float32{
		"alone":   func(s sample) []float32 { return s.alone },
		"linear":  func(s sample) []float32 { return s.linear },
		"network": func(s sample) []float32 { return s.network },
	} {
		told, untold := scores(tr.samples[2])[0], scores(tr.samples[0])[0]
		if told < 1 || untold > told/2 {
			t.Errorf("%s: log-odds %g by a feature of every fold, %g by one of its own fold only", name, told, untold)
		}
	}
}

// spy is a system that remembers which chats it was made from.
type spy struct{ chats map[int]bool }

func (s spy) Predict(messages []chat.Message) ([]eval.Prediction, error) {
	return make([]eval.Prediction, len(messages)), nil
}

// No system judges a chat, or a neighbour of a mini-chat, it was made from.
func TestCrossValidate(t *testing.T) {
	var chats []*eval.Chat
	for i := range 5 * blockSize {
		chats = append(chats, toyChat(fmt.Sprint("mini-", i), "ja"))
	}
	for i := range 30 {
		chats = append(chats, toyChat(fmt.Sprint("long-", i), "a", "b", "c", "d", "e"))
	}
	lessons := Study(chats, plain(), nil)
	var built []spy
	cv := CrossValidate(chats, lessons, 4, func(rest []Lesson) (eval.Predictor, error) {
		s := spy{map[int]bool{}}
		for _, l := range rest {
			s.chats[l.Chat] = true
		}
		built = append(built, s)
		return s, nil
	}).(*crossValidated)
	for i, c := range chats {
		if p, err := cv.Predict(c.Messages); err != nil || len(p) != len(c.Messages) {
			t.Fatal(err)
		}
		system, _ := cv.systems[cv.byFirst[&c.Messages[0]]]()
		for k, other := range chats {
			if group(other, k) == group(c, i) && system.(spy).chats[k] {
				t.Errorf("chat %d is judged by a system that knows chat %d", i, k)
			}
		}
	}
	if len(built) != 4 {
		t.Errorf("%d systems were built, want one a fold", len(built))
	}
	if p, err := cv.Predict(nil); p != nil || err != nil {
		t.Errorf("an empty chat: %v, %v", p, err)
	}
}

// A feature counts once a chat, however often it stands there.
func TestFrequent(t *testing.T) {
	lesson := func(chat int, keys ...uint32) Lesson {
		l := Lesson{Chat: chat}
		for _, k := range keys {
			l.Own = append(l.Own, rules.Feature{Key: k})
		}
		return l
	}
	keep := frequent([]Lesson{lesson(0, 1, 1, 2), lesson(0, 1, 3), lesson(1, 2), lesson(2, 3)}, 2)
	if len(keep) != 2 || !keep[2] || !keep[3] {
		t.Errorf("kept %v, want 2 and 3", keep)
	}
}
