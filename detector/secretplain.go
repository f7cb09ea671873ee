package detector

import "strings"

// The plain ways to tell a secret, which must be found whatever the labeller has learnt:
// a number beside a word for a code, a word told as password, and the place under or
// behind which a key lies.

// codeReach is how many words may stand between a code and the word for it.
const codeReach = 5

// findPlainSecrets appends the secrets that are told in a plain way.
func findPlainSecrets(t *Text, out []Entity) []Entity {
	talk := gistOf(t).topics
	key := -1
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) == Word && t.mark(i)&markKey != 0 {
			key = i
		}
		if last := codeEnd(t, i); last >= 0 {
			if talk&topicCode != 0 && isPlainCode(t, i, last) {
				out = append(out, t.span(Credential, i, last, 0.85, "code beside a word for it"))
			}
			i = last
			continue
		}
		if wordPasswords.has(bare(t.wordAt(i))) {
			if first, last := passwordBehind(t, i); last > 0 {
				out = append(out, t.span(Credential, first, last, 0.85, "password behind a word for it"))
				i = last
				continue
			}
		}
		if key >= 0 && covering.has(t.wordAt(i)) && lies(t, key, i) {
			if last := placeEnd(t, i); last > i {
				out = append(out, t.span(Credential, i, last, 0.8, "where a key lies"))
				i = last
			}
		}
	}
	return out
}

// codeEnd returns the last token of a number of three to eight digits at token i, with
// the # or * behind it: 4711, 47 11, 4-7-1-1, 4711#; or -1.
func codeEnd(t *Text, i int) int {
	if !t.asciiDigits(i) || t.gap(i-1) == 0 && !t.punct(i-1, ':') && !t.punct(i-1, '"') {
		return -1
	}
	size, digits, last := t.size(i), t.size(i), i
	for size <= 2 {
		next := last + 1
		if t.isDash(next) && t.gap(next-1) == 0 && t.gap(next) == 0 {
			next++
		}
		if !t.asciiDigits(next) || t.size(next) != size || t.gap(next-1) > 1 {
			break
		}
		digits, last = digits+size, next
	}
	if digits < 3 || digits > 8 {
		return -1
	}
	if (t.punct(last+1, '#') || t.punct(last+1, '*')) && t.gap(last) == 0 {
		last++
	}
	return last
}

// isPlainCode reports a number that counts nothing and stands near a word for a code in
// the same sentence, behind it or as in "4711 ist der Code".
func isPlainCode(t *Text, first, last int) bool {
	if isAmount(t, first, last) || figureCues.has(t.wordAt(first-1)) || calledOther(t, last) || t.punct(last+1, '?') {
		return false
	}
	year := first == last && t.size(first) == 4 && t.number(first) >= 1980 && t.number(first) <= 2035
	for j, words := first-1, 0; j >= 0 && words <= codeReach && !isSentenceEnd(t, j); j-- {
		if t.kind(j) != Word {
			continue
		}
		if t.mark(j)&markCode != 0 {
			return !year || words == 0 || words == 1 && tellingWords.has(t.Word(first-1))
		}
		words++
	}
	for j := last + 1; j <= last+4 && t.kind(j) == Word; j++ {
		if t.mark(j)&markCode != 0 {
			return j > last+1
		}
		if !linkWords.has(t.Word(j)) {
			return false
		}
	}
	return false
}

// isAmount reports a number with a unit, a decimal part or a time.
func isAmount(t *Text, first, last int) bool {
	next := last + 1
	if codeUnits.has(t.wordAt(next)) || t.kind(next) == Punct && strings.Contains("€£$%", t.Of(next)) || t.kind(first-1) == Punct && strings.Contains("€£$", t.Of(first-1)) {
		return true
	}
	return t.gap(last) == 0 && t.gap(next) == 0 && t.kind(next) == Punct && t.kind(next+1) <= Number
}

// figureCues stand before a number that is no code.
var figureCues = newCues(`raum zimmer og eg nr um ab bis seit ca circa rund etwa zirka gegen von vom halle seite wohnung whg room unit
	bay tisch jahr jahrgang baujahr fehler error din version kw artikel art kostet bestell block rate km tag vor über unter mind max
	rechnung auftrag charge lot ticket id user-id`, "artikel rechnung auftrag bestell fehler")

