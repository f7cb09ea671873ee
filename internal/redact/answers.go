package redact

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// parts of words that ask for a number to be dictated, or announce one, and for
// the number of a house.
var (
	numberCues = strings.Fields("nummer number telefon handy iban konto mobil durchwahl diktier ziffern digits festnetz")
	houseCues  = strings.Fields("hausnummer hausnr adresse address anschrift wohnt wohnst postcode")
)

// answers finds numbers that are one only in what was said before: the next part
// of one that is dictated, and the number of a house.
func (f *finder) answers() {
	t := &f.text
	f.recent.number++
	f.recent.digits++
	f.recent.house++
	bare := f.isBareNumber()
	switch {
	case bare && f.recent.code <= memory && f.text.Digits >= minCode:
		f.allNumbers(detector.Credential)
	case bare && (f.recent.number <= memory || f.recent.digits <= 2 || f.beginsPhone()):
		f.allNumbers(number)
		f.recent.digits = 0
	case f.recent.house <= memory && len(t.Tokens) <= shortHouse:
		f.houseNumber()
	}
	if !bare {
		f.recent.hearNumbers(t)
	}
	for _, e := range f.edits {
		switch e.typ {
		case detector.Address:
			f.recent.house = 0
		case detector.Credential:
			f.recent.code = 0
		}
	}
}

// minCode is the shortest code that is believed of a bare number, in digits.
const minCode = 4

// shortHouse is the most tokens of a message that gives the number of a house.
const shortHouse = 6

// hearNumbers takes in what a message asks for.
func (r *recent) hearNumbers(t *detector.Text) {
	for i, k := range t.Tokens {
		if k.Kind != detector.Word {
			continue
		}
		w := t.Word(i)
		if holdsAny(w, houseCues) || isStreet(w) && (i+1 == len(t.Tokens) || !t.Tokens[i+1].Digit) {
			r.house = 0
		}
		if holdsAny(w, numberCues) || w == "tel" || w == "nr" {
			r.number = 0
		}
	}
}

// fillers are words between the parts of a number that somebody dictates.
var fillers = wordSet("dann und weiter also so äh ähm hinten am ende then and so er um hast du got it noch")

// isBareNumber reports a message of digits and little else.
func (f *finder) isBareNumber() bool {
	t := &f.text
	digits := 0
	for i, k := range t.Tokens {
		switch {
		case k.Kind == detector.Number:
			digits += int(k.End - k.Start)
		case k.Kind == detector.Punct && strings.Contains("+-/.()", t.Of(i)), k.Kind == detector.Word && fillers[t.Word(i)], k.Kind == detector.Symbol:
		default:
			return false
		}
	}
	return digits >= 2 && !datePattern.MatchString(t.Raw)
}

// beginsPhone reports a message that begins like a phone number.
func (f *finder) beginsPhone() bool { return phoneStart.MatchString(f.text.Raw) }

var phoneStart = regexp.MustCompile(`^(?:\+\d\d|0[1-9]\d{2,4})\b`)

// allNumbers hides every number of the message.
func (f *finder) allNumbers(typ detector.Type) {
	for _, k := range f.text.Tokens {
		if k.Kind == detector.Number {
			f.edits = append(f.edits, edit{start: int(k.Start), end: int(k.End), typ: typ})
		}
	}
}

// houseNumber hides the number that a short answer begins with or holds alone.
func (f *finder) houseNumber() {
	t := &f.text
	for i, k := range t.Tokens {
		if !f.isHouse(i) {
			continue
		}
		end := int(k.End)
		if next := i + 1; next < len(t.Tokens) && t.Tokens[next].Kind == detector.Word {
			if len(t.Of(next)) > 1 {
				return // 10 minutes
			}
			end = int(t.Tokens[next].End) // 31 b
		}
		f.edits = append(f.edits, edit{start: int(k.Start), end: end, typ: detector.Address})
		return
	}
}

// addressTails are what follows a house number in its address.
var addressTails = regexp.MustCompile(`^,? (?:\d{1,2}\. ?(?:OG|Stock|Etage|Stiege)\b|EG\b|DG\b|(?:flat|apt|unit|apartment) ?\w{1,4}\b)`)

// addressHeads are what stands before it.
var addressHeads = regexp.MustCompile(`(?:\b(?i:flat|apt|unit|apartment) \w{1,4},? |\bHaus )$`)

// townTail is a word that can be the town.
var townTail = regexp.MustCompile(`^,? (?:in )?(\p{Lu}[\p{L}-]{2,})`)

// wholeAddresses takes the flat, the floor and the town into the edits of addresses.
func (f *finder) wholeAddresses() {
	raw := f.text.Raw
	for n := range f.edits {
		e := &f.edits[n]
		if e.typ != detector.Address {
			continue
		}
		if tail := addressTails.FindString(raw[e.end:]); tail != "" {
			e.end += len(tail)
		}
		if town := townTail.FindStringSubmatch(raw[e.end:]); town != nil && gazetteer.Lookup(strings.ToLower(town[1])).Place > 0 {
			e.end += len(town[0])
		}
		if head := addressHeads.FindString(before(raw, e.start)); head != "" {
			e.start -= len(head)
		}
	}
}

// headBytes is the most that may belong to an address before it.
const headBytes = 64

// before returns the end of the text before a place, cut where a character
// starts.
func before(text string, at int) string {
	from := max(0, at-headBytes)
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:at]
}
