package detector

import (
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
)

// savedName is what a saved contact tells about a person.
type savedName struct {
	words   []savedWord
	initial byte // first letter of a shortened surname
	surname bool // a title says that the words are a surname
}

type savedWord struct {
	text  string
	score float32
}

// splitSaved cuts a saved contact into the persons it names: "Sabine & Ralf".
func splitSaved(name string) []string {
	if before, _, found := strings.Cut(name, "("); found && strings.TrimSpace(before) != "" {
		name = before // what stands in parentheses explains the name
	}
	return strings.FieldsFunc(name, func(r rune) bool { return r == '&' || r == '+' || r == '/' || r == ',' })
}

// readSaved picks the words of a person's name out of a saved contact.
func readSaved(t *Text) savedName {
	var n savedName
	titled, named := false, hasFirstName(t)
	for i, tok := range t.Tokens {
		w := t.Word(i)
		switch {
		case tok.Kind != Word || tok.Digit:
		case tagger.Title(w) != tagger.NoTitle:
			titled = true
		case utf8.RuneCountInString(w) == 1:
			if len(n.words) > 0 && n.initial == 0 {
				n.initial = w[0]
			}
		case isRole(w):
		default:
			if s := savedScore(w, titled, named); s > 0 {
				n.words = append(n.words, savedWord{strings.Clone(w), s})
			}
		}
	}
	n.surname = titled && !named && len(n.words) > 0
	return n
}

func hasFirstName(t *Text) bool {
	for i, tok := range t.Tokens {
		if tok.Kind != Word || isRole(t.Word(i)) {
			continue
		}
		if e := gazetteer.Lookup(t.Word(i)); e.Class == gazetteer.Nickname || e.First >= 3 && e.Class == gazetteer.NoClass {
			return true
		}
	}
	return false
}

// savedScore says how sure it is that a word of a saved contact is part of the
// person's name. Beside a plain first name an everyday word is decoration.
func savedScore(w string, titled, named bool) float32 {
	e := gazetteer.Lookup(w)
	common := max(e.German, e.English)
	switch {
	case e.Class == gazetteer.Function:
		return 0
	case titled:
		return 0.9
	case e.Class == gazetteer.Nickname, e.First >= 3 && e.Class == gazetteer.NoClass:
		return 0.95
	case e.Class == gazetteer.Homonym, e.Class == gazetteer.Brand:
		if named && e.First < 5 && e.Surname < 6 {
			return 0
		}
		return 0.6
	case common >= 2 && e.Surname < 5 && e.First == 0, e.Place >= 2 && e.Surname < 5:
		if named {
			return 0
		}
		return 0.4
	case e == gazetteer.Entry{} && named:
		return 0.6
	}
	return 0.85
}

// isRole reports a word that says what somebody does, not who it is.
func isRole(w string) bool {
	if roleWords[w] {
		return true
	}
	for _, s := range roleEndings {
		if len(w) > len(s)+1 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// roleEndings are the second parts of compounds that name a role or a place of work.
var roleEndings = []string{"meister", "meisterin", "leiter", "leiterin", "leitung", "chef", "chefin", "führer", "führerin",
	"fahrer", "fahrerin", "monteur", "büro", "dienst", "abteilung", "verwaltung", "planung", "helfer", "wart",
	"firma", "bau", "technik", "service", "werkstatt", "arbeiter", "arbeiterin", "pfleger", "pflegerin", "lehrer", "lehrerin",
	"schule", "haus", "betrieb", "kraft", "assistent", "assistentin", "verein", "berater", "beraterin", "zentrale"}

var roleWords = wordSet(`abteilung agentur aushilfe ausbilder ausbilderin azubi azubine bauhof bauleiter bauleitung bäcker bäckerei
bestatter boss betreuung buchhaltung büro chef chefin chefkoch coach dach dachdecker deputy disponent disponentin dispo
dreher driver edv einkauf elektriker elektro empfang fahrer fahrerin fahrschule filiale finanz fliesen foreman friseur friseurin
gaffer garten gerüst geselle gesellin grill handwerker hausmeister heizung hotel hr inhaber inhaberin innung installateur it
junior kanzlei kassiererin kita klempner koch kollege kollegin köchin kunde kundin küche labor lager landlord lehrling leitung
lohn lohnbüro maler manager managerin maurer mechaniker meister meisterin metzger metzgerei mieter mieterin mitarbeiter montage
nachbar nachbarin neu new nord notfall obermonteur office onkel oma opa ost payroll personal personalerin pflege pflegedienst
physio plumber polier praktikant praktikantin praktikum praxis privat pta reception redaktion reinigung rezeption salon sanitär
schlosser schreiner schreinerei sekretariat senior seniorchef site sparks spedition springer steuer steuerbüro steuerberater süd
supervisor tante tattoo team tour tischler tischlerei umzug verein verkauf vermieter vermieterin vertrieb vorarbeiter warehouse
werkstatt west work arbeit zimmerei zentrale neffe nichte bruder schwester schwager papa mama papi mami dad mum mom mam gruppe group
family familie admin alt neu doktor handy mobil mobile festnetz dienstlich home`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
