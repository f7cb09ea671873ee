package redact

import (
	"path"
	"regexp"
	"strings"

	"github.com/chatlint/chatlint/chat"
)

// ownNames are the names that WhatsApp itself gives to files; they tell a date
// and a number.
var ownNames = regexp.MustCompile(`^(?:\d{8}-)?(?:[A-Z]{3,10}-\d[\d-]*(?:WA\d+)?|\d{4}-\d\d-\d\d-[A-Z]+-\d+)(?:\.\w{1,5})?$`)

// numbering is what an iPhone puts before the name of a file.
var numbering = regexp.MustCompile(`^\d{8}-`)

// attachments finds the name of the file that a message names, with and without
// the number before it.
func attachments(text string, m *chat.Written, t *table) []edit {
	if m.Attachment == "" || ownNames.MatchString(m.Attachment) || isStandIn(numbering.ReplaceAllString(m.Attachment, "")) {
		return nil
	}
	name := numbering.ReplaceAllString(m.Attachment, "")
	if name == "" {
		return nil
	}
	standIn, shown := t.file(name), visible(name)
	var out []edit
	for from := 0; ; {
		i := strings.Index(text[from:], shown)
		if i < 0 {
			return out
		}
		from += i + len(shown)
		out = append(out, edit{start: from - len(shown), end: from, typ: attachment, standIn: standIn})
	}
}

// file returns the stand-in for the name of a file, which keeps its extension.
func (t *table) file(name string) string {
	ext := path.Ext(name)
	if !extension.MatchString(ext) {
		ext = ""
	}
	return t.of(attachment, name, name) + ext
}

var extension = regexp.MustCompile(`^\.\w{1,5}$`)

// fileName returns the stand-in for the name of a file beside the chat, the name
// itself where WhatsApp gave it.
func (t *table) fileName(name string) string {
	number := numbering.FindString(name)
	base := strings.TrimPrefix(name, number)
	if ownNames.MatchString(name) || isStandIn(base) {
		return name
	}
	return number + t.file(base)
}
