package redact

import (
	"cmp"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
)

// view is a text of an export as a reader sees it, without invisible marks and
// folded like a text that is scanned. Names and numbers are looked for in it;
// edits are applied to the text with its marks.
type view struct {
	raw     string
	text    string
	folded  detector.Folded
	offsets []int // of the bytes of what is folded in raw; nil if the two are equal
}

func newView(raw string) view {
	unmarked, offsets := chat.Unmark(raw)
	folded := detector.Fold(unmarked)
	return view{raw, folded.Text, folded, offsets}
}

// visible returns a text as a view shows it.
func visible(s string) string { return newView(s).text }

// rawStart returns where what starts at byte i of the text starts in raw.
func (v *view) rawStart(i int) int {
	i = v.folded.Start(i)
	if v.offsets == nil {
		return i
	}
	return v.offsets[i]
}

// rawEnd returns the end in raw of what ends at byte i of the text: before the
// marks that follow.
func (v *view) rawEnd(i int) int {
	i = v.folded.End(i)
	if v.offsets == nil || i == 0 {
		return i
	}
	return v.offsets[i-1] + 1
}

// edit is a piece of a text that has to go, in bytes of the view.
type edit struct {
	start, end int
	typ        detector.Type
	standIn    string // fixed already; "" to be found by the type and the text
}

// apply returns raw with the edits, which are sorted and apart.
func (v *view) apply(edits []edit) string {
	if len(edits) == 0 {
		return v.raw
	}
	var b strings.Builder
	last := 0
	for _, e := range edits {
		b.WriteString(v.raw[last:v.rawStart(e.start)])
		b.WriteString(e.standIn)
		last = v.rawEnd(e.end)
	}
	b.WriteString(v.raw[last:])
	return b.String()
}

// settle sorts edits and joins those that overlap. What was fixed first keeps
// its stand-in; otherwise the longer one gives the type.
func settle(edits []edit) []edit {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	kept := edits[:0]
	for _, e := range edits {
		if len(kept) == 0 || e.start >= kept[len(kept)-1].end {
			kept = append(kept, e)
			continue
		}
		last := &kept[len(kept)-1]
		if last.standIn == "" && (e.standIn != "" || e.end-e.start > last.end-last.start) {
			last.typ, last.standIn = e.typ, e.standIn
		}
		last.end = max(last.end, e.end)
	}
	return kept
}

// without cuts the parts of an edit that lie in one of the places, which are
// sorted.
func (e edit) without(places [][2]int) []edit {
	var out []edit
	for _, p := range places[firstBehind(e.start, places):] {
		if p[0] >= e.end {
			break
		}
		if p[0] > e.start {
			left := e
			left.end = p[0]
			out = append(out, left)
		}
		e.start = p[1]
	}
	if e.start < e.end {
		out = append(out, e)
	}
	return out
}
