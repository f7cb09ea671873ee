package detector

import (
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// phoneDetector finds telephone numbers in every spelling. Free-phone, service and
// emergency numbers, switchboards and hotlines belong to nobody and are left out.
var phoneDetector = Detector{
	Name:  "phone",
	Types: []Type{Phone},
	Gate:  func(t *Text) bool { return t.Digits >= 5 },
	Find:  findPhone,
}

// phoneCues say that a telephone number follows or precedes.
var phoneCues = newCues(`tel ph fon fone handy hdy mobil mobile mob cell nummer nr no number natel festnetz privat durchwahl dw
	anrufen anruf ruf rufen rufn call ring text txt sms whatsapp wa reach erreichbar erreichen telefonisch zurückrufen
	rückruf phone telefonnummer sim rückfragen notfall ddi direct apparat ext extension nebenstelle`,
	"telefon erreich handyn mobilnummer rufnummer festnetzn durchwahl direktwahl whatsapp mobilfunk telefonnr fernspr natel")

// dialCues are the words beside which even a number without trunk zero is dialed.
var dialCues = newCues("tel ph whatsapp wa reach fon handy mobil mobile mob cell natel anrufen anruf ruf rufen call ring text durchwahl dw erreichbar phone rückruf my his her our meine deine seine ihre unsre neue new", "telefon erreich handyn mobilnummer rufnummer festnetz durchwahl direktwahl")

// numberKinds are what may stand before -nummer or -nr in a word for a telephone number.
var numberKinds = newCues("telnr telnummer rufnr rufnummer rufnummern fonnr wanummer", "telefon handy mobil phone natel festnetz durchwahl whatsapp privat notfall kontakt dienst büro praxis ausweich direkt rückruf")

// otherNumbers are words for things with a number that is not dialed, right before it or
// before the word number.
var otherNumbers = newCues(`kommission auftrag vorgang rechnung charge aktenzeichen az ref reference inv invoice order part item sn
	artikel art kd bestell bestellung lieferschein angebot sendung konto blz iban zähler police vertrag ticket box claim schaden batch tax
	stör zimmer modell teil ersatzteil paket sendung typ ean isbn din version fax katalog customer booking serial serie rahmen skipass kunde member policy client`,
	"auftrag bestell artikel vorgang seriennu zähler kommission aktenz buchung")

// switchboardCues name numbers of an office or a service, not of a person.
var switchboardCues = newCues(`zentrale hotline notdienst switchboard helpline helpdesk reception rezeption notruf
	leitstelle kundendienst kundenservice service warteschleife desk office pforte taxi sekretariat council giftnotruf
	bereitschaftsdienst sorgentelefon bestelltelefon mainline enquiries`,
	"hotline zentrale helpline switchboard störungs servicenummer serviceline")

// institutions answer a landline with whoever is on duty.
var institutions = newCues(`rathaus gemeinde bürgeramt jobcenter arbeitsagentur polizei polizeirevier feuerwehr klinik klinikum krankenhaus uniklinik
	krankenkasse aok barmer sparkasse volksbank versicherung hersteller großhandel stadtwerke schule berufsschule kita kindergarten handwerkskammer ihk
	hwk innung amtsgericht hospital police firma fa lieferant autohaus baumarkt apotheke hotel restaurant pizzeria gasthof zulassungsstelle
	entsorger entsorgung wertstoffhof kundencenter servicecenter werk filiale`, "amt gericht stadtwerke verwaltung zentrale")

// direct stands before the extension of one person in a firm.
var direct = newCues("direkt durchwahl direct dw ddi", "")

// extensionCues say so also some words before the number.
var extensionCues = newCues("durchwahl dw ddi", "")

// papers have a number that may be named some words later: "Rechnung folgt, Nr. …".
var papers = newCues("rechnung angebot lieferschein auftrag invoice quote kundenkarte", "")

// accounts have a number up to five words behind them, unless they have somebody who
// keeps them.
var (
	accounts = newCues("account acct konto", "")
	keepers  = newCues("manager team handler director exec executive lead", "manager")
)

// phoneUnits follow figures that count something.
var phoneUnits = newCues("euro eur kilo kg km m mm cm stück stk liter l kwh kw uhr std stunden h g gramm ml qm lfm pallets euros pounds quid km/h blatt schrauben prozent tonnen ton", "")

func findPhone(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		e, last := phoneAt(t, i)
		if e.Type != "" {
			out = append(out, e)
		}
		i = max(i, last)
	}
	return out
}

