package detector

// describedBy are what people build codes of; the description gives the code away
// as well as its digits.
var describedBy = newCues(`geburtsjahr geburtstag geburtsdatum hochzeitstag hausnummer postleitzahl baujahr gründungsjahr telefonnummer
	kennzeichen spitzname mädchenname birthday birthyear anniversary postcode surname jahrgang jubiläum`, "geburtsjahr geburtsdat hochzeits")

// turnedAround says how a described code is altered, which leaves no doubt that one is meant.
var turnedAround = newCues("rückwärts rückwärz backwards andersrum umgekehrt verkehrtrum hintereinander zweimal doppelt reversed twice", "")

// findDescribedCodes looks for "der Code ist das Geburtsjahr vom Chef" and for
// "Geburtsjahr vom Chef rückwärts" where the code was named before.
func findDescribedCodes(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) != Word || t.size(i) < 7 || !describedBy.has(t.Word(i)) {
			continue
		}
		end := sentenceEnd(t, i)
		if sayingVerbs.has(t.wordAt(possessed(t, i)-1)) && codeNamed(t, i) || turnedAround.before(t, end+1, end-i) {
			start := possessed(t, i)
			out = append(out, t.span(Credential, start, end, 0.75, "code described"))
		}
		i = end
	}
	return out
}

// possessed returns the article or pronoun right before token i, or i.
func possessed(t *Text, i int) int {
	switch t.wordAt(i - 1) {
	case "das", "der", "die", "mein", "sein", "ihr", "unser", "dein", "meine", "seine", "ihre", "my", "his", "her", "our", "the":
		return i - 1
	}
	return i
}
