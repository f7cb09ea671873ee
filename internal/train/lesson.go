package train

import (
	"hash/fnv"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/eval"
	"github.com/chatlint/chatlint/rules"
)

// Lesson is one labelled message as the model sees it.
type Lesson struct {
	rules.Lesson
	Truth   []rules.Severity // per column of the model
	Chat    int              // number of its chat
	Group   int              // chats of one group are never split between folds
	Natural bool             // of a long chat
	Weight  float64          // how much it counts, see Weights
}

// Study turns labelled chats into lessons, in order. The engine must have been
// loaded with RulesOnly.
func Study(chats []*eval.Chat, engine *rules.Engine, weights Weights) []Lesson {
	var out []Lesson
	for i, c := range chats {
		session := engine.NewSession(eval.Meet(engine, c.Messages))
		for k := range c.Messages {
			out = append(out, Lesson{
				Lesson: session.Study(&c.Messages[k], chat.After(c.Messages, k)), Truth: truth(c.Gold[k]),
				Chat: i, Group: group(c, i), Natural: !c.Mini(), Weight: weights.Of(c.File),
			})
		}
	}
	return out
}

func truth(g eval.Gold) []rules.Severity {
	columns := rules.Columns()
	out := make([]rules.Severity, len(columns))
	for _, l := range g.Labels {
		if i := slices.Index(columns, l.Category); i >= 0 {
			out[i] = l.Severity
		}
	}
	return out
}

// blockSize is how many neighbouring mini-chats stay together: a message and
// its near twin stand next to each other.
const blockSize = 12

// group numbers what may not be split.
func group(c *eval.Chat, i int) int {
	h := fnv.New32a()
	if c.Mini() {
		h.Write([]byte{byte(i / blockSize), byte(i / blockSize >> 8)})
	} else {
		h.Write([]byte(c.ID))
	}
	return int(h.Sum32() >> 1)
}
