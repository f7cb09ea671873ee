package detector

import "strings"

// keyWords name a house key; the compounds are in keyWord.
var keyWords = newCues("key keys fob fobs spare spares ersatz reserve fernbedienung handsender fob's garagenöffner toröffner türöffner", "")

// spareWords may be a spare part as well: only a hiding place proper makes them a key.
var spareWords = newCues("spare spares ersatz reserve fernbedienung", "")

// notKeys hold the word key and are a tool, a service or a box with a code.
var notKeys = []string{"dienst", "weite", "anhänger", "schrauben", "inbus", "drehmoment", "maul", "ring", "gabel", "torx", "verschlüss", "zuschlag", "rohr", "brett", "kasten", "tresor", "box", "safe", "tour", "keyboard", "übergabe", "loch", "wort", "bein", "figur", "rolle", "fertig", "qualifik", "branche", "kind", "noten", "verteil", "personalschl", "betreuung", "umlage", "entlüft"}

// hidingPrepositions open the description of a hiding place.
var hidingPrepositions = newCues(`unter unterm untern unnerm hinter hinterm hintern im in inner inne inna en auf aufm aufn uffm uff bei beim
	am an neben nebm innen über überm achter ünner unta untam undam unnam hinta hintam ob under underneath behind inside on above beside beneath aufn over onter onterm onderm hentr hentre henterm hinger hingerm unger ungerm ungere ufm ufem ünnern ünnerm achtern binnen enderm enterm hinderm näb nebem näbem enderm in'n bi bim top bottom with at em`, "")

// hidingEnds are the words that end the description.
var hidingEnds = newCues(`bitte falls wenn und oder aber weil dann wer kannst please if but they then when so for falls danke wie nicht nachher
	damit dass ob sonst also hund hunde code codes alarm pin wohnung habt hab muss müsst kommt bin dia nur gilt den she he i at`, "")

// hidingNouns are where people hide keys.
var hidingNouns = newCues(`matte mattn matt topf vorderrad hinterrad blumen stein steins gießkanne giesskanne tonne eimer honigeimer putzeimer zwerg grill kübel stiefel schuh schuhe hydrant
	laterne sims balken spalier boiler türrahmen ziegel rohr nagel stufe treppenstufe gully fallrohr buchs oleander carport wasserhahn
	frosch igel engel buddha hase figur statue pfosten reifen radkasten tankdeckel kiosk hundehütte stoi stoa stää sockel türsturz pfahl torpfosten astloch grillhaube komposter schubkarre feuerlöscher nachbarin nachbarn nachbar sandkasten aschenbecher mülleimer
	mat pot plant frog gnome stone brick step steps sundial gutter bucket lantern flower bird meter planter trellis tyre wheel bumper
	hedge bench urn trough hutch wheelie drainpipe letterbox mailbox slab tile wellies welly emmer yucca gummibaum monstera ficus kaktus boot gatepost nail ledge block doorframe paver pavers bbq barbie windowsill sill downpipe woodpile cooler esky hosepipe compost kennel coop lamppost mudguard flagstone flagstones lockbox
	watering statue shed birdbath milk fuse stump barrel hydrangea geranium lavender rosebush bunker feeder wreath sandpit manhole hubcap churn visor
	reifn kübl hackstock hackklotz oleander lavendel hortensie geranien buchsbaum olivenbaum bienenstock gasflasche bierkasten altpapier hochbeet
	rasenmäher kaffeedose teedose insektenhotel kanaldeckel tankklappe streukiste kaminholz brennholz holzhaufen wasseruhr efeu mauerritze komposthaufen ivy`,
	`rosenbogen rankgitter rosengitter fußmatt fussmatt fuaßmatt türmatt topf töpf blumenkast blumenkübel gießkann regentonne mülltonne papiertonne biotonne wassertonne
	briefkasten gartenzwerg vogelhä vogelkast blumenampel vogelhaus vogelfutter milchkast milchkann zählerkast stromkast sicherungskast
	gaskast fensterlad fensterbrett gummistief trocknerkl schirmständ kerzenständ pflanzkübel
	regenrinn dachrinn holzstap holzstoß holzscheit pflasterstein ziegelstein terrassenstein backstein dachziegel dachpfann gartenhaus gartenlaube
	strandkorb schuhkarton schuhregal rettungsring vorderreifen hinterreifen sonnenblend stoßstang baumstumpf gartenstuhl
	nistkast meisenkast starenkast futterhaus getränkekiste wertstofftonne pflanzkast stromzähler wasserzähler gaszähler gullydeckel
	gartenbank kellerfenster lichtschacht betontrog futtertrog pflanztrog blumentrog werkbank fensterbank fenstersims kellerschacht gipskessel gipschessel brotkast kissen salzstein leckstein randstein bordstein trittstein giaßkann goaßkann flowerpot doormat birdhouse plantpot`)

