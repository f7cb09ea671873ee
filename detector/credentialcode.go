package detector

import (
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// code is a run of digits as people give a code: 7184, 5 2 0 7, 3-9-1-5, 44 17 09,
// #2580, 1470#, 88#14, 4471A, 6 1 7 3 stern.
type code struct {
	first, last int // tokens
	digits      int
	value       int  // of a code of one token
	closed      bool // # or * stands inside or at the end
	marked      bool // # or * belongs to it
	ones        bool // digits stand one by one
	mixed       bool // a letter belongs to it
	bold        bool // asterisks on both sides, which also print bold
}

// readCode reads a code that starts at token i.
func readCode(t *Text, i int) (code, bool) {
	c := code{first: i, last: i, value: t.number(i)}
	if i > 0 && t.gap(i-1) == 0 && (t.kind(i-1) <= Number || t.punct(i-1, '.') || t.punct(i-1, ',') && t.kind(i-2) == Number || t.isDash(i-1) || t.punct(i-1, '/') || t.punct(i-1, '_')) ||
		t.kind(i-1) == Number && t.gap(i-1) == 1 {
		return c, false
	}
	if t.punct(i, '#') || t.punct(i, '*') {
		if t.gap(i) != 0 || !codeGroup(t, i+1) {
			return c, false
		}
		c.marked = true
		c.bold = t.punct(i, '*')
		i++
		c.value = t.number(i)
	} else if !codeGroup(t, i) {
		return c, false
	}
	c.add(t, i)
	c.groups(t)
	c.tail(t)
	return c, c.digits >= 3 && c.digits <= 8 || c.mixed && c.digits >= 2
}

// codeGroup reports a number, or a short mix of digits and few letters.
func codeGroup(t *Text, i int) bool {
	if t.kind(i) == Number {
		return t.size(i) <= 8
	}
	if t.kind(i) != Word || !t.Tokens[i].Digit {
		return t.kind(i) == Word && t.size(i) == 1 && t.Tokens[i].Upper && t.isDash(i+1) && t.gap(i) == 0 && t.gap(i+1) == 0 && t.kind(i+2) == Number
	}
	w := t.Of(i)
	n := digitCount([]byte(w))
	return len(w) <= 8 && n >= 2 && len(w)-n <= 2 && upperToken(t, i, i)
}

func (c *code) add(t *Text, i int) {
	c.digits += digitCount([]byte(t.Of(i)))
	c.mixed = c.mixed || t.kind(i) == Word
	c.last = i
}

// groups adds further digits: glued by a dash, # or *, or short groups of one
// length with blanks between.
func (c *code) groups(t *Text) {
	size := t.size(c.last)
	defer func() { c.ones = c.last > c.first && size == 1 && t.size(c.last) == 1 }()
	for {
		j := c.last + 1
		switch {
		case (t.punct(j, '#') || t.punct(j, '*')) && t.gap(j-1) == 0 && t.gap(j) == 0 && codeGroup(t, j+1):
			c.marked, c.closed = true, true
			c.add(t, j+1)
		case t.isDash(j) && t.gap(j-1) == t.gap(j) && t.gap(j) <= 1 && t.kind(j+1) <= Number && codeOrLetter(t, j+1) && (size <= 2 || c.mixed || size == 3 && c.digits == 3 && t.asciiDigits(j+1) && t.size(j+1) == 3):
			c.add(t, j+1)
		case t.gap(c.last) == 1 && t.kind(j) == Number && size <= 3 && t.size(j) == size:
			c.add(t, j)
		default:
			return
		}
	}
}

func codeOrLetter(t *Text, i int) bool {
	return t.Tokens[i].Digit && t.size(i) <= 4 || t.size(i) == 1
}

// tail takes a closing # or *, spoken or written.
func (c *code) tail(t *Text) {
	j := c.last + 1
	if (t.punct(j, '#') || t.punct(j, '*')) && t.gap(c.last) == 0 {
		c.bold = c.bold && t.punct(j, '*')
		c.marked, c.closed = true, t.punct(j, '#') || c.digits >= 4
		c.last = j
		return
	}
	c.bold = false
	if t.punct(j, ',') && (tailLinks.has(t.wordAt(j+1)) && (tailKeys.has(t.wordAt(j+2)) || tailLinks.has(t.wordAt(j+2)) && tailKeys.has(t.wordAt(j+3))) || c.digits >= 4 && !c.keyFirst(t) && codeVerbs.has(t.wordAt(j+1)) && tailKeys.has(t.wordAt(j+1))) {
		j++
	}
	for n := 0; n < 3 && (t.punct(j, '+') || tailLinks.has(t.wordAt(j))); n++ {
		j++
	}
	if (!tailKeys.has(t.wordAt(j)) || t.wordAt(j) == "pound" && t.wordAt(j+1) != "sign" && t.wordAt(j+1) != "key" && (c.digits < 4 || t.Of(c.first)[0] != '0' && !codeNamed(t, c.first, codeDistance) && !placeCues.before(t, c.first, 3))) && !(j > c.last+1 && (t.punct(j, '#') || t.punct(j, '*'))) {
		return
	}
	if keyCaps.has(t.wordAt(j + 1)) {
		j++
	}
	c.marked, c.closed, c.last = true, true, j
}

// tailKeys are the keys one presses behind a code, tailLinks the words before them.
var (
	tailKeys  = newCues("stern raute enter hash rautetaste sterntaste glocke schlüsseltaste klingel grün grüne grünen green pound tick star sternchen haken pfeil pfeiltaste", "")
	tailLinks = newCues("und un dann danach zweimal twice and then the die der den press drücken", "")
	keyCaps   = newCues("key taste sign knopf knopp button", "")
)

// passwordCues name a password.
var passwordCues = newCues(`passwort password passwd pw pwd kennwort codewort code wlan wifi fi login zugang bassword passphrase pin pw losungswort parole netzwerkschlüssel wlanschlüssel wpa wpa2
	netz admin teamviewer server root user anmeldung pc laptop account guest fernzugriff`, "")

// wordPasswords name a secret that may be a plain word.
var wordPasswords = newCues("passwort password pw kennwort codewort bassword passphrase losungswort parole", "passwor kennwor codewor")

// notPasswords follow a word for a password and are none.
var notPasswords = newCues(`vergessen falsch geändert ändern reset manager liste weg neu bitte für fürs von vom ist is isch und oder der die das
	den dem ein eine hat habe haben wer weiß noch nicht kein keine mehr auf an im in zum zur stimmt geht gilt bleibt kommt
	wurde wird sind zurücksetzen merken again the for has was please changed wrong forgotten forgot reset doesn't please to
	it its our my that this be on with at same still new old nobody nicht's nummer wieder problem änderung eingeben wechsel seit ab
	heute morgen lautet sagen sag schicken schick geben gib zettel brauch brauche wie what which welches welcher
	abgelaufen abgloffe ausgelaufen gesperrt ungültig gültig bekannt raus da gleich selbe dasselbe expired locked invalid blocked unknown`, "")

// sayingVerbs stand between a word for a password and the password.
var sayingVerbs = newCues("ist is isch lautet heißt hoißt heisst namens war wird to = wäre", "")

// findPasswords looks at every chunk between blanks for a password: letters with
// digits or signs behind a word for one, the plain word told as one, or the mix of
// everything that only passwords have.
func findPasswords(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) != Word || t.size(i) < 2 && !t.Tokens[i].Upper {
			continue
		}
		if e, last, ok := passwordAt(t, i); ok {
			out = append(out, e)
			i = last
		}
	}
	return out
}

