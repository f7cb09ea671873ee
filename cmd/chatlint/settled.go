package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/suggest"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// settledFlags adds the flags of commands that know of settled findings.
func (c *command) settledFlags(cmd *cobra.Command) {
	cmd.Flags().String("baseline", "", c.texts.T("flag.baseline"))
	cmd.Flags().String("key", "", c.texts.T("flag.key"))
}

// settle lets a run leave out what somebody has accepted, by the baseline and the
// suppressions of the settings. It returns nil where there is neither.
func (c *command) settle(cmd *cobra.Command, engine *rules.Engine, opt *lint.Options) (*lint.Settled, error) {
	byFingerprint := slices.ContainsFunc(c.cfg.Suppress, func(s config.Suppression) bool { return s.Fingerprint != "" })
	if c.cfg.Baseline == "" && len(c.cfg.Suppress) == 0 {
		return nil, nil
	}
	if err := c.knowSuppressed(engine); err != nil {
		return nil, err
	}
	var known *lint.Baseline
	if opt.Key == nil && (c.cfg.Baseline != "" || byFingerprint) {
		key, err := c.fingerprintKey(flag(cmd, "key"), true)
		if err != nil {
			return nil, err
		}
		opt.Key = key
	}
	if c.cfg.Baseline != "" {
		var err error
		if known, err = c.readBaseline(c.cfg.Baseline, opt.Key); err != nil {
			return nil, err
		}
	}
	s := lint.NewSettled(known, suppressions(c.cfg.Suppress), today())
	opt.Suppress, opt.ShowSuppressed = s.Accepts, true
	return s, nil
}

// knowSuppressed reports a suppression of a rule that does not exist: it would
// accept nothing for ever. One that is switched off does exist.
func (c *command) knowSuppressed(engine *rules.Engine) error {
	for _, s := range c.cfg.Suppress {
		_, loaded := engine.Rule(s.Rule)
		if s.Rule == "" || loaded || slices.Contains(c.cfg.Disable, s.Rule) || slices.Contains(ruleWords(), s.Rule) {
			continue
		}
		return usage("error.unknown-rule-at", "rule", s.Rule, "place", place(s.Origin)).meant(suggest.Closest(s.Rule, ruleWords())).hint("hint.rules-list")
	}
	return nil
}

// today is the day of the calendar on the wall, as dates in the settings mean it.
func today() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

func suppressions(list []config.Suppression) []lint.Suppression {
	var out []lint.Suppression
	for _, s := range list {
		out = append(out, lint.Suppression{
			Rule: s.Rule, Fingerprint: s.Fingerprint, Sender: s.Sender, Pattern: s.Pattern, Reason: s.Reason, Until: s.Until,
		})
	}
	return out
}

// readBaseline reads a baseline whose fingerprints were made with a key.
func (c *command) readBaseline(name string, key []byte) (*lint.Baseline, error) {
	f, err := os.Open(c.path(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("error.missing-path", "path", name).hint("hint.baseline-create")
	case err != nil:
		return nil, failed("error.unreadable", "path", name)
	}
	defer f.Close()
	b, err := lint.ReadBaseline(f)
	switch {
	case errors.Is(err, lint.ErrNoBaseline):
		return nil, usage("error.not-a-baseline", "path", name).hint("hint.baseline-create")
	case err != nil:
		return nil, failed("error.unreadable", "path", name)
	case key != nil && b.Key != keyName(key):
		return nil, usage("error.baseline-key", "path", name).hint("hint.key")
	}
	return b, nil
}

// saySettled names suppressions that have run out or are of no use, and tells of
// known findings that are gone. Where a format has no place for it, it also tells
// how many findings were left out.
func (c *command) saySettled(s *lint.Settled, res *lint.Result, outs targets) {
	if s == nil {
		return
	}
	noSums := func(t target) bool { return t.format.NoSums }
	if accepted := report.Accepted(c.texts.Lang(), res); accepted != "" && slices.ContainsFunc(outs, noSums) {
		fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), accepted)
	}
	say := func(key string, at []int) {
		for _, i := range at {
			fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), c.texts.T(key, "place", place(c.cfg.Suppress[i].Origin)))
		}
	}
	say("hint.suppression-expired", s.Expired())
	say("hint.suppression-unused", s.Unused())
	if n := s.Gone(); n > 0 {
		fmt.Fprintln(c.Stderr, c.texts.T("hint.prefix"), c.texts.N("hint.baseline-gone", n))
	}
}
