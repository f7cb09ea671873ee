package redact

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/people"
	"github.com/chatlint/chatlint/rules"
)

// rewriter writes chats with stand-ins. It serves one run of a job.
type rewriter struct {
	*job
	finder
	look    *lookout
	own     *namer // of the names as they stand now
	at      int    // number of the chat at hand
	notices *noticeNames
	session *rules.Session // nil if no message is to be dropped
}

// noticeNames tells persons from groups where a line of an iPhone names the one
// or the other before a notice.
type noticeNames struct {
	groups  map[string]bool
	persons []string
	seen    map[string]bool
}

func newNoticeNames() *noticeNames {
	return &noticeNames{groups: map[string]bool{}, seen: map[string]bool{}}
}

// hear learns from a message. The name of a group writes nothing, and no notice
// begins with it.
func (n *noticeNames) hear(m *chat.Written) {
	if m.Name == "" {
		return
	}
	name := savedName(m.Name)
	if m.Kind != chat.System || strings.HasPrefix(savedName(m.Body), name) {
		delete(n.groups, name)
		if !n.seen[name] && len(n.persons) < chat.MaxSenders {
			n.seen[name] = true
			n.persons = append(n.persons, name)
		}
	} else if !n.seen[name] {
		n.groups[name] = true
	}
}

// chat writes one chat and reports whether it differs from the one it read.
func (r *rewriter) chat(c *chat.Chat, w io.Writer) (changed bool, err error) {
	buffer := bufio.NewWriterSize(w, 64<<10)
	out := c.Encode(buffer)
	r.startChat()
	if r.opt.Drop != rules.None {
		roster, err := people.Of(r.ctx, r.engine, c, r.opt.workers())
		if err != nil {
			return false, err
		}
		r.session = r.engine.NewSession(roster)
	}
	err = r.look.each(r.at, c, func(m, next *chat.Written, seen []sighting) error {
		if m.Index == 0 {
			if err := writePreamble(out, c, m.Ends[0]); err != nil {
				return err
			}
		}
		name, body := r.sender(m), r.body(m, next, seen)
		changed = changed || name != m.Name || body != m.Body
		return writeLines(out, m.Head+name+m.Joint+body, m.Ends)
	})
	if err != nil {
		return false, err
	}
	if err := out.Close(); err != nil {
		return false, err
	}
	return changed, buffer.Flush()
}

// writePreamble writes empty lines for those before the first message, which are
// no message: nobody knows what they say. With them goes a byte order mark.
func writePreamble(w io.Writer, c *chat.Chat, end string) error {
	empty := strings.Repeat(end, c.Preamble())
	if empty != "" && strings.HasPrefix(c.Encoding, "UTF-16") {
		empty = byteOrderMark + empty
	}
	_, err := io.WriteString(w, empty)
	return err
}

// byteOrderMark tells readers of UTF-16 which byte comes first.
const byteOrderMark = "\uFEFF"

// remaining counts what a chat still tells of people, by severity.
func (j *job) remaining(c *chat.Chat) error {
	workers := j.opt.workers()
	roster, err := people.Of(j.ctx, j.engine, c, workers)
	if err != nil {
		return err
	}
	sessions := newPool(workers, func() *rules.Session { return j.engine.NewSession(roster) })
	count := func(b block) map[rules.Severity]int {
		s := sessions.take()
		defer sessions.give(s)
		return check(j.ctx, b, s)
	}
	return inBlocks(j.ctx, workers, c, count, func(_ block, found map[rules.Severity]int) error {
		for severity, n := range found {
			j.result.Remaining[severity] += n
		}
		return nil
	})
}

// writeLines writes lines with their ends.
func writeLines(w io.Writer, text string, ends []string) error {
	for _, end := range ends {
		line, rest, _ := strings.Cut(text, "\n")
		if _, err := io.WriteString(w, line+end); err != nil {
			return err
		}
		text = rest
	}
	return nil
}

// sender returns what stands for the name before the colon, marks kept.
func (r *rewriter) sender(m *chat.Written) string {
	v := newView(m.Name)
	name := savedName(m.Name)
	if name == "" || isStandIn(name) {
		return m.Name
	}
	start := strings.IndexFunc(v.text, func(c rune) bool { return !strings.ContainsRune("~ \u00a0\u202f", c) })
	end := len(strings.TrimRight(v.text, " \u00a0\u202f"))
	e := edit{start: max(start, 0), end: end, typ: detector.Person}
	if r.notices.groups[name] {
		e.typ = group
		e.standIn = r.names.of(group, name, name)
	} else {
		e.standIn = r.names.of(detector.Person, "sender "+name, name)
	}
	return v.apply([]edit{e})
}

