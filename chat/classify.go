package chat

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// content is what the body of a message turned out to be.
type content struct {
	kind       Kind
	text       string
	attachment string
	edited     bool
}

// surroundings are what the header of a message tells about its body.
type surroundings struct {
	sender string // name as shown
	lead   bool   // directional mark before the bracket: the line carries media
	iphone bool   // brackets or the old iPhone framing
}

// ClassifyBody tells what the body of a single message is when there is no
// export around it, such as a line of a labelled file. It follows the same
// rules as Messages, but cannot know a notice unless sender is empty.
func ClassifyBody(sender, body string) (kind Kind, text, attachment string, edited bool) {
	raw := []byte(strings.ToValidUTF8(body, string(utf8.RuneError)))
	if sender == "" {
		return System, clean(raw), "", false
	}
	c := classify(raw, surroundings{sender: sender})
	return c.kind, c.text, c.attachment, c.edited
}

// classify decides the kind of a body and takes the words out that nobody
// typed. raw still holds its marks; it is not changed.
func classify(raw []byte, at surroundings) content {
	body := trimSpace(raw)
	if !at.lead && isPlain(body) {
		return content{kind: Text, text: string(body)}
	}
	body, edited := cutEdited(body, at.lead)
	c := classifyMarked(body, at)
	c.edited = c.edited || edited
	return c
}

// classifyMarked asks the recognisers in turn; the first that knows wins.
func classifyMarked(body []byte, at surroundings) content {
	text, marked := clean(body), isMarked(body)
	if text == "" || text == "null" && !at.iphone {
		return content{kind: Media}
	}
	// An iPhone marks its calls, so that the bare words were typed.
	if kind, ok := exactKind(text); ok && (kind != Call || marked || !at.iphone) {
		return content{kind: kind, text: spoken(kind, text)}
	}
	if isDeletedByAdmin(text, marked) {
		return content{kind: Deleted}
	}
	if c, ok := placeholder(body, at); ok {
		return c
	}
	switch {
	case isLocation(text, marked):
		return content{kind: Location, text: text}
	case isPoll(body, marked):
		return content{kind: Poll, text: text}
	case marked && isCall(body, at.sender):
		return content{kind: Call, text: text}
	case isEmptyPhrase(text):
		return content{kind: Media}
	}
	return content{kind: Text, text: text}
}

// spoken returns the text that a kind keeps.
func spoken(kind Kind, text string) string {
	if kind == Deleted || kind == Media {
		return ""
	}
	return text
}

// isMarked reports whether body begins with a directional mark.
func isMarked(body []byte) bool {
	_, directional := skipMarks(body)
	return directional
}

// isPlain reports whether body is certainly text that a person typed. It is
// on the path of every message, so it looks only for what every other kind
// has: a mark, a bracket at an edge, a link, a label.
func isPlain(body []byte) bool {
	if len(body) == 0 || hasMark(body) {
		return false
	}
	last := body[len(body)-1]
	if body[0] == '<' || last == '>' || last == ')' || mayBeLabel(body) {
		return false
	}
	if i := bytes.IndexByte(body, '\n'); i > 0 {
		if last := body[i-1]; last == ')' || last == '>' || last == ':' || last == '\r' {
			return false
		}
	}
	if i := bytes.Index(body, []byte("://")); i >= 0 && hasMapLink(body[i:]) {
		return false
	}
	return !(last|0x20 == 'f' && isCardName(body))
}

func hasMapLink(b []byte) bool {
	return bytes.Contains(b, []byte("://maps.")) || bytes.Contains(b, []byte("foursquare.com/")) || bytes.Contains(b, []byte("google.com/maps"))
}

// labelFilter has, for every length of a label without its full stop, one bit
// per first byte. It keeps nearly all typed text away from the tables.
var (
	labelFilter  = buildLabelFilter()
	prefixFilter = buildPrefixFilter()
)

const maxLabel = 255

func buildLabelFilter() (filter [maxLabel + 1]uint64) {
	for _, list := range []string{deletedLabels, callLabels, emptyLabels, liveLabels, "null"} {
		for _, label := range split(list) {
			filter[len(label)] |= 1 << (label[0] & 0x1F)
		}
	}
	return filter
}

func buildPrefixFilter() (filter [256][]string) {
	add := func(prefix string) {
		filter[prefix[0]] = append(filter[prefix[0]], prefix)
	}
	for _, p := range emptyPrefixes {
		add(p.first)
	}
	for _, p := range attachedPrefixes {
		add(p)
	}
	for _, label := range split(deletedByAdmin) {
		before, after, _ := strings.Cut(label, "*")
		if before != "" {
			add(before)
		} else {
			add(after)
		}
	}
	return filter
}

