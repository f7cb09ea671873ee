package detector

// cardDetector finds payment card numbers.
var cardDetector = Detector{
	Name:  "card",
	Types: []Type{Card},
	Gate:  func(t *Text) bool { return t.Digits >= 12 },
	Find:  findCard,
}

// cardCues name a card, so that a mistyped number still is one.
var cardCues = newCues("amex visa mastercard maestro card cards cvv cvc exp expiry expires gültig ablauf karte terminal",
	"kreditkart kartennummer scheckkart girokart firmenkart credit debit ec-kart abgelaufen declin")

// cardExamples are test numbers that payment services publish.
var cardExamples = map[string]bool{
	"4111111111111111": true, "4242424242424242": true, "4012888888881881": true, "4000056655665556": true,
	"4000000000000002": true, "5555555555554444": true, "5105105105105100": true, "5200828282828210": true,
	"2223003122003222": true, "378282246310005": true, "371449635398431": true, "6011111111111117": true,
	"6011000990139424": true, "3530111333300000": true, "30569309025904": true, "38520000023237": true,
}

func findCard(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if !t.asciiDigits(i) || t.isDash(i-1) && t.gap(i-1) == 0 || t.punct(i-1, '+') {
			continue
		}
		var c compact
		c.read(t, i, 19)
		for n := min(c.n, 19); n >= 12; n-- {
			last, ok := c.ends(n)
			if !ok || digitCount(c.text[:n]) != n || !issued(c.text[:n]) || !cardGrouping(t, i, last, n) {
				continue
			}
			if e, ok := card(t, i, last, c.text[:n]); ok {
				out = append(out, e)
				i = last
			}
			break
		}
	}
	return out
}

func card(t *Text, i, last int, digits []byte) (Entity, bool) {
	named := cardCues.around(t, i, last, 8)
	switch {
	case productCues.before(t, i, 3):
		return Entity{}, false
	case luhn(digits) == valid && (named || len(digits) >= 14):
		e := t.span(Card, i, last, 0.97, "card number with valid check digit")
		e.Example = cardExamples[string(digits)]
		return e, true
	case named:
		return t.span(Card, i, last, 0.8, "card number named so, check digit wrong"), true
	}
	return Entity{}, false
}

// issued reports whether the digits start like a card of their length
// (ISO/IEC 7812 issuer identification numbers).
func issued(s []byte) bool {
	prefix := int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
	two, n := prefix/100, len(s)
	switch {
	case s[0] == '4':
		return n == 13 || n == 16 || n == 19
	case two >= 51 && two <= 55 || prefix >= 2221 && prefix <= 2720:
		return n == 16
	case two == 34 || two == 37:
		return n == 15
	case two == 36 || two == 38 || two == 39 || prefix/10 >= 300 && prefix/10 <= 305:
		return n == 14
	case prefix == 6011 || prefix/10 >= 644 && prefix/10 <= 649 || two == 65, prefix >= 3528 && prefix <= 3589:
		return n == 16
	case two == 50 || two >= 56 && two <= 69:
		return n >= 12
	}
	return false
}

// cardGrouping reports digits in one piece or grouped as cards print them: by
// fours, or 4-6-5 and 4-6-4.
func cardGrouping(t *Text, i, last, n int) bool {
	if i == last {
		return true
	}
	if t.size(i) != 4 {
		return false
	}
	for j := i + 1; j < last; j++ {
		if t.kind(j) == Number && t.size(j) != 4 && !(n <= 15 && t.size(j) == 6) {
			return false
		}
	}
	return true
}
