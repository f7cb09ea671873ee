package detector

// nationalNumberDetector finds the numbers that states and insurers of other
// countries give to a person. Most are bare digits, so that a word must name them.
var nationalNumberDetector = Detector{
	Name:  "national-number",
	Types: []Type{SocialSecurity, TaxID, HealthInsurance, IDDocument},
	Gate:  func(t *Text) bool { return t.Digits >= 3 },
	Find:  findNationalNumber,
}

// nationalNumber is one kind of number. In a shape, d is a digit, a a letter, x
// either; a capital or digit stands for itself.
type nationalNumber struct {
	typ    Type
	why    string
	words  string // one of them must stand nearby
	shapes []string
	check  checkDigit
	// lone are the groupings in which a number that passes its check needs no word,
	// where it is all of a message.
	lone []string
	// strict numbers must pass their check, since their word means other things too.
	strict bool
}

// nationalNumbers have at most 32 entries, one bit each.
var nationalNumbers = []nationalNumber{
	{typ: IDDocument, why: "Aadhaar number", words: "aadhaar aadhar adhaar adhar aadhaars", shapes: []string{"dddddddddddd"}, check: verhoeffCheck},
	{typ: IDDocument, why: "Nigerian identity number", words: "nin bvn", shapes: []string{"ddddddddddd"}},
	{typ: IDDocument, why: "Turkish identity number", words: "kimlik tckn tckimlik", shapes: []string{"ddddddddddd"}},
	{typ: IDDocument, why: "Romanian personal code", words: "cnp", shapes: []string{"ddddddddddddd"}},
	{typ: IDDocument, why: "Spanish identity number", words: "dni nie", shapes: []string{"dddddddda", "Xddddddda", "Yddddddda", "Zddddddda"}, check: spanishCheck},
	{typ: IDDocument, why: "South African identity number", words: "id rsa", shapes: []string{"ddddddddddddd"}, check: southAfricanCheck, lone: []string{"dddddd dddd ddd", "ddddddddddddd"}, strict: true},
	{typ: IDDocument, why: "identity number of Singapore", words: "nric", shapes: []string{"Sddddddda", "Tddddddda", "Fddddddda", "Gddddddda", "Mddddddda"}},
	{typ: IDDocument, why: "Indian voter card", words: "voter epic", shapes: []string{"aaaddddddd"}},
	{typ: IDDocument, why: "Ghana card", words: "ghana gha", shapes: []string{"GHAdddddddddd"}},
	{typ: IDDocument, why: "security or site card", words: "sia cscs", shapes: []string{"dddddddddddddddd", "dddddddd"}},
	{typ: IDDocument, why: "licence number with its expiry", words: "exp expires expiry", shapes: []string{"1ddddddddddddddd"}},
	{typ: SocialSecurity, why: "Polish PESEL", words: "pesel", shapes: []string{"ddddddddddd"}, check: peselCheck},
	{typ: SocialSecurity, why: "Dutch citizen service number", words: "bsn burgerservicenummer", shapes: []string{"ddddddddd"}, check: bsnCheck},
	{typ: SocialSecurity, why: "French social-security number", words: "nir sécu insee", shapes: []string{"ddddddddddddddd", "ddddddddddddd"}},
	{typ: SocialSecurity, why: "Kenyan social-security number", words: "nssf", shapes: []string{"dddddddddd", "ddddddddd"}},
	{typ: TaxID, why: "Australian tax file number", words: "tfn", shapes: []string{"ddddddddd", "dddddddd"}, check: taxFileCheck, lone: []string{"ddd ddd ddd"}},
	{typ: SocialSecurity, why: "Canadian social insurance number", words: "sin", shapes: []string{"ddddddddd"}, check: luhnCheck, lone: []string{"ddd ddd ddd"}, strict: true},
	{typ: TaxID, why: "New Zealand tax number", words: "ird", shapes: []string{"ddddddddd", "dddddddd"}},
	{typ: TaxID, why: "American taxpayer number", words: "itin", shapes: []string{"ddddddddd"}},
	{typ: TaxID, why: "Kenyan tax number", words: "kra pin", shapes: []string{"Addddddddda"}},
	{typ: TaxID, why: "tax number named so", words: "tin", shapes: []string{"dddddddddddd", "dddddddddd", "ddddddddd"}},
	{typ: HealthInsurance, why: "Australian Medicare number", words: "medicare", shapes: []string{"ddddddddddd", "dddddddddd"}, check: medicareCheck},
	{typ: HealthInsurance, why: "American Medicare number", words: "medicare mbi", shapes: []string{"daxdaxdaadd"}},
	{typ: HealthInsurance, why: "health card of Ontario", words: "ohip health", shapes: []string{"ddddddddddaa"}},
	{typ: HealthInsurance, why: "health card of Ontario", words: "ohip health", shapes: []string{"dddddddddd"}, check: luhnCheck, strict: true},
	{typ: HealthInsurance, why: "New Zealand health index number", words: "nhi", shapes: []string{"aaadddd", "aaaddad"}},
	{typ: HealthInsurance, why: "Australian health identifier", words: "ihi", shapes: []string{"dddddddddddddddd"}},
	{typ: HealthInsurance, why: "Kenyan health-insurance number", words: "nhif sha shif", shapes: []string{"dddddddddd", "ddddddddd", "dddddddd", "Rddddddd"}},
	{typ: HealthInsurance, why: "number of a health plan", words: "hmo nhis", shapes: []string{"HMOddddddddd", "HMOdddddddd", "HMOddddddd", "dddddddddd", "ddddddddd", "dddddddd"}},
	{typ: HealthInsurance, why: "South African medical aid", words: "aid", shapes: []string{"00dddddddd", "aaddddddddd"}},
	{typ: SocialSecurity, why: "Indian provident fund or state insurance", words: "uan esic", shapes: []string{"ddddddddddddddddd", "dddddddddddd"}},
	{typ: TaxID, why: "Italian tax code", words: "codice fiscale cf", shapes: []string{"aaaaaaddaddaddda"}},
}