// hidingNoun reports a hiding place, also in the spelling of a dialect, or a figure.
func hidingNoun(w string) bool {
	if hidingNouns.has(w) || strings.HasSuffix(w, "figur") {
		return true
	}
	return (dialectSigns.has(w) || diminutive(w)) && hidingNouns.has(standardSpelling(w))
}

// dialectSigns are parts of words in which standardSpelling changes something.
var dialectSigns = newCues("", "scht schd topp dopf dobf pott bluma blume bloma blome")

// dialectSpellings are sounds that dialects write in their own way. What would be
// changed wrongly stands first, as itself.
var dialectSpellings = strings.NewReplacer("stopp", "stopp", "chäscht", "kast", "scht", "st", "schd", "st",
	"topp", "topf", "dopf", "topf", "dobf", "topf", "pott", "topf", "blumen", "blumen", "bluma", "blumen", "blume", "blumen", "bloma", "blumen", "blome", "blumen")

// plainVowels undo the vowel that a small thing has: Kännle, Kästchen.
var plainVowels = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")

// standardSpelling writes a word of a dialect as the dictionary would, nearly enough to
// find its parts.
func standardSpelling(w string) string {
	w = dialectSpellings.Replace(w)
	if diminutive(w) {
		w = plainVowels.Replace(w)
	}
	return w
}

// diminutive reports a word such as Kästchen and Kännle.
func diminutive(w string) bool {
	for _, end := range [...]string{"le", "li", "la", "erl", "chen", "lein"} {
		if strings.HasSuffix(w, end) {
			return strings.ContainsAny(w, "äöü")
		}
	}
	return false
}

// timeSpans end "in ten minutes" and "handed in last night".
var timeSpans = newCues("day night week morning evening minutes minuten hours stunden days tagen weeks wochen", "")

// keptByPerson follow "bei": a person keeps the key, nothing is hidden.
var keptByPerson = newCues(`mir dir uns euch ihm ihr ihnen mich dich me us you him her them frau herr nacht chef chefin kollegen arbeit ordnung
	ruhe blick griff moment ferien urlaub schloss auto schloß bestellung`, "")

// findHidingPlaces looks for the place where a key lies.
func findHidingPlaces(t *Text, out []Entity) []Entity {
	if last := placedNoun(t); last > 0 {
		return append(out, t.span(Credential, 0, last, 0.7, "hiding place"))
	}
	if first, last := reachedPlace(t); last > 0 {
		return append(out, t.span(Credential, first, last, 0.7, "hiding place and how to get at it"))
	}
	if first, last := countedPlace(t); last > 0 {
		return append(out, t.span(Credential, first, last, 0.75, "hiding place counted from one side"))
	}
	key, box, compounds, secret := -1, false, t.has(markKeyStem), -1
	for i := range t.Tokens {
		if t.kind(i) != Word {
			continue
		}
		m := t.mark(i)
		switch {
		case (m&markKey != 0 || compounds && keyCompound(t.Word(i))) && !spanner(t, i) && !mainly(t, i) && !sparePart(t, i):
			key, box = i, false
			if last := saidPlace(t, i+1); last > 0 {
				return append(out, t.span(Credential, i+2, last, 0.8, "where a key lies"))
			}
		case key < 0 && m&markKeyBox != 0:
			key, box = i, true
		case key >= 0 && !box && where(t, i, key) > 0:
			return append(out, t.span(Credential, i, where(t, i, key), 0.75, "where a key lies, by what was there"))
		case layingVerbs.words[t.Word(i)]:
			if first, last := laidDown(t, i, compounds); last > 0 {
				return append(out, t.span(Credential, first, last, 0.75, "where a key is laid"))
			}
		case m&markPassword != 0:
			secret = i
		case m&markPreposition != 0 && secret >= 0 && key < 0:
			if last := secretNote(t, i, secret); last > 0 {
				return append(out, t.span(Credential, i, last, 0.75, "where a password is written down"))
			}
		case m&markPreposition != 0 && (key >= 0 || opensAnswer(t, i) || tellsItself(t, i)):
			if e, ok := hidingPlace(t, i, key, box); ok {
				return append(out, e)
			}
		}
	}
	return out
}