// mayBeLabel reports whether body can be one of the exact labels or begin
// with one of the known prefixes. Case matters only below the first letter.
func mayBeLabel(body []byte) bool {
	for _, stop := range []string{"", ".", "。", "।"} {
		if n := len(body) - len(stop); n >= 0 && n <= maxLabel && labelFilter[n]&(1<<(body[0]&0x1F)) != 0 &&
			bytes.HasSuffix(body, []byte(stop)) {
			if _, ok := exactKind(string(body)); ok || string(body) == "null" {
				return true
			}
		}
	}
	if body[0] >= utf8.RuneSelf && bytes.Contains(body, []byte("\u200C")) {
		// The non-joiners of Persian are not in the tables.
		if _, ok := exactKind(string(body)); ok {
			return true
		}
	}
	for _, prefix := range prefixFilter[body[0]] {
		if len(body) >= len(prefix) && string(body[:len(prefix)]) == prefix {
			return true
		}
	}
	return false
}

func exactKind(text string) (Kind, bool) {
	if len(text) > maxLabel {
		return Text, false
	}
	var buf [maxLabel + 64]byte
	kind, ok := exactKinds[string(fold(buf[:0], []byte(text)))]
	return kind, ok
}

var adminPatterns = buildAdminPatterns()

func buildAdminPatterns() []pair {
	var out []pair
	for _, label := range split(deletedByAdmin) {
		before, after, _ := strings.Cut(label, "*")
		out = append(out, pair{before, after})
	}
	return out
}

// maxName is the longest sender name believed, in runes.
const maxName = 100

func isDeletedByAdmin(text string, marked bool) bool {
	text = strings.TrimRight(text, ".。।")
	for _, p := range adminPatterns {
		name, ok := strings.CutPrefix(text, p.first)
		if !ok {
			continue
		}
		if name, ok = strings.CutSuffix(name, p.second); ok && isOneName(name, marked) {
			return true
		}
	}
	return false
}

// isOneName reports whether s can be a name and is not the rest of a sentence
// with another one behind it. Behind a mark nothing else can follow.
func isOneName(s string, marked bool) bool {
	if s == "" || utf8.RuneCountInString(s) > maxName || strings.ContainsAny(s, "\n!?") {
		return false
	}
	before, _, found := strings.Cut(s, ". ")
	title := before[strings.LastIndexByte(before, ' ')+1:]
	return marked || !found || utf8.RuneCountInString(title) == 1 || nameTitles[strings.ToLower(title)]
}

// nameTitles are abbreviations whose full stop does not end a sentence.
var nameTitles = labelSet(`dr|prof|dipl|ing|med|hr|fr|mr|mrs|ms|st|sr|sra|mme|jr`)

func isEmptyPhrase(text string) bool {
	if utf8.RuneCountInString(text) > maxEmpty {
		return false
	}
	for _, p := range emptyPrefixes {
		if rest, ok := strings.CutPrefix(text, p.first); ok && strings.Contains(rest, p.second) {
			return true
		}
	}
	return false
}

// cutEdited takes the suffix "<This message was edited>" off a body. On a line
// that carries media, an unknown label in brackets is the media's.
func cutEdited(body []byte, media bool) ([]byte, bool) {
	if i := lastDirectional(body); i > 0 && isEditedLabel(clean(body[i:])) {
		return trimSpace(body[:i]), true
	}
	if len(body) == 0 || body[len(body)-1] != '>' {
		return body, false
	}
	i := bytes.LastIndexByte(body, '<')
	if i < 0 {
		return body, false
	}
	label := clean(body[i:])
	if !isEditedLabel(label) && (media || i == 0 || !endsDirectional(body[:i]) || !isEditedGuess(label)) {
		return body, false
	}
	return trimSpace(trimMarks(body[:i])), true
}

// isEditedGuess reports whether a bracketed label behind a mark can only be an
// edited suffix of unknown wording: it holds a word for edited, or it is
// several words, no file name, and nothing was left out.
func isEditedGuess(label string) bool {
	inner := string(fold(nil, []byte(strings.Trim(label, "<> "))))
	if !isWords(inner) {
		return false
	}
	for _, p := range editedPairs {
		if strings.HasPrefix(inner, p.second) {
			return true
		}
	}
	return strings.ContainsRune(inner, ' ') && !isLeftOut(inner)
}