// passwordAt reads the password behind the word for it at token i, or the chunk at
// token i that can be nothing else.
func passwordAt(t *Text, i int) (Entity, int, bool) {
	w := bare(t.Word(i))
	switch {
	case passwordCues.words[w] && (wordPasswords.words[w] || isPasswordWord(t, i)), len(w) >= 8 && strings.Contains(w, "wor") && wordPasswords.has(w):
		return passwordAfter(t, i)
	case t.size(i) >= 8 && quoted(t, i) && shortSecret(t, i, i) && t.Tokens[i].Upper && tellingVerbs.has(t.wordAt(i-2)):
		return t.span(Credential, i, i, 0.7, "quoted word with digits"), i, true
	case t.punct(i-1, '/'):
		if start, end := loginPair(t, i-1); end > 0 {
			return t.span(Credential, start, end, 0.8, "password behind the user's name"), end, true
		}
		if start, end := barePair(t, i-1); end > 0 {
			return t.span(Credential, start, end, 0.7, "password behind a user's name"), end, true
		}
	case t.Tokens[i].Digit && t.size(i) >= 8 && withoutBlanks(t, i) && secret(t, i, i):
		return t.span(Credential, i, i, 0.75, "letters and digits to be typed without blanks"), i, true
	case t.size(i) >= 8 && passwordCues.before(t, i, codeDistance) && withoutBlanks(t, commaAfter(t, i)) && !inProse(w):
		return t.span(Credential, i, i, 0.75, "word to be typed without blanks"), i, true
	case t.Tokens[i].Digit && (i == 0 || t.gap(i-1) > 0) && aloneSecret(t, i, i) && chunkEnd(t, i) == i:
		return t.span(Credential, i, i, 0.7, "letters and digits mixed as in passwords"), i, true
	case t.gap(i) == 0 && (i == 0 || t.gap(i-1) > 0):
		if end := chunkEnd(t, i); factorySetting(t, i, end) || networkNamed(t, i, end) || strongSecret(t, i, end) || joinedSecret(t, i, end) || spelledSecret(t, i, end) || aloneSecret(t, i, end) || newOne(t, i, end) || atNumber(t, i, end) {
			return t.span(Credential, i, end, 0.7, "letters, digits and signs mixed as in passwords"), end, true
		}
	}
	return Entity{}, 0, false
}

