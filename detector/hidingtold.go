package detector

import "slices"

// asked reports "who dropped a key in the bag" and "ist der Schlüssel im Topf weg?": the
// place at the preposition, token i, is asked about, not told.
func asked(t *Text, key, i, end int) bool {
	if key < 0 {
		return false
	}
	start := key
	for t.kind(start-1) == Word {
		start--
	}
	if w := t.Word(start); w == "who" || w == "whose" {
		return true
	}
	return t.punct(end+1, '?') && (gone.has(t.Word(end)) || end <= i+2 && i == key+1) || t.wordAt(i+1) == "a" && t.wordAt(i+2) == "row"
}

var gone = newCues("weg fort gone missing", "")

// pairs are hiding places of two words, whose words by themselves are none.
var pairs = map[string]string{
	"log": "pile", "gas": "box", "meter": "box", "electric": "box", "breaker": "box", "tool": "box", "coal": "shed", "bird": "table",
	"nappy": "bag", "recycling": "box", "salt": "box", "grit": "bin", "dog": "house", "oil": "tank", "rain": "barrel", "garden": "gnome",
	"turf": "stack", "peat": "stack", "hay": "bale", "tire": "box", "straw": "bale", "boiler": "cupboard", "airing": "cupboard", "water": "butt", "feed": "bin", "sand": "bucket", "pallet": "stack",
}

// paired reports a hiding place of two words that begins with token i.
func paired(t *Text, i int) bool { return pairs[t.Word(i)] != "" && pairs[t.Word(i)] == t.wordAt(i+1) }

// spanner reports a tool: 13er Schlüssel.
func spanner(t *Text, i int) bool {
	return i > 0 && t.Tokens[i-1].Digit && t.kind(i-1) == Word && t.gap(i-1) <= 1
}

// mainly reports key as an adjective: the key issue is under review.
func mainly(t *Text, i int) bool { return t.Word(i) == "key" && keyMatters.has(t.wordAt(i+1)) }

var keyMatters = newCues(`point points issue issues account accounts player players worker workers stage performance question questions date dates
	message skill skills thing things figure figures role area areas fact facts client clients customer customers reason`, "")

// sparePart reports "spare gasket set": spare by itself is a key only before words that
// go on with it.
func sparePart(t *Text, i int) bool {
	return t.Word(i) == "spare" && t.kind(i+1) == Word && !spareOn.has(t.Word(i+1)) && !hidingPrepositions.has(t.Word(i+1)) && !lying.has(t.Word(i+1))
}

var spareOn = newCues("key keys one ones set fob fobs for to", "")

// chained returns the last token of a description that goes on behind a comma with
// a further place: "am Zaun, in der Gießkanne". end is the last token before.
func chained(t *Text, end int) int {
	for {
		i := end + 2
		if !t.punct(end+1, ',') || t.kind(i) != Word || !hidingPrepositions.has(t.Word(i)) {
			return end
		}
		next := placeEnd(t, i)
		if next <= i || !nounWithin(t, i+1, next) && !hooks.has(t.Word(next)) && !hooks.has(t.wordAt(i+2)) {
			return end
		}
		end = next
	}
}

// numberedShelf reports "im Safe Fach 14" at the safe, token i, and "in the third
// drawer": where keys belong, but told to the very shelf.
func numberedShelf(t *Text, i int) bool {
	w := t.wordAt(i + 1)
	return placeOrdinals.has(t.wordAt(i-1)) || t.punct(i-1, '.') && t.kind(i-2) == Number || (w == "fach" || w == "haken" || w == "hook" || w == "shelf") && t.kind(i+2) == Number
}

// deep reports a place within a place, whose second preposition, behind token i, hides:
// "im Stall hinter der Leiter".
func deep(t *Text, i, end int) bool {
	for j := i + 2; j < end; j++ {
		if covering.has(t.wordAt(j)) {
			return true
		}
	}
	return false
}

// covering are the prepositions that hide what they place.
var covering = newCues("unter unterm untern unta untam hinter hinterm hintern hinta enderm hinderm unnerm hindrem achter achtern hinger hingerm unger ungerm under underneath behind beneath", "")