// placedNoun returns the last token of "blumenkasten links hinten", all of a message, and
// of "nagel hinterm regal"; or 0.
func placedNoun(t *Text) int {
	if len(t.Tokens) > 2 && hooksAlone.has(t.Word(0)) && covering.has(t.Word(1)) {
		if end := placeEnd(t, 1); end > 1 && saysNoMore(t, 1, end) {
			return end
		}
	}
	if len(t.Tokens) < 2 || t.kind(0) != Word || !hidingCompound(t.Word(0)) {
		return 0
	}
	last := 0
	for sides.has(t.wordAt(last + 1)) {
		last++
	}
	if last == 0 {
		return under(t)
	}
	if last = besides(t, last); !t.punct(last+1, ',') && !t.punct(last+1, '.') && t.kind(last+1) < Symbol {
		return 0
	}
	return last
}

// hidingCompound reports a compound such as Blumenkasten, which is no flower.
func hidingCompound(w string) bool { return !hidingNouns.words[w] && hidingNoun(w) && len(w) > 8 }

var sides = newCues("links rechts hinten vorne vorn oben unten ganz left right", "")

// keyBoxes hold keys and are hidden like them, but hang where they belong as well.
var keyBoxes = newCues("kasten box schlüsselbox schlüsselkasten schlüsseltresor schlüsselsafe lockbox keysafe keybox", "")

// keyStem reports a stem that compounds for keys are made of.
func keyStem(s string) bool {
	return strings.Contains(s, "schl") || strings.Contains(s, "slötel") || strings.Contains(s, "key") || strings.Contains(s, "spare")
}

// keyWord reports a house key, also in compounds and dialects.
func keyWord(w string) bool { return keyWords.words[w] || keyStem(w) && keyCompound(w) }

// keyCompound reports a compound or dialect form of the German word, or an English
// word with 's.
func keyCompound(w string) bool {
	switch b := bare(w); {
	case b != w:
		return keyWords.words[b]
	case !strings.Contains(w, "schlüss") && !strings.Contains(w, "schliss") && !strings.Contains(w, "schlues") && !strings.Contains(w, "slötel") && !strings.Contains(w, "schlötel") && !strings.Contains(w, "schlössel"):
		return false
	}
	for _, n := range notKeys {
		if strings.Contains(w, n) {
			return false
		}
	}
	return true
}

// hidingPlace decides on the preposition at token i; key is the last word for a
// key, or for a box with keys, before it, or -1.
func hidingPlace(t *Text, i, key int, box bool) (Entity, bool) {
	if last := keptNextDoor(t, i); last > 0 {
		return t.span(Credential, i, chained(t, last), 0.75, "who keeps a key"), true
	}
	end := placeEnd(t, i)
	if end <= i || t.Word(i) == "with" || t.Word(i) == "at" || t.wordAt(i+1) == "with" || superlative(t, i) || inVehicle(t, i) || asked(t, key, i, end) || (t.Word(i) == "top" || t.Word(i) == "bottom") && t.kind(i+1) == Number || nowhere(t, i, end) || own(t, i) || posted(t, i, end) || t.wordAt(i-1) == "mehr" || wasThere.has(t.wordAt(i-1)) || t.kind(i+1) == Number && countedUnits.has(t.wordAt(i+2)) || timeSpans.has(t.wordAt(i+2)) || dayOrMonth(t.wordAt(i+1)) || handedOver(t.Word(end)) || keptByPerson.has(t.wordAt(i+1)) {
		return Entity{}, false
	}
	noun := nounWithin(t, i+1, end)
	if noun {
		end = chained(t, end)
	}
	switch {
	case box && otherBox(t, key):
		return Entity{}, false
	case box:
		return t.span(Credential, i, end, 0.8, "where a box with keys hangs"), noun && t.Word(i) != "neben" && linked(t, key, i) && !keyBoxes.has(t.wordAt(end))
	case key >= 0 && (deep(t, i, end) || t.kind(i+2) == Number && numberedShelf(t, i)) && (toldLater(t, key, i)):
		return t.span(Credential, i, end, 0.8, "where a key lies"), true
	case key >= 0 && linked(t, key, i) && (t.Word(i) == "bei" || t.Word(i) == "beim") && shops.after(t, i, end-i):
		return t.span(Credential, i, end, 0.75, "who keeps a key"), true
	case hooks.has(t.Word(end)) && end <= i+2 && t.wordAt(i-1) != "immer" && chained(t, end) == end:
		return Entity{}, false // where keys hang in sight
	case key >= 0 && (linked(t, key, i) || (noun || covering.has(t.Word(i))) && toldLater(t, key, i)) && (noun || secretPlace(t, i) && !spareWords.has(bare(t.Word(key))) && toldPlace(t, key, i)):
		return t.span(Credential, i, end, 0.85, "where a key lies"), true
	case noun && (hides(t, i) || i == 0 && t.Word(i) == "bei" && deep(t, i, end)) && saysNoMore(t, i, end) && (opensAnswer(t, i) || placesWithin(t, i, end) > 2) && !idiom(t, i) && !everydayPlace(t, i, end):
		return t.span(Credential, i, end, 0.75, "hiding place"), true
	case hooks.after(t, i, end-i) && deep(t, i, end) && t.Word(end) != "tür" && saysNoMore(t, i, end):
		return t.span(Credential, i, end, 0.75, "hook behind something"), true
	}
	if last := liesWhat(t, i, end); last > 0 {
		return t.span(Credential, i, last, 0.75, "hiding place"), true
	}
	return Entity{}, false
}

