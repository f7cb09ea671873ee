package detector

// describedBy are what people build codes of; the description gives the code away
// as well as its digits.
var describedBy = newCues(`geburtsjahr geburtstag geburtsdatum hochzeitstag hausnummer postleitzahl baujahr gründungsjahr telefonnummer
	kennzeichen spitzname mädchenname birthday birthyear anniversary postcode surname jahrgang jubiläum
	jahreszahl geburtstog geburtsdog geburtsdag`, "geburtsjahr geburtsdat hochzeits")

// turnedAround says how a described code is altered, which leaves no doubt that one is meant.
var turnedAround = newCues("rückwärts rückwärz backwards andersrum umgekehrt verkehrtrum hintereinander zweimal doppelt reversed twice telefontasten", "")

// findDescribedCodes looks for "der Code ist das Geburtsjahr vom Chef" and for
// "Geburtsjahr vom Chef rückwärts" where the code was named before.
func findDescribedCodes(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if last := repeatedDigit(t, i); last > 0 {
			out = append(out, t.span(Credential, i, last, 0.8, "digit to be keyed in several times"))
			i = last
			continue
		}
		if t.kind(i) != Word {
			continue
		}
		if start, last := toldSpelling(t, i); last > 0 {
			out = append(out, t.span(Credential, start, last, 0.75, "password told with its spelling"))
			i = last
			continue
		}
		if start, last := builtFrom(t, i); last > 0 {
			out = append(out, t.span(Credential, start, last, 0.75, "code described"))
			i = last
			continue
		}
		if t.size(i) < 7 || !describedBy.has(t.Word(i)) {
			continue
		}
		end := sentenceEnd(t, i)
		if start := describedFrom(t, i, end); start >= 0 {
			out = append(out, t.span(Credential, start, end, 0.75, "code described"))
			i = end
			continue
		}
		if describes(t.wordAt(possessed(t, i)-1)) && codeNamed(t, i, codeDistance) || turnedAround.before(t, end+1, end-i) {
			start := possessed(t, i)
			out = append(out, t.span(Credential, start, end, 0.75, "code described"))
		}
		i = end
	}
	return out
}

// describedFrom returns where the description begins that token i, what a code is
// built of, belongs to, and that ends with token end; or -1. "PIN ist seine alte
// Postleitzahl" names the code, "fünf und dann Postleitzahl" and "Postleitzahl und
// dann Stern" tell how it is keyed in.
func describedFrom(t *Text, i, end int) int {
	for j := i - 1; j >= i-12 && t.kind(j) <= Punct && !t.punct(j, '.') && !t.punct(j, '?') && !t.punct(j, '!'); j-- {
		if (t.Word(j) == "ist" || t.Word(j) == "is" || t.Word(j) == "isch") && isCodeWord(t, j-1) && possessed(t, j+2) == j+1 {
			return j + 1
		}
	}
	if tailLinks.has(t.wordAt(i-2)) && t.wordAt(i-1) == "dann" && (t.kind(i-3) == Number || spokenNumbers.has(t.wordAt(i-3))) {
		return i - 3
	}
	if t.wordAt(i-1) == "dann" && t.punct(i-2, ',') && tailKeys.has(t.wordAt(i-3)) {
		return i - 3
	}
	if tailKeys.has(t.Word(end)) && t.wordAt(end-1) == "dann" && (tailLinks.has(t.wordAt(end-2)) || t.punct(end-2, ',')) {
		return possessed(t, i)
	}
	if w := t.wordAt(i - 1); w == "plus" || w == "+" {
		for j := i - 2; j >= i-6; j-- {
			if describedBy.has(t.wordAt(j)) || nameWords.has(t.wordAt(j)) {
				if start := possessed(t, j); t.punct(start-1, '/') || t.punct(start-1, ':') || codeNamed(t, j, codeDistance) {
					return start
				}
			}
		}
	}
	return -1
}

var nameWords = newCues("name vorname nachname", "")

// spokenNumbers are numbers in words that may begin a code.
var spokenNumbers = newCues("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", "")

// toldSpelling reads "war roter hahn zusammengeschrieben mit 12" behind a word for a
// password: from the verb at token i to the end of the sentence.
func toldSpelling(t *Text, i int) (start, last int) {
	if !sayingVerbs.has(t.Word(i)) || t.Word(i) == "wird" || t.Word(i) == "to" || notPasswords.has(t.wordAt(i+1)) && !nowWords.has(t.wordAt(i+1)) || !wordPasswords.before(t, i, codeDistance) {
		return 0, 0
	}
	for j := i + 2; j <= i+9 && t.kind(j) <= Number; j++ {
		switch t.Word(j) {
		case "zusammengeschrieben", "kleingeschrieben", "aneinander", "anfangsbuchstabe", "anfangsbuchstaben":
			return i + 1, sentenceEnd(t, j)
		}
	}
	return 0, 0
}

// describes reports a verb that tells what a code is, not what it was.
func describes(w string) bool { return sayingVerbs.has(w) && w != "war" && w != "wird" }

// timesWords say how often a digit is keyed in.
var timesWords = newCues("dreimal viermal fünfmal sechsmal siebenmal achtmal dreimol viermol", "")

// repeatedDigit reads "4 mal die 6" and "dreimal die 9 und dann 4" at the word or
// number that opens it, and returns the last token, or 0. Dishes and goods are
// ordered like that too: a word for a code or further digits must show what is meant.
func repeatedDigit(t *Text, i int) int {
	j := i + 1
	switch {
	case timesWords.has(t.Word(i)):
	case (t.number(i) >= 3 && t.number(i) <= 6 || t.Word(i) == "vier" || t.Word(i) == "drei") && (t.wordAt(j) == "mal" || t.wordAt(j) == "x"):
		j++
	default:
		return 0
	}
	if t.wordAt(j) == "die" || t.wordAt(j) == "der" {
		j++
	}
	if !oneDigit(t, j) {
		return 0
	}
	last := j
	for j++; tailLinks.has(t.wordAt(j)); j++ {
	}
	if j > last+1 && (oneDigit(t, j) || tailKeys.has(t.wordAt(j))) {
		return j
	}
	if codeNamed(t, i, codeDistance) || t.kind(last) == Word && t.kind(i) == Word && (i == 0 && (t.kind(j) >= Symbol || t.punct(j, '.')) || t.punct(j, ',') && toBeChanged(t, j)) {
		return last
	}
	return 0
}

// oneDigit reports a digit at token i, in figures or words.
func oneDigit(t *Text, i int) bool {
	return t.number(i) >= 0 && t.size(i) == 1 || len(spokenDigits[t.wordAt(i)]) == 1
}

// possessed returns the article or pronoun right before token i, or i.
func possessed(t *Text, i int) int {
	switch t.wordAt(i - 1) {
	case "das", "der", "die", "mein", "sein", "ihr", "unser", "dein", "meine", "seine", "ihre", "unsere", "deine", "my", "his", "her", "our", "the":
		return i - 1
	}
	if w := t.wordAt(i - 1); t.kind(i) == Word && len(w) > 3 && w[len(w)-1] == 's' && copulas.has(t.wordAt(i-2)) {
		return i - 1 // ist omas Geburtstag
	}
	return i
}
