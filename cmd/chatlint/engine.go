package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/suggest"
	"github.com/chatlint/chatlint/rules"
)

// engine loads the rules that the settings ask for.
func (c *command) engine() (*rules.Engine, error) {
	opt, err := c.ruleOptions()
	if err != nil {
		return nil, err
	}
	return rules.Load(opt)
}

func (c *command) ruleOptions() (rules.Options, error) {
	opt := rules.Options{Disabled: c.cfg.Disable}
	if c.cfg.Rules != "" {
		own, err := c.ownRules(c.cfg.Rules)
		if err != nil {
			return opt, err
		}
		opt.Own = os.DirFS(own)
	}
	return opt, nil
}

// ownRules returns the folder of the user's own rules, if it is one.
func (c *command) ownRules(name string) (string, error) {
	dir := c.path(name)
	info, err := os.Stat(dir)
	switch {
	case os.IsNotExist(err):
		return "", usage("error.missing-path", "path", name)
	case err != nil:
		return "", usage("error.unreadable", "path", name).hint("hint.permission")
	case !info.IsDir():
		return "", usage("error.not-a-folder", "path", name)
	}
	return dir, nil
}

// unknownRule says that a rule or category does not exist, and where it was
// named if a setting did.
func (c *command) unknownRule(id string) *fault {
	f := usage("error.unknown-rule", "rule", id)
	if place := place(c.cfg.Origin("disable", id)); place != "" {
		f = usage("error.unknown-rule-at", "rule", id, "place", place)
	}
	return f.meant(suggest.Closest(id, ruleWords())).hint("hint.rules-list")
}

// ruleWords lists the categories and the IDs of all built-in rules.
func ruleWords() []string {
	var words []string
	for _, c := range rules.Categories {
		words = append(words, string(c))
	}
	e, err := rules.Load(rules.Options{})
	if err != nil {
		return words
	}
	for _, r := range e.Rules() {
		words = append(words, r.ID)
	}
	return words
}

// completeRules offers rules and categories to the shell.
func (c *command) completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return ruleWords(), cobra.ShellCompDirectiveNoFileComp
}
