package gazetteer

import "strings"

// folds are the ways in which a keyboard without a letter spells it.
var folds = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "ı", "i", "ş", "s", "ç", "c", "ğ", "g",
	"ł", "l", "ń", "n", "ś", "s", "ż", "z", "ź", "z", "ą", "a", "ę", "e", "ć", "c", "č", "c", "š", "s", "ž", "z", "đ", "d",
	"ř", "r", "ě", "e", "ý", "y", "á", "a", "à", "a", "â", "a", "ã", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i",
	"î", "i", "ï", "i", "ó", "o", "ô", "o", "ò", "o", "ú", "u", "û", "u", "ñ", "n", "ă", "a", "ț", "t", "ţ", "t", "ș", "s")

// Fold returns the spelling of a lower-cased word without accents, umlauts as
// German writes them without dots: oezdemir, aslihan, rafal.
func Fold(word string) string { return folds.Replace(word) }

var drops = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")

// Drop returns the spelling that leaves the dots out: ozdemir.
func Drop(word string) string { return folds.Replace(drops.Replace(word)) }
