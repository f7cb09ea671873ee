package redact

import (
	"strings"
	"testing"

	"github.com/chatlint/chatlint/detector"
)

// TestFinds checks classes of names and numbers that a scan would not report.
// Every line of a case is a message; the last one is looked at.
func TestFinds(t *testing.T) {
	for name, test := range map[string]struct {
		lines []string
		want  string
	}{
		"noun that had a title":        {[]string{"Frau Nebel hat angerufen", "die Nebel will um drei"}, "die Person 2 will um drei"},
		"the same in small letters":    {[]string{"Herr Sturm hat angerufen", "hat sturm bezahlt"}, "hat Person 2 bezahlt"},
		"everyday word stays":          {[]string{"Herr Winter hat angerufen", "im winter machen wir das nicht"}, "im winter machen wir das nicht"},
		"role":                         {[]string{"der Mieter Quellmalz fragt nach dem Schlüssel"}, "der Mieter Person 2 fragt nach dem Schlüssel"},
		"woman by a surname with -in":  {[]string{"die Wimmerin war schon da"}, "die Person 2 war schon da"},
		"a woman by her trade":         {[]string{"die Bäckerin war schon da"}, "die Bäckerin war schon da"},
		"day that is a nickname":       {[]string{"the guard they call Sunday has the list and you know him"}, "the guard they call Person 2 has the list and you know him"},
		"name by its announcement":     {[]string{"His name is Duke and he has the van, please call the yard"}, "His name is Person 2 and he has the van"},
		"firm that is a person here":   {[]string{"Rossmann? er ist in Spanien"}, "Person 2? er ist in Spanien"},
		"particle at the start":        {[]string{"von Quellmalz hat wieder nicht bezahlt"}, "Person 2 hat wieder nicht bezahlt"},
		"from a town":                  {[]string{"von Leipzig sind es zwei Stunden"}, "von Leipzig sind es zwei Stunden"},
		"name before an address":       {[]string{"Notdienst: Quellbauer, Ahornweg 4, kein Wasser"}, "Notdienst: Person 2, [Adresse 1], kein Wasser"},
		"role teaches a name":          {[]string{"frag den Polier Quellmalz", "quellmalz schreit schon"}, "Person 2 schreit schon"},
		"payer behind an article":      {[]string{"der Quellhäuser zahlt bar"}, "der Person 2 zahlt bar"},
		"surname first":                {[]string{"war das nicht der Lechner Toni?"}, "war das nicht der Person 2?"},
		"nickname with a size":         {[]string{"the van is with Big Dave today and he wants it washed"}, "the van is with Person 2 today and he wants it washed"},
		"initial":                      {[]string{"Mrs K wants the kitchen done and she will pay"}, "Mrs Person 2 wants the kitchen done and she will pay"},
		"shout":                        {[]string{"Der Lennart kommt", "LENNAAAART"}, "Person 2"},
		"misspelled name":              {[]string{"Frau Quellmalz kommt", "hat quelmalz bezahlt?", "und Quellmlaz?"}, "und Person 4?"},
		"full name in one word":        {[]string{"Karla Quellmalz kommt", "siehe #karlaquellmalz"}, "siehe #Person 3"},
		"plural of a family":           {[]string{"Mr Thistlewood was here", "the Thistlewoods are away"}, "the Person 2 are away"},
		"surname that is a noun":       {[]string{"bei Sperling tropft es"}, "bei Person 2 tropft es"},
		"house number in an answer":    {[]string{"welche Hausnummer war das?", "17 b"}, "[Adresse 1]"},
		"no house number":              {[]string{"welche Hausnummer war das?", "10 Minuten noch"}, "10 Minuten noch"},
		"street again":                 {[]string{"heute Quellmalzstr. 17, 04229 Leipzig", "quellmalz 17 macht keiner auf"}, "[Adresse 2] macht keiner auf"},
		"dictated number":              {[]string{"schreib mal die Nummer auf", "0152", "288 17"}, "[Nummer 2] [Nummer 3]"},
		"code in the answer":           {[]string{"was ist der Code?", "4711 9"}, "[Zugang 1]"},
		"corrected code":               {[]string{"Türcode 8812", "nein", "8821 dann"}, "[Zugang 2]"},
		"hiding place and remark":      {[]string{"wo ist der Schlüssel?", "hängt am Haken hinterm Regal, ganz oben"}, "[Zugang 1]"},
		"hiding place beside a code":   {[]string{"Tresorcode 5521, neben der Kellertür"}, "Tresorcode [Zugang 1]"},
		"plate without a vehicle":      {[]string{"HH-XY 812 steht im Weg"}, "[Kennzeichen 1] steht im Weg"},
		"plate of another country":     {[]string{"someone left DK 51 KV on the drive and it is in the way"}, "someone left [plate] on the drive"},
		"number in words":              {[]string{"wohnt im Ahornweg zwölf"}, "wohnt im [Adresse 1]"},
		"post office box":              {[]string{"an Postfach 12 34 schicken"}, "an [Adresse 1] schicken"},
		"quoted password":              {[]string{"das Passwort ist \"Regenwurm\""}, "das Passwort ist \"[Zugang 1]\""},
		"key with somebody":            {[]string{"the spare's with the butcher downstairs and he has been told"}, "the spare's [Zugang 1]"},
		"key at a shop":                {[]string{"spare key is at the cobbler opposite"}, "spare key is [Zugang 1]"},
		"two places":                   {[]string{"Schlüssel liegt unter der Bank oder hinterm Regal"}, "Schlüssel liegt [Zugang 1]"},
		"noble particles":              {[]string{"frau von der Quellmalz kommt"}, "frau Person 2 kommt"},
		"trade before a name":          {[]string{"der Bäcker Quellmalz zahlt bar"}, "der Bäcker Person 2 zahlt bar"},
		"surname before its place":     {[]string{"Nagel vom Bauamt war da"}, "Person 2 vom Bauamt war da"},
		"one more word for somebody":   {[]string{"unser Wirt, da Quellbichl, sperrt heut früher zu"}, "unser Wirt, da Person 2, sperrt heut früher zu"},
		"one more word for a thing":    {[]string{"das große Werkzeug, die Rohrzange, fehlt mir"}, "das große Werkzeug, die Rohrzange, fehlt mir"},
		"somebody speaks":              {[]string{"Tolliver rang and he wants the invoice for the van"}, "Person 2 rang and he wants"},
		"an office does not":           {[]string{"Kasse fragt nach dem Beleg"}, "Kasse fragt nach dem Beleg"},
		"nouns among names":            {[]string{"erst Petersen, dann Linde und danach Strauß"}, "erst Person 2, dann Person 3 und danach Person 4"},
		"things of a list":             {[]string{"erst Treppe, dann Flur und danach Hecke"}, "erst Treppe, dann Flur und danach Hecke"},
		"contraction":                  {[]string{"I'll ask if they've paid, you don't have to"}, "I'll ask if they've paid, you don't have to"},
		"abbreviation and day":         {[]string{"Server und Reha sind am Sunday"}, "Server und Reha sind am Sunday"},
		"owner by the dative":          {[]string{"Quellhäuser sein Zaun ist fertig"}, "Person 2 sein Zaun ist fertig"},
		"first name that is a word":    {[]string{"Ute, rufst du mich bitte an?"}, "Person 2, rufst du mich bitte an?"},
		"small English street":         {[]string{"check in at 14 hawthorn drive and be nice to the tenant"}, "check in at [Adresse 1] and be nice"},
		"code in groups":               {[]string{"wie war der Code?", "28 5 93"}, "[Zugang 1]"},
		"code in words":                {[]string{"Alarmcode ist vier drei null acht"}, "Alarmcode ist [Zugang 1]"},
		"place behind a colon":         {[]string{"Schlüssel: Kiste, Deckel auf"}, "Schlüssel: [Zugang 1]"},
		"code described in an answer":  {[]string{"Code vom Keller?", "ja das Baujahr vom Stall und dann die 3"}, "ja [Zugang 1]"},
		"described, but no code":       {[]string{"wann kommt ihr wieder?", "nächstes Jahr am Geburtstag vom Hund"}, "nächstes Jahr am Geburtstag vom Hund"},
		"code asked in the middle":     {[]string{"Code vom Keller?", "weiß das Geburtsjahr jemand? Glaub nicht"}, "weiß das Geburtsjahr jemand? Glaub nicht"},
		"password without a letter":    {[]string{"welches Passwort?", "jetzt Regenbogen ohne g"}, "jetzt [Zugang 1]"},
		"digit several times":          {[]string{"pin vom tablet?", "fünf mal die acht"}, "[Zugang 1]"},
		"where something stands":       {[]string{"wo ist der Kellerschlüssel?", "da wo der Besen steht"}, "[Zugang 1]"},
		"where a thing stands":         {[]string{"wo ist der Besen?", "da wo der Eimer steht"}, "da wo der Eimer steht"},
		"hollow thing":                 {[]string{"Schlüssel?", "sie ist weg, Knauf am Zaun aufschrauben, ist hohl"}, "sie ist weg, [Zugang 1]"},
		"hollow, but no key":           {[]string{"und die Wand?", "klingt komisch, ist hohl"}, "klingt komisch, ist hohl"},
		"loose stone":                  {[]string{"wie kommen wir rein?", "bei der Treppe, links unten ist ein loser Stein"}, "bei der Treppe, [Zugang 1]"},
		"thing before its place":       {[]string{"wo ist der Schlüssel?", "Magnet unterm Regal"}, "[Zugang 1]"},
		"word before a place":          {[]string{"wo ist der Schlüssel?", "immer unterm Regal"}, "immer [Zugang 1]"},
		"place with a number":          {[]string{"Schlüssel liegt hinterm Zähler Nr. 7"}, "Schlüssel liegt [Zugang 1]"},
		"spelling of an everyday word": {[]string{"Frau Schütz kommt", "Frau Schuetz auch. Schutz ist da"}, "Frau Person 2 auch. Schutz ist da"},
		"nickname before a hyphen":     {[]string{"Gemüse-Toni bringt die Kisten"}, "Person 2 bringt die Kisten"},
		"thing before a hyphen":        {[]string{"Gemüse-Kiste steht im Flur"}, "Gemüse-Kiste steht im Flur"},
		"date of birth without a year": {[]string{"Geburtstag ist am 3. Oktober"}, "Geburtstag ist am [Geburtsdatum 1]"},
	} {
		t.Run(name, func(t *testing.T) {
			var chat strings.Builder
			for _, l := range test.lines {
				chat.WriteString("11.03.24, 07:02 - Jana: " + l + "\n")
			}
			opt := Options{}
			if strings.Contains(test.want, "[plate]") {
				opt = Options{Mask: true, Lang: "en"}
			}
			got, _, err := redacted(t, []byte(chat.String()), opt)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSpace(got), "\n")
			if last := lines[len(lines)-1]; !strings.Contains(last, test.want) {
				t.Errorf("got %q, want %q", last, test.want)
			}
		})
	}
}

