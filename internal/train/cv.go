package train

import (
	"sync"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/eval"
)

// CrossValidate returns a predictor that judges every chat by a system made
// from the chats of the other folds.
func CrossValidate(chats []*eval.Chat, folds int, build func(rest []*eval.Chat) (eval.Predictor, error)) eval.Predictor {
	cv := &crossValidated{byFirst: map[*chat.Message]int{}, systems: make([]func() (eval.Predictor, error), folds)}
	for i, c := range chats {
		if len(c.Messages) > 0 {
			cv.byFirst[&c.Messages[0]] = foldOf(c, i, folds)
		}
	}
	for fold := range folds {
		var rest []*eval.Chat
		for i, c := range chats {
			if foldOf(c, i, folds) != fold {
				rest = append(rest, c)
			}
		}
		cv.systems[fold] = sync.OnceValues(func() (eval.Predictor, error) { return build(rest) })
	}
	return cv
}

type crossValidated struct {
	byFirst map[*chat.Message]int // first message of a chat → its fold
	systems []func() (eval.Predictor, error)
}

// Predict finds the fold by the identity of the messages.
func (cv *crossValidated) Predict(messages []chat.Message) ([]eval.Prediction, error) {
	if len(messages) == 0 {
		return nil, nil
	}
	system, err := cv.systems[cv.byFirst[&messages[0]]]()
	if err != nil {
		return nil, err
	}
	return system.Predict(messages)
}