// phoneRun is a run of digits and the signs people put between them.
type phoneRun struct {
	digits  [24]byte
	token   [24]int // the token of each digit
	n       int
	figures int  // digits that are not written as letters
	plus    bool // + before the digits
	area    int  // digits in a leading pair of brackets, 0 for none
	dotted  bool // a dot stands between groups
}

// read fills r from token i on and reports whether a run may start there.
func (r *phoneRun) read(t *Text, i int) bool {
	*r = phoneRun{}
	if startsInside(t, i) {
		return false
	}
	if t.punct(i, '+') && t.gap(i) == 0 {
		r.plus = true
		i++
	}
	open := -1
	for j := i; j < len(t.Tokens); j++ {
		switch {
		case dialed(t, j) != "":
			s := dialed(t, j)
			if r.n+len(s) > len(r.digits) {
				return false
			}
			for k := range len(s) {
				c := s[k]
				switch c {
				case 'o':
					c = '0'
				case 'l', 'i':
					c = '1'
				default:
					r.figures++
				}
				r.digits[r.n], r.token[r.n] = c, j
				r.n++
			}
		case t.punct(j, '(') && open < 0 && t.kind(j+1) == Number && t.gap(j) == 0 && (t.punct(j+2, ')') || t.punct(j+3, ')')):
			open = r.n
		case t.punct(j, ')') && open >= 0 && r.n > open:
			if open == 0 {
				r.area = r.n
			}
			open = len(r.digits) // closed; no second pair
			if r.plus && r.n >= 2 && r.digits[r.n-1] == '0' && r.n-1 <= 3 {
				r.n-- // +49 (0)172
			}
		case r.n > 0 && phoneSign(t, j):
			r.dotted = r.dotted || t.punct(j, '.')
		case r.dictated(t, j):
		default:
			return r.n > 0
		}
		if t.gap(j) > 2 && open != 0 {
			return r.n > 0
		}
	}
	return r.n > 0
}

// dictated reports a pause behind a mobile prefix, as in "0176 und dann 2345678".
func (r *phoneRun) dictated(t *Text, j int) bool {
	if (r.n != 4 && r.n != 5) || !mobile(r.digits[:r.n]) || r.token[0] != r.token[r.n-1] || j > r.token[0]+3 {
		return false
	}
	switch t.wordAt(j) {
	case "und":
		return t.wordAt(j+1) == "dann" || t.kind(j+1) == Number
	case "dann", "danach", ",":
		return t.kind(j+1) == Number || t.wordAt(j+1) == "dann" || t.wordAt(j+1) == "und"
	}
	return false
}

// startsInside reports that token i continues a number, word or code before it.
func startsInside(t *Text, i int) bool {
	if i == 0 || t.gap(i-1) != 0 {
		return false
	}
	if t.kind(i-1) <= Number {
		return true
	}
	return t.isDash(i-1) || t.punct(i-1, '/') && t.kind(i-2) == Number || t.punct(i-1, '.') && t.kind(i-2) <= Number && t.gap(i-2) == 0 && dialed(t, i-2) != "" ||
		t.oneOf(i-1, "_=#") || t.punct(i-1, ',') && t.kind(i-2) == Number && t.size(i) <= 3
}

// dialed returns token i if it is a group of digits, in lower case; o among digits
// counts as zero, and l and i count as one.
func dialed(t *Text, i int) string {
	if t.kind(i) > Number || !t.Tokens[i].Digit {
		return ""
	}
	w := t.Word(i)
	ones := false // a letter for a one between digits, unlike that of 10 l
	for k := range len(w) {
		switch c := w[k]; {
		case c >= '0' && c <= '9' || c == 'o':
		case c == 'l' || c == 'i':
			if k > 0 && k+1 < len(w) && digitsOnly(w[k-1:k]) && digitsOnly(w[k+1:k+2]) {
				ones = true
			}
		default:
			return ""
		}
	}
	if !ones && strings.ContainsAny(w, "li") {
		return ""
	}
	return w
}

// phoneSign reports a sign inside a number: it stands glued on both sides or
// between blanks, and digits or another sign follow.
func phoneSign(t *Text, j int) bool {
	if !t.isDash(j) && !t.punct(j, '/') && !t.punct(j, '.') {
		return false
	}
	if t.punct(j, '.') && (t.gap(j) > 0 || t.gap(j-1) > 0) {
		return false
	}
	return t.gap(j-1) <= 1 && t.gap(j) <= 1 && (dialed(t, j+1) != "" || t.punct(j+1, '(') && dialed(t, j+2) != "")
}