func endsDirectional(b []byte) bool {
	return len(b) >= 3 && isDirectional(b[len(b)-3:])
}

const maxEdited = 60 // runes of the longest edited label believed

func isEditedLabel(label string) bool {
	if utf8.RuneCountInString(label) > maxEdited || strings.ContainsRune(label, '\n') {
		return false
	}
	inner := string(fold(nil, []byte(strings.Trim(label, "<> "))))
	if !isWords(inner) {
		return false
	}
	for _, p := range editedPairs {
		if strings.Contains(inner, p.first) && strings.Contains(inner, p.second) {
			return true
		}
	}
	return false
}

// isWords reports whether s holds only letters, blanks and the like, as a
// label does and a file name, a number or markup does not.
func isWords(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) && !strings.ContainsRune("'’-.()/\u200C\u200D", r) {
			return false
		}
	}
	return s != ""
}

// isLocation knows a shared place by its label and its link, which end the
// body; a link inside a sentence is text.
func isLocation(text string, marked bool) bool {
	cut := strings.LastIndex(text, "http")
	if cut < 0 || strings.ContainsAny(text[cut:], " \n") {
		return false
	}
	before, link := text[:cut], text[cut:]
	lines := strings.Count(text, "\n")
	switch {
	case hasPrefix(link, placeLinks):
		return lines <= 3 && (strings.HasSuffix(before, ": ") || strings.HasSuffix(before, "\n"))
	case hasPrefix(link, mapLinks):
		label, ok := strings.CutSuffix(strings.TrimRight(before, " \u00A0\n"), ":")
		if label == "" {
			return marked
		}
		if placeLabels[string(fold(nil, []byte(label)))] {
			return ok
		}
		return marked && lines <= 3 || lines == 2 && strings.HasSuffix(before, "\n") ||
			ok && lines == 0 && strings.HasSuffix(label, ")") || ok && lines == 0 && isPlaceLabelled(label)
	}
	return false
}

// isPlaceLabelled knows "Standort: Name (address):".
func isPlaceLabelled(label string) bool {
	first, _, ok := strings.Cut(label, ": ")
	return ok && placeLabels[string(fold(nil, []byte(first)))]
}

func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// isPoll knows a poll by its shape: a head word with a colon on a line of its
// own, then lines of options, marked on the iPhone, with their votes.
func isPoll(body []byte, marked bool) bool {
	head, rest, ok := bytes.Cut(body, []byte{'\n'})
	if !ok {
		return false
	}
	title, question, _ := strings.Cut(clean(head), ":")
	if !isPollHead(title+":") || question != "" && !marked {
		return false
	}
	options := 0
	for line := range bytes.SplitSeq(rest, []byte{'\n'}) {
		if marked && isMarked(line) || isPollOption(clean(line)) {
			options++
		}
	}
	return options > 0
}

const maxPollHead = 30 // runes

func isPollHead(head string) bool {
	word, ok := strings.CutSuffix(head, ":")
	if !ok || word == "" || utf8.RuneCountInString(word) > maxPollHead {
		return false
	}
	return isWords(word) && word == strings.ToUpper(word)
}

// isPollOption knows "OPTION: Mo 19:00 (2 Stimmen)" by the option word or, in
// any language, by the capitals and the number of votes.
func isPollOption(line string) bool {
	word, rest, ok := strings.Cut(line, ":")
	if !ok || !isPollHead(word+":") {
		return false
	}
	open := strings.LastIndexByte(rest, '(')
	if open < 0 || !strings.HasSuffix(rest, ")") {
		return false
	}
	_, _, n := digit([]byte(rest[open+1:]))
	return n > 0 || containsAny(strings.ToLower(word), pollOptions)
}

const maxCallLabel = 40 // runes

// isCall knows the iPhone's "label. MARK remark" by the mark in its middle and
// a word for call in the label. A notice begins with the name of the actor.
func isCall(body []byte, sender string) bool {
	rest, _ := skipMarks(body)
	label, remark := cutDirectional(rest)
	if len(trimSpace(remark)) == 0 || bytes.IndexByte(label, '\n') >= 0 {
		return false
	}
	text := clean(label)
	if utf8.RuneCountInString(text) > maxCallLabel || beginsWithName(text, sender) {
		return false
	}
	return containsAny(strings.ToLower(text), callStems)
}

// cutDirectional cuts b at its first directional mark.
func cutDirectional(b []byte) (head, tail []byte) {
	for i := range b {
		if isDirectional(b[i:]) {
			return b[:i], b[i+3:]
		}
	}
	return b, nil
}
