// Package redact writes chats again with stand-ins in place of names, numbers
// and addresses. The export keeps its format: same messages, times, kinds and
// lines. It finds more than a scan reports, because here a word that is hidden
// for nothing costs less than a name that stays.
//
// A chat is rewritten until a further run changes nothing. The last run is at
// the same time the proof that nothing is found any more; that no original is
// left is then shown on the bytes of the output.
package redact

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

// eagerness is the bonus in log odds of every word to be a name. It is the
// highest at which no more than three in a hundred other words are hidden; the
// figures stand in docs/redaction.md.
const eagerness = 3.3

// secretEagerness is the same for codes, passwords and hiding places.
const secretEagerness = 1.25

// Options say how to redact. The zero value gives pseudonyms and keeps every
// message.
type Options struct {
	// Mask hides what was found without telling one value from another. Senders
	// keep numbered stand-ins, or nobody could tell who answers whom.
	Mask bool
	// Drop removes the words of messages with a finding of this severity or
	// above; None keeps them all.
	Drop rules.Severity
	// Lang is the language of the stand-ins: de or en.
	Lang string
	// Names are those of people who are to be hidden wherever they are named,
	// beside the people that the chats tell of: a list of staff or customers.
	Names []string
	// DateOrder is how the chats were read.
	DateOrder chat.DateOrder
	// Workers is the number of goroutines that look for names; 0 means one per
	// processor. It changes the speed and nothing else.
	Workers int
	// Scratch makes the places that hold a rewritten text.
	Scratch func() (Scratch, error)
}

func (o *Options) workers() int {
	if o.Workers < 1 {
		return runtime.GOMAXPROCS(0)
	}
	return o.Workers
}

// Scratch holds a text that is written once and then read.
type Scratch interface {
	io.Writer
	Source() chat.Source // of what was written
	Release()            // it is not needed any more
}

// Text is one rewritten text.
type Text struct {
	Chat   *chat.Chat // as it was read
	Source chat.Source
}

// Result is what was done. Nothing in it but Table holds personal data.
type Result struct {
	Texts     []Text
	Table     []Entry                // what stands for what
	Replaced  map[detector.Type]int  // places, by type
	Dropped   int                    // messages
	Remaining map[rules.Severity]int // findings in the output, by severity
	names     *table

	kept []Scratch
}

// Release frees the texts.
func (r *Result) Release() {
	for _, s := range r.kept {
		s.Release()
	}
}

// Reason says why no output may be used.
type Reason string

// The reasons of an Error.
const (
	Leftover Reason = "leftover" // an original value is still in the output
	Shape    Reason = "shape"    // the output would be read as other messages
	Unstable Reason = "unstable" // every run finds something new
)

// Error is a redaction that did not succeed. It holds no text of a chat.
type Error struct {
	Reason Reason
	Line   int // of the output, 1-based; 0 if unknown

	at place // of the message that is read as something else
}

// place is a message of a job.
type place struct{ chat, message int }

// Error describes e for logs.
func (e *Error) Error() string {
	return fmt.Sprintf("redaction failed: %s at line %d", e.Reason, e.Line)
}

// maxRuns bounds the repetitions. Two are usual, the second of which changes
// nothing.
const maxRuns = 8

// Run rewrites chats that belong together: one person has one stand-in in all
// of them.
func Run(ctx context.Context, chats []*chat.Chat, engine *rules.Engine, opt Options) (*Result, error) {
	j := &job{ctx: ctx, opt: opt, engine: engine, eager: detector.NewEager(eagerness), calm: detector.New(), names: newTable(opt.Mask, opt.Lang),
		fragile: map[place]bool{}}
	for range maxFragile {
		result, err := j.run(chats)
		failed, ok := errors.AsType[*Error](err)
		if !ok || failed.Reason != Shape || j.fragile[failed.at] {
			return result, err
		}
		// Its words make this message what it is. It is left to those rules
		// that know what they replace.
		j.fragile[failed.at] = true
	}
	return nil, &Error{Reason: Unstable}
}

// maxFragile is how many messages may resist before the job gives up.
const maxFragile = 50

// run rewrites the chats until nothing changes.
func (j *job) run(chats []*chat.Chat) (*Result, error) {
	j.result = &Result{Replaced: map[detector.Type]int{}, Remaining: map[rules.Severity]int{}}
	current := versions(chats)
	for range maxRuns {
		r, err := j.learn(current)
		if err != nil {
			release(current)
			return nil, err
		}
		next, changed, err := j.rewrite(r, current)
		release(current)
		current = next
		if err == nil && !changed {
			err = j.prove(chats, current)
		}
		if err != nil {
			release(current)
			return nil, err
		}
		if !changed {
			return j.finish(chats, current), nil
		}
	}
	release(current)
	return nil, &Error{Reason: Unstable}
}

// version is a chat as one run has left it. The first one has no scratch.
type version struct {
	*chat.Chat
	scratch Scratch
}

func versions(chats []*chat.Chat) []version {
	var out []version
	for _, c := range chats {
		out = append(out, version{Chat: c})
	}
	return out
}

func release(vs []version) {
	for _, v := range vs {
		if v.scratch != nil {
			v.scratch.Release()
		}
	}
}

