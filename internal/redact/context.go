package redact

import (
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/spelling"
	"github.com/chatlint/chatlint/detector/tagger"
)

// roles stand before a name without an article between: Mieter Ungerer, tenant
// Barlow.
var roles = wordSet(`kollege kollegen kollegin mieter mieterin mietern patient patienten patientin kunde kunden kundin nachbar nachbarn nachbarin
	hausmeister hausmeisterin azubi lehrling praktikant praktikantin fahrer fahrerin gast witwe witwer mandant mandanten mandantin bewerber bewerberin
	vermieter vermieterin eigentümer eigentümerin prüfer prüferin vertreter vertreterin sachverständige sachverständiger sachverständigen lehrer
	lehrerin dokter doktor notar anwalt richter pfarrer bauleiter polier meister geselle gesellin schüler schülerin oma opa tante onkel
	reservierung inspektor inspektorin kontrolleur kommissar wachtmeister direktor rektor bürgermeister ingenieur architekt steuerberater trainer stürmer
	torwart bäcker metzger tischler schreiner elektriker klempner dachdecker maurer gärtner schlosser förster wirt landwirt bestatter oberarzt schwester pfleger pflegerin zeuge schuldner widow constable sergeant judge coach captain cousin colleague tenant customer patient guard driver client pastor guest neighbour neighbor inspector officer landlord apprentice
	foreman nurse doctor uncle auntie aunt reverend councillor resident`)

// afterRole is a word that can be a surname, behind what somebody is.
func (f *finder) afterRole(i int, e gazetteer.Entry) int {
	t := &f.text
	if i == 0 || !t.Tokens[i].Upper || !roles[t.Word(i-1)] || isAcronym(t.Of(i)) {
		return -1
	}
	if e.Class == gazetteer.Function && !e.IsName() && f.frequency(e) > 0 || tagger.Title(t.Word(i)) != tagger.NoTitle {
		return -1
	}
	if e.Surname > 0 || e.First >= 3 || f.frequency(e) == 0 && !f.isNoun(e) {
		return f.hyphenated(i)
	}
	return -1
}

// isAcronym reports a word in capitals: TÜV, BMW.
func isAcronym(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w
}

// ofPlace is a surname that opens a sentence before where its bearer is from:
// Nagel vom Bauamt.
func (f *finder) ofPlace(i int, e gazetteer.Entry) int {
	t := &f.text
	if i+1 >= len(t.Tokens) || !t.Tokens[i].Upper || f.isInside(i) || e.Class == gazetteer.Function || trades[t.Word(i)] {
		return -1
	}
	switch t.Word(i + 1) {
	case "vom", "von", "from":
		if e.Surname >= 2 && f.frequency(e) < 4 || f.frequency(e) == 0 && !f.isNoun(e) && e.IsName() {
			return i
		}
	}
	return -1
}

// apposition is a word that no list has, between commas behind an article, and so one more
// word for somebody: unser Wirt, da Quellbichl, sperrt zu.
func (f *finder) apposition(i int, e gazetteer.Entry) int {
	t := &f.text
	if i < 2 || !t.Tokens[i].Upper || !definite[t.Word(i-1)] || t.Of(i-2) != "," || i+1 == len(t.Tokens) || t.Of(i+1) != "," {
		return -1
	}
	if f.frequency(e) > 0 || f.isNoun(e) || e.Class != gazetteer.NoClass || e.Place > 1 || isAcronym(t.Of(i)) || spelling.Word(t.Word(i)) || gazetteer.EndsInNoun(t.Word(i)) {
		return -1
	}
	return i
}

// definite are the articles that stand before a name in speech, also in dialect.
var definite = wordSet("der die den dem da de dr dea d")

// persons do what these verbs say; machines and offices seldom do.
var personVerbs = wordSet(`sagt sacht meint fragt möchte ruft bittet behauptet schimpft jammert bedankt grüßt zahlt
	sogt frogt seggt sait zoit unterschreibt schuldet sein seine seinem seinen seim
	rang rings called phoned texted emailed says said asked asks wants paid pays reckons thinks thanked complained settled owes`)

