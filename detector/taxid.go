package detector

// taxIDDetector finds tax numbers of persons: the German identification number
// and tax number, the British UTR and the Indian PAN.
var taxIDDetector = Detector{
	Name:  "tax-id",
	Types: []Type{TaxID},
	Gate:  func(t *Text) bool { return t.Digits >= 4 },
	Find:  findTaxID,
}

// taxCues name a tax number.
var taxCues = newCues("steuerid idnr id-nr tin utr elster lohnsteuer stnr st-nr tax fa",
	"steuer finanzamt identifikationsnummer identnummer ustid umsatzsteuer mehrwertsteuer")

var (
	utrCues    = newCues("utr cis hmrc self-assessment", "")
	panCues    = newCues("pan", "")
	vatCues    = newCues("ust ustid uid vat", "ust-id umsatzsteuer mehrwertsteuer")
	taxNoCues  = newCues("stnr st elster fa finanzamt", "steuernr steuernummer steuer-nr")
	notTaxCues = newCues("tel telefon handy mobil fax mprn mpan meter zähler abn acn", "kunden")
)

func findTaxID(t *Text, _ Context, out []Entity) []Entity {
	start := len(out)
	for i := 0; i < len(t.Tokens); i++ {
		k := t.Tokens[i]
		if !k.Digit && !(k.Kind == Word && k.End-k.Start <= 3) || partOfLonger(t, i) {
			continue
		}
		more := len(out) > start
		if e, last, ok := taxIDAt(t, i, more); ok {
			out = append(out, e)
			i = last
		}
	}
	return out
}

// partOfLonger reports a token glued by a sign or digit group to what precedes it.
func partOfLonger(t *Text, i int) bool {
	if i == 0 || t.gap(i-1) > 1 {
		return false
	}
	if t.gap(i-1) == 1 {
		return t.kind(i-1) == Number
	}
	return t.punct(i-1, '+') || t.separator(i-1)
}

// taxIDAt reads a tax number that starts at token i. more tells that the message
// has one already, which makes a second one of the same shape likely.
func taxIDAt(t *Text, i int, more bool) (Entity, int, bool) {
	var c compact
	c.read(t, i, 13)
	if c.n >= 10 && digitCount(c.text[:10]) == 10 {
		if last, ok := c.ends(11); ok && identificationNumber(t, i, last, &c, more) {
			return t.span(TaxID, i, last, 0.95, "tax identification number"), last, true
		}
		if last, ok := c.ends(10); ok && i+4 >= last && (utrCues.around(t, i, last, 6) || more && utrCues.before(t, i, 8)) {
			return t.span(TaxID, i, last, 0.9, "tax reference named so"), last, true
		}
	}
	if last, ok := c.ends(10); ok && panShape(c.text[:10]) && (panCues.around(t, i, last, 6) || personalPAN(t, i, last, c.text[:10])) {
		return t.span(TaxID, i, last, 0.95, "Indian PAN"), last, true
	}
	if last, ok := vatNumber(t, i, &c); ok {
		return t.span(TaxID, i, last, 0.85, "VAT number named so"), last, true
	}
	if last, ok := officeNumber(t, i, &c); ok {
		return t.span(TaxID, i, last, 0.9, "tax number named so"), last, true
	}
	return Entity{}, 0, false
}

// identificationNumber decides on eleven digits. It never begins with 0, as telephone
// numbers in groups do.
func identificationNumber(t *Text, i, last int, c *compact, more bool) bool {
	if digitCount(c.text[:11]) != 11 || c.text[0] == '0' && last > i || notTaxCues.before(t, i, 2) || productCues.before(t, i, 4) {
		return false
	}
	named := taxCues.around(t, i, last, 6)
	switch taxIdentification(c.text[:11]) {
	case valid:
		return named || !otherNumbers.before(t, i, 1)
	default:
		return named || more || printed2333(t, i, last)
	}
}

// taxIdentification checks the German identification number: the digit pattern
// (§ 139b AO) and the check digit (ISO 7064 MOD 11,10).
func taxIdentification(s []byte) verdict {
	if s[0] == '0' || mod1110(s) != valid {
		return invalid
	}
	var count [10]int
	for _, c := range s[:10] {
		count[c-'0']++
	}
	repeated := 0
	for _, n := range count {
		if n > 3 {
			return invalid
		}
		if n > 1 {
			repeated++
		}
	}
	return verdictOf(repeated == 1)
}

// printed2333 reports the grouping 12 345 678 901 of the official letter.
func printed2333(t *Text, i, last int) bool {
	return last == i+3 && t.size(i) == 2 && t.size(i+1) == 3 && t.size(i+2) == 3 && t.size(i+3) == 3 && t.Of(i)[0] != '0'
}

// panShape reports five letters, four digits, a letter.
func panShape(s []byte) bool {
	return digitCount(s[:5]) == 0 && digitCount(s[5:9]) == 4 && digitCount(s[9:]) == 0
}

// personalPAN reports the PAN of a natural person in one piece: its fourth letter is P.
func personalPAN(t *Text, i, last int, s []byte) bool {
	return i == last && s[3] == 'P' && upperToken(t, i, last) && !productCues.before(t, i, 4) && !licenceKey.before(t, i, 4)
}

// vatNumber reads DE and nine digits, or ATU and eight, named as VAT number.
func vatNumber(t *Text, i int, c *compact) (int, bool) {
	var n int
	switch {
	case c.n >= 11 && string(c.text[:2]) == "DE" && digitCount(c.text[2:11]) == 9:
		n = 11
	case c.n >= 11 && string(c.text[:3]) == "ATU" && digitCount(c.text[3:11]) == 8:
		n = 11
	default:
		return 0, false
	}
	last, ok := c.ends(n)
	return last, ok && vatCues.around(t, i, last, 4)
}

// officeNumber reads the number of a tax office, 10 to 13 digits with slashes or
// in one piece, which only a word beside it tells from other numbers.
func officeNumber(t *Text, i int, c *compact) (int, bool) {
	if digitCount(c.text[:c.n]) != c.n {
		return 0, false
	}
	for n := c.n; n >= 10; n-- {
		if last, ok := c.ends(n); ok {
			return last, taxNoCues.around(t, i, last, 4) && !productCues.before(t, i, 4)
		}
	}
	return 0, false
}
