package locale

import "strings"

// Detect finds the language in the variables that POSIX names for it, in their
// order of precedence. A locale such as "C" that names no language counts as
// English, the language of a program without one. Detect returns "" if no
// variable is set, so that a caller can ask the operating system.
func Detect(lookup func(string) (string, bool)) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v, ok := lookup(name); ok && v != "" {
			return Match(v)
		}
	}
	return ""
}

// Match maps a locale such as "de_AT.UTF-8" or "de-CH" to the closest language.
func Match(locale string) Lang {
	tag := strings.FieldsFunc(strings.ToLower(locale), func(r rune) bool {
		return r == '_' || r == '-' || r == '.' || r == '@'
	})
	if len(tag) > 0 && tag[0] == string(German) {
		return German
	}
	return English
}
