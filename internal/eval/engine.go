package eval

import (
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// NewPredictor puts a rule engine under measurement.
func NewPredictor(engine *rules.Engine) Predictor { return ruleEngine{engine} }

type ruleEngine struct{ engine *rules.Engine }

// Predict checks the chat in one session that knows its senders.
func (r ruleEngine) Predict(messages []chat.Message) ([]Prediction, error) {
	session := r.engine.NewSession(Meet(r.engine, messages))
	out := make([]Prediction, len(messages))
	for i := range messages {
		out[i] = keep(session.Check(&messages[i], chat.After(messages, i)))
	}
	return out, nil
}

// keep copies a result, which the session overwrites with the next message.
func keep(r rules.Result) Prediction {
	p := Prediction{Entities: slices.Clone(r.Entities), Findings: slices.Clone(r.Findings)}
	for i := range p.Findings {
		p.Findings[i].Evidence = slices.Clone(p.Findings[i].Evidence)
	}
	return p
}

// Meet learns the people of a labelled chat as a scan does.
func Meet(engine *rules.Engine, messages []chat.Message) *rules.Roster {
	return engine.Meet(senders(messages), func(yield func(*chat.Message) bool) {
		for i := range messages {
			if !yield(&messages[i]) {
				return
			}
		}
	})
}

// senders returns the names under which a chat was written, each once.
func senders(messages []chat.Message) []string {
	var names []string
	for i := range messages {
		if s := messages[i].Sender; s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	return names
}