// placesWithin counts the prepositions of place among the tokens i to end.
func placesWithin(t *Text, i, end int) (n int) {
	for ; i < end; i++ {
		if t.kind(i) == Word && hidingPrepositions.has(t.Word(i)) {
			n++
		}
	}
	return n
}

// liesWhat returns the last token of the place in "hinter dem zweiten Igel liegt
// alles" and "unter der Bank im Hof liegt ein Schlüssel", whose preposition is token i,
// or 0.
func liesWhat(t *Text, i, end int) int {
	placed := covering.has(t.Word(i))
	for j := i + 1; j < end+1; j++ {
		noun := t.kind(j) == Word && hidingNoun(t.Word(j))
		placed = placed || noun
		if !placed || t.wordAt(j+1) != "liegt" && t.wordAt(j+1) != "hängt" {
			continue
		}
		if articles.has(t.wordAt(j+2)) || t.wordAt(j+2) == "ein" {
			if t.kind(j+3) == Word && keyWord(t.Word(j+3)) {
				return j
			}
		}
		if !noun {
			continue
		}
		k := j + 2
		if t.punct(k, ',') {
			k++
		}
		switch t.wordAt(k) {
		case "was", "alles", "er":
			return j
		}
	}
	return 0
}

// keptWords are the verbs of one who has put a key somewhere: hab ich in …
var keptWords = newCues("hab habe han hob leg lege", "")

// where returns the last token of "key's where the coal used to be" and of "da wo der
// Eimer stand" at token i, a word for a key before it, or 0.
func where(t *Text, i, key int) int {
	switch t.Word(i) {
	case "where":
		if i != key+1 || bare(t.Word(key)) == t.Word(key) {
			return 0
		}
	case "da", "dort":
		if i-key > 12 || t.wordAt(i+1) != "wo" || !lying.before(t, i, 12) {
			return 0
		}
	default:
		return 0
	}
	end := placeEnd(t, i)
	if end < i+3 {
		return 0
	}
	return chained(t, end)
}

// laidDown returns the last token of "legt ihn ins Vogelhaus" and "leg sie in die
// Blumenampel neben der Tür" at the verb, token i, and the first token of the place.
// Without a key only what hides small things tells that one is meant.
func laidDown(t *Text, i int, key bool) (first, last int) {
	first = i + 2
	if nowWords.has(t.wordAt(first)) {
		first++
	}
	if !layingVerbs.has(t.Word(i)) || !laidPronouns.has(t.wordAt(i+1)) || !laidInto.has(t.wordAt(first)) {
		return 0, 0
	}
	last = placeEnd(t, first)
	if mailboxes.after(t, first, 3) || handedOver(t.Word(last)) || last < first+1 {
		return 0, 0
	}
	for j := first + 1; j <= last; j++ {
		if t.kind(j) == Word && (key && (hidingNoun(t.Word(j)) || j > first+3 && doorsteps.has(t.Word(j))) || hidingCompound(t.Word(j)) && !vessels.has(t.Word(j))) {
			return first, last
		}
	}
	return 0, 0
}

var (
	layingVerbs  = newCues("legt leg lege legst legen leggt", "")
	laidPronouns = newCues("ihn sie den eam en'n", "")
	doorsteps    = newCues("tür haustür eingang door", "")
	laidInto     = newCues("in ins unter hinter unters hinters untern hintern", "")
	vessels      = newCues("", "eimer tonne sieb bank stiefel") // things are laid into them every day
)

// hooks are what keys hang on within a hiding place.
var (
	hooks      = newCues("hook nail shelf haken nagel brett", "")
	hooksAlone = newCues("hook nail haken nagel", "")
)

// nowhere reports "in there" and "in da", which place nothing.
func nowhere(t *Text, i, end int) bool {
	return end == i+1 && placeAdverbs.has(t.Word(end))
}

var placeAdverbs = newCues("there here da dort hier it them", "")

