package detector

import "testing"

func TestCredential(t *testing.T) {
	checkSpans(t, Credential, []spanCase{
		found("4711 ist der code", "4711"),
		found("der code fürs tor lautet 4711", "4711"),
		found("Türcode: 4711#", "4711#"),
		found("pw: Sommer2023!", "Sommer2023!"),
		found("WLAN-Passwort: sonnenschein", "sonnenschein"),
		found("Kennwort Butterblume", "Butterblume"),
		found("the password is Butterfly", "Butterfly"),
		found("wifi is Sunny2020", "Sunny2020"),
		found("Schlüsselkasten 0815", "0815"),
		found("Alarm aus mit 4-7-1-1", "4-7-1-1"),
		found("PIN 4 7 1 1", "4 7 1 1"),
		found("the gate code's 4711 then hash", "4711 then hash"),
		found("code is four seven one one", "four seven one one"),
		found("safe: left 14, right 33, left 6", "left 14, right 33, left 6"),
		found("der Code ist das Geburtsjahr vom Chef", "das Geburtsjahr vom Chef"),
		found("Geburtsjahr vom Chef rückwärts", "Geburtsjahr vom Chef rückwärts"),
		found("Schlüssel liegt unter der dritten Fußmatte", "unter der dritten Fußmatte"),
		found("schlissl hängt hinterm Fensterladn", "hinterm Fensterladn"),
		found("key's under the flowerpot", "under the flowerpot"),
		found("spare key is behind the bin, thanks", "behind the bin"),
		found("Haustürschlüssel im Blumentopf, bitte gießen", "im Blumentopf"),

		found("gib 1234 ein", "1234"),
		found("Codes: Tor 1234, Halle 5678", "1234", "5678"),
		found("pw:Sommer23", "Sommer23"),
		found("login admin kennwort 4tz8", "4tz8"),
		found("Netzwerkschlüssel: 48291048201948", "48291048201948"),
		found("keys hidden behind the oil tank", "behind the oil tank"),
		found("schlüssl is unta da fuaßmattn", "unta da fuaßmattn"),
		found("Tür 1234#, Keller 5678#", "1234#", "5678#"),
		found("hoftor Spedition geht mit 9-3-1-1", "9-3-1-1"),

		found("OTP is 482913", "482913"),
		found("tap in 1470 and push", "1470"),
		found("garage fob in the tea tin", "in the tea tin"),
		found("Tastenfeld 2580 und dann grün", "2580 und dann grün"),
		found("neue Kombi 28-06-91", "28-06-91"),
		found("#0815 then the star key", "#0815 then the star key"),
		found("2804 and #", "2804 and #"),
		found("star first. *1408", "*1408"),
		found("viermal die 7 und dann 0", "viermal die 7 und dann 0"),
		found("Türcode geändert: 4 mal die 6", "4 mal die 6"),
		found("das Lagertor hat jetzt 7719 als Zahl", "7719"),
		found("ok 4820 got it", "4820"),
		found("neu seit heute: Anton-kocht-2025", "Anton-kocht-2025"),
		found("Hufeisen-2023, alles klein", "Hufeisen-2023"),
		found("for us it is beanBOSS!99", "beanBOSS!99"),
		found("It's in the meter box, left side", "in the meter box"),
		found("left hand side behind the drainpipe", "behind the drainpipe"),
		found("Lockbox am Fallrohr im Hof, 7 0 5 5", "am Fallrohr im Hof", "7 0 5 5"),
		found("Schlüssel onterm Stoi", "onterm Stoi"),
		found("Schlössel hängk hinger dem Kalender", "hinger dem Kalender"),
		found("Blumenkasten links hinten", "Blumenkasten links hinten"),
		found("wlan: blumenweg12", "blumenweg12"),
		found("hinter der Regentonne wie immer", "hinter der Regentonne"),
		found("nimm den in der Gießkanne", "in der Gießkanne"),

		none("am Haken links"),
		none("auf dem Stuhl"),
		none("Key on the hook"),
		none("wer hatte den Schlüssel über Nacht"),
		none("Schlüssel im Kasten"),
		none("mein Passwort war 1234, jetzt anders"),
		none("Nummer stimmt: CH24-1188-3 ist die Auftragsnummer"),
		none("Tresor offen, 340 drin"),
		none("3 mal die 7 mit Pommes"),
		none("der Kombi mit 2500 kg"),
		none("what's the code for Mill Lane 118?"),
		none("*1984 in Ulm"),
		none("Code ist raus"),
		none("Schlüssel in der Sparkasse abgeben"),
		none("Container 4711 wird abgeholt"),
		none("Alarm um 6"),
		none("Tresor 45 x 60"),
		none("Server 2019 ist langsam"),
		none("welcher Code?"),
		none("wer hat das Passwort geändert?"),
		none("Passwort vergessen"),
		none("Fehlercode 4711"),
		none("Farbcode 7016"),
		none("QR-Code 4711 scannen"),
		none("postcode 4711"),
		none("Dresscode schwarz"),
		none("Artikel 4711-08"),
		none("der Schlüssel liegt bei mir"),
		none("Schlüssel im Büro abholen"),
		none("nimm den 13er Schlüssel"),
		none("Schlüsseldienst kommt um 1500"),
		none("hab 4711 Schrauben bestellt"),
		none("1200 euro"),
		none("seit 1998 hier"),
	})
}

func TestAnswerCode(t *testing.T) {
	text := &Text{}
	for s, want := range map[string]string{
		"4711, glaub ich":         "4711",
		"immer noch 0815":         "0815",
		"Sommer_2023":             "Sommer_2023",
		"unter der Gießkanne":     "unter der Gießkanne",
		"weiß ich nicht":          "",
		"kostet 1200 euro":        "",
		"frag den Chef, ja bitte": "",
	} {
		text.Reset(s)
		e, ok := AnswerCode(text)
		if got := s[e.Start:e.End]; got != want || ok != (want != "") {
			t.Errorf("AnswerCode(%q) = %q, %t, want %q", s, got, ok, want)
		}
	}
}