// isPasswordWord reports that the word at token i is the last one that announces a
// password: behind "user" or "netz" comes the name if a word for a password follows.
func isPasswordWord(t *Text, i int) bool {
	if notCodeWords.has(t.wordAt(i-1)) || t.isDash(i-1) && notCodeWords.has(t.wordAt(i-2)) {
		return false
	}
	for j := i + 1; j < len(t.Tokens) && j <= i+15; j++ {
		if t.kind(j) == Word && wordPasswords.has(t.Word(j)) {
			return false
		}
	}
	return true
}

// passwordAfter reads the password behind the word for it at token i.
func passwordAfter(t *Text, i int) (Entity, int, bool) {
	plain := wordPasswords.has(t.Word(i))
	said := plain && bare(t.Word(i)) != t.Word(i) // the password's …
	for j, words := i+1, 0; j < len(t.Tokens) && j < i+60 && words <= 14; {
		if t.kind(j) == Break && words > 0 || t.punct(j, '?') || words > 8 && !t.punct(j-1, ':') && !t.punct(j, ':') && t.kind(j) != Word || pages.has(t.wordAt(j)) {
			break
		}
		end := j
		if t.kind(j) <= Number {
			end = chunkEnd(t, j)
		}
		if words == 0 && t.punct(j, ',') && !wordPasswords.words[t.Word(i)] {
			break // Passwortwechsel, Urlaub
		}
		if start, last := loginPair(t, end+1); last > 0 && t.kind(j) <= Number && secret(t, j, end) {
			return t.span(Credential, start, last, 0.85, "password behind the network's name"), last, true
		}
		if t.kind(j) <= Number && (words <= 8 || t.punct(j-1, ':') || justSaid(t, j) || plain && wordThenYear(t, j, end)) && (secret(t, j, end) && (plain || !joinedWords(t, j, end)) || plain && words == 0 && shortSecret(t, j, end)) {
			return t.span(Credential, j, end, 0.9, "password behind a word for it"), end, true
		}
		switch {
		case t.punct(j, ':'), t.punct(j, '='), sayingVerbs.has(t.wordAt(j)) && (t.Word(j) != "to" || changedTo.has(t.wordAt(j-1))):
			said = true
		case t.kind(j) == Word && plain && words <= 4 && quoted(t, j) && t.size(j) >= 4 && t.wordAt(j+2) != "plus":
			return t.span(Credential, j, j, 0.8, "quoted word told as password"), j, true
		case t.kind(j) == Word && said && plain && spelledOut.has(t.Word(j)):
			end = sentenceEnd(t, j)
			return t.span(Credential, j, end, 0.8, "password spelled out"), end, true
		case t.kind(j) == Word:
			if (said || words == 0 && t.Tokens[j].Upper) && plain && plainSecret(t, j, said) {
				return t.span(Credential, j, end, 0.75, "word told as password"), end, true
			}
			if said && newWords.has(t.wordAt(i-1)) && coined(t, j, end) {
				return t.span(Credential, j, end, 0.75, "new password of joined words"), end, true
			}
			said = false
			words++
		}
		j = end + 1
	}
	return Entity{}, 0, false
}

