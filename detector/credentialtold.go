package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// told reports a code by the way people tell a new one, without a word for it: since
// when it holds, that it has changed, or by a message that is nothing else.
func (c *code) told(t *Text) bool {
	if c.digits < 4 || !c.fits() || !c.plain() && !(c.digits == 6 && c.since(t)) || !c.ends(t) || !c.mixed && (c.value%50 == 0 || c.digits == 4 && c.clock()) {
		return false
	}
	return c.since(t) || c.reported(t) || c.changed(t) || c.repeated(t) || c.likened(t)
}

// ends reports the end of a sentence behind the code, or the day since when it holds.
func (c *code) ends(t *Text) bool {
	next := c.last + 1
	if sinceWords.has(t.wordAt(next)) && dayOrMonth(t.wordAt(next+1)) {
		return t.kind(next+2) >= Punct
	}
	return t.kind(next) >= Symbol || t.punct(next, '.') && t.gap(next) > 0 || t.punct(next, '!') || t.punct(next, ',') && t.kind(next+1) == Word && t.gap(next) > 0
}

// clock reports digits that read as the time of an appointment: 1830.
func (c *code) clock() bool { return c.value/100 < 24 && c.value%100 < 60 && c.value%5 == 0 }

// since reports "seit Freitag 6914" and "6914 since friday".
func (c *code) since(t *Text) bool {
	next := c.last + 1
	if dayOrMonth(t.wordAt(c.first-1)) && sinceWords.has(t.wordAt(c.first-2)) {
		return true
	}
	return t.kind(c.first-1) >= Punct && sinceWords.has(t.wordAt(next)) && dayOrMonth(t.wordAt(next+1))
}

// dayOrMonth reports a word for the time since when a code may hold.
func dayOrMonth(w string) bool { return sinceDays.has(w) || months[w] > 0 }

// sinceChange reports "7340 mind, since the swap": the code holds since then.
func (c *code) sinceChange(t *Text) bool {
	for j := c.last + 1; j <= c.last+4 && t.kind(j) <= Punct; j++ {
		if sinceWords.has(t.wordAt(j)) && articled(t, j+1) && switches.has(t.wordAt(j+2)) {
			return true
		}
	}
	return false
}

// articled reports a definite article at token i.
func articled(t *Text, i int) bool { return articles.has(t.wordAt(i)) || t.wordAt(i) == "the" }

var switches = newCues("change swap wechsel tausch umbau umstellung umzug einbruch break-in", "")

var formerly = newCues("war was", "")

var (
	sinceWords = newCues("seit sit zit since from ab", "")
	sinceDays  = newCues(`montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend gestern heute heut vorgestern neuestem neustem mäntig
		monday tuesday wednesday thursday friday saturday sunday yesterday today`, "")
)

// reported reports "Frau Blum sagt 4820B" and "it's 0483": a form that no amount has,
// behind a verb that tells it.
func (c *code) reported(t *Text) bool {
	if c.digits != 4 || !c.mixed && t.Of(c.first)[0] != '0' {
		return false
	}
	w := t.wordAt(c.first - 1)
	return w == "sagt" || w == "says" || t.punct(c.first-1, ',') && t.wordAt(0) == "new" && t.wordAt(1) == "one"
}

// changed reports a code that is the sentence behind "Geändert." or "Changed:", or
// told as in "neuer ist 8253" and "war 6914, jetzt 8253".
func (c *code) changed(t *Text) bool {
	i := c.first
	if copulas.has(t.wordAt(i - 1)) {
		j := i - 2
		if t.wordAt(j) == "one" {
			j--
		}
		if newWords.has(t.wordAt(j)) {
			return t.kind(j-1) >= Punct
		}
	}
	if holdWords.has(t.wordAt(i-1)) && t.punct(i-2, ',') && formerly.before(t, i-2, 2) {
		return c.digits == 4
	}
	if !t.punct(i-1, '.') && !t.punct(i-1, ':') && !t.punct(i-1, '!') {
		return false
	}
	w := t.wordAt(i - 2)
	return (changedCues.has(w) && w != "anders" || w == "updated" || w == "gewechselt") && t.kind(i-3) >= Punct
}

