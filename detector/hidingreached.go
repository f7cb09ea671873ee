package detector

// gardenFigures stand where people hide keys, and are spoken of for little else.
var gardenFigures = newCues("gartenzwerg zwerg frosch igel eule kröte schildkröte steinlöwe gnome frog hedgehog owl toad tortoise", "")

// gettingAt are the verbs of one who takes a key from its hiding place.
var gettingAt = newCues(`anheben hochheben hochnehmen lupfen abschrauben aufschrauben umdrehen reingreifen greifen drunterlangen
	lift unscrew unscrews unscrewed tilt`, "")

// reachedPlace returns the tokens of "den Zwerg anheben", "toad by the shed, belly
// unscrews" and "Knauf abschrauben, ist hohl", all of a sentence; or 0, 0.
func reachedPlace(t *Text) (first, last int) {
	if !t.has(markFigure) || len(t.Tokens) > 24 {
		return 0, 0
	}
	for i := 0; i < len(t.Tokens); {
		end := sentenceEnd(t, i)
		if start := reached(t, i, end); start >= 0 && !t.punct(end+1, '?') {
			return start, end
		}
		for i = end + 1; i < len(t.Tokens) && t.kind(i) >= Punct; i++ {
		}
	}
	return 0, 0
}

// reached returns where the place begins in the sentence i to end, or -1.
func reached(t *Text, i, end int) int {
	figure, verb, hollow := false, gettingAt.has(t.wordAt(end)) || gettingAt.has(t.wordAt(i)) && articled(t, i+1), false
	for j := i; j <= end && end-i <= 15; j++ {
		if t.kind(j) != Word {
			continue
		}
		w := t.Word(j)
		figure = figure || gardenFigures.has(w)
		if w == "hohl" || w == "hollow" {
			hollow = gettingAt.before(t, j, 8)
		}
	}
	switch {
	case verb && figure, hollow:
		for j := i; j < end-3; j++ {
			if t.punct(j, ',') && !figure {
				return j + 1
			}
		}
		return i
	case figure && otherFigure(t, i, end):
		return i
	}
	return -1
}

// otherFigure reports "the owl. not the small owl": a figure told from another.
func otherFigure(t *Text, i, end int) bool {
	j := i
	if articled(t, j) {
		j++
	}
	if j != end || t.kind(end+1) != Punct || !gardenFigures.has(t.wordAt(j)) {
		return false
	}
	not := t.wordAt(end + 2)
	return (not == "not" || not == "nicht") && articled(t, end+3)
}
