package detector

import (
	"iter"
	"slices"
	"strings"
)

// urlPersonalDetector finds links that lead to a person: profiles, chat links with
// a number, shared map positions.
var urlPersonalDetector = Detector{
	Name:  "personal-link",
	Types: []Type{URLPersonal},
	Gate:  func(t *Text) bool { return strings.Contains(t.Raw, "/") && strings.Contains(t.Raw, ".") },
	Find:  findURLPersonal,
}

// page is where the pages of persons begin: the host, and what their path opens with.
type page struct{ host, path string }

// profiles are the pages whose path names a person.
var profiles = []page{
	{"instagram.com", "/"}, {"tiktok.com", "/@"}, {"facebook.com", "/"}, {"fb.com", "/"}, {"m.me", "/"},
	{"linkedin.com", "/in/"}, {"xing.com", "/profile/"}, {"twitter.com", "/"}, {"x.com", "/"}, {"threads.net", "/@"},
	{"snapchat.com", "/add/"}, {"wa.me", "/"}, {"api.whatsapp.com", "/send"}, {"t.me", "/"}, {"youtube.com", "/@"},
	{"paypal.me", "/"}, {"strava.com", "/athletes/"}, {"pinterest.de", "/"}, {"onlyfans.com", "/"}, {"bsky.app", "/profile/"},
	{"calendly.com", "/"},
}

// sharedPlaces are short links of maps, in which the place does not stand.
var sharedPlaces = []page{{"maps.app.goo.gl", "/"}, {"goo.gl", "/maps/"}}

// sharedPaths open pages of a platform that belong to no person.
var sharedPaths = newCues("p reel reels explore watch groups events pages tv stories hashtag search i intent share sharer home login channel playlist joinchat", "")

func findURLPersonal(t *Text, _ Context, out []Entity) []Entity {
	for _, p := range profiles {
		out = slices.AppendSeq(out, p.links(t))
	}
	for _, p := range sharedPlaces {
		for e := range p.links(t) {
			if placeOfPerson(t, t.tokenAt(e.Start)) {
				out = append(out, e)
			}
		}
	}
	return out
}

// links yields the links to the page that lead to a person as far as their own text tells.
func (p page) links(t *Text) iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		for from := 0; ; {
			at := strings.Index(t.Lower[from:], p.host+p.path)
			if at < 0 {
				return
			}
			start := from + at
			from = start + len(p.host) + len(p.path)
			end := from + linkLength(t.Raw[from:min(len(t.Raw), from+maxPath)])
			e, ok := personalLink(t, start, from, end)
			if !ok {
				continue
			}
			if !yield(e) {
				return
			}
			from = end
		}
	}
}

// maxPath is how many bytes of a link are read; the rest identifies nobody better.
const maxPath = 300

// homeCues say that the place behind a shared link of a map is where somebody lives.
var homeCues = newCues(`zuhause zuhaus dahoam daheim daham privat privatadresse wohnung oma opa mutter frau herr hr fr familie fam kunde kundin
	mieter mieterin patient patientin home house flat customer client tenant mum mom dad gran mr mrs ms miss live`, "wohn adress anschrift")

// placeOfPerson reports whether the link of a map in token i leads to a person: the words
// around must tell, unless it is all that the message holds. Redaction, which takes
// links apart, is not told, and removes them all.
func placeOfPerson(t *Text, i int) bool {
	return t.Tokens[i].Kind != Link || len(t.Tokens) == 1 || homeCues.around(t, i, i, 8)
}

// personalLink decides on a link whose host starts at start and whose own part
// lies between path and end.
func personalLink(t *Text, start, path, end int) (Entity, bool) {
	if end-path < 2 || !opensHost(t.Lower[:start]) {
		return Entity{}, false
	}
	first, _, _ := strings.Cut(t.Lower[path:end], "/")
	first, _, _ = strings.Cut(first, "?")
	if sharedPaths.has(first) || firmCues.before(t, t.tokenAt(start), 2) {
		return Entity{}, false
	}
	return Entity{Type: URLPersonal, Start: start, End: end, Score: 0.9, Why: "link to a person or a position"}, true
}

// opensHost reports whether a name of a host can begin behind this text: at its start,
// behind a mark that separates, or behind a subdomain that many hosts have.
func opensHost(before string) bool {
	if strings.HasSuffix(before, ".") {
		return strings.HasSuffix(before, "www.") || strings.HasSuffix(before, "m.") || strings.HasSuffix(before, "de.")
	}
	return before == "" || strings.IndexByte(" \n\t/:(<\"'", before[len(before)-1]) >= 0
}

// firmCues say that the page behind them is the firm's.
var firmCues = newCues("our company", "unser unsre firm eusi üsi")
