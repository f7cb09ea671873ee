package detector

import "strings"

// A redacted chat names people "Person 7" and shows "[Telefon 1]" where a number
// stood. Neither is personal data, and digits of a stand-in belong to nothing
// beside them. Neutral spells stand-ins so that every detector reads them as
// what they are.

// gapLetter and digitLetters spell the blank and the digits of a stand-in.
const (
	gapLetter    = 'x'
	digitLetters = "bcdfghjklm"
)

// numbered are the words of stand-ins that a number follows.
var numbered = []string{"Person ", "Gruppe ", "Group ", "Datei ", "File "}

// maxLabel is the longest label in brackets, in bytes.
const maxLabel = 40

// Neutral returns the text with its stand-ins spelled without blanks and digits:
// "Person 7" becomes one word of eight letters, "[Telefon 1]" keeps its word. All
// offsets stay.
func Neutral(text string) string {
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] != '[' && (strings.IndexByte("PGDF", text[i]) < 0 || i > 0 && isWordByte(text[i-1])) {
			continue
		}
		end := standInEnd(text, i)
		if end <= i {
			continue
		}
		if out == nil {
			out = []byte(text)
		}
		neutralise(out[i:end])
		i = end - 1
	}
	if out == nil {
		return text
	}
	return string(out)
}

// standInEnd returns the end of the stand-in at byte i, or 0.
func standInEnd(text string, i int) int {
	if text[i] == '[' {
		return labelEnd(text, i)
	}
	for _, w := range numbered {
		if strings.HasPrefix(text[i:], w) {
			return numberEnd(text, i+len(w))
		}
	}
	return 0
}

// numberEnd returns the end of the number at byte i with no word behind, or 0.
func numberEnd(text string, i int) int {
	end := i
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	if end == i || end < len(text) && isWordByte(text[end]) {
		return 0
	}
	return end
}

// labelEnd returns the end of a label in brackets, with or without a number, or
// 0: [Telefon 1], [name], [removed: health].
func labelEnd(text string, i int) int {
	stop := strings.IndexByte(text[i:min(len(text), i+maxLabel)], ']')
	if stop < 2 || '0' <= text[i+1] && text[i+1] <= '9' {
		return 0
	}
	for _, r := range text[i+1 : i+stop] {
		if !strings.ContainsRune(" -:,", r) && !isWordRune(r) {
			return 0
		}
	}
	return i + stop + 1
}

// neutralise respells a stand-in in place.
func neutralise(s []byte) {
	gap, digits := byte(gapLetter), digitLetters
	if s[0] == '[' {
		gap, digits = '.', ".........."
	}
	for i, c := range s {
		switch {
		case '0' <= c && c <= '9':
			s[i] = digits[c-'0']
		case c == ' ' && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9':
			s[i] = gap
		}
	}
}

// isStandIn reports whether a lower-cased word is a person's stand-in as Neutral
// spells it.
func isStandIn(word string) bool {
	number, ok := strings.CutPrefix(word, "person"+string(gapLetter))
	return ok && number != "" && strings.Trim(number, digitLetters) == ""
}

// IsStandIn reports whether a name is what redaction puts for one: "Person 7".
func IsStandIn(name string) bool { return isStandIn(strings.ToLower(Neutral(name))) }

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// standInDetector finds the people of a redacted chat in neutral texts, so that
// rules can tell who a message is about.
var standInDetector = Detector{
	Name:  "stand-in",
	Types: []Type{Person},
	Gate:  func(t *Text) bool { return strings.Contains(t.Lower, "person"+string(gapLetter)) },
	Find: func(t *Text, _ Context, found []Entity) []Entity {
		for i := range t.Tokens {
			if t.kind(i) == Word && isStandIn(t.Word(i)) {
				e := t.span(Person, i, i, 1, "stand-in of a redacted chat")
				e.StandIn = true
				found = append(found, e)
			}
		}
		return found
	},
}
