package rules

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chatlint/chatlint/chat"
)

// pieceSize is how many bytes of a message are judged at once. People write
// less; what is longer was pasted, and is judged in parts so that the work
// stays linear in its length. Parts are smaller, because what the rules compare
// within one grows with the square of it; the thread spans several of them.
const (
	pieceSize = 2 << 10
	partSize  = 512
)

// pieces yields the message, or the parts of a long one.
func pieces(m *chat.Message) iter.Seq[*chat.Message] { return lastPieces(m, math.MaxInt) }

// lastPieces yields at most the last n parts.
func lastPieces(m *chat.Message, n int) iter.Seq[*chat.Message] {
	return func(yield func(*chat.Message) bool) {
		if len(m.Text) <= pieceSize {
			yield(m)
			return
		}
		parts := cut(m)
		for i := max(0, len(parts)-n); i < len(parts); i++ {
			if !yield(&parts[i]) {
				return
			}
		}
	}
}

// cut divides the text of a message.
func cut(m *chat.Message) []chat.Message {
	var out []chat.Message
	for rest := m.Text; rest != ""; {
		n := cutAt(rest)
		part := *m
		part.Text, rest = rest[:n], rest[n:]
		out = append(out, part)
	}
	return out
}

// cutAt returns the length of the next part. It ends with a line or a sentence,
// else at a blank.
func cutAt(s string) int {
	if len(s) <= partSize {
		return len(s)
	}
	for _, end := range [...]string{"\n", ". ", "! ", "? ", " "} {
		if i := strings.LastIndex(s[:partSize], end); i > partSize/2 {
			return i + len(end)
		}
	}
	n := partSize
	for n > partSize-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// Parts returns the pieces in which a session judges a message: the message, or
// the parts of a long one. They may be checked one by one like messages, in
// different sessions if each first observes the Window parts before its own;
// Result.Add makes one result of theirs.
func Parts(m *chat.Message) []chat.Message {
	if len(m.Text) <= pieceSize {
		return []chat.Message{*m}
	}
	return cut(m)
}

// firstPiece returns the message, or the first part of a long one.
func firstPiece(m *chat.Message) *chat.Message {
	if len(m.Text) <= pieceSize {
		return m
	}
	part := *m
	part.Text = m.Text[:cutAt(m.Text)]
	return &part
}

// checkPieces judges a long message piece by piece.
func (s *Session) checkPieces(m, next *chat.Message) Result {
	var all Result
	offset := 0
	parts := cut(m)
	for i := range parts {
		all.Add(s.checkPiece(&parts[i], cmp.Or(chat.After(parts, i), next)), offset)
		offset += len(parts[i].Text)
	}
	return all
}

// Add adds the result of a part of the message that begins at a byte of its
// text. The most severe finding of each category stands for the message.
func (r *Result) Add(part Result, offset int) {
	for _, e := range part.Entities {
		e.Start, e.End = e.Start+offset, e.End+offset
		r.Entities = append(r.Entities, e)
	}
	for _, f := range part.Findings {
		r.merge(f.shifted(offset))
	}
	slices.SortStableFunc(r.Findings, inReportOrder)
}

// merge keeps the more severe of two findings of a category.
func (r *Result) merge(f Finding) {
	i := slices.IndexFunc(r.Findings, func(g Finding) bool { return g.Category == f.Category })
	switch {
	case i < 0:
		r.Findings = append(r.Findings, f)
	case f.Severity > r.Findings[i].Severity:
		r.Findings[i] = f
	}
}

// shifted moves the spans of a finding by so many bytes.
func (f Finding) shifted(by int) Finding {
	return f.moved(func(s Span) Span { return Span{s.Start + by, s.End + by} })
}

// moved returns a copy of the finding whose spans are elsewhere.
func (f Finding) moved(to func(Span) Span) Finding {
	f.Spans = slices.Clone(f.Spans)
	for i := range f.Spans {
		f.Spans[i] = to(f.Spans[i])
	}
	f.Evidence = slices.Clone(f.Evidence)
	for i, e := range f.Evidence {
		if e.Span != (Span{}) {
			f.Evidence[i].Span = to(e.Span)
		}
	}
	return f
}
