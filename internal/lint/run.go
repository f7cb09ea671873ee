package lint

import (
	"context"
	"iter"

	"github.com/sourcegraph/conc/stream"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/people"
	"github.com/chatlint/chatlint/rules"
)

// Run checks all chats and passes every finding to sink, in the order of the
// chats and their messages. It stops at the first error of a chat or of sink
// and when ctx is done; the error is that one. Sink is never called twice at
// the same time, nor after Run has returned.
func Run(ctx context.Context, chats []*chat.Chat, engine *rules.Engine, opt Options, sink func(*Finding) error) (*Result, error) {
	return Each(ctx, chats, engine, opt, func(m *Checked) error {
		for i := range m.Findings {
			if err := sink(&m.Findings[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// Each is Run for callers that want every message, also one without findings.
func Each(ctx context.Context, chats []*chat.Chat, engine *rules.Engine, opt Options, sink func(*Checked) error) (*Result, error) {
	run := newRun(Inputs(chats), opt, sink)
	for i, c := range chats {
		roster, err := people.Of(ctx, engine, c, run.opt.Workers)
		if err != nil {
			return nil, err
		}
		newSession := func() session { return engine.NewSession(roster) }
		if err := run.chat(ctx, i, c.Messages(), newSession); err != nil {
			return nil, err
		}
	}
	return run.close(), nil
}

// session is what a run needs of a rules.Session.
type session interface {
	Restart()
	Observe(*chat.Message)
	Check(m, next *chat.Message) rules.Result
}

// run carries the sums from chat to chat.
type run struct {
	opt  Options
	sink func(*Checked) error
	res  Result
	long rules.Result // of the long message whose parts arrive
}

func newRun(inputs []Input, opt Options, sink func(*Checked) error) *run {
	opt.Workers = opt.workers()
	return &run{opt: opt, sink: sink, res: Result{Inputs: inputs, Summary: Summary{}, Coverage: gaps(inputs), FailOn: opt.FailOn, MinSeverity: opt.MinSeverity}}
}

// chat checks one chat: the reader cuts it into blocks here, the workers of the
// stream check them at the same time, and their results are delivered in the
// order of the blocks. The stream's queue is short, so a slow sink slows the
// reader down and memory stays bounded.
func (r *run) chat(ctx context.Context, index int, messages iter.Seq2[chat.Message, error], newSession func() session) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	workers := stream.New().WithMaxGoroutines(r.opt.Workers)
	idle := make(chan session, r.opt.Workers)
	for b, err := range cut(messages) {
		if err != nil {
			stop(err)
		}
		if ctx.Err() != nil {
			break
		}
		workers.Go(func() stream.Callback {
			s := take(idle, newSession)
			found := b.check(ctx, index, s)
			idle <- s
			return func() { r.deliver(ctx, stop, r.whole(index, b, found)) }
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// take returns an idle session, which knows the words of the chat already, or a
// new one.
func take(idle chan session, newSession func() session) session {
	select {
	case s := <-idle:
		s.Restart()
		return s
	default:
		return newSession()
	}
}

// whole returns the messages that are complete with a block. The parts of a long
// message are gathered until the last one is there.
func (r *run) whole(index int, b block, found outcome) []Checked {
	whole, last := b.whole()
	if whole == nil {
		return found.checked
	}
	r.long.Add(found.part, 0)
	if !last {
		return nil
	}
	m := keep(index, whole, r.long)
	r.long = rules.Result{}
	return []Checked{m}
}

// deliver takes the messages of one block through the passes to the sink.
func (r *run) deliver(ctx context.Context, stop context.CancelCauseFunc, checked []Checked) {
	for i := range checked {
		if ctx.Err() != nil {
			return
		}
		m := &checked[i]
		r.finish(m)
		if err := r.sink(m); err != nil {
			stop(err)
			return
		}
	}
}

// finish applies the passes to a message and counts what is left.
func (r *run) finish(m *Checked) {
	r.res.Coverage.Messages++
	fs := apply(unwanted, m.Findings, &r.opt)
	for i := range fs {
		if r.opt.Key != nil {
			fs[i].Fingerprint = Fingerprint(r.opt.Key, fs[i].Rule, &m.Message)
		}
	}
	open, accepted := partSuppressed(fs, &r.opt)
	r.res.Suppressed += len(accepted)
	m.Findings = apply(final, open, &r.opt)
	for _, f := range m.Findings {
		r.res.Summary.Add(f.Category, f.Severity)
	}
	if r.opt.ShowSuppressed {
		m.Findings = append(m.Findings, accepted...)
	}
}

func (r *run) close() *Result {
	r.res.Verdict = judge(r.res.Summary, r.res.Coverage, r.opt.FailOn, r.opt.Strict)
	return &r.res
}
