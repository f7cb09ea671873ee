package chat

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholder knows what stands for a file: its name in a label, or a label
// for what the export left out, with or without a caption.
func placeholder(body []byte, at surroundings) (content, bool) {
	if c, ok := androidPlaceholder(body, at); ok {
		return c, true
	}
	if i := lastDirectional(body); i >= 0 {
		if c, ok := markedPart(body, i, at); ok {
			return c, true
		}
	}
	return unmarkedPart(body, at)
}

// androidPlaceholder looks at the first line; a caption follows on the next.
func androidPlaceholder(body []byte, at surroundings) (content, bool) {
	first, caption, _ := bytes.Cut(body, []byte{'\n'})
	line := clean(first)
	if name, ok := bracketedLabel(line, isMarked(first) && !at.iphone); ok {
		return fileContent(name, clean(caption)), true
	}
	for _, label := range attachedPrefixes {
		if name, ok := strings.CutPrefix(line, label+" "); ok {
			return fileContent(strings.TrimSpace(name), clean(caption)), true
		}
	}
	if i := lastDirectional(first); i > 0 && !at.iphone {
		name := clean(first[i:])
		if isMediaName(name) && isWords(clean(first[:i])) {
			return fileContent(name, clean(caption)), true
		}
	}
	if len(line) > 2 && line[0] == '<' && line[len(line)-1] == '>' {
		if inner := line[1 : len(line)-1]; isLeftOut(inner) {
			return leftOut(inner, "", clean(caption)), true
		}
	}
	if isCardName([]byte(line)) && len(caption) == 0 {
		return fileContent(line, ""), true
	}
	return content{}, false
}

// bracketedLabel reads "NAME (file attached)". Without a mark the label must be
// known and the name look like one of a file or be a single word.
func bracketedLabel(line string, marked bool) (name string, ok bool) {
	open := strings.LastIndex(line, " (")
	if open <= 0 || !strings.HasSuffix(line, ")") {
		return "", false
	}
	name, label := line[:open], line[open+2:len(line)-1]
	known := attachedLabels[string(fold(nil, []byte(label)))]
	switch {
	case marked:
		ok = known || isWords(label) && (looksLikeFile(name) || isMediaName(name))
	case known:
		ok = looksLikeFile(name) || isMediaName(name) || !strings.Contains(name, " ")
	default:
		ok = isMediaName(name) && isWords(label)
	}
	return name, ok
}

// markedPart looks at the part behind the last directional mark. On a line
// that is marked before its bracket that part is a placeholder in every
// language; elsewhere it must be one that is known.
func markedPart(body []byte, i int, at surroundings) (content, bool) {
	before, part := body[:i], body[i:]
	first, rest, _ := bytes.Cut(part, []byte{'\n'})
	label := clean(first)
	if open := bytes.TrimRight(before, " "); bytes.HasSuffix(open, []byte{'<'}) && strings.HasSuffix(label, ">") {
		return legacyPart(open[:len(open)-1], strings.TrimSuffix(label, ">"), clean(rest))
	}
	name, bracketed := fileInBrackets(label)
	inner := strings.Trim(label, "<>")
	known := bracketed && (isExportName(name) || isMediaName(name) || looksLikeFile(name)) || omitted[string(fold(nil, []byte(inner)))]
	if !known && !(at.lead && utf8.RuneCountInString(label) <= maxPlaceholder) {
		return content{}, false
	}
	caption, document := cutDocument(before, name, inner)
	if after := clean(rest); after != "" {
		caption = strings.TrimSpace(caption + "\n" + after)
	}
	if name == "" {
		return leftOut(inner, document, caption), true
	}
	return fileContent(name, caption), true
}

// maxPlaceholder bounds a placeholder in an unknown language, in runes. The
// name of a file may be long.
const maxPlaceholder = 300

// legacyPart reads the oldest iPhone form, "NAME <MARKattached>".
func legacyPart(name []byte, label, after string) (content, bool) {
	if n := clean(name); n != "" {
		return fileContent(n, after), isWords(label)
	}
	return leftOut(label, "", after), true
}

// unmarkedPart reads the same placeholders when an editor has dropped the
// marks. Only names that WhatsApp itself gives are believed then.
func unmarkedPart(body []byte, at surroundings) (content, bool) {
	text := clean(body)
	if at.iphone && omitted[string(fold(nil, []byte(text)))] {
		return leftOut(text, "", ""), true
	}
	open := strings.LastIndexByte(text, '<')
	if open < 0 || !strings.HasSuffix(text, ">") {
		return content{}, false
	}
	before := strings.TrimSpace(text[:open])
	if name, ok := fileInBrackets(text[open:]); ok && isExportName(name) {
		caption, _ := cutDocument([]byte(before), name, "")
		return fileContent(name, caption), true
	}
	if isExportName(before) && isWords(text[open+1:len(text)-1]) {
		return fileContent(before, ""), true
	}
	return content{}, false
}

// cutDocument divides what stands before a placeholder into the caption and
// the name of a document, which is no caption. attached is the name in the
// placeholder, "" if label says that the document was left out.
func cutDocument(before []byte, attached, label string) (caption, document string) {
	before = trimSpace(trimMarks(before))
	start := bytes.LastIndexByte(before, '\n') + 1
	line := before[start:]
	if i := bulletAt(line); i >= 0 {
		return clean(before[:start]), clean(line[:i])
	}
	name := clean(line)
	isName := looksLikeFile(name) && attached == "" || name != "" && strings.HasSuffix(attached, name) && looksLikeFile(name) ||
		attached == "" && containsAny(strings.ToLower(label), documentStems)
	if isName {
		return clean(before[:start]), name
	}
	return clean(before), ""
}