// justSaid reports "is" and "is now" right before token j.
func justSaid(t *Text, j int) bool {
	if nowWords.has(t.wordAt(j - 1)) {
		j--
	}
	return copulas.has(t.wordAt(j - 1))
}

// coined reports two words joined by a dash at the end of a clause, the first of
// which no dictionary has.
func coined(t *Text, j, end int) bool {
	if end != j+2 || !t.isDash(j+1) || t.kind(end) != Word || t.size(j) < 5 || t.kind(end+1) == Word {
		return false
	}
	w := t.Word(j)
	e := gazetteer.Lookup(w)
	return e.German == 0 && e.English == 0 && !e.IsName() && e.Place == 0 && !gazetteer.Noun(w)
}

// pages are what a password is typed into; their name follows, not the password.
var pages = newCues("page site website webseite", "")

// changedTo stand before "to" and the new password.
var changedTo = newCues("changed set reset back updated switched it", "")

// quoted reports quotation marks on both sides of token j.
func quoted(t *Text, j int) bool {
	const marks = `"„“”«»‚‘’'`
	return t.kind(j-1) == Punct && t.kind(j+1) == Punct && strings.Contains(marks, t.Of(j-1)) && strings.Contains(marks, t.Of(j+1))
}

// tellingVerbs stand before what a note says.
var tellingVerbs = newCues("steht ist is heißt lautet says reads", "")

// shortSecret reports four or more letters and digits mixed in one token.
func shortSecret(t *Text, j, end int) bool {
	return j == end && t.kind(j) == Word && t.Tokens[j].Digit && t.size(j) >= 4
}

// spelledOut opens the description of a password.
var spelledOut = newCues("capital uppercase lowercase großes kleines groß klein", "")

// sentenceEnd returns the last token before the end of the sentence or line.
func sentenceEnd(t *Text, i int) int {
	for t.kind(i+1) < Break && !t.punct(i+1, '.') && !t.punct(i+1, '!') && !t.punct(i+1, '?') {
		i++
	}
	return i
}

// plainSecret reports a plain word that can be the password: it ends its sentence.
func plainSecret(t *Text, j int, said bool) bool {
	if t.size(j) < 4 || notPasswords.has(t.Word(j)) {
		return false
	}
	next := t.kind(j + 1)
	return next == Break || next == Symbol || t.punct(j+1, '.') || t.punct(j+1, ',') || t.punct(j+1, '!') || said && t.Tokens[j].Upper
}

// chunkEnd returns the last token of the run without blanks that holds token j,
// without closing punctuation.
func chunkEnd(t *Text, j int) int {
	end := j
	for end < j+30 && t.gap(end) == 0 && t.kind(end+1) != Break && t.kind(end+1) != Symbol {
		end++
	}
	for end > j && (t.punct(end, '.') || t.punct(end, ',') || t.punct(end, ';') || t.punct(end, ':') || t.punct(end, ')') || t.punct(end, '"') || t.punct(end, '?')) {
		end--
	}
	return end
}

// secret reports a chunk that no prose holds: letters with digits inside, or words
// joined by signs that join no words.
func secret(t *Text, j, end int) bool {
	s := t.Raw[t.Tokens[j].Start:t.Tokens[end].End]
	if len(s) < 5 || len(s) > 40 || strings.Contains(s, "://") || strings.Contains(s, "www.") {
		return false
	}
	letters, digits, signs, upper := 0, 0, 0, 0
	for k := range len(s) {
		switch b := s[k]; {
		case '0' <= b && b <= '9':
			digits++
		case isLatin(b) || b >= 0x80:
			letters++
			if b < 'a' {
				upper++
			}
		case strings.IndexByte("!#*_$%&+=?@", b) >= 0 && k > 0:
			signs++
		case b == '.' || b == '-':
		case k == len(s)-1:
		default:
			return false
		}
	}
	inner := signs
	if rest := strings.TrimRight(s, "!?"); rest != s {
		inner -= len(s) - len(rest)
	}
	if letters == 0 {
		return digits >= 9 && digits == len(s) && digits <= 20
	}
	return digits >= 1 && letters >= 3 && !measured(s) || inner >= 1 && letters >= 4 || strings.Count(s, "-") >= 2 && digits == 0 && upper >= 2 && inner == 0 && strings.Contains(s, "-")
}

