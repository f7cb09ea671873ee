package detector

import (
	"slices"
	"strings"
)

// credentialDetector finds what opens something: codes, PINs, passwords, and where
// a key is hidden. The plain ways to tell them are listed (secretplain.go); people have
// so many others that a model labels the tokens (secret.go).
var credentialDetector = Detector{
	Name:  "credential",
	Types: []Type{Credential},
	Gate:  func(t *Text) bool { return len(t.Tokens) > 0 },
	Find:  findCredential,
}

func findCredential(t *Text, ctx Context, out []Entity) []Entity {
	if !mayTellSecret(t, ctx.Earlier) {
		return out
	}
	first := len(out)
	out = ctx.secretTalk().label(t, ctx.Earlier, secretModel(), findPlainSecrets(t, out))
	named := slices.DeleteFunc(out[first:], func(e Entity) bool { return namesNetwork(t, t.tokenAt(e.Start)) })
	return out[:first+len(named)]
}

var (
	networks = newCues("wifi netz netzwerk network hotspot ssid", "wlan")
	naming   = newCues("heißt heisst hoaßt hoast heest heet nennt name namens ssid called named", "")
)

// namesNetwork reports that token i is or belongs to the name of a network, which
// everybody near can read: "Wifi heißt FRITZ!Box 7590". What comes behind the next comma
// or word is none: "heißt Gast, Passwort hafen24", "heißt Gast und geht mit hafen24".
func namesNetwork(t *Text, i int) bool {
	first := i - 1
	for ; !naming.has(t.wordAt(first)); first-- {
		k := t.kind(first)
		if i-first > networkReach || k == Break || k == Punct && strings.Contains(",.;:", t.Of(first)) || k == Word && !t.Tokens[first].Upper {
			return false
		}
	}
	for j := first; first-j <= networkReach; j-- {
		if networks.has(t.wordAt(j)) {
			return true
		}
	}
	return false
}

// networkReach is how many tokens the name of a network has, and how many stand between the
// word for it and the word that names it.
const networkReach = 8
