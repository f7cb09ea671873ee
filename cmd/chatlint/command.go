package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/internal/locale"
)

// command is one run of the program.
type command struct {
	Env
	texts *locale.Texts
	when  string         // colours: auto, always or never
	cfg   *config.Config // set by configure
	temps temps
	size  int64 // bytes of the input, once it is open
	code  int   // the exit code of a run without an error
}

// newCommand prepares a run. Language and colours must be known before the
// flags are parsed, because a wrong flag is reported in that language.
func newCommand(e Env, args []string) *command {
	c := &command{Env: e, when: e.early(args, "color")}
	lang := locale.Lang(e.early(args, "lang"))
	if lang != locale.German && lang != locale.English {
		lang = locale.Detect(e.LookupEnv)
	}
	if lang == "" {
		lang = locale.Match(e.SystemLocale())
	}
	c.texts = locale.For(lang)
	return c
}

// early reads a flag that is needed before all others, or its variable.
func (e Env) early(args []string, name string) string {
	value, _ := e.LookupEnv(config.Variable(name))
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if v, ok := strings.CutPrefix(arg, "--"+name+"="); ok {
			value = v
		} else if arg == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// run parses the arguments and carries out the command. It leaves the error to be
// reported, since it may come after the run was given up.
func (c *command) run(ctx context.Context, args []string) error {
	root := c.root()
	root.SetArgs(args)
	return root.ExecuteContext(ctx)
}

// end reports the error that a run ended with, if any, and returns the exit code.
func (c *command) end(err error) int {
	if err != nil {
		return c.report(err)
	}
	return c.code
}

// Help lists commands and flags in the order of their use, not of their names.
func init() { cobra.EnableCommandSorting = false }

// root builds the tree of commands.
func (c *command) root() *cobra.Command {
	root := c.build("root", func(cmd *cobra.Command, _ []string) error {
		if flag(cmd, "version") == "true" {
			return c.printVersion()
		}
		return cmd.Help()
	})
	root.Use = "chatlint"
	root.Args = c.noArguments
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.Flags().Bool("version", false, c.texts.T("flag.version"))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(c.flagFault)
	root.SetHelpFunc(c.printHelp)

	flags := root.PersistentFlags()
	flags.String("lang", "", c.texts.T("flag.lang"))
	flags.String("color", "", c.texts.T("flag.color"))
	flags.String("config", "", c.texts.T("flag.config"))
	flags.BoolP("help", "h", false, c.texts.T("flag.help"))
	complete(root, "lang", "de", "en")
	complete(root, "color", "auto", "always", "never")

	root.AddCommand(c.scan(), c.check(), c.auditReport(), c.redact(), c.baseline(), c.why(), c.inspect(), c.rules(), c.initialise(), c.settings(), c.eval(), c.version(), c.completion(), c.man())
	root.SetHelpCommand(c.help())
	return root
}

// build makes a command whose texts stand in the catalogue under its name.
func (c *command) build(name string, run func(*cobra.Command, []string) error) *cobra.Command {
	key := "cmd." + name + "."
	cmd := &cobra.Command{
		Short:                 c.texts.T(key + "short"),
		Long:                  c.texts.T(key + "long"),
		Example:               c.texts.T(key + "example"),
		RunE:                  run,
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
	}
	cmd.Flags().SortFlags = false
	cmd.PersistentFlags().SortFlags = false
	if use := key + "use"; c.texts.Has(use) {
		cmd.Use = c.texts.T(use)
	}
	return cmd
}

// path resolves a path that the user named.
func (c *command) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(c.Dir, name)
}

// configure reads the settings that hold for an input and takes over its
// language and colours.
func (c *command) configure(cmd *cobra.Command, input string) error {
	file, err := cmd.Flags().GetString("config")
	if err != nil {
		return err
	}
	if file == "" {
		file, _ = c.LookupEnv(config.Variable("config"))
	}
	if file != "" {
		file = c.path(file)
	}
	c.cfg, err = config.Load(config.Options{
		File:    file,
		Start:   c.path(input),
		UserDir: c.ConfigDir,
		Lookup:  c.LookupEnv,
		Flags:   cmd.Flags(),
		Formats: formats(),
	})
	if err != nil {
		return err
	}
	if c.cfg.Lang != "" {
		c.texts = locale.For(locale.Lang(c.cfg.Lang))
	}
	c.when = c.cfg.Color
	return nil
}

// colours reports whether a stream gets colours (https://no-color.org).
func (c *command) colours(tty bool) bool {
	switch c.when {
	case "always":
		return true
	case "never":
		return false
	}
	noColor, _ := c.LookupEnv("NO_COLOR")
	terminal, _ := c.LookupEnv("TERM")
	return tty && noColor == "" && terminal != "dumb"
}

// style returns a function that colours text for a stream.
func (c *command) style(tty bool, attributes ...color.Attribute) func(string) string {
	style := color.New(attributes...)
	if c.colours(tty) {
		style.EnableColor()
	} else {
		style.DisableColor()
	}
	return func(s string) string { return style.Sprint(s) }
}

// report says an error to the user and returns its exit code.
func (c *command) report(err error) int {
	f := c.explain(err)
	red, blue := c.style(c.StderrTTY, color.FgRed, color.Bold), c.style(c.StderrTTY, color.FgBlue, color.Bold)
	fmt.Fprintln(c.Stderr, red(c.texts.T("error.prefix")), f.what.in(c.texts))
	for _, line := range f.extra {
		fmt.Fprintln(c.Stderr, "  "+printable(line))
	}
	for _, h := range f.hints {
		fmt.Fprintln(c.Stderr, blue(c.texts.T("hint.prefix")), h.in(c.texts))
	}
	return f.exit
}