// isSentenceEnd reports a line break, or a mark that ends a sentence.
func isSentenceEnd(t *Text, i int) bool {
	return t.kind(i) == Break || t.punct(i, '!') || t.punct(i, '?') || t.punct(i, '.') && t.gap(i) > 0
}

// wordPasswords name a secret that may be a plain word.
var wordPasswords = newCues("passwort password pw kennwort bassword passphrase losungswort", "passwor kennwor")

// tellingWords stand between the word for a password and the password.
var tellingWords = newCues("ist is isch lautet heißt hoißt heisst namens noch immer jetzt now still neu new to", "")

// passwordBehind returns the password that is told behind the word for it at token i: at
// once, or after a colon or a verb; last is 0 if there is none.
func passwordBehind(t *Text, i int) (first, last int) {
	told := bare(t.Word(i)) != t.Word(i) // the password's …
	for j, words := i+1, 0; words <= 6 && !isSentenceEnd(t, j); j++ {
		switch {
		case t.punct(j, ':'), t.punct(j, '='), tellingWords.has(t.wordAt(j)):
			told = true
		case t.kind(j) > Number:
		case (told || j == i+1) && !noPasswords.has(t.Word(j)) && t.size(j) >= 4 && (told && endsClause(t, j) || looksMade(t, j)):
			return j, chunkEnd(t, j)
		default:
			told = false
			words++
		}
	}
	return 0, 0
}

// noPasswords follow a word for a password and are none.
var noPasswords = newCues(`vergessen falsch geändert ändern reset manager liste bitte wurde wird sind zurücksetzen merken again please changed
	wrong forgotten forgot doesn't nobody wieder problem änderung eingeben wechsel heute morgen sagen schicken schick geben zettel brauch brauche
	what which welches welcher abgelaufen ausgelaufen gesperrt ungültig gültig bekannt gleich selbe dasselbe expired locked invalid blocked unknown
	weg raus nicht kein keine mehr stimmt richtig einfach sicher unsicher same different kurz lang`, "")

// endsClause reports that the chunk of token j ends a clause.
func endsClause(t *Text, j int) bool {
	next := chunkEnd(t, j) + 1
	return t.kind(next) >= Punct
}

// looksMade reports a chunk with letters and digits, or in capitals and small letters
// mixed, as nobody writes a word.
func looksMade(t *Text, j int) bool {
	s := t.Raw[t.Tokens[j].Start:t.Tokens[chunkEnd(t, j)].End]
	letters, digits := strings.ContainsFunc(s, isLetter), strings.ContainsAny(s, "0123456789")
	return letters && digits
}

func isLetter(r rune) bool { return r >= 0x80 || 'a' <= r|0x20 && r|0x20 <= 'z' }

// chunkEnd returns the last token of the run without blanks that begins with token j,
// without the marks that close a clause.
func chunkEnd(t *Text, j int) int {
	end := j
	for end < j+30 && t.gap(end) == 0 && t.kind(end+1) < Symbol {
		end++
	}
	for end > j && isSentenceMark(t, end) {
		end--
	}
	return end
}

// covering are the prepositions that hide what they place.
var covering = newCues(`unter unterm untern unnerm hinter hinterm hintern ünner unta untam undam unnam hinta hintam under underneath behind beneath
	onter onterm onderm hentr henterm hinger hingerm unger ungerm ünnern achtern enderm hinderm`, "")

// wasWords tell where a key no longer is.
var wasWords = newCues("lag war waren was were hatte had verloren lost gefunden found", "")

// lies reports that the covering preposition at token i tells where the key at token key
// is: close behind it in the same sentence, and not in the past.
func lies(t *Text, key, i int) bool {
	if i-key > 8 {
		return false
	}
	for j := key + 1; j < i; j++ {
		if isSentenceEnd(t, j) || wasWords.has(t.wordAt(j)) {
			return false
		}
	}
	return true
}

// placeStops are the words that end the description of a place.
var placeStops = newCues(`bitte falls wenn und oder aber weil dann wer kannst please if but they then when so for danke wie nicht nachher
	damit dass ob sonst also and code pin alarm habt hab muss müsst kommt bin nur gilt she he i liegt hängt lies hangs`, "")

// placeEnd returns the last token of the description that starts at token i.
func placeEnd(t *Text, i int) int {
	end := i
	for j := i + 1; j <= i+9 && t.kind(j) <= Number && !placeStops.has(t.Word(j)); j++ {
		end = j
	}
	return end
}
