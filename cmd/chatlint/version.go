package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is set by the release build: -ldflags "-X main.release=1.2.3".
var release = ""

// version is the command that says which chatlint this is.
func (c *command) version() *cobra.Command {
	cmd := c.build("version", func(*cobra.Command, []string) error { return c.printVersion() })
	cmd.Args = c.noArguments
	return cmd
}

func (c *command) printVersion() error {
	return c.print(func(out *output) {
		fmt.Fprintf(out, "chatlint %s (%s, %s/%s)\n", versionName(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	})
}

// versionName is the released version, or what the build knows of itself.
func versionName() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// print writes to standard output and reports if that failed.
func (c *command) print(write func(*output)) error {
	out := newOutput(c.Stdout, "")
	write(out)
	return out.commit()
}
