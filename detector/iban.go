package detector

// ibanDetector finds IBANs of every country, and domestic account numbers that
// stand with their sort code, which say the same.
var ibanDetector = Detector{
	Name:  "iban",
	Types: []Type{IBAN},
	Gate:  func(t *Text) bool { return t.Digits >= 9 },
	Find:  findIBAN,
}

// ibanLength is the length of an IBAN by country (SWIFT IBAN registry).
var ibanLength = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27,
	"BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28,
	"EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
	"GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
	"IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
	"LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28,
	"NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
	"RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25,
	"SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}

// ibanExamples are published specimens; the keys have no blanks.
var ibanExamples = map[string]bool{
	"DE89370400440532013000": true, "DE91100000000123456789": true, "DE02120300000000202051": true,
	"DE12500105170648489890": true, "DE68210501700012345678": true, "DE75512108001245126199": true,
	"AT611904300234573201": true, "AT483200000012345864": true, "CH9300762011623852957": true,
	"GB29NWBK60161331926819": true, "GB82WEST12345698765432": true, "GB33BUKB20201555555555": true,
	"FR1420041010050500013M02606": true, "NL91ABNA0417164300": true, "ES9121000418450200051332": true,
	"IE29AIBK93115212345678": true, "LI21088100002324013AA": true, "BE68539007547034": true,
}

// bankCues name an account, so that a mistyped IBAN still is one.
var bankCues = newCues("konto kto ban bank acc account giro paypal lohn gehalt miete pay wage wages tips refund",
	"iban konto bankverbind überweis ueberweis lastschrift erstatt rückzahl sepa mandat girokonto zahldr zahlendreher "+
		"honorar kaution anzahlung spende beitr vorschuss rechnung trinkgeld")

// sortCodeCues name the two halves of a domestic account.
var (
	sortCodeCues = newCues("blz bankleitzahl sort sortcode routing aba transit", "")
	accountCues  = newCues("acc account acct a/c konto kto ktnr kontonr kontonummer", "")
)

func findIBAN(t *Text, _ Context, out []Entity) []Entity {
	for i := range t.Tokens {
		switch {
		case t.kind(i) == Word && startsIBAN(t, i):
			out = ibanAt(t, i, out)
		case t.kind(i) == Number && t.size(i) >= 2:
			out = domesticAccount(t, i, out)
		}
	}
	return out
}

// startsIBAN reports two letters and two digits, in one token or two.
func startsIBAN(t *Text, i int) bool {
	w := t.Word(i)
	if len(w) < 2 || !isLatin(w[0]) || !isLatin(w[1]) {
		return false
	}
	if len(w) == 2 {
		return t.gap(i) <= 1 && t.size(i+1) >= 2 && digitsOnly(t.wordAt(i + 1)[:2])
	}
	return len(w) >= 4 && digitsOnly(w[2:4])
}

func isLatin(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func ibanAt(t *Text, i int, out []Entity) []Entity {
	var c compact
	c.read(t, i, len(c.text))
	if c.n < 2 {
		return out
	}
	n := ibanLength[string(c.text[:2])]
	if n == 0 {
		return out
	}
	last, ok := c.ends(n)
	if !ok || digitCount(c.text[4:n]) < 8 {
		return out
	}
	s := c.text[:n]
	switch {
	case mod97(s) == valid:
		e := t.span(IBAN, i, last, 0.99, "IBAN with valid check digits")
		e.Example = ibanExamples[string(s)]
		return append(out, e)
	case bankCues.around(t, i, last, 8) || printedInFours(t, i, last):
		return append(out, t.span(IBAN, i, last, 0.8, "IBAN named so, check digits wrong"))
	}
	return out
}

func digitCount(s []byte) (n int) {
	for _, c := range s {
		if '0' <= c && c <= '9' {
			n++
		}
	}
	return n
}

// printedInFours reports the grouping of the paper form, which nothing else has:
// every token but the last is four characters long.
func printedInFours(t *Text, i, last int) bool {
	groups := 0
	for j := i; j < last; j++ {
		if t.kind(j) == Punct {
			continue
		}
		if t.size(j) != 4 {
			return false
		}
		groups++
	}
	return groups >= 3
}

// domesticAccount finds a sort code with its account number: British
// "20-65-79 17066323", German "BLZ 500 105 17 Konto 123456", American
// "routing 025377886 / 0049 2810 337".
func domesticAccount(t *Text, i int, out []Entity) []Entity {
	if j := britishSortCode(t, i); j > 0 {
		if last := accountNumber(t, j, 8, 8); last > 0 {
			return append(out, t.span(IBAN, i, last, 0.95, "sort code with account number"))
		}
		return out
	}
	if i == 0 || t.kind(i-1) == Number || !sortCodeCues.before(t, i, 2) {
		return out
	}
	var c compact
	c.read(t, i, 9)
	for n := min(9, c.n); n >= 8; n-- {
		if end, ok := c.ends(n); ok && digitCount(c.text[:n]) == n {
			if last := accountNumber(t, end, 5, 12); last > 0 {
				return append(out, t.span(IBAN, i, last, 0.95, "sort code with account number"))
			}
			break
		}
	}
	return out
}

// britishSortCode returns the last token of "20-65-79", or 0.
func britishSortCode(t *Text, i int) int {
	if t.isDash(i-1) || t.punct(i-1, '/') {
		return 0
	}
	for k := 0; k <= 4; k += 2 {
		if !t.asciiDigits(i+k) || t.size(i+k) != 2 || k < 4 && !t.isDash(i+k+1) {
			return 0
		}
	}
	return i + 4
}

// accountNumber returns the last token of a number of lo to hi digits behind
// token i, with a few account words or marks between, or 0.
func accountNumber(t *Text, i, lo, hi int) int {
	j := i + 1
	for ; j < len(t.Tokens) && j <= i+5 && t.kind(j) != Number; j++ {
		if t.kind(j) == Word && !accountCues.has(t.Word(j)) && t.Word(j) != "no" && t.Word(j) != "nr" && t.Word(j) != "and" && t.Word(j) != "und" {
			return 0
		}
	}
	var c compact
	c.read(t, j, hi)
	for n := c.n; n >= lo; n-- {
		if last, ok := c.ends(n); ok && digitCount(c.text[:n]) == n {
			return last
		}
	}
	return 0
}
