package detector

import "testing"

func TestNationalNumber(t *testing.T) {
	checkSpans(t, IDDocument, []spanCase{
		found("her NRIC is S1234567D", "S1234567D"),
		found("Aadhaar 2345 6789 0124", "2345 6789 0124"),
		found("my aadhar no is 234567890124", "234567890124"),
		found("NIN 12345678901 for the form", "12345678901"),
		found("DNI 12345678Z", "12345678Z"),
		found("GHA-123456789-0", "GHA-123456789-0"),
		found("id number 800101 5009 087", "800101 5009 087"),
		found("800101 5009 087", "800101 5009 087"),
		found("license S1234 56789 01234, clean", "S1234 56789 01234"),
		found("8001015009087", "8001015009087"),
		found("renewed, 1000 2000 3000 4001 exp 3 may", "1000 2000 3000 4001"),
		none("2345 6789 0124 pcs"),
		none("id 8013015009087"),
		none("HMO meeting at 9"),
	})
	checkSpans(t, SocialSecurity, []spanCase{
		found("Pesel 80022901235", "80022901235"),
		found("BSN 111222333", "111222333"),
		found("SIN 046 454 286", "046 454 286"),
		found("046 454 286", "046 454 286"),
		found("ssn 987-65-4321", "987-65-4321"),
		found("QQ 12 34 56 C", "QQ 12 34 56 C"),
		found("UAN 100200300400", "100200300400"),
		none("mir sin 046 454 287"),
		none("046 454 287"),
		none("80022901235"),
	})
	checkSpans(t, TaxID, []spanCase{
		found("tfn 123 456 782", "123 456 782"),
		none("Steuerberater Huber, direkt 030 23125000"),
		found("TFN is 123456789?", "123456789"),
		found("KRA pin A123456789B", "A123456789B"),
		found("ITIN 912-70-1234", "912-70-1234"),
		found("PAN ABCPE1234F", "ABCPE1234F"),
		found("ABCPE1234F", "ABCPE1234F"),
		none("ABCCE1234F"),
		none("part no ABCPE1234F"),
	})
	checkSpans(t, HealthInsurance, []spanCase{
		found("Medicare 2123 45670 1", "2123 45670 1"),
		found("HMO-1234-56789 active", "HMO-1234-56789"),
		found("nhif 12345678", "12345678"),
		found("health card 9876 543 217", "9876 543 217"),
		found("NHIF is R1234567", "R1234567"),
		found("medical aid no AB 1234 56789", "AB 1234 56789"),
		none("health and safety 9876 543 218"),
		none("Kassennummer: 08.11.1966"),
	})
}

// A number answers a message that asks for it, also behind a few words.
func TestNationalNumberAnswers(t *testing.T) {
	scanner := New().NewScanner()
	for _, c := range []struct {
		asked, answer string
		of            Type
		want          string
	}{
		{"I need your TFN please", "here you go 123456782", TaxID, "123456782"},
		{"IRD number for the new one?", "12-345-678", TaxID, "12-345-678"},
		{"passports for the trip please", "mine is 123456789", IDDocument, "123456789"},
		{"his NIN?", "12345678901 ma", IDDocument, "12345678901"},
		{"Versichertennummer von ihr?", "steht oben, A123456789", HealthInsurance, "A123456789"},
		{"birth date of the little one?", "it's 2023-04-05", DateOfBirth, "2023-04-05"},
		{"number of the boss? thanks", "312 555 0147", Phone, "312 555 0147"},
		{"sendungsnummer?", "030 1234567 89", Phone, ""},
		{"ABN of the mob?", "12 345 678 901", TaxID, ""},
	} {
		earlier := newText(c.asked)
		text := newText(c.answer)
		got := ""
		for _, e := range scanner.Run(text, Context{Earlier: []*Text{earlier}}) {
			if e.Type == c.of {
				got = c.answer[e.Start:e.End]
			}
		}
		if got != c.want {
			t.Errorf("%q, %q: found %q, want %q", c.asked, c.answer, got, c.want)
		}
	}
}

func TestAccount(t *testing.T) {
	checkSpans(t, IBAN, []spanCase{
		found("acct 8812740336 routing 111000025", "8812740336 routing 111000025"),
		found("routing 111000025 acct 58261047390", "111000025 acct 58261047390"),
		found("BSB 062-000 account 1234 5678", "062-000 account 1234 5678"),
		found("acc 17066323 sort code 20-65-79", "17066323 sort code 20-65-79"),
		found("HDFC0001234 a/c 50100012345678", "HDFC0001234 a/c 50100012345678"),
		found("account no 50100012345678 ifsc HDFC0001234", "50100012345678 ifsc HDFC0001234"),
		found("acc no 12345678 s/c 12-34-56", "12345678 s/c 12-34-56"),
		found("12-3140-0171323-50 thanks", "12-3140-0171323-50"),
		found("transit 12345 institution 003 account 1234567", "12345 institution 003 account 1234567"),
		found("branch code 250655 acc 62001234567", "250655 acc 62001234567"),
		found("gtbank 0123456789", "0123456789"),
		found("access bank 0123 456 789 or 0123 456 798", "0123 456 789", "0123 456 798"),
		found("Kontonummer 12345678", "12345678"),
		found("DE58123456780123456789 Tel 030 1234567", "DE58123456780123456789"),
		none("die Bank 030 1234567 anrufen"),
		none("routing is slow on line 4"),
		none("HDFC0001234"),
		none("account 12"),
	})
}

func TestForeignPlate(t *testing.T) {
	checkSpans(t, LicensePlate, []spanCase{
		found("KA 05 MK 2210 is blocking", "KA 05 MK 2210"),
		found("TS09 EA 1234", "TS09 EA 1234"),
		found("TX 7ABC123 tag", "7ABC123"),
		found("KDA 123B at the gate", "KDA 123B"),
		found("LSR-412XA", "LSR-412XA"),
		found("who parked ABC 1234 here", "ABC 1234"),
		found("rego on the second ute 1QX 7RB", "1QX 7RB"),
		found("ZH 512 448 isch do", "ZH 512 448"),
		found("dr Bus mit Zettel. VS-TN 682", "VS-TN 682"),
		found("rego for the spare one is due soon: 1RT 4WX", "1RT 4WX"),
		found("Ohio KLD 5521", "KLD 5521"),
		found("tag on that is KY 31B 7TR for the list", "KY 31B 7TR"),
		found("rego 482 ABC", "482 ABC"),
		found("the rego's S123 ABC", "S123 ABC"),
		found("bakkie CA 123 ABC", "CA 123 ABC"),
		found("clamped KMAB 123C", "KMAB 123C"),
		none("rego cost 482 EUR"),
		none("ABC 1234"),
		none("CH 512 448"),
		none("ZH 512 448 Stück"),
		none("Kennzeichen fehlt, um 15 Uhr"),
		none("PO ABC 1234 bestellt"),
	})
}