// speaker is a rare word with a capital that opens a sentence and does what
// persons do: Zwickelbauer fragt, Hathersby rang.
func (f *finder) speaker(i int, e gazetteer.Entry) int {
	t := &f.text
	if i+1 >= len(t.Tokens) || !t.Tokens[i].Upper || f.isInside(i) && !(t.Word(i-1) == "der" && !f.isInside(i-1)) || isAcronym(t.Of(i)) || e.Class == gazetteer.Function || e.Class == gazetteer.Brand {
		return -1
	}
	called := t.Word(i+1) == "hat" && i+2 < len(t.Tokens) && (t.Word(i+2) == "angerufen" || t.Word(i+2) == "gefragt" || t.Word(i+2) == "gesagt")
	if !called && !personVerbs[t.Word(i+1)] {
		return -1
	}
	rare := f.frequency(e) == 0 && !f.isNoun(e) || e.IsName() && f.frequency(e) < 4 && (!f.isNoun(e) || e.Surname >= 4)
	if rare && !trades[t.Word(i)] && !roles[t.Word(i)] {
		return f.hyphenated(i)
	}
	return -1
}

// determiners stand before a surname that is said before the first name.
var determiners = wordSet("der die das des de da dr d dem den em vom beim zum zur bei es s und an am vo bi")

// surnameFirst is a surname before the first name, as the south says it: der
// Huber Sepp.
func (f *finder) surnameFirst(i int, e gazetteer.Entry) int {
	t := &f.text
	if i+1 >= len(t.Tokens) || !t.Tokens[i].Upper || !t.Tokens[i+1].Upper || e.Class == gazetteer.Function || !f.isGerman() {
		return -1
	}
	if next := gazetteer.Lookup(t.Word(i + 1)); next.First < 3 && next.Class != gazetteer.Nickname || f.isNoun(next) {
		return -1
	}
	if i == 0 || !determiners[t.Word(i-1)] || roles[t.Word(i)] || tagger.Title(t.Word(i)) != tagger.NoTitle {
		return -1
	}
	if e.Surname >= 2 || f.frequency(e) == 0 && !f.isNoun(e) {
		return i + 1
	}
	return -1
}

// sizes are the words that become part of a nickname with a capital: Big Mike,
// Mama Rosa.
var sizes = wordSet("big wee little lil young old auld long tall fat mama baba papa")

// sized is such a nickname.
func (f *finder) sized(i int, _ gazetteer.Entry) int {
	t := &f.text
	if !sizes[t.Word(i)] || !t.Tokens[i].Upper || i+1 >= len(t.Tokens) || !t.Tokens[i+1].Upper {
		return -1
	}
	next := gazetteer.Lookup(t.Word(i + 1))
	if next.First >= 3 || next.Class == gazetteer.Nickname || f.known.of(t.Word(i+1)) > never {
		return i + 1
	}
	return -1
}

// namedNoun is a common surname that is a noun as well. Its capital says
// nothing; what is rare in speech and common as a name is hidden.
func (f *finder) namedNoun(i int, e gazetteer.Entry) int {
	if e.Surname < 5 || !f.text.Tokens[i].Upper || e.Class == gazetteer.Function || f.frequency(e) >= 4 || trades[f.text.Word(i)] {
		return -1
	}
	return f.hyphenated(i)
}

// withoutArticle is a word behind a preposition where a thing would have an
// article: bei Nagel, von Dorn, zum Weiher.
func (f *finder) withoutArticle(i int, e gazetteer.Entry) int {
	t := &f.text
	if i == 0 || !t.Tokens[i].Upper || !f.isGerman() || e.Class == gazetteer.Function || e.Class == gazetteer.Brand || e.Place > 1 ||
		isAcronym(t.Of(i)) || trades[t.Word(i)] {
		return -1
	}
	noun, often := f.isNoun(e), f.frequency(e)
	var fits bool
	switch t.Word(i - 1) {
	case "bei":
		fits = !noun && often < 2 || noun && e.Surname > 0 && often < 4
	case "von", "für", "zu", "mit", "ohne":
		fits = noun && e.Surname >= 3 && often < 3
	case "vom", "beim", "dem", "zum":
		fits = e.Surname > 0 && often == 0 && !noun
	}
	if fits {
		return f.hyphenated(i)
	}
	return -1
}

