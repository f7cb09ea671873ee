package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/fatih/color"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help is the command that shows what other commands do.
func (c *command) help() *cobra.Command {
	cmd := c.build("help", func(cmd *cobra.Command, words []string) error {
		topic := cmd.Root()
		for _, word := range words {
			next, _, err := topic.Find([]string{word})
			if err != nil || next == topic {
				return c.unknownCommand(topic, word)
			}
			topic = next
		}
		topic.InitDefaultHelpFlag()
		return topic.Help()
	})
	cmd.ValidArgsFunction = func(cmd *cobra.Command, words []string, _ string) ([]string, cobra.ShellCompDirective) {
		topic, _, err := cmd.Root().Find(words)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var names []string
		for _, sub := range topic.Commands() {
			if sub.IsAvailableCommand() {
				names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// textWidth is how wide running text is set, in columns. Lines of more than a
// hundred are hard to read.
func (c *command) textWidth() int {
	if c.Width <= 0 {
		return 80
	}
	return min(c.Width, 100)
}

// printHelp writes the help of a command.
func (c *command) printHelp(cmd *cobra.Command, _ []string) {
	h := helpPage{command: c, bold: c.style(c.StdoutTTY, color.Bold), width: c.textWidth()}
	h.write(cmd)
	out := newOutput(c.Stdout, "")
	io.Copy(out, &h.text)
	if err := out.commit(); err != nil {
		c.code = c.report(err)
	}
}

// helpPage puts a help text together.
type helpPage struct {
	*command
	bold  func(string) string
	width int
	text  bytes.Buffer
}

func (h *helpPage) write(cmd *cobra.Command) {
	fmt.Fprintf(&h.text, "%s\n\n", wrap(cmd.Long, h.width))
	h.section("help.usage", indent(h.usageLine(cmd)))
	h.section("help.commands", h.commands(cmd))
	h.section("help.examples", indent(cmd.Example))
	h.section("help.flags", h.flags(cmd.LocalNonPersistentFlags()))
	general := cmd.InheritedFlags()
	if !cmd.HasParent() {
		general = cmd.PersistentFlags()
	}
	h.section("help.global", h.flags(general))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintln(&h.text, h.texts.T("help.more", "command", cmd.CommandPath()))
		return
	}
	h.text.Truncate(h.text.Len() - 1)
}

// section writes a part of the page unless it is empty.
func (h *helpPage) section(title, body string) {
	if body == "" {
		return
	}
	fmt.Fprintf(&h.text, "%s\n%s\n\n", h.bold(h.texts.T(title)+":"), strings.TrimRight(body, "\n"))
}

func (h *helpPage) usageLine(cmd *cobra.Command) string {
	line := cmd.UseLine()
	if cmd.HasAvailableSubCommands() {
		line += " " + h.texts.T("help.command")
	}
	return line + " " + h.texts.T("help.options")
}

func (h *helpPage) commands(cmd *cobra.Command) string {
	var b strings.Builder
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			hanging(&b, h.width, fmt.Sprintf("  %-*s  ", cmd.NamePadding(), sub.Name()), sub.Short)
		}
	}
	return b.String()
}

// wrap breaks a text into lines between words. A hyphen is no place to break:
// it begins the name of a flag.
func wrap(text string, width int) string {
	const unbreakable = "\u2011"
	lines := ansi.Wordwrap(strings.ReplaceAll(text, "-", unbreakable), width, "")
	return strings.ReplaceAll(lines, unbreakable, "-")
}

// hanging writes a text whose further lines start below its first word.
func hanging(b *strings.Builder, width int, label, text string) {
	margin := ansi.StringWidth(label)
	lines := strings.Split(wrap(text, max(width-margin, 20)), "\n")
	b.WriteString(label + lines[0] + "\n")
	for _, line := range lines[1:] {
		b.WriteString(strings.Repeat(" ", margin) + line + "\n")
	}
}

// flags lists flags as "-j, --jobs N" with what they do.
func (h *helpPage) flags(set *pflag.FlagSet) string {
	var labels, texts []string
	widest := 0
	set.SortFlags = false // cobra's copies of a set forget it
	set.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		label := "      --" + f.Name
		if f.Shorthand != "" {
			label = "  -" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			label += " " + value
		}
		labels, texts = append(labels, label), append(texts, text)
		widest = max(widest, ansi.StringWidth(label))
	})
	var b strings.Builder
	for i, label := range labels {
		hanging(&b, h.width, label+strings.Repeat(" ", widest-ansi.StringWidth(label)+2), texts[i])
	}
	return b.String()
}

func indent(text string) string {
	if text == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}