// repeated reports a code behind nothing but words as in "jetzt halt 8253" and
// "still 2424", the whole of a message.
func (c *code) repeated(t *Text) bool {
	next := c.last + 1
	if c.first == 0 || next < len(t.Tokens)-1 && !(copulas.before(t, c.first, 3) && holdWords.has(t.wordAt(c.first-1))) {
		return false
	}
	holds := false
	for i := range c.first {
		w := t.Word(i)
		switch {
		case t.kind(i) == Punct:
		case (w == "noch" || w == "no") && t.wordAt(i-1) == "immer", t.kind(i) == Word && holdWords.has(w) && w != "noch":
			holds = true
		case t.kind(i) == Word && holdOpeners.has(w):
		default:
			return false
		}
	}
	return holds
}

// likened reports "Neues Schloss Schuppen. 6104, wie das Baujahr": a code as the sentence
// behind the door it opens, with an aid to memory behind it.
func (c *code) likened(t *Text) bool {
	return t.punct(c.first-1, '.') && c.first <= 6 && placeCues.before(t, c.first, 4) && t.punct(c.last+1, ',') && comparisons.has(t.wordAt(c.last+2))
}

// copulas stand before "jetzt" where a message goes on behind the code: der is jetzt 6655, …
var copulas = newCues("is ist isch it's its", "")

var (
	// holdWords say that a code holds now or goes on to hold.
	holdWords   = newCues("jetzt now still neu new neuer halt noch", "")
	holdOpeners = newCues("ja jo nein nö ne yes yeah aye no yep nope ok dann then it's its ist is isch immer der die das the also ich sorry doch", "")
)

// boxed reports "lockbox by the bins 7719, key's in there": a word for a box, then
// where it is, then the code, in a message about a key.
func (c *code) boxed(t *Text) bool {
	if c.digits != 4 || c.year() || !c.plain() || t.kind(c.first-1) == Word && keyBoxes.has(t.Word(c.first-1)) || !t.has(markKey|markKeyStem) {
		return false
	}
	return keyBoxes.before(t, c.first, 6) && (t.kind(c.last+1) >= Punct || t.wordAt(c.last+1) == "at")
}

// resets reports "the reset is 6293", where an alarm is meant.
func (c *code) resets(t *Text) bool {
	w := t.wordAt(c.first - 1)
	return (w == "is" || w == "ist") && t.wordAt(c.first-2) == "reset" && t.kind(c.last+1) != Number
}

// void reports "7731 gilt nicht mehr", "0852 not working" and "5120 ist ungültig": it
// opens nothing.
func (c *code) void(t *Text) bool {
	for j := c.last + 1; j <= c.last+6 && t.kind(j) == Word; j++ {
		switch next := t.wordAt(j + 1); t.Word(j) {
		case "nicht", "net", "ned", "nimmer":
			if next == "mehr" {
				return true
			}
		case "no":
			if next == "longer" {
				return true
			}
		case "not":
			if next == "working" {
				return true
			}
		case "ungültig", "abgelaufen", "gesperrt", "invalid", "expired", "outdated":
			return true
		}
	}
	return false
}

// means reports "8127 on the screen means low voltage": a message of the machine.
func (c *code) means(t *Text) bool {
	for j := c.last + 1; j <= c.last+5 && t.kind(j) <= Number; j++ {
		if meaning.has(t.wordAt(j)) {
			return true
		}
	}
	return false
}

var meaning = newCues("means bedeutet heißt hoisst", "")

// built reports the year of a building: the date stands over the door, 1912.
func (c *code) built(t *Text) bool {
	return c.digits == 4 && c.first == c.last && c.value >= 1500 && c.value <= 2035 && buildings.before(t, c.first, 6)
}

var buildings = newCues("erbaut gebaut built dated", "baujahr gründungsjahr")

// machineAlarm reports the number of an alarm on a machine or of a body.
func (c *code) machineAlarm(t *Text) bool {
	if !machines.before(t, c.first, 8) && !machines.after(t, c.last, 4) {
		return false
	}
	switch t.wordAt(c.first - 1) {
	case "alarm", "alarmcode", "fehler", "meldung":
		return true
	}
	return false
}

// machines raise alarms with numbers.
var machines = newCues("maschin anlage spindel achse roboter kessel brenner therme wechselrichter pumpe motor verdichter fräse drehbank cnc machine spindle boiler pump inverter compressor",
	"maschine heizung")

