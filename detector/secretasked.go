package detector

// What redaction asks of the words of a message. It hides a secret sooner than a scan
// reports one, by rules of its own for how the words stand together; what a word means
// there is decided here, once. All of these are false for a token that
// is no word or stands outside the text.

// NamesCode reports whether token i names a code or a password that opens something.
func (t *Text) NamesCode(i int) bool { return t.marked(i, markCode|markPassword) }

// NamesKey reports whether token i names the key of a door, not a tool of that name.
func (t *Text) NamesKey(i int) bool { return t.marked(i, markKey) }

// IsUnit reports whether token i is what a number before it counts or measures: "Euro", "min".
func (t *Text) IsUnit(i int) bool { return t.marked(i, markUnit) }

// Places reports whether token i is a preposition that may open the description of where
// something lies: "auf", "in", and those that Hides reports.
func (t *Text) Places(i int) bool { return t.marked(i, markPreposition) }

// Hides reports whether token i is a preposition that hides what it places: "unter", "behind".
func (t *Text) Hides(i int) bool { return t.Places(i) && covering.has(t.Word(i)) }

// EndsPlace reports whether token i is a word that no description of a place goes on with.
func (t *Text) EndsPlace(i int) bool { return t.kind(i) == Word && placeStops.has(t.Word(i)) }
