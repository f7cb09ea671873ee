// Package chat reads the chat exports that WhatsApp writes.
//
// Nothing in an export says which phone wrote it, so the package derives the
// line format, the order of day and month, and the kind of every message from
// the file itself: a first pass learns, a second pass streams the messages.
// Neither pass holds the file in memory.
package chat

import (
	"fmt"
	"time"
)

// Kind says what a message is made of.
type Kind uint8

// The kinds of a message. Only Text, Contact, Location, Poll and the captions
// of Media carry words of a person.
const (
	Text     Kind = iota
	Media         // picture, voice, document … or content the export left out
	System        // a notice WhatsApp wrote: joined, left, encrypted …
	Deleted       // "This message was deleted"
	Location      // a shared place or live location
	Contact       // a contact card (.vcf)
	Poll          // a poll with its options
	Call          // a taken, missed or unanswered call
)

var kindNames = [...]string{"text", "media", "system", "deleted", "location", "contact", "poll", "call"}

// String returns the name used in every output format.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// MarshalText writes the name, so that JSON holds words and not numbers.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Message is one entry of a chat, in the order of the file.
type Message struct {
	Index      int       // 0-based position in the chat
	Line       int       // 1-based line of its header in the file
	Time       time.Time // wall clock as written, in UTC because an export names no zone
	Sender     string    // as saved on the exporting phone; empty for System
	Kind       Kind
	Text       string // what was written, without placeholders and invisible marks
	Edited     bool   // carried the "message was edited" suffix
	Attachment string // file name that the message names, if any
}

// Options tell how to read an input.
type Options struct {
	DateOrder DateOrder // order of day and month; Auto derives it from the file
}

// Chat is one export, as the first pass has seen it. It holds no message; they
// are read again by Messages.
type Chat struct {
	Name      string    // of the person or group, from the file name
	Path      string    // input as given
	Entry     string    // text inside a zip, "" otherwise
	SHA256    string    // of the input file as given, in hexadecimal
	Bytes     int64     // size of the input file as given
	Encoding  string    // "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252"
	Order     DateOrder // of the first part of the file
	Ambiguous bool      // nothing in the file decides Order: it is a guess

	Participants []Participant // senders of messages, busiest first
	MessageCount int           // all entries, notices included
	First, Last  time.Time     // earliest and latest time

	Media []Attachment // files exported beside the text
	Cards []Card       // contact cards among them

	Problems        []Problem
	ProblemsDropped int // problems beyond those kept

	profile  *profile
	open     opener
	cardText int // bytes that Cards holds
}

// Attachment is a file that was exported beside the text. Its content is not
// read.
type Attachment struct {
	Name string // as in the zip or folder, with / between folders
	Size int64  // uncompressed, in bytes
}

// After returns the message that follows message i, or nil.
func After(messages []Message, i int) *Message {
	if i+1 < len(messages) {
		return &messages[i+1]
	}
	return nil
}
