package detector

import "testing"

func TestChecksums(t *testing.T) {
	for _, c := range []struct {
		name           string
		check          func([]byte) verdict
		valid, invalid []string
	}{
		{"IBAN", mod97, []string{"DE58123456780123456789", "AT469999912345678901", "CH8399999000123456789"}, []string{"DE58123457780123456789"}},
		{"tax ID", taxIdentification, []string{"61028378599", "90812546723", "86095742719"}, []string{"61028378590", "12345678903", "01028378599"}},
		{"pension", pensionNumber, []string{"53310190M077", "10150585K557", "15070649C103"}, []string{"53310190M078"}},
		{"insured", insuredNumber, []string{"X123456788", "M900000018", "A000500015", "C000500021"}, []string{"X123456789"}},
		{"AHV", ean13, []string{"7561234567897", "7569999000017"}, []string{"7561234567898"}},
		{"card", luhn, []string{"4111111111111111", "5555555555554444"}, []string{"4111111111111112"}},
		{"licence", germanLicence, []string{"B072RRE2I55", "E123A0B2C11", "K0129ZZZ971"}, []string{"E123A0B2C01"}},
		{"NHS", nhsNumber, []string{"9434765919"}, []string{"9434765918"}},
		{"PPS", pps, []string{"1234567T"}, []string{"1234567A"}},
	} {
		for _, s := range c.valid {
			if c.check([]byte(s)) != valid {
				t.Errorf("%s %s: not valid", c.name, s)
			}
		}
		for _, s := range c.invalid {
			if c.check([]byte(s)) != invalid {
				t.Errorf("%s %s: not invalid", c.name, s)
			}
		}
	}
	if pensionNumber([]byte("53311990M077")) != unknown {
		t.Error("a pension number with month 19 has another shape")
	}
	for s, want := range map[string]int{"LZ6311T47": 5, "L9K2M4R8V": 2, "CH5T9K3WX": 0, "F7P4V1NLR": 4} {
		if got := icao731([]byte(s)); got != want {
			t.Errorf("check digit of %s is %d, want %d", s, got, want)
		}
	}
}
