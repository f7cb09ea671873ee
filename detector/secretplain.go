package detector

import (
	"strings"
	"unicode"
)

// The plain ways to tell a secret, which must be found whatever the labeller has learnt:
// a number beside a word for a code, a word told as password, and the place under or
// behind which a key lies.

// codeReach is how many words may stand between a code and the word for it.
const codeReach = 5

// plainSecrets walks over a message and remembers what it has passed in the sentence.
type plainSecrets struct {
	t        *Text
	code     int // words since the last word for a code, or more than codeReach
	lastWord int // token, or -1
	key      int // token of the last word for a key, or -1
}

// findPlainSecrets appends the secrets that are told in a plain way.
func findPlainSecrets(t *Text, out []Entity) []Entity {
	p := plainSecrets{t: t}
	p.newSentence()
	for i := 0; i < len(t.Tokens); i++ {
		if isSentenceEnd(t, i) {
			p.newSentence()
			continue
		}
		e, last := p.at(i)
		if e.Why != "" {
			out = append(out, e)
		}
		if i = max(i, last); t.kind(i) == Word {
			p.pass(i)
		}
	}
	return out
}

func (p *plainSecrets) newSentence() { p.code, p.lastWord, p.key = codeReach+1, -1, -1 }

// pass takes note of a word.
func (p *plainSecrets) pass(i int) {
	p.code++
	p.lastWord = i
	switch m := p.t.mark(i); {
	case m&markCode != 0:
		p.code = 0
	case m&markKey != 0:
		p.key = i
	}
}

// at reads the secret that begins at token i or right behind it, if there is one, and
// returns the last token it has looked at.
func (p *plainSecrets) at(i int) (Entity, int) {
	t := p.t
	if t.asciiDigits(i) {
		last, digits := codeEnd(t, i)
		if digits >= 3 && digits <= 8 && p.isCode(i, last) {
			return t.span(Credential, i, last, 0.85, "code beside a word for it"), last
		}
		return Entity{}, last
	}
	if t.kind(i) != Word {
		return Entity{}, i
	}
	if t.marked(i, markPassword) {
		if first, last := passwordBehind(t, i); last > 0 {
			return t.span(Credential, first, last, 0.85, "password behind a word for it"), last
		}
	}
	if p.key >= 0 && covering.has(t.Word(i)) && lies(t, p.key, i) {
		if last := placeEnd(t, i); last > i {
			return t.span(Credential, i, last, 0.8, "where a key lies"), last
		}
	}
	return Entity{}, i
}

// codeEnd returns the last token of the number at token i, with the # or * behind it, and
// how many digits it has: 4711, 47 11, 4-7-1-1, 4711#.
func codeEnd(t *Text, i int) (last, digits int) {
	size := t.size(i)
	last, digits = i, size
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
	if (t.punct(last+1, '#') || t.punct(last+1, '*')) && t.gap(last) == 0 {
		last++
	}
	return last, digits
}

// isCode reports a number that counts nothing and stands near a word for a code in the
// same sentence, behind it or as in "4711 ist der Code". A year must follow it closely.
func (p *plainSecrets) isCode(first, last int) bool {
	t := p.t
	glued := t.gap(first-1) == 0 && !t.punct(first-1, ':') && !t.punct(first-1, '"')
	if glued || isAmount(t, first, last) || t.marked(first-1, markFigure) || calledOther(t, last) || t.punct(last+1, '?') {
		return false
	}
	if p.code <= codeReach {
		year := first == last && t.size(first) == 4 && isYear(t.number(first))
		return !year || p.code == 0 || p.code == 1 && t.marked(p.lastWord, markTelling)
	}
	for j := last + 1; j <= last+4 && t.kind(j) == Word; j++ {
		if t.marked(j, markCode) {
			return j > last+1
		}
		if !linkWords.has(t.Word(j)) {
			return false
		}
	}
	return false
}

// isYear reports a number that is more likely a year of those that people write about
// than a code.
func isYear(n int) bool { return n >= 1980 && n <= 2035 }

// isCurrency reports the sign of a currency.
func (t *Text) isCurrency(i int) bool {
	return t.kind(i) == Punct && strings.Contains("€£$", t.Of(i))
}

// isAmount reports a number with a unit, a decimal part or a time.
func isAmount(t *Text, first, last int) bool {
	next := last + 1
	if t.marked(next, markUnit) || t.isCurrency(next) || t.punct(next, '%') || t.isCurrency(first-1) {
		return true
	}
	return t.gap(last) == 0 && t.gap(next) == 0 && t.kind(next) == Punct && t.kind(next+1) <= Number
}

// asksAmount reports a question such as "wie viele Platten brauchst du?", which no code
// answers.
func asksAmount(t *Text) bool {
	talk := t.sayings().topics
	if talk&topicQuestion == 0 || talk&(topicCode|topicKey) != 0 {
		return false
	}
	for i := range t.Tokens {
		if w := t.Word(i); w == "wieviel" || w == "wieviele" || (w == "wie" || w == "how") && measures.has(t.wordAt(i+1)) {
			return true
		}
	}
	return false
}

// measures follow wie and how in a question for an amount.
var measures = newCues(`viel viele vui lang lange oft weit hoch schwer groß gross breit alt teuer tief dick many much long far often high heavy big wide
	old deep thick`, "")

// isSentenceEnd reports a line break, or a mark that ends a sentence.
func isSentenceEnd(t *Text, i int) bool {
	return t.kind(i) == Break || t.punct(i, '!') || t.punct(i, '?') || t.punct(i, '.') && t.gap(i) > 0
}

// passwordBehind returns the password that is told behind the word for it at token i: at
// once, or after a colon or a verb; last is 0 if there is none.
func passwordBehind(t *Text, i int) (first, last int) {
	told := bare(t.Word(i)) != t.Word(i) // the password's …
	for j, words := i+1, 0; words <= 6 && j <= i+20 && !isSentenceEnd(t, j); j++ {
		switch {
		case t.punct(j, ':'), t.punct(j, '='), t.marked(j, markTelling):
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
func endsClause(t *Text, j int) bool { return t.kind(chunkEnd(t, j)+1) >= Punct }

// looksMade reports a chunk of letters and digits, as no word is.
func looksMade(t *Text, j int) bool {
	s := t.Raw[t.Tokens[j].Start:t.Tokens[chunkEnd(t, j)].End]
	return strings.ContainsFunc(s, unicode.IsLetter) && strings.ContainsFunc(s, unicode.IsDigit)
}

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

// wasWords tell where a key no longer is.
var wasWords = newCues("lag war waren was were hatte had verloren lost gefunden found", "")

// lies reports that the covering preposition at token i tells where the key at token key
// is: close behind it, and not in the past.
func lies(t *Text, key, i int) bool {
	if i-key > 8 {
		return false
	}
	for j := key + 1; j < i; j++ {
		if wasWords.has(t.wordAt(j)) {
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
