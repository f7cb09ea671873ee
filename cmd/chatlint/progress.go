package main

import (
	"io"
	"time"

	"github.com/cheggaaa/pb/v3"

	"github.com/chatlint/chatlint/internal/lint"
)

// progress shows how far a long run is, to a person who would see nothing else.
// The zero value shows nothing.
type progress struct {
	w     io.Writer
	width int
	total int
	start time.Time // before it nothing is shown
	bar   *pb.ProgressBar
}

// patience is how long a run may take before it shows its progress.
const patience = 700 * time.Millisecond

// newProgress prepares to show progress on standard error, if it is a screen
// and nothing else is written there.
func (c *command) newProgress(inputs []lint.Input, ts targets) *progress {
	p := &progress{}
	if !c.StderrTTY || c.StdoutTTY && ts.toStdout() {
		return p
	}
	p.w, p.width, p.start = c.Stderr, c.Width, time.Now().Add(patience)
	for _, in := range inputs {
		p.total += in.Messages
	}
	return p
}

// step counts a message.
func (p *progress) step(done int) {
	switch {
	case p.w == nil:
		return
	case p.bar != nil:
		p.bar.SetCurrent(int64(done))
	case time.Now().After(p.start):
		p.bar = pb.New(p.total).SetWriter(p.w).SetTemplateString(`{{counters . }} {{bar . }} {{percent . }} {{rtime . }}`)
		p.bar.Set(pb.Terminal, true).Set(pb.CleanOnFinish, true).SetCurrent(int64(done))
		if p.width > 0 {
			p.bar.SetWidth(p.width)
		}
		p.bar.Start()
	}
}

// end takes the bar off the screen.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
