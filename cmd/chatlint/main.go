// Command chatlint finds personal data in exported WhatsApp chats.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A closed pipe becomes an error of Write, so that temporary files go.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(processEnv().Run(ctx, os.Args[1:]))
}