// tellsItself reports a place at the preposition, token i, that none but a key has
// even within a sentence: a place in a place in a place, or where that lies which one
// needs.
func tellsItself(t *Text, i int) bool {
	if t.kind(i-1) >= Punct && covering.has(t.Word(i)) {
		return liesWhat(t, i, placeEnd(t, i)) > 0
	}
	if hooksAlone.after(t, i, 2) && covering.after(t, i, 4) {
		return true
	}
	if w := t.Word(i); w != "im" && w != "in" || !covering.after(t, i, 4) {
		return false
	}
	end := placeEnd(t, i)
	return deep(t, i, end) && placesWithin(t, i, end) > 2
}

// everydayPlace reports a place at the preposition, token i, where much else lies, and
// nothing behind that tells more.
func everydayPlace(t *Text, i, end int) bool {
	return end <= i+2 && everydayPlaces.has(t.Word(end))
}

var everydayPlaces = newCues("shed visor kissen carport", "")

// hides reports a preposition that may place a key without the word for one: what
// lies on or beside something is in sight, unless it always does.
func hides(t *Text, i int) bool {
	switch t.Word(i) {
	case "em", "auf", "aufm", "aufn", "uff", "uffm", "on", "bei", "beim", "neben", "beside":
		return t.wordAt(i-1) == "immer"
	}
	return true
}

// englishBin tells "the bin" from the German verb.
func englishBin(t *Text, i int) bool { return t.Word(i) == "bin" && t.wordAt(i-1) == "the" }

// wasThere tell where a key no longer is.
var wasThere = newCues("lag war waren was were", "")

// idiom reports "im Eimer", which is German for broken, "Nagel im Reifen", and "in den
// Eimer" at the start of a message or "an den Nachbarn", where a thing goes.
func idiom(t *Text, i int) bool {
	switch next := t.wordAt(i + 1); t.Word(i) {
	case "im":
		return next == "eimer" || nailed.has(t.wordAt(i-1)) && strings.Contains(next, "reif")
	case "in":
		return i == 0 && (next == "den" || next == "de")
	case "an":
		return next == "den"
	}
	return false
}

// nailed are found in a tyre.
var nailed = newCues("nagel schraube loch riss", "")

// superlative reports "am liebsten".
func superlative(t *Text, i int) bool { return t.Word(i) == "am" && superlatives.has(t.wordAt(i+1)) }

var superlatives = newCues("liebsten besten meisten ehesten wenigsten", "")

// inVehicle reports "in the van": a key left in what it starts.
func inVehicle(t *Text, i int) bool {
	if w := t.Word(i); w != "in" && w != "im" {
		return false
	}
	j := i + 1
	if articled(t, j) {
		j++
	}
	return (t.kind(j+1) >= Punct) && (vehicleCues.words[t.wordAt(j)] || parkedCues.words[t.wordAt(j)]) && !hidingNoun(t.wordAt(j))
}

