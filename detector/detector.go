// Package detector finds the pieces of a message that identify a person: names,
// numbers, addresses, codes. A detector knows formats and words, not meaning;
// what a message says about whom is the work of package rules.
package detector

// Type is the type of an entity, spelled as in the detection guideline.
type Type string

// The entity types. Location and Organization help to tell persons from towns
// and firms; they identify nobody and no rule reports them.
const (
	Person          Type = "PERSON"
	Phone           Type = "PHONE"
	Email           Type = "EMAIL"
	Address         Type = "ADDRESS"
	IBAN            Type = "IBAN"
	Card            Type = "CARD"
	TaxID           Type = "TAX_ID"
	SocialSecurity  Type = "SOCIAL_SECURITY"
	HealthInsurance Type = "HEALTH_INSURANCE"
	IDDocument      Type = "ID_DOCUMENT"
	DateOfBirth     Type = "DATE_OF_BIRTH"
	LicensePlate    Type = "LICENSE_PLATE"
	Credential      Type = "CREDENTIAL"
	Coordinates     Type = "COORDINATES"
	IP              Type = "IP"
	URLPersonal     Type = "URL_PERSONAL"
	Location        Type = "LOCATION"
	Organization    Type = "ORGANIZATION"
)

// Types lists all types, in the order of the guideline.
var Types = []Type{Person, Phone, Email, Address, IBAN, Card, TaxID, SocialSecurity, HealthInsurance, IDDocument,
	DateOfBirth, LicensePlate, Credential, Coordinates, IP, URLPersonal, Location, Organization}

// Entity is a span of a message that a detector found.
type Entity struct {
	Type       Type
	Start, End int     // bytes of Text.Raw
	Score      float32 // how sure the detector is, 0 to 1; not how severe it is
	Why        string  // what decided, in a few fixed English words; never text of the message
	StandIn    bool    // what redaction has put for a name; it identifies nobody
	Example    bool    // a published example value such as DE89 3704 0044 0532 0130 00
}

// People holds the names that a chat has told beside the message at hand:
// senders, mentions, contact cards. It is read-only during a scan.
type People interface {
	// Known reports how sure it is (0 to 1) that the lower-cased word is a
	// name, or part of one, of somebody in this chat.
	Known(word string) float32
}

// Context is what the chat tells about a message beside its text. The zero
// value means that nothing is known.
type Context struct {
	Sender  string
	People  People
	Earlier []*Text // the messages before it, newest first

	talk *secretTalk // buffers of the scanner
}

func (c *Context) secretTalk() *secretTalk {
	if c.talk == nil {
		return new(secretTalk)
	}
	return c.talk
}

// Detector is one entry of the registry.
type Detector struct {
	Name  string
	Types []Type // the types it can return
	// Gate is a cheap test that rules the detector out for most messages.
	// It must never be false where Find would return an entity.
	Gate func(*Text) bool
	// Find appends what it finds in the text, in any order.
	Find func(*Text, Context, []Entity) []Entity
}
