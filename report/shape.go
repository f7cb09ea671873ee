package report

import (
	"strings"
	"unicode"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/locale"
)

const hidden = "***"

// shape returns what may be shown in place of an entity other than a person:
// enough to see what stood there, too little to use it.
func shape(e detector.Type, s string, t *locale.Texts) string {
	switch e {
	case detector.Phone:
		return phoneShape(s)
	case detector.IBAN:
		return ibanShape(s)
	case detector.Card:
		return cardShape(s)
	case detector.LicensePlate:
		return plateShape(s)
	case detector.Email:
		return emailShape(s)
	}
	return entityWord(t, e)
}

// phoneShape keeps the network or country code of a full number: 0171 ***.
func phoneShape(s string) string {
	digits := only(s, unicode.IsDigit)
	switch {
	case len(digits) < 9:
		return hidden
	case strings.HasPrefix(strings.TrimSpace(s), "+"):
		return "+" + string(digits[:2]) + " " + hidden
	}
	return string(digits[:4]) + " " + hidden
}

// ibanShape keeps the check digits and the last two: DE58 **** **89. A sort
// code with an account number has no such parts.
func ibanShape(s string) string {
	c := only(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) })
	if len(c) < 15 || !unicode.IsLetter(c[0]) || !unicode.IsLetter(c[1]) || !unicode.IsDigit(c[2]) {
		return hidden
	}
	return strings.ToUpper(string(c[:4])) + " **** **" + string(c[len(c)-2:])
}

// cardShape keeps the last four digits, as receipts do.
func cardShape(s string) string {
	d := only(s, unicode.IsDigit)
	if len(d) < 12 {
		return hidden
	}
	return "**** " + string(d[len(d)-4:])
}

// plateShape keeps the district: M-** ****.
func plateShape(s string) string {
	district, _, ok := strings.Cut(strings.ReplaceAll(s, " ", "-"), "-")
	if !ok || len([]rune(district)) > 3 {
		return hidden
	}
	return district + "-** ****"
}

// emailShape keeps the top-level domain.
func emailShape(s string) string {
	i := strings.LastIndexByte(s, '.')
	if i < strings.LastIndexByte(s, '@') || strings.ContainsFunc(s[i+1:], func(r rune) bool { return !unicode.IsLetter(r) }) {
		return "***@***"
	}
	return "***@***" + s[i:]
}

func only(s string, keep func(rune) bool) []rune {
	var out []rune
	for _, r := range s {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}
