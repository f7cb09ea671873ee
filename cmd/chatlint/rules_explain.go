package main

import (
	"fmt"
	"strings"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/rules"
)

// rulesExplain is the command that says what rules are for.
func (c *command) rulesExplain() *cobra.Command {
	cmd := c.build("rules-explain", func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage("error.no-rule").hint("hint.give-rule").hint("hint.rules-list")
		}
		engine, err := c.configuredEngine(cmd)
		if err != nil {
			return err
		}
		list := named(engine.Rules(), args[0])
		if len(list) == 0 {
			return c.unknownRule(args[0])
		}
		return c.print(func(out *output) {
			p := explanation{command: c, out: out, engine: engine, width: c.textWidth(), bold: c.style(c.StdoutTTY, color.Bold)}
			if list[0].ID != args[0] {
				p.category(list[0].Category)
			}
			for i := range list {
				p.rule(&list[i])
			}
		})
	})
	cmd.Args = atMost(1)
	cmd.ValidArgsFunction = c.completeRules
	c.ruleFlags(cmd)
	return cmd
}

// named returns the rule with that ID, or the rules of the category.
func named(list []rules.Rule, name string) []rules.Rule {
	var found []rules.Rule
	for _, r := range list {
		if r.ID == name || string(r.Category) == name {
			found = append(found, r)
		}
	}
	return found
}

// explanation writes rules for people.
type explanation struct {
	*command
	out    *output
	engine *rules.Engine
	width  int
	bold   func(string) string
}

// text returns a rule's text in the language of the run.
func (p *explanation) text(t rules.Text) string { return t.In(string(p.texts.Lang())) }

func (p *explanation) category(c rules.Category) {
	info := p.engine.Category(c)
	fmt.Fprintf(p.out, "%s: %s\n\n", p.bold(string(c)), p.text(info.Title))
	p.section("rules.why", p.text(info.Why))
	p.section("rules.case", p.text(info.Case))
}

func (p *explanation) rule(r *rules.Rule) {
	fmt.Fprintf(p.out, "%s: %s\n\n", p.bold(r.ID), p.text(r.Title))
	p.section("rules.severity", p.severityRange(p.engine.Severities(r)))
	p.section("rules.why", p.text(r.Why))
	p.section("rules.advice", p.text(r.Advice))
	p.section("rules.legal", strings.Join(p.citations(r), ", "))
	p.section("rules.false-alarms", p.text(r.FalseAlarms))
	p.examples("rules.flagged", r.Tests.Flag)
	p.examples("rules.not-flagged", r.Tests.OK)
}

func (p *explanation) citations(r *rules.Rule) []string {
	cited := make([]string, len(r.Legal))
	for i, legal := range r.Legal {
		cited[i] = rules.Cite(legal, string(p.texts.Lang()))
	}
	return cited
}

// section writes a paragraph below its title, unless it is empty.
func (p *explanation) section(title, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	body := wrap(text, p.width-2)
	fmt.Fprintf(p.out, "%s\n%s\n\n", p.bold(p.texts.T(title)+":"), indent(body))
}

// maxExamples is enough to see what a rule means.
const maxExamples = 3

func (p *explanation) examples(title string, examples []rules.Example) {
	if len(examples) == 0 {
		return
	}
	fmt.Fprintln(p.out, p.bold(p.texts.T(title)+":"))
	for _, e := range examples[:min(len(examples), maxExamples)] {
		for i, line := range messages(e) {
			marker := "  - "
			if i > 0 {
				marker = "    "
			}
			if line.Sender != "" {
				marker += printable(line.Sender) + ": "
			}
			fmt.Fprintln(p.out, marker+printable(line.Text))
		}
	}
	fmt.Fprintln(p.out)
}

// messages returns the chat of an example, which mostly is one message.
func messages(e rules.Example) []rules.Line {
	if len(e.Chat) > 0 {
		return e.Chat
	}
	return []rules.Line{{Text: e.Text}}
}
