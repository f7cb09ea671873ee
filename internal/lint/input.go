package lint

import (
	"time"

	"github.com/chatlint/chatlint/chat"
)

// Input describes one chat of a run. It is all that a report gets of a chat
// beside the findings: from a chat.Chat every message could be read.
type Input struct {
	Path      string // as the user named it
	Entry     string // text inside a zip, "" otherwise
	Name      string // of the person or group
	SHA256    string // of the file at Path, in lower-case hexadecimal
	Bytes     int64  // size of the file at Path
	Encoding  string
	DateOrder chat.DateOrder
	Ambiguous bool // DateOrder is a guess

	Participants []chat.Participant
	Messages     int
	First, Last  time.Time // zero for a chat without messages

	Cards    int      // contact cards that were read
	Media    []string // other files that came with the chat; they are not examined
	Problems []chat.Problem
	Dropped  int // problems beyond those listed
}

// Inputs describes chats.
func Inputs(chats []*chat.Chat) []Input {
	inputs := make([]Input, len(chats))
	for i, c := range chats {
		inputs[i] = Input{
			Path: c.Path, Entry: c.Entry, Name: c.Name, SHA256: c.SHA256, Bytes: c.Bytes,
			Encoding: c.Encoding, DateOrder: c.Order, Ambiguous: c.Ambiguous,
			Participants: c.Participants, Messages: c.MessageCount, First: c.First, Last: c.Last,
			Cards: len(c.Cards), Media: media(c), Problems: c.Problems, Dropped: c.ProblemsDropped,
		}
	}
	return inputs
}

// media lists the files of a chat that nobody has looked into.
func media(c *chat.Chat) []string {
	read := map[string]bool{}
	for _, card := range c.Cards {
		read[card.File] = true
	}
	var names []string
	for _, a := range c.Media {
		if !read[a.Name] {
			names = append(names, a.Name)
		}
	}
	return names
}
