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
// since next to nothing of that becomes garbage. Then it keeps the memory of a
// small chat small, at the cost of time that a large one would feel. The limit, in
// bytes, is for what no percentage bounds: a scan stays below 150 MB for an export
// of any size.
const (
	loadingCollection = 800 // per cent
	smallCollection   = 13
	largeCollection   = 100
	largeInput        = 4 << 20 // bytes
	memoryLimit       = 100 << 20
)

// collect sets how often garbage is collected while input of a size is checked.
func collect(size int64) {
	if size < largeInput {
		debug.SetGCPercent(smallCollection)
	} else {
		debug.SetGCPercent(largeCollection)
	}
}

func main() {
	debug.SetGCPercent(loadingCollection)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A closed pipe becomes an error of Write, so that temporary files go.
	signal.Ignore(syscall.SIGPIPE)
	env := processEnv()
	env.Loaded = collect
	os.Exit(env.Run(ctx, os.Args[1:]))
}
