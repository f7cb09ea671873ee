package detector

import "testing"

func TestIBAN(t *testing.T) {
	checkSpans(t, IBAN, []spanCase{
		found("DE58123456780123456789", "DE58123456780123456789"),
		found("auf AT469999912345678901 bitte", "AT469999912345678901"),
		found("CH83 9999 9000 1234 5678 9", "CH83 9999 9000 1234 5678 9"),
		found("de58 1234 5678 0123 4567 89", "de58 1234 5678 0123 4567 89"),
		found("DE58.1234.5678.0123.4567.89", "DE58.1234.5678.0123.4567.89"),
		found("GB82 WEST 1234 5698 7654 32, danke", "GB82 WEST 1234 5698 7654 32"),
		found("NL91ABNA0417164300", "NL91ABNA0417164300"),
		found("BLZ 500 105 17, Konto 123456789", "500 105 17, Konto 123456789"),
		found("sort code 20-65-79 account 17066323", "20-65-79 account 17066323"),
		// A mistyped IBAN beside the word still is one.
		found("IBAN DE58123457780123456789", "DE58123457780123456789"),
		none("DE58123457780123456789"),
		none("DE5812345678012345678"),
		none("Auftragsnummer DE 5213 9906 4411"),
		none("Termin 20-11-24 10:30"),
	})
	checkExamples(t, IBAN, map[string]bool{"DE89 3704 0044 0532 0130 00": true, "DE58123456780123456789": false})
}

func TestCard(t *testing.T) {
	checkSpans(t, Card, []spanCase{
		found("4111111111111111", "4111111111111111"),
		found("5555 5555 5555 4444 gültig 11/27", "5555 5555 5555 4444"),
		found("Amex 3782-822463-10005", "3782-822463-10005"),
		found("Kreditkarte 4111 1111 1111 1112", "4111 1111 1111 1112"),
		none("4111111111111112"),
		none("1234567812345670"),
		none("EAN 4111111111111111"),
		none("Seriennummer 4111 1111 1111 1111"),
		none("DE89 3704 0044 0532 0130 00"),
	})
	checkExamples(t, Card, map[string]bool{"4111 1111 1111 1111": true, "4532 0151 1283 0366": false})
}

func TestTaxID(t *testing.T) {
	checkSpans(t, TaxID, []spanCase{
		found("61028378599", "61028378599"),
		found("meine steuer-id 90812546723", "90812546723"),
		found("86 095 742 719", "86 095 742 719"),
		none("ABN 86 095 742 719"),
		found("Steuer-ID: 61028378590", "61028378590"),
		found("Steuernummer 93/815/08152", "93/815/08152"),
		found("St.-Nr. 133/8150/8159", "133/8150/8159"),
		found("ELSTER 2893081508152", "2893081508152"),
		found("USt-IdNr DE123456788", "DE123456788"),
		found("UTR 12345 67890", "12345 67890"),
		found("UTR on his letter is 1234567890", "1234567890"),
		none("the MPRN, 12 345 678 901"),
		none("61028378590"),
		none("12345678903"),
		none("Steuer 12/345"),
		none("Rechnung 61028378599"),
	})
}

func TestSocialSecurity(t *testing.T) {
	checkSpans(t, SocialSecurity, []spanCase{
		found("53310190M077", "53310190M077"),
		found("15 070649 C 103", "15 070649 C 103"),
		found("SV-Nummer 10150585K557", "10150585K557"),
		found("SV-Nummer 53310190M078", "53310190M078"),
		found("7561234567897", "7561234567897"),
		found("AHV 756.9999.0000.17", "756.9999.0000.17"),
		found("1235 150585", "1235 150585"),
		found("SVNR 4567 150585", "4567 150585"),
		found("NI number QQ 12 34 56 C? nein, AB 12 34 56 C", "QQ 12 34 56 C", "AB 12 34 56 C"),
		found("ssn 123-45-6789", "123-45-6789"),
		found("PPS 1234567T", "1234567T"),
		none("53310190M078"),
		none("53311990M077"),
		none("7561234567898"),
		none("1236150585"),
		none("1235991385"),
		none("Serien-Nr 15-070649-C-103"),
	})
}

