package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/suggest"
	"github.com/chatlint/chatlint/rules"
)

// ownRulesFolder is where own rules go if nobody names another folder.
const ownRulesFolder = "own-rules"

// slug is how the second part of a rule's ID is spelled.
var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// rulesNew is the command that writes the frame of an own rule.
func (c *command) rulesNew() *cobra.Command {
	cmd := c.build("rules-new", func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage("error.no-rule").hint("hint.new-rule")
		}
		if err := c.configure(cmd, ""); err != nil {
			return err
		}
		category, name, _ := strings.Cut(args[0], "/")
		if !slices.Contains(rules.Categories, rules.Category(category)) {
			return usage("error.no-category", "word", category).meant(suggest.Closest(category, words(rules.Categories))).
				hint("hint.allowed", "words", strings.Join(words(rules.Categories), ", "))
		}
		if !slug.MatchString(name) {
			return usage("error.rule-name", "rule", args[0]).hint("hint.new-rule")
		}
		return c.writeRule(rules.Category(category), name)
	})
	cmd.Args = atMost(1)
	cmd.ValidArgsFunction = cobra.FixedCompletions(categoryPrefixes(), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace)
	cmd.Flags().String("rules", "", c.texts.T("flag.new-rules", "folder", ownRulesFolder))
	return cmd
}

func categoryPrefixes() []string {
	var out []string
	for _, category := range rules.Categories {
		out = append(out, string(category)+"/")
	}
	return out
}

// writeRule writes a rule that loads and passes its tests, for somebody to
// change.
func (c *command) writeRule(category rules.Category, name string) error {
	folder := cmp.Or(c.cfg.Rules, ownRulesFolder)
	file := filepath.Join(folder, string(category), name+".yaml")
	text := c.texts.T("rules.frame", "id", string(category)+"/"+name, "folder", folder, "detail", details[category])
	err := newFile{name: file, path: c.path(file), folder: 0o755, mode: 0o644}.write(&c.temps, text+"\n")
	if errors.Is(err, fs.ErrExist) {
		return usage("error.file-exists", "path", file)
	}
	if err != nil {
		return err
	}
	return c.print(func(out *output) {
		fmt.Fprintln(out, c.texts.T("rules.new", "file", printable(file), "folder", printable(folder)))
	})
}

// details are the columns of the severity table that a new rule begins with.
var details = map[rules.Category]string{
	rules.Health: "illness", rules.HRAssessment: "negative", rules.HRRecord: "record", rules.Customer: "detail", rules.Partner: "detail",
	rules.Contact: "data", rules.Identifier: "personal", rules.Credential: "code", rules.Special: "person", rules.Criminal: "offence",
}
