package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// rulesDocs is the command that writes all rules as a document.
func (c *command) rulesDocs() *cobra.Command {
	cmd := c.build("rules-docs", func(cmd *cobra.Command, _ []string) error {
		engine, err := c.configuredEngine(cmd)
		if err != nil {
			return err
		}
		out, err := c.output(flag(cmd, "output"), nil)
		if err != nil {
			return err
		}
		defer out.discard()
		d := ruleDocument{command: c, out: out, engine: engine}
		d.write()
		return out.commit()
	})
	cmd.Args = c.noArguments
	c.outputFlag(cmd)
	c.ruleFlags(cmd)
	return cmd
}

// ruleDocument writes rules as Markdown.
type ruleDocument struct {
	*command
	out    *output
	engine *rules.Engine
}

func (d *ruleDocument) write() {
	list := d.engine.Rules()
	fmt.Fprintf(d.out, "# %s\n\n%s\n", d.texts.T("rules.docs-title"), d.texts.N("rules.count", len(list)))
	for _, category := range rules.Categories {
		info := d.engine.Category(category)
		fmt.Fprintf(d.out, "\n## %s: %s\n\n", category, d.text(info.Title))
		d.paragraph("rules.why", d.text(info.Why))
		d.paragraph("rules.legal", strings.Join(info.Legal, "; "))
		for i := range list {
			if list[i].Category == category {
				d.rule(&list[i])
			}
		}
	}
}

func (d *ruleDocument) rule(r *rules.Rule) {
	fmt.Fprintf(d.out, "### `%s`\n\n%s (%s)\n\n", r.ID, d.text(r.Title), d.severityRange(d.engine.Severities(r)))
	d.paragraph("rules.why", d.text(r.Why))
	d.paragraph("rules.advice", d.text(r.Advice))
	d.paragraph("rules.false-alarms", d.text(r.FalseAlarms))
	d.examples("rules.flagged", r.Tests.Flag)
	d.examples("rules.not-flagged", r.Tests.OK)
}

func (d *ruleDocument) text(t rules.Text) string {
	return strings.TrimSpace(t.In(string(d.texts.Lang())))
}

func (d *ruleDocument) paragraph(key, text string) {
	if text != "" {
		fmt.Fprintf(d.out, "**%s:** %s\n\n", d.texts.T(key), escaped(text))
	}
}

func (d *ruleDocument) examples(key string, list []rules.Example) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(d.out, "%s:\n\n", d.texts.T(key))
	for _, e := range list {
		lines := []string{e.Text}
		if len(e.Chat) > 0 {
			lines = nil
			for _, l := range e.Chat {
				lines = append(lines, l.Sender+": "+l.Text)
			}
		}
		fmt.Fprintf(d.out, "- %s\n", escaped(strings.Join(lines, " / ")))
	}
	fmt.Fprintln(d.out)
}

// escaped keeps a text from being taken for Markdown.
func escaped(text string) string { return markdown.Replace(strings.Join(strings.Fields(text), " ")) }

var markdown = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`, "#", `\#`)
