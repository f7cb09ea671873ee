package detector

// healthInsuranceDetector finds health-insurance numbers: the German KVNR, the
// Swiss card, the British NHS number and the American Medicare number.
var healthInsuranceDetector = Detector{
	Name:  "health-insurance",
	Types: []Type{HealthInsurance},
	Gate:  func(t *Text) bool { return t.Digits >= 9 },
	Find:  findHealthInsurance,
}

// healthCues name a health insurer or its number.
var healthCues = newCues("aok tk dak barmer ikk bkk kkh hek hkk kk kv kvnr egk vers versnr sbk kasse rezept patient patientin ehic medicare medicaid insurance gp surgery",
	"krankenkass versicher knappschaft techniker gesundheitskart kassen krankenvers pflegekass betriebskrankenkass")

// insuredCues name the number itself, so that any long number is one.
var insuredCues = newCues("kvnr ehic medicare medicaid ohip", "versichertenn krankenversicherungsn krankenkassenn kassennummer kassennr")

var nhsCues = newCues("nhs chi", "")

func findHealthInsurance(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		k := t.Tokens[i]
		if !k.Digit && !(k.Kind == Word && k.End-k.Start == 1) || partOfLonger(t, i) {
			continue
		}
		if e, last, ok := healthInsuranceAt(t, i); ok {
			out = append(out, e)
			i = last
		}
	}
	return out
}

func healthInsuranceAt(t *Text, i int) (Entity, int, bool) {
	if _, ok := t.numericDate(i); ok {
		return Entity{}, 0, false
	}
	var c compact
	c.read(t, i, 20)
	if last, ok := c.ends(10); ok {
		if why := healthNumber(t, i, last, c.text[:10]); why != "" {
			return t.span(HealthInsurance, i, last, 0.93, why), last, true
		}
	}
	if last, ok := c.ends(20); ok && string(c.text[:5]) == "80756" && digitCount(c.text[:20]) == 20 {
		return t.span(HealthInsurance, i, last, 0.95, "Swiss insurance card"), last, true
	}
	for n := c.n; n >= 8; n-- {
		if last, ok := c.ends(n); ok && digitCount(c.text[:n]) >= 5 && t.Tokens[i].Digit {
			named := insuredCues.before(t, i, 3) && upperToken(t, i, last)
			return t.span(HealthInsurance, i, last, 0.85, "insured person's number named so"), last, named
		}
	}
	return Entity{}, 0, false
}

// healthNumber tells what ten characters are, "" for nothing.
func healthNumber(t *Text, i, last int, s []byte) string {
	switch {
	case s[0] >= 'A' && digitCount(s[1:]) == 9:
		if healthCues.around(t, i, last, 12) || t.answers(i, healthCues) {
			return "health-insurance number named so"
		}
		if insuredNumber(s) == valid && !productCues.before(t, i, 4) {
			return "health-insurance number with valid check digit"
		}
	case digitCount(s) == 10:
		if nhsCues.around(t, i, last, 6) {
			return "NHS number named so"
		}
		if s[0] != '0' && nhsNumber(s) == valid && last == i+2 && t.size(i) == 3 && t.size(i+1) == 3 && alone(t, i, last) {
			return "NHS number with valid check digit"
		}
	}
	return ""
}

// alone reports that at most two words stand beside the tokens i to j.
func alone(t *Text, i, j int) bool {
	if len(t.Tokens) > j-i+20 {
		return false
	}
	words := 0
	for k := range t.Tokens {
		if (k < i || k > j) && t.Tokens[k].Kind == Word {
			words++
		}
	}
	return words <= 2
}

// insuredNumber checks the letter and nine digits of § 290 SGB V.
func insuredNumber(s []byte) verdict {
	letter := int(s[0]-'A') + 1
	d := [10]byte{'0' + byte(letter/10), '0' + byte(letter%10)}
	copy(d[2:], s[1:9])
	return verdictOf(weightedCross(d[:], 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)%10 == int(s[9]-'0'))
}

// nhsNumber checks ten digits with the weights 10 to 2 by modulo 11.
func nhsNumber(s []byte) verdict {
	check := (11 - weighted(s, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11) % 11
	return verdictOf(check == int(s[9]-'0'))
}
