package redact

import (
	"strings"

	"github.com/chatlint/chatlint/chat"
)

// spoken returns the parts of a body that people wrote, in bytes of the view.
// What WhatsApp wrote around them makes the message what it is: labels of files
// and places, the frame of a poll, the remark that it was edited.
func spoken(text string, m *chat.Written) [][2]int {
	words := visible(m.Text)
	at := strings.Index(text, words)
	switch {
	case m.Text == "":
		return nil
	case at < 0 && m.Kind == chat.Text:
		return [][2]int{{0, len(text)}}
	case at < 0:
		return outsideOfBrackets(text)
	}
	switch end := at + len(words); m.Kind {
	case chat.Poll:
		return pollParts(text, at, end)
	case chat.Location:
		if link := strings.LastIndex(text[at:end], "http"); link >= 0 {
			return [][2]int{{at, at + link}}
		}
		return nil
	default:
		return [][2]int{{at, end}}
	}
}

// outsideOfBrackets returns the lines without a label in angle or round brackets,
// where a caption stands on either side of the label.
func outsideOfBrackets(text string) [][2]int {
	var out [][2]int
	for from := 0; from < len(text); {
		line, _, _ := strings.Cut(text[from:], "\n")
		if !strings.HasSuffix(strings.TrimSpace(line), ">") && !strings.HasSuffix(strings.TrimSpace(line), ")") {
			out = append(out, [2]int{from, from + len(line)})
		}
		from += len(line) + 1
	}
	return out
}

// pollParts returns the question and the options, without the words before
// their colons and the votes behind them.
func pollParts(text string, from, end int) [][2]int {
	var out [][2]int
	for from < end {
		line, _, _ := strings.Cut(text[from:end], "\n")
		start, stop := 0, len(line)
		if word, _, ok := strings.Cut(line, ":"); ok && word == strings.ToUpper(word) {
			start = len(word) + 1
		}
		if open := strings.LastIndexByte(line, '('); open > start && strings.HasSuffix(line, ")") {
			stop = open
		}
		out = append(out, [2]int{from + start, from + stop})
		from += len(line) + 1
	}
	return out
}

// inside keeps what lies in one of the places. Fixed edits stay where they are.
func inside(edits []edit, places [][2]int) []edit {
	var out []edit
	for _, e := range edits {
		if e.standIn != "" {
			out = append(out, e)
			continue
		}
		for _, p := range places {
			if part := (edit{max(e.start, p[0]), min(e.end, p[1]), e.typ, ""}); part.start < part.end {
				out = append(out, part)
			}
		}
	}
	return out
}