// handedOver reports the infinitives of "in der Sparkasse abgeben".
func handedOver(w string) bool {
	if w == "gelassen" {
		return false // left there
	}
	for _, verb := range [...]string{"geben", "holen", "bringen", "wechseln", "tauschen", "gießen", "kloppen", "lassen", "nehmen", "machen", "werfen", "worfen", "schmeißen", "stecken", "verloren", "verlorn", "gefunden", "vergessen", "gehabt", "forgot"} {
		if strings.HasSuffix(w, verb) {
			return true
		}
	}
	return false
}

// nounWithin reports a hiding place among the tokens i to j.
func nounWithin(t *Text, i, j int) bool {
	for ; i <= j; i++ {
		if t.kind(i) == Word && (hidingNoun(t.Word(i)) || englishBin(t, i) || paired(t, i) && i < j) {
			return true
		}
	}
	return false
}

// secretPlace reports that the preposition at token i hides what it places: one
// looks under and behind things, and into them unless they are where keys belong.
func secretPlace(t *Text, i int) bool {
	switch t.Word(i) {
	case "am", "an", "auf", "aufm", "uff", "uffm", "bei", "beim", "on", "neben", "nebm", "beside":
		return false
	case "in", "im", "em":
		for j := i + 1; j <= i+3; j++ {
			if keyHomes.has(t.wordAt(j)) || t.wordAt(j) == "die" {
				return numberedShelf(t, j)
			}
		}
	}
	return true
}

// keyHomes are where keys belong, known to all.
var keyHomes = newCues("büro schale schrank regal lager auto werkstatt schloss tür zündung schublade office drawer van ignition lock door car ordner desk till locker tresor safe hand spind dose jacke tasche hosentasche hose rucksack box fridge freezer kühlschrank gefrierschrank glovebox handschuhfach kommode nachttisch vitrine envelope sakko mantel weste eg erdgeschoss og sideboard purse handbag handtasche geldbeutel portemonnaie kästchen depot fach", "kasten")

// linked reports that only words stand between key and place, and few.
func linked(t *Text, key, i int) bool {
	if i-key > 8 {
		return false
	}
	for j := key + 1; j < i; j++ {
		if t.kind(j) != Word && t.kind(j) != Number && !t.punct(j, ':') && !(t.punct(j, ',') && t.punct(key+1, ':')) {
			return false
		}
	}
	return true
}

// toldLater reports a verb of lying right before the place, in the key's sentence; the
// 's of "the key for the Millers's under …" is one.
func toldLater(t *Text, key, i int) bool {
	verb := i - 1
	for verb > i-4 && nowWords.has(t.wordAt(verb)) {
		verb--
	}
	if pronouns.has(t.wordAt(verb)) {
		verb--
	}
	if t.punct(verb, ',') && verb < i-1 && moved.has(t.wordAt(verb-1)) {
		verb--
	}
	if i-key > 20 || !lying.has(t.wordAt(verb)) && !moved.has(t.wordAt(verb)) && bare(t.wordAt(verb)) == t.wordAt(verb) {
		return false
	}
	for j := key; j < i; j++ {
		if t.kind(j) == Break || t.punct(j, '.') && t.gap(j) > 0 && t.kind(j+1) != Number {
			return false
		}
	}
	return true
}

// moved tell that a thing has been put elsewhere.
var moved = newCues("umgehängt umgelegt umgesteckt verlegt versteckt moved", "")

// nowWords may stand between such a verb and the place.
var nowWords = newCues("ab heute jetzt immer noch wieder wieda now still always", "")

// lying are the verbs with which people say where a thing is.
var lying = newCues("liegt liggt liegen hängt hangt hängk litt ligt lit hängen hockt steckt liit deponiert versteckt hinterlegt taped hangs hides hanging hung hidden tucked stashed stuck klebt klemmt are is isch ist lies it's", "")

