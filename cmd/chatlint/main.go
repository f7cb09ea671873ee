// Command chatlint finds personal data in exported WhatsApp chats.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// The garbage collector may be lazy while memory is plentiful and must not be
// near the limit, in bytes: a scan stays below 150 MB for an export of any size.
const (
	lazyCollection = 200 // per cent
	memoryLimit    = 110 << 20
)

func main() {
	debug.SetGCPercent(lazyCollection)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A closed pipe becomes an error of Write, so that temporary files go.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(processEnv().Run(ctx, os.Args[1:]))
}