// clockWords stand before a time written in four digits.
var clockWords = newCues("since at til till until um ab seit gegen", "")

// numbering stands before the number of a thing.
var numbering = newCues("nr no number nummer", "")

// diagnosis reports a trouble code of a car's engine as the control unit stores it
// (SAE J2012): P0420.
func (c *code) diagnosis(t *Text) bool {
	w := t.Of(c.first)
	return c.mixed && len(w) == 5 && w[0] == 'P' && w[1] <= '3' && digitsOnly(w[1:])
}

// combination reports "71-24-9" and "23 05 18", the whole of a message but for what
// opens an answer: three numbers of a lock, of which no date is made with dashes.
func (c *code) combination(t *Text) bool {
	i := c.first
	if t.kind(c.last+1) < Symbol && !t.punct(c.last+1, '.') || !answers(t, i) {
		return false
	}
	if c.last == i+4 && t.isDash(i+1) && t.isDash(i+3) {
		return t.size(i) <= 2 && t.size(i+2) == 2 && (t.number(i) > 31 || t.number(i+2) > 12)
	}
	return c.last == i+2 && t.size(i) == 2 && c.digits == 6 && t.kind(i+1) == Number
}

// countsUp reports "1 2 3 4", which people count, and "1-2-3-4-…", which goes on.
func (c *code) countsUp(t *Text) bool {
	if !c.ones {
		return false
	}
	if t.isDash(c.last+1) && t.gap(c.last) == 0 && t.kind(c.last+2) == Word && !tailKeys.has(t.Word(c.last+2)) {
		return true
	}
	prev := 0
	for i := c.first; i <= c.last; i++ {
		if t.kind(i) != Number {
			continue
		}
		if t.number(i) != prev+1 {
			return false
		}
		prev++
	}
	return true
}

// pieces reports a number of goods behind a comma: Tor 2 ist offen, 1450 Paletten.
func (c *code) pieces(t *Text) bool {
	next := c.last + 1
	return t.punct(c.first-1, ',') && t.kind(next) == Word && t.Tokens[next].Upper && !placeCues.has(t.Word(next)) && gazetteer.Noun(t.Word(next))
}

// given reports "die 4482 ist fürs Tor" and "das Tor hat die 4482": with the article of
// a number, beside what it opens.
func (c *code) given(t *Text) bool {
	if c.digits != 4 || c.year() || t.wordAt(c.first-1) != "die" || t.kind(c.last+1) == Word && t.Tokens[c.last+1].Upper {
		return false
	}
	switch t.wordAt(c.first - 2) {
	case "hat", "hot", "nimmt":
		return placeCues.before(t, c.first-2, 2)
	}
	w := t.wordAt(c.last + 1)
	return (w == "ist" || w == "is" || w == "isch") && placeCues.after(t, c.last+1, 3)
}

// had reports "das Törchen hat 4820": the door, the verb, the code, and nothing counted.
func (c *code) had(t *Text) bool {
	if w := t.wordAt(c.first - 1); w != "hat" && w != "hot" && w != "het" && w != "has" {
		return false
	}
	return c.digits == 4 && c.value%50 != 0 && !c.year() && c.plain() && placeCues.has(t.wordAt(c.first-2)) && t.kind(c.last+1) >= Punct
}

// newNumber reports "neue Nummer von der Hintertür, weil …: 4820": a new number, what
// it opens, and a colon right before the code.
func (c *code) newNumber(t *Text) bool {
	if c.digits < 4 || !c.fits() || !t.punct(c.first-1, ':') {
		return false
	}
	for j := c.first - 2; j > 0 && j > c.first-20 && t.kind(j) < Break; j-- {
		if numberWords.has(t.wordAt(j)) && newWords.has(t.wordAt(j-1)) {
			return placeCues.after(t, j, 4)
		}
	}
	return false
}

var numberWords = newCues("nummer zahl number", "")

// sameAs reports "the annex is 3064, boiler room, same as the gate": a code with
// another door that it opens as well.
func (c *code) sameAs(t *Text) bool {
	if c.digits != 4 || c.year() || !c.plain() || c.clock() || !copulas.has(t.wordAt(c.first-1)) {
		return false
	}
	for j := c.last + 1; j <= c.last+6 && t.kind(j) < Break; j++ {
		if w := t.wordAt(j); w == "same" || w == "gleiche" || w == "gleich" {
			return placeCues.after(t, j, 3)
		}
	}
	return false
}