// toldPlace reports a verb of lying between key and place, or nothing at all.
func toldPlace(t *Text, key, i int) bool {
	if between := i - key - 1; between == 0 || t.punct(key+1, ':') || t.punct(i-1, ':') || between == 1 && sides.has(t.Word(key+1)) {
		return true
	}
	for j := key + 1; j < i; j++ {
		if lying.has(t.Word(j)) {
			return true
		}
	}
	if nowWords.has(t.wordAt(i-1)) && t.wordAt(i-1) != "wieder" || t.wordAt(i-1) == "ich" && keptWords.has(t.wordAt(i-2)) {
		return true
	}
	if end := placeEnd(t, i); lying.has(t.Word(end)) {
		return true
	}
	return bare(t.Word(key)) != t.Word(key) || covering.has(t.Word(i)) && bare(t.wordAt(i-1)) != t.wordAt(i-1)
}

// saysNoMore reports that the sentence ends with the place and tells nothing else.
func saysNoMore(t *Text, i, end int) bool {
	if end-i > 9 {
		return false
	}
	for j := i + 1; j <= end; j++ {
		if t.kind(j) == Number && (j < end || t.size(j) > 2) || otherVerbs.has(t.Word(j)) && !(t.Word(j) == "hat" && englishPrepositions.has(t.Word(i))) {
			return false
		}
	}
	next := end + 1
	switch t.wordAt(next) {
	case "at", "bitte", "please", "falls", "wenn", "if", "wie", "like", "as":
		return true
	}
	return t.kind(next) == Break || t.kind(next) == Symbol || t.punct(next, '.') || t.punct(next, ',') || t.punct(next, '!')
}

var englishPrepositions = newCues("under underneath behind beneath", "")

// otherVerbs tell of something else at the place than a key.
var otherVerbs = newCues("macht liegt liggt liegen hängt steht stehn stehen stehst nisten hät hat hockt sitzt wächst blüht sind fehlt is ist isch gibt gibts guckt schaut sucht riecht stinkt sits smells there's", "")

// opensAnswer reports "wie immer hinter dem Fallrohr" and "liegt unter dem …"
// where the key was named in an earlier message.
func opensAnswer(t *Text, i int) bool {
	switch t.wordAt(i - 1) {
	case "immer", "einer", "them", "innen":
		return true
	case "den":
		return t.wordAt(i+1) == "der" || t.wordAt(i+1) == "dem"
	case "liegt", "liggt", "ligt", "leit", "lit", "hängt", "hangt", "liit", "versteckt", "taped":
		return t.kind(i-2) >= Punct || pronouns.has(t.wordAt(i-2)) || opened.has(t.wordAt(i-2))
	}
	if opensWithLying(t, i) {
		return true
	}
	if covering.has(t.Word(i)) && (t.punct(i-1, ':') || t.punct(i-1, '.') && t.gap(i-1) > 0 && i <= 8 && placeEnd(t, i) > i+2) {
		return true
	}
	j := i - 1
	for ; j >= i-5 && openers.has(bare(t.wordAt(j))); j-- {
	}
	if w := bare(t.wordAt(j + 1)); j < i-1 && (w == "it" || w == "its") {
		return t.kind(j) >= Punct
	}
	return j < 0 || j < i-1 && t.kind(j) >= Punct && !t.punct(j, ',')
}

// opened are what a key opens, named for it: die Wohnung liegt unter der Matte.
var opened = newCues("wohnung haustür keller garage ferienwohnung hoftor", "")

// openers may stand before the place in an answer.
var openers = newCues("magnet links rechts hinten vorne vorn oben unten außen drinnen hint hintn haken am nagel left right hand side left-hand it its is still same on top round back front hängt liegt ligt steckt noch wieder wie jetzt now dann then nein no", "")

var pronouns = newCues("er sie der die den einer it they noch", "")

// placeEnd returns the last token of the description that starts at token i.
func placeEnd(t *Text, i int) int {
	end := i
	for j := i + 1; j < len(t.Tokens) && j <= i+12; j++ {
		switch {
		case t.kind(j) == Word || t.kind(j) == Number:
			if hidingEnds.has(t.Word(j)) && !(t.Word(j) == "den" && hidingPrepositions.has(t.wordAt(j-1))) && !englishBin(t, j) || keyWord(t.Word(j)) {
				return end
			}
			end = j
		case t.isDash(j) && t.gap(j) == 0, t.punct(j, '.') && t.kind(j-1) == Number && t.size(j-1) <= 2 && t.kind(j+1) == Word:
		case t.punct(j, '('):
			for k := j + 1; k < len(t.Tokens) && k < j+6; k++ {
				if t.punct(k, ')') {
					return k
				}
			}
			return end
		default:
			return end
		}
	}
	return end
}