func TestHealthInsurance(t *testing.T) {
	checkSpans(t, HealthInsurance, []spanCase{
		found("X123456788", "X123456788"),
		found("kvnr M900000018", "M900000018"),
		found("A000500015 von der Karte", "A000500015"),
		found("AOK C 000 500 021", "C 000 500 021"),
		found("Versichertennummer X123456789", "X123456789"),
		found("NHS number 943 476 5919", "943 476 5919"),
		none("083 555 0109"),
		found("health card 1234 567 890 AB", "1234 567 890 AB"),
		found("her NHI is ZAB1234", "ZAB1234"),
		none("X123456789"),
		none("123456788"),
		none("Bestellnr X123456788"),
	})
}

func TestIDDocument(t *testing.T) {
	checkSpans(t, IDDocument, []spanCase{
		found("Passnummer von Pavel: 061552734", "061552734"),
		found("QRS 204816 class B", "QRS 204816"),
		none("QRS 204816 class Z"),
		found("Perso L01X00T47", "L01X00T47"),
		none("Teil E123A0B2C11 ist falsch"),
		found("Reisepass C01X00T47", "C01X00T47"),
		found("pass C01X0006H", "C01X0006H"),
		found("Führerschein B072RRE2I55", "B072RRE2I55"),
		found("LZ6311T475", "LZ6311T475"),
		found("Ausweis L9K2M4R8V2 gültig bis 2031", "L9K2M4R8V2"),
		found("Pass CH5T9K3WX0D", "CH5T9K3WX0D"),
		found("führerschein E123A0B2C11", "E123A0B2C11"),
		found("passport 123456789", "123456789"),
		found("driving licence MORGA657054SM9IJ", "MORGA657054SM9IJ"),
		found("her licence is 061 552 734", "061 552 734"),
		found("tacho card DB 2207 1183 5502 0191 runs out", "DB 2207 1183 5502 0191"),
		found("der Uswis Y7301846 isch gfunde", "Y7301846"),
		found("Pass von der neuen Kollegin ist da, hier für die Anmeldung: CF3K7X9TZ", "CF3K7X9TZ"),
		none("order 061 552 734"),
		none("DB 2207 1183 5502 0191"),
		none("LZ6311T476"),
		none("L9K2M4R8V3"),
		none("IMG-20240207-WA0003.jpg"),
		none("Windows Lizenz VK7JG-NPHTM-C97JM"),
		none("Schraube M8x40 passt"),
	})
	checkExamples(t, IDDocument, map[string]bool{"Perso L01X00T47": true, "Perso L9K2M4R8V2": false})
}

func TestIP(t *testing.T) {
	checkSpans(t, IP, []spanCase{
		found("Kamera unter http://192.0.2.9, bitte", "192.0.2.9"),
		found("192.0.2.7", "192.0.2.7"),
		found("drucker hat 192.168.178.20:9100", "192.168.178.20"),
		found("2001:db8::1 im log", "2001:db8::1"),
		found("fe80::1ff:fe23:4567:890a.", "fe80::1ff:fe23:4567:890a"),
		none("256.1.1.1"),
		none("1.2.3"),
		none("Version 10.4.2.1"),
		none("Pos. 1.2.3.4"),
		none("um 10:30:45"),
		none("Hilfsmittelnummer 15.31.07.2209"),
	})
}

func TestCoordinates(t *testing.T) {
	checkSpans(t, Coordinates, []spanCase{
		found("Standort: 53.12, 9.34", "53.12, 9.34"),
		none("kostet 53.12, 9.34 mit Karte"),
		found("treffen bei 52.14 Nord / 9.31 Ost", "52.14 Nord / 9.31 Ost"),
		none("got 12.50 n 15.50 off him"),
		none("12,50 o 13,50"),
		none("48.12 Nord, 11.55 steht im Plan"),
		found("48.137154, 11.576124", "48.137154, 11.576124"),
		found("https://maps.google.com/?q=48.1371,11.5761", "48.1371,11.5761"),
		found("geo:48.1371,11.5761", "48.1371,11.5761"),
		found("-33.8568,151.2153", "-33.8568,151.2153"),
		found("N 52° 31.2' E 013° 24.3'", "N 52° 31.2' E 013° 24.3'"),
		found(`48°08'14"N 11°34'34"E`, `48°08'14"N 11°34'34"E`),
		found("8FWH4HX8+QR", "8FWH4HX8+QR"),
		none("12.50, 13.80"),
		none("3,1415 und 2,7182 sind Zahlen"),
		none("Maße 120.5 x 60.25"),
		none("es hat 30° im Schatten"),
		none("2+2"),
	})
}