// job is one redaction.
type job struct {
	ctx       context.Context
	opt       Options
	engine    *rules.Engine
	eager     *detector.Engine
	calm      *detector.Engine
	names     *table
	namer     *namer // of the first run, which saw the originals
	originals proof
	fragile   map[place]bool // messages whose labels must stay as they are
	result    *Result
}

// learn reads all chats before anything is replaced.
func (j *job) learn(chats []version) (*rewriter, error) {
	saved := append(savedNames(chats), j.opt.Names...)
	calm, engine := isRedacted(chats), j.eager
	if calm {
		engine = j.calm
	}
	names := withoutStandIns(saved)
	people := detector.NewPeople(names)
	l, out := newLearner(people, names), newLookout(j.ctx, j.opt.workers(), engine, people)
	l.calm = calm
	notices := newNoticeNames()
	for i, c := range chats {
		l.startChat()
		err := out.each(i, c.Chat, func(m, _ *chat.Written, seen []sighting) error {
			j.names.reserve(m.Name)
			j.names.reserve(m.Body)
			notices.hear(m)
			if hasWords(&m.Message) {
				l.message(m, seen)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	known := l.lessons()
	known.list(j.opt.Names)
	if j.namer == nil {
		j.namer = newNamer(savedSenders(saved, notices), l.full)
	}
	j.originals.learn(known, l.values)
	r := &rewriter{
		job: j, look: out, notices: notices, own: newNamer(savedSenders(saved, notices), nil),
		finder: finder{
			recent: newRecent(), listener: detector.NewListener(secretEagerness), calm: calm, scanner: engine.NewScanner(), saved: l.saved, language: l.heard,
			known: known, values: l.values, streets: l.streets, slips: newSlips(known),
			full: squeezedNames(slices.Concat(saved, l.full)),
		},
	}
	return r, nil
}

// hasWords reports whether people wrote the body of a message.
func hasWords(m *chat.Message) bool {
	switch m.Kind {
	case chat.System, chat.Deleted, chat.Call:
		return false
	}
	return m.Text != ""
}

// savedNames lists the names that the chats tell beside their messages.
func savedNames(chats []version) []string {
	var names []string
	for _, c := range chats {
		for _, p := range c.Participants {
			names = append(names, savedName(p.Name))
		}
		for _, card := range c.Cards {
			names = append(names, card.Names...)
		}
	}
	return names
}

// isRedacted reports whether stand-ins wrote all of the chats. Then everything
// that only guesses has had its turn: run after run it would find a little more.
func isRedacted(chats []version) bool {
	senders := 0
	for _, c := range chats {
		for _, p := range c.Participants {
			if !isStandIn(savedName(p.Name)) {
				return false
			}
			senders++
		}
	}
	return senders > 0
}

func withoutStandIns(names []string) []string {
	var out []string
	for _, n := range names {
		if !isStandIn(n) {
			out = append(out, n)
		}
	}
	return out
}

// savedSenders adds those of whom only notices tell.
func savedSenders(saved []string, n *noticeNames) []string {
	seen := map[string]bool{}
	var out []string
	for _, name := range append(saved, n.persons...) {
		if !seen[name] && name != "" && !isStandIn(name) {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// rewrite writes every chat again. It returns the chats as they are now, also
// with an error, and whether anything is different.
func (j *job) rewrite(r *rewriter, chats []version) (next []version, changed bool, err error) {
	for i, c := range chats {
		r.at = i
		s, err := j.opt.Scratch()
		if err != nil {
			return next, false, err
		}
		next = append(next, version{c.Chat, s})
		different, err := r.chat(c.Chat, s)
		if err != nil {
			return next, false, err
		}
		changed = changed || different
		read, err := chat.Read(c.Path, s.Source(), chat.Options{DateOrder: j.opt.DateOrder})
		if chat.CodeOf(err) == chat.NotAChat {
			return next, false, &Error{Reason: Shape, at: place{i, 0}}
		}
		if err != nil {
			return next, false, err
		}
		next[len(next)-1].Chat = read[0]
	}
	return next, changed, nil
}

// prove shows that the last version is right: it is read as the first one was,
// and holds nothing of it.
func (j *job) prove(first []*chat.Chat, last []version) error {
	for i := range first {
		if err := sameShape(i, first[i], last[i].Chat); err != nil {
			return err
		}
		if err := j.originals.check(last[i].Chat); err != nil {
			return err
		}
		if err := j.remaining(last[i].Chat); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) finish(first []*chat.Chat, last []version) *Result {
	j.result.names, j.result.Table = j.names, j.names.entries
	for i, v := range last {
		j.result.Texts = append(j.result.Texts, Text{first[i], v.scratch.Source()})
		j.result.kept = append(j.result.kept, v.scratch)
	}
	return j.result
}

// sameShape compares the messages of two chats by everything but their words.
func sameShape(number int, a, b *chat.Chat) error {
	next, stop := iter.Pull2(b.Messages())
	defer stop()
	for want, err := range a.Messages() {
		if err != nil {
			return err
		}
		got, err, ok := next()
		switch {
		case err != nil:
			return err
		case !ok || got.Line != want.Line || got.Kind != want.Kind || !got.Time.Equal(want.Time) || got.Edited != want.Edited:
			return &Error{Reason: Shape, Line: want.Line, at: place{number, want.Index}}
		}
	}
	if _, _, more := next(); more {
		return &Error{Reason: Shape}
	}
	return nil
}
