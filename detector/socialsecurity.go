package detector

// socialSecurityDetector finds social-security numbers: German, Austrian, Swiss,
// British, Irish and American.
var socialSecurityDetector = Detector{
	Name:  "social-security",
	Types: []Type{SocialSecurity},
	Gate:  func(t *Text) bool { return t.Digits >= 6 },
	Find:  findSocialSecurity,
}

// socialCues name a social-security number.
var socialCues = newCues("sv svnr sv-nr sv-nummer rv rvnr ahv ahv-nr avs e-card ecard ssn social ssnr vsnr nino ni pps ppsn insurance",
	"sozialvers rentenvers versicherungsn versichertenn rentenn sozialn")

var (
	socialATCues = newCues("sv svnr ssnr ecard card", "sozialvers versicherungsn")
	ssnCues      = newCues("ssn social", "")
	itinCues     = newCues("itin", "")
	ppsCues      = newCues("pps ppsn ros revenue", "")
)

func findSocialSecurity(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		k := t.Tokens[i]
		if !k.Digit && !(k.Kind == Word && k.End-k.Start == 2) || partOfLonger(t, i) {
			continue
		}
		var c compact
		c.read(t, i, 13)
		if e, last, ok := socialSecurityAt(t, i, &c); ok && !productCues.before(t, i, 4) {
			out = append(out, e)
			i = last
		}
	}
	return out
}

func socialSecurityAt(t *Text, i int, c *compact) (Entity, int, bool) {
	if last, ok := c.ends(12); ok {
		switch v := pensionNumber(c.text[:12]); {
		case v == valid:
			return t.span(SocialSecurity, i, last, 0.98, "pension insurance number with valid check digit"), last, true
		case v == invalid && (socialCues.around(t, i, last, 6) || t.answers(i, socialCues)):
			return t.span(SocialSecurity, i, last, 0.8, "pension insurance number named so, check digit wrong"), last, true
		}
	}
	if last, ok := c.ends(13); ok && string(c.text[:3]) == "756" && digitCount(c.text[:13]) == 13 {
		if ean13(c.text[:13]) == valid || socialCues.around(t, i, last, 6) || last > i {
			return t.span(SocialSecurity, i, last, 0.95, "Swiss AHV number"), last, true
		}
	}
	if last, ok := c.ends(10); ok && austrianNumber(t, i, last, c.text[:10]) {
		return t.span(SocialSecurity, i, last, 0.92, "Austrian social-security number"), last, true
	}
	if last, ok := c.ends(9); ok {
		if nationalInsurance(t, i, last, c.text[:9]) {
			return t.span(SocialSecurity, i, last, 0.93, "British national insurance number"), last, true
		}
		if americanNumber(t, i, last, c.text[:9]) {
			return t.span(SocialSecurity, i, last, 0.9, "American social-security number"), last, true
		}
	}
	for n := 8; n <= 9; n++ {
		if last, ok := c.ends(n); ok && last == i && ppsShape(c.text[:n]) && (pps(c.text[:n]) == valid || ppsCues.around(t, i, last, 8)) {
			return t.span(SocialSecurity, i, last, 0.9, "Irish PPS number"), last, true
		}
	}
	return Entity{}, 0, false
}

// pensionNumber checks a German number of twelve characters (VKVV § 2): area,
// birth date, letter, serial, check digit. Unknown means another shape.
func pensionNumber(s []byte) verdict {
	if digitCount(s) != 11 || s[8] < 'A' {
		return unknown
	}
	day, month := two(s[2:]), two(s[4:])
	if day < 1 || day > 31 && day < 51 || day > 81 || month < 1 || month > 12 {
		return unknown
	}
	letter := int(s[8]-'A') + 1
	var d [12]byte
	copy(d[:], s[:8])
	d[8], d[9] = '0'+byte(letter/10), '0'+byte(letter%10)
	copy(d[10:], s[9:11])
	sum := weightedCross(d[:], 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
	return verdictOf(pensionArea(two(s)) && sum%10 == int(s[11]-'0'))
}

func two(s []byte) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

// pensionArea reports the insurers' area numbers (VKVV annex).
func pensionArea(n int) bool {
	switch {
	case n >= 2 && n <= 4, n >= 8 && n <= 21, n >= 23 && n <= 26, n == 28, n == 29, n >= 38 && n <= 40,
		n >= 42 && n <= 79, n >= 80 && n <= 82, n == 89:
		return true
	}
	return false
}

// austrianNumber decides on a serial of four digits with a birth date behind.
func austrianNumber(t *Text, i, last int, s []byte) bool {
	if digitCount(s) != 10 || s[0] == '0' {
		return false
	}
	day, month := two(s[4:]), two(s[6:])
	if day < 1 || day > 31 || month < 1 || month > 15 {
		return false
	}
	check := (weighted(s[:3], 3, 7, 9) + weighted(s[4:], 5, 8, 4, 2, 1, 6)) % 11
	grouped := last == i+1 && t.size(i) == 4
	return grouped && check == int(s[3]-'0') || (grouped || last == i) && socialATCues.around(t, i, last, 6)
}

// nationalInsurance reports two letters, six digits and a letter A to D, in upper
// case unless a word names it. QQ is what the authority prints in examples.
func nationalInsurance(t *Text, i, last int, s []byte) bool {
	for j := i; j <= last; j++ {
		if t.kind(j) == Punct {
			return false
		}
	}
	if digitCount(s[:2]) != 0 || digitCount(s[2:8]) != 6 || s[8] < 'A' || s[8] > 'D' {
		return false
	}
	issued := true
	for k, c := range s[:2] {
		switch c {
		case 'D', 'F', 'I', 'Q', 'U', 'V':
			issued = issued && string(s[:2]) == "QQ"
		case 'O':
			issued = issued && k == 0
		}
	}
	return issued && upperToken(t, i, last) || socialCues.before(t, i, 6)
}

// americanNumber reports 421-95-4241, or other grouping where a word names it.
func americanNumber(t *Text, i, last int, s []byte) bool {
	if digitCount(s) != 9 || string(s[:3]) == "000" || string(s[:3]) == "666" || itinCues.before(t, i, 4) {
		return false
	}
	dashed := last == i+4 && t.isDash(i+1) && t.isDash(i+3) && t.size(i) == 3 && t.size(i+2) == 2 && t.size(i+4) == 4
	return dashed || ssnCues.before(t, i, 6)
}

// ppsShape reports seven digits and one or two letters.
func ppsShape(s []byte) bool {
	return digitCount(s[:7]) == 7 && digitCount(s[7:]) == 0
}

// pps checks an Irish number: weights 8 to 2, a second letter counts nine fold,
// the remainder by 23 names the first letter.
func pps(s []byte) verdict {
	sum := weighted(s[:7], 8, 7, 6, 5, 4, 3, 2)
	if len(s) == 9 && s[8] != 'W' {
		sum += 9 * int(s[8]-'A'+1)
	}
	return verdictOf(byte(sum%23) == (s[7]-'A'+1)%23)
}
