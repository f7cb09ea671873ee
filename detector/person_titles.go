package detector

// titleKind says what a title promises about the words behind it.
type titleKind uint8

const (
	addressTitle  titleKind = iota + 1 // Herr, Frau, Mr: a surname follows
	familyTitle                        // Familie, Fam.: a surname follows
	academicTitle                      // Dr., Prof.: a surname may follow
)

// titleWords are the words, without their full stop, that stand before a
// person's name and do not belong to it.
var titleWords = map[string]titleKind{
	"herr": addressTitle, "herrn": addressTitle, "hr": addressTitle, "hrn": addressTitle, "frau": addressTitle, "fr": addressTitle,
	"fräulein": addressTitle, "frl": addressTitle, "mr": addressTitle, "mrs": addressTitle, "ms": addressTitle, "mister": addressTitle,
	"missus":  addressTitle,
	"familie": familyTitle, "fam": familyTitle, "eheleute": familyTitle, "ehepaar": familyTitle,
	"dr": academicTitle, "prof": academicTitle, "professor": academicTitle, "ing": academicTitle, "dipl": academicTitle,
	"mag": academicTitle, "med": academicTitle,
}
