package report

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/chatlint/chatlint/internal/lint"
)

// exportName is the name that WhatsApp gives an export: fixed words of its
// language, then the name of a contact or group. Blanks may have become
// underscores or no-break spaces. Languages that write the name first, or that
// are not listed, match with no fixed words, so that all of it is hidden.
var exportName = regexp.MustCompile(`(?i)^(?:((?:discussion |chat de |chat |conversa [nd]o |czat |чат )?whatsapp(?:[- _\x{a0}]chat)?[ _\x{a0}](?:mit|with|avec|con|com|met|z|с|-)[ _\x{a0}])|.*(?:whatsapp|واتساب))(.*?)(\.[a-z0-9]{1,4})?$`)

// fileName hides whom a chat is with in its path and its name. What the user
// called a file or folder stays, as far as it names nobody who writes, because
// a path must lead back to the file. An absolute path often leads through the
// folder of a user; only its last element stays.
func (m *masker) fileName(chat int, in *lint.Input) (maskedPath, name string) {
	name = m.chatName(chat, in.Name)
	p := strings.ReplaceAll(in.Path, `\`, "/")
	if path.IsAbs(p) || strings.Contains(p, ":/") {
		p = path.Base(p)
	}
	elements := strings.Split(p, "/")
	for i, e := range elements {
		if part := exportName.FindStringSubmatch(e); part != nil {
			elements[i] = part[1] + name + part[3]
		} else {
			elements[i] = m.words(chat, e)
		}
	}
	return strings.Join(elements, "/"), name
}

// chatName returns the stand-in of the person a chat is named after, or the
// chat's number.
func (m *masker) chatName(chat int, name string) string {
	if m.people.isWriter(chat, name) {
		return m.people.of(chat, name, m.texts.person)
	}
	return fmt.Sprintf("%s %d", m.texts.chat, chat+1)
}

// words hides the words of a text that name somebody who writes in the chat.
func (m *masker) words(chat int, text string) string {
	var cuts []cut
	m.text.Reset(text)
	for i, t := range m.text.Tokens {
		if label, ok := m.people.knows(chat, m.text.Word(i)); ok {
			cuts = append(cuts, newCut(int(t.Start), int(t.End), label))
		}
	}
	var e edit
	e.apply(text, merge(text, cuts))
	return e.text
}
