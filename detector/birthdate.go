package detector

import "strings"

// birthDateDetector finds full dates of birth. A birthday without a year is none.
var birthDateDetector = Detector{
	Name:  "birth-date",
	Types: []Type{DateOfBirth},
	Gate:  func(t *Text) bool { return t.Digits >= 2 || t.has(markDay) },
	Find:  findBirthDate,
}

// birthCues say that somebody was born on the date.
var birthCues = newCues("geb geboren gebor geburt gebuert birth jahrgang jg dob born bday b-day birthdate birthday gebdat gebdatum", "geburtsd geburtst gebdat geboore geborn date-of-birth")

// pastCues say that an old date is no birth date.
var pastCues = newCues(`baujahr bj erstzulassung ez gebaut gegründet seit vertrag zulassung inbetriebnahme mhd haltbar
	stand pos position maß maße opened founded listed established start tour termin version fassung batch charge lot ref quote best before expires expiry rezeptur eintritt beitritt tüv hu
	rechnung schreiben bescheid urteil gesetz norm heizung kessel foto bild gültig bis since built dated garantie am vom zum on ab an until from to`, "charge rechnung serien vertrags bescheid gesetz vorschrift verordnung")

// personCues say that a date with an old enough year belongs to a person.
var personCues = newCues("kind kinder tochter sohn enkel baby schüler schülerin patient patientin bewerber bewerberin azubi praktikant praktikantin mieter mieterin gast child son daughter kid patient tenant", "")

// lastBareYear is the last year in which a date that no word explains counts as
// one of birth: a later one is an appointment or a deadline.
const lastBareYear = 2010

// lastChildYear is the last year of birth of a child whose name stands before the date.
const lastChildYear = 2022

func findBirthDate(t *Text, _ Context, out []Entity) []Entity {
	start := len(out)
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) > Number || i > 0 && t.gap(i-1) == 0 && (t.kind(i-1) == Number || t.separator(i-1)) {
			continue
		}
		d, ok := t.dateAt(i)
		if !ok && len(out) == start {
			d, ok = undottedBirthDate(t, i) // behind another date it is a code
		}
		if !ok {
			d, ok = spacedBirthDate(t, i)
		}
		if !ok || gluedOn(t, d.last) || died(t, i) {
			continue
		}
		switch named := birthNamed(t, i, d); {
		case named:
			out = append(out, t.span(DateOfBirth, i, d.last, 0.95, "date beside a word for birth"))
		case (!d.spoken || t.kind(i-1) == Break && addressEnds(t, d.last)) && bareBirthDate(t, i, d, len(out) > start):
			out = append(out, t.span(DateOfBirth, i, d.last, 0.7, "date of a birth year"))
		}
		i = d.last
	}
	return out
}

// died reports "gest." and the like right before the date at token i.
func died(t *Text, i int) bool {
	if t.punct(i-1, '.') {
		i--
	}
	switch t.wordAt(i - 1) {
	case "gest", "gestorben", "verst", "verstorben", "died", "†":
		return true
	}
	return false
}

// gluedOn reports that token i goes on with a sign and letters or digits, as part
// numbers do, or is followed by a lone capital.
func gluedOn(t *Text, i int) bool {
	if t.gap(i) == 0 && (t.isDash(i+1) || t.punct(i+1, '/')) && t.gap(i+1) == 0 && t.kind(i+2) <= Number {
		return true
	}
	return t.kind(i+1) == Word && t.size(i+1) == 1 && t.Tokens[i+1].Upper
}

// birthNamed reports a word for birth beside the date d at token i; old dates may
// stand further away from it.
func birthNamed(t *Text, i int, d date) bool {
	reach := 5
	if d.year <= lastBareYear {
		reach = 10
	}
	if birthCues.before(t, i, reach) || birthCues.after(t, d.last, 2) || t.punct(i-1, '*') || t.answers(i, birthCues) {
		return true
	}
	from := max(0, int(t.Tokens[i].Start)-14)
	before := t.Lower[from:t.Tokens[i].Start]
	return strings.Contains(before, "d.o.b") || strings.Contains(before, " b. ")
}

// bareBirthDate decides on a date that no word explains. more tells that the
// message holds a date of birth already.
func bareBirthDate(t *Text, i int, d date, more bool) bool {
	if timeFollows(t, d.last) || pastCues.before(t, i, 4) || productCues.before(t, i, 4) || t.punct(i-1, '/') || t.writtenOn(i, d.last) {
		return false
	}
	if d.short {
		return d.year < 2000 && !t.isDash(i+1) || more && d.year <= lastChildYear
	}
	return d.year <= lastBareYear || d.year <= lastChildYear && (more || afterFullName(t, i) || personCues.before(t, i, 3))
}

// writtenOn reports that the date, the tokens i to last, stands on a thing: "steht drauf".
func (t *Text) writtenOn(i, last int) bool {
	return writtenCues.after(t, last, 3) && (t.wordAt(last+1) == "steht" || t.wordAt(last+2) == "steht") || t.wordAt(i-1) == "steht" && writtenCues.has(t.wordAt(i-2))
}

// writtenCues say where on a thing something is written.
var writtenCues = newCues("drauf darauf drin darin drüber dran hinten vorne vorn oben unten über", "")

// timeFollows reports a time of day behind token i, as in the head of a mail.
func timeFollows(t *Text, i int) bool {
	i++
	if t.punct(i, ',') {
		i++
	}
	return t.kind(i) == Number && t.punct(i+1, ':') && t.kind(i+2) == Number
}

// afterFullName reports "Lena Aydın, 14.05.2018".
func afterFullName(t *Text, i int) bool {
	if t.punct(i-1, ',') {
		i--
	}
	return t.kind(i-1) == Word && t.Tokens[i-1].Upper && t.kind(i-2) == Word && t.Tokens[i-2].Upper &&
		t.wordAt(i-2) != "herr" && t.wordAt(i-2) != "frau"
}

// undottedBirthDate reads 090891 or 09081991, which only a word right before tells.
func undottedBirthDate(t *Text, i int) (date, bool) {
	if n := t.size(i); !t.asciiDigits(i) || n != 6 && n != 8 || !birthNamed(t, i, date{last: i, year: lastBareYear + 1}) {
		return date{}, false
	}
	s := []byte(t.Of(i))
	d := date{day: two(s), month: two(s[2:]), year: two(s[4:]), last: i}
	if len(s) == 8 {
		d.year = d.year*100 + two(s[6:])
	}
	return d.checked(len(s) - 4)
}

// spacedBirthDate reads 12 3 1984 right behind a word for birth.
func spacedBirthDate(t *Text, i int) (date, bool) {
	d := date{day: t.number(i), month: t.number(i + 1), year: t.number(i + 2), last: i + 2}
	if d.day < 0 || d.month < 0 || d.year < 0 || t.size(i) > 2 || t.size(i+1) > 2 {
		return date{}, false
	}
	if t.gap(i) != 1 || t.gap(i+1) != 1 || !birthCues.before(t, i, 2) {
		return date{}, false
	}
	return d.checked(t.size(i + 2))
}
