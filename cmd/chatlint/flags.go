package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/report"
)

// checkFormat is the line per finding that check prints by default. It is no
// report of its own, so --format does not offer it.
const checkFormat = "check"

// formats lists what --format takes.
func formats() []string {
	var names []string
	for _, f := range report.Formats {
		if f.Name != checkFormat {
			names = append(names, f.Name)
		}
	}
	return names
}

// reportFlags adds the flags of commands that judge chats.
func (c *command) reportFlags(cmd *cobra.Command, failOn string) {
	flags := cmd.Flags()
	c.profileFlag(cmd)
	flags.String("min-severity", "", c.texts.T("flag.min-severity"))
	flags.String("fail-on", "", c.texts.T(failOn))
	flags.StringP("format", "f", "", c.texts.T("flag.format", "formats", strings.Join(formats(), ", ")))
	flags.StringP("output", "o", "", c.texts.T("flag.outputs"))
	flags.Bool("reveal", false, c.texts.T("flag.reveal"))
	flags.Bool("strict", false, c.texts.T("flag.strict"))
	c.settledFlags(cmd)
	complete(cmd, "min-severity", levels...)
	complete(cmd, "fail-on", append([]string{"none"}, levels...)...)
	complete(cmd, "format", formats()...)
	c.ruleFlags(cmd)
	c.readFlags(cmd)
}

// levels are the severities as people type them.
var levels = []string{"low", "medium", "high", "critical"}

// profileFlag adds the flag of commands whose work a profile changes.
func (c *command) profileFlag(cmd *cobra.Command) {
	cmd.Flags().String("profile", "", c.texts.T("flag.profile"))
	complete(cmd, "profile", config.Profiles...)
}

func (c *command) outputFlag(cmd *cobra.Command) {
	cmd.Flags().StringP("output", "o", "", c.texts.T("flag.output"))
}

// ruleFlags adds the flags of all commands that load rules.
func (c *command) ruleFlags(cmd *cobra.Command) {
	cmd.Flags().String("rules", "", c.texts.T("flag.rules"))
	cmd.Flags().StringArray("disable", nil, c.texts.T("flag.disable"))
	cmd.Flags().StringArray("enable", nil, c.texts.T("flag.enable"))
	cmd.Flags().StringArray("severity", nil, c.texts.T("flag.severity"))
	cmd.Flags().StringArray("words", nil, c.texts.T("flag.words"))
	completeWith(cmd, "disable", c.completeRules)
	completeWith(cmd, "enable", c.completeRules)
	completeWith(cmd, "severity", c.completeSeverities)
	completeWith(cmd, "words", c.completeWords)
}

// readFlags adds the flags of all commands that read chats.
func (c *command) readFlags(cmd *cobra.Command) {
	cmd.Flags().String("date-order", "", c.texts.T("flag.date-order"))
	cmd.Flags().IntP("jobs", "j", 0, c.texts.T("flag.jobs"))
	complete(cmd, "date-order", "auto", "dmy", "mdy", "ymd")
}

// complete offers words for a flag.
func complete(cmd *cobra.Command, flag string, words ...string) {
	completeWith(cmd, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeWith panics if there is no such flag, which any test would show.
func completeWith(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}
