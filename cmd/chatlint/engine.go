package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/internal/suggest"
	"github.com/chatlint/chatlint/rules"
)

// engine loads the rules that the settings ask for.
func (c *command) engine() (*rules.Engine, error) {
	opt, err := c.ruleOptions()
	if err != nil {
		return nil, err
	}
	e, err := rules.Load(opt)
	if c.Loaded != nil {
		c.Loaded(c.size)
	}
	return e, err
}

func (c *command) ruleOptions() (rules.Options, error) {
	opt := rules.Options{Disabled: c.cfg.Disable, Enabled: c.cfg.Enable, Severity: map[string]rules.Severity{}}
	for _, p := range c.cfg.Severity {
		opt.Severity[p.Name] = severity(p.Value, rules.None)
	}
	var err error
	if opt.Names, err = c.ownNames(c.cfg.Words); err != nil {
		return opt, err
	}
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
	if place := c.namedAt(id); place != "" {
		f = usage("error.unknown-rule-at", "rule", id, "place", place)
	}
	return f.meant(suggest.Closest(id, ruleWords())).hint("hint.rules-list")
}

// namedAt says which setting names a rule, "" if none does.
func (c *command) namedAt(id string) string {
	isID := func(p config.Pair) bool { return p.Name == id }
	switch {
	case slices.Contains(c.cfg.Disable, id):
		return place(c.cfg.Origin("disable", id))
	case slices.Contains(c.cfg.Enable, id):
		return place(c.cfg.Origin("enable", id))
	case slices.ContainsFunc(c.cfg.Severity, isID):
		return place(c.cfg.Origin("severity", id))
	}
	return ""
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

// completeSeverities offers RULE=SEVERITY to the shell.
func (c *command) completeSeverities(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	rule, _, chosen := strings.Cut(typed, "=")
	var offers []string
	if chosen {
		for _, level := range levels {
			offers = append(offers, rule+"="+level)
		}
		return offers, cobra.ShellCompDirectiveNoFileComp
	}
	for _, word := range ruleWords() {
		offers = append(offers, word+"=")
	}
	return offers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeWords offers GROUP= to the shell, which knows the files itself.
func (c *command) completeWords(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var offers []string
	for _, group := range config.Groups {
		offers = append(offers, group+"=")
	}
	return offers, cobra.ShellCompDirectiveNoSpace
}