// joinedWords reports a chunk that holds no digit and no sign but dashes.
func joinedWords(t *Text, j, end int) bool {
	for ; j <= end; j++ {
		if t.Tokens[j].Digit || t.kind(j) == Punct && !t.isDash(j) {
			return false
		}
	}
	return true
}

// measured reports a number with a unit glued on, an ordinal, or 18er and the like.
func measured(s string) bool {
	return s[0] >= '0' && s[0] <= '9' && strings.Trim(s, "0123456789.,") == strings.TrimLeft(s, "0123456789.,") && digitCount([]byte(s)) < 4
}

// strongSecret reports a chunk that is a password by its form alone: capital and
// small letters, a digit and a sign that joins no words.
func strongSecret(t *Text, j, end int) bool {
	s := t.Raw[t.Tokens[j].Start:t.Tokens[end].End]
	if len(s) < 7 || len(s) > 30 || strings.ContainsAny(s, "@/:.,") || strings.HasPrefix(s, "IMG") || strings.HasPrefix(s, "VID") {
		return false
	}
	digits := digitCount([]byte(s))
	lower := strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz")
	upper := strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return digits >= 1 && digits <= 6 && lower && upper && strings.ContainsAny(s, "!#*$%&=") && secret(t, j, end)
}

// spelledSecret reports letters and digits of which the writer tells how to spell
// them: "kleeblatt-2021, alles groß".
func spelledSecret(t *Text, j, end int) bool {
	if spellings.after(t, end, 1) && t.punct(j-1, ':') && strings.IndexFunc(t.Of(j)[1:], unicode.IsUpper) > 0 {
		return true
	}
	return spellings.after(t, end, 4) && secret(t, j, end) && !joinedWords(t, j, end) && !(t.wordAt(end+1) == "zusammen" && t.kind(end+2) == Word)
}

var spellings = newCues("ausrufe ausrufezeichen bangs exclamation unterstrich underscore kleingeschrieben großgeschrieben klein groß großem großes großer kleines kleiner lowercase uppercase caps capital zusammengeschrieben zusammen", "")

// commaAfter returns the comma behind token i, or i.
func commaAfter(t *Text, i int) int {
	if t.punct(i+1, ',') {
		return i + 1
	}
	return i
}

// withoutBlanks reports "ohne Leerzeichen" and "no spaces" behind token i.
func withoutBlanks(t *Text, i int) bool {
	switch t.wordAt(i + 1) {
	case "ohne":
		return strings.HasPrefix(t.wordAt(i+2), "leer")
	case "no", "without":
		return t.wordAt(i+2) == "spaces"
	case "all":
		return t.wordAt(i+2) == "one" && t.wordAt(i+3) == "word"
	}
	return false
}

// joinedSecret reports words and a number joined by dashes behind a colon. Numbers
// of orders and parts are in capitals.
func joinedSecret(t *Text, j, end int) bool {
	if !t.punct(j-1, ':') || end < j+4 || t.kind(end) != Number {
		return false
	}
	words := 0
	for k := j; k < end; k++ {
		switch {
		case t.isDash(k) && k > j:
		case t.kind(k) == Word && !t.Tokens[k].Digit && !hasUpper(t.Of(k)):
			words++
		default:
			return false
		}
	}
	return words >= 2
}

// findSpokenCodes looks for a code told in words behind a word for it, and for the
// turns of a combination lock.
func findSpokenCodes(t *Text, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) != Word {
			continue
		}
		w := t.Word(i)
		last, why := 0, ""
		switch {
		case spokenDigits[w] != "":
			last, why = spokenCode(t, i)
		case turnDirections.has(w):
			last, why = turns(t, i)
		}
		if why != "" {
			first := i
			if doubling.has(t.wordAt(i-1)) || turnDirections.has(w) && turnTimes.has(t.wordAt(i-1)) || turnDirections.has(w) && numberFirst(t, i) {
				first--
			}
			out = append(out, t.span(Credential, first, last, 0.8, why))
		}
		i = max(i, last)
	}
	return out
}

