package redact

import (
	"regexp"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/detector"
)

// pattern is a form of writing that is worth hiding even where the detectors,
// which also ask for a reason to report it, see none. The gate rules it out for
// most messages, without ever being false where the expression matches.
type pattern struct {
	typ  detector.Type
	gate func(*detector.Text) bool
	expr *regexp.Regexp
}

var patterns = []pattern{
	// A street in any words, a house number, a post code and a town: Am Alten Hafen 7, 26721 Emden.
	{detector.Address, atLeast(5), regexp.MustCompile(`(?:\p{Lu}[\p{L}.'-]+ ){1,4}\d{1,4} ?[a-z]?,? (?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L}-]+`)},
	// A house number, a street in any words, a British post code, also its first half.
	{detector.Address, mixed, regexp.MustCompile(`\b\d{1,4}[a-z]? (?:\p{Lu}[\p{L}.'-]+,? ){1,5}[A-Z]{1,2}\d{1,2}[A-Z]?\b(?: \d[A-Z]{2}\b)?`)},
	// A house number and an English street, with what follows of the address.
	{detector.Address, holdsStreet, regexp.MustCompile(`\b\d{1,5}[a-z]? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Rd|Road|St|Street|Ave|Avenue|Ct|Court|Close|Cl|Dr|Drive|Ln|Lane|Pl|Place|Way|Crescent|Cres|Terrace|Tce|Grove|Gardens|Square|Blvd)\b\.?` +
		`(?:,? \p{Lu}\p{L}+){0,2}(?:,? \d{4,5}\b)?`)},
	// A street whose name ends like no street: Bonner Talweg 212, Am Stein 7.
	{detector.Address, numberedName, regexp.MustCompile(`(?:\p{Lu}\p{L}+er|Am|An der|An den|Im|In der|Zum|Zur|Auf dem|Auf der|Unter den) \p{Lu}\p{Ll}+ \d{1,3} ?[a-z]?\b`)},
	// An account that is no IBAN, with the number of its bank.
	{detector.IBAN, holdsBank, regexp.MustCompile(`(?i)\b(?:sort code|bsb|routing|acct|account|konto|kto|blz)(?: ?(?:nr|no|number))?[ :.#]{1,3}\d[\d -]{3,}\d(?:[ ,]{1,2}(?:sort code|account|acct|routing|konto|kto|blz)[ :.#]{1,3}\d[\d -]{3,}\d)?`)},
	// A British national insurance number, also with a prefix that was never given out.
	{detector.SocialSecurity, atLeast(6), regexp.MustCompile(`\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b`)},
	// A United States social security number, also one that was never given out.
	{detector.SocialSecurity, atLeast(9), regexp.MustCompile(`\b\d{3}-\d\d-\d{4}\b`)},
	// A local telephone number of North America.
	{detector.Phone, atLeast(7), regexp.MustCompile(`\b555-\d{4}\b`)},
}

// atLeast is the gate of a form with so many digits.
func atLeast(digits int) func(*detector.Text) bool {
	return func(t *detector.Text) bool { return t.Digits >= digits }
}

// mixed reports a word of a capital and a digit, as in a British post code.
func mixed(t *detector.Text) bool {
	return slices.ContainsFunc(t.Tokens, func(k detector.Token) bool { return k.Kind == detector.Word && k.Upper && k.Digit })
}

// streets end the names of English streets, in small letters.
var streets = wordSet("rd road st street ave avenue ct court close cl dr drive ln lane pl place way crescent cres terrace tce grove gardens square blvd")

func holdsStreet(t *detector.Text) bool { return t.Digits > 0 && holdsWord(t, streets) }

// numberedName reports a word with a capital before a number.
func numberedName(t *detector.Text) bool {
	for i := 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].Digit && t.Tokens[i-1].Upper && t.Tokens[i-1].Kind == detector.Word {
			return true
		}
	}
	return false
}

var bankWords = strings.Fields("sort bsb routing acc konto kto blz")

func holdsBank(t *detector.Text) bool { return t.Digits >= 5 && holdsAny(t.Lower, bankWords) }

// patterned finds what has a telling form.
func (f *finder) patterned() {
	if f.text.Digits == 0 {
		return
	}
	for _, p := range patterns {
		if !p.gate(&f.text) {
			continue
		}
		for _, m := range p.expr.FindAllStringIndex(f.text.Raw, -1) {
			f.edits = append(f.edits, edit{start: m[0], end: m[1], typ: p.typ})
		}
	}
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
