package eval

import (
	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// Prediction is what a system says about one message.
type Prediction struct {
	Entities []detector.Entity
	Findings []rules.Finding
}

// Predictor is a system under measurement. It sees the messages of one whole
// chat and never their labels.
type Predictor interface {
	// Predict returns one prediction per message, in order.
	Predict(messages []chat.Message) ([]Prediction, error)
}
