package detector

// describedBy are what people build codes of; the description gives the code away
// as well as its digits.
var describedBy = newCues(`geburtsjahr geburtstag geburtsdatum hochzeitstag hausnummer postleitzahl baujahr gründungsjahr telefonnummer
	kennzeichen spitzname mädchenname birthday birthyear anniversary postcode surname jahrgang jubiläum
	geburtstog geburtsdog geburtsdag`, "geburtsjahr geburtsdat hochzeits")

// turnedAround says how a described code is altered, which leaves no doubt that one is meant.
var turnedAround = newCues("rückwärts rückwärz backwards andersrum umgekehrt verkehrtrum hintereinander zweimal doppelt reversed twice", "")

// findDescribedCodes looks for "der Code ist das Geburtsjahr vom Chef" and for
// "Geburtsjahr vom Chef rückwärts" where the code was named before.
func findDescribedCodes(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if last := repeatedDigit(t, i); last > 0 {
			out = append(out, t.span(Credential, i, last, 0.8, "digit to be keyed in several times"))
			i = last
			continue
		}
		if t.kind(i) != Word || t.size(i) < 7 || !describedBy.has(t.Word(i)) {
			continue
		}
		end := sentenceEnd(t, i)
		if describes(t.wordAt(possessed(t, i)-1)) && codeNamed(t, i, codeDistance) || turnedAround.before(t, end+1, end-i) {
			start := possessed(t, i)
			out = append(out, t.span(Credential, start, end, 0.75, "code described"))
		}
		i = end
	}
	return out
}

// describes reports a verb that tells what a code is, not what it was.
func describes(w string) bool { return sayingVerbs.has(w) && w != "war" && w != "wird" }

// timesWords say how often a digit is keyed in.
var timesWords = newCues("dreimal viermal fünfmal sechsmal dreimol viermol", "")

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
	if t.number(j) < 0 || t.size(j) != 1 {
		return 0
	}
	last := j
	for j++; tailLinks.has(t.wordAt(j)); j++ {
	}
	if j > last+1 && t.number(j) >= 0 && t.size(j) == 1 {
		return j
	}
	if codeNamed(t, i, codeDistance) {
		return last
	}
	return 0
}

// possessed returns the article or pronoun right before token i, or i.
func possessed(t *Text, i int) int {
	switch t.wordAt(i - 1) {
	case "das", "der", "die", "mein", "sein", "ihr", "unser", "dein", "meine", "seine", "ihre", "my", "his", "her", "our", "the":
		return i - 1
	}
	return i
}