// own reports "in meinem Schuh": what somebody wears or carries.
func own(t *Text, i int) bool {
	switch t.wordAt(i + 1) {
	case "mein", "meine", "meiner", "meinem", "meinen", "seine", "seiner", "seinem", "dein", "deine", "deiner", "deinem", "my":
		return worn.after(t, i+1, 2)
	}
	return false
}

var worn = newCues("schuh schuhe schuhen stiefel stiefeln hose jacke tasche bett kissen auto boot boots shoe shoes pocket bag bed", "")

// posted reports an order to post the key, "bitte in Briefkasten hinten", which tells
// where it will lie and not where it lies.
func posted(t *Text, i, end int) bool {
	switch t.Word(i) {
	case "in", "im", "ins", "through":
		return (t.wordAt(i-1) == "bitte" || t.wordAt(i-1) == "please") && mailboxes.after(t, i, end-i)
	}
	return false
}

var mailboxes = newCues("letterbox mailbox", "briefkasten")

// otherBox reports the box or Kasten of something else: egg box, in einer Box.
func otherBox(t *Text, key int) bool {
	if w := t.Word(key); w != "box" && w != "kasten" || t.kind(key-1) != Word {
		return false
	}
	return !boxAdjectives.has(t.Word(key - 1))
}

// boxAdjectives stand before a box for keys.
var boxAdjectives = newCues(`the a der die das den dem im in am eine einen einem kleine kleiner kleinen graue grauer schwarze schwarzer rote little small
	black grey gray red metal key lock code combi combo safe number neue neuer new our unser unsere`, "")

// keptNextDoor returns the last token of "with the neighbours at number 40", "with the
// tailor downstairs" and "at the neighbour's" at the preposition, token i, whose key
// is the word before it or the verb; or 0.
func keptNextDoor(t *Text, i int) int {
	at := t.Word(i) == "at"
	if !at && t.Word(i) != "with" || !linkedByVerb(t, i) {
		return 0
	}
	if w := t.wordAt(i + 1); w != "the" && w != "our" && w != "their" && w != "his" && w != "her" && w != "my" && w != "number" && w != "no" {
		return 0
	}
	end, named := i, false
	for j := i + 1; j <= i+9 && (t.kind(j) <= Number || t.punct(j, ',')); j++ {
		switch w := t.wordAt(j); {
		case w == "door" && t.wordAt(j-1) == "next", neighbours.has(w), upDown.has(w), !at && t.kind(j) == Number && (t.wordAt(j-1) == "number" || t.wordAt(j-1) == "no"):
			end, named = j, true
		case !named && t.kind(j) == Word:
		case t.punct(j, ','), w == "at", w == "number", w == "in", w == "from":
		default:
			j = i + 9
		}
	}
	if !named {
		return 0
	}
	return end
}

// linkedByVerb reports "key's with" and "spare is with" before token i.
func linkedByVerb(t *Text, i int) bool {
	w := t.wordAt(i - 1)
	if b := bare(w); b != w {
		return keyWords.words[b]
	}
	return keyWord(w) || (w == "is" || w == "are") && keyWords.before(t, i-1, 4)
}

// shops near a house keep keys for those who live there.
var shops = newCues("bäcker bäckerei metzger metzgerei fleischer friseur frisör trafik trafikant trafikantin blumenladen imbiss apotheke späti kiosk wirt wirtin", "")

var upDown = newCues("downstairs upstairs opposite", "")

var neighbours = newCues("neighbour neighbours neighbor neighbors neighbour's neighbor's", "")

