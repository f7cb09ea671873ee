package disguise

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Digits are the words for digits and small numbers, German (also dialect) and English. The labeller of
// secrets has learnt them: another word here means training it again.
var Digits = map[string]string{
	"null": "0", "eins": "1", "ein": "1", "oans": "1", "eis": "1", "zwei": "2", "zwo": "2", "zwoa": "2", "drei": "3",
	"vier": "4", "viere": "4", "fünf": "5", "fuenf": "5", "fünfe": "5", "sechs": "6", "sechse": "6", "sieben": "7",
	"siebn": "7", "siem": "7", "acht": "8", "neun": "9", "neine": "9", "zehn": "10", "elf": "11", "zwölf": "12", "zwoelf": "12",
	"zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
	"six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
	"zwanzig": "20", "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60", "siebzig": "70", "achtzig": "80", "neunzig": "90",
}

// more are words that say digits as well, without being heard by the labeller.
var more = map[string]string{
	"hundred": "00", "hundert": "00", "dreissig": "30", "fuffzig": "50", "fuff": "5", "zwanzich": "20", "dreißich": "30", "vierzich": "40", "fuffzich": "50",
	"sechzich": "60", "siebzich": "70", "achtzich": "80", "neunzich": "90",
	"dreizehn": "13", "vierzehn": "14", "fünfzehn": "15", "sechzehn": "16", "siebzehn": "17", "achtzehn": "18", "neunzehn": "19",
	"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
	"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}

// repeats are words that say a digit again: double four.
var repeats = map[string]int{"double": 2, "doppel": 2, "triple": 3}

// pauses are words between the digits of a number, and the sign that they say.
var pauses = map[string]string{
	"dann": " ", "then": " ", "und": " ", "and": " ", "die": " ", "leerzeichen": " ", "space": " ",
	"dot": ".", "punkt": ".", "point": ".", "komma": ".", "strich": "-", "bindestrich": "-", "dash": "-",
}

// A number that is told has so many characters at least, so many of them told in words, or one word
// glued to figures (8six). The number of a house and a 0 before an area code have rules of their own.
const (
	leastNumberTold = 7
	leastTold       = 3
	leastTrunk      = 10
)

// atom is a part of a number: figures, words for digits glued together, or a capital letter.
type atom struct {
	from, to int
	digits   string // what is written for it: figures, or the capital letter itself
	told     bool   // in words
	pointed  bool   // a word for a dot stands before it
	gap      string // what stands between it and the one before instead of what is written
}

// told writes numbers in figures that are told digit by digit, all or in part:
// null eins sieben sechs, 07700 nine double-oh, 8six 095 seven42.
func told(text string) (edits []Edit) {
	for at := 0; at < len(text); {
		run, end := atoms(text, at)
		edits = append(edits, figures(text, run)...)
		at = max(end, at+1)
	}
	return edits
}

// plus opens an international number.
const plus = "plus "

// How many digits the number of a house has at most.
const (
	mostHouse        = 3
	mostEnglishHouse = 4
)

// streets end the name of a street, behind which one word tells the number of a house.
var streets = []string{"straße", "strasse", "str", "str.", "gasse", "allee", "weg", "ring", "stieg", "steig", "platz", "damm", "ufer", "pfad", "chaussee"}

// endsStreet reports the name of a street at the end of a text: an ending, and three bytes or more before it.
func endsStreet(before string) bool {
	before = strings.TrimRight(before, " ")
	for _, number := range [...]string{"hausnummer", "hausnr", "nummer", "nr"} {
		before = strings.TrimRight(strings.TrimSuffix(before, number), " ")
	}
	return slices.ContainsFunc(streets, func(s string) bool {
		name, ok := strings.CutSuffix(before, s)
		return ok && len(name) > 2 && (strings.IndexByte(name[len(name)-3:], ' ') < 0 || endsCapitalised(name))
	})
}

// endsCapitalised reports that the last word of a text has a capital: Hohe Str.
func endsCapitalised(text string) bool {
	text = strings.TrimRight(text, " ")
	first, _ := utf8.DecodeRuneInString(text[strings.LastIndexByte(text, ' ')+1:])
	return unicode.IsUpper(first)
}

// figures returns the edits that write a run of atoms in figures, if it is a number.
func figures(text string, run []atom) (edits []Edit) {
	trunk := opensWithTrunk(run)
	english := isEnglishHouse(text, run)
	if !trunk && !english && !isHouse(text, run) && !isDecimal(text, run) && !isTold(run) {
		return nil
	}
	if english {
		joinTens(run)
	}
	if trunk {
		run[1].gap = ""
	}
	if from := run[0].from; from >= len(plus) && strings.EqualFold(text[from-len(plus):from], plus) {
		edits = append(edits, Edit{from - len(plus), from, "+"})
	}
	for i, a := range run {
		if i > 0 && text[run[i-1].to:a.from] != a.gap {
			edits = append(edits, Edit{run[i-1].to, a.from, a.gap})
		}
		if text[a.from:a.to] != a.digits {
			edits = append(edits, Edit{a.from, a.to, a.digits})
		}
	}
	return edits
}

func sizeOf(run []atom) (n int) {
	for _, a := range run {
		n += len(a.digits)
	}
	return n
}

// opensWithTrunk reports a zero in words before an area code: null 176 dann 23 45 67 89.
func opensWithTrunk(run []atom) bool {
	return len(run) > 1 && run[0].told && run[0].digits == "0" && len(run[1].digits) == 3 && run[1].digits[0] != '0' && sizeOf(run) >= leastTrunk
}

// isHouse reports the number of a house in words behind the name of a street.
func isHouse(text string, run []atom) bool {
	n := sizeOf(run)
	return n > 0 && n <= mostHouse && run[0].told && endsStreet(text[:run[0].from])
}

// isEnglishHouse reports the number of a house in several words before the name of an English
// street.
func isEnglishHouse(text string, run []atom) bool {
	return len(run) > 1 && run[0].told && sizeOf(run) <= mostEnglishHouse && opensStreet(text[run[len(run)-1].to:])
}

// joinTens makes 25 of twenty and five.
func joinTens(run []atom) {
	for i := range run[:len(run)-1] {
		if ten, one := run[i].digits, run[i+1].digits; isTens(ten) && len(one) == 1 && one != "0" {
			run[i].digits = ten[:1]
		}
	}
}

// englishStreets end the name of a street behind the number of a house.
var englishStreets = []string{"street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "drive", "close", "court", "ct", "place", "terrace", "way", "crescent", "mews", "gardens", "grove", "hill", "row", "square", "walk", "view", "rise"}

// opensStreet reports that a text goes on with the name of an English street, which has a
// capital: nineteen-oh-four Fir Court.
func opensStreet(rest string) bool {
	words := strings.SplitN(strings.TrimLeft(rest, " "), " ", 4)
	for i := 1; i < min(len(words), 3); i++ {
		if r, _ := utf8.DecodeRuneInString(words[i-1]); !unicode.IsUpper(r) {
			return false
		}
		if slices.Contains(englishStreets, strings.ToLower(strings.Trim(words[i], ".,;:!?"))) {
			return true
		}
	}
	return false
}

// isDecimal reports a number in words with two digits or more behind its point: of a position, say. A
// Punkt parts other things as well.
func isDecimal(text string, run []atom) bool {
	behind := 0
	for i, a := range run {
		if !a.told || i > 1 && a.pointed {
			return false
		}
		if i > 0 {
			behind += len(a.digits)
		}
	}
	if len(run) < 2 || !run[1].pointed || len(run[0].digits) > 3 || behind < 2 {
		return false
	}
	point := strings.Trim(text[run[0].to:run[1].from], " ")
	return strings.EqualFold(point, "komma") || strings.EqualFold(point, "point")
}

// isTold reports enough characters, and enough of them in words or one word glued to figures.
func isTold(run []atom) bool {
	words, glued := 0, false
	for i, a := range run {
		if a.pointed {
			words++
		}
		if a.told {
			words += len(a.digits)
			glued = glued || i > 0 && run[i-1].to == a.from && !run[i-1].told || i+1 < len(run) && run[i+1].from == a.to && !run[i+1].told
		}
	}
	return sizeOf(run) >= leastNumberTold && (words >= leastTold || glued)
}

// atoms returns the parts of the number that begins at an offset, and where to look for the next.
func atoms(text string, at int) (run []atom, end int) {
	repeat, gap := 1, ""
	for end = at; end < len(text); {
		word := piece(text[end:])
		if word == "" {
			if len(run) == 0 {
				return nil, end + 1
			}
			sign := gapOf(text[end:])
			if sign == "" {
				return run, end
			}
			end += len(sign)
			gap += sign
			continue
		}
		a, ok := atomOf(word)
		lower := strings.ToLower(word)
		switch {
		case repeats[lower] > 0:
			repeat = repeats[lower]
			end += len(gapOf(text[end+len(word):]))
		case len(run) > 0 && pauses[lower] != "":
			gap = pauses[lower]
			if next := gapOf(text[end+len(word):]); next == " " {
				end++
			}
		case ok:
			a.from, a.to = end, end+len(word)
			a.digits = strings.Repeat(a.digits, repeat)
			if len(run) > 0 {
				a.pointed = gap == "." && text[run[len(run)-1].to:end] != gap
				a.gap = gapBetween(run[len(run)-1], a, gap)
			}
			run, repeat, gap = append(run, a), 1, ""
		default:
			return run, end + len(word)
		}
		end += len(word)
	}
	return run, end
}

// piece returns the figures or letters that a text begins with.
func piece(s string) string {
	end := 0
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	if end > 0 {
		return s[:end]
	}
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if outsideLetters(r) {
			break
		}
		end += n
	}
	return s[:end]
}

// gapOf returns the blanks and signs that a text begins with, if they may stand within a number.
func gapOf(s string) string {
	const most = 3
	signs := 0
	for end, r := range s {
		if !strings.ContainsRune(" -–—/.,", r) {
			return s[:end]
		}
		if signs++; signs > most {
			return ""
		}
	}
	return s
}

// gapBetween tells what stands between two parts: nothing where both are short, as people say
// digits, else what is written. A comma is a pause.
func gapBetween(a, b atom, written string) string {
	switch {
	case (written == " " || written == "-") && len(a.digits) <= 2 && len(b.digits) <= 2:
		return ""
	case strings.Contains(written, ","):
		return " "
	case strings.Contains(written, "."):
		return strings.TrimSpace(written)
	}
	return written
}

// atomOf reads a piece of text.
func atomOf(word string) (atom, bool) {
	switch {
	case isDigit(word[0]):
		return atom{digits: word}, true
	case len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' && word != "O":
		return atom{digits: word}, true
	case word == "ein":
		return atom{}, false // an article
	}
	d := saidDigits(strings.ToLower(word))
	return atom{digits: d, told: true}, d != ""
}

// saidDigits returns the digits that a word says, or several without a blank between.
func saidDigits(word string) string {
	if d := DigitsOf(word); d != "" {
		return d
	}
	if len(word) > longest {
		return ""
	}
	for n := min(len(word)-1, 9); n > 2; n-- {
		if d := saidAlone(word[:n]); d != "" {
			if rest := saidDigits(word[n:]); rest != "" {
				return d + rest
			}
		}
	}
	return ""
}

// DigitsOf returns the digits of the number that one word says in lower case: zwölf,
// vierundachtzig, eighty; "" for none.
func DigitsOf(word string) string {
	if d := saidAlone(word); d != "" {
		return d
	}
	one, ten, ok := strings.Cut(word, "und")
	if one, ten = saidAlone(one), saidAlone(ten); ok && len(one) == 1 && isTens(ten) {
		return ten[:1] + one
	}
	return ""
}

// isTens reports 20 to 90.
func isTens(digits string) bool { return len(digits) == 2 && digits[0] > '1' && digits[1] == '0' }

// saidAlone returns the digits that one listed word says. No word is in both lists.
func saidAlone(word string) string { return cmp.Or(Digits[word], more[word]) }

// saidBy tells the lengths of the words for digits and pauses by their first byte, one bit for each
// length in bytes, so words of 32 bytes and more are out.
var saidBy = func() (all [256]uint32) {
	for _, words := range [...]map[string]string{Digits, more, pauses} {
		for w := range words {
			all[w[0]] |= 1 << len(w)
		}
	}
	return all
}()

// says weighs a word for a digit or a dot, in small or capital letters; 2 and more in a text call for a
// closer look. A zero, or a number behind the name of a street, is enough by itself.
func says(before, word string) int {
	if strings.HasSuffix(word, "ig") && DigitsOf(strings.ToLower(word)) != "" && endsStreet(before) {
		return 2 // Erlenweg zweiundvierzig
	}
	if len(word) == 0 || len(word) > 31 || saidBy[word[0]|0x20]>>len(word)&1 == 0 {
		return 0
	}
	word = strings.ToLower(word)
	switch d := saidAlone(word); {
	case d == "" && pauses[word] != ".":
		return 0
	case d == "0" && word != "o" && word != "oh", endsStreet(before):
		return 2
	}
	return 1
}
