package detector

import (
	"strings"
	"unicode/utf8"
)

// emailDetector finds e-mail addresses, also spelled out ("at", "punkt").
// Function mailboxes (info@) belong to nobody and are left out.
var emailDetector = Detector{
	Name:  "email",
	Types: []Type{Email},
	Gate: func(t *Text) bool {
		return t.At > 0 || t.has(markAt)
	},
	Find: findEmail,
}

// functionMailboxes are local parts, or their first piece, that no single person reads.
var functionMailboxes = newCues(`info office kontakt contact service mail email post postmaster webmaster admin
	administration hello hallo moin team buero büro sekretariat zentrale empfang rezeption reception verwaltung
	bewerbung bewerbungen jobs job karriere career careers hr personal personalabteilung recruiting ausbildung
	rechnung rechnungen rechnungseingang buchhaltung accounting accounts invoice invoices billing faktura finance
	planung bestellung bestellungen order orders einkauf verkauf vertrieb sales shop versand lager dispo disposition
	support hilfe help helpdesk it technik kundenservice kundendienst kundenbetreuung notdienst werkstatt
	noreply no-reply donotreply newsletter presse press marketing datenschutz privacy dsb anfrage anfragen
	termin termine terminvergabe praxis kanzlei reservierung reservation booking bookings buchung enquiries enquiry
	hausverwaltung stoerung störung schaden reklamation poststelle stadt gemeinde rathaus feedback abuse
	labor lab station event events hochzeit weddings catering restaurant hotel küche kueche kitchen bar spa club studio schule kita school
	bibliothek redaktion vorstand kasse kassenwart expose exposé exposés apotheke pharmacy surgery clinic ward lettings rentals repairs maintenance workshop parts dispatch claims
	complaints returns warehouse payroll admissions council planning permits licensing`, "bauamt ordnungsamt standesamt jugendamt sozialamt bürgeramt finanzamt gesundheitsamt veterinäramt abteilung betrieb anschluss")

// atWords stand for the @ sign when somebody spells an address.
var atWords = newCues("at ät aet klammeraffe", "")

// dotWords stand for the dot.
var dotWords = newCues("dot punkt pkt", "")

// dashWords stand for a hyphen or an underscore.
var dashWords = newCues("minus bindestrich unterstrich dash hyphen underscore", "")

// signWord reports a word for a sign within an address at token i.
func (t *Text) signWord(i int) bool {
	w := t.wordAt(i)
	return dotWords.has(w) || dashWords.has(w)
}

func findEmail(t *Text, _ Context, out []Entity) []Entity {
	for i := range t.Tokens {
		switch {
		case t.punct(i, '@'):
			out = plainEmail(t, i, out)
		case t.mark(i)&markAt != 0:
			out = spelledEmail(t, i, out)
		}
	}
	return out
}

// plainEmail grows an address around the @ sign at token i.
func plainEmail(t *Text, i int, out []Entity) []Entity {
	at := int(t.Tokens[i].Start)
	start := at
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(t.Raw[:start])
		if !isWordRune(r) && !strings.ContainsRune("._%+-'&", r) {
			break
		}
		start -= n
	}
	start += len(t.Raw[start:at]) - len(strings.TrimLeft(t.Raw[start:at], ".'-+&%_"))
	end, dot := domainEnd(t.Raw, at+1)
	if start == at || !dot || at-start > 64 || functionMailbox(t.Lower[start:at]) {
		return out
	}
	return append(out, Entity{Type: Email, Start: start, End: end, Score: 0.99, Why: "e-mail address"})
}

// domainEnd returns the end of the domain name that starts at byte i, and
// whether it has a top-level part of at least two characters.
func domainEnd(s string, i int) (end int, ok bool) {
	end = i
	dots, label := 0, 0
	for j := i; j < len(s) && j-i < 255; {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case isWordRune(r):
			label++
			end = j + n
		case r == '-' && label > 0:
		case r == '.' && label > 0 && wordRuneAt(s, j+1):
			dots++
			label = 0
		default:
			return end, dots > 0 && label >= 2
		}
		j += n
	}
	return end, dots > 0 && label >= 2
}

func wordRuneAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWordRune(r)
}

func functionMailbox(local string) bool {
	if functionMailboxes.has(local) {
		return true
	}
	head, _, cut := strings.Cut(local, "-")
	if !cut {
		head, _, _ = strings.Cut(local, ".")
	}
	switch head {
	case "info", "office", "kontakt", "service", "rechnung", "bewerbung", "support", "noreply", "no":
		return true
	}
	return false
}

// spelledEmail reads an address whose @ is written as a word at token i.
func spelledEmail(t *Text, i int, out []Entity) []Entity {
	left, right := bracketed(t, i)
	start := spelledLocal(t, left)
	end, dots := spelledDomain(t, right)
	if start < 0 || dots == 0 || t.Tokens[end].Digit || functionMailbox(t.Lower[t.Tokens[start].Start:t.Tokens[left].End]) {
		return out
	}
	return append(out, t.span(Email, start, end, 0.95, "e-mail address spelled out"))
}

// bracketed returns the tokens left and right of an at word and its brackets or hyphens.
func bracketed(t *Text, i int) (left, right int) {
	left, right = i-1, i+1
	if t.oneOf(left, "([{") && t.kind(right) == Punct || t.hyphened(i) {
		left--
		right++
	}
	return left, right
}

// hyphened reports hyphens without blanks on both sides of token i.
func (t *Text) hyphened(i int) bool {
	return t.isDash(i-1) && t.isDash(i+1) && t.gap(i-2) == 0 && t.gap(i-1) == 0 && t.gap(i) == 0 && t.gap(i+1) == 0
}

// spelledLocal walks left from the last token of a local part, returns its first or -1.
func spelledLocal(t *Text, i int) int {
	if t.kind(i) != Word && t.kind(i) != Number {
		return -1
	}
	for {
		switch {
		case t.gap(i-1) == 0 && i >= 2 && t.oneOf(i-1, ".-_") && t.gap(i-2) == 0 && t.kind(i-2) <= Number:
			i -= 2
		case i >= 2 && t.signWord(i-1) && t.kind(i-2) <= Number && t.kind(i-1) == Word:
			i -= 2
		case i >= 4 && t.kind(i-1) == Punct && t.signWord(i-2) && t.kind(i-3) == Punct && t.kind(i-4) <= Number:
			i -= 4
		default:
			return i
		}
	}
}

// topLevel are the domains that end an address even behind a dot between blanks, since no
// sentence begins with them: mailpost . de.
var topLevel = newCues("de com net org eu ch uk fr nl pl io", "")

// spelledDomain walks right over a domain, to the part behind its last dot, and counts the
// dots.
func spelledDomain(t *Text, i int) (end, dots int) {
	end = i
	if t.kind(i) > Number {
		return i, 0
	}
	for {
		before := dots
		switch {
		case t.kind(i+1) == Punct && dotWords.has(t.wordAt(i+2)) && t.kind(i+3) == Punct && t.kind(i+4) == Word:
			i += 4
			dots++
		case t.gap(i) == 0 && t.isDash(i+1) && t.gap(i+1) == 0 && t.kind(i+2) <= Number:
			i += 2
		case dashWords.has(t.wordAt(i+1)) && t.kind(i+2) == Word:
			i += 2
		case t.punct(i+1, '.') && t.gap(i) == 1 && t.gap(i+1) == 1 && topLevel.has(t.wordAt(i+2)):
			i += 2
			dots++
		case t.gap(i) == 0 && t.punct(i+1, '.') && t.gap(i+1) == 0 && t.kind(i+2) == Word:
			i += 2
			dots++
		case dotWords.has(t.wordAt(i+1)) && t.kind(i+2) == Word && t.size(i+2) >= 2:
			i += 2
			dots++
		default:
			return end, dots
		}
		if dots > before {
			end = i
		}
	}
}
