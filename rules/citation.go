package rules

import (
	"regexp"
	"strings"
)

var provision = regexp.MustCompile(`^(Art\.|§) (\d+)(?:\((\d+)\))?(?:\(([a-z])\))? (GDPR|BDSG)$`)

// Cite writes a provision of Rule.Legal as readers of a language, "de" or "en",
// know it: "Art. 5(1)(c) GDPR" is "Art. 5 Abs. 1 lit. c DSGVO" in German. What
// it does not recognise it returns as it is.
func Cite(legal, lang string) string {
	m := provision.FindStringSubmatch(legal)
	if m == nil || !strings.HasPrefix(lang, "de") {
		return legal
	}
	sign, number, paragraph, letter, law := m[1], m[2], m[3], m[4], m[5]
	out := sign + " " + number
	if paragraph != "" {
		// The definitions of Art. 4 GDPR are numbered and have no paragraphs.
		unit := " Abs. "
		if law == "GDPR" && number == "4" {
			unit = " Nr. "
		}
		out += unit + paragraph
	}
	if letter != "" {
		out += " lit. " + letter
	}
	return out + " " + strings.Replace(law, "GDPR", "DSGVO", 1)
}
