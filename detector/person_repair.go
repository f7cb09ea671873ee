package detector

import (
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// name is a span on its way to an entity.
type name struct {
	tagger.Span
	why string
}

// repairs correct what the tagger found, in this order. Each returns the name
// and whether it stays.
var repairs = []func(*Text, name) (name, bool){
	cutAtBreak,
	cutAtSentence,
	cutInFileName,
	cutAfterPossessive,
	takeNumeral,
	trimEdges,
	takeParticles,
	leaveAcronyms,
	leaveWeekdays,
	leavePlaces,
	leaveFirms,
	leaveAffiliations,
	leaveSayings,
	leaveAddresses,
}

func repair(t *Text, n name) (name, bool) {
	if n = takeFirstName(t, n); n.Class != tagger.Person {
		return cutAtBreak(t, n)
	}
	for _, r := range repairs {
		var ok bool
		if n, ok = r(t, n); !ok {
			return n, false
		}
	}
	return n, true
}

// takeFirstName makes a person of an unsure place or organisation that has the name of many
// people and of no place: labelled chats teach the tagger nothing about places.
func takeFirstName(t *Text, n name) name {
	e := gazetteer.Lookup(t.Word(n.First))
	if n.Class != tagger.Person && n.First == n.Last && n.Score < unsure && e.First >= commonFirst && e.Place == 0 && e.Class == 0 {
		n.Class = tagger.Person
	}
	return n
}

// commonFirst is how common a first name is at least that settles it.
const commonFirst = 6

// cutAtBreak ends a name at the end of its line and at the signs that make words
// bold or strike them through.
func cutAtBreak(t *Text, n name) (name, bool) {
	for i := n.First; i <= n.Last; i++ {
		if t.Tokens[i].Kind == Break || t.Of(i) == "*" || t.Of(i) == "~" {
			n.Last = i - 1
		}
	}
	return n, n.First <= n.Last
}

// cutAtSentence ends a name before the everyday word with which its sentence ends.
func cutAtSentence(t *Text, n name) (name, bool) {
	for i := n.First + 1; i < n.Last; i++ {
		if w := t.Word(i); t.punct(i+1, '.') && !t.Tokens[i].Upper && len(w) >= shortestLast && everyday(w) {
			n.Last = i - 1
		}
	}
	return n, true
}

// shortestLast is how many bytes the last word of a sentence has that is no abbreviation.
const shortestLast = 4

// cutInFileName ends a name at the first common noun of a file name, which joins
// words by underscores: Kevin_Huber_Abrechnung.pdf.
func cutInFileName(t *Text, n name) (name, bool) {
	for i := n.First + 1; i < n.Last; i++ {
		if t.Of(i) != "_" {
			continue
		}
		if w := t.Word(i + 1); !gazetteer.Lookup(w).IsName() && gazetteer.EndsInNoun(w) {
			n.Last = i - 1
			break
		}
	}
	return n, true
}

// cutAfterPossessive ends a name at its possessive: "Stefans Auto".
func cutAfterPossessive(t *Text, n name) (name, bool) {
	for i := n.First; i < n.Last; i++ {
		if t.Tokens[i].Kind == Word && nameEnd(t, i) < int(t.Tokens[i].End) {
			n.Last = i
		}
	}
	return n, true
}

// takeNumeral puts a Roman numeral behind a first name into the name.
func takeNumeral(t *Text, n name) (name, bool) {
	if i := n.Last; t.kind(i) == Word && t.gap(i) == 1 && t.size(i+1) > 1 && t.punct(i+2, '.') && isRoman(t, i+1) {
		n.Last = i + 2
	} else if n.First < i && isRoman(t, i) && t.punct(i+1, '.') {
		n.Last = i + 1
	}
	return n, true
}

// trimEdges takes titles, digits and punctuation off the ends of a name. The full
// stop of a shortened surname stays: Torsten K.
func trimEdges(t *Text, n name) (name, bool) {
	for n.First <= n.Last && !startsName(t, n.First) {
		n.First++
	}
	for n.First <= n.Last && !endsName(t, n.First, n.Last) {
		n.Last--
	}
	return n, n.First <= n.Last
}

func startsName(t *Text, i int) bool {
	k := t.Tokens[i]
	return k.Kind == Word && !k.Digit && tagger.Title(t.Word(i)) == tagger.NoTitle
}

func endsName(t *Text, first, i int) bool {
	if t.Of(i) == "." {
		return i > first && (isInitial(t, i-1) || isRoman(t, i-1))
	}
	return startsName(t, i)
}

// isRoman reports a Roman numeral with its full stop: Ludwig XIV.
func isRoman(t *Text, i int) bool {
	return t.Glued(i) && t.size(i) <= 5 && strings.Trim(t.Of(i), "IVX") == ""
}

func isInitial(t *Text, i int) bool {
	k := t.Tokens[i]
	return k.Kind == Word && k.Upper && len(t.Of(i)) <= 2 && t.Glued(i)
}

// particles are the small words before a surname that belong to it.
var particles = wordSet("von van der den de vom zu zum zur di da del della la le el al ten ter bin ibn ben dos du o mac mc st")

// takeParticles puts the particles before a surname into the name, where a
// title before them shows that they are no prepositions.
func takeParticles(t *Text, n name) (name, bool) {
	if hasFirstNameIn(t, n) {
		return n, true // die Familie von Igor Huber
	}
	i := n.First
	for i > 0 && (particles[t.Word(i-1)] || t.Of(i-1) == "-" && t.Glued(i-1) && i > 1 && particles[t.Word(i-2)]) {
		i--
	}
	if i < n.First && (followsTitle(t, i) || isDutch(t, i)) {
		n.First = i
	}
	return n, true
}

// isDutch reports the particles van der, which are nothing else; van de and van
// den are prepositions of Low German. Token i is not the last.
func isDutch(t *Text, i int) bool {
	return t.Word(i) == "van" && t.Word(i+1) == "der"
}

// followsTitle reports whether a title stands right before token i.
func followsTitle(t *Text, i int) bool {
	for i > 0 && t.Of(i-1) == "." {
		i--
	}
	return i > 0 && tagger.Title(t.Word(i-1)) != tagger.NoTitle
}

// leaveAcronyms drops capitals that no list knows as a first name, in a message
// that is not written in capitals: MHD, KVP.
func leaveAcronyms(t *Text, n name) (name, bool) {
	w := t.Of(n.First)
	if n.First != n.Last || len(w) < 3 || len(w) > 4 || strings.ToUpper(w) != w || strings.ToUpper(t.Raw) == t.Raw || followsTitle(t, n.First) {
		return n, true
	}
	e := gazetteer.Lookup(t.Word(n.First))
	return n, e.First >= 3 || e.Class == gazetteer.Nickname
}

// weekdays begin with a capital and are no names, also in the plural.
var weekdays = wordSet(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
	montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag`)

// leaveWeekdays drops the days of the week.
func leaveWeekdays(t *Text, n name) (name, bool) {
	return n, n.First != n.Last || !weekdays[t.Word(n.First)]
}

// leavePlaces drops a town that is hardly a name and that the tagger is not sure of.
func leavePlaces(t *Text, n name) (name, bool) {
	if n.First != n.Last || n.Score >= 0.8 || followsTitle(t, n.First) {
		return n, true
	}
	e := gazetteer.Lookup(t.Word(n.First))
	return n, e.Place == 0 || e.First >= 3 || e.Surname >= 4 || e.Class == gazetteer.Nickname
}

// firmsBefore are kinds of shops and firms that stand before the surname in a
// firm's name.
var firmsBefore = newCues(`firma fa edeka rewe spar autohaus sanitätshaus hotel gasthof gasthaus restaurant pizzeria ristorante trattoria
	café cafe kaffee pension brauerei gebrüder gebr modehaus möbelhaus kaufhaus juwelier optik bestattungen kanzlei haus spedition druckerei
	apotheke fahrschule weingut baumarkt messrs radio elektro sanitär getränke fliesen farben holz stahl kita trattoria osteria salon
	supermarkt discounter tankstelle werft kaserne klinik kinderheim stiftung verlag`, "erei reinigung sägewerk großhandel betriebe werke")

// firmsBehind are the words behind the surname in a firm's name.
var firmsBehind = newCues(`gmbh ug kg ag ohg gbr mbh ltd limited plc llc inc bros brothers bau haustechnik elektrotechnik maschinen maschinenbau
	transporte logistik bedachungen baustoffe holz stahl immobilien consulting group gruppe reisen automobile werke metallbau apotheke`, "")

// leaveFirms drops surnames that are part of a firm's name: Bäckerei Huber,
// Haas & Sohn, Meier GmbH.
func leaveFirms(t *Text, n name) (name, bool) {
	if n.First > 0 && t.Tokens[n.First-1].Kind == Word && t.Tokens[n.First].Upper && firmsBefore.has(t.Word(n.First-1)) && !hasFirstNameIn(t, n) {
		return n, false
	}
	if i := n.Last + 1; i < len(t.Tokens) {
		switch {
		case t.Of(i) == "-" && t.Glued(i-1) && i+1 < len(t.Tokens) && firmsBehind.has(t.Word(i+1)):
			return n, false
		case t.Tokens[i].Kind == Word && t.Tokens[i].Upper && firmsBehind.has(t.Word(i)):
			return n, false
		case (t.Of(i) == "&" || t.Of(i) == "+" || t.Word(i) == "und" || t.Word(i) == "and") && i+1 < len(t.Tokens) && firmPartner[t.Word(i+1)]:
			return n, false
		}
	}
	return n, true
}

// firmPartner are the words behind "&" in the name of a firm.
var firmPartner = wordSet("sohn söhne co cie partner partners sons son töchter tochter gebrüder kollegen")

func hasFirstNameIn(t *Text, n name) bool {
	e := gazetteer.Lookup(t.Word(n.First))
	return n.Last > n.First && e.First >= 4
}

// leaveAddresses drops what is the name of a street: a house number follows, or
// a word that ends the names of streets.
func leaveAddresses(t *Text, n name) (name, bool) {
	i := n.Last
	if i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == Word && isStreet(t.Word(i+1)) || n.Last > n.First && isStreet(t.Word(i)) {
		return n, false
	}
	return n, true
}

func isStreet(w string) bool { return streetWords.has(w) }

// leaveAffiliations drops the firm or town that somebody is from: Herr Schulz
// von Würth, Mr Frost from Edmundson. A first name there is a person.
func leaveAffiliations(t *Text, n name) (name, bool) {
	if n.First < 2 || n.First != n.Last {
		return n, true
	}
	from, e := t.Word(n.First-1), gazetteer.Lookup(t.Word(n.First))
	if from != "from" && from != "von" || e.First >= 4 || e.Class == gazetteer.Nickname {
		return n, true
	}
	who := gazetteer.Lookup(t.Word(n.First - 2))
	return n, !(t.Tokens[n.First-2].Upper && who.IsName() && max(who.German, who.English) < 3)
}

// streetWords end the names of streets, by themselves or as part of a word.
var streetWords = newCues("str weg gasse platz allee ring ufer damm street road lane avenue ave drive close row court crescent terrace", "straße strasse")

// sayings are fixed phrases in which a name stands for nobody, by each of their
// words, in lower case.
var sayings = bySayingWord("stolz wie oskar", "frech wie oskar", "frau holle", "frau doktor", "herr doktor", "herr ober", "otto normal", "hinz und kunz",
	"lieschen müller", "max mustermann", "erika mustermann", "feng shui", "robin hood", "eid mubarak", "john doe", "joe bloggs",
	"jack of all trades", "bob's your uncle", "holy joe", "peter pan", "santa claus", "father christmas", "engelbert strauss",
	"hans dampf", "hans im glück", "schwarzer peter", "schwarzen peter", "blauer heinrich", "flotter otto",
	"mein name ist hase", "jack daniels", "johnnie walker", "ben & jerry", "dr. oetker", "st. martin", "uncle sam", "dear john")

// saying is a fixed phrase and where a word of it begins.
type saying struct {
	text string
	at   int
}

func bySayingWord(phrases ...string) map[string][]saying {
	byWord := map[string][]saying{}
	for _, p := range phrases {
		at := 0
		for w := range strings.SplitSeq(p, " ") {
			byWord[w] = append(byWord[w], saying{p, at})
			at += len(w) + 1
		}
	}
	return byWord
}

// leaveSayings drops names that are part of a fixed phrase.
func leaveSayings(t *Text, n name) (name, bool) {
	start, end := int(t.Tokens[n.First].Start), int(t.Tokens[n.Last].End)
	for _, s := range sayings[t.Word(n.First)] {
		if at := start - s.at; at >= 0 && at+len(s.text) >= end && strings.HasPrefix(t.Lower[at:], s.text) {
			return n, false
		}
	}
	return n, true
}