// bulletAt returns the offset of the "• " before the pages of a document, which
// a directional mark follows, or -1.
func bulletAt(line []byte) int {
	bullet := []byte("•")
	for from := 0; ; {
		i := bytes.Index(line[from:], bullet)
		if i < 0 {
			return -1
		}
		from += i + len(bullet)
		if isMarked(bytes.TrimLeft(line[from:], " ")) {
			return from - len(bullet)
		}
	}
}

// maxFileLabel bounds a label with a file name, in bytes; file systems allow
// names of 255.
const maxFileLabel = 1024

// fileInBrackets reads the name in "<label: NAME>" or "<NAME label>".
func fileInBrackets(label string) (name string, ok bool) {
	if len(label) < 3 || len(label) > maxFileLabel || label[0] != '<' || label[len(label)-1] != '>' {
		return "", false
	}
	inner := strings.TrimSpace(label[1 : len(label)-1])
	if i := exportNameAt(inner); i >= 0 {
		name = inner[i:]
		if i == 0 {
			name = cutTrailingWords(name)
		}
		return name, true
	}
	for _, sep := range []string{": ", "：", ":"} {
		if word, rest, found := strings.Cut(inner, sep); found && isWords(word) {
			return strings.TrimSpace(rest), true
		}
	}
	if name := cutTrailingWords(inner); name != inner && looksLikeFile(name) {
		return name, true
	}
	return "", false
}

// cutTrailingWords drops the words that follow the name of a file, as in the
// Turkish "NAME eklendi".
func cutTrailingWords(s string) string {
	for name := s; ; {
		i := strings.LastIndexByte(name, ' ')
		if i < 0 {
			break
		}
		name = strings.TrimSpace(name[:i])
		if looksLikeFile(name) && isWords(s[len(name):]) {
			return name
		}
	}
	if i := strings.LastIndexByte(s, ' '); i > 0 && !looksLikeFile(s) && isWords(s[i:]) {
		return s[:i]
	}
	return s
}

// exportNameAt returns where a name that an iPhone gave begins in s: eight
// digits and a hyphen, or a date, a kind and a number in the oldest exports.
func exportNameAt(s string) int {
	const digits = 8
	for i := 0; i+digits < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
			continue
		}
		if isDigits(s[i:i+digits]) && s[i+digits] == '-' || isDatedName(s[i:]) {
			return i
		}
	}
	return -1
}

// isDatedName knows 2014-03-24-PHOTO-00000012.jpg.
func isDatedName(s string) bool {
	return len(s) > 11 && isDigits(s[:4]) && s[4] == '-' && isDigits(s[5:7]) && s[7] == '-' && isDigits(s[8:10]) && s[10] == '-' && isUpper(s[11])
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func isExportName(name string) bool { return exportNameAt(name) == 0 }

// isMediaName knows the names Android gives: IMG-20230504-WA0001.jpg. The
// extension may lack.
func isMediaName(name string) bool {
	if len(name) < len("IMG-20230504-WA0") || !isUpper(name[0]) || name[3] != '-' || !isDigits(name[4:12]) || !strings.HasPrefix(name[12:], "-WA") {
		return false
	}
	base, _, _ := strings.Cut(name[15:], ".")
	return base != "" && isDigits(base)
}

// looksLikeFile reports whether name ends in a known extension.
func looksLikeFile(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && len(name)-dot <= 6 && !strings.ContainsRune(name, '\n') && fileExtensions[strings.ToLower(name[dot+1:])]
}

func isCardName(name []byte) bool {
	const ext = ".vcf"
	return len(name) > len(ext) && bytes.EqualFold(name[len(name)-len(ext):], []byte(ext)) && bytes.IndexByte(name, '\n') < 0 && utf8.RuneCount(name) <= maxName
}

// fileContent is a message that names a file.
func fileContent(name, caption string) content {
	c := content{kind: Media, attachment: name, text: caption}
	if isCardName([]byte(name)) {
		c.kind = Contact
	}
	c.text, c.edited = cutEditedText(c.text)
	return c
}

// leftOut is a message whose file the export left out.
func leftOut(label, document, caption string) content {
	c := content{kind: Media, attachment: document, text: caption}
	if containsAny(string(fold(nil, []byte(label))), contactStems) {
		c.kind = Contact
	}
	c.text, c.edited = cutEditedText(c.text)
	return c
}

// cutEditedText takes the edited suffix off a caption.
func cutEditedText(caption string) (string, bool) {
	rest, edited := cutEdited([]byte(caption), true)
	if !edited {
		return caption, false
	}
	return clean(rest), true
}

const maxLeftOut = 60 // runes of the longest label believed

// isLeftOut reports whether the words between < and > say, in any language,
// that media was left out. They must be words only.
func isLeftOut(inner string) bool {
	folded := string(fold(nil, []byte(inner)))
	if utf8.RuneCountInString(folded) > maxLeftOut || !isWords(folded) {
		return false
	}
	if omitted[folded] || hasGenericMedia(folded) || isKindOfMessage(folded) {
		return true
	}
	return containsAny(folded, mediaStems) && containsAny(folded, omitStems)
}

// isKindOfMessage knows the Desktop's "<album message>", "<unknown message>".
func isKindOfMessage(folded string) bool {
	kind, ok := strings.CutSuffix(folded, " message")
	return ok && kind != "" && !strings.Contains(kind, " ")
}

// hasGenericMedia looks for a word that begins with a stem for "media".
func hasGenericMedia(folded string) bool {
	for _, stem := range genericMedia {
		i := strings.Index(folded, stem)
		if i < 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(folded[:i])
		if i == 0 || !unicode.IsLetter(before) || !unicode.Is(unicode.Latin, before) {
			return true
		}
	}
	return false
}
