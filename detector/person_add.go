package detector

import (
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// additions find names that the spelling proves where the tagger saw none.
var additions = []func(*Text, Context, int) (name, bool){
	titledName,
	mentionedName,
	dutchName,
	familyName,
	initialsName,
}

// nameOpeners are the words other than titles that additions look for.
var nameOpeners = wordSet("van the")

// mayAdd reports whether any addition could find a name.
func mayAdd(t *Text) bool { return t.At > 0 || t.Initials > 0 || t.has(markTitle|markParticle) }

// titleWhy is the reason of a name behind a title.
const titleWhy = "title"

// titleReach is how many tokens behind a title its name is looked for.
const titleReach = 8

// titledName finds the surname behind Herr, Frau, Familie, Mr …
func titledName(t *Text, _ Context, i int) (name, bool) {
	if t.mark(i)&markTitle == 0 || !isTitle(t, i) {
		return name{}, false
	}
	begin, first := behindTitle(t, i)
	if first < 0 || !looksTitled(t, first) || !t.Tokens[i].Upper && everydayWord(t.Word(first)) {
		return name{}, false
	}
	last := first
	for last+2 < len(t.Tokens) && t.Of(last+1) == "-" && t.Glued(last) && t.Tokens[last+2].Upper {
		last += 2
	}
	return name{tagger.Span{Class: tagger.Person, First: begin, Last: last, Score: 0.9}, titleWhy}, true
}

// isTitle reports a title that a name must follow. Fr is Friday, ms a unit, mr
// "we" in dialects and miss a verb, and "dr" is an article in the south.
func isTitle(t *Text, i int) bool {
	word, upper := t.Word(i), t.Tokens[i].Upper
	kind := tagger.Title(word)
	if kind == tagger.NoTitle {
		return false
	}
	shortened := i+1 < len(t.Tokens) && t.Of(i+1) == "." && t.Glued(i)
	switch word {
	case "fr":
		return shortened
	case "hr", "mr", "mrs", "ms", "miss":
		return shortened || upper
	case "dr", "prof":
		return upper && (shortened || isEnglish(t))
	}
	return kind != tagger.Academic
}

// behindTitle returns where the name behind the title at token i begins and its
// first word that is no particle, -1 if there is none.
func behindTitle(t *Text, i int) (begin, first int) {
	first, end := i+1, min(len(t.Tokens), i+titleReach)
	for first < end && (t.Of(first) == "." || tagger.Title(t.Word(first)) == tagger.Academic || honorifics[t.Word(first)]) {
		first++
	}
	begin = first
	for first < end && particles[t.Word(first)] {
		first++
	}
	if first >= end || first > begin && articleWords[t.Word(begin)] {
		return begin, -1 // Herr der Ringe
	}
	return begin, first
}

// honorifics stand between a title and a name: Frau Direktor Plank.
var honorifics = wordSet(`direktor direktorin hofrat hofrätin professor professorin pfarrer pfarrerin magister ingenieur oberst major bürgermeister
	bürgermeisterin kommerzialrat medizinalrat primar primaria oberarzt oberärztin chefarzt dozent dozentin notar notarin anwalt anwältin
	rechtsanwalt rechtsanwältin richter richterin inspektor inspektorin wachtmeister kommissar kommissarin doktor baron baronin
	kollege kollegin chef chefin nachbar nachbarin lehrer lehrerin architekt architektin präsident präsidentin rektor rektorin vorsitzender`)

// everydayWord reports a word that a small title does not make a name.
func everydayWord(w string) bool {
	e := gazetteer.Lookup(w)
	return e.Class == gazetteer.Function || max(e.German, e.English) >= 5
}

// articleWords open no surname by themselves.
var articleWords = wordSet("der den dem die das")

// looksTitled reports whether a word behind a title can be a surname.
func looksTitled(t *Text, i int) bool {
	k, w := t.Tokens[i], t.Word(i)
	if k.Kind != Word || k.Digit || len(tagger.Stem(w)) < 2 || isRole(w) || tagger.Title(w) != tagger.NoTitle {
		return false
	}
	if k.Upper && len(t.Of(i)) > 2 {
		return true
	}
	e := gazetteer.Lookup(w)
	return e.Surname >= 3 && e.Class != gazetteer.Function
}

// mentionedName finds the name in @Kevin.
func mentionedName(t *Text, ctx Context, i int) (name, bool) {
	if !t.punct(i, '@') || i+1 >= len(t.Tokens) || !t.Glued(i) || i > 0 && t.Glued(i-1) {
		return name{}, false
	}
	k, w := t.Tokens[i+1], t.Word(i+1)
	if k.Kind != Word || k.Digit || len(w) < 2 {
		return name{}, false
	}
	e := gazetteer.Lookup(w)
	if ctx.People != nil && ctx.People.Known(w) >= 0.4 || e.Class != gazetteer.Function && !isRole(w) && (k.Upper || e.First >= 3) {
		return name{tagger.Span{Class: tagger.Person, First: i + 1, Last: i + 1, Score: 0.9}, "mention"}, true
	}
	return name{}, false
}

// dutchName finds van der Velde, whose particles are nothing else.
func dutchName(t *Text, _ Context, i int) (name, bool) {
	if t.mark(i)&markParticle == 0 || i+2 >= len(t.Tokens) || !isDutch(t, i) || !t.Tokens[i+2].Upper {
		return name{}, false
	}
	return name{tagger.Span{Class: tagger.Person, First: i, Last: i + 2, Score: 0.9}, "particles"}, true
}

// familyName finds an English family: the Hendersons.
func familyName(t *Text, _ Context, i int) (name, bool) {
	if t.mark(i)&markParticle == 0 || t.Word(i) != "the" || i+1 >= len(t.Tokens) || !t.Tokens[i+1].Upper {
		return name{}, false
	}
	w := t.Word(i + 1)
	stem := tagger.Stem(w)
	e, whole := gazetteer.Lookup(stem), gazetteer.Lookup(w)
	if stem+"s" != w || e.Surname < 2 || max(e.German, e.English) >= 4 || max(whole.German, whole.English) >= 2 || e.Place > 0 || e.Class != gazetteer.NoClass {
		return name{}, false
	}
	return name{tagger.Span{Class: tagger.Person, First: i + 1, Last: i + 1, Score: 0.7}, "family"}, true
}