// TestWidens checks what of the words around a found name goes with it.
func TestWidens(t *testing.T) {
	for text, test := range map[string]struct{ found, want string }{
		"Quellmalzs Rad": {"Quellmalz", "Quellmalzs"},
		"die Quellers":   {"Queller", "Quellers"},
		"Toni's Rad":     {"Toni", "Toni"},
		"Gemüse-Toni":    {"Toni", "Gemüse-Toni"},
		"gemüse-Toni":    {"Toni", "Toni"},
		"Gemüse-Kiste":   {"Kiste", "Kiste"},
	} {
		var f finder
		f.text.Reset(text)
		start := strings.Index(text, test.found)
		f.edits = []edit{{start: start, end: start + len(test.found), typ: detector.Person}}
		f.widen()
		if got := text[f.edits[0].start:f.edits[0].end]; got != test.want {
			t.Errorf("%q: got %q, want %q", text, got, test.want)
		}
	}
}

// TestWholeSecrets checks that no rest of a password stays, and no more goes.
func TestWholeSecrets(t *testing.T) {
	for text, want := range map[string]string{
		"pw Wacholder#83.":      "Wacholder#83",
		"pw Wacholder_am_Weg!":  "Wacholder_am_Weg",
		"pw *Wacholder* bitte":  "Wacholder",
		"pw Wacholder, 83 Mal":  "Wacholder",
		"pw Wacholder #83 wird": "Wacholder",
	} {
		var f finder
		f.text.Reset(text)
		start := strings.Index(text, "Wacholder")
		f.edits = []edit{{start: start, end: start + len("Wacholder"), typ: detector.Credential}}
		f.wholeSecrets()
		if got := text[f.edits[0].start:f.edits[0].end]; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestSpellings checks that the name of a sender is found however it is hidden
// in a text, and that it is his alone.
func TestSpellings(t *testing.T) {
	for text, want := range map[string]string{
		"MERLE und mErLe":                          "Person 1 und Person 1",
		"Merles, Merle's":                          "Person 1, Person 1",
		"@MerleQuellmalz":                          "@Person 2",
		"merle-quellmalz":                          "Person 1",
		"https://web.example/merle-quellmalz/x":    "https://web.example/Person 1/x",
		"Merle_Quellmalz_Krankmeldung.pdf":         "Person 1_Krankmeldung.pdf",
		"TeamQuellmalz":                            "Person 2",
		"M😀erle":                                   "Person 2",
		"Mer\u200ble Quell\u00admalz":              "Person 1",
		"Merle\nQuellmalz":                         "Person 1\nPerson 1",
		"Quell-\nmalz":                             "Person 1\n",
		"*Merle* ~Quellmalz~":                      "*Person 1* ~Person 1~",
		"Mérle Quéllmalz":                          "Person 1",
		"das ist merlehaft":                        "das ist merlehaft", // parts of other words are none
		"ruf ０１７１ ３９２００８３ an":                      "ruf [Telefon 1] an",
		"ruf 0171 392 00 83 an, +49(0)171-3920083": "ruf [Telefon 1] an, [Telefon 1]",
	} {
		got, _, err := redacted(t, []byte("11.03.24, 07:02 - Merle Quellmalz: moin\n11.03.24, 07:02 - Merle Quellmalz: "+text+"\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ = strings.Cut(got, "moin\n11.03.24, 07:02 - Person 1: ")
		if strings.TrimSuffix(got, "\n") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
