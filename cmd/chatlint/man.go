package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// man is the command that writes the manual pages.
func (c *command) man() *cobra.Command {
	cmd := c.build("man", func(cmd *cobra.Command, args []string) error {
		folder := "."
		if len(args) > 0 {
			folder = args[0]
		}
		date, err := c.reportDate()
		if err != nil {
			return err
		}
		if err := os.MkdirAll(c.path(folder), 0o755); err != nil {
			return &writeError{folder, err}
		}
		header := doc.GenManHeader{Section: "1", Date: &date, Source: "chatlint " + versionName(), Manual: "chatlint"}
		return c.manualPages(cmd.Root(), folder, header)
	})
	cmd.Args = atMost(1)
	return cmd
}

// manualPages writes a page per command, also for the commands below.
func (c *command) manualPages(cmd *cobra.Command, folder string, header doc.GenManHeader) error {
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			if err := c.manualPages(sub, folder, header); err != nil {
				return err
			}
		}
	}
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	header.Title = strings.ToUpper(name)
	cmd.DisableAutoGenTag = true
	var page bytes.Buffer
	if err := doc.GenMan(cmd, &header, &page); err != nil {
		return err
	}
	file := filepath.Join(folder, name+".1")
	out, err := c.output(file, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := page.WriteTo(out); err != nil {
		return err
	}
	// Manuals are for everybody.
	return errors.Join(out.commit(), os.Chmod(c.path(file), 0o644))
}
