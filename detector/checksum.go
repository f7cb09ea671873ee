package detector

// verdict is the outcome of a validator. An invalid value is dropped unless a
// word beside it says what it is; an unknown one keeps the score of its format.
type verdict uint8

const (
	unknown verdict = iota
	valid
	invalid
)

func verdictOf(ok bool) verdict {
	if ok {
		return valid
	}
	return invalid
}

// luhn checks digits by ISO/IEC 7812-1, annex B.
func luhn(digits []byte) verdict {
	sum := 0
	for k := range digits {
		d := int(digits[len(digits)-1-k] - '0')
		if k%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return verdictOf(sum%10 == 0)
}

// mod97 checks an IBAN or creditor identifier (ISO 7064 MOD 97-10): the first
// four characters count as the last.
func mod97(s []byte) verdict {
	r := 0
	for k := range s {
		c := s[(k+4)%len(s)]
		if c >= 'A' {
			r = (r*100 + int(c-'A') + 10) % 97
		} else {
			r = (r*10 + int(c-'0')) % 97
		}
	}
	return verdictOf(r == 1)
}

// mod1110 checks a number whose last digit is by ISO 7064 MOD 11,10.
func mod1110(s []byte) verdict {
	p := 10
	for _, c := range s[:len(s)-1] {
		t := (int(c-'0') + p) % 10
		if t == 0 {
			t = 10
		}
		p = 2 * t % 11
	}
	return verdictOf((11-p)%10 == int(s[len(s)-1]-'0'))
}

// weighted sums digit by weight.
func weighted(s []byte, weights ...int) int {
	sum := 0
	for k, w := range weights {
		sum += int(s[k]-'0') * w
	}
	return sum
}

// weightedCross sums the cross-sums of digit by weight; every weight is below 10.
func weightedCross(s []byte, weights ...int) int {
	sum := 0
	for k, w := range weights {
		p := int(s[k]-'0') * w
		sum += p/10 + p%10
	}
	return sum
}

// alnum is the value of a character in machine-readable documents: 0 to 9, A=10.
func alnum(c byte) int {
	if c >= 'A' {
		return int(c-'A') + 10
	}
	return int(c - '0')
}

// icao731 computes the check digit of ICAO Doc 9303 with the weights 7, 3, 1.
func icao731(s []byte) int {
	sum := 0
	for k, c := range s {
		sum += alnum(c) * [3]int{7, 3, 1}[k%3]
	}
	return sum % 10
}

// ean13 checks thirteen digits with the weights 1 and 3 (GS1; AHV number).
func ean13(s []byte) verdict {
	sum := 0
	for k, c := range s {
		sum += int(c-'0') * [2]int{1, 3}[k%2]
	}
	return verdictOf(sum%10 == 0)
}
