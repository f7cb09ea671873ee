package detector

// AnswerCode returns the code, password or hiding place that a message gives when
// it answers the question for one. After "was ist der Code?" a bare "4711, glaub
// ich" tells a credential, which the message alone does not show. It reports false
// where the message gives none, or is too long for an answer.
func AnswerCode(t *Text) (Entity, bool) {
	words := 0
	for i := range t.Tokens {
		if t.kind(i) == Word {
			words++
		}
	}
	if words > 12 {
		return Entity{}, false
	}
	for i := range t.Tokens {
		if c, ok := readCode(t, i); ok && !c.counts(t) && c.digits >= 3 {
			return t.span(Credential, c.first, c.last, 0.8, "code in the answer to a question for it"), true
		}
		if end := chunkEnd(t, i); t.kind(i) == Word && end > i && secret(t, i, end) {
			return t.span(Credential, i, end, 0.7, "password in the answer to a question for it"), true
		}
		if t.kind(i) == Word && hidingPrepositions.has(t.Word(i)) {
			if end := placeEnd(t, i); nounWithin(t, i+1, end) {
				return t.span(Credential, i, end, 0.75, "hiding place in the answer to a question for it"), true
			}
		}
	}
	return Entity{}, false
}