// phoneAt reads a telephone number at token i and returns the last token that
// needs no second look. The entity is empty if there is no number.
func phoneAt(t *Text, i int) (Entity, int) {
	k := t.Tokens[i]
	if k.Kind == Word && !k.Digit || k.Kind == Punct && !t.punct(i, '+') && !t.punct(i, '(') || k.Kind > Punct {
		return Entity{}, 0
	}
	var r phoneRun
	if !r.read(t, i) {
		return Entity{}, 0
	}
	if r.n < 6 || r.figures < 5 {
		return Entity{}, r.token[r.n-1]
	}
	cue := phoneCue(t, i, r.token[r.n-1])
	for n := r.n; n >= 6; n = r.shorter(t, n) {
		last := r.token[n-1]
		why := r.plausible(t, i, n, cue)
		if why == "" {
			continue
		}
		if t.punct(last+1, ')') && t.punct(i, '(') && r.area == n {
			last++
		}
		last = extension(t, last)
		if cue == denied || cue == silent && afterCode(t, i) || notPersonal(t, i, last, r.digits[:n]) {
			return Entity{}, last
		}
		return t.span(Phone, i, last, scoreOf(cue), why), last
	}
	// A long run of digits that is no number has no number inside it.
	return Entity{}, r.token[r.n-1]
}

// extension returns the last token of "Apparat 12" or "ext. 22" behind token i, or i.
func extension(t *Text, i int) int {
	if !extensionWords.has(t.wordAt(i + 1)) {
		return i
	}
	j := i + 2
	if t.punct(j, '.') {
		j++
	}
	if t.kind(j) == Number && t.size(j) <= 4 {
		return j
	}
	return i
}

// inEnglish reports that the number at token i stands in an English message, or opens one
// behind an English message.
func inEnglish(t *Text, i int) bool {
	return isEnglish(t) || t.opens(i, 0) && slices.ContainsFunc(t.before, isEnglish)
}

var extensionWords = newCues("apparat app ext extension durchwahl dw nebenstelle", "")

func scoreOf(c cue) float32 {
	if c == named {
		return 0.98
	}
	return 0.9
}

// shorter returns how many digits stand before the last group of the first n, if
// only blanks separate it, else 0.
func (r *phoneRun) shorter(t *Text, n int) int {
	for k := n - 1; k > 0; k-- {
		if r.token[k-1] != r.token[k] {
			if r.token[k-1]+1 == r.token[k] {
				return k
			}
			return 0
		}
	}
	return 0
}

// plausible says why the first n digits are a telephone number, "" if they are not.
func (r *phoneRun) plausible(t *Text, i, n int, c cue) string {
	d := string(r.digits[:n])
	switch {
	case looksLikeDate(t, i) || looksLikeHours(t, i, d):
		return ""
	case r.plus:
		if n >= 8 && n <= 15 && d[0] != '0' {
			return "international number"
		}
	case strings.HasPrefix(d, "00"):
		if n >= 11 && n <= 17 && d[2] != '0' && (d[2] != '1' || n == 13) {
			return "international number"
		}
	case d[0] == '0':
		return national(r.digits[:n], c)
	case n == 10 && (r.area == 3 || northAmerican(t, i) || spacedAmerican(t, i) && inEnglish(t, i)),
		n == 11 && t.Of(i) == "1" && t.isDash(i+1) && northAmerican(t, i+2),
		n == 7 && localAmerican(t, i) && (c == named || isEnglish(t) && behindName(t, i)):
		return "American number"
	case n == 10 && c != denied && indianMobile(t, i) && (c == named || isEnglish(t)):
		return "Indian mobile number"
	case c == named && n >= 7 && n <= 13 && n == r.n && !r.dotted && dialCues.around(t, i, r.token[n-1], 4):
		return "number named so"
	}
	return ""
}

// national decides on a number with trunk zero by its length.
func national(d []byte, c cue) string {
	n := len(d)
	switch {
	case mobile(d) && n >= 10 && n <= 12:
		return "mobile number"
	case d[1] == '0' || mobile(d) || n > 12:
		return ""
	case n >= 10, n >= 6 && c == named:
		return "number with area code"
	}
	return ""
}

// mobile reports the German prefixes 015, 016 and 017.
func mobile(d []byte) bool { return d[0] == '0' && d[1] == '1' && d[2] >= '5' && d[2] <= '7' }

// northAmerican reports the grouping 415-555-0163 or 415.555.0163.
func northAmerican(t *Text, i int) bool {
	return t.size(i) == 3 && t.size(i+2) == 3 && t.size(i+4) == 4 && t.kind(i+1) == Punct && t.kind(i+3) == Punct && t.Of(i)[0] > '1'
}

