package detector

import (
	"sync"

	"github.com/chatlint/chatlint/detector/tagger"
)

// NewEager returns an engine that takes a word for a name sooner than New does.
// It serves redaction, where a name that is missed costs more than a word that
// is hidden for nothing. The bias is in log odds for every word; 0 makes the
// engine of New.
func NewEager(bias float32) *Engine {
	model := sync.OnceValue(func() *tagger.Model { return defaultTagger().WithBias(bias) })
	e := &Engine{}
	for _, d := range registry {
		if d.Name == personDetector.Name {
			d = newPersonDetector(model)
		}
		e.detectors = append(e.detectors, d)
	}
	return e
}