// countedPlace returns the tokens of "zweiter Stein von links" and "third pot from the
// left": an ordinal, a hiding place, the side from which one counts.
func countedPlace(t *Text) (first, last int) {
	if !t.has(markSide) {
		return 0, 0
	}
	for i := range t.Tokens {
		if t.kind(i) != Word || !placeOrdinals.has(t.Word(i)) || !placeIn(t, i+1) {
			continue
		}
		j := i + 2
		switch {
		case (t.wordAt(j) == "von" || t.wordAt(j) == "vo") && sides.has(t.wordAt(j+1)):
			j++
		case (t.wordAt(j) == "from" || t.wordAt(j) == "on") && t.wordAt(j+1) == "the" && sides.has(t.wordAt(j+2)):
			j += 2
		default:
			continue
		}
		if k := j + 1; t.kind(k) == Word && hidingPrepositions.has(t.Word(k)) {
			j = placeEnd(t, k)
		}
		if !saysNoMore(t, i, j) || j == i {
			return 0, 0
		}
		if k := i - 1; t.kind(k) == Word && (articles.has(t.Word(k)) || t.Word(k) == "the") {
			i--
		}
		if k := i - 1; t.kind(k) == Word && hidingPrepositions.has(t.Word(k)) {
			i--
		}
		return i, j
	}
	return 0, 0
}

// placeIn reports a hiding place at token i.
func placeIn(t *Text, i int) bool { return t.kind(i) == Word && hidingNoun(t.Word(i)) }

var placeOrdinals = newCues(`erste erster ersten zweite zweiter zweiten dritte dritter dritten vierte vierter vierten fünfte fünfter fünften
	letzte letzter letzten first second third fourth fifth last 1st 2nd 3rd 4th`, "")

// saidPlace returns the last token of "Schlüssel: Blumenkasten links, ganz unten"
// behind the colon, token i, or 0. A box for letters is where keys are dropped.
func saidPlace(t *Text, i int) int {
	if !t.punct(i, ':') || t.kind(i-1) != Word || !keyWord(t.Word(i-1)) || !placeIn(t, i+1) || handedOver(t.Word(sentenceEnd(t, i+1))) {
		return 0
	}
	end := sentenceEnd(t, i+1)
	if end-i > 10 || mailboxes.has(t.Word(i+1)) && end == i+1 {
		return 0
	}
	return end
}

// besides returns the last token of "links von der Treppe" behind the noun of a
// message that begins with a hiding place, i its last side word; i if none follows.
func besides(t *Text, i int) int {
	j := i + 1
	if w := t.wordAt(j); w != "von" && w != "vom" && w != "neben" && w != "an" && w != "am" {
		return i
	}
	end := placeEnd(t, j)
	if end <= j || end-j > 4 {
		return i
	}
	return end
}

// under returns the last token of "ziegelstein neben dem rad, drunter fühlen", all of
// a message, and of "Kübel neben dem Rad, der blaue"; or 0.
func under(t *Text) int {
	end := besides(t, 0)
	switch {
	case end == 0 || !t.punct(end+1, ','):
		return 0
	case underWords.has(t.wordAt(end+2)) && len(t.Tokens) <= end+5:
		return end + 2
	case articles.has(t.wordAt(end+2)) && sentenceEnd(t, end) == end+3:
		return end + 3
	}
	return 0
}

var underWords = newCues("drunter darunter dahinter drin darin drinnen innendrin", "")

// secretNote returns the last token of "auf dem Zettel hinterm Kalender" at the
// preposition, token i, behind a word for a password, where it is written down; or
// 0. A note in sight hides nothing.
func secretNote(t *Text, i, secret int) int {
	if i-secret > 7 || !lying.has(t.wordAt(i-1)) && t.wordAt(i-1) != "steht" {
		return 0
	}
	end := placeEnd(t, i)
	note, hidden := false, false
	for j := i; j <= end; j++ {
		w := t.Word(j)
		note = note || notes.has(w)
		hidden = hidden || concealing.has(w)
	}
	if !note || !hidden {
		return 0
	}
	return end
}

var (
	notes      = newCues("zettel umschlag aufkleber heft note envelope sticker card", "notizbuch post-it")
	concealing = newCues("unter unterm hinter hinterm under behind beneath", "")
)

// lyingFirst are participles that open a message on where a key lies.
var lyingFirst = []string{"hung", "hidden", "tucked", "stashed", "taped", "versteckt", "hängt", "liegt"}

// opensWithLying reports such a participle before token i at the start of its sentence.
func opensWithLying(t *Text, i int) bool {
	return slices.Contains(lyingFirst, t.wordAt(i-1)) && t.kind(i-2) >= Punct && !t.punct(i-2, ',')
}