// spacedAmerican reports the grouping 415 555 0163, in which neither area nor
// exchange begins with 0 or 1.
func spacedAmerican(t *Text, i int) bool {
	return t.size(i) == 3 && t.size(i+1) == 3 && t.size(i+2) == 4 && t.gap(i) == 1 && t.gap(i+1) == 1 && t.Of(i)[0] > '1' && t.Of(i + 1)[0] > '1'
}

// localAmerican reports the grouping 555-0142 of a number without area code.
func localAmerican(t *Text, i int) bool {
	return t.size(i) == 3 && t.isDash(i+1) && t.gap(i) == 0 && t.gap(i+1) == 0 && t.size(i+2) == 4 && t.Of(i)[0] > '1'
}

// behindName reports a number that follows a name, perhaps a comma or a full stop between.
func behindName(t *Text, i int) bool {
	if t.punct(i-1, ',') || t.punct(i-1, '.') {
		i--
	}
	return i > 0 && t.Tokens[i-1].Upper && t.kind(i-1) == Word && months[t.Word(i-1)] == 0 && gazetteer.Lookup(t.Word(i-1)).IsName()
}

// directLine reports that the number at token i is the one of a person behind the
// switchboard: of an extension, which may be told to be somebody's at some office, or of
// somebody named with a title right before it.
func directLine(t *Text, i int) bool {
	return direct.before(t, i, 1) || extensionCues.before(t, i, 8) || behindName(t, i) && titles.before(t, i, 4)
}

// indianMobile reports the grouping 98765 43210; mobile numbers begin with 6 to 9.
func indianMobile(t *Text, i int) bool {
	return t.size(i) == 5 && t.Of(i)[0] >= '6' && t.gap(i) == 1 && t.size(i+1) == 5
}

// looksLikeDate reports day, month and perhaps year with dots, slashes or dashes.
func looksLikeDate(t *Text, i int) bool {
	if t.size(i) > 2 || t.kind(i) != Number {
		return false
	}
	if t.punct(i+1, '.') && t.gap(i) == 0 {
		return true
	}
	_, ok := t.numericDate(i)
	return ok
}

// looksLikeHours reports 0700-1530.
func looksLikeHours(t *Text, i int, d string) bool {
	return len(d) == 8 && t.size(i) == 4 && t.isDash(i+1) && d[:2] < "24" && d[2:4] < "60" && d[4:6] <= "24" && d[6:] < "60"
}

// afterCode reports letters of a code right before token i, as in DE 09 482 55317,
// or the article of a thing that is named by its number.
func afterCode(t *Text, i int) bool {
	if w := t.wordAt(i - 1); w == "den" || w == "das" || w == "the" || w == "ein" || w == "einen" {
		return true
	}
	return t.kind(i-1) == Word && t.gap(i-1) == 1 && t.size(i-1) <= 4 && t.size(i-1) > 1 && hasUpper(t.Of(i-1))
}

// notPersonal reports numbers that reach no single person, and figures that only
// look like a number.
func notPersonal(t *Text, i, last int, d []byte) bool {
	return serviceNumber(string(d)) || sharedCost[t.Of(i)] || britishShared(t, i) || britishFree(t, d) ||
		calledOther(t, last) || switchboard(t, i, d) || switchboardCues.after(t, last, 2) ||
		t.isDash(last-1) && t.Of(last) == "0" ||
		(firmAddressCues.before(t, i, 3) || institutions.before(t, i, 4) && !directLine(t, i)) && d[0] == '0' && !mobile(d) ||
		!mobile(d) && t.opens(i, 0) && productCues.before(t, i, 1) || // answers "Sendungsnummer?"
		d[0] != '0' && t.wordAt(i-1) == "nummer" && productCues.before(t, i, 3) ||
		t.gap(last) == 0 && (t.isDash(last+1) || t.punct(last+1, '/')) && t.gap(last+1) == 0 && t.kind(last+2) == Word ||
		t.kind(last+1) == Word && phoneUnits.has(t.Word(last+1)) && d[0] != '0'
}

// switchboard reports a word for an office or a service before token i. Before a mobile number, German or
// British, it must stand close and in the same message.
func switchboard(t *Text, i int, d []byte) bool {
	reach := 4
	if mobile(d) || britishMobile(d) && isEnglish(t) {
		if t.opens(i, 0) {
			return false
		}
		reach = 2
	}
	return switchboardCues.before(t, i, reach) && !directLine(t, i) && !handheld.has(t.wordAt(i-1)) && !notOffice.before(t, i, reach+2)
}

