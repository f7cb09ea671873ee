package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/report"
	"github.com/chatlint/chatlint/rules"
)

// auditReport is the command that makes files to keep. (Command.report is how
// an error is said.)
func (c *command) auditReport() *cobra.Command {
	cmd := c.build("report", func(cmd *cobra.Command, paths []string) error {
		return c.judge(cmd, paths, job{format: "html", failOn: rules.None, audit: true})
	})
	cmd.Args = c.paths
	c.reportFlags(cmd, "flag.fail-on-scan")
	cmd.Flags().String("compare", "", c.texts.T("flag.compare"))
	return cmd
}

// output is where a job writes if nobody says: an audit report into a file of
// the present folder, unless its format is not one of files.
func (j job) output(c *command, cmd *cobra.Command) string {
	if !j.audit {
		return ""
	}
	f, _ := report.Lookup(cmp.Or(c.cfg.Format, j.format))
	if f.Ext == "" {
		return ""
	}
	return "chatlint-report" + f.Ext
}

// audit adds to the options of a report what only an audit has: fingerprints,
// and the earlier report that it is compared with.
func (c *command) audit(cmd *cobra.Command, opt *report.Options) (key []byte, err error) {
	earlier := flag(cmd, "compare")
	key, err = c.fingerprintKey(flag(cmd, "key"), earlier != "")
	if err != nil || key == nil {
		return nil, err
	}
	opt.Key = keyName(key)
	if earlier == "" {
		return key, nil
	}
	opt.Compare, err = c.earlier(earlier, opt.Key)
	return key, err
}

// earlier reads the report to compare with.
func (c *command) earlier(name, key string) (*report.Earlier, error) {
	f, err := os.Open(c.path(name))
	switch {
	case os.IsNotExist(err):
		return nil, usage("error.missing-path", "path", name)
	case err != nil:
		return nil, failed("error.unreadable", "path", name)
	}
	defer f.Close()
	e, err := report.ReadEarlier(f)
	switch {
	case errors.Is(err, report.ErrNoFingerprints):
		return nil, usage("error.no-fingerprints", "path", name).hint("hint.compare")
	case err != nil:
		return nil, usage("error.not-a-report", "path", name).hint("hint.compare")
	case e.Key != key:
		return nil, usage("error.other-key", "path", name).hint("hint.other-key")
	}
	return e, nil
}

// reportLang is the language of an audit report: what was asked for, else that
// of the chats. Who reads the report need not be who runs the program.
func (c *command) reportLang(chats []*chat.Chat) locale.Lang {
	if c.cfg.Lang == "" {
		if lang := rules.Language(sampleOf(chats)); lang != "" {
			return locale.Lang(lang)
		}
	}
	return c.texts.Lang()
}

// sampleOf yields the first messages of each chat. What cannot be read here
// cannot be read by the run that follows, which says so.
func sampleOf(chats []*chat.Chat) iter.Seq[string] {
	const messages = 200
	return func(yield func(string) bool) {
		for _, ch := range chats {
			n := 0
			for m, err := range ch.Messages() {
				if err != nil || n == messages {
					break
				}
				n++
				if !yield(m.Text) {
					return
				}
			}
		}
	}
}

// reportDate is now, or the time that SOURCE_DATE_EPOCH names for builds that
// are to give the same bytes (https://reproducible-builds.org/specs/source-date-epoch/).
func (c *command) reportDate() (time.Time, error) {
	epoch, ok := c.LookupEnv("SOURCE_DATE_EPOCH")
	if !ok || epoch == "" {
		return time.Now(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 {
		return time.Time{}, usage("error.value", "place", "SOURCE_DATE_EPOCH", "value", epoch).hint("hint.whole-number")
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// ruleSet names the rules of the run.
func (c *command) ruleSet() (string, error) {
	opt, err := c.ruleOptions()
	if err != nil {
		return "", err
	}
	return rules.Hash(opt)
}

// sayWritten tells which files a report is in.
func (c *command) sayWritten(ts targets) {
	var names []string
	for _, t := range ts {
		if t.name != "" {
			names = append(names, printable(t.name))
		}
	}
	if len(names) > 0 {
		fmt.Fprintln(c.Stderr, c.texts.T("report.written", "files", strings.Join(names, ", ")))
	}
}
