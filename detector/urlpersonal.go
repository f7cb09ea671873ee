package detector

import "strings"

// urlPersonalDetector finds links that lead to a person: profiles, chat links with
// a number, shared map positions.
var urlPersonalDetector = Detector{
	Name:  "personal-link",
	Types: []Type{URLPersonal},
	Gate:  func(t *Text) bool { return strings.Contains(t.Raw, "/") && strings.Contains(t.Raw, ".") },
	Find:  findURLPersonal,
}

// personalHosts are the hosts whose path names a person or a place, with what the
// path must begin with.
var personalHosts = []struct{ host, path string }{
	{"instagram.com", "/"}, {"tiktok.com", "/@"}, {"facebook.com", "/"}, {"fb.com", "/"}, {"m.me", "/"},
	{"linkedin.com", "/in/"}, {"xing.com", "/profile/"}, {"twitter.com", "/"}, {"x.com", "/"}, {"threads.net", "/@"},
	{"snapchat.com", "/add/"}, {"wa.me", "/"}, {"api.whatsapp.com", "/send"}, {"t.me", "/"}, {"youtube.com", "/@"},
	{"paypal.me", "/"}, {"strava.com", "/athletes/"}, {"pinterest.de", "/"}, {"onlyfans.com", "/"}, {"bsky.app", "/profile/"},
	{"calendly.com", "/"}, {"maps.app.goo.gl", "/"}, {"goo.gl", "/maps/"},
}

// sharedPaths open pages of a platform that belong to no person.
var sharedPaths = newCues("p reel reels explore watch groups events pages tv stories hashtag search i intent share sharer home login channel playlist joinchat", "")

func findURLPersonal(t *Text, _ Context, out []Entity) []Entity {
	for _, h := range personalHosts {
		for from := 0; ; {
			at := strings.Index(t.Lower[from:], h.host+h.path)
			if at < 0 {
				break
			}
			start := from + at
			from = start + len(h.host) + len(h.path)
			end := from + pathEnd(t.Raw[from:min(len(t.Raw), from+maxPath)])
			if e, ok := personalLink(t, start, from, end); ok && (!mapHosts.has(h.host) || placeOfPerson(t, t.tokenAt(start))) {
				out = append(out, e)
				from = end
			}
		}
	}
	return out
}

// maxPath is how many bytes of a link are read; the rest identifies nobody better.
const maxPath = 300

// pathEnd returns the length of the link's rest without closing punctuation.
func pathEnd(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r == 0xa0 || strings.ContainsRune(`<>"',;)(`, r) })
	if n < 0 {
		n = len(s)
	}
	return len(strings.TrimRight(s[:n], ".!?:"))
}

// homeCues say that the place behind a shared link of a map is where somebody lives.
var homeCues = newCues(`zuhause zuhaus dahoam daheim daham privat privatadresse wohnung oma opa mutter frau herr hr fr familie fam kunde kundin
	mieter mieterin patient patientin home house flat customer client tenant mum mom dad gran mr mrs ms miss live`, "wohn adress anschrift")

// mapHosts are the hosts whose short links show a place, which stands nowhere in them.
var mapHosts = newCues("maps.app.goo.gl goo.gl", "")

// placeOfPerson reports whether the link of a map in token i leads to a person: the words
// around must tell, unless it is all that the message holds. Redaction, which takes
// links apart, is not told, and removes them all.
func placeOfPerson(t *Text, i int) bool {
	return t.Tokens[i].Kind != Link || len(t.Tokens) == 1 || homeCues.around(t, i, i, 8)
}

// personalLink decides on a link whose host starts at start and whose own part
// lies between path and end.
func personalLink(t *Text, start, path, end int) (Entity, bool) {
	if start > 0 && !strings.ContainsRune(" \n\t/.:(<\"'", rune(t.Raw[start-1])) || end-path < 2 {
		return Entity{}, false
	}
	if start > 0 && t.Raw[start-1] == '.' && !strings.HasSuffix(t.Lower[:start], "www.") && !strings.HasSuffix(t.Lower[:start], "m.") && !strings.HasSuffix(t.Lower[:start], "de.") {
		return Entity{}, false
	}
	first, _, _ := strings.Cut(t.Lower[path:end], "/")
	first, _, _ = strings.Cut(first, "?")
	if sharedPaths.has(first) || firmCues.before(t, t.tokenAt(start), 2) {
		return Entity{}, false
	}
	return Entity{Type: URLPersonal, Start: start, End: end, Score: 0.9, Why: "link to a person or a position"}, true
}

// firmCues say that the page behind them is the firm's.
var firmCues = newCues("our company", "unser unsre firm eusi üsi")