// notOffice stand before the word for an office that a number is not the one of.
var notOffice = newCues("not nicht net ned own eigene eigenen", "")

func britishMobile(d []byte) bool { return len(d) == 11 && d[0] == '0' && d[1] == '7' }

// sharedCost are the service codes of other countries that only their grouping
// tells from German area codes (0808 570 144, but 08081 570 for Dorfen).
var sharedCost = map[string]bool{
	"0808": true, "0842": true, "0843": true, "0844": true, "0845": true, "0848": true, "0870": true,
	"0330": true, "0333": true, "0810": true, "0820": true,
}

// britishShared reports 0345 in British grouping; in German grouping it is Halle.
func britishShared(t *Text, i int) bool {
	return t.Of(i) == "0345" && t.size(i+1) == 3 && t.size(i+2) == 4
}

// britishFree reports 0808 in any grouping of an English message; in German ones
// it opens area codes.
func britishFree(t *Text, d []byte) bool {
	return strings.HasPrefix(string(d), "0808") && len(d) == 11 && isEnglish(t)
}

// handheld names a telephone that no switchboard has.
var handheld = newCues("handy hdy mobil mobile natel cell", "")

// beingWords tell what something is.
const beingWords = "ist is isch lautet heißt hoißt heisst namens to "

// sayingVerbs stand between a word for something and the thing itself.
var sayingVerbs = newCues(beingWords+"war wird = wäre", "")

// linkWords stand between a number and the word for it: 4820 ist für die Tür.
var linkWords = newCues("ist is isch der die das dr am an im in für fürs beim vorm vom als the for on at our my side neue neu new mein meine unser", "")

// calledOther reports "… ist die Auftragsnummer" behind token i.
func calledOther(t *Text, i int) bool {
	for j := i + 1; j <= i+4 && t.kind(j) == Word; j++ {
		switch w := t.Word(j); {
		case j > i+1 && numberWord(t, j, 0) == denied:
			return true
		case j == i+1 && !sayingVerbs.has(w), !linkWords.has(w):
			return false
		}
	}
	return false
}

// serviceNumber reports free-phone, shared-cost, vote and premium numbers.
func serviceNumber(d string) bool {
	national := strings.TrimPrefix(d, "00")
	for _, country := range [...]string{"49", "43", "41", "44", "1"} {
		if rest, ok := strings.CutPrefix(national, country); ok && len(d) > 10 {
			national = rest
			break
		}
	}
	national = strings.TrimPrefix(national, "0")
	for _, p := range [...]string{"800", "180", "900", "137", "138", "300", "888", "877", "866", "855"} {
		if strings.HasPrefix(national, p) {
			return p[0] != '8' || p == "800" || d[0] != '0'
		}
	}
	return false
}

// cue is what the words around a run of digits say about it.
type cue uint8

const (
	silent cue = iota
	named
	denied
)

// phoneCue looks for the nearest word that tells what a number is, on its line or,
// for a number alone on its line, on the line above.
func phoneCue(t *Text, i, last int) cue {
	behind := silent
	if phoneCues.after(t, last, 3) {
		behind = named
	}
	words, clause := 0, true
	for j := i - 1; j >= 0 && words < 5; j-- {
		switch k := t.kind(j); {
		case k == Break && words > 0, k == Number:
			return behind
		case k == Punct && words > 0 && !t.isDash(j) && !t.punct(j, ':') && !strings.HasSuffix(t.wordAt(j-1), "nr"):
			clause = false
		case k == Word:
			c := numberWord(t, j, words)
			if c == named || c == denied && clause && (behind == silent || words <= 1) {
				return c
			}
			words++
		}
	}
	return behind
}

// numberWord judges the word at token j, which stands so many words before a number.
func numberWord(t *Text, j, distance int) cue {
	w := bare(t.Word(j))
	switch {
	case w == "nummer" || w == "number" || w == "nr" || w == "no":
		if otherNumbers.before(t, j, 1) || papers.before(t, j, 3) {
			return denied
		}
		return named
	case strings.HasSuffix(w, "nummer") || strings.HasSuffix(w, "nr") || strings.HasSuffix(w, "nummern"):
		if numberKinds.has(w) {
			return named
		}
		return denied
	case phoneCues.has(w):
		return named
	case accounts.has(w) && !keepers.has(t.wordAt(j+1)):
		return denied
	case distance <= 1 && w != "kunde" && otherNumbers.has(w):
		return denied
	}
	return silent
}