// pinned reports the verb: pin the rota up.
func pinned(t *Text, j int) bool {
	if t.wordAt(j) != "pin" {
		return false
	}
	switch t.wordAt(j + 1) {
	case "the", "it", "them", "this", "that", "up", "your":
		return t.kind(j-1) >= Punct || t.wordAt(j-1) == "please" || t.wordAt(j-1) == "to" || t.wordAt(j-1) == "can"
	}
	return false
}

// loginPair returns the password of "log in as kim.b / Tulips2023" whose slash is
// token i, and its last token, or 0.
func loginPair(t *Text, i int) (start, last int) {
	if !t.punct(i, '/') || t.gap(i) != 1 || t.gap(i-1) != 1 || !logins.before(t, i, 8) || t.kind(i+1) > Number {
		return 0, 0
	}
	if end := chunkEnd(t, i+1); secret(t, i+1, end) {
		return i + 1, end
	}
	return 0, 0
}

// barePair returns the password of "StaffGuest / apple4all" and "use mine, kimb /
// Onion*19" whose slash is token i, and its last token, or 0: nothing but a user's
// name before the blank and the slash, nothing but the password behind them.
func barePair(t *Text, i int) (start, last int) {
	if t.gap(i) != 1 || t.gap(i-1) != 1 || t.kind(i-1) != Word || t.kind(i+1) != Word || i > 1 && !t.punct(i-2, ',') && !t.punct(i-2, ':') {
		return 0, 0
	}
	if end := chunkEnd(t, i+1); t.kind(end+1) >= Symbol && secret(t, i+1, end) && wound(t.Raw[t.Tokens[i+1].Start:t.Tokens[end].End]) {
		return i + 1, end
	}
	return 0, 0
}

// wound reports letters that go on behind digits, or digits behind a sign: apple4all
// and onion*19, not level2.
func wound(s string) bool {
	s = strings.TrimRight(strings.TrimLeft(s, "0123456789"), "!?")
	at := strings.IndexAny(s, "0123456789")
	return at > 2 && (strings.IndexByte("!#*_$%&+=@", s[at-1]) >= 0 || strings.TrimLeft(s[at:], "0123456789") != "")
}

// aloneSecret reports a message or first sentence that is a password by its form:
// TeaForTwo_77, Falkenberg58tea.
func aloneSecret(t *Text, j, end int) bool {
	if wordThenYear(t, j, end) && (j == 0 && t.punct(end+1, ',') || j == end && t.punct(j-1, ':') && (answers(t, j) || j >= 2 && !t.Tokens[j-2].Upper) || typing.has(t.wordAt(j-1))) {
		return true
	}
	if j == 0 && secret(t, j, end) && !joinedWords(t, j, end) && secrecy.after(t, end, 6) {
		return true
	}
	if j != 0 || t.kind(end+1) < Symbol && !t.punct(end+1, '.') {
		return false
	}
	if dashedNames(t, j, end) {
		return true
	}
	if !t.Tokens[end].Digit {
		return false
	}
	s := t.Raw[t.Tokens[j].Start:t.Tokens[end].End]
	if strings.ContainsAny(s, "./:@") || !secret(t, j, end) {
		return false
	}
	return strings.Contains(s, "_") && humps(s) >= 3 && wound(s) || wordThenDigits(s) || digitForLetter(s)
}

// typing stand before what is to be typed.
var typing = newCues("tipp tippe tippt tippts eingeben type", "")

// dashedNames reports Kirschbaum-Allee-77 and Kirschbaum-77-Allee: capitalised words
// and a number, not the first, joined by dashes.
func dashedNames(t *Text, j, end int) bool {
	if end < j+4 {
		return false
	}
	numbers := 0
	for k := j; k <= end; k++ {
		switch {
		case t.isDash(k):
		case t.kind(k) == Number && k > j && t.size(k) >= 2 && t.size(k) <= 4:
			numbers++
		case t.kind(k) != Word || t.size(k) < 4 || t.Tokens[k].Digit || !t.Tokens[k].Upper || upperToken(t, k, k):
			return false
		}
	}
	return numbers == 1
}

