package train

import (
	"sync"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/eval"
)

// CrossValidate returns a predictor that judges every chat by a system made
// from the lessons of the other folds.
func CrossValidate(chats []*eval.Chat, lessons []Lesson, folds int, build func(rest []Lesson) (eval.Predictor, error)) eval.Predictor {
	cv := &crossValidated{byFirst: map[*chat.Message]int{}, systems: make([]func() (eval.Predictor, error), folds)}
	// The inner folds are cut by the group modulo their number, the outer ones
	// by what that leaves, so that both cut differently.
	fold := func(group int) int { return group / 97 % folds }
	for i, c := range chats {
		if len(c.Messages) > 0 {
			cv.byFirst[&c.Messages[0]] = fold(group(c, i))
		}
	}
	for f := range folds {
		cv.systems[f] = sync.OnceValues(func() (eval.Predictor, error) {
			var rest []Lesson
			for _, l := range lessons {
				if fold(l.Group) != f {
					rest = append(rest, l)
				}
			}
			return build(rest)
		})
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
