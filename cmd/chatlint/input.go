package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/chatlint/chatlint/chat"
)

// stdinPath is the path that means standard input.
const stdinPath = "-"

// open reads what the user named, in that order. The closer releases what had
// to be kept of it and belongs behind the last use of the chats.
func (c *command) open(paths []string) ([]*chat.Chat, io.Closer, error) {
	order, _ := chat.ParseDateOrder(c.cfg.DateOrder)
	in := &inputs{command: c, opt: chat.Options{DateOrder: order}}
	seen := map[string]bool{}
	for _, path := range paths {
		key := filepath.Clean(path)
		if seen[key] {
			continue
		}
		seen[key] = true
		if err := in.add(path); err != nil {
			in.Close()
			return nil, nil, err
		}
	}
	for _, export := range in.chats {
		c.size += export.Bytes
	}
	return in.chats, in, nil
}

// inputs collects the chats of a run.
type inputs struct {
	*command
	opt     chat.Options
	chats   []*chat.Chat
	spooled []io.Closer
}

// Close releases what was spooled.
func (in *inputs) Close() error {
	var errs []error
	for _, s := range in.spooled {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

func (in *inputs) add(path string) error {
	if path == stdinPath {
		if in.StdinTTY {
			fmt.Fprintln(in.Stderr, in.texts.T("hint.prefix"), in.texts.T("hint.stdin-terminal"))
		}
		return in.addStream(path, in.Stdin)
	}
	if isStream(in.path(path)) {
		return in.addDevice(path)
	}
	chats, err := chat.Open(in.path(path), in.opt)
	if chat.CodeOf(err) == chat.NotFound && looksLikeText(path) {
		return usage("error.text-as-path").hint("hint.text", "command", "chatlint scan").hint("hint.quotes")
	}
	in.chats = append(in.chats, chats...)
	return err
}

// isStream reports whether a path can be read once only. It must be known
// before the path is opened for the first time.
func isStream(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir() && !info.Mode().IsRegular()
}

// addDevice reads a pipe with a name, such as the <(…) of a shell.
func (in *inputs) addDevice(path string) error {
	f, err := os.Open(in.path(path))
	if err != nil {
		return failed("error.unreadable", "path", path)
	}
	defer f.Close()
	return in.addStream(path, f)
}

// addStream reads what can be read only once.
func (in *inputs) addStream(name string, r io.Reader) error {
	src, closer, err := in.spool(name, r)
	if err != nil {
		return err
	}
	in.spooled = append(in.spooled, closer)
	chats, err := chat.Read(name, src, in.opt)
	in.chats = append(in.chats, chats...)
	return err
}

// looksLikeText reports whether an argument is probably a message that was
// typed in place of a file's name. Such a text is not repeated in an error.
func looksLikeText(arg string) bool {
	return strings.ContainsAny(arg, "\n\r") ||
		len(strings.Fields(arg)) > 3 && filepath.Ext(arg) == "" && filepath.Base(arg) == arg
}
