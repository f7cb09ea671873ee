package chat

import (
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-vcard"
)

// Card is a contact card that was sent in a chat.
type Card struct {
	File      string // as in Media
	Names     []string
	Phones    []string
	Emails    []string
	Addresses []string // one line each
	Org       string
	Notes     []string
}

// addCard reads the file called name if it is a contact card.
func (c *Chat) addCard(name string, size int64, open opener) {
	if !strings.EqualFold(path.Ext(name), ".vcf") {
		return
	}
	if len(c.Cards) >= MaxCards || size > MaxCardSize || c.cardText > MaxCardText {
		c.addProblem(Problem{Code: CardsSkipped, Count: 1, Entry: name})
		return
	}
	cards, err := readCards(name, open)
	if err != nil {
		c.addProblem(Problem{Code: BrokenCard, Count: 1, Entry: name})
	}
	for _, card := range cards {
		c.cardText += card.size()
	}
	c.Cards = append(c.Cards, cards...)
}

// size is how many bytes are kept of a card.
func (c *Card) size() int {
	n := len(c.Org)
	for _, list := range [][]string{c.Names, c.Phones, c.Emails, c.Addresses, c.Notes} {
		for _, value := range list {
			n += len(value)
		}
	}
	return n
}

// readCards reads all cards of a file, as far as they parse.
func readCards(name string, open opener) ([]Card, error) {
	r, err := open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, MaxCardSize))
	if err != nil {
		return nil, err
	}
	var cards []Card
	dec := vcard.NewDecoder(strings.NewReader(unfold.Replace(string(text))))
	for len(cards) < MaxCards {
		v, err := dec.Decode()
		if err == io.EOF {
			break
		}
		if err != nil {
			return cards, err
		}
		cards = append(cards, newCard(name, v))
	}
	if len(cards) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return cards, nil
}

// unfold joins lines that were folded (RFC 6350, 3.2). The decoder would do it
// in the square of their number.
var unfold = strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "")

func newCard(name string, v vcard.Card) Card {
	card := Card{
		File:   name,
		Names:  values(v, vcard.FieldFormattedName, vcard.FieldNickname),
		Phones: values(v, vcard.FieldTelephone),
		Emails: values(v, vcard.FieldEmail),
		Notes:  values(v, vcard.FieldNote),
	}
	if len(card.Names) == 0 {
		card.Names = joined(v, vcard.FieldName)
	}
	card.Addresses = joined(v, vcard.FieldAddress)
	card.Org = strings.Join(joined(v, vcard.FieldOrganization), ", ")
	return card
}

// values returns the values of the fields without repetitions.
func values(v vcard.Card, fields ...string) []string {
	var out []string
	seen := map[string]bool{}
	for _, field := range fields {
		for _, value := range v.Values(field) {
			out = appendNew(out, cardText(value), seen)
		}
	}
	return out
}

// joined returns structured values with their parts in one line.
func joined(v vcard.Card, field string) []string {
	var out []string
	seen := map[string]bool{}
	for _, value := range v.Values(field) {
		var parts []string
		for part := range strings.SplitSeq(value, ";") {
			if part = cardText(part); part != "" {
				parts = append(parts, part)
			}
		}
		out = appendNew(out, strings.Join(parts, ", "), seen)
	}
	return out
}

func cardText(value string) string {
	value = strings.ToValidUTF8(value, string(utf8.RuneError))
	return strings.TrimSpace(strings.Join(strings.Fields(value), " "))
}

func appendNew(list []string, value string, seen map[string]bool) []string {
	if value == "" || seen[value] {
		return list
	}
	seen[value] = true
	return append(list, value)
}
