package detector

// ibanDetector finds IBANs of every country, and domestic account numbers that
// stand with their bank code, which say the same.
var ibanDetector = Detector{
	Name:  "iban",
	Types: []Type{IBAN},
	Gate:  func(t *Text) bool { return t.Digits >= 8 },
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

func findIBAN(t *Text, _ Context, out []Entity) []Entity {
	start := len(out)
	for i := 0; i < len(t.Tokens); i++ {
		if t.kind(i) == Word && startsIBAN(t, i) {
			out = ibanAt(t, i, out)
		}
		if e, last, ok := domesticAccount(t, i, len(out) > start && out[len(out)-1].Why == soleAccountWhy); ok {
			out = append(out, e)
			i = last
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
