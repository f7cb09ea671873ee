// Command chatlint finds personal data in exported WhatsApp chats.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// The garbage collector stays out of the way while rules and models are loaded,
// since next to nothing of that becomes garbage, and then keeps memory small. The
// limit, in bytes, is for what no percentage bounds: a scan stays below 150 MB for
// an export of any size.
const (
	loadingCollection = 800 // per cent
	steadyCollection  = 50
	memoryLimit       = 110 << 20
)

func main() {
	debug.SetGCPercent(loadingCollection)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A closed pipe becomes an error of Write, so that temporary files go.
	signal.Ignore(syscall.SIGPIPE)
	env := processEnv()
	env.Loaded = func() { debug.SetGCPercent(steadyCollection) }
	os.Exit(env.Run(ctx, os.Args[1:]))
}
