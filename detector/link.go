package detector

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A link is one token. Its words belong to a page and tell nothing of anybody in the
// chat: neither …/burnout-erkennen nor …/artikel-4711 says who is ill or which code opens
// a door. What a link gives away by itself is found by inLinkDetector and
// urlPersonalDetector.

// linkEnd returns the end of the link that begins with the word raw[start:end], or 0 if
// none does: https://…, www.…, or a host with a path such as youtu.be/4711.
func linkEnd(raw string, start, end int) int {
	if start > 0 && raw[start-1] == '@' {
		return 0 // the host of a mail address
	}
	from := 0 // what makes it a link ends here
	switch rest := raw[end:]; {
	case strings.HasPrefix(rest, "://"):
		from = end + len("://")
	case strings.HasPrefix(rest, ".") && strings.EqualFold(raw[start:end], "www"):
		from = end + len(".")
	case strings.HasPrefix(rest, "."), strings.HasPrefix(rest, "-"):
		from = pathStart(raw, start)
	}
	if r, _ := utf8.DecodeRuneInString(raw[from:]); from == 0 || !isWordRune(r) {
		return 0
	}
	return from + linkLength(raw[from:])
}

// pathStart returns where the path begins behind a host without a scheme at byte start,
// or 0 if that is no host or has no path.
func pathStart(raw string, start int) int {
	if start > 0 && strings.IndexByte(".-/", raw[start-1]) >= 0 {
		return 0
	}
	host, _, ok := strings.Cut(raw[start:min(len(raw), start+longestHost)], "/")
	domain := host[strings.LastIndexByte(host, '.')+1:]
	if !ok || !commonDomains.words[domain] || strings.ContainsFunc(host, outsideHost) {
		return 0
	}
	return start + len(host) + len("/")
}

// longestHost is how long the name of a host can be (RFC 1035, 2.3.4), with its slash.
const longestHost = 254

// commonDomains are the top-level domains of links that people write without a scheme.
// Others, such as str or zb, are abbreviations before a slash as well, and after a full
// stop without a blank a sentence goes on with a capital: Fertig.Es/Sie.
var commonDomains = newCues("de at ch li lu eu com net org info biz shop app dev io me tv uk ie us ca au nz in nl be fr it es pl ly gl gle co ai to cc", "")

func outsideHost(r rune) bool {
	return r != '.' && r != '-' && (r >= utf8.RuneSelf || !isWordRune(r))
}

// linkLength returns the length of a link at the start of s without the marks of the
// sentence behind it.
func linkLength(s string) int {
	if n := strings.IndexFunc(s, endsLink); n >= 0 {
		s = s[:n]
	}
	marks := `.,;:!?'*_…“”„»`
	if !strings.Contains(s, "(") {
		marks += ")"
	}
	return len(strings.TrimRight(s, marks))
}

func endsLink(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>"`, r)
}

// inLinkDetector finds what links hold beside addresses of pages: shared positions,
// addresses of machines, passwords of meetings.
var inLinkDetector = Detector{
	Name:  "in-link",
	Types: []Type{Coordinates, IP, Credential},
	Gate:  func(t *Text) bool { return t.Links > 0 && (t.Digits > 0 || strings.Contains(t.Raw, "=")) },
	Find:  findInLinks,
}

func findInLinks(t *Text, ctx Context, out []Entity) []Entity {
	if t.inner == nil {
		t.inner = new(Text)
	}
	inner := t.inner
	for _, k := range t.Tokens {
		if k.Kind != Link {
			continue
		}
		inner.ResetWords(t.Raw[k.Start:k.End])
		first := len(out)
		out = findIP(inner, ctx, findCoordinates(inner, ctx, out))
		out = findSecretParameters(inner, out)
		for i := range out[first:] {
			out[first+i].Start += int(k.Start)
			out[first+i].End += int(k.Start)
		}
	}
	return out
}

// secretParameters are the names of what opens something in the query of a link.
var secretParameters = newCues("pwd passwd password passwort pw pin passcode kenncode secret apikey", "")

// findSecretParameters appends the passwords in the query of a link: …?pwd=a1B2c3.
func findSecretParameters(link *Text, out []Entity) []Entity {
	for i := range link.Tokens {
		if !link.opensParameter(i) || !secretParameters.has(link.wordAt(i+1)) || !link.punct(i+2, '=') {
			continue
		}
		first, end := i+3, i+3
		for end < len(link.Tokens) && !link.opensParameter(end) {
			end++
		}
		if first < end {
			out = append(out, link.span(Credential, first, end-1, 0.85, "password in a link"))
		}
	}
	return out
}

// opensParameter reports a mark behind which a parameter of a link begins.
func (t *Text) opensParameter(i int) bool {
	return t.oneOf(i, "?&#")
}
