package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/config"
)

// initialise is the command that writes a file of settings with comments.
func (c *command) initialise() *cobra.Command {
	cmd := c.build("init", func(cmd *cobra.Command, _ []string) error {
		name := cmp.Or(flag(cmd, "output"), config.FileName)
		if name == stdinPath { // as everywhere, the dash is no file
			return c.print(func(out *output) { fmt.Fprint(out, c.commentedSettings()) })
		}
		file := newFile{name: name, path: c.path(name), folder: 0o755, mode: 0o644}
		err := file.write(&c.temps, c.commentedSettings())
		if errors.Is(err, fs.ErrExist) {
			return usage("error.file-exists", "path", name)
		}
		if err != nil {
			return err
		}
		return c.print(func(out *output) { fmt.Fprintln(out, c.texts.T("config.written", "file", printable(name))) })
	})
	cmd.Args = c.noArguments
	cmd.Flags().StringP("output", "o", "", c.texts.T("flag.init-output", "file", config.FileName))
	return cmd
}

// commentedSettings lists every setting as a comment, for somebody to switch on.
func (c *command) commentedSettings() string {
	var b strings.Builder
	comment := func(text string) {
		for line := range strings.SplitSeq(wrap(text, 90), "\n") {
			b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
		}
	}
	comment(c.texts.T("config.head"))
	for _, s := range config.Settings(formats()) {
		b.WriteString("\n")
		comment(c.texts.T("config." + s.Key))
		if len(s.Allowed) > 0 {
			comment(c.texts.T("config.allowed", "words", strings.Join(s.Allowed, ", ")))
		}
		b.WriteString("#" + s.Example + "\n")
	}
	return b.String()
}
