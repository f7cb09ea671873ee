package detector

// Words of domestic accounts, which two numbers name together: the code of the
// bank or branch, and the account.
var (
	bankCodeCues = newCues("blz bankleitzahl sort sortcode routing aba transit bsb branch clearing ifsc", "")
	accountCues  = newCues("acc account acct ac konto kto ktnr kontonr kontonummer", "")
	// accountLinks stand between the two numbers.
	accountLinks = newCues("no nr number nummer and und is ist code a c s institution inst the bank", "")
	// soleAccounts name an account number that needs no bank code.
	soleAccounts = newCues("acct kontonummer kontonr ktnr kto acctno", "")
	// nigerianBanks stand right before a NUBAN, the account number of ten digits,
	// alone or with "bank".
	nigerianBanks = newCues("gtbank gtb uba opay palmpay kuda moniepoint ecobank zenith wema providus fcmb stanbic access fidelity sterling keystone polaris union unity jaiz heritage", "")
)

// soleAccountWhy is the reason of an account number without bank code.
const soleAccountWhy = "account number named so"

// domesticAccount reads an account that starts at token i and returns its last
// token. more tells that the last account of the message had no bank code, which
// makes a second one likely.
//
//	20-65-79 17066323                    Britain and Ireland
//	BLZ 500 105 17 Konto 123456          Germany before IBAN
//	routing 031207607 / 0062 1904 558    United States, in either order
//	BSB 083-114, account 2071 6648       Australia
//	HDFC0001234 account 50100012345678   India, in either order
//	12-3140-0171323-50                   New Zealand
//	gtbank 0123456789                    Nigeria
func domesticAccount(t *Text, i int, more bool) (Entity, int, bool) {
	if !t.Tokens[i].Digit || t.kind(i) > Number || t.size(i) < 2 || partOfLonger(t, i) {
		return Entity{}, 0, false
	}
	if last := newZealandAccount(t, i); last > 0 {
		return t.span(IBAN, i, last, 0.95, "bank, branch and account number"), last, true
	}
	if end, ok := bankCode(t, i); ok {
		if last := accountNumber(t, end, 5, 18); last > 0 {
			return t.span(IBAN, i, last, 0.95, "bank code with account number"), last, true
		}
		return Entity{}, 0, false
	}
	if last := codeBehindAccount(t, i); last > 0 {
		return t.span(IBAN, i, last, 0.95, "account number with bank code"), last, true
	}
	if last, ok := soleAccount(t, i, more); ok {
		return t.span(IBAN, i, last, 0.85, soleAccountWhy), last, true
	}
	return Entity{}, 0, false
}

// bankCode returns the last token of the code of a bank or branch.
func bankCode(t *Text, i int) (end int, ok bool) {
	if end := britishSortCode(t, i); end > 0 {
		return end, true
	}
	if indianBankCode(t, i) {
		return i, true
	}
	if !bankCodeCues.before(t, i, 2) {
		return 0, false
	}
	return digitsEnd(t, i, 5, 9)
}

// digitsEnd returns the last token of the longest run of lo to hi digits in groups
// that starts at token i.
func digitsEnd(t *Text, i, lo, hi int) (last int, ok bool) {
	var c compact
	c.read(t, i, hi)
	for n := c.n; n >= lo; n-- {
		if last, ok := c.ends(n); ok && digitCount(c.text[:n]) == n {
			return last, true
		}
	}
	return 0, false
}

// britishSortCode returns the last token of "20-65-79", or 0.
func britishSortCode(t *Text, i int) int {
	for k := 0; k <= 4; k += 2 {
		if !t.asciiDigits(i+k) || t.size(i+k) != 2 || k < 4 && !t.isDash(i+k+1) {
			return 0
		}
	}
	return i + 4
}

// indianBankCode reports an IFSC: four letters, a zero, six letters or digits.
func indianBankCode(t *Text, i int) bool {
	w := t.Word(i)
	return len(w) == 11 && digitCount([]byte(w[:4])) == 0 && isLatin(w[0]) && w[4] == '0' && digitCount([]byte(w[5:])) >= 4
}

// newZealandAccount returns the last token of bank (2), branch (4), account (7) and
// suffix (2 or 3 digits), or 0.
func newZealandAccount(t *Text, i int) int {
	for k, size := range [...]int{2, 4, 7} {
		if j := i + 2*k; !t.asciiDigits(j) || t.size(j) != size || !t.isDash(j+1) {
			return 0
		}
	}
	if last := i + 6; t.asciiDigits(last) && (t.size(last) == 2 || t.size(last) == 3) {
		return last
	}
	return 0
}

// accountNumber returns the last token of a number of lo to hi digits behind
// token i, with a few account words or marks between, or 0. The three digits of a
// Canadian institution may stand between too.
func accountNumber(t *Text, i, lo, hi int) int {
	for j := i + 1; j < len(t.Tokens) && j <= i+7; j++ {
		switch {
		case t.kind(j) == Number:
			if last, ok := digitsEnd(t, j, lo, hi); ok {
				return last
			}
			if t.size(j) != 3 {
				return 0
			}
		case t.kind(j) == Word && !accountCues.has(t.Word(j)) && !accountLinks.has(t.Word(j)):
			return 0
		}
	}
	return 0
}

// codeBehindAccount reads an account number with the bank code behind, and returns
// the last token, or 0. A British sort code needs no word before it.
func codeBehindAccount(t *Text, i int) int {
	end, ok := digitsEnd(t, i, 6, 18)
	if !ok {
		return 0
	}
	named := accountCues.before(t, i, 3)
	for j := end + 1; j < len(t.Tokens) && j <= end+5; j++ {
		switch {
		case t.kind(j) <= Number && t.Tokens[j].Digit:
			if last, ok := bankCode(t, j); ok && (named || bankCodeCues.before(t, j, 2)) {
				return last
			}
			return 0
		case t.kind(j) == Word && !bankCodeCues.has(t.Word(j)) && !accountLinks.has(t.Word(j)):
			return 0
		}
	}
	return 0
}

// soleAccount returns the last token of an account number without bank code.
func soleAccount(t *Text, i int, more bool) (last int, ok bool) {
	j := i - 1
	for t.kind(j) == Punct || accountLinks.has(t.wordAt(j)) && t.wordAt(j) != "bank" {
		if j < i-3 {
			return 0, false
		}
		j--
	}
	w := t.wordAt(j)
	switch {
	case soleAccounts.has(w), w == "account" && j < i-1 && t.kind(j+1) == Word:
		return digitsEnd(t, i, 8, 18)
	case w == "bank" && nigerianBanks.has(t.wordAt(j-1)), nigerianBanks.has(w), more:
		return digitsEnd(t, i, 10, 10)
	}
	return 0, false
}
