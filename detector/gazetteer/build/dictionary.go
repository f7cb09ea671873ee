package build

import (
	"encoding/json"
	"os"
	"strings"
)

// noun holds the forms of a noun: "G" is the gender, the other keys are cases
// that map to their forms per number.
type noun map[string]json.RawMessage

// dictionary marks the nouns of a German dictionary and their forms.
func (b *builder) dictionary(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var nouns map[string]noun
	if err := json.Unmarshal(data, &nouns); err != nil {
		return err
	}
	for w, n := range nouns {
		b.noun(w)
		for _, raw := range n {
			var forms map[string]string
			if json.Unmarshal(raw, &forms) != nil {
				continue // the gender
			}
			for _, form := range forms {
				b.noun(form)
			}
		}
	}
	return nil
}

func (b *builder) noun(w string) {
	w = strings.ToLower(w)
	if p := b.parts(w); len(p) == 1 && p[0] == w {
		e := b.words[w]
		e.Noun = true
		b.words[w] = e
	}
}