func TestURLPersonal(t *testing.T) {
	checkSpans(t, URLPersonal, []spanCase{
		found("https://wa.me/4917112345678", "wa.me/4917112345678"),
		found("guck instagram.com/maler.toni.privat!", "instagram.com/maler.toni.privat"),
		found("https://www.linkedin.com/in/erika-beispiel", "linkedin.com/in/erika-beispiel"),
		found("https://maps.app.goo.gl/AbCdEf123", "maps.app.goo.gl/AbCdEf123"),
		found("bin daheim, kommt vorbei https://maps.app.goo.gl/AbCdEf123", "maps.app.goo.gl/AbCdEf123"),
		none("treffpunkt morgen: https://maps.app.goo.gl/AbCdEf123 am hinteren tor"),
		none("unser insta: instagram.com/malerbetrieb"),
		none("https://www.instagram.com/reel/Cx1"),
		none("https://www.youtube.com/watch?v=abc"),
		none("https://www.bauhaus.info/schrauben"),
	})
}

func TestEmail(t *testing.T) {
	checkSpans(t, Email, []spanCase{
		none("kassenwart@verein.example und fliesenbetrieb@firma.example"),
		found("schick an erika.beispiel@web.example.", "erika.beispiel@web.example"),
		found("<erika+bau@web.example>", "erika+bau@web.example"),
		found("jürgen@müller-beispiel.de", "jürgen@müller-beispiel.de"),
		found("erika(at)web.example", "erika(at)web.example"),
		found("erika [at] web [punkt] example", "erika [at] web [punkt] example"),
		found("erika punkt beispiel ät web punkt example", "erika punkt beispiel ät web punkt example"),
		found("schreib an uwe ät maler bindestrich nord punkt example", "uwe ät maler bindestrich nord punkt example"),
		found("uta-dot-brandl-at-chor-dot-example", "uta-dot-brandl-at-chor-dot-example"),
		found("an toni_b (ät) postfach . de bitte", "toni_b (ät) postfach . de"),
		none("komm ät home . der Chef wartet"),
		none("see you at school . it was fun"),
		none("komm ät home . es regnet"),
		found("uwe ät maler punkt example minus den Rest", "uwe ät maler punkt example"),
		none("minus zwei grad, bindestrich fehlt"),
		found("erika at web dot example please", "erika at web dot example"),
		none("info@firma.example"),
		none("labor@firma.example"),
		none("bauamt@stadt.example"),
		none("events ät hof punkt example"),
		none("rechnung@firma.example und bewerbung@firma.example"),
		none("@Toni kommst du"),
		none("meet at noon. Dot is there"),
		none("foo@bar"),
	})
}

