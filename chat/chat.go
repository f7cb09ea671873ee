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
