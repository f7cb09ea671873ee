package detector

import "github.com/chatlint/chatlint/detector/tagger"

// Form is what the detectors know of a token wherever it stands: all that depends
// on how it is written. Who remembers words between messages can keep forms with
// them and give them to Text.Forms, which spares the detectors to look words up.
type Form struct {
	secret secretToken
	tagged tagger.Form
}

// Describe works out the form of token i. Equal tokens have equal forms, and a
// form does not keep the text alive.
func (t *Text) Describe(i int) Form {
	token := taggerToken(t, i)
	return Form{secret: t.describeSecret(i, t.marksOf(i)), tagged: defaultTagger().Describe(&token)}
}

// form returns the form of token i, or nil if nobody remembers it.
func (t *Text) form(i int) *Form {
	if len(t.Forms) != len(t.Tokens) {
		return nil
	}
	return t.Forms[i]
}
