package redact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
)

// slots are the places of German and English notices where a name stands, as
// the groups of an expression.
var slots = []*regexp.Regexp{
	regexp.MustCompile(`^(.+?) (?:hat|haben) (?:die|den|das|dich|eine|diese|dieser|zu einer|seine|ihre|auf|alle|Meta)\b`),
	regexp.MustCompile(`^(.+?) (?:hat|haben) (.+?) (?:hinzugefügt|entfernt|eingeladen|blockiert)\.?$`),
	regexp.MustCompile(`^Du hast (.+?) (?:hinzugefügt|entfernt|eingeladen|blockiert)\.?$`),
	regexp.MustCompile(`^(.+?) (?:wurde|wurden) (?:von (.+?) )?(?:hinzugefügt|entfernt|eingeladen)\.?$`),
	regexp.MustCompile(`^(.+?) (?:ist|sind) (?:der Gruppe|über|mit|per|jetzt|nun|beigetreten|kein)\b`),
	regexp.MustCompile(`(?:Sicherheitsnummer|Sicherheitscode|Code) (?:für|mit|von) (.+?) (?:hat|wurde)\b`),
	regexp.MustCompile(`^(.+?) (?:hat die Gruppe|verließ|verlässt)`),
	regexp.MustCompile(`^(.+?) (?:left|joined|created|changed|deleted|pinned|turned|updated|set|reset|started|requested|is now|is no longer|was added|were added|was removed|were removed|added you|removed you)\b`),
	regexp.MustCompile(`^(.+?) (?:added|removed|invited) (.+?)\.?$`),
	regexp.MustCompile(`^You(?:'ve|’ve)? (?:added|removed|invited|blocked|unblocked) (.+?)\.?$`),
	regexp.MustCompile(`(?:was|were) (?:added|removed) by (.+?)\.?$`),
	regexp.MustCompile(`(?i)security code with (.+?) (?:has )?changed`),
}

// byAdmin is where a notice of deletion names who did it.
var byAdmin = regexp.MustCompile(`(?i)(?:von Admin|by admin) (.+?)(?: gelöscht)?\.?$`)

// admin finds the name in a notice of deletion.
func (f *finder) admin(text string) []edit {
	f.taken = standInsIn(text)
	if m := byAdmin.FindStringSubmatchIndex(text); m != nil {
		return f.apart(text, listed(text, m[2], m[3]))
	}
	return nil
}

// nobody are what stands in those places and is no name.
var nobody = wordSet("du you dich ihr someone jemand diese dieser this they nachrichten messages die der das your dein eine")

// between are what divides the names of a notice.
var between = regexp.MustCompile(`, | und | and | & `)

// quotes hold the name of a group.
var quotes = regexp.MustCompile(`[„“”"«»「『《]([^„“”"«»「」『』《》\n]+)[“”"«»」』》]`)

// maxSlot is the longest name believed of a notice, in bytes.
const maxSlot = 80

// notice finds the names in a notice: of the group in quotation marks, of those
// who write in the chat, and what stands where a name has to.
func (f *finder) notice(text string, n *namer) []edit {
	f.taken = standInsIn(text)
	var out []edit
	for _, m := range quotes.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, edit{start: m[2], end: m[3], typ: group})
	}
	for _, s := range slots {
		m := s.FindStringSubmatchIndex(text)
		for g := 2; g+1 < len(m); g += 2 {
			if m[g] >= 0 {
				out = append(out, listed(text, m[g], m[g+1])...)
			}
		}
	}
	out = append(out, n.mentions(text)...)
	f.edits = f.edits[:0]
	f.text.ResetWords(detector.Neutral(text))
	for _, e := range f.scanner.Run(&f.text, detector.Context{}) {
		if e.Type == detector.Phone {
			f.edits = append(f.edits, edit{start: e.Start, end: e.End, typ: e.Type})
		}
	}
	f.words()
	return f.apart(text, append(out, f.edits...))
}

// listed returns the names of a list.
func listed(text string, start, end int) []edit {
	if end-start > maxSlot {
		return nil
	}
	var out []edit
	from := start
	add := func(to int) {
		name := strings.TrimLeft(text[from:to], "~- \u202f\u00a0")
		first, _, _ := strings.Cut(strings.ToLower(name), " ")
		if name != "" && !nobody[first] && strings.IndexFunc(name, isWordRune) >= 0 {
			out = append(out, edit{start: to - len(name), end: to, typ: detector.Person})
		}
	}
	for _, m := range between.FindAllStringIndex(text[start:end], -1) {
		add(start + m[0])
		from = start + m[1]
	}
	add(end)
	return out
}

// manySenders is how many saved names are looked for in every notice. No group
// of WhatsApp has more; hostile input could.
const manySenders = 2000

// mentions finds the saved names in a text.
func (n *namer) mentions(text string) []edit {
	var out []edit
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	if plain.Replace(text) != text {
		return nil // offsets would move; the words are found one by one
	}
	for _, name := range n.ordered[:min(len(n.ordered), manySenders)] {
		for from := 0; ; {
			i := strings.Index(text[from:], name)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(name)
			from = end
			if isEdge(text, start, end) {
				out = append(out, edit{start: start, end: end, typ: detector.Person})
			}
		}
	}
	return out
}

// isEdge reports whether no word goes on at either end.
func isEdge(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}