// spokenCode reads three to eight digit words behind a word for a code.
func spokenCode(t *Text, i int) (last int, why string) {
	digits := 0
	for j := i; spokenDigits[t.wordAt(j)] != "" || doubling.has(t.wordAt(j)) && spokenDigits[t.wordAt(j+1)] != ""; j++ {
		if doubling.has(t.Word(j)) {
			j++
			digits++
		}
		digits += len(spokenDigits[t.Word(j)])
		last = j
		if t.punct(j+1, ',') {
			j++
		}
	}
	if digits >= 4 && (i == 0 || t.punct(i-1, ':')) && t.punct(last+1, ',') && changedCues.after(t, last, 4) {
		return last, "code told in words"
	}
	if digits >= 4 && digits <= 6 && last == i+digits-1 && saidAlone(t, i, last) {
		return last, "code told in words"
	}
	if digits < 3 || digits > 8 || !codeNamed(t, i, codeDistance) && !(digits >= 4 && codeFollows(t, last)) {
		return last, ""
	}
	return last, "code told in words"
}

// saidAlone reports digits in words that are all of a message but for what opens an
// answer, and do not count up.
func saidAlone(t *Text, i, last int) bool {
	if t.kind(last+1) < Symbol && !t.punct(last+1, '.') || !t.punct(i-1, ':') && !answers(t, i) {
		return false
	}
	for j := i; j < last; j++ {
		if spokenDigits[t.wordAt(j)] == "" || spokenDigits[t.wordAt(j+1)] == "" {
			return false
		}
		if spokenDigits[t.wordAt(j)] >= spokenDigits[t.wordAt(j+1)] {
			return true
		}
	}
	return false
}

// doubling says that the digit that follows is keyed in twice.
var doubling = newCues("double doppel", "")

// turnDirections are the words between which the numbers of a lock stand.
var turnDirections = newCues("left right links rechts l r", "")

// turnTimes say how often a lock is turned.
var turnTimes = newCues("once twice einmal zweimal dreimal viermal", "")

// numberFirst reports "12 links, 40 rechts, 7 links" at its first word.
func numberFirst(t *Text, i int) bool {
	return t.kind(i-1) == Number && t.size(i-1) <= 2 && t.gap(i-1) == 1 && (codeNamed(t, i-1, 3) || turnsThrice(t, i))
}

// turnsThrice reports "9 L 33 R 14 L" at its first letter: nothing but a lock is told so.
func turnsThrice(t *Text, i int) bool {
	for j := i; j <= i+4; j += 2 {
		if !turnDirections.has(t.wordAt(j)) || t.kind(j-1) != Number || t.size(j-1) > 2 || j > i && t.wordAt(j) == t.wordAt(j-2) {
			return false
		}
	}
	return true
}

// turns reads "left 21, right 7, left 40" and "rechts auf 25, dann links auf 62".
func turns(t *Text, i int) (last int, why string) {
	n := 0
	if t.size(i) == 1 && !codeNamed(t, i, 3) && !numberFirst(t, i) {
		return 0, ""
	}
	if numberFirst(t, i) {
		n++
	}
	for j := i; j < len(t.Tokens) && j <= i+24; j++ {
		switch w := t.Word(j); {
		case turnDirections.has(w), turnTimes.has(w):
		case t.kind(j) == Number && t.size(j) <= 2:
			if t.punct(j+1, ',') && t.gap(j) == 0 && t.gap(j+1) == 0 && t.kind(j+2) == Number {
				return 0, "" // 40,5
			}
			n++
			last = j
		case t.punct(j, ',') || w == "auf" || w == "bis" || w == "to" || w == "dann" || w == "then" || w == "und" || w == "and":
		default:
			j = len(t.Tokens)
		}
	}
	if n < 3 && !(n == 2 && (codeNamed(t, i, 3) || strings.HasSuffix(t.wordAt(i-3), "kombination") || strings.HasSuffix(t.wordAt(i-2), "kombination"))) || codeUnits.has(t.wordAt(last+1)) && !turnsThrice(t, i) {
		return 0, ""
	}
	if numberFirst(t, i) && turnDirections.has(t.wordAt(last+1)) {
		last++
	}
	return last, "turns of a combination lock"
}
