package report

import (
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/locale"
)

// texts is what reports say in one language beside the texts of the rules.
type texts struct {
	person, customer, chat string
	entities               map[detector.Type]string
}

var catalogue = map[locale.Lang]*texts{
	locale.German: {
		person: "Person", customer: "Kunde", chat: "Chat",
		entities: map[detector.Type]string{
			detector.Address:         "Adresse",
			detector.TaxID:           "Steuernummer",
			detector.SocialSecurity:  "Sozialversicherungsnummer",
			detector.HealthInsurance: "Krankenversichertennummer",
			detector.IDDocument:      "Ausweisnummer",
			detector.DateOfBirth:     "Geburtsdatum",
			detector.Credential:      "Zugangscode",
			detector.Coordinates:     "Standort",
			detector.IP:              "IP-Adresse",
			detector.URLPersonal:     "Link",
		},
	},
	locale.English: {
		person: "Person", customer: "Customer", chat: "Chat",
		entities: map[detector.Type]string{
			detector.Address:         "address",
			detector.TaxID:           "tax number",
			detector.SocialSecurity:  "social security number",
			detector.HealthInsurance: "health insurance number",
			detector.IDDocument:      "ID number",
			detector.DateOfBirth:     "date of birth",
			detector.Credential:      "access code",
			detector.Coordinates:     "location",
			detector.IP:              "IP address",
			detector.URLPersonal:     "link",
		},
	},
}

// textsFor returns the texts of a language, the English ones for any other.
func textsFor(l locale.Lang) *texts {
	if t, ok := catalogue[l]; ok {
		return t
	}
	return catalogue[locale.English]
}
