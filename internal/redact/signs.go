package redact

import (
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
)

// signs are what a message must show before it is worth trying a pattern on it.
// They are read off in one pass, expressions are not.
type signs uint32

const (
	numberBeforeName signs = 1 << iota // 12 High, 26721 Emden
	nameBeforeNumber                   // Talweg 212
	smallStreet                        // am sand 12
	hyphenName                         // Heinrich-Heine 51
	mixedWord                          // SW1A
	longMixedWord                      // DK4R8M2TZ
	plateLike                          // AB 12, 1AB
	streetWord
	foreignStreet
	boxWord
	flatWord
	houseWord
	bankWord
	phoneWord
	birthWord
	wordedNumber // zwölf, behind a street
	english

	anything signs = 1<<32 - 1
)

// signWords are the words that are a sign by themselves.
var signWords = buildSignWords()

func buildSignWords() map[string]signs {
	out := map[string]signs{}
	for sign, words := range map[signs]string{
		streetWord: `rd road st street ave avenue ct court close cl dr drive ln lane pl place way crescent cres terrace tce grove gardens square blvd
			cottage cottages mews row rise walk yard villas buildings house`,
		foreignStreet: "rue avenue boulevard chemin ul via viale calle piazza corso avenida",
		boxWord:       "postfach box pobox parzelle flurstück",
		flatWord:      "flat unit apt apartment",
		houseWord:     "hausnummer hausnr haus house",
		bankWord:      "sort bsb routing acct account accountnumber konto kontonr kontonummer kto blz",
		phoneWord:     "tel telefon durchwahl festnetz nebenstelle apparat ext extension",
		birthWord:     "birth birthday birthdate born dob geb geburt geburtstag geburtsdatum geboren",
	} {
		for _, w := range strings.Fields(words) {
			out[w] |= sign
		}
	}
	return out
}

// beforeStreet stand before the name of a street in small letters.
var beforeStreet = wordSet("am an dem den der auf zum zur unter hinterm hinter obere untere alte kleine große")

// readSigns returns the signs of the message at hand.
func (f *finder) readSigns() signs {
	t := &f.text
	var s signs
	if !f.isGerman() {
		s |= english
	}
	for i, k := range t.Tokens {
		if k.Kind == detector.Word && t.Digits > 0 {
			s |= signWords[t.Word(i)]
		}
		switch {
		case k.Digit:
			s |= f.numberSigns(i)
		case k.Kind == detector.Word && i > 0 && spelled[t.Word(i)] && f.behindStreet(i):
			s |= wordedNumber
		}
	}
	return s
}

// numberSigns returns what the number in token i is a sign of.
func (f *finder) numberSigns(i int) signs {
	t := &f.text
	k := t.Tokens[i]
	var s signs
	if k.Kind == detector.Word {
		if s |= plateLike; k.Upper {
			s |= mixedWord
		}
		if k.End-k.Start >= longNumber {
			s |= longMixedWord
		}
	}
	if next := i + 1; next < len(t.Tokens) {
		if t.Tokens[next].Upper {
			s |= numberBeforeName
		}
		if isCode(t.Of(next)) {
			s |= plateLike
		}
	}
	if i == 0 || t.Tokens[i-1].Kind != detector.Word {
		return s
	}
	before := t.Tokens[i-1]
	switch {
	case isCode(t.Of(i - 1)), i > 1 && t.Of(i-2) == "-" && before.End-before.Start <= 4:
		s |= plateLike
	case before.Upper:
		s |= nameBeforeNumber
		if i > 1 && t.Of(i-2) == "-" {
			s |= hyphenName
		}
	case i > 1 && beforeStreet[t.Word(i-2)]:
		s |= smallStreet
	}
	return s
}

// isCode reports one to four capitals.
func isCode(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= 1 && n <= 4 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// spelled are the numbers of houses in words; behind them the list is long and
// houses are few.
var spelled = wordSet(`eins ein zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
	neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig fünfundzwanzig dreißig vierzig fünfzig hundert`)

// behindStreet reports a street within three tokens before token i.
func (f *finder) behindStreet(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if hasStreetEnding(f.text.Word(j)) {
			return true
		}
	}
	return false
}