// body returns what stands for the rest of a message, in which the detectors
// have seen something.
func (r *rewriter) body(m, next *chat.Written, seen []sighting) string {
	v := newView(m.Body)
	if r.session != nil {
		if category, ok := r.dropped(r.session.Check(&m.Message, message(next)).Findings); ok {
			if body, ok := drop(&v, m, category, r.opt.Lang); ok {
				if body != m.Body {
					r.result.Dropped++
				}
				return body
			}
		}
	}
	edits := settle(r.edits(&v, m, seen))
	edits = r.joined(v.text, edits)
	for i := range edits {
		e := &edits[i]
		original := v.text[e.start:e.end]
		if e.standIn == "" {
			e.standIn = r.standIn(e.typ, original)
		}
		e.standIn += strings.Repeat("\n", strings.Count(original, "\n"))
		if e.standIn != original {
			r.result.Replaced[e.typ]++
		}
	}
	return v.apply(edits)
}

// edits returns what has to go from the body of a message.
func (r *rewriter) edits(v *view, m *chat.Written, seen []sighting) []edit {
	switch {
	case m.Kind == chat.System:
		return r.notice(v.text, r.own)
	case m.Kind == chat.Deleted, m.Kind == chat.Call, r.fragile[place{r.at, m.Index}]:
		return append(r.admin(v.text), append(attachments(v.text, m, r.names), r.own.mentions(v.text)...)...)
	}
	edits := attachments(v.text, m, r.names)
	if m.Text == "" {
		return edits
	}
	return append(edits, inside(r.find(v, seen), spoken(v.text, m))...)
}

// standIn returns what stands for a text from now on.
func (r *rewriter) standIn(typ detector.Type, original string) string {
	switch {
	case typ == detector.Person && r.opt.Mask && !r.own.senders[strings.TrimSpace(original)]:
		return r.names.of(maskedName, original, original)
	case typ == detector.Person:
		return r.names.of(typ, r.namer.key(original), original)
	case typ == group:
		return r.names.of(typ, strings.TrimSpace(original), original)
	}
	if saved, ok := r.namer.phone(original); ok && isNumeric(typ) {
		return r.names.of(detector.Person, "sender "+saved, original)
	}
	key := squeezed(original)
	if d := digitsOf(original); isNumeric(typ) && len(d) >= minDigits {
		key = significant(d)
	}
	return r.names.of(typ, key, original)
}

// joined makes one edit of the parts of one name: Huber Sepp.
func (r *rewriter) joined(text string, edits []edit) []edit {
	out := edits[:0]
	for _, e := range edits {
		if n := len(out) - 1; n >= 0 && e.typ == detector.Person && out[n].typ == detector.Person && out[n].standIn == "" && e.standIn == "" &&
			text[out[n].end:e.start] == " " && r.oneName(text[out[n].start:out[n].end], text[e.start:e.end]) {
			out[n].end = e.end
			continue
		}
		out = append(out, e)
	}
	return slices.Clip(out)
}

// oneName reports whether two names side by side are one person's: the chat
// knows them together, or one is a first name and the other none.
func (r *rewriter) oneName(a, b string) bool {
	if id, ok := r.namer.people.Identify(a + " " + b); ok {
		known, found := r.namer.people.Identify(a)
		return !found || known == id
	}
	x, y := entryOf(a), entryOf(b)
	return x.First >= 3 && y.First < 3 && y.Surname > 0 || y.First >= 3 && x.First < 3 && x.Surname > 0
}

// dropped returns the category of the most severe finding that makes a message
// go.
func (r *rewriter) dropped(findings []rules.Finding) (rules.Category, bool) {
	worst := -1
	for i, f := range findings {
		if r.opt.Drop != rules.None && f.Severity >= r.opt.Drop && (worst < 0 || f.Severity > findings[worst].Severity) {
			worst = i
		}
	}
	if worst < 0 {
		return "", false
	}
	return findings[worst].Category, true
}

// drop replaces the words of a message and keeps its lines and what makes it a
// file. It declines kinds whose words make them what they are.
func drop(v *view, m *chat.Written, category rules.Category, lang string) (string, bool) {
	word := "removed"
	if lang == "de" {
		word = "entfernt"
	}
	marker := "[" + word + ": " + string(category) + "]"
	words := visible(m.Text)
	start := strings.Index(v.text, words)
	if m.Text == "" || start < 0 || m.Kind != chat.Text && m.Kind != chat.Media {
		return "", false
	}
	lines := strings.Count(words, "\n")
	edits := []edit{{start: start, end: start + len(words), standIn: marker + strings.Repeat("\n", lines)}}
	return v.apply(edits), true
}
