package chat

import (
	"io"
	"iter"
	"strings"
)

// Messages streams the messages of the chat in the order of the file. It reads
// the input again; an error ends the sequence.
func (c *Chat) Messages() iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		var m Message
		for e, err := range c.entries() {
			if err == nil {
				m = e.reader.message(e.entry)
			}
			if !yield(m, err) || err != nil {
				return
			}
		}
	}
}

// numbered is an entry with the reader that makes a message of it.
type numbered struct {
	*entry
	reader *messageReader
}

// entries streams the entries of the chat; each is valid until the next one.
// The caller makes a message of every one.
func (c *Chat) entries() iter.Seq2[numbered, error] {
	return func(yield func(numbered, error) bool) {
		r, err := c.open()
		if err != nil {
			yield(numbered{}, c.wrap(err))
			return
		}
		defer r.Close()
		format := &knownFormat{stretches: c.profile.stretches}
		s := newScanner(newLineReader(r, c.profile.encoding), format)
		reader := messageReader{profile: c.profile}
		for {
			e, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				yield(numbered{}, c.wrap(err))
				return
			}
			if !yield(numbered{e, &reader}, nil) {
				return
			}
		}
		if reader.index != c.MessageCount {
			yield(numbered{}, c.wrap(&Error{Code: ChangedMeanwhile}))
		}
	}
}

// messageReader turns entries into messages with what the first pass learned.
type messageReader struct {
	profile *profile
	index   int
	lastRaw []byte
	lastWho *person
}

func (r *messageReader) message(e *entry) Message {
	m := Message{Index: r.index, Line: e.line, Time: e.wallClock(r.profile.stretches[e.stretch].order)}
	r.index++
	name, body, notice := e.split()
	if notice {
		m.Kind, m.Text = System, clean(body)
		return m
	}
	who := r.who(name)
	if who == nil {
		m.Sender = cleanName(name)
	} else {
		m.Sender = who.shown()
		if body, notice = r.behindName(who, e, body); notice {
			m.Kind, m.Sender, m.Text = System, "", clean(e.body)
			return m
		}
	}
	c := classify(body, surroundings{sender: m.Sender, lead: e.lead, iphone: e.iphone()})
	if c.kind == Text && e.iphone() && isMarked(body) && (m.Index == 0 || who != nil && who.isGroup() || isMarkedNotice(c.text, m.Sender)) {
		m.Kind, m.Sender, m.Text = System, "", c.text
		return m
	}
	m.Kind, m.Text, m.Attachment, m.Edited = c.kind, c.text, c.attachment, c.edited
	return m
}

// who finds the person of a raw name; people often write several messages in
// a row.
func (r *messageReader) who(name []byte) *person {
	if r.lastWho == nil || string(name) != string(r.lastRaw) {
		r.lastWho = r.profile.people.find(name)
		if r.lastWho == nil {
			r.lastWho = r.profile.people.byName[cleanName(name)]
		}
		r.lastRaw = append(r.lastRaw[:0], name...)
	}
	return r.lastWho
}

// behindName returns the body behind the second part of a name with a colon.
// On Android a line without that part is a notice about the person.
func (r *messageReader) behindName(who *person, e *entry, body []byte) (rest []byte, notice bool) {
	if who.onlyNotices() {
		return nil, true
	}
	if !who.isFull {
		return body, false
	}
	part, start := secondPart(body, e.first-(len(e.body)-len(body)))
	if part == nil || cleanName(part) != who.next {
		return nil, true
	}
	return body[start:], false
}

// wrap adds the input to an error.
func (c *Chat) wrap(err error) error {
	e, ok := err.(*Error)
	if !ok {
		return &Error{Code: NotReadable, Path: c.Path, Entry: c.Entry, Err: cause(err)}
	}
	if e.Path == "" {
		e = &Error{Code: e.Code, Path: c.Path, Entry: c.Entry, What: e.What, Value: e.Value, Limit: e.Limit, Err: e.Err}
	}
	return e
}

// titlePrefixes and titleSuffixes surround the name of a chat in the name of
// its file.
var (
	titlePrefixes = split(`WhatsApp Chat - |WhatsApp-Chat mit |WhatsApp Chat mit |WhatsApp Chat with |Discussion WhatsApp avec |Chat de WhatsApp con |Chat WhatsApp con |Conversa no WhatsApp com |Conversa do WhatsApp com |WhatsApp-chat met |Czat WhatsApp z |Чат WhatsApp с контактом |Чат WhatsApp с |دردشة واتساب مع |Chat WhatsApp s uživatelem |WhatsApp 与 |WhatsApp-chatt med |WhatsApp-chat med `)
	titleSuffixes = split(` ile WhatsApp Sohbeti|的对话|的 WhatsApp 聊天|的 WhatsApp 對話`)
)

// titleBlanks are what mail programs and file systems make of blanks.
var titleBlanks = strings.NewReplacer("\u00A0", " ", "_", " ", "\u202F", " ")

// title derives the name of a chat from the name of its file.
func title(file string) string {
	for _, ext := range []string{".txt", ".zip"} {
		if len(file) > len(ext) && strings.EqualFold(file[len(file)-len(ext):], ext) {
			file = file[:len(file)-len(ext)]
		}
	}
	name := strings.TrimSpace(titleBlanks.Replace(file))
	for _, prefix := range titlePrefixes {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" {
			return strings.TrimSpace(rest)
		}
	}
	for _, suffix := range titleSuffixes {
		if rest, ok := strings.CutSuffix(name, suffix); ok && rest != "" {
			return strings.TrimSpace(strings.TrimLeft(rest, "与與"))
		}
	}
	return strings.TrimSpace(file)
}