// nationalCues tells for a word which numbers it names.
var nationalCues, nationalTables = func() (map[string]uint32, []*cues) {
	words, tables := map[string]uint32{}, make([]*cues, len(nationalNumbers))
	for k, n := range nationalNumbers {
		tables[k] = newCues(n.words, "")
		for w := range tables[k].words {
			words[w] |= 1 << k
		}
	}
	return words, tables
}()

// nationalReach is how many words may stand between a number and the word for it.
const nationalReach = 20

func findNationalNumber(t *Text, _ Context, out []Entity) []Entity {
	named := nationalNamed(t)
	for _, earlier := range t.before {
		named |= nationalNamed(earlier)
	}
	if e, ok := loneNumber(t); ok {
		return append(out, e)
	}
	if named == 0 {
		return out
	}
	for i := 0; i < len(t.Tokens); i++ {
		if k := t.Tokens[i]; k.Kind > Number || !k.Digit && !(k.Upper && k.End-k.Start <= 6) || partOfLonger(t, i) {
			continue
		}
		if e, last, ok := nationalNumberAt(t, i, named); ok {
			out = append(out, e)
			i = last
		}
	}
	return out
}

// nationalNamed tells which numbers the words of a message name.
func nationalNamed(t *Text) (named uint32) {
	for i := range t.Tokens {
		if t.kind(i) == Word {
			named |= nationalCues[bare(t.Word(i))]
		}
	}
	return named
}

// loneNumber reads a message that is nothing but "130 692 544".
func loneNumber(t *Text) (Entity, bool) {
	for k := range nationalNumbers {
		n := &nationalNumbers[k]
		for _, grouping := range n.lone {
			last, ok := t.matches(0, grouping)
			if !ok || !alone(t, 0, last) {
				continue
			}
			var c compact
			c.read(t, 0, len(c.text))
			if n.check.verdict(c.text[:len(n.shapes[0])]) != invalid {
				return t.span(n.typ, 0, last, 0.7, n.why), true
			}
		}
	}
	return Entity{}, false
}

func nationalNumberAt(t *Text, i int, named uint32) (Entity, int, bool) {
	var c compact
	c.read(t, i, 20)
	for k := range nationalNumbers {
		n := &nationalNumbers[k]
		if named&(1<<k) == 0 {
			continue
		}
		for _, shape := range n.shapes {
			last, ok := c.ends(len(shape))
			if !ok || !shaped(c.text[:len(shape)], shape) {
				continue
			}
			v := n.check.verdict(c.text[:len(shape)])
			if n.strict && v == invalid || !isNamed(t, i, last, nationalTables[k]) {
				continue
			}
			return t.span(n.typ, i, last, scoreNamed(v), n.why), last, true
		}
	}
	return Entity{}, 0, false
}

