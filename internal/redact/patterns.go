package redact

import (
	"regexp"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// pattern is a form of writing that is worth hiding even where the detectors,
// which also ask for a reason to report it, see none. It is tried on messages
// with so many digits and with one of the signs. A group in the expression is
// what goes.
type pattern struct {
	typ    detector.Type
	digits int
	signs  signs
	expr   *regexp.Regexp
}

var patterns = []pattern{
	// A street in any words, a house number, a post code and a town: Am Alten Hafen 7, 26721 Emden.
	{detector.Address, 5, numberBeforeName, regexp.MustCompile(`(?:\p{Lu}[\p{L}.'-]+ ){1,4}\d{1,4} ?[a-z]?,? (?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L}-]+`)},
	// A house number, a street in any words, a British post code, also its first half.
	{detector.Address, 2, mixedWord, regexp.MustCompile(`\b\d{1,4}[a-z]? (?:\p{Lu}[\p{L}.'-]+,? ){1,5}[A-Z]{1,2}\d{1,2}[A-Z]?\b(?: \d[A-Z]{2}\b)?`)},
	// A house number and an English street, with what follows of the address.
	{detector.Address, 1, streetWord, regexp.MustCompile(`\b\d{1,5}[a-z]? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Rd|Road|St|Street|Ave|Avenue|Ct|Court|Close|Cl|Dr|Drive|Ln|Lane|Pl|Place|Way|Crescent|Cres|Terrace|Tce|Grove|Gardens|Square|Blvd|Cottages?|Mews|Row|Rise|Walk|Yard|Villas|Buildings|House)\b\.?` +
		`(?:,? \p{Lu}\p{L}+){0,2}(?:,? \d{4,5}\b)?`)},
	// The same in small letters: 14 hawthorn drive.
	{detector.Address, 1, streetWord, regexp.MustCompile(`\b\d{1,4}[a-z]? \p{Ll}{3,} (?:\p{Ll}{3,} )?(?:road|street|lane|drive|close|avenue|rd|crescent|grove|terrace|gardens)\b`)},
	// A street whose name ends like no street: Bonner Talweg 212, Am Stein 7.
	{detector.Address, 1, nameBeforeNumber, regexp.MustCompile(`(?:\p{Lu}\p{L}+er|Am|An der|An den|Im|In der|Zum|Zur|Auf dem|Auf der|Auf'm|auf'm|Unter den|Siedlung) \p{Lu}\p{Ll}+ \d{1,3} ?[a-z]?\b`)},
	// The same in small letters, alone between marks: am sand 12, hinterm dorf 3b.
	{detector.Address, 1, smallStreet, regexp.MustCompile(`(?m)(?:^|[,;:(] ?)((?:am|an der|an den|auf dem|auf der|zum|zur|unter den|hinterm|hinter der|obere|untere|alte|kleine|große) \p{Ll}{4,} \d{1,3} ?[a-z]?)(?:$|[,.;)])`)},
	// A street that is called after people: Heinrich-Heine 51.
	{detector.Address, 1, hyphenName, regexp.MustCompile(`\b\p{Lu}\p{Ll}+-(?:\p{Lu}\p{Ll}+-)?\p{Lu}\p{Ll}+ \d{1,3} ?[a-z]?\b`)},
	// A house number that calls itself one.
	{detector.Address, 1, houseWord, regexp.MustCompile(`(?i)\b(?:hausnummer|haus-?nr\.?|house number) ?\d{1,4} ?[a-z]?\b`)},
	// A German post code and its town.
	{detector.Address, 5, numberBeforeName, regexp.MustCompile(`\b\d{5} \p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+)?`)},
	// A street with its number in words: Bergweg zwölf.
	{detector.Address, 0, wordedNumber, regexp.MustCompile(`(?i)\b\pL{3,}(?:straße|strasse|str\.?|weg|gasse|allee|platz|ring),? (?:nr\.? |nummer |hausnummer )?(?:ein|zwei|zwo|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwan)\pL*`)},
	// A street of a neighbour country: rue de la Gare, Via Roma, ul. Polna.
	{detector.Address, 1, foreignStreet, regexp.MustCompile(`(?:\b\d{1,4},? (?:rue|avenue|boulevard|chemin) (?:de la |de l'|du |des |de )?\p{Lu}\p{L}+|\b(?i:ul\.|via|viale|calle|piazza|corso|avenida) (?:de(?:l|lla|i)? )?\p{Lu}\p{L}+,? \d{1,4}\b)`)},
	// A box at the post office, a plot of land.
	{detector.Address, 1, boxWord, regexp.MustCompile(`(?i)\b(?:postfach|p\.?o\.? ?box|parzelle|flurstück) (?:nr\.? )?\d[\d /]*`)},
	// A numbered street of North America: 300 W 23rd St.
	{detector.Address, 2, streetWord, regexp.MustCompile(`\b\d{1,5} (?:[NSEW]\.? )?\d{1,3}(?:st|nd|rd|th) (?:St|Street|Ave|Avenue|Rd|Dr|Pl)\b\.?`)},
	// A flat in a house: flat 3 Oakley Court, unit 12 The Maltings.
	{detector.Address, 1, flatWord, regexp.MustCompile(`\b(?i:flat|unit|apt|apartment) \d{1,4}[a-zA-Z]?,? (?:\d{1,4} )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*`)},
	// A number and a name that an English list of places to go to holds: 4 The Orchards, 612 Red Maple.
	{detector.Address, 1, english, regexp.MustCompile(`(?:^|[,;:.(] |\b(?:at|to|lives|live|from) )(\d{1,5}[a-z]? (?:The )?\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+){0,2}(?:, \p{Lu}\p{Ll}{3,}\b)?)`)},
	// An account that is no IBAN, with the number of its bank.
	{detector.IBAN, 5, bankWord, regexp.MustCompile(`(?i)\b(?:sort code|bsb|routing|acct|account|konto|kto|blz)(?: ?(?:nr|no|number))?[ :.#]{1,3}\d[\d -]{3,}\d(?:[ ,]{1,2}(?:sort code|account|acct|routing|konto|kto|blz)[ :.#]{1,3}\d[\d -]{3,}\d)?`)},
	// A British national insurance number, also with a prefix that was never given out.
	{detector.SocialSecurity, 6, plateLike, regexp.MustCompile(`\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b`)},
	// A United States social security number, also one that was never given out.
	{detector.SocialSecurity, 9, anything, regexp.MustCompile(`\b\d{3}-\d\d-\d{4}\b`)},
	// A number behind a word for one, however short: Durchwahl 214, Tel. 4 71 22.
	{detector.Phone, 3, phoneWord, regexp.MustCompile(`(?i)\b(?:tel|telefon|durchwahl|festnetz|nebenstelle|apparat|ext|extension)\b[.: ]{1,3}(\d[\d /-]{1,14}\d)\b`)},
	// A date behind a word for birth, without its year.
	{detector.DateOfBirth, 1, birthWord, regexp.MustCompile(`(?i)(?:birth|geburt|geb\.|geboren|born|\bdob\b)[^!?\n]{0,80}?\b(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|\.)? ?(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\pL*\.?(?: \d{2,4})?)`)},
	// Plates of Germany, Britain, Ontario and Victoria.
	{detector.LicensePlate, 1, plateLike, regexp.MustCompile(`\b(?:[A-ZÄÖÜ]{1,3}[- ][A-ZÄÖÜ]{1,2} ?\d{1,4}[EH]?|[A-Z]{2} ?\d{2} ?[A-Z]{2,3}|[A-Z]{4} \d{3}|[A-Z]{2} \d{2} \d{3}|\d[A-Z]{2}[- ]?\d[A-Z]{2}|[a-zäöü]{1,3}-[a-zäöü]{1,2} ?\d{1,4}[eh]?)\b`)},
	// A code of capitals and digits that is too long for a part of a machine.
	{number, 3, longMixedWord, regexp.MustCompile(`\b(?:[A-Z]+\d[A-Z0-9]{6,}|\d+[A-Z][A-Z0-9]{6,})\b`)},
	// A local telephone number of North America.
	{detector.Phone, 7, anything, regexp.MustCompile(`\b555-\d{4}\b`)},
}

// patterned finds what has a telling form.
func (f *finder) patterned() {
	shown := f.readSigns()
	for i := range patterns {
		p := &patterns[i]
		if f.text.Digits < p.digits || shown&p.signs == 0 {
			continue
		}
		for _, m := range p.expr.FindAllStringSubmatchIndex(f.text.Raw, -1) {
			m = m[len(m)-2:] // the group, or all of it
			if overlapsAny(m[0], m[1], f.taken) {
				continue // "Mieter Person 2" is no street
			}
			f.edits = append(f.edits, trim(f.text.Raw, edit{start: m[0], end: m[1], typ: p.typ}))
		}
	}
}

func overlapsAny(start, end int, places [][2]int) bool {
	return slices.ContainsFunc(places, func(p [2]int) bool { return p[0] < end && start < p[1] })
}

// longNumber is how many digits make a number that identifies something.
const longNumber = 8

// things are parts of words before a number that identifies no person.
var things = strings.Fields("artikel bestell ean gtin seriennummer auftrag order rechnung invoice sendung tracking liefersch zähler zaehler modell ticket vorgang charge teile")

// longNumbers finds numbers too long for an amount that do not belong to a
// thing.
func (f *finder) longNumbers() {
	t := &f.text
	if t.Digits < longNumber {
		return
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Kind != detector.Number {
			continue
		}
		last := lastOfNumber(t, i)
		start, end := int(t.Tokens[i].Start), int(t.Tokens[last].End)
		if len(digitsOf(t.Raw[start:end])) >= longNumber && !f.isDate(i, last) && !f.ofThing(i) && !hotline[t.Of(i)] {
			f.edits = append(f.edits, edit{start: start, end: end, typ: number})
		}
		i = last
	}
}

// isDate reports a date or a time in full: 24.12.2024, 2024-12-24 08:15.
func (f *finder) isDate(i, last int) bool {
	text := f.text.Raw[f.text.Tokens[i].Start:f.text.Tokens[last].End]
	return datePattern.MatchString(text)
}

var datePattern = regexp.MustCompile(`^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})\b`)

// hotline are the prefixes of numbers that belong to firms.
var hotline = wordSet("0800 00800 0180 01801 01802 01803 01805 01806 0900 0808 0845")

func (f *finder) ofThing(i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		if f.text.Tokens[j].Kind == detector.Word && holdsAny(f.text.Word(j), things) {
			return true
		}
	}
	return false
}
