package report

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// exportName is the name that WhatsApp gives an export: fixed words of its
// language, then the name of a contact or group. Blanks may have become
// underscores or no-break spaces. Languages that write the name first, or that
// are not listed, match with no fixed words, so that all of it is hidden.
var exportName = regexp.MustCompile(`(?i)^(?:((?:discussion |chat de |chat |conversa [nd]o |czat |чат )?whatsapp(?:[- _\x{a0}]chat)?[ _\x{a0}](?:mit|with|avec|con|com|met|z|с|-)[ _\x{a0}])|.*(?:whatsapp|واتساب))(.*?)(\.[a-z0-9]{1,4})?$`)

// path hides whom a chat is with in the path of its file. What the user called
// a file or folder stays, as far as it names nobody who writes, because a path
// must lead back to the file. An absolute path often leads through the folder
// of a user; only its last element stays.
func (m *masker) path(chat int, name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) || strings.Contains(name, ":/") {
		name = path.Base(name)
	}
	elements := strings.Split(name, "/")
	for i, e := range elements {
		elements[i] = m.element(chat, e)
	}
	return strings.Join(elements, "/")
}

func (m *masker) element(chat int, name string) string {
	part := exportName.FindStringSubmatch(name)
	if part == nil {
		return m.words(chat, name)
	}
	return part[1] + m.chatName(chat, part[2]) + part[3]
}

// chatName returns the stand-in of the person a chat is named after, or the
// chat's number.
func (m *masker) chatName(chat int, name string) string {
	if m.people.isWriter(chat, name) {
		return m.people.of(chat, name, m.texts.T("person"))
	}
	return fmt.Sprintf("%s %d", m.texts.T("chat"), chat+1)
}

// words hides the words of a text that name somebody who writes in the chat.
func (m *masker) words(chat int, text string) string {
	var cuts []cut
	m.text.ResetWords(text)
	for i, t := range m.text.Tokens {
		if m.people.knows(chat, m.text.Word(i)) {
			cuts = append(cuts, newCut(int(t.Start), int(t.End), m.people.of(chat, m.text.Of(i), m.texts.T("person"))))
		}
	}
	var e edit
	e.apply(text, merge(text, cuts))
	return e.text
}

// attachments hides file names, which often hold the name of a contact.
func attachments(names []string) []string {
	masked := make([]string, len(names))
	for i, n := range names {
		masked[i] = attachment(n)
	}
	return masked
}

func attachment(name string) string {
	if name == "" {
		return ""
	}
	return hidden + extension(name)
}

// extension returns the file extension with its dot if it looks like one.
func extension(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i < 0 || len(name)-i > len(".jpeg") {
		return ""
	}
	for _, r := range name[i+1:] {
		if !('a' <= r && r <= 'z' || '0' <= r && r <= '9') {
			return ""
		}
	}
	return name[i:]
}