// checkDigit names the rule of a check digit. It is no function value, for which
// the characters would be moved to the heap.
type checkDigit uint8

const (
	noCheck checkDigit = iota
	luhnCheck
	verhoeffCheck
	spanishCheck
	peselCheck
	bsnCheck
	taxFileCheck
	medicareCheck
	southAfricanCheck
)

func (c checkDigit) verdict(s []byte) verdict {
	switch c {
	case luhnCheck:
		return luhn(s)
	case verhoeffCheck:
		return verhoeff(s)
	case spanishCheck:
		return spanishNumber(s)
	case peselCheck:
		return pesel(s)
	case bsnCheck:
		return bsn(s)
	case taxFileCheck:
		return taxFile(s)
	case medicareCheck:
		return medicare(s)
	case southAfricanCheck:
		return southAfrican(s)
	}
	return unknown
}

// scoreNamed is how sure a number is that a word names: a wrong check digit may be
// a slip of the writer.
func scoreNamed(v verdict) float32 {
	switch v {
	case valid:
		return 0.97
	case invalid:
		return 0.8
	}
	return 0.9
}

// shaped reports that the characters have the shape of a nationalNumber.
func shaped[S string | []byte](s S, shape string) bool {
	for k := range len(s) {
		c := s[k]
		digit := c <= '9'
		switch want := shape[k]; {
		case want == 'd' && !digit, want == 'a' && digit:
			return false
		case ('A' <= want && want <= 'Z' || '0' <= want && want <= '9') && c != want:
			return false
		}
	}
	return true
}

// verhoeffTurn and verhoeffMix are the tables of the dihedral group D5: the product
// of two digits, and the permutation by place (J. Verhoeff, 1969).
var (
	verhoeffTurn = [10][10]byte{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
		{3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1}, {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
		{7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}}
	verhoeffMix = [8][10]byte{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
		{8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1}, {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
		{7, 0, 4, 6, 9, 1, 3, 2, 5, 8}}
)

// verhoeff checks the last digit of an Aadhaar number (UIDAI).
func verhoeff(s []byte) verdict {
	var c byte
	for k := range s {
		c = verhoeffTurn[c][verhoeffMix[k%8][s[len(s)-1-k]-'0']]
	}
	return verdictOf(c == 0)
}

// taxFile checks nine digits with the weights 1 4 3 7 5 8 6 9 10 by modulo 11 (ATO);
// numbers of eight digits have other weights.
func taxFile(s []byte) verdict {
	if len(s) != 9 {
		return unknown
	}
	return verdictOf(weighted(s, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0)
}

// medicare checks the ninth digit with the weights 1 3 7 9 by modulo 10.
func medicare(s []byte) verdict {
	return verdictOf(weighted(s, 1, 3, 7, 9, 1, 3, 7, 9)%10 == int(s[8]-'0'))
}

// pesel checks eleven digits with the weights 1 3 7 9 by modulo 10.
func pesel(s []byte) verdict {
	return verdictOf(weighted(s, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)%10 == 0)
}

// bsn checks nine digits with the weights 9 to 2 and -1 by modulo 11.
func bsn(s []byte) verdict {
	return verdictOf(weighted(s, 9, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0)
}

// southAfrican checks the birth date, year first, that opens thirteen digits. The
// last digit by Luhn makes it certain; people who invent a number forget it.
func southAfrican(s []byte) verdict {
	if month, day := two(s[2:]), two(s[4:]); month < 1 || month > 12 || day < 1 || day > 31 {
		return invalid
	}
	if luhn(s) == valid {
		return valid
	}
	return unknown
}

// spanishNumber checks the letter, which the number by modulo 23 names; X, Y and Z
// of foreigners count as 0, 1 and 2.
func spanishNumber(s []byte) verdict {
	n := 0
	if s[0] >= 'X' {
		n = int(s[0] - 'X')
	}
	for _, c := range s[:8] {
		if c <= '9' {
			n = n*10 + int(c-'0')
		}
	}
	return verdictOf("TRWAGMYFPDXBNJZSQVHLCKE"[n%23] == s[8])
}

// isNamed reports that words around the number, which goes from token i to last, or the
// question that it answers say what number it is.
func isNamed(t *Text, i, last int, names *cues) bool {
	return names.before(t, last+1, nationalReach) || names.after(t, last, 4) || t.answers(i, names)
}
