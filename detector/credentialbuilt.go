package detector

// keypads are what the path of a code is told on.
var keypads = newCues("tastenfeld ziffernblock nummernblock nummernfeld keypad", "")

// builtFrom returns the tokens of what tells how a code comes about, i a word of it:
// "die letzten vier vom Handy", "Jahr der Währungsreform rückwärts", "her dog's
// name", "diagonal über den Ziffernblock"; or 0, 0.
func builtFrom(t *Text, i int) (start, last int) {
	switch w := t.Word(i); {
	case outerWords.has(w):
		return partOfNumber(t, i)
	case reversals.has(w):
		return reversed(t, i)
	case w == "name" || w == "namen" || w == "names":
		return nameAsCode(t, i)
	case keypads.has(w):
		return pathOnKeypad(t, i)
	}
	return 0, 0
}

// partOfNumber reads "die letzten vier vom Handy" at "letzten", said as a whole
// sentence but for what opens it.
func partOfNumber(t *Text, i int) (start, last int) {
	if j := i + 1; !counting.has(t.wordAt(j)) && !(t.number(j) >= 2 && t.number(j) <= 8) {
		return 0, 0
	}
	if end := sentenceEnd(t, i); numbersOwned.after(t, i+1, 5) && !t.punct(end+1, '?') && answers(t, i) {
		if articled(t, i-1) {
			i--
		}
		return i, end
	}
	return 0, 0
}

// answers reports that nothing stands before token i in its sentence but words that
// open an answer or name a code.
func answers(t *Text, i int) bool {
	for j := i - 1; j >= 0 && t.kind(j) != Break && !t.punct(j, '.') && !t.punct(j, '!') && !t.punct(j, '?'); j-- {
		if t.kind(j) == Word && !holdOpeners.has(t.Word(j)) && !holdWords.has(t.Word(j)) && !isCodeWord(t, j) {
			return false
		}
	}
	return true
}

var (
	outerWords   = newCues("letzten letzte ersten erste last first", "")
	counting     = newCues("zwei drei vier fünf sechs acht two three four five six eight ziffern zahlen digits", "")
	numbersOwned = newCues("festnetz festnetznummer handynummer handy telefonnummer iban kontonummer postleitzahl plz postcode phone mobile landline", "")
)

// reversals say that a code is read from its end.
var reversals = newCues("rückwärts rückwärz backwards andersrum umgekehrt verkehrtrum reversed", "")

// reversed reads "Türcode ist das Jahr der Mondlandung rückwärts" at its last word:
// what stands behind the word for the code, or from the year on.
func reversed(t *Text, i int) (start, last int) {
	clauses := 1
	for j := i - 1; j >= i-14 && (t.kind(j) <= Number || t.punct(j, ',')); j-- {
		switch w := t.Word(j); {
		case t.punct(j, ','):
			clauses++
		case (w == "jahr" || w == "year") && genitives.has(t.wordAt(j+1)):
			return possessed(t, j), sentenceEnd(t, i)
		case isCodeWord(t, j):
			if copulas.has(t.wordAt(j + 1)) {
				j++
			}
			if i-j < 3 || clauses > 1 {
				return 0, 0 // type the code in backwards
			}
			return j + 1, sentenceEnd(t, i)
		}
	}
	return 0, 0
}

// genitives open what a year or a name is that of, or in which year something was.
var genitives = newCues("vom von der des of wo in", "")

// nameAsCode reads "PIN is her dog's name" and "Kennwort ist der Name vom Hund" at
// the name: what stands behind the verb.
func nameAsCode(t *Text, i int) (start, last int) {
	owned := bare(t.wordAt(i-1)) != t.wordAt(i-1)
	owned = owned || genitives.has(t.wordAt(i+1))
	for j := i - 1; owned && j >= i-5 && t.kind(j) <= Number; j-- {
		if copulas.has(t.Word(j)) && isCodeWord(t, j-1) {
			return j + 1, sentenceEnd(t, i)
		}
	}
	return 0, 0
}

// pathOnKeypad reads the sentence that tells in which order the keys lie, with a word
// for a keypad at token i.
func pathOnKeypad(t *Text, i int) (start, last int) {
	start, last = i, sentenceEnd(t, i)
	for t.kind(start-1) <= Number || t.punct(start-1, ',') {
		start--
	}
	if !keyPaths.around(t, i, i, 6) || keypadTrouble.around(t, i, i, 6) || t.punct(last+1, '?') {
		return 0, 0
	}
	return start, last
}

var (
	keyPaths      = newCues("ecken uhrzeigersinn diagonal diagonale corners clockwise anticlockwise diagonally", "")
	keypadTrouble = newCues("klemmt klemmen kaputt defekt geht gehen hängt reagiert reagieren abgenutzt broken stuck dead worn", "")
)