// wordThenYear reports a capitalised word with four digits behind it, as few things but
// passwords are written: Kirschbaum1987.
func wordThenYear(t *Text, j, end int) bool {
	s := t.Raw[t.Tokens[j].Start:t.Tokens[end].End]
	n := len(s) - 4
	return n >= 4 && wordThenDigits(s) && digitsOnly(s[n:]) && !digitsOnly(s[n-1:])
}

// wordThenDigits reports a capitalised word with two to four digits behind it, with or
// without an underscore between, and perhaps small letters behind these.
func wordThenDigits(s string) bool {
	rest := strings.TrimLeft(s[1:], "abcdefghijklmnopqrstuvwxyz")
	word := len(s) - len(rest)
	tail := strings.TrimLeft(strings.TrimPrefix(rest, "_"), "0123456789")
	digits := len(strings.TrimPrefix(rest, "_")) - len(tail)
	return 'A' <= s[0] && s[0] <= 'Z' && word >= 6 && digits >= 2 && digits <= 4 && strings.Trim(tail, "abcdefghijklmnopqrstuvwxyz") == ""
}

// digitForLetter reports a long word with a digit in place of a letter and a number
// behind: M4rmelade12.
func digitForLetter(s string) bool {
	word := strings.TrimRight(s, "0123456789")
	small := func(b byte) bool { return 'a' <= b && b <= 'z' }
	inside := false
	for k := 2; k < len(word)-1; k++ {
		inside = inside || word[k] >= '0' && word[k] <= '9' && small(word[k-1]) && small(word[k+1])
	}
	return inside && len(word) >= 8 && len(s)-len(word) >= 2
}

// humps counts the capitals that small letters follow.
func humps(s string) (n int) {
	for i := 1; i < len(s); i++ {
		if 'A' <= s[i-1] && s[i-1] <= 'Z' && 'a' <= s[i] && s[i] <= 'z' {
			n++
		}
	}
	return n
}

// atNumber reports a capitalised word and a number joined by @, which no address of
// mail has: Falcon@4471.
func atNumber(t *Text, j, end int) bool {
	return end == j+2 && t.punct(j+1, '@') && t.kind(end) == Number && t.size(end) <= 6 && t.size(j) >= 4 && t.Tokens[j].Upper && !upperToken(t, j, j)
}

// newOne reports "it's apple-pie-55" and "neues ist Garten-Zaun-44": words joined by
// dashes with a number at their end, told as what holds now.
func newOne(t *Text, j, end int) bool {
	w := t.wordAt(j - 1)
	if t.kind(end) != Number || t.kind(end+1) == Word || w != "it's" && w != "its" && !(copulas.has(w) && newWords.has(t.wordAt(j-2))) {
		return false
	}
	words, letters := 0, 0
	for k := j; k <= end; k++ {
		switch {
		case t.isDash(k):
		case t.kind(k) == Word && !t.Tokens[k].Digit && (t.size(k) == 1 || !upperToken(t, k, k)):
			words++
			letters += t.size(k)
		case t.kind(k) == Number && k == end && t.size(k) >= 2:
		default:
			return false
		}
	}
	return words >= 2 && letters >= 8
}

var newWords = newCues("neu neue neues neuer new nei neie niie", "")

var logins = newCues("log login logon sign anmelden einloggen anmeldung zugang user benutzer account konto netz portal", "wlan wifi zugangsdat passwor kennwor")

// factorySetting reports "kasse/kasse1" and the like: a user name and the same with
// a digit as its password.
func factorySetting(t *Text, i, end int) bool {
	return end == i+2 && t.punct(i+1, '/') && t.size(i) >= 4 && t.Tokens[end].Digit && t.size(end) > t.size(i) &&
		t.Word(end)[:len(t.Word(i))] == t.Word(i) && digitsOnly(t.Word(end)[len(t.Word(i)):])
}

// networkNamed reports "Gast: Rosen_2024": a name for a network or its users, a
// colon, then letters and digits that a sign joins.
func networkNamed(t *Text, i, end int) bool {
	return t.punct(i-1, ':') && networkNames.has(t.wordAt(i-2)) && end > i && t.kind(end) == Number && secret(t, i, end) && !t.isDash(end-1)
}

var networkNames = newCues("gast gäste guest guests personal staff intern netz", "wlan wifi")