func TestBirthDate(t *testing.T) {
	checkSpans(t, DateOfBirth, []spanCase{
		found("geb. nullvierter dritter zwoundachtzig", "nullvierter dritter zwoundachtzig"),
		found("geb.tag 3. 4. neunundfuffzig", "3. 4. neunundfuffzig"),
		found("bei geburt stimmt was nicht, 03.04.1982", "03.04.1982"),
		none("he goes 3rd of july. 63 of us stay"),
		found("geboren am fünften siebten neunundsechzig", "fünften siebten neunundsechzig"),
		found("third of the fourth 88", "third of the fourth 88"),
		found("geb. 5.7.1969, also 050769", "5.7.1969"),
		none("drauf steht 05.07.1969"),
		none("5.7.69 steht unten dran"),
		none("she leaves 2nd of august. 64, and no party"),
		found("geb. 12.3.84", "12.3.84"),
		found("geb. 12.3.1934, gest. 30.3.2019", "12.3.1934"),
		found("geboren am 12. März 1984 in Ulm", "12. März 1984"),
		found("*12.03.1984", "12.03.1984"),
		found("Geburtsdatum: 1984-03-12", "1984-03-12"),
		found("GebDat 12/03/1984", "12/03/1984"),
		found("DOB 3rd of May 1990", "3rd of May 1990"),
		found("d.o.b. 03/05/90", "03/05/90"),
		found("she was born July 14, 1962", "July 14, 1962"),
		found("Geburtsdatum 120384", "120384"),
		found("Erika Beispiel, 12.03.1984", "12.03.1984"),
		found("geboren am zwölften März neunzehnhundertvierundachtzig", "zwölften März neunzehnhundertvierundachtzig"),
		found("Geburtsdatum erster Mai zweitausenddrei", "erster Mai zweitausenddrei"),
		found("born on the third of May 1990", "third of May 1990"),
		found("DOB twelfth March nineteen eighty four", "twelfth March nineteen eighty four"),
		found("born second of June two thousand and three", "second of June two thousand and three"),
		found("geb 12 3 1984", "12 3 1984"),
		found("DOB and licence for the new driver on unit four: 03/09/1964", "03/09/1964"),
		none("der dritte Mai war kalt"),
		none("der Beitrag sinkt ab 1. Jänner auf 2,8 Prozent"),
		none("am ersten März 1990 gegründet"),
		none("Termin am 12.03.2024"),
		none("Baujahr 12.03.1984"),
		none("Rechnung vom 12.03.1998"),
		none("Stefan hat am 12.3. Geburtstag"),
		none("Batch 12-05-1987"),
		none("31.02.84a"),
	})
}

func TestPlate(t *testing.T) {
	checkSpans(t, LicensePlate, []spanCase{
		found("Kennzeichen KT-512-B", "KT-512-B"),
		none("Stellplatz 15-D-3"),
		none("12-C-04"),
		none("Guten Tag, die Buchung ist RT55-KL"),
		none("Steine HH AB 310 x 200 mm"),
		none("Chiffre ZH 5120"),
		none("Charge LOS L3307"),
		none("plate check on the HH7"),
		found("M-AB 1234", "M-AB 1234"),
		found("WÜ-X 7E lädt", "WÜ-X 7E"),
		found("der Bulli HH AB 123 steht falsch", "HH AB 123"),
		found("MAB1234 ist das Kennzeichen", "MAB1234"),
		found("hh-er 559 parkt in der einfahrt", "hh-er 559"),
		found("B-TK2204", "B-TK2204"),
		found("AB12 CDE is blocking the gate", "AB12 CDE"),
		found("GU-482 KZ steht vorm Tor", "GU-482 KZ"),
		found("Auto ZH 418 902", "ZH 418 902"),
		found("231-D-4711", "231-D-4711"),
		found("MAB 1234 steht im Halteverbot, wem gehört der", "MAB 1234"),
		found("S AB-1234 Falschparker", "S AB-1234"),
		found("Anhänger WN.AB.123", "WN.AB.123"),
		found("AB12CDE parked across the drive", "AB12CDE"),
		found("ab12 cde reg", "ab12 cde"),
		found("old banger P123 ABC outside", "P123 ABC"),
		found("white Hilux DX 48 TR blocking us", "DX 48 TR"),
		found("grey Yaris parked on the ramp, 212 KE 4417, who owns it", "212 KE 4417"),
		found("Auto Nr. ZH 418 902", "ZH 418 902"),
		found("Blitzer in Wörth, WTH-KL 207, zu schnell", "WTH-KL 207"),
		found("blauer Skoda, Wagen L-MB 52TR", "L-MB 52TR"),
		found("plate on the low loader's OH 31C-7TK", "OH 31C-7TK"),
		none("212 KE 4417"),
		none("Reg is in the in tray, an by 9 he is back"),
		none("Profil MAB 1234"),
		none("AB12CDE is the part"),
		none("MAB1234"),
		none("M-ABC 12"),
		none("MÜN-AB 1234"),
		none("um ca 10"),
		none("in ca 20"),
		none("ok so 15"),
		none("DIN EN 1090"),
		none("DIN-EN 1090"),
		none("PE-HD 110"),
		none("Artikel M-AB 1234"),
		none("ab 15 Uhr"),
	})
}
