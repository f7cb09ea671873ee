package disguise

import (
	"unicode"
	"unicode/utf8"
)

// unmixed reads letters of Greek and Cyrillic as the Latin ones they look like, in a word
// that has Latin letters too.
func unmixed(word string) []Edit {
	var edits []Edit
	latin := false
	for i, r := range word {
		switch twin := twins[r]; {
		case twin != "":
			edits = append(edits, Edit{i, i + utf8.RuneLen(r), twin})
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.IsLetter(r):
			return nil
		}
	}
	if !latin {
		return nil
	}
	return edits
}

// twins are the letters of Greek and Cyrillic that look like a Latin one (Unicode Technical
// Standard 39, confusables).
var twins = twinsOf("АаВЕеЅѕІіЈјКМНОоРрСсТУуХхԁԛԝһΑΒΕΖΗΙΚΜΝΟοΡΤΥΧνӀ", "AaBEeSsIiJjKMHOoPpCcTYyXxdqwhABEZHIKMNOoPTYXvI")

// twinsOf maps each character of one text to the one at the same place of another.
func twinsOf(from, to string) map[rune]string {
	out := map[rune]string{}
	latin := []rune(to)
	for i, r := range []rune(from) {
		out[r] = string(latin[i])
	}
	return out
}
