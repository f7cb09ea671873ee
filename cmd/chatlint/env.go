package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"time"

	"github.com/fatih/color"
	"github.com/jeandeaual/go-locale"
	"golang.org/x/term"
)

// Env is everything that a run takes from outside, so that a test can run
// any command in its own process.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	LookupEnv      func(name string) (string, bool)
	SystemLocale   func() string // what the operating system says where no variable does
	Dir            string        // relative paths start here; "" is the process's own folder
	ConfigDir      string        // the user's configuration folder, "" if there is none
	StdinTTY       bool
	StdoutTTY      bool
	StderrTTY      bool
	Width          int              // columns of the terminal, 0 if there is none
	Loaded         func(size int64) // called when the rules are loaded, with the bytes of the input; may be nil
}

// processEnv is the environment of the process.
func processEnv() Env {
	configDir, err := os.UserConfigDir()
	if err != nil {
		configDir = ""
	}
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		width = 0
	}
	return Env{
		Stdin:        os.Stdin,
		Stdout:       color.Output,
		Stderr:       color.Error,
		LookupEnv:    os.LookupEnv,
		SystemLocale: systemLocale,
		ConfigDir:    configDir,
		StdinTTY:     term.IsTerminal(int(os.Stdin.Fd())),
		StdoutTTY:    term.IsTerminal(int(os.Stdout.Fd())),
		StderrTTY:    term.IsTerminal(int(os.Stderr.Fd())),
		Width:        width,
	}
}

// systemLocale asks Windows and macOS, where programs often start without the
// variables that name a language elsewhere.
func systemLocale() string {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		return ""
	}
	tag, err := locale.GetLocale()
	if err != nil {
		return ""
	}
	return tag
}

// grace is how long an interrupted run may take to end by itself. A read from
// a keyboard or a pipe may never end.
const grace = 100 * time.Millisecond

// Run carries out a command line and returns its exit code. When ctx is done
// it returns soon and leaves no temporary file behind.
func (e Env) Run(ctx context.Context, args []string) int {
	c := newCommand(e, args)
	done := make(chan error, 1)
	go func() { done <- c.run(ctx, args) }()
	select {
	case err := <-done:
		return c.end(err)
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return c.end(err)
	case <-time.After(grace):
		c.temps.removeAll()
		return c.report(ctx.Err())
	}
}