// halfNames are all first names and short forms on the lists of the gazetteer that
// stand on its list of words that begin no name as well: they are words of another
// language or of a dialect. Months, feasts and what else is seldom a name are left out.
var halfNames = wordSet(`aba abe abi alda alp amen anders awa baba baby belle bhagwan bibi buddy can dada dadi de den des diar dua ebe em ender even floor ginger
	haki imam jem job lada lala lol los lot lütt madonna mal mama mami manne mate mausi menno mija mim min mine mini mir much nae nan ned nia
	nonna nur oana oba oda olle primo puja rauf reda rein rut sage said sani sanka sasa sef senn si sien sister su tea tia till uffe una ute van
	wei whit wiara wies wira ze zo`)

// halfName is such a name with a capital that only a name has.
func (f *finder) halfName(i int, e gazetteer.Entry) int {
	t := &f.text
	if !halfNames[t.Word(i)] || !t.Tokens[i].Upper || !f.isGerman() || isAcronym(t.Of(i)) || f.frequency(e) >= 5 {
		return -1
	}
	if e.English > e.German || f.isInside(i) || f.frequency(e) < 2 && !f.isNoun(e) {
		return i
	}
	return -1
}

// isInside reports a token that begins no sentence.
func (f *finder) isInside(i int) bool {
	return i > 0 && (f.text.Tokens[i-1].Kind == detector.Word || f.text.Of(i-1) == ",")
}

// inSmall is a common surname in small letters that is no everyday word, a less
// common one if it is no word at all.
func (f *finder) inSmall(i int, e gazetteer.Entry) int {
	often := f.frequency(e)
	fits := e.Surname >= 7 && often <= 2 || e.Surname >= 4 && often == 0 && e.Place < 2 && !f.isNoun(e)
	if fits && e.Class != gazetteer.Function && e.Class != gazetteer.Homonym {
		return i
	}
	return -1
}

// trades are surnames that a work chat rather means as what they say.
var trades = wordSet(`frühling frühjahr sommer herbst winter mai may metzger bäcker kellner koch gärtner maurer zimmerer zimmermann tischler schreiner schlosser glaser
	dachdecker fliesenleger maler fleischer schneider prüfer meister lehrer förster pfarrer bischof schwager vetter deutsch englisch schweizer wiener
	kilo scheibe rad reifen helm schild kessel rohr frost nebel bruch kreuz roller kranz block lampe kittel mehl schacht zahn staub villa stern
	wiese linke rechte hahn schuh speck grill pulver rosen reis cola damm halter becher waage korn horn hall green hill cook bury joy ram`)

// stretched is a known name in a shout: LEEEON, Timmmm.
func (f *finder) stretched(i int, _ gazetteer.Entry) int {
	w := f.text.Word(i)
	if !isStretched(w) {
		return -1
	}
	for _, n := range []int{1, 2} {
		if short := shorten(w, n); short != w && f.known.of(short) > never {
			return i
		}
	}
	return -1
}

// isStretched reports a byte that returns twice at once, as in a letter written
// three times; letters of two bytes return in every other place.
func isStretched(w string) bool {
	for i := 2; i < len(w); i++ {
		if w[i] == w[i-1] && w[i] == w[i-2] || i > 4 && w[i] == w[i-2] && w[i] == w[i-4] {
			return true
		}
	}
	return false
}

// shorten cuts letters that are repeated three times or more down to n.
func shorten(word string, n int) string {
	runes := []rune(word)
	var out []rune
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && runes[j] == runes[i] {
			j++
		}
		if keep := j - i; keep < 3 {
			out = append(out, runes[i:j]...)
		} else {
			out = append(out, runes[i:i+n]...)
		}
		i = j
	}
	return string(out)
}

// initials finds the single letter behind a title: Mrs P, Hr. K.
func (f *finder) initials() {
	t := &f.text
	for i := 1; i < len(t.Tokens); i++ {
		k := t.Tokens[i]
		if k.Kind != detector.Word || k.Digit || utf8.RuneCountInString(t.Of(i)) != 1 {
			continue
		}
		j := i - 1
		if t.Of(j) == "." && j > 0 {
			j--
		}
		if tagger.Title(t.Word(j)) == tagger.Address && (k.Upper || i+1 < len(t.Tokens) && t.Of(i+1) == "." && t.Glued(i)) {
			f.edits = append(f.edits, edit{start: int(k.Start), end: int(k.End), typ: detector.Person})
		}
	}
}
