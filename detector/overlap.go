package detector

import (
	"cmp"
	"slices"
)

// precedence says which of two overlapping entities stays: the type that stands
// first. The narrower a format is, the earlier it comes: an IBAN holds what looks
// like a card number, a tax ID what looks like a phone number, a street a name.
var precedence = []Type{
	Email,
	Coordinates,
	URLPersonal,
	IBAN,
	SocialSecurity,
	TaxID,
	HealthInsurance,
	IDDocument,
	Card,
	IP,
	DateOfBirth,
	LicensePlate,
	Phone,
	Address,
	Credential,
	Person,
	Organization,
	Location,
}

func rank(t Type) int {
	if i := slices.Index(precedence, t); i >= 0 {
		return i
	}
	return len(precedence)
}

// resolve sorts the entities and drops, of two that overlap, the one of lower
// precedence; within a type the longer one stays. It works in place.
func resolve(found []Entity) []Entity {
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(rank(a.Type), rank(b.Type)), cmp.Compare(b.End, a.End), cmp.Compare(b.Score, a.Score))
	})
	kept := found[:1]
	for _, e := range found[1:] {
		last := &kept[len(kept)-1]
		switch {
		case e.Start >= last.End:
			kept = append(kept, e)
		case outranks(e, *last):
			*last = e
		}
	}
	return kept
}

func outranks(a, b Entity) bool {
	if ra, rb := rank(a.Type), rank(b.Type); ra != rb {
		return ra < rb
	}
	return a.End-a.Start > b.End-b.Start
}
