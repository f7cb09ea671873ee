package detector

import "github.com/chatlint/chatlint/detector/gazetteer"

// Prepare unpacks the word lists and the models that the detectors need. The
// first message would do so otherwise. It may run beside anything else.
func Prepare() {
	gazetteer.Lookup("")
	defaultTagger()
	secretModel()
}
